//! The score: a weighted mean over the components that are present, how much of the model they
//! cover, and between what it could lie.

use super::band::{Badge, Band, Rules};
use super::case::{Case, Scene};
use super::commitments::{self, CommitmentFigures, Tally};
use super::engagement::{self, EngagementFigures};
use super::milestones;
use super::points::{Points, Sum};
use super::pulse::{self, PulseFigures};
use super::reciprocity::{self, LedgerFigures};
use super::relationship::{self, RelationshipFigures};
use super::traction::{self, TractionFigures};
use super::{Component, HealthProfile};
use crate::domain::date::Date;
use crate::domain::order::sorted_by_key;
use crate::domain::partner::Tier;

/// What every component rests on, in figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// Commercial results.
    pub traction: TractionFigures,
    /// Promises kept.
    pub commitments: CommitmentFigures,
    /// How lately we spoke.
    pub engagement: EngagementFigures,
    /// Agreed results reached.
    pub milestones: Tally,
    /// Give and get.
    pub ledger: LedgerFigures,
    /// Champion, sponsor, voices.
    pub relationship: RelationshipFigures,
    /// How both sides rate it.
    pub pulse: PulseFigures,
}

impl Figures {
    fn of(scene: &Scene<'_>) -> Self {
        Self {
            traction: traction::figures(scene),
            commitments: commitments::figures(scene),
            engagement: engagement::figures(scene),
            milestones: milestones::figures(scene),
            ledger: reciprocity::figures(scene),
            relationship: relationship::figures(scene),
            pulse: pulse::figures(scene),
        }
    }

    /// The points of each component, in their order; `None` where it is missing.
    fn points(&self) -> [Option<Points>; 7] {
        [
            self.traction.points(),
            self.commitments.points(),
            self.engagement.points(),
            self.milestones.mean(),
            self.ledger.points(),
            self.relationship.points(),
            self.pulse.points(),
        ]
    }
}

/// How much of the model is covered by records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// 80 % and more.
    High,
    /// 50 to 79 %.
    Medium,
    /// 30 to 49 %.
    Low,
    /// Below 30 %: there is no score.
    TooLow,
}

/// Least coverage, in %, that makes a score.
const LEAST_COVERAGE: u8 = 30;

/// How a partnership does on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Health {
    /// The evaluated day.
    pub day: Date,
    /// Which weights hold.
    pub profile: HealthProfile,
    /// The tier that sets target and cadence.
    pub tier: Tier,
    /// What every component rests on.
    pub figures: Figures,
    /// 0 to 100, rounded half up; none below 30 % coverage.
    pub score: Option<u8>,
    /// Weight of the components present, in % of all, rounded half up.
    pub coverage: u8,
    /// The score if every missing component had none of its points, and if it had all.
    pub range: (u8, u8),
    /// The band that the score alone gives.
    pub by_score: Band,
    /// The band that holds.
    pub band: Band,
    /// The rules in force.
    pub rules: Rules,
    weights: [u16; 7],
}

impl Case<'_> {
    /// How the partnership does on `day`, from the records up to it. `None` in stages that are not
    /// scored.
    pub fn health(self, day: Date) -> Option<Health> {
        self.health_as_known(day, day)
    }

    /// How it does on `day` if nothing happens after `known`.
    pub fn health_as_known(self, day: Date, known: Date) -> Option<Health> {
        let scene = self.scene(day, known.min(day))?;
        let figures = Figures::of(&scene);
        let points = figures.points();
        let weights = Component::ALL.map(|component| self.model.weight(scene.profile, component));
        let (sum, present) = weighted(&points, &weights);
        let all: u32 = weights.iter().map(|weight| u32::from(*weight)).sum();
        let whole = |mean: u32| u8::try_from(mean).unwrap_or(100);
        let coverage = whole((200 * present + all) / (2 * all.max(1)));
        let least = whole(sum.mean(all, 1));
        let mut most = sum;
        most.add(u16::try_from(all - present).unwrap_or(0), Points::FULL);
        let scored = coverage >= LEAST_COVERAGE && present > 0;
        let score = scored.then(|| whole(sum.mean(present, 1)));
        let by_score = score.map_or(Band::NotEnoughData, |score| Band::of(score, self.model));
        let rules = Rules::of(&scene, &figures.relationship);
        Some(Health {
            day,
            profile: scene.profile,
            tier: scene.tier,
            figures,
            score,
            coverage,
            range: (least, whole(most.mean(all, 1))),
            by_score,
            band: rules.applied_to(by_score, day),
            rules,
            weights,
        })
    }
}

impl Health {
    /// What a badge says.
    pub fn badge(&self) -> Badge {
        Badge::of(self.band, self.rules.zombie.is_watched(self.day))
    }

    /// The points of a component, 0 to 100; `None` when it is missing.
    pub fn points(&self, component: Component) -> Option<Points> {
        self.figures.points().get(component as usize).copied().flatten()
    }

    /// What a component counts for in the model.
    pub fn weight(&self, component: Component) -> u16 {
        self.weights.get(component as usize).copied().unwrap_or(0)
    }

    /// Tenths of a point of the score that a component earned.
    pub fn earned_tenths(&self, component: Component) -> u32 {
        let weight = self.weight(component);
        self.points(component).map_or(0, |points| points.tenths(weight, self.sum().1))
    }

    /// Tenths of a point of the score that a component could earn; 0 when it is missing.
    pub fn possible_tenths(&self, component: Component) -> u32 {
        let weight = self.weight(component);
        self.points(component).map_or(0, |_| Points::FULL.tenths(weight, self.sum().1))
    }

    /// The score in tenths, rounded half up from the exact mean; 0 without a score.
    pub fn total_tenths(&self) -> u32 {
        let (sum, present) = self.sum();
        self.score.map_or(0, |_| sum.mean(present, 10))
    }

    /// How much of the model is covered by records.
    pub fn confidence(&self) -> Confidence {
        match self.coverage {
            80.. => Confidence::High,
            50.. => Confidence::Medium,
            LEAST_COVERAGE.. => Confidence::Low,
            _ => Confidence::TooLow,
        }
    }

    /// The components that are missing and would count, heaviest first: what to record.
    pub fn to_record(&self) -> Vec<Component> {
        let is_missing =
            |component: &Component| self.points(*component).is_none() && self.weight(*component) > 0;
        let missing: Vec<Component> = Component::ALL.into_iter().filter(is_missing).collect();
        sorted_by_key(missing, |component| std::cmp::Reverse(self.weight(*component)))
    }

    fn sum(&self) -> (Sum, u32) {
        weighted(&self.figures.points(), &self.weights)
    }
}

/// The sum over the components that are present, and their weight.
fn weighted(points: &[Option<Points>; 7], weights: &[u16; 7]) -> (Sum, u32) {
    let (mut sum, mut present) = (Sum::NOTHING, 0);
    for (points, weight) in points.iter().zip(weights) {
        if let Some(points) = points {
            present += u32::from(*weight);
            sum.add(*weight, *points);
        }
    }
    (sum, present)
}
