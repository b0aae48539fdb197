//! Following the hash, naming the page, and the keys that work everywhere.

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::route::Route;
use crate::state::desk::Desk;

/// The route in the address, followed as it changes.
pub fn follow_hash() -> RwSignal<Route> {
    let current = || Route::parse(&window().location().hash().unwrap_or_default());
    let route = RwSignal::new(current());
    // Lives as long as the page.
    let _ = window_event_listener(ev::hashchange, move |_| {
        route.set(current());
        request_animation_frame(focus_heading);
    });
    route
}

/// Keeps the title of the page in step with the route and with the partner's name.
pub fn name_page(desk: Desk, route: RwSignal<Route>) {
    Effect::new(move |_| {
        let name = page_name(desk, route.get());
        document().set_title(&format!("{name} · Bridgekeeper"));
    });
}

/// The name of a place, as titles and breadcrumbs show it.
pub fn page_name(desk: Desk, route: Route) -> String {
    match route {
        Route::Partners => "Partners".to_owned(),
        Route::Partner(id) => desk
            .read(|workspace| workspace.partner(id).map(|partner| partner.profile.name.to_string()))
            .unwrap_or_else(|| "Not here".to_owned()),
        Route::Settings(_) => "Settings".to_owned(),
        Route::NotFound => "Not found".to_owned(),
    }
}

/// Undo and redo by the keys of the system, everywhere but in a field, which has its own.
pub fn listen_for_undo(desk: Desk) {
    // Lives as long as the page.
    let _ = window_event_listener(ev::keydown, move |event| {
        let is_command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
        if !is_command || is_typing() {
            return;
        }
        match (event.key().as_str(), event.shift_key()) {
            ("z" | "Z", false) => desk.undo(),
            ("z" | "Z", true) | ("y", false) => desk.redo(),
            _ => return,
        }
        event.prevent_default();
    });
}

/// Moves the focus to the content. The address stays: it belongs to the route.
pub fn skip_to_content(event: &ev::MouseEvent) {
    event.prevent_default();
    focus("#main");
}

fn focus_heading() {
    focus("main h1");
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that left the page meanwhile needs no focus.
        let _ = element.focus();
    }
}

fn is_typing() -> bool {
    document().active_element().is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            && element.get_attribute("type").as_deref() != Some("checkbox")
    })
}
