//! Bands, and the rules that lower or lift them. The worst band wins, and every rule in force is
//! told.

use super::HealthModel;
use super::case::Scene;
use super::relationship::{Champion, RelationshipFigures};
use super::zombie::{self, ZombieDays};
use crate::domain::contact::ContactId;
use crate::domain::date::Date;
use crate::domain::fact::{AdjustedBand, Fact, FactId};

/// How a partnership does, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// Nothing to worry about.
    Healthy,
    /// Keep an eye on it.
    Watch,
    /// Something has to change.
    AtRisk,
    /// Act now.
    Critical,
    /// End it.
    Zombie,
    /// Too little is recorded to say. It has no rank.
    NotEnoughData,
}

/// What a badge says: the band, or the notice that stands in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Badge {
    /// [`Band::Healthy`]
    Healthy,
    /// [`Band::Watch`]
    Watch,
    /// [`Band::AtRisk`]
    AtRisk,
    /// [`Band::Critical`]
    Critical,
    /// One quarter is empty already.
    ZombieWatch,
    /// [`Band::Zombie`]
    Zombie,
    /// [`Band::NotEnoughData`]
    NotEnoughData,
}

impl Badge {
    /// All of them, in the order of the portfolio strip.
    pub const ALL: [Self; 7] = [
        Self::Healthy,
        Self::Watch,
        Self::AtRisk,
        Self::Critical,
        Self::ZombieWatch,
        Self::Zombie,
        Self::NotEnoughData,
    ];

    /// The badge of a band; the watch shows in place of Healthy, Watch and At risk.
    pub fn of(band: Band, is_watched: bool) -> Self {
        match band {
            Band::Healthy | Band::Watch | Band::AtRisk if is_watched => Self::ZombieWatch,
            Band::Healthy => Self::Healthy,
            Band::Watch => Self::Watch,
            Band::AtRisk => Self::AtRisk,
            Band::Critical => Self::Critical,
            Band::Zombie => Self::Zombie,
            Band::NotEnoughData => Self::NotEnoughData,
        }
    }
}

impl Band {
    /// The band of a displayed score.
    pub fn of(score: u8, model: &HealthModel) -> Self {
        let [healthy, watch, at_risk] = model.limits();
        match u16::from(score) {
            score if score >= healthy => Self::Healthy,
            score if score >= watch => Self::Watch,
            score if score >= at_risk => Self::AtRisk,
            _ => Self::Critical,
        }
    }

    /// This band or the other, whichever is worse; too little data gives way to any rule.
    fn at_most(self, other: Self) -> Self {
        if self == Self::NotEnoughData { other } else { self.max(other) }
    }
}

impl From<AdjustedBand> for Band {
    fn from(band: AdjustedBand) -> Self {
        match band {
            AdjustedBand::Healthy => Self::Healthy,
            AdjustedBand::Watch => Self::Watch,
            AdjustedBand::AtRisk => Self::AtRisk,
            AdjustedBand::Critical => Self::Critical,
        }
    }
}

/// The rules in force on a day, whether or not they change the band.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// When the watch begins and the rule about Zombies fires, or did.
    pub zombie: ZombieDays,
    /// The first deferral since the rule fired, even when its time is over.
    pub deferral: Option<FactId>,
    /// The event that ended a firing, while no full quarter has borne it out: at most At risk.
    pub revived_on: Option<Date>,
    /// A breach in force: Critical.
    pub breach: Option<FactId>,
    /// Who was the champion until when, while nobody is: at most At risk.
    pub champion_left: Option<(ContactId, Date)>,
    /// An open escalation at level 3: at most At risk.
    pub escalation: Option<FactId>,
    /// The newest band set by hand that is in force.
    pub adjustment: Option<(FactId, AdjustedBand)>,
}

impl Rules {
    /// The rules in force.
    pub(super) fn of(scene: &Scene<'_>, relationship: &RelationshipFigures) -> Self {
        let verdict = zombie::verdict(scene);
        let fired_on = verdict.days.fires_on.filter(|on| *on <= scene.day);
        let champion_left = match relationship.champion {
            Champion::Left { who, on } => Some((who, on)),
            _ => None,
        };
        let mut rules = Self {
            zombie: verdict.days,
            deferral: fired_on.and_then(|on| zombie::deferral(scene, on)).map(|(id, _)| id),
            revived_on: verdict.revived_on,
            champion_left,
            ..Self::default()
        };
        let mut adjusted_on = None;
        for (id, fact) in &scene.partner().facts {
            match fact {
                Fact::Breach(breach) if scene.is_open(breach.on, breach.cleared_on) => {
                    rules.breach = rules.breach.or(Some(*id));
                }
                Fact::Escalation(escalation)
                    if escalation.level == 3 && scene.is_open(escalation.on, escalation.closed_on) =>
                {
                    rules.escalation = rules.escalation.or(Some(*id));
                }
                Fact::Adjustment(fact)
                    if fact.on <= scene.known
                        && scene.day < fact.expires_on
                        && Some(fact.on) >= adjusted_on =>
                {
                    rules.adjustment = Some((*id, fact.band));
                    adjusted_on = Some(fact.on);
                }
                _ => {}
            }
        }
        rules
    }

    /// The band that the rules make of the one of the score on `day`.
    pub(super) fn applied_to(&self, by_score: Band, day: Date) -> Band {
        let mut band = by_score;
        if self.champion_left.is_some() || self.escalation.is_some() {
            band = band.at_most(Band::AtRisk);
        }
        if let Some((_, adjusted)) = self.adjustment {
            band = adjusted.into();
        }
        if self.revived_on.is_some() {
            band = band.at_most(Band::AtRisk);
        }
        if self.breach.is_some() {
            band = band.at_most(Band::Critical);
        }
        if self.zombie.has_fired(day) { Band::Zombie } else { band }
    }
}
