//! The health model: what counts how much. Its figures are ours and the user's to change.

use serde::Serialize;

use crate::domain::fields::reads;

use super::{Component, HealthProfile};
use crate::domain::calendar::Cadence;
use crate::domain::collection::Collection;
use crate::domain::date::Date;
use crate::domain::partner::Tier;
use crate::domain::refusal::{Field, Refusal};

/// What counts how much: weights by profile, targets and cadences by tier, limits of the bands.
///
/// Every figure is within its bounds, something counts in either profile, and the limits fall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HealthModel {
    weights: [[u16; 7]; 2],
    targets: [u16; 4],
    cadences: [u16; 4],
    limits: [u16; 3],
}

impl HealthModel {
    /// The model that holds until the user makes another.
    pub const DEFAULT: Self = Self {
        weights: [[5, 25, 20, 25, 5, 15, 5], [30, 20, 15, 10, 10, 10, 5]],
        targets: [6, 4, 2, 1],
        cadences: [30, 60, 180, 365],
        limits: [80, 60, 40],
    };

    /// What a component counts for.
    pub fn weight(&self, profile: HealthProfile, component: Component) -> u16 {
        let [onboarding, active] = &self.weights;
        let weights = if profile == HealthProfile::Active { active } else { onboarding };
        weights.get(component as usize).copied().unwrap_or(0)
    }

    /// Traction points expected in 90 days.
    pub fn target(&self, tier: Tier) -> u16 {
        self.targets.get(tier as usize).copied().unwrap_or(1)
    }

    /// Days between two-way touches; the longest is twice the ideal.
    pub fn cadence(&self, tier: Tier) -> Cadence {
        let ideal_days = self.cadences.get(tier as usize).copied().unwrap_or(1);
        Cadence { ideal_days, longest_days: ideal_days * 2 }
    }

    /// The least scores of Healthy, Watch and At risk.
    pub fn limits(&self) -> [u16; 3] {
        self.limits
    }

    /// The model as an edition of `on`, to be shown, changed and stored.
    pub fn edition(&self, on: Date) -> ModelEdition {
        let [onboarding, active] = &self.weights;
        let figures = |figures: &[u16]| figures.iter().map(|figure| i32::from(*figure)).collect();
        ModelEdition {
            on,
            active: figures(active),
            onboarding: figures(onboarding),
            targets: figures(&self.targets),
            cadences: figures(&self.cadences),
            limits: figures(&self.limits),
        }
    }
}

/// The model as it was on a day, in figures that nobody has checked yet.
///
/// Weights stand in the order of [`Component::ALL`], targets and cadences in that of the tiers,
/// limits in that of the bands, best first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ModelEdition {
    /// The day it was edited.
    pub on: Date,
    /// Weights of the profile *Active*, 0 to 100 each.
    pub active: Vec<i32>,
    /// Weights of the profile *Onboarding*, 0 to 100 each.
    pub onboarding: Vec<i32>,
    /// Traction points expected in 90 days, 1 to 999 each.
    pub targets: Vec<i32>,
    /// Days between two-way touches, 1 to 3650 each.
    pub cadences: Vec<i32>,
    /// Least scores of Healthy, Watch and At risk, falling, 0 to 100 each.
    pub limits: Vec<i32>,
}

reads!(ModelEdition { on, active, onboarding, targets, cadences, limits });

impl ModelEdition {
    /// The model these figures make. Refuses figures out of bounds, weights that sum to 0 and
    /// limits that do not fall.
    pub fn model(&self) -> Result<HealthModel, Refusal> {
        let mut model = HealthModel::DEFAULT;
        for (weights, figures) in model.weights.iter_mut().zip([&self.onboarding, &self.active]) {
            take(weights, figures, Field::Weight, 0, 100)?;
            if weights.iter().all(|weight| *weight == 0) {
                return Err(Refusal::NothingCounts);
            }
        }
        take(&mut model.targets, &self.targets, Field::Target, 1, 999)?;
        take(&mut model.cadences, &self.cadences, Field::Cadence, 1, 3650)?;
        take(&mut model.limits, &self.limits, Field::BandLimit, 0, 100)?;
        if model.limits.is_sorted_by(|better, worse| better > worse) {
            Ok(model)
        } else {
            Err(Refusal::LimitsDoNotFall)
        }
    }
}

/// The model in force: that of the latest edition. One that breaks the rules is replaced by the
/// default as a whole, and what it breaks is handed back to be said.
pub fn in_force(editions: &Collection<ModelEdition>) -> (HealthModel, Option<Refusal>) {
    match editions.iter().max_by_key(|(id, edition)| (edition.on, **id)).map(|(_, edition)| edition.model()) {
        None => (HealthModel::DEFAULT, None),
        Some(Ok(model)) => (model, None),
        Some(Err(refusal)) => (HealthModel::DEFAULT, Some(refusal)),
    }
}

/// Takes over figures. Refuses too few, too many, and any out of bounds.
fn take(into: &mut [u16], figures: &[i32], field: Field, least: u16, most: u16) -> Result<(), Refusal> {
    let refusal = Refusal::OutOfBounds { field, least: least.into(), most: most.into() };
    if figures.len() != into.len() {
        return Err(refusal);
    }
    for (into, figure) in into.iter_mut().zip(figures) {
        match u16::try_from(*figure) {
            Ok(figure) if (least..=most).contains(&figure) => *into = figure,
            _ => return Err(refusal),
        }
    }
    Ok(())
}
