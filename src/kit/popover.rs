//! What a button opens over the page: native popovers, beside their button, built when they open.
//!
//! The browser closes them (Escape, a press elsewhere) and gives the focus back.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, HtmlElement};

use super::icon::Icon;
use super::id::next_id;

/// How a button that opens something looks.
#[derive(Clone, Copy)]
pub struct Face {
    /// Its class, such as `button button--quiet` or `chip`.
    pub class: &'static str,
    /// An icon before its words.
    pub icon: Option<&'static str>,
    /// Whether the icon stands alone; the words are then its label.
    pub is_icon_only: bool,
    /// Whether it is as small as the buttons in rows are.
    pub is_small: bool,
}

impl Face {
    /// A button with words.
    pub const WORDS: Self = Self { class: "button", icon: None, is_icon_only: false, is_small: false };
    /// Three dots, as at the end of a row.
    pub const MORE: Self =
        Self { class: "button button--quiet", icon: Some("more"), is_icon_only: true, is_small: true };
    /// A filter on offer.
    pub const CHIP: Self = Self { class: "chip", icon: Some("plus"), is_icon_only: false, is_small: false };
}

/// A button, and what it opens over the page.
#[component]
pub fn Popover(
    /// The words on the button, and the name of what opens.
    #[prop(into)]
    label: String,
    /// How the button looks.
    #[prop(default = Face::WORDS)]
    face: Face,
    /// What opens; built anew each time. To close it from inside, see [`close_around`].
    children: ChildrenFn,
) -> impl IntoView {
    opener(label, face, Kind::Dialog, children)
}

/// What opens.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Anything; Tab goes through it.
    Dialog,
    /// A list of actions; the arrows go through it.
    Menu,
}

/// The button and its popover.
pub(super) fn opener(label: String, face: Face, kind: Kind, children: ChildrenFn) -> AnyView {
    let id = next_id();
    let is_open = RwSignal::new(false);
    let button = NodeRef::<leptos::html::Button>::new();
    let (class, role) = match kind {
        Kind::Dialog => ("popover", "dialog"),
        Kind::Menu => ("popover menu", "menu"),
    };
    let before_toggle = move |event: Event| {
        let opens = as_element(event.target()).is_some_and(|popover| !is_shown(&popover));
        if let (true, Some(button), Some(popover)) =
            (opens, button.get_untracked(), as_element(event.target()))
        {
            is_open.set(true);
            put_beside(&popover, &button);
        }
    };
    let toggle = move |event: Event| {
        let Some(popover) = as_element(event.target()) else { return };
        if is_shown(&popover) {
            focus(popover.query_selector(FOCUSABLE).ok().flatten());
        } else {
            is_open.set(false);
        }
    };
    let shown_words = (!face.is_icon_only).then(|| label.clone());
    let name = face.is_icon_only.then(|| label.clone());
    view! {
        <button
            class=face.class
            type="button"
            node_ref=button
            popovertarget=id.clone()
            data-shape=face.is_icon_only.then_some("icon")
            data-size=face.is_small.then_some("small")
            aria-label=name.clone()
            title=name
            aria-haspopup=role
            aria-expanded=move || is_open.get().to_string()
            on:keydown=move |event| {
                if kind == Kind::Menu && event.key() == "ArrowDown" {
                    event.prevent_default();
                    if let Some(button) = button.get_untracked() {
                        button.click();
                    }
                }
            }
        >
            {face.icon.map(|name| view! { <Icon name /> })}
            {shown_words}
        </button>
        <div
            class=class
            id=id
            popover="auto"
            role=role
            aria-label=label
            on:beforetoggle=before_toggle
            on:toggle=toggle
            on:keydown=move |event| {
                let key = event.key();
                if kind == Kind::Menu && walk(&key, as_element(event.target())) {
                    event.prevent_default();
                    event.stop_propagation();
                } else if key.chars().count() == 1 && !event.ctrl_key() && !event.meta_key() {
                    // The keys of the page are not meant while something stands over it.
                    event.stop_propagation();
                }
            }
        >
            {move || is_open.get().then(|| children())}
        </div>
    }
    .into_any()
}

