//! The dossier: a partner with everything that belongs to it.
//!
//! [`profile`] says who it is, [`details`] what the user hangs on it, [`stage`] and [`tier`] keep
//! dated histories, [`reading`] derives what the records say on a day.

pub mod details;
pub mod profile;
pub mod reading;
pub mod stage;
pub mod tier;

use super::checklist::Runs;
use super::collection::Collection;
use super::commitment::Commitment;
use super::custom_field::CustomField;
use super::date::Date;
use super::entry::Entry;
use super::fact::Fact;
use super::id::Id;
use super::ledger::LedgerEntry;
use super::link::Link;
use super::meeting::Meetings;
use super::milestone::Milestone;
use super::moment::Moment;
use super::pulse::Pulse;
use super::refusal::{Field, Refusal};
use super::sealed::Sealed;
use super::table::Table;
use super::tag::Tag;
use super::text::Line;
use super::touchpoint::Touchpoint;
use super::traction::TractionEvent;

pub use profile::{PartnerKind, Profile};
pub use reading::{Balance, NextStep, TimelineItem, TimelineKind, TouchId, TwoWay};
pub use stage::{Stage, StageChange};
pub use tier::{Tier, TierChange};

/// The identity of a partner.
pub type PartnerId = Id<Partner>;

/// A partner with everything that belongs to it.
///
/// A copy is cheap: collections share what they have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// Who it is.
    pub profile: Profile,
    /// Whether it came with the sample and goes with it.
    pub is_sample: bool,
    /// Tags, by the identity that follows from their words.
    pub tags: Collection<Tag>,
    /// Links; they carry their order.
    pub links: Collection<Link>,
    /// Custom fields; they carry their order.
    pub fields: Collection<CustomField>,
    /// Every change of stage; the latest counts.
    pub stage_changes: Collection<StageChange>,
    /// Every change of tier; the latest counts.
    pub tier_changes: Collection<TierChange>,
    /// Dated interactions.
    pub touchpoints: Collection<Touchpoint>,
    /// Promises of either side.
    pub commitments: Collection<Commitment>,
    /// Jointly agreed results.
    pub milestones: Collection<Milestone>,
    /// Commercial results.
    pub traction: Collection<TractionEvent>,
    /// Value given and got.
    pub ledger: Collection<LedgerEntry>,
    /// Ratings by either side.
    pub pulses: Collection<Pulse>,
    /// Adjustments, deferrals, breaches and the other short facts.
    pub facts: Collection<Fact>,
    /// What was filled into scripts, by the identity that follows from the field ([`super::script::Answer`]).
    pub answers: Collection<Sealed>,
    /// Checklists at work.
    pub playbooks: Runs,
    /// Meetings, and what belongs to them.
    pub meetings: Meetings,
    /// The parts of its endings, and what past endings of others said to it ([`super::ending`]).
    pub endings: Collection<Sealed>,
}

impl Partner {
    /// A partner with a profile and no history yet.
    pub fn new(profile: Profile) -> Self {
        Self {
            profile,
            is_sample: false,
            tags: Collection::new(),
            links: Collection::new(),
            fields: Collection::new(),
            stage_changes: Collection::new(),
            tier_changes: Collection::new(),
            touchpoints: Collection::new(),
            commitments: Collection::new(),
            milestones: Collection::new(),
            traction: Collection::new(),
            ledger: Collection::new(),
            pulses: Collection::new(),
            facts: Collection::new(),
            answers: Collection::new(),
            playbooks: Runs::default(),
            meetings: Meetings::default(),
            endings: Collection::new(),
        }
    }

    /// The record with this id.
    pub fn entry<E: Entry>(&self, id: Id<E>) -> Option<&E> {
        E::all(self).get(&id)
    }

    /// Adds a record. Refuses facts about days that have not come, and about days before a chapter was closed.
    pub fn record<E: Entry>(&mut self, entry: E, moment: &mut Moment<'_>) -> Result<Id<E>, Refusal> {
        entry.check(moment.today())?;
        self.unless_history(entry.on())?;
        let id = moment.new_id();
        E::all_mut(self).insert(id, entry);
        Ok(id)
    }

    /// Replaces a record by its corrected version. Refuses as [`Partner::record`] does, and when
    /// the record is gone or belongs to a chapter that was closed.
    pub fn correct<E: Entry>(&mut self, id: Id<E>, entry: E, today: Date) -> Result<(), Refusal> {
        self.unless_history(entry.on())?;
        if let Some(known) = E::all(self).get(&id) {
            self.unless_history(known.on())?;
        }
        self.replace(id, entry, today)
    }

    fn replace<E: Entry>(&mut self, id: Id<E>, entry: E, today: Date) -> Result<(), Refusal> {
        entry.check(today)?;
        let all = E::all_mut(self);
        if !all.contains_key(&id) {
            return Err(Refusal::Gone { what: E::WHAT });
        }
        all.insert(id, entry);
        Ok(())
    }

    /// Changes a record with one of its own verbs. Refuses what the verb refuses, what
    /// [`Partner::record`] refuses of days to come, and when the record is gone. What was left open when a chapter was
    /// closed can still be done.
    pub fn amend<E: Entry>(
        &mut self,
        id: Id<E>,
        today: Date,
        verb: impl FnOnce(&mut E) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let mut entry = E::all(self).get(&id).cloned().ok_or(Refusal::Gone { what: E::WHAT })?;
        verb(&mut entry)?;
        self.replace(id, entry, today)
    }

