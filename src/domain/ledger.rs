//! Give and get: value delivered and received, in points.

use serde::Serialize;

use crate::domain::fields::{reads, reads_as, written_as};

use super::collection::Collection;
use super::date::Date;
use super::entry::Entry;
use super::partner::Partner;
use super::refusal::{Field, Refusal};
use super::text::Note;

/// Which way the value went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From us to them.
    Give,
    /// From them to us.
    Get,
}

written_as!(Direction { Give: "give", Get: "get" });

impl Direction {
    /// Both, in the order of a form.
    pub const ALL: [Self; 2] = [Self::Give, Self::Get];
}

/// What kind of value it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LedgerKind {
    /// A joint campaign, a slot in a newsletter, a stage.
    CoMarketing,
    /// Knowledge of a market or an account.
    Intel,
    /// Product, licences, a sandbox.
    Product,
    /// Training and material.
    Enablement,
    /// A customer sent over.
    Referral,
    /// A person introduced.
    Introduction,
    /// Shared data, such as mapped accounts.
    Data,
    /// Anything else.
    Other,
}

written_as!(LedgerKind {
    CoMarketing: "co_marketing",
    Intel: "intel",
    Product: "product",
    Enablement: "enablement",
    Referral: "referral",
    Introduction: "introduction",
    Data: "data",
    Other: "other"
});

impl LedgerKind {
    /// All kinds, in the order of a form.
    pub const ALL: [Self; 8] = [
        Self::CoMarketing,
        Self::Intel,
        Self::Product,
        Self::Enablement,
        Self::Referral,
        Self::Introduction,
        Self::Data,
        Self::Other,
    ];
}

/// How much an entry is worth: 1 to 5 points, as the user judges it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(into = "u8")]
pub struct LedgerPoints(u8);

reads_as!(LedgerPoints, from u8);

impl LedgerPoints {
    /// Refuses anything but 1 to 5.
    pub fn new(points: u8) -> Result<Self, Refusal> {
        if (1..=5).contains(&points) {
            Ok(Self(points))
        } else {
            Err(Refusal::OutOfBounds { field: Field::Points, least: 1, most: 5 })
        }
    }

    /// The points, 1–5.
    pub fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for LedgerPoints {
    type Error = Refusal;

    fn try_from(points: u8) -> Result<Self, Refusal> {
        Self::new(points)
    }
}

impl From<LedgerPoints> for u8 {
    fn from(points: LedgerPoints) -> Self {
        points.0
    }
}

/// Value that went one way on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LedgerEntry {
    /// The day it was delivered or received.
    pub on: Date,
    /// Which way it went.
    pub direction: Direction,
    /// What kind of value.
    pub kind: LedgerKind,
    /// What it is worth.
    pub points: LedgerPoints,
    /// What it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
}

reads!(LedgerEntry { on, direction, kind, points } or_not { note });

impl Entry for LedgerEntry {
    const WHAT: &'static str = "This entry";

    fn on(&self) -> Date {
        self.on
    }

    fn check(&self, today: Date) -> Result<(), Refusal> {
        Refusal::unless_past(Field::On, self.on, today)
    }

    fn all(partner: &Partner) -> &Collection<Self> {
        &partner.ledger
    }

    fn all_mut(partner: &mut Partner) -> &mut Collection<Self> {
        &mut partner.ledger
    }
}
