//! Taking words along: into the clipboard, or to the printer.

use leptos::prelude::*;

use crate::catalogue::scripts as words;
use crate::kit::clipboard;
use crate::state::desk::Desk;
use crate::state::notices::Offer;

/// Copies words as text and as HTML, and says so. Where the browser copies nothing, what `selector` finds is selected, so
/// that the user can copy it. Call it while a click is being handled.
pub fn copy(desk: Desk, plain: String, html: String, selector: &'static str) {
    leptos::task::spawn_local(async move {
        let words = match clipboard::copy(plain, html).await {
            Ok(()) => words::COPIED,
            Err(clipboard::NotCopied) => {
                select(selector);
                words::NOT_COPIED
            }
        };
        desk.say(words, Offer::Nothing);
    });
}

fn select(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    let selection = window().get_selection().ok().flatten();
    if let (Some(found), Some(selection)) = (found, selection) {
        // A browser that selects nothing leaves that to the user.
        let _ = selection.select_all_children(&found);
    }
}
