//! What health is computed from: a dossier, its people, the model, the fiscal start, and a day.

use super::people::Tenure;
use super::{HealthModel, HealthProfile};
use crate::domain::calendar::FiscalStart;
use crate::domain::contact::{ContactId, Role};
use crate::domain::date::Date;
use crate::domain::partner::{Partner, PartnerId, Stage, Tier, TwoWay};

/// A partner, ready to be evaluated on any day.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// Which partner.
    pub id: PartnerId,
    /// Its dossier.
    pub partner: &'a Partner,
    /// Who ever worked there or had a role there, the tenures of a person side by side.
    pub people: &'a [Tenure],
    /// The model in force.
    pub model: &'a HealthModel,
    /// When the fiscal year begins.
    pub fiscal: FiscalStart,
}

impl<'a> Case<'a> {
    /// The case on `day`, of which the records up to `known` are known; `None` in stages that are
    /// not scored. For a past or present day `known` is that day.
    pub(super) fn scene(self, day: Date, known: Date) -> Option<Scene<'a>> {
        let profile = match self.partner.stage_on(known) {
            Stage::Onboarding => HealthProfile::Onboarding,
            Stage::Active => HealthProfile::Active,
            _ => return None,
        };
        let tier = self.partner.tier_on(known);
        let launched_on = self.launched_on();
        let tracked_from = self.partner.profile.tracked_from;
        Some(Scene {
            case: self,
            day,
            known,
            profile,
            tier,
            cadence: self.model.cadence(tier).ideal_days.into(),
            launched_on,
            known_since: launched_on.map_or(tracked_from, |launched_on| launched_on.max(tracked_from)),
        })
    }

    /// The day of the launch; where the profile has none, the first entering of a stage that is
    /// scored, so that no damaged profile escapes the rule about Zombies.
    fn launched_on(self) -> Option<Date> {
        let entered = || {
            let changes = self.partner.stage_changes.values();
            changes.filter(|change| change.to.is_worked_with()).map(|change| change.on).min()
        };
        self.partner.profile.launched_on.or_else(entered)
    }
}

/// A case on a day.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub case: Case<'a>,
    /// The evaluated day.
    pub day: Date,
    /// The last day of which records are known: `day`, or earlier in a forecast.
    pub known: Date,
    pub profile: HealthProfile,
    pub tier: Tier,
    /// Days between two-way touches.
    pub cadence: i64,
    pub launched_on: Option<Date>,
    pub known_since: Date,
}

impl<'a> Scene<'a> {
    pub fn partner(&self) -> &'a Partner {
        self.case.partner
    }

    /// Whether something dated `on` is known and lies in the last `days` days.
    pub fn in_last(&self, days: i64, on: Date) -> bool {
        on <= self.known && on.days_until(self.day) < days
    }

    /// Days since a day; negative when it is still to come.
    pub fn days_since(&self, on: Date) -> i64 {
        on.days_until(self.day)
    }

    /// Every two-way touch that is known.
    pub fn touches(&self) -> impl DoubleEndedIterator<Item = TwoWay<'a>> {
        self.case.partner.two_way_touches(self.known)
    }

    /// The day of the last two-way touch with this person.
    pub fn last_touch_with(&self, person: ContactId) -> Option<Date> {
        let mut last = None;
        // The latest entered first: it is the latest nearly always, and who took part in earlier
        // ones need not be looked up.
        for TwoWay { on, with, .. } in self.touches().rev() {
            if Some(on) > last && with.contains(&person) {
                last = Some(on);
            }
        }
        last
    }

    /// Whether a time whose ends may be absent holds on the evaluated day. An end that is not
    /// known yet has not come.
    pub fn holds(&self, from: Option<Date>, to: Option<Date>) -> bool {
        from.is_none_or(|from| from <= self.known) && self.end(to).is_none_or(|to| self.day <= to)
    }

    /// The end of a time, if it is known.
    pub fn end(&self, to: Option<Date>) -> Option<Date> {
        to.filter(|to| *to <= self.known)
    }

    /// Whether something begun `on` and over from `closed_on` is in force.
    pub fn is_open(&self, on: Date, closed_on: Option<Date>) -> bool {
        on <= self.known && self.end(closed_on).is_none()
    }

    /// The tenures of each person.
    pub fn people(&self) -> impl Iterator<Item = &'a [Tenure]> {
        self.case.people.chunk_by(|one, other| one.who == other.who)
    }

    /// Whether one of a person's tenures in this role, or as an employee, holds on the evaluated day.
    pub fn is(&self, tenures: &[Tenure], role: Option<Role>) -> bool {
        tenures.iter().any(|tenure| tenure.role == role && self.holds(tenure.from, tenure.to))
    }
}
