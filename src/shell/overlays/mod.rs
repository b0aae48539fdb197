//! What opens over the page: the palette, the line for something new, the list of keys. One at a time.
//!
//! That one is open is known from the start; what it shows arrives in a module of its own.

mod help;
mod keycaps;
mod palette;
mod quick_add;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

pub use keycaps::keycaps;

/// What lies over the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// Search or run.
    Palette,
    /// All keys.
    Help,
    /// The line for something new, with these words in it.
    QuickAdd(String),
}

/// What lies over the page now, if anything. A copy is a pointer to the same.
#[derive(Clone, Copy)]
pub struct Overlays {
    shown: RwSignal<Option<Overlay>>,
    focus_before: StoredValue<Option<Element>, LocalStorage>,
}

impl Overlays {
    /// Nothing lies over the page.
    pub fn none() -> Self {
        Self { shown: RwSignal::new(None), focus_before: StoredValue::new_local(None) }
    }

    /// Opens it in the place of what is open.
    pub fn open(self, overlay: Overlay) {
        if self.shown.with_untracked(Option::is_none) {
            self.focus_before.set_value(document().active_element());
        }
        self.shown.set(Some(overlay));
    }

    /// Closes it; the focus returns to where it was, unless something else takes it.
    pub fn close(self) {
        self.shown.set(None);
        let Some(before) = self.focus_before.try_update_value(Option::take).flatten() else { return };
        request_animation_frame(move || {
            let is_lost = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
            if let (true, Some(before)) = (is_lost, before.dyn_ref::<HtmlElement>()) {
                // An element that left the page meanwhile cannot take it.
                let _ = before.focus();
            }
        });
    }

    /// What is open.
    pub fn shown(self) -> Signal<Option<Overlay>> {
        self.shown.into()
    }
}

/// What an overlay shows.
pub fn overlay(overlay: Overlay) -> AnyView {
    match overlay {
        Overlay::Palette => palette::palette(),
        Overlay::Help => help::help(),
        Overlay::QuickAdd(typed) => quick_add::quick_add(typed),
    }
}

/// A modal dialog: opened when it is in the page, left by Escape and by a press beside it.
fn modal(class: &'static str, label: &'static str, inside: AnyView) -> AnyView {
    let overlays = super::commands::Hands::of_page().overlays;
    let node = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = node.get() {
            // It fails only for a dialog that is open already.
            let _ = dialog.show_modal();
        }
    });
    view! {
        <dialog
            class=class
            node_ref=node
            aria-label=label
            on:cancel=move |event: leptos::ev::Event| {
                event.prevent_default();
                overlays.close();
            }
            on:pointerdown=move |event| {
                // What is pressed is the dialog itself only beside its content.
                if event.target() == event.current_target() {
                    event.prevent_default();
                    overlays.close();
                }
            }
        >
            {inside}
        </dialog>
    }
    .into_any()
}
