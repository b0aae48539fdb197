//! Logging what was given or got.

use leptos::prelude::*;

use crate::domain::ledger::LedgerPoints;
use crate::domain::{Direction, Field, LedgerEntry, LedgerKind, Note, Refusal};
use crate::kit::{ChoiceField, DateField, NoteField};
use crate::parts::form::FormErrors;
use crate::parts::words::{Word, choices, day};
use crate::state::deeds::{Deed, LOG_GIVE_GET};
use crate::state::desk::Desk;

use super::{Draft, note_text, today_text};

/// What is typed about value that went one way.
#[derive(Clone, Copy)]
pub struct LedgerDraft {
    on: RwSignal<String>,
    direction: RwSignal<Direction>,
    kind: RwSignal<LedgerKind>,
    points: RwSignal<u8>,
    note: RwSignal<String>,
}

impl Draft for LedgerDraft {
    type Record = LedgerEntry;
    const ADD: Deed = LOG_GIVE_GET;
    const CORRECTING: &'static str = "Edit give or get";

    fn blank(desk: Desk) -> Self {
        Self {
            on: today_text(desk),
            direction: RwSignal::new(Direction::Give),
            kind: RwSignal::new(LedgerKind::CoMarketing),
            points: RwSignal::new(1),
            note: RwSignal::default(),
        }
    }

    fn of(record: &LedgerEntry) -> Self {
        Self {
            on: RwSignal::new(record.on.to_string()),
            direction: RwSignal::new(record.direction),
            kind: RwSignal::new(record.kind),
            points: RwSignal::new(record.points.get()),
            note: note_text(record.note.as_ref()),
        }
    }

    fn read(self, _: Option<&LedgerEntry>) -> Result<LedgerEntry, Refusal> {
        Ok(LedgerEntry {
            on: Refusal::date(Field::On, &self.on.get_untracked())?,
            direction: self.direction.get_untracked(),
            kind: self.kind.get_untracked(),
            points: LedgerPoints::new(self.points.get_untracked())?,
            note: Note::parse_optional(&self.note.get_untracked())?,
        })
    }

    fn fields(self, errors: FormErrors) -> AnyView {
        let points = [
            (1, "1, a small favour"),
            (2, "2"),
            (3, "3, took real work"),
            (4, "4"),
            (5, "5, changed something for them or us"),
        ];
        let points = points.map(|(points, words)| (points, words.to_owned())).to_vec();
        view! {
            <div class="columns">
                <ChoiceField
                    label="Which way"
                    choices=choices(&[Direction::Give, Direction::Get])
                    value=self.direction
                    focus=true
                />
                <ChoiceField label="What kind" choices=choices(&LedgerKind::ALL) value=self.kind />
                <ChoiceField label="Worth" choices=points value=self.points error=errors.at(Field::Points) />
                <DateField label="Day" value=self.on error=errors.at(Field::On) />
            </div>
            <NoteField label="What was it?" value=self.note error=errors.at(Field::Note) />
        }
        .into_any()
    }

    fn words(record: &LedgerEntry) -> String {
        let note = record.note.as_ref().map(ToString::to_string).unwrap_or_default();
        format!(
            "{}, {}, {} of 5 points, {}. {note}",
            record.direction.word(),
            record.kind.word(),
            record.points.get(),
            day(record.on)
        )
    }
}
