//! The tags of a partner, and the form that changes them all at once.

use leptos::prelude::*;

use crate::catalogue::partner as words;
use crate::domain::tag::Tag;
use crate::domain::{Field, Partner, PartnerId, Refusal};
use crate::kit::{Tag as TagView, TextField};
use crate::parts::form::{FormErrors, FormFrame, Theirs};
use crate::state::deeds;
use crate::state::desk::Desk;

use super::subject::{Open, Subject};

/// The tags, and the way to change them.
#[component]
pub fn Tags(subject: Subject) -> impl IntoView {
    let tags = Memo::new(move |_| subject.read(words_of).unwrap_or_default());
    view! {
        <div class="masthead__tags screen-only">
            {move || tags.get().into_iter().map(|tag| view! { <TagView words=tag /> }.into_any()).collect::<Vec<_>>()}
            <button
                class="button button--line"
                data-size="small"
                type="button"
                aria-expanded=move || (subject.open.get() == Open::Tags).to_string()
                on:click=move |_| subject.open(Open::Tags)
            >
                {move || if tags.with(Vec::is_empty) { words::ADD_TAGS } else { deeds::EDIT_TAGS.doing }}
            </button>
        </div>
    }
}

fn words_of(partner: &Partner) -> Vec<String> {
    partner.tags_in_order().into_iter().map(|tag| tag.as_str().to_owned()).collect()
}

/// Changes the tags: all in one line, commas between them.
#[component]
pub fn TagsForm(id: PartnerId, on_close: Callback<()>) -> impl IntoView {
    let desk = Desk::of_page();
    let errors = FormErrors::new();
    let standing = move || {
        desk.read_once(|workspace| {
            workspace.partner(id).map(|partner| words_of(partner)).unwrap_or_default().join(", ")
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
        let tags = match typed.with_untracked(|typed| read(typed)) {
            Ok(tags) => tags,
            Err(refusal) => return errors.show_refusal(&refusal),
        };
        let result = desk.change(deeds::EDIT_TAGS, |workspace, _| {
            let partner = workspace.partner_mut(id)?;
            let before: Vec<Tag> = partner.tags.values().cloned().collect();
            for gone in before.iter().filter(|tag| !tags.iter().any(|kept| kept.id() == tag.id())) {
                partner.remove_tag(gone);
            }
            tags.into_iter().try_for_each(|tag| partner.add_tag(tag))
        });
        match result {
            Ok(()) => on_close.run(()),
            Err(declined) => errors.show_declined(&declined),
        }
    });
    let submit = Callback::new(move |()| save.run(false));
    let on_mine = Callback::new(move |()| save.run(true));
    view! {
        <FormFrame title=deeds::EDIT_TAGS.doing send=words::SAVE errors on_send=submit on_close>
            <TextField
                label=words::TAGS
                value=typed
                error=errors.at(Field::Tag)
                hint=words::TAGS_HINT
                optional=true
                focus=true
            />
            <Theirs words=theirs on_mine on_theirs=on_close />
        </FormFrame>
    }
}

/// What was typed, tag by tag; what is blank between two commas is none.
fn read(typed: &str) -> Result<Vec<Tag>, Refusal> {
    typed.split(',').filter(|tag| !tag.trim().is_empty()).map(Tag::parse).collect()
}
