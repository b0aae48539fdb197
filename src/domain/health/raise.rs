//! What would raise the score: the model, run again with one thing done.

use super::case::Case;
use super::people::Tenure;
use super::{Component, Health};
use crate::domain::commitment::Commitment;
use crate::domain::contact::{ContactId, Role};
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::domain::ledger::{Direction, LedgerEntry, LedgerKind, LedgerPoints};
use crate::domain::milestone::Milestone;
use crate::domain::order::sorted_by_key;
use crate::domain::partner::Partner;
use crate::domain::pulse::{Pulse, RatedBy, Rating};
use crate::domain::touchpoint::{Channel, Touchpoint};
use crate::domain::traction::{Attribution, TractionEvent, TractionKind};

/// Something that can be done. `None` for a person stands for somebody new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Do what is overdue.
    CloseCommitment(Id<Commitment>),
    /// Have a call, a conversation or a reply.
    Touch(Option<ContactId>),
    /// Win somebody who speaks for us when we are not there.
    Champion(Option<ContactId>),
    /// Find who decides about the money.
    Sponsor(Option<ContactId>),
    /// Reach what was agreed.
    ReachMilestone(Id<Milestone>),
    /// Turn one lead into a meeting.
    LeadBecameMeeting,
    /// Win one deal.
    Win,
    /// Give something worth a point.
    Give,
    /// Get something worth a point.
    Get,
    /// Rate the partnership 5.
    PulseByUs,
    /// Be rated 5.
    PulseByThem,
}

impl Step {
    /// The component it is about.
    pub fn component(self) -> Component {
        match self {
            Self::CloseCommitment(_) => Component::Commitments,
            Self::Touch(_) => Component::Engagement,
            Self::Champion(_) | Self::Sponsor(_) => Component::Relationship,
            Self::ReachMilestone(_) => Component::Milestones,
            Self::LeadBecameMeeting | Self::Win => Component::Traction,
            Self::Give | Self::Get => Component::Reciprocity,
            Self::PulseByUs | Self::PulseByThem => Component::Pulse,
        }
    }
}

/// A step and what it brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raise {
    /// What to do.
    pub step: Step,
    /// Displayed points that it adds.
    pub gain: u8,
    /// The component that gains most by it, for its sentence.
    pub component: Component,
    /// Displayed points of the component now; none when it is missing.
    pub from: Option<u8>,
    /// Displayed points of the component then.
    pub to: u8,
}

impl Case<'_> {
    /// What would raise the displayed score of `day`, best first. Empty below 30 % coverage, where
    /// [`Health::to_record`] says what to record.
    pub fn raise(self, day: Date) -> Vec<Raise> {
        let Some(now) = self.health(day) else { return Vec::new() };
        let Some(score) = now.score else { return Vec::new() };
        let trial = Trial { case: self, day, now, score };
        let mut raises: Vec<Raise> = trial.steps().into_iter().filter_map(|step| trial.run(step)).collect();
        raises.extend(trial.with_people());
        let raises = sorted_by_key(raises, |raise| order(raise.step));
        sorted_by_key(raises, |raise| std::cmp::Reverse(raise.gain))
    }
}

/// The order in which equal gains are listed.
fn order(step: Step) -> u8 {
    match step {
        Step::CloseCommitment(_) => 0,
        Step::Touch(_) => 1,
        Step::Champion(_) => 2,
        Step::Sponsor(_) => 3,
        Step::ReachMilestone(_) => 4,
        Step::LeadBecameMeeting => 5,
        Step::Win => 6,
        Step::Give => 7,
        Step::Get => 8,
        Step::PulseByUs => 9,
        Step::PulseByThem => 10,
    }
}

/// Ids of what is only supposed: later than any other, so that of one day it is the latest.
const NEW: u128 = u128::MAX;

/// One day on which steps are tried.
struct Trial<'a> {
    case: Case<'a>,
    day: Date,
    now: Health,
    score: u8,
}

