//! Dragging an item of a playbook to another place.

use leptos::ev::PointerEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Where an item stands: the places of its section and in it.
pub type Place = (usize, usize);

/// An item on its way to another place. A copy is a pointer to the same.
///
/// It follows the pointer and not the browser's own dragging, which knows no touch.
#[derive(Clone, Copy)]
pub struct Drag {
    /// Where it was.
    from: RwSignal<Option<Place>>,
    /// The item whose place it would take.
    pub over: RwSignal<Option<Place>>,
}

impl Drag {
    /// Nothing is on its way.
    pub fn none() -> Self {
        Self { from: RwSignal::new(None), over: RwSignal::new(None) }
    }

    /// Takes the item that stands here.
    pub fn begin(self, here: Place, event: &PointerEvent) {
        if event.button() != 0 {
            return;
        }
        // Otherwise words are selected on the way.
        event.prevent_default();
        let grip = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(grip) = grip {
            // A pointer that cannot be held is followed as long as it is over the grip; the buttons are left.
            let _ = grip.set_pointer_capture(event.pointer_id());
        }
        self.from.set(Some(here));
    }

    /// Follows the pointer.
    pub fn go_on(self, event: &PointerEvent) {
        let Some(from) = self.from.get_untracked() else { return };
        let over = place_at(event.client_x(), event.client_y()).filter(|over| *over != from);
        if self.over.get_untracked() != over {
            self.over.set(over);
        }
        scroll_at_edge(f64::from(event.client_y()));
    }

    /// Lets go: from where to where, if it is over another place.
    pub fn end(self) -> Option<(Place, Place)> {
        let (from, over) = (self.from.get_untracked(), self.over.get_untracked());
        self.from.set(None);
        self.over.set(None);
        from.zip(over)
    }
}

/// The place of the item at a point of the window.
#[expect(clippy::cast_precision_loss, reason = "windows are not that large")]
fn place_at(x: i32, y: i32) -> Option<Place> {
    let item = document().element_from_point(x as f32, y as f32)?.closest("[data-place]").ok()??;
    let place = item.get_attribute("data-place")?;
    let (section, place) = place.split_once(' ')?;
    Some((section.parse().ok()?, place.parse().ok()?))
}

/// Scrolls the page when an item is held close to its upper or lower edge.
fn scroll_at_edge(y: f64) {
    const EDGE: f64 = 48.0;
    const STEP: f64 = 16.0;
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(f64::MAX);
    if y < EDGE {
        window().scroll_by_with_x_and_y(0.0, -STEP);
    } else if y > height - EDGE {
        window().scroll_by_with_x_and_y(0.0, STEP);
    }
}
