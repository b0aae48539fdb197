//! Logging what was given or got.

use leptos::prelude::*;

use crate::catalogue::{partner as words, records};
use crate::domain::health::Step;
use crate::domain::ledger::LedgerPoints;
use crate::domain::{Direction, Field, LedgerEntry, LedgerKind, Note, PartnerId, Refusal};
use crate::kit::{ChoiceField, DateField, NoteField};
use crate::parts::choice::Choice;
use crate::parts::form::FormErrors;
use crate::state::deeds::{Deed, LOG_GIVE_GET};

use super::{Draft, note_text, today_text};

/// What is typed about value that went one way.
#[derive(Clone, Copy)]
pub struct LedgerDraft {
    on: RwSignal<String>,
    direction: Choice<Direction>,
    kind: Choice<LedgerKind>,
    /// Points less one: the place in the list.
    points: RwSignal<usize>,
    note: RwSignal<String>,
}

impl LedgerDraft {
    /// A form with dull defaults.
    pub fn blank(_: PartnerId) -> Self {
        Self {
            on: today_text(),
            direction: Choice::new(&Direction::ALL, Direction::Give),
            kind: Choice::new(&LedgerKind::ALL, LedgerKind::CoMarketing),
            points: RwSignal::new(0),
            note: RwSignal::default(),
        }
    }
}

impl Draft for LedgerDraft {
    type Record = LedgerEntry;

    fn adds(self) -> Deed {
        LOG_GIVE_GET
    }

    fn corrects(self) -> &'static str {
        words::EDIT_GIVE_GET
    }

    fn meant(self, step: Step) -> Self {
        let direction = if step == Step::Get { Direction::Get } else { Direction::Give };
        Self { direction: Choice::new(&Direction::ALL, direction), ..self }
    }

    fn of(_: PartnerId, record: &LedgerEntry) -> Self {
        Self {
            on: RwSignal::new(record.on.to_string()),
            direction: Choice::new(&Direction::ALL, record.direction),
            kind: Choice::new(&LedgerKind::ALL, record.kind),
            points: RwSignal::new(usize::from(record.points.get()).saturating_sub(1)),
            note: note_text(record.note.as_ref()),
        }
    }

    fn read(self, _: Option<&LedgerEntry>) -> Result<LedgerEntry, Refusal> {
        Ok(LedgerEntry {
            on: Refusal::date(Field::On, &self.on.get_untracked())?,
            direction: self.direction.chosen_or(Direction::Give),
            kind: self.kind.chosen_or(LedgerKind::CoMarketing),
            points: LedgerPoints::new(u8::try_from(self.points.get_untracked() + 1).unwrap_or(u8::MAX))?,
            note: Note::parse_optional(&self.note.get_untracked())?,
        })
    }

    fn fields(self, errors: FormErrors) -> AnyView {
        let points = words::WORTHS.map(str::to_owned).to_vec();
        view! {
            <div class="columns">
                <ChoiceField
                    label=words::WHICH_WAY
                    choices=self.direction.words()
                    place=self.direction.place()
                    focus=true
                />
                <ChoiceField label=words::WHAT_KIND choices=self.kind.words() place=self.kind.place() />
                <ChoiceField label=words::WORTH choices=points place=self.points error=errors.at(Field::Points) />
                <DateField label=words::DAY value=self.on error=errors.at(Field::On) />
            </div>
            <NoteField label=words::WHAT_WAS_IT value=self.note error=errors.at(Field::Note) />
        }
        .into_any()
    }

    fn words(record: &LedgerEntry) -> String {
        records::ledger_entry(record)
    }
}
