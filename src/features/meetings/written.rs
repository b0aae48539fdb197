//! Words that are written where they stand: read as text, changed in a small form.

use leptos::prelude::*;

use crate::catalogue::meeting as words;
use crate::domain::Field;
use crate::domain::meeting::BriefPart;
use crate::kit::{Form, NoteField};
use crate::parts::form::{FormErrors, FormSummary, Theirs, form_deeds};
use crate::state::deeds;
use crate::state::desk::Declined;

use super::sitting::Sitting;

/// What a small form changes.
#[derive(Clone, Copy)]
pub struct Words {
    /// What it is called, above the field.
    pub label: &'static str,
    /// What it says now; empty when it says nothing.
    pub now: Signal<String>,
    /// Writes something else in its place.
    pub save: Callback<String, Result<(), Declined>>,
    /// Whether the form is open.
    pub is_open: RwSignal<bool>,
}

/// The form, while it is open.
pub fn form_of(words: Words) -> AnyView {
    let is_open = words.is_open;
    (move || is_open.get().then(|| form(words))).into_any()
}

fn form(written: Words) -> AnyView {
    let Words { label, now, save, is_open } = written;
    let errors = FormErrors::new();
    let known = StoredValue::new(now.get_untracked());
    let typed = RwSignal::new(known.get_value());
    let theirs = RwSignal::new(None::<String>);
    let close = Callback::new(move |()| is_open.set(false));
    let send = Callback::new(move |over_theirs: bool| {
        errors.clear();
        let standing = now.get_untracked();
        if !over_theirs && known.with_value(|known| *known != standing) {
            return theirs.set(Some(standing));
        }
        match save.run(typed.get_untracked()) {
            Ok(()) => is_open.set(false),
            Err(declined) => errors.show_declined(&declined),
        }
    });
    let mine = Callback::new(move |()| send.run(true));
    view! {
        <Form
            class="stack question"
            label
            on_send=Callback::new(move |()| send.run(false))
            on_leave=close
        >
            <NoteField label value=typed error=errors.at(Field::Note) focus=true />
            <FormSummary errors />
            <Theirs words=theirs on_mine=mine on_theirs=close />
            {form_deeds(words::SAVE, close)}
        </Form>
    }
    .into_any()
}

/// A part of the brief.
#[component]
pub fn Written(
    /// Of which meeting.
    sitting: Sitting,
    /// Which part.
    part: BriefPart,
    /// What it is called.
    label: &'static str,
    /// Said while nothing is written.
    #[prop(into)]
    hint: Signal<&'static str>,
) -> impl IntoView {
    let now = Memo::new(move |_| {
        sitting.read(|partner| partner.meetings.brief(sitting.id, part)).flatten().unwrap_or_default()
    });
    let save = move |typed: String| {
        sitting
            .change(deeds::WRITE_BRIEF, |partner, _| partner.meetings.write_brief(sitting.id, part, &typed))
    };
    let is_open = RwSignal::new(false);
    let written = Words { label, now: now.into(), save: Callback::new(save), is_open };
    let text = move || {
        let text = now.get();
        if text.is_empty() {
            view! { <p class="quiet">{hint.get()}</p> }.into_any()
        } else {
            view! { <p class="written" dir="auto">{text}</p> }.into_any()
        }
    };
    view! {
        {move || (!is_open.get()).then(text)}
        <p class="screen-only" hidden=move || is_open.get()>
            {opener(label, now.into(), is_open)}
        </p>
        {form_of(written)}
    }
}

/// The button that opens the form.
pub fn opener(label: &'static str, now: Signal<String>, is_open: RwSignal<bool>) -> AnyView {
    let is_empty = Memo::new(move |_| now.with(String::is_empty));
    let name = move || if is_empty.get() { words::write(label) } else { words::edit(label) };
    view! {
        <button
            class="button button--line"
            data-size="small"
            type="button"
            aria-label=name
            on:click=move |_| is_open.set(true)
        >
            {move || if is_empty.get() { words::WRITE } else { words::EDIT }}
        </button>
    }
    .into_any()
}
