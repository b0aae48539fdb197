//! Pulse: how each side rates the partnership, from 1 to 5.

use serde::Serialize;

use crate::domain::fields::{reads, reads_as, written_as};

use super::collection::Collection;
use super::date::Date;
use super::entry::Entry;
use super::partner::Partner;
use super::refusal::{Field, Refusal};
use super::text::Note;

/// Who gave a rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RatedBy {
    /// We did.
    Us,
    /// They did.
    Them,
}

written_as!(RatedBy { Us: "us", Them: "them" });

impl RatedBy {
    /// Both, in the order of a form.
    pub const ALL: [Self; 2] = [Self::Us, Self::Them];
}

/// A rating from 1, strained, to 5, thriving.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(into = "u8")]
pub struct Rating(u8);

reads_as!(Rating, from u8);

impl Rating {
    /// Refuses anything but 1 to 5.
    pub fn new(rating: u8) -> Result<Self, Refusal> {
        if (1..=5).contains(&rating) {
            Ok(Self(rating))
        } else {
            Err(Refusal::OutOfBounds { field: Field::Rating, least: 1, most: 5 })
        }
    }

    /// The rating, 1–5.
    pub fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Rating {
    type Error = Refusal;

    fn try_from(rating: u8) -> Result<Self, Refusal> {
        Self::new(rating)
    }
}

impl From<Rating> for u8 {
    fn from(rating: Rating) -> Self {
        rating.0
    }
}

/// How one side rated the partnership on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pulse {
    /// The day of the rating.
    pub on: Date,
    /// Whose rating it is.
    pub by: RatedBy,
    /// The rating.
    pub rating: Rating,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
}

reads!(Pulse { on, by, rating } or_not { note });

impl Entry for Pulse {
    const WHAT: &'static str = "This rating";

    fn on(&self) -> Date {
        self.on
    }

    fn check(&self, today: Date) -> Result<(), Refusal> {
        Refusal::unless_past(Field::On, self.on, today)
    }

    fn all(partner: &Partner) -> &Collection<Self> {
        &partner.pulses
    }

    fn all_mut(partner: &mut Partner) -> &mut Collection<Self> {
        &mut partner.pulses
    }
}
