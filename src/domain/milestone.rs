//! Milestones: results both sides agreed to reach by a day.

use serde::Serialize;

use crate::domain::fields::reads;

use super::collection::Collection;
use super::date::Date;
use super::entry::Entry;
use super::partner::Partner;
use super::promise::Promise;
use super::refusal::Refusal;
use super::text::Line;

/// A jointly agreed, dated result. Its promise was made on the day both sides agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Milestone {
    /// What is to be reached.
    pub what: Line<200>,
    /// Agreed, due, moved, reached or dropped.
    pub dates: Promise,
}

reads!(Milestone { what, dates });

impl Entry for Milestone {
    const WHAT: &'static str = "This milestone";

    fn on(&self) -> Date {
        self.dates.made_on()
    }

    fn check(&self, today: Date) -> Result<(), Refusal> {
        self.dates.check(today)
    }

    fn all(partner: &Partner) -> &Collection<Self> {
        &partner.milestones
    }

    fn all_mut(partner: &mut Partner) -> &mut Collection<Self> {
        &mut partner.milestones
    }
}
