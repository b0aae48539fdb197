//! Short dated facts of a dossier: what the rules of health and the companion scores rest on.
//!
//! [`kinds`] says what there is, [`written`] how it is written down. Nine kinds share one
//! collection and one stored form: a collection of its own for each would add the code that reads,
//! writes and compares it nine times to the page. Their paths in the document stay apart.

pub mod kinds;
pub mod written;

use super::collection::Collection;
use super::date::Date;
use super::entry::Entry;
use super::id::Id;
use super::partner::Partner;
use super::refusal::{Field, Refusal};

pub use kinds::{
    AdjustedBand, Adjustment, Ask, AskKind, Breach, BreachKind, DecisionAnswer, DecisionTopic, Deferral,
    Escalation, FitAspect, FitRating, Part, Signal, Stakeholder, Stance, Who,
};
pub use written::{FactKind, Written};

/// The identity of a fact.
pub type FactId = Id<Fact>;

/// Something short that holds from a day on, or between two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// A band set by hand, for a time.
    Adjustment(Adjustment),
    /// A decision about a Zombie put off.
    Deferral(Deferral),
    /// A contract or data breach.
    Breach(Breach),
    /// A conflict taken to a higher level.
    Escalation(Escalation),
    /// A sign of wanting partners.
    Signal(Signal),
    /// Somebody who has a say in their decision.
    Stakeholder(Stakeholder),
    /// How well they fit, in one respect.
    Fit(FitRating),
    /// What is known of how they decide.
    Decision(DecisionAnswer),
    /// The concrete outcome we want.
    Ask(Ask),
}

/// Longest that a band may be set by hand, in days.
pub const ADJUSTMENT_DAYS: i64 = 90;
/// Longest that a decision may be put off, in days.
pub const DEFERRAL_DAYS: i64 = 30;

impl Fact {
    /// Refuses a fact whose days or figures contradict each other.
    pub fn check_limits(&self) -> Result<(), Refusal> {
        match self {
            Self::Adjustment(fact) => ends_within(fact.on, fact.expires_on, Some(ADJUSTMENT_DAYS)),
            Self::Deferral(fact) => ends_within(fact.on, fact.until, Some(DEFERRAL_DAYS)),
            Self::Signal(fact) => {
                ends_within(fact.on, fact.expires_on, None)?;
                closes_after(fact.on, fact.answered_on)
            }
            Self::Breach(fact) => closes_after(fact.on, fact.cleared_on),
            Self::Escalation(fact) if !(1..=3).contains(&fact.level) => {
                Err(Refusal::OutOfBounds { field: Field::Level, least: 1, most: 3 })
            }
            Self::Escalation(fact) => closes_after(fact.on, fact.closed_on),
            Self::Stakeholder(_) | Self::Fit(_) | Self::Decision(_) | Self::Ask(_) => Ok(()),
        }
    }

    /// The day it was over, if that has been recorded.
    fn closed_on(&self) -> Option<Date> {
        match self {
            Self::Breach(fact) => fact.cleared_on,
            Self::Escalation(fact) => fact.closed_on,
            Self::Signal(fact) => fact.answered_on,
            _ => None,
        }
    }
}

impl Entry for Fact {
    const WHAT: &'static str = "This record";

    fn on(&self) -> Date {
        match self {
            Self::Adjustment(fact) => fact.on,
            Self::Deferral(fact) => fact.on,
            Self::Breach(fact) => fact.on,
            Self::Escalation(fact) => fact.on,
            Self::Signal(fact) => fact.on,
            Self::Stakeholder(fact) => fact.on,
            Self::Fit(fact) => fact.on,
            Self::Decision(fact) => fact.on,
            Self::Ask(fact) => fact.on,
        }
    }

    fn check(&self, today: Date) -> Result<(), Refusal> {
        Refusal::unless_past(Field::On, self.on(), today)?;
        self.closed_on().map_or(Ok(()), |day| Refusal::unless_past(Field::DoneOn, day, today))?;
        self.check_limits()
    }

    fn all(partner: &Partner) -> &Collection<Self> {
        &partner.facts
    }

    fn all_mut(partner: &mut Partner) -> &mut Collection<Self> {
        &mut partner.facts
    }
}

/// Refuses an end on or before `on`, or more than `most` days after it.
fn ends_within(on: Date, end: Date, most: Option<i64>) -> Result<(), Refusal> {
    if end <= on {
        return Err(Refusal::Before {
            field: Field::Until,
            earliest: on.plus_days(1),
            why: "the day after it begins",
        });
    }
    match most {
        Some(most) if on.days_until(end) > most => {
            let why = "the longest it can last: plan a new decision by then";
            Err(Refusal::After { field: Field::Until, latest: on.plus_days(most), why })
        }
        _ => Ok(()),
    }
}

fn closes_after(on: Date, closed_on: Option<Date>) -> Result<(), Refusal> {
    match closed_on {
        Some(closed_on) if closed_on < on => {
            Err(Refusal::Before { field: Field::DoneOn, earliest: on, why: "the day it began" })
        }
        _ => Ok(()),
    }
}
