//! A dull story: an Active partner of tier 1, launched and tracked for two years, with nobody and
//! nothing recorded. A test adds what its rule is about.

use bridgekeeper::domain::contact::Role;
use bridgekeeper::domain::fact::{Fact, FactId};
use bridgekeeper::domain::health::{Case, Component, Health, HealthModel, Tenure};
use bridgekeeper::domain::ledger::LedgerPoints;
use bridgekeeper::domain::pulse::RatedBy;
use bridgekeeper::domain::{
    ContactId, Date, Direction, FiscalStart, Id, LedgerEntry, LedgerKind, Partner, PartnerId, Promise, Pulse,
    Rating, Side, Stage, StageChange, Tier, TierChange, TractionKind,
};

use crate::domain::given::{commitment, milestone, partner, touchpoint, traction};

pub use crate::domain::given::{day, line};

/// The day on which a story is evaluated that does not say otherwise: in the middle of a quarter.
pub const TODAY: &str = "2026-11-18";

pub fn today() -> Date {
    day(TODAY)
}

/// So many days before today; after it when negative.
pub fn ago(days: i64) -> Date {
    today().plus_days(-days)
}

#[derive(Clone, Debug)]
pub struct Story {
    pub partner: Partner,
    pub people: Vec<Tenure>,
    pub model: HealthModel,
    pub fiscal: FiscalStart,
    ids: u128,
}

pub const HERE: PartnerId = Id::from_bits(7);

impl Story {
    /// Active since so many days.
    pub fn active(days: i64) -> Self {
        Self::launched(Stage::Active, ago(days))
    }

    pub fn launched(stage: Stage, on: Date) -> Self {
        let mut story = Self {
            partner: partner(),
            people: Vec::new(),
            model: HealthModel::DEFAULT,
            fiscal: FiscalStart::JANUARY,
            ids: 0,
        };
        story.partner.profile.launched_on = Some(on);
        story.partner.profile.tracked_from = on;
        story.stage(on, stage).tier(on, Tier::One)
    }

    pub fn id<Of>(&mut self) -> Id<Of> {
        self.ids += 1;
        Id::from_bits(self.ids)
    }

    pub fn with_model(mut self, model: HealthModel) -> Self {
        self.model = model;
        self
    }

    pub fn stage(mut self, on: Date, to: Stage) -> Self {
        let id = self.id();
        self.partner.stage_changes.insert(id, StageChange { on, to, reason: None });
        self
    }

    pub fn tier(mut self, on: Date, to: Tier) -> Self {
        let id = self.id();
        self.partner.tier_changes.insert(id, TierChange { on, to });
        self
    }

    pub fn tracked_from(mut self, on: Date) -> Self {
        self.partner.profile.tracked_from = on;
        self
    }

    pub fn result(mut self, on: Date, kind: TractionKind) -> Self {
        let id = self.id();
        let event = bridgekeeper::domain::TractionEvent { on, kind, ..traction(TODAY) };
        self.partner.traction.insert(id, event);
        self
    }

    /// A win.
    pub fn win(self, on: Date) -> Self {
        self.result(on, TractionKind::Win)
    }

    /// A lead that became a meeting: one point.
    pub fn lead(self, on: Date) -> Self {
        self.result(on, TractionKind::LeadBecameMeeting)
    }

    pub fn promise(mut self, side: Side, dates: Promise) -> Self {
        let id = self.id();
        let promise = bridgekeeper::domain::Commitment { side, ..commitment("A thing", dates) };
        self.partner.commitments.insert(id, promise);
        self
    }

    pub fn milestone(mut self, dates: Promise) -> Self {
        let id = self.id();
        self.partner.milestones.insert(id, milestone("A result", dates));
        self
    }

    pub fn touch(self, on: Date) -> Self {
        self.touch_with(on, &[])
    }

