//! Agreeing a milestone.

use leptos::prelude::*;

use crate::catalogue::{partner as words, records};
use crate::domain::{Field, Line, Milestone, PartnerId, Promise, Refusal};
use crate::kit::{DateField, TextField};
use crate::parts::form::FormErrors;
use crate::state::deeds::{ADD_MILESTONE, Deed};

use super::{Draft, today_text};

/// What is typed about a milestone.
#[derive(Clone, Copy)]
pub struct MilestoneDraft {
    what: RwSignal<String>,
    made_on: RwSignal<String>,
    due: RwSignal<String>,
}

impl MilestoneDraft {
    /// A form with dull defaults.
    pub fn blank(_: PartnerId) -> Self {
        Self { what: RwSignal::default(), made_on: today_text(), due: RwSignal::default() }
    }
}

impl Draft for MilestoneDraft {
    type Record = Milestone;

    fn adds(self) -> Deed {
        ADD_MILESTONE
    }

    fn corrects(self) -> &'static str {
        words::EDIT_MILESTONE
    }

    fn of(_: PartnerId, record: &Milestone) -> Self {
        Self {
            what: RwSignal::new(record.what.to_string()),
            made_on: RwSignal::new(record.dates.made_on().to_string()),
            due: RwSignal::new(record.dates.first_due().to_string()),
        }
    }

    fn read(self, before: Option<&Milestone>) -> Result<Milestone, Refusal> {
        let what = Line::parse(Field::What, &self.what.get_untracked())?;
        let due = Refusal::date(Field::Due, &self.due.get_untracked())?;
        let made_on = Refusal::date(Field::MadeOn, &self.made_on.get_untracked())?;
        let dates = match before {
            Some(before) => before.dates.corrected(made_on, due)?,
            None => Promise::new(made_on, due)?,
        };
        Ok(Milestone { what, dates })
    }

    fn fields(self, errors: FormErrors) -> AnyView {
        view! {
            <TextField
                label=words::WHAT_TO_REACH
                value=self.what
                error=errors.at(Field::What)
                hint=words::WHAT_TO_REACH_HINT
                focus=true
            />
            <div class="columns">
                <DateField label=words::BY_WHEN value=self.due error=errors.at(Field::Due) />
                <DateField label=words::AGREED_ON value=self.made_on error=errors.at(Field::MadeOn) />
            </div>
        }
        .into_any()
    }

    fn words(record: &Milestone) -> String {
        records::milestone(record)
    }
}
