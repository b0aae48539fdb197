//! Adding a promise, ours or theirs.

use leptos::prelude::*;

use crate::catalogue::{partner as words, records};
use crate::domain::{Commitment, Field, Line, PartnerId, Promise, Refusal, Side};
use crate::kit::{ChoiceField, DateField, TextField};
use crate::parts::choice::Choice;
use crate::parts::form::FormErrors;
use crate::state::deeds::{ADD_PROMISE, Deed};

use super::{Draft, today_text};

/// What is typed about a promise.
#[derive(Clone, Copy)]
pub struct PromiseDraft {
    what: RwSignal<String>,
    side: Choice<Side>,
    person: RwSignal<String>,
    made_on: RwSignal<String>,
    due: RwSignal<String>,
}

impl PromiseDraft {
    /// A form with dull defaults.
    pub fn blank(_: PartnerId) -> Self {
        Self {
            what: RwSignal::default(),
            side: Choice::new(&Side::ALL, Side::Ours),
            person: RwSignal::default(),
            made_on: today_text(),
            due: RwSignal::default(),
        }
    }
}

impl Draft for PromiseDraft {
    type Record = Commitment;

    fn adds(self) -> Deed {
        ADD_PROMISE
    }

    fn corrects(self) -> &'static str {
        words::EDIT_PROMISE
    }

    fn of(_: PartnerId, record: &Commitment) -> Self {
        Self {
            what: RwSignal::new(record.what.to_string()),
            side: Choice::new(&Side::ALL, record.side),
            person: RwSignal::new(record.person.as_ref().map(ToString::to_string).unwrap_or_default()),
            made_on: RwSignal::new(record.dates.made_on().to_string()),
            due: RwSignal::new(record.dates.first_due().to_string()),
        }
    }

    fn read(self, before: Option<&Commitment>) -> Result<Commitment, Refusal> {
        let what = Line::parse(Field::What, &self.what.get_untracked())?;
        let person = Line::parse_optional(Field::Person, &self.person.get_untracked())?;
        let due = Refusal::date(Field::Due, &self.due.get_untracked())?;
        let made_on = Refusal::date(Field::MadeOn, &self.made_on.get_untracked())?;
        let dates = match before {
            Some(before) => before.dates.corrected(made_on, due)?,
            None => Promise::new(made_on, due)?,
        };
        let from_meeting = before.and_then(|before| before.from_meeting);
        Ok(Commitment { what, side: self.side.chosen_or(Side::Ours), person, dates, from_meeting })
    }

    fn fields(self, errors: FormErrors) -> AnyView {
        view! {
            <TextField label=words::WHAT_PROMISED value=self.what error=errors.at(Field::What) focus=true />
            <div class="columns">
                <ChoiceField label=words::WHOSE_PROMISE choices=self.side.words() place=self.side.place() />
                <TextField label=words::WHO_KEEPS value=self.person error=errors.at(Field::Person) optional=true />
                <DateField label=words::DUE value=self.due error=errors.at(Field::Due) />
                <DateField label=words::PROMISED_ON value=self.made_on error=errors.at(Field::MadeOn) />
            </div>
        }
        .into_any()
    }

    fn words(record: &Commitment) -> String {
        records::commitment(record)
    }
}