/// Closes the popover that an event comes from, if it comes from one; the focus returns to its button.
pub fn close_around(event: &Event) {
    let popover = as_element(event.target()).and_then(|inside| inside.closest("[popover]").ok().flatten());
    hide(popover);
}

/// Closes what is open over the page; the focus returns to its button.
pub fn close_open() {
    hide(document().query_selector("[popover]:popover-open").ok().flatten());
}

/// What takes the focus when a popover opens: the first that is found.
const FOCUSABLE: &str = ".menu__item, input, select, textarea, button, a[href]";

/// Moves the focus as a menu does. Whether the key was one of a menu's.
fn walk(key: &str, from: Option<Element>) -> bool {
    let Some(item) = from else { return false };
    let to = match key {
        "ArrowDown" => beyond(&item, true),
        "ArrowUp" => beyond(&item, false),
        "Home" => item.parent_element().and_then(|menu| first_from(menu.first_element_child(), true)),
        "End" => item.parent_element().and_then(|menu| first_from(menu.last_element_child(), false)),
        "Tab" => {
            // The focus is back at the button then, and Tab goes on from there.
            hide(item.closest("[popover]").ok().flatten());
            return false;
        }
        _ => return false,
    };
    focus(to);
    true
}

/// The next item, or the one before; after the last comes the first.
fn beyond(item: &Element, forward: bool) -> Option<Element> {
    let menu = item.parent_element();
    let (next, around) = if forward {
        (item.next_element_sibling(), menu.and_then(|menu| menu.first_element_child()))
    } else {
        (item.previous_element_sibling(), menu.and_then(|menu| menu.last_element_child()))
    };
    first_from(next, forward).or_else(|| first_from(around, forward))
}

/// The first item from here on; lines between items are passed over.
fn first_from(mut element: Option<Element>, forward: bool) -> Option<Element> {
    while let Some(here) = element {
        if here.class_list().contains("menu__item") {
            return Some(here);
        }
        element = if forward { here.next_element_sibling() } else { here.previous_element_sibling() };
    }
    None
}

/// Below the button, or above it where there is more room.
fn put_beside(popover: &Element, button: &Element) {
    const GAP: f64 = 4.0;
    let Some(popover) = popover.dyn_ref::<HtmlElement>() else { return };
    let place = button.get_bounding_client_rect();
    let scrolled = |scroll: Result<f64, _>| scroll.unwrap_or_default();
    let (left, top) = (scrolled(window().scroll_x()), scrolled(window().scroll_y()));
    let height = document().document_element().map_or(0, |root| root.client_height());
    let below = f64::from(height) - place.bottom();
    let is_above = place.top() > below && below < f64::from(height) / 3.0;
    let y = if is_above { place.top() - GAP } else { place.bottom() + GAP };
    let style = popover.style();
    let pixels = |value: f64| {
        // Pixels are whole here, and far within the numbers of an i32.
        #[expect(clippy::cast_possible_truncation, reason = "a place on the page")]
        let whole = value as i32;
        format!("{whole}px")
    };
    // An element that takes no style stays where the sheet puts it.
    let _ = style.set_property("--popover-x", &pixels(place.left() + left));
    let _ = style.set_property("--popover-y", &pixels(y + top));
    let _ = popover.set_attribute("data-side", if is_above { "above" } else { "below" });
}

fn is_shown(popover: &Element) -> bool {
    popover.matches(":popover-open").unwrap_or(false)
}

fn hide(popover: Option<Element>) {
    if let Some(popover) = popover.and_then(|popover| popover.dyn_into::<HtmlElement>().ok()) {
        // One that is closed already stays so.
        let _ = popover.hide_popover();
    }
}

fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that left the page meanwhile needs no focus.
        let _ = element.focus();
    }
}

fn as_element(target: Option<EventTarget>) -> Option<Element> {
    target?.dyn_into().ok()
}
