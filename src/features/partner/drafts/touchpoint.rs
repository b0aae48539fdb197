//! Logging a touchpoint.

use leptos::prelude::*;

use crate::catalogue::{Word, day};
use crate::domain::{Channel, Field, Note, Refusal, Touchpoint};
use crate::kit::{CheckField, ChoiceField, DateField, NoteField};
use crate::parts::choice::Choice;
use crate::parts::form::FormErrors;
use crate::state::deeds::{Deed, LOG_TOUCHPOINT};
use crate::state::desk::Desk;

use super::{Draft, note_text, today_text};

/// What is typed about a touchpoint.
#[derive(Clone, Copy)]
pub struct TouchpointDraft {
    on: RwSignal<String>,
    channel: Choice<Channel>,
    two_way: RwSignal<bool>,
    note: RwSignal<String>,
}

impl Draft for TouchpointDraft {
    type Record = Touchpoint;
    const ADD: Deed = LOG_TOUCHPOINT;
    const CORRECTING: &'static str = "Edit touchpoint";

    fn blank(desk: Desk) -> Self {
        Self {
            on: today_text(desk),
            channel: Choice::new(&Channel::ALL, Channel::Call),
            two_way: RwSignal::new(true),
            note: RwSignal::default(),
        }
    }

    fn of(record: &Touchpoint) -> Self {
        Self {
            on: RwSignal::new(record.on.to_string()),
            channel: Choice::new(&Channel::ALL, record.channel),
            two_way: RwSignal::new(record.two_way),
            note: note_text(record.note.as_ref()),
        }
    }

    fn read(self, before: Option<&Touchpoint>) -> Result<Touchpoint, Refusal> {
        Ok(Touchpoint {
            on: Refusal::date(Field::On, &self.on.get_untracked())?,
            channel: self.channel.chosen_or(Channel::Call),
            two_way: self.two_way.get_untracked(),
            with: before.map(|before| before.with.clone()).unwrap_or_default(),
            note: Note::parse_optional(&self.note.get_untracked())?,
        })
    }

    fn fields(self, errors: FormErrors) -> AnyView {
        view! {
            <div class="columns">
                <ChoiceField label="Channel" choices=self.channel.words() place=self.channel.place() focus=true />
                <DateField label="Day" value=self.on error=errors.at(Field::On) />
            </div>
            <div>
                <CheckField label="They took part: a conversation or a reply" value=self.two_way />
                <p class="field__hint">"Mail that only went out does not restart the clock."</p>
            </div>
            <NoteField label="What was it about?" value=self.note error=errors.at(Field::Note) />
        }
        .into_any()
    }

    fn words(record: &Touchpoint) -> String {
        let direction = if record.two_way { "two-way" } else { "one-way" };
        let note = record.note.as_ref().map(ToString::to_string).unwrap_or_default();
        format!("{}, {direction}, {}. {note}", record.channel.word(), day(record.on))
    }
}
