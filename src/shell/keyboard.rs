//! The keys of the whole page, bound to the commands they are named with.

use leptos::ev;
use leptos::prelude::*;

use crate::state::keys::{Keys, is_typing};

use super::commands::{COMMANDS, Does, Hands};
use super::overlays::Overlay;

/// Binds the keys of the page and listens to them.
pub fn listen(hands: Hands, keys: Keys) {
    for command in &COMMANDS {
        let is_ours = !command.keys.is_empty() && !command.keys.starts_with("mod ");
        if is_ours && command.does != Does::InAList {
            keys.bind(command.keys, Callback::new(move |()| hands.run(&command.does)));
        }
    }
    // Lives as long as the page.
    let _ = window_event_listener(ev::keydown, move |event| {
        if press_with_command(hands, &event) {
            event.prevent_default();
        } else {
            keys.press(&event);
        }
    });
}

/// Keys with Ctrl or ⌘. Undo and redo belong to a field while something is typed there; the palette opens from
/// everywhere but over another question. Whether the key was one of these.
fn press_with_command(hands: Hands, event: &ev::KeyboardEvent) -> bool {
    let is_command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    if !is_command || event.is_composing() {
        return false;
    }
    let does = match (event.key().as_str(), event.shift_key()) {
        ("k", false) => {
            let is_asked = || document().query_selector("dialog:modal").ok().flatten().is_some();
            if hands.overlays.shown().with_untracked(|shown| *shown == Some(Overlay::Palette)) {
                hands.overlays.close();
            } else if hands.overlays.shown().with_untracked(Option::is_some) || !is_asked() {
                hands.overlays.open(Overlay::Palette);
            }
            return true;
        }
        (".", false) => Does::Present,
        // The browser would save the page itself, or leave it for another file.
        ("s", false) if hands.has_file() => Does::Save,
        ("o", false) if hands.has_file() => Does::OpenFile,
        ("z" | "Z", false) if !is_typing() => Does::Undo,
        ("z" | "Z", true) | ("y", false) if !is_typing() => Does::Redo,
        _ => return false,
    };
    hands.run(&does);
    true
}
