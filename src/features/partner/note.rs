//! The private note: for us alone, never on paper and never while presenting.

use std::sync::Arc;

use leptos::prelude::*;

use crate::catalogue::partner as words;
use crate::domain::{Field, Note, Partner, PartnerId, Profile};
use crate::kit::{Icon, NoteField};
use crate::parts::form::{FormErrors, FormFrame, Theirs};
use crate::state::deeds;
use crate::state::desk::Desk;

use super::subject::{Open, Place, Subject};

/// The note, and its form where it stands.
#[component]
pub fn PrivateNote(subject: Subject) -> impl IntoView {
    let note = Memo::new(move |_| subject.read(|partner| text(&partner.profile)).unwrap_or_default());
    let is_empty = move || note.with(String::is_empty);
    let is_open = Memo::new(move |_| subject.open.get() == Open::Note);
    view! {
        <section class="private" aria-label=words::PRIVATE_NOTE>
            <p>
                <Icon name="lock" size="s" />
                {words::PRIVATE}
            </p>
            {subject.form_at(Place::Note)}
            // Hidden rather than gone, so that the focus can come back to the button.
            <p class="private__text" dir="auto" hidden=move || is_open.get()>
                {move || if is_empty() { words::NO_PRIVATE_NOTE.to_owned() } else { note.get() }}
            </p>
            <button
                class="button button--line"
                data-size="small"
                type="button"
                hidden=move || is_open.get()
                on:click=move |_| subject.open(Open::Note)
            >
                {move || if is_empty() { words::WRITE_NOTE } else { words::EDIT_NOTE }}
            </button>
        </section>
    }
}

fn text(profile: &Profile) -> String {
    profile.notes.as_ref().map(ToString::to_string).unwrap_or_default()
}

/// Writes or corrects the note.
#[component]
pub fn NoteForm(id: PartnerId, partner: Memo<Option<Arc<Partner>>>, on_close: Callback<()>) -> impl IntoView {
    let desk = Desk::of_page();
    let errors = FormErrors::new();
    let standing = move || {
        partner.with_untracked(|partner| {
            partner.as_ref().map(|partner| text(&partner.profile)).unwrap_or_default()
        })
    };
    let known = standing();
    let typed = RwSignal::new(known.clone());
    let theirs = RwSignal::new(None::<String>);
    let save = Callback::new(move |over_theirs: bool| {
        errors.clear();
        let now = standing();
        if !over_theirs && now != known {
            return theirs.set(Some(now));
        }
        let note = match typed.with_untracked(|typed| Note::parse_optional(typed)) {
            Ok(note) => note,
            Err(refusal) => return errors.show_refusal(&refusal),
        };
        let result = desk.change(deeds::EDIT_NOTE, |workspace, _| {
            workspace.partner_mut(id)?.profile.notes = note;
            Ok(())
        });
        match result {
            Ok(()) => on_close.run(()),
            Err(declined) => errors.show_declined(&declined),
        }
    });
    let submit = Callback::new(move |()| save.run(false));
    let on_mine = Callback::new(move |()| save.run(true));
    view! {
        <FormFrame title=deeds::EDIT_NOTE.doing send=words::SAVE errors on_send=submit on_close>
            <NoteField label=words::PRIVATE_NOTE value=typed error=errors.at(Field::Note) focus=true />
            <Theirs words=theirs on_mine on_theirs=on_close />
        </FormFrame>
    }
}
