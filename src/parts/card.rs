//! People as cards for address books.

use leptos::prelude::untrack;

use crate::catalogue::{calendar as words, people, shell};
use crate::domain::ContactId;
use crate::interchange::card;
use crate::kit::file;
use crate::state::desk::Desk;
use crate::state::notices::Offer;

/// Downloads the card of one person, with what is private about them or without.
pub fn take_one(desk: Desk, id: ContactId, with_notes: bool) {
    let day = untrack(|| desk.today());
    let (text, name) = desk.read_once(|workspace| {
        let name = workspace.contacts.get(&id).map(|contact| contact.person.name.to_string());
        let note = with_notes.then_some(&words::private as &dyn Fn(&_) -> String);
        (card::file(workspace, &[id], day, note), name.unwrap_or_default())
    });
    let said = download(&file_stem(&name), &text).map(|()| words::card_downloaded(with_notes).to_owned());
    desk.say(&said.unwrap_or_else(|why| why), Offer::Nothing);
}

/// Downloads the cards of several people, in their order, with nothing private.
pub fn take_all(desk: Desk, ids: &[ContactId]) {
    let day = untrack(|| desk.today());
    let text = desk.read_once(|workspace| card::file(workspace, ids, day, None));
    let said = download(&words::people_stem(day), &text)
        .map(|()| words::cards_downloaded(&people::people(ids.len())));
    desk.say(&said.unwrap_or_else(|why| why), Offer::Nothing);
}

fn download(stem: &str, text: &str) -> Result<(), String> {
    file::download(&words::card_file(stem), card::MEDIA_TYPE, text).map_err(|why| shell::no_download(&why))
}

/// A name as a file can have it.
fn file_stem(name: &str) -> String {
    let letters = name.chars().map(|one| if one.is_alphanumeric() { one } else { '-' });
    let stem: String = letters.collect();
    let stem = stem.trim_matches('-');
    if stem.is_empty() { "card".to_owned() } else { stem.to_owned() }
}