    /// Deletes a record. Refuses one of a chapter that was closed.
    pub fn remove<E: Entry>(&mut self, id: Id<E>) -> Result<(), Refusal> {
        if let Some(known) = E::all(self).get(&id) {
            self.unless_history(known.on())?;
        }
        E::all_mut(self).remove(&id).map(|_| ()).ok_or(Refusal::Gone { what: E::WHAT })
    }

    /// The stage on `day`: that of the last change on or before it; before the first, Prospect.
    pub fn stage_on(&self, day: Date) -> Stage {
        latest(&self.stage_changes, day, |change| change.on).map_or(Stage::Prospect, |(_, change)| change.to)
    }

    /// The day since when the partner is in its stage of `day` without a break; a change to the
    /// stage it had already is none.
    pub fn in_stage_since(&self, day: Date) -> Option<Date> {
        let changes = self.stage_changes.values().filter(|change| change.on <= day);
        // In the order of ids, so that of several changes on one day the last stays.
        let stages: Table<Date, Stage> = changes.map(|change| (change.on, change.to)).collect();
        let stage = stages.values().next_back()?;
        stages.iter().rev().take_while(|(_, earlier)| *earlier == stage).last().map(|(on, _)| *on)
    }

    /// The tier on `day`: that of the last change on or before it; before the first, the first.
    pub fn tier_on(&self, day: Date) -> Tier {
        latest(&self.tier_changes, day, |change| change.on)
            .or_else(|| self.tier_changes.iter().min_by_key(|(id, change)| (change.on, **id)))
            .map_or(Tier::DEFAULT, |(_, change)| change.to)
    }

    /// Moves the partner to another stage on `on`. The first entering of Onboarding or Active sets
    /// the day of launch, unless one is there. Refuses the stage it has, days to come and days before a chapter was
    /// closed; and Alumni while an ending is under way, which leads there through its gate.
    pub fn move_stage(
        &mut self,
        to: Stage,
        on: Date,
        reason: Option<Line<500>>,
        moment: &mut Moment<'_>,
    ) -> Result<(), Refusal> {
        Refusal::unless_past(Field::On, on, moment.today())?;
        self.unless_history(on)?;
        if to == Stage::Alumni && self.has_open_ending() {
            return Err(Refusal::EndingOpen);
        }
        if !self.stage_changes.is_empty() && self.stage_on(on) == to {
            return Err(Refusal::SameStage { stage: to.name() });
        }
        self.stage_changes.insert(moment.new_id(), StageChange { on, to, reason });
        if to.is_worked_with() && self.profile.launched_on.is_none() {
            self.profile.launched_on = Some(on);
        }
        Ok(())
    }

    /// Gives the partner another tier on `on`. Refuses the tier it has, days to come and days before a chapter was
    /// closed.
    pub fn set_tier(&mut self, to: Tier, on: Date, moment: &mut Moment<'_>) -> Result<(), Refusal> {
        Refusal::unless_past(Field::On, on, moment.today())?;
        self.unless_history(on)?;
        if !self.tier_changes.is_empty() && self.tier_on(on) == to {
            return Err(Refusal::SameTier { tier: to.number() });
        }
        self.tier_changes.insert(moment.new_id(), TierChange { on, to });
        Ok(())
    }

    /// Deletes a change of stage. Refuses the only one, because a partner always stands somewhere, and one before a
    /// chapter was closed.
    pub fn remove_stage_change(&mut self, id: Id<StageChange>) -> Result<(), Refusal> {
        if let Some(change) = self.stage_changes.get(&id) {
            self.unless_history(change.on)?;
        }
        remove_from_history(&mut self.stage_changes, id)
    }

    /// Deletes a change of tier. Refuses the only one, and one before a chapter was closed.
    pub fn remove_tier_change(&mut self, id: Id<TierChange>) -> Result<(), Refusal> {
        if let Some(change) = self.tier_changes.get(&id) {
            self.unless_history(change.on)?;
        }
        remove_from_history(&mut self.tier_changes, id)
    }

    /// Refuses a day before the last chapter was closed. The day itself stays open, so that a slip can be put right.
    fn unless_history(&self, on: Date) -> Result<(), Refusal> {
        match self.history_closed_on() {
            Some(closed_on) if on < closed_on => Err(Refusal::History { closed_on }),
            _ => Ok(()),
        }
    }

    /// Replaces the profile. Refuses a launch or tracking day to come, and taking the launch day
    /// away from a partner that is Onboarding or Active.
    pub fn edit_profile(&mut self, profile: Profile, today: Date) -> Result<(), Refusal> {
        if let Some(launched_on) = profile.launched_on {
            Refusal::unless_past(Field::LaunchedOn, launched_on, today)?;
        }
        Refusal::unless_past(Field::TrackedFrom, profile.tracked_from, today)?;
        let stage = self.stage_on(today);
        if stage.is_worked_with() && profile.launched_on.is_none() {
            return Err(Refusal::NeedsLaunch { stage: stage.name() });
        }
        self.profile = profile;
        Ok(())
    }
}

fn remove_from_history<C: Clone>(history: &mut Collection<C>, id: Id<C>) -> Result<(), Refusal> {
    if history.len() == 1 && history.contains_key(&id) {
        return Err(Refusal::LastOfHistory);
    }
    history.remove(&id).map(|_| ()).ok_or(Refusal::Gone { what: "This change" })
}

/// The change that holds on `day`: the last dated on or before it, ties by id.
fn latest<C: Clone>(changes: &Collection<C>, day: Date, on: impl Fn(&C) -> Date) -> Option<(&Id<C>, &C)> {
    changes.iter().filter(|(_, change)| on(change) <= day).max_by_key(|(id, change)| (on(change), **id))
}