    pub fn touch_with(mut self, on: Date, with: &[ContactId]) -> Self {
        let id = self.id();
        let mut touch = touchpoint(TODAY);
        (touch.on, touch.with) = (on, with.to_vec());
        self.partner.touchpoints.insert(id, touch);
        self
    }

    /// A mail that went out and got no answer.
    pub fn mail(mut self, on: Date) -> Self {
        let id = self.id();
        let mut touch = touchpoint(TODAY);
        (touch.on, touch.two_way) = (on, false);
        self.partner.touchpoints.insert(id, touch);
        self
    }

    pub fn ledger(mut self, on: Date, direction: Direction, points: u8) -> Self {
        let id = self.id();
        let points = LedgerPoints::new(points).unwrap();
        let entry = LedgerEntry { on, direction, kind: LedgerKind::Intel, points, note: None };
        self.partner.ledger.insert(id, entry);
        self
    }

    pub fn pulse(mut self, on: Date, by: RatedBy, rating: u8) -> Self {
        let id = self.id();
        let pulse = Pulse { on, by, rating: Rating::new(rating).unwrap(), note: None };
        self.partner.pulses.insert(id, pulse);
        self
    }

    /// Somebody who works there between two days.
    pub fn employed(self, who: u128, from: Option<Date>, to: Option<Date>) -> Self {
        self.tenure(Tenure { who: person(who), role: None, from, to })
    }

    /// Somebody who works there.
    pub fn colleague(self, who: u128) -> Self {
        self.employed(who, None, None)
    }

    pub fn role(self, who: u128, role: Role, from: Option<Date>, to: Option<Date>) -> Self {
        self.tenure(Tenure { who: person(who), role: Some(role), from, to })
    }

    fn tenure(mut self, tenure: Tenure) -> Self {
        self.people.push(tenure);
        self.people.sort_by_key(|tenure| tenure.who);
        self
    }

    pub fn fact(mut self, fact: Fact) -> Self {
        let id = self.id();
        self.partner.facts.insert(id, fact);
        self
    }

    pub fn last_fact(&self) -> FactId {
        *self.partner.facts.keys().next_back().unwrap()
    }

    pub fn case(&self) -> Case<'_> {
        Case {
            id: HERE,
            partner: &self.partner,
            people: &self.people,
            model: &self.model,
            fiscal: self.fiscal,
        }
    }

    pub fn health(&self, on: Date) -> Health {
        self.case().health(on).expect("the stage is scored")
    }

    pub fn now(&self) -> Health {
        self.health(today())
    }

    /// The points of a component today, with up to two decimals; `None` when it is missing.
    pub fn points(&self, component: Component) -> Option<f64> {
        points(&self.now(), component)
    }
}

/// The points of a component to two decimals.
pub fn points(health: &Health, component: Component) -> Option<f64> {
    let (above, below) = health.points(component)?.fraction();
    Some((above as f64 / below as f64 * 100.0).round() / 100.0)
}

pub fn person(number: u128) -> ContactId {
    Id::from_bits(number)
}

pub fn promise(made_on: Date, due: Date) -> Promise {
    Promise::new(made_on, due).unwrap()
}

/// Promised long ago, due so many days ago, and done so many days ago.
pub fn done(due: i64, done: i64) -> Promise {
    let mut promise = promise(ago(due.max(done) + 10), ago(due));
    promise.keep(ago(done), ago(done)).unwrap();
    promise
}

/// Promised long ago, due so many days ago, and still open.
pub fn open(due: i64) -> Promise {
    promise(ago(due.max(0) + 10), ago(due))
}

/// The same with moves, each agreed on a day to another.
pub fn moved(mut promise: Promise, moves: &[(i64, i64)]) -> Promise {
    for (on, to) in moves {
        promise.move_to(ago(*on), ago(*to)).unwrap();
    }
    promise
}

pub fn dropped(mut promise: Promise, on: i64) -> Promise {
    promise.drop_it(ago(on), line("They hired somebody"), ago(on)).unwrap();
    promise
}