impl Trial<'_> {
    /// The steps that need nobody to be chosen.
    fn steps(&self) -> Vec<Step> {
        let (partner, day) = (self.case.partner, self.day);
        let mut steps = Vec::new();
        let overdue = partner.commitments.iter().filter(|(_, promise)| promise.dates.is_overdue(day));
        steps.extend(overdue.map(|(id, _)| Step::CloseCommitment(*id)));
        let due = partner
            .milestones
            .iter()
            .filter(|(_, milestone)| milestone.dates.open_due(day).is_some_and(|due| due <= day));
        steps.extend(due.map(|(id, _)| Step::ReachMilestone(*id)));
        steps.extend([Step::LeadBecameMeeting, Step::Win, Step::Give, Step::Get, Step::PulseByUs]);
        steps.push(Step::PulseByThem);
        steps
    }

    /// The steps that somebody there takes part in, each with the person who gains most; a new one
    /// when nobody is there.
    fn with_people(&self) -> Vec<Raise> {
        let Some(scene) = self.case.scene(self.day, self.day) else { return Vec::new() };
        let current = scene.people().filter(|tenures| scene.is(tenures, None));
        let mut who: Vec<Option<ContactId>> =
            current.filter_map(|tenures| tenures.first().map(|tenure| Some(tenure.who))).collect();
        if who.is_empty() {
            who.push(None);
        }
        let best = |step: fn(Option<ContactId>) -> Step| {
            let raises = who.iter().filter_map(|person| self.run(step(*person)));
            // Of equal ones the first.
            raises.reduce(|best, other| if other.gain > best.gain { other } else { best })
        };
        [best(Step::Touch), best(Step::Champion), best(Step::Sponsor)].into_iter().flatten().collect()
    }

    /// What a step brings, if it brings anything.
    fn run(&self, step: Step) -> Option<Raise> {
        let mut partner = self.case.partner.clone();
        let mut people = self.case.people.to_vec();
        self.suppose(step, &mut partner, &mut people)?;
        let case = Case { partner: &partner, people: &people, ..self.case };
        let then = case.health(self.day)?;
        let gain = then.score?.checked_sub(self.score).filter(|gain| *gain > 0)?;
        let gained = |component: &Component| {
            then.earned_tenths(*component).saturating_sub(self.now.earned_tenths(*component))
        };
        // A touch can help the relationship alone.
        let own = step.component();
        let component =
            if gained(&own) > 0 { own } else { Component::ALL.into_iter().max_by_key(gained).unwrap_or(own) };
        let from = self.now.points(component).map(super::Points::rounded);
        Some(Raise { step, gain, component, from, to: then.points(component)?.rounded() })
    }

    /// Does it on the evaluated day.
    fn suppose(&self, step: Step, partner: &mut Partner, people: &mut Vec<Tenure>) -> Option<()> {
        let on = self.day;
        match step {
            Step::CloseCommitment(id) => partner.commitments.get_mut(&id)?.dates.keep(on, on).ok()?,
            Step::ReachMilestone(id) => partner.milestones.get_mut(&id)?.dates.keep(on, on).ok()?,
            Step::Touch(who) => self.touch(join(who, people, None), partner),
            Step::Champion(who) => {
                let id = join(who, people, Some(Role::Champion));
                if who.is_none() {
                    self.touch(id, partner);
                }
            }
            Step::Sponsor(who) => drop(join(who, people, Some(Role::EconomicSponsor))),
            Step::LeadBecameMeeting => self.result(TractionKind::LeadBecameMeeting, partner),
            Step::Win => self.result(TractionKind::Win, partner),
            Step::Give => self.value(Direction::Give, partner)?,
            Step::Get => self.value(Direction::Get, partner)?,
            Step::PulseByUs => self.rating(RatedBy::Us, partner)?,
            Step::PulseByThem => self.rating(RatedBy::Them, partner)?,
        }
        Some(())
    }

    fn touch(&self, with: ContactId, partner: &mut Partner) {
        let touch =
            Touchpoint { on: self.day, channel: Channel::Call, two_way: true, with: vec![with], note: None };
        partner.touchpoints.insert(Id::from_bits(NEW), touch);
    }

    fn result(&self, kind: TractionKind, partner: &mut Partner) {
        let event =
            TractionEvent { on: self.day, kind, attribution: Attribution::Sourced, amount: None, note: None };
        partner.traction.insert(Id::from_bits(NEW), event);
    }

    fn value(&self, direction: Direction, partner: &mut Partner) -> Option<()> {
        let points = LedgerPoints::new(1).ok()?;
        let entry = LedgerEntry { on: self.day, direction, kind: LedgerKind::Other, points, note: None };
        partner.ledger.insert(Id::from_bits(NEW), entry);
        Some(())
    }

    fn rating(&self, by: RatedBy, partner: &mut Partner) -> Option<()> {
        let pulse = Pulse { on: self.day, by, rating: Rating::new(5).ok()?, note: None };
        partner.pulses.insert(Id::from_bits(NEW), pulse);
        Some(())
    }
}

/// Gives the person a role, if there is one to give; somebody new joins the partner first.
fn join(who: Option<ContactId>, people: &mut Vec<Tenure>, role: Option<Role>) -> ContactId {
    let id = who.unwrap_or(ContactId::from_bits(NEW));
    // Beside the person's other tenures.
    let place = people.iter().rposition(|tenure| tenure.who == id).map_or(people.len(), |last| last + 1);
    let tenure = |role| Tenure { who: id, role, from: None, to: None };
    people.splice(place..place, role.map(|role| tenure(Some(role))));
    if who.is_none() {
        people.push(tenure(None));
    }
    id
}
