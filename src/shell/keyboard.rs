//! The keys that work everywhere. Those without a modifier are in `state::keys`.

use leptos::ev;
use leptos::prelude::*;

use crate::route::{Route, SettingsPart};
use crate::state::desk::Desk;
use crate::state::keys::{self, Keys, is_typing};
use crate::state::wishes::{Wish, Wishes};

/// Binds the keys of the page and listens to them.
pub fn listen(desk: Desk, keys: Keys, wishes: Wishes) {
    keys.bind(keys::FIND, Callback::new(move |()| wishes.ask(Wish::FindPartner)));
    keys.bind(keys::GO_PARTNERS, Callback::new(|()| go(Route::Partners)));
    keys.bind(keys::GO_SETTINGS, Callback::new(|()| go(Route::Settings(SettingsPart::Top))));
    // Lives as long as the page.
    let _ = window_event_listener(ev::keydown, move |event| {
        if !command(desk, &event) {
            keys.press(&event);
        }
    });
}

/// Undo and redo by the keys of the system, everywhere but in a field, which has its own.
fn command(desk: Desk, event: &ev::KeyboardEvent) -> bool {
    let is_command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    if !is_command || is_typing() {
        return false;
    }
    match (event.key().as_str(), event.shift_key()) {
        ("z" | "Z", false) => desk.undo(),
        ("z" | "Z", true) | ("y", false) => desk.redo(),
        _ => return false,
    }
    event.prevent_default();
    true
}

fn go(route: Route) {
    // A browser that does not let the page navigate stays where it is.
    let _ = window().location().set_hash(&route.to_string());
}
