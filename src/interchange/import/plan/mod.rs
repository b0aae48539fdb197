//! What would become of each row: a dry run.
//!
//! [`draft`] reads the cells of a row with the domain's own constructors, [`changes`] says what of it is new to what is
//! here, and [`planner`] decides.

mod changes;
mod draft;
mod planner;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::apply::{Chunk, Step};
use super::known::Known;
use super::mapping::Mapping;
use super::problem::{Complaint, Problem};
use super::table::Table;
use super::target::Target;
use crate::domain::Id;

pub use changes::notes_with;

/// Rows of a [`Chunk`]: few enough to be applied within a frame or two.
pub const ROWS_OF_CHUNK: usize = 200;

/// What the user decided about rows; what is not decided here is suggested.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decisions {
    /// Decisions about one row each, by its number.
    pub rows: Vec<(u32, Choice)>,
    /// What holds for all rows that may be here already and have no decision of their own.
    pub undecided: Undecided,
    /// What becomes of rows with a cell that is not taken.
    pub bad_cells: BadCells,
    /// What becomes of employers who are no partner here.
    pub employers: Employers,
}

/// What the user decided about a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Choice {
    /// It is somebody new.
    Create,
    /// It is the one with this id.
    Update(String),
    /// It is left out.
    Skip,
}

/// What becomes of rows that may be here already, while nobody decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Undecided {
    /// They wait, and are not imported.
    #[default]
    Wait,
    /// They are new.
    Create,
    /// They are the one most alike.
    Update,
    /// They are left out.
    Skip,
}

/// What becomes of rows with a cell that is not taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum BadCells {
    /// The row is not imported, and says why.
    #[default]
    Refuse,
    /// The row is imported without that cell.
    LeaveOut,
}

/// What becomes of employers who are no partner here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Employers {
    /// Each becomes a prospect.
    #[default]
    Create,
    /// The people are imported without them.
    LeaveOut,
}

/// What would become of each row of a file. Nothing is changed by it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The rows, in the order of the file; blank ones are passed over.
    pub rows: Vec<PlannedRow>,
}

/// What would become of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedRow {
    /// Its place in the file, as a spreadsheet counts.
    pub number: u32,
    /// Who it is about, as the file names them.
    pub title: String,
    /// What would become of it.
    pub outcome: Outcome,
    /// Why it is an error.
    pub complaints: Vec<Complaint>,
    /// What is passed over, though the row is imported.
    pub notes: Vec<Complaint>,
    /// What is to be done, when something is.
    pub step: Option<Step>,
}

/// What would become of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// Somebody new.
    Create,
    /// Somebody who is here says more than before.
    Update {
        /// Who.
        of: Candidate,
        /// What changes.
        changes: Vec<Change>,
    },
    /// Somebody has to say whether it is one of these; until then it is not imported.
    Ask {
        /// The most alike first.
        with: Vec<Candidate>,
    },
    /// Nothing, and why.
    Skip {
        /// Why.
        why: Problem,
    },
    /// Nothing, because of what [`PlannedRow::complaints`] say.
    Error,
}

/// Somebody who is here and may be meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// The partner's or the person's id.
    pub id: String,
    /// Their name.
    pub name: String,
    /// How alike the names are, 0 to 100.
    pub likeness: u8,
}

/// What one target says before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Of what. Words of a list are places in our list, as in [`super::known::Value`].
    pub target: Target,
    /// What it said; nothing where there was nothing, or where something is added to others.
    pub from: Option<String>,
    /// What it will say, or what is added.
    pub to: String,
}

/// How many rows become what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Rows that add somebody.
    pub created: usize,
    /// Rows that change somebody.
    pub updated: usize,
    /// Rows that wait for a decision.
    pub asked: usize,
    /// Rows that are passed over.
    pub skipped: usize,
    /// Rows that are refused.
    pub errors: usize,
    /// Partners that are added beside the rows, because people work there.
    pub employers: usize,
    /// Units of storage that all of it takes, about; a little more rather than less.
    pub weight: usize,
}

impl Plan {
    /// What would become of each row. `seed` is a new id ([`crate::domain::Moment::new_id`]) from which those of the import follow, so that a
    /// chunk applied twice adds nothing twice; it stays the same for one import.
    pub fn make(
        table: &Table,
        mapping: &Mapping,
        known: &Known,
        decisions: &Decisions,
        seed: Id<Plan>,
    ) -> Self {
        planner::plan(table, mapping, known, decisions, seed)
    }

    /// How many rows become what.
    pub fn totals(&self) -> Totals {
        let mut totals = Totals::default();
        let mut employers: Vec<&str> = Vec::new();
        for row in &self.rows {
            let count = match &row.outcome {
                Outcome::Create => &mut totals.created,
                Outcome::Update { .. } => &mut totals.updated,
                Outcome::Ask { .. } => &mut totals.asked,
                Outcome::Skip { .. } => &mut totals.skipped,
                Outcome::Error => &mut totals.errors,
            };
            *count += 1;
            let Some(step) = &row.step else { continue };
            totals.weight += step.weight();
            employers.extend(step.new_employer());
        }
        employers.sort_unstable();
        employers.dedup();
        totals.employers = employers.len();
        totals
    }

    /// How many chunks there are to apply.
    pub fn chunks(&self) -> usize {
        self.steps().count().div_ceil(ROWS_OF_CHUNK)
    }

    /// A chunk to apply, from 0; in their order, because a row may speak of what one before it adds.
    pub fn chunk(&self, number: usize) -> Chunk {
        let from = number.saturating_mul(ROWS_OF_CHUNK);
        Chunk { steps: self.steps().skip(from).take(ROWS_OF_CHUNK).cloned().collect() }
    }

    /// Some of the rows, to be shown.
    pub fn slice(&self, range: Range<usize>) -> &[PlannedRow] {
        let end = range.end.min(self.rows.len());
        self.rows.get(range.start.min(end)..end).unwrap_or_default()
    }

    fn steps(&self) -> impl Iterator<Item = &Step> {
        self.rows.iter().filter_map(|row| row.step.as_ref())
    }
}
