//! The rows of the sample tables. Days are counted back from today; days to come are negative.

use super::meetings::Sitting;
use crate::domain::contact::Role;
use crate::domain::fact::{AdjustedBand, AskKind, BreachKind, DecisionTopic, FitAspect, Part, Stance};
use crate::domain::pulse::RatedBy;
use crate::domain::{Channel, Direction, LedgerKind, PartnerKind, Side, Stage, Tier, TractionKind};

/// Added once for each quarter back: `2 * QUARTER + 40` is the 41st day of the second quarter
/// before this one. Whatever has to fall into a quarter on any day is dated so.
pub const QUARTER: i32 = 10_000;

/// A partner of the sample.
pub struct Company {
    pub name: &'static str,
    pub domain: &'static str,
    pub kind: PartnerKind,
    pub owner: &'static str,
    pub notes: &'static str,
    pub tags: &'static [&'static str],
    pub links: &'static [(&'static str, &'static str)],
    pub fields: &'static [(&'static str, &'static str)],
    /// Stage, since when, why; the first says since when the partner is known.
    pub stages: &'static [(Stage, i32, &'static str)],
    /// Tier and since when.
    pub tiers: &'static [(Tier, i32)],
    pub people: &'static [Colleague],
    pub touches: &'static [Touch],
    pub promises: &'static [Promised],
    pub milestones: &'static [Promised],
    pub results: &'static [Proof],
    pub ledger: &'static [Value],
    pub pulses: &'static [Rated],
    pub facts: &'static [Noted],
    pub playbooks: &'static [Running],
    pub meetings: &'static [Sitting],
}

/// A partner about whom nothing is recorded.
pub const BARE: Company = Company {
    name: "",
    domain: "",
    kind: PartnerKind::Referral,
    owner: "",
    notes: "",
    tags: &[],
    links: &[],
    fields: &[],
    stages: &[],
    tiers: &[],
    people: &[],
    touches: &[],
    promises: &[],
    milestones: &[],
    results: &[],
    ledger: &[],
    pulses: &[],
    facts: &[],
    playbooks: &[],
    meetings: &[],
};

/// A person at a partner, known by their first name in the other tables.
pub struct Colleague {
    pub name: &'static str,
    pub title: &'static str,
    pub since: i32,
    pub role: Option<Role>,
    pub tier: Option<Tier>,
    pub is_nurtured: bool,
    pub notes: &'static str,
    /// Path, what they share, what they said, what they care about.
    pub research: [&'static str; 4],
    /// Where they went, as what and when.
    pub moved: Option<(&'static str, &'static str, i32)>,
}

pub const fn person(since: i32, name: &'static str, title: &'static str) -> Colleague {
    Colleague {
        name,
        title,
        since,
        role: None,
        tier: None,
        is_nurtured: false,
        notes: "",
        research: [""; 4],
        moved: None,
    }
}

impl Colleague {
    pub const fn is(mut self, role: Role) -> Self {
        self.role = Some(role);
        self
    }

    pub const fn tier(mut self, tier: Tier) -> Self {
        self.tier = Some(tier);
        self
    }

    pub const fn nurtured(mut self) -> Self {
        self.is_nurtured = true;
        self
    }

    pub const fn notes(mut self, notes: &'static str) -> Self {
        self.notes = notes;
        self
    }

    pub const fn research(mut self, research: [&'static str; 4]) -> Self {
        self.research = research;
        self
    }

    pub const fn moved(mut self, to: &'static str, title: &'static str, on: i32) -> Self {
        self.moved = Some((to, title, on));
        self
    }
}

/// A touchpoint; `who` holds first names, apart by a blank.
pub struct Touch {
    pub on: i32,
    pub channel: Channel,
    pub is_two_way: bool,
    pub who: &'static str,
    pub note: &'static str,
}

const fn touch(on: i32, channel: Channel, is_two_way: bool, who: &'static str, note: &'static str) -> Touch {
    Touch { on, channel, is_two_way, who, note }
}

pub const fn call(on: i32, who: &'static str, note: &'static str) -> Touch {
    touch(on, Channel::Call, true, who, note)
}

pub const fn met(on: i32, who: &'static str, note: &'static str) -> Touch {
    touch(on, Channel::InPerson, true, who, note)
}

/// They answered.
pub const fn reply(on: i32, who: &'static str, note: &'static str) -> Touch {
    touch(on, Channel::Email, true, who, note)
}

/// We wrote and nobody answered.
pub const fn sent(on: i32, who: &'static str, note: &'static str) -> Touch {
    touch(on, Channel::Email, false, who, note)
}

/// A commitment or a milestone.
pub struct Promised {
    pub what: &'static str,
    pub side: Side,
    pub by: &'static str,
    pub made: i32,
    pub due: i32,
    /// Agreed when, to which day.
    pub moves: &'static [(i32, i32)],
    pub done: Option<i32>,
    pub dropped: Option<(i32, &'static str)>,
}

const fn promised(side: Side, made: i32, due: i32, by: &'static str, what: &'static str) -> Promised {
    Promised { what, side, by, made, due, moves: &[], done: None, dropped: None }
}

pub const fn ours(made: i32, due: i32, by: &'static str, what: &'static str) -> Promised {
    promised(Side::Ours, made, due, by, what)
}

pub const fn theirs(made: i32, due: i32, by: &'static str, what: &'static str) -> Promised {
    promised(Side::Theirs, made, due, by, what)
}

pub const fn goal(made: i32, due: i32, what: &'static str) -> Promised {
    promised(Side::Ours, made, due, "", what)
}

impl Promised {
    pub const fn moved(mut self, moves: &'static [(i32, i32)]) -> Self {
        self.moves = moves;
        self
    }

