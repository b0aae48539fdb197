//! What the page asks of the worker, and what it answers: plain JSON.

use serde::{Deserialize, Serialize};

use crate::interchange::import::mapping::MatchKey;
use crate::interchange::import::words::Meaning;
use crate::interchange::import::{
    Chunk, DateOrder, Decisions, Found, Known, Mapping, Outcome, PlannedRow, Remembered, Subject, Target,
    Totals, Wanted,
};

/// An errand about the file that the worker keeps.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Errand {
    /// Read the file that comes along or, when none does, the last one anew.
    Read {
        /// How, as far as the user says so.
        wanted: Wanted,
        /// What was made of the columns of earlier files.
        remembered: Vec<Remembered>,
    },
    /// Change what becomes of its columns.
    Change(Change),
    /// Say of each row what would become of it.
    Plan {
        /// What is here; absent when it is as it was the last time.
        known: Option<Known>,
        /// What the user decided about rows.
        decisions: Decisions,
        /// The id from which those of what is added follow.
        seed: String,
    },
    /// Show rows of the plan.
    Rows {
        /// Only those of which this becomes.
        only: Option<Becomes>,
        /// How many of them to pass over.
        from: usize,
        /// How many at most.
        most: usize,
    },
    /// Hand out a chunk of the plan, to be carried out.
    Chunk(usize),
}

/// A change of what becomes of the columns.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Change {
    /// What each row is; the columns are suggested anew.
    Subject(Subject),
    /// By what a row is recognised.
    Key(MatchKey),
    /// What the column at this place becomes.
    Aim(usize, Option<Target>),
    /// In which order the column at this place writes its days.
    Days(usize, DateOrder),
    /// What the word at a place of the column at this place means.
    Means(usize, usize, Meaning),
}

/// What becomes of a row, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Becomes {
    /// [`Outcome::Create`].
    Create,
    /// [`Outcome::Update`].
    Update,
    /// [`Outcome::Ask`].
    Ask,
    /// [`Outcome::Skip`].
    Skip,
    /// [`Outcome::Error`].
    Error,
}

impl Becomes {
    /// The word for an outcome.
    pub const fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Create => Self::Create,
            Outcome::Update { .. } => Self::Update,
            Outcome::Ask { .. } => Self::Ask,
            Outcome::Skip { .. } => Self::Skip,
            Outcome::Error => Self::Error,
        }
    }
}

/// What the worker answers.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Answer {
    /// The list in the file was read.
    Read(Found),
    /// The file holds so many address cards.
    ReadCards(usize),
    /// The file was not read, and why.
    NotRead(String),
    /// What becomes of the columns, and what has to be settled before rows can be compared.
    Mapped(Mapping, Vec<String>),
    /// There is a plan, with so many chunks.
    Planned(Totals, usize),
    /// Rows of the plan: those asked for, from the place asked for.
    Rows {
        /// Only those of which this becomes.
        only: Option<Becomes>,
        /// How many of them were passed over.
        from: usize,
        /// The rows, without their steps.
        rows: Vec<PlannedRow>,
    },
    /// A chunk of the plan.
    Chunk(Chunk),
}
