//! Logging a result.

use leptos::prelude::*;

use crate::catalogue::{partner as words, records};
use crate::domain::health::Step;
use crate::domain::{Attribution, Field, Line, Note, PartnerId, Refusal, TractionEvent, TractionKind};
use crate::kit::{ChoiceField, DateField, NoteField, TextField};
use crate::parts::choice::Choice;
use crate::parts::form::FormErrors;
use crate::state::deeds::{Deed, LOG_RESULT};

use super::{Draft, note_text, today_text};

/// What is typed about a result.
#[derive(Clone, Copy)]
pub struct TractionDraft {
    on: RwSignal<String>,
    kind: Choice<TractionKind>,
    attribution: Choice<Attribution>,
    amount: RwSignal<String>,
    note: RwSignal<String>,
}

impl TractionDraft {
    /// A form with dull defaults.
    pub fn blank(_: PartnerId) -> Self {
        Self {
            on: today_text(),
            kind: Choice::new(&TractionKind::ALL, TractionKind::LeadBecameMeeting),
            attribution: Choice::new(&Attribution::ALL, Attribution::Sourced),
            amount: RwSignal::default(),
            note: RwSignal::default(),
        }
    }
}

impl Draft for TractionDraft {
    type Record = TractionEvent;

    fn adds(self) -> Deed {
        LOG_RESULT
    }

    fn corrects(self) -> &'static str {
        words::EDIT_RESULT
    }

    fn meant(self, step: Step) -> Self {
        let kind = if step == Step::Win { TractionKind::Win } else { TractionKind::LeadBecameMeeting };
        Self { kind: Choice::new(&TractionKind::ALL, kind), ..self }
    }

    fn of(_: PartnerId, record: &TractionEvent) -> Self {
        Self {
            on: RwSignal::new(record.on.to_string()),
            kind: Choice::new(&TractionKind::ALL, record.kind),
            attribution: Choice::new(&Attribution::ALL, record.attribution),
            amount: RwSignal::new(record.amount.as_ref().map(ToString::to_string).unwrap_or_default()),
            note: note_text(record.note.as_ref()),
        }
    }

    fn read(self, _: Option<&TractionEvent>) -> Result<TractionEvent, Refusal> {
        Ok(TractionEvent {
            on: Refusal::date(Field::On, &self.on.get_untracked())?,
            kind: self.kind.chosen_or(TractionKind::LeadBecameMeeting),
            attribution: self.attribution.chosen_or(Attribution::Sourced),
            amount: Line::parse_optional(Field::Amount, &self.amount.get_untracked())?,
            note: Note::parse_optional(&self.note.get_untracked())?,
        })
    }

    fn fields(self, errors: FormErrors) -> AnyView {
        view! {
            <div class="columns">
                <ChoiceField
                    label=words::WHAT_CAME
                    choices=self.kind.words()
                    place=self.kind.place()
                    hint=words::WHAT_CAME_HINT
                    focus=true
                />
                <DateField label=words::DAY value=self.on error=errors.at(Field::On) />
                <ChoiceField
                    label=words::THEIR_PART
                    choices=self.attribution.words()
                    place=self.attribution.place()
                />
                <TextField
                    label=words::AMOUNT
                    value=self.amount
                    error=errors.at(Field::Amount)
                    hint=words::AMOUNT_HINT
                    optional=true
                />
            </div>
            <NoteField label=words::WHAT_HAPPENED value=self.note error=errors.at(Field::Note) />
        }
        .into_any()
    }

    fn words(record: &TractionEvent) -> String {
        records::traction(record)
    }
}
