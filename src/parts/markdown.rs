//! Words taken along as Markdown: copied, or as a file.

use leptos::prelude::*;

use crate::catalogue::{outlines as words, shell};
use crate::domain::outline::Outline;
use crate::interchange::markdown;
use crate::kit::{MenuItem, clipboard, file};
use crate::state::desk::Desk;
use crate::state::notices::Offer;

/// Finds the words at the moment they are asked for; nothing when there are none any more.
pub type Find = Callback<(), Option<Outline>>;

/// Two items of a menu that take words along; `stem` begins the name of the file.
pub fn items(desk: Desk, find: Find, stem: &'static str) -> AnyView {
    named_items(desk, find, stem, [words::COPY, words::DOWNLOAD])
}

/// The same, with other words on the items.
pub fn named_items(
    desk: Desk,
    find: Find,
    stem: &'static str,
    [copies, downloads]: [&'static str; 2],
) -> AnyView {
    let text = move || untrack(|| find.run(())).map(|outline| markdown::write(&outline));
    let copy = Callback::new(move |()| {
        if let Some(text) = text() {
            copy(desk, text);
        }
    });
    let download = Callback::new(move |()| {
        if let Some(text) = text() {
            let name = words::file(stem, untrack(|| desk.today()));
            let said = match file::download(&name, markdown::MEDIA_TYPE, &text) {
                Ok(()) => words::DOWNLOADED.to_owned(),
                Err(why) => shell::no_download(&why),
            };
            desk.say(&said, Offer::Nothing);
        }
    });
    view! {
        <MenuItem words=copies icon="copy" on_pick=copy />
        <MenuItem words=downloads icon="download" on_pick=download />
    }
    .into_any()
}

fn copy(desk: Desk, text: String) {
    leptos::task::spawn_local(async move {
        // Without HTML beside it, every program takes it for the Markdown that it is.
        let said = match clipboard::copy(text, String::new()).await {
            Ok(()) => words::COPIED,
            Err(clipboard::NotCopied) => words::NOT_COPIED,
        };
        desk.say(said, Offer::Nothing);
    });
}
