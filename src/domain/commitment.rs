//! Commitments: dated promises with one owner, ours or theirs.

use serde::Serialize;

use crate::domain::fields::{reads, written_as};

use super::collection::Collection;
use super::date::Date;
use super::entry::Entry;
use super::meeting::MeetingId;
use super::partner::Partner;
use super::promise::Promise;
use super::refusal::Refusal;
use super::text::Line;

/// Whose promise it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// We owe it.
    Ours,
    /// They owe it.
    Theirs,
}

written_as!(Side { Ours: "ours", Theirs: "theirs" });

impl Side {
    /// Both, in the order of a form.
    pub const ALL: [Self; 2] = [Self::Ours, Self::Theirs];
}

/// A dated promise with one owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Commitment {
    /// What was promised.
    pub what: Line<200>,
    /// Whose promise it is.
    pub side: Side,
    /// Who keeps it, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<Line<120>>,
    /// Made, due, moved, done or dropped.
    pub dates: Promise,
    /// The meeting in which it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_meeting: Option<MeetingId>,
}

reads!(Commitment { what, side, dates } or_not { person, from_meeting });

impl Entry for Commitment {
    const WHAT: &'static str = "This promise";

    fn on(&self) -> Date {
        self.dates.made_on()
    }

    fn check(&self, today: Date) -> Result<(), Refusal> {
        self.dates.check(today)
    }

    fn all(partner: &Partner) -> &Collection<Self> {
        &partner.commitments
    }

    fn all_mut(partner: &mut Partner) -> &mut Collection<Self> {
        &mut partner.commitments
    }
}