    pub const fn done(mut self, on: i32) -> Self {
        self.done = Some(on);
        self
    }

    pub const fn dropped(mut self, on: i32, why: &'static str) -> Self {
        self.dropped = Some((on, why));
        self
    }
}

/// A traction event.
pub struct Proof {
    pub on: i32,
    pub kind: TractionKind,
    pub amount: &'static str,
    pub note: &'static str,
}

const fn proof(on: i32, kind: TractionKind, note: &'static str) -> Proof {
    Proof { on, kind, amount: "", note }
}

pub const fn lead(on: i32, note: &'static str) -> Proof {
    proof(on, TractionKind::LeadBecameMeeting, note)
}

pub const fn influenced(on: i32, note: &'static str) -> Proof {
    proof(on, TractionKind::InfluencedOpportunity, note)
}

pub const fn campaign(on: i32, note: &'static str) -> Proof {
    proof(on, TractionKind::MeasuredCoMarketing, note)
}

pub const fn sourced(on: i32, note: &'static str) -> Proof {
    proof(on, TractionKind::SourcedOpportunity, note)
}

pub const fn live(on: i32, note: &'static str) -> Proof {
    proof(on, TractionKind::LiveJointCustomer, note)
}

pub const fn won(on: i32, amount: &'static str, note: &'static str) -> Proof {
    Proof { on, kind: TractionKind::Win, amount, note }
}

/// A ledger entry.
pub struct Value {
    pub on: i32,
    pub direction: Direction,
    pub kind: LedgerKind,
    pub points: u8,
    pub note: &'static str,
}

pub const fn gave(on: i32, kind: LedgerKind, points: u8, note: &'static str) -> Value {
    Value { on, direction: Direction::Give, kind, points, note }
}

pub const fn got(on: i32, kind: LedgerKind, points: u8, note: &'static str) -> Value {
    Value { on, direction: Direction::Get, kind, points, note }
}

/// A pulse.
pub struct Rated {
    pub on: i32,
    pub by: RatedBy,
    pub rating: u8,
    pub note: &'static str,
}

pub const fn we_rate(on: i32, rating: u8, note: &'static str) -> Rated {
    Rated { on, by: RatedBy::Us, rating, note }
}

pub const fn they_rate(on: i32, rating: u8, note: &'static str) -> Rated {
    Rated { on, by: RatedBy::Them, rating, note }
}

/// A playbook at work.
pub struct Running {
    /// The id of its checklist.
    pub of: &'static str,
    /// The day it began, and its days are counted from.
    pub anchor: i32,
    /// How its items stand; the others are open.
    pub items: &'static [Marked],
}

/// How an item of a playbook stands.
pub enum Marked {
    /// Item, on, what shows it.
    Done(&'static str, i32, &'static str),
    /// Item, on, why it does not apply.
    Aside(&'static str, i32, &'static str),
    /// Item, what it waits for, the new day.
    Waits(&'static str, &'static str, i32),
}

/// A short fact: the day, its words, and the days it ends on, as far as the kind has them.
pub enum Noted {
    /// On, band, expires, why.
    Adjusted(i32, AdjustedBand, i32, &'static str),
    /// On, until, why.
    Deferred(i32, i32, &'static str),
    /// On, what of, what happened, cleared.
    Breached(i32, BreachKind, &'static str, Option<i32>),
    /// On, level, what about, closed.
    Escalated(i32, u8, &'static str, Option<i32>),
    /// On, expires, what, answered.
    Signalled(i32, i32, &'static str, Option<i32>),
    /// Known since, first name or nobody, part, stance.
    Decider(i32, &'static str, Part, Stance),
    /// On, what about, whether there is any, the answer.
    Answered(i32, DecisionTopic, bool, &'static str),
    /// On, respect, rating, evidence.
    Fits(i32, FitAspect, u8, &'static str),
    /// On, kind, what exactly, what success looks like.
    Asked(i32, AskKind, &'static str, &'static str),
}
