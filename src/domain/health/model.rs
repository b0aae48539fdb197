//! The health model: what counts how much. Its figures are ours and the user's to change.

use serde::Serialize;

use crate::domain::fields::reads;

use super::{Component, HealthProfile};
use crate::domain::calendar::Cadence;
use crate::domain::collection::Collection;
use crate::domain::date::Date;
use crate::domain::order::sorted_by_key;
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
        Cadence::every(self.cadences.get(tier as usize).copied().unwrap_or(1))
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

/// A list of figures of a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelPart {
    /// Weights of the profile *Active*.
    Active,
    /// Weights of the profile *Onboarding*.
    Onboarding,
    /// Traction points by tier.
    Targets,
    /// Days between touches by tier.
    Cadences,
    /// Least scores of the bands.
    Limits,
}

impl ModelPart {
    /// All of them, in the order of a form.
    pub const ALL: [Self; 5] = [Self::Active, Self::Onboarding, Self::Targets, Self::Cadences, Self::Limits];

    /// How many figures it has.
    pub const fn count(self) -> usize {
        match self {
            Self::Active | Self::Onboarding => 7,
            Self::Targets | Self::Cadences => 4,
            Self::Limits => 3,
        }
    }

    /// What its figures are, for a refusal.
    pub const fn field(self) -> Field {
        match self {
            Self::Active | Self::Onboarding => Field::Weight,
            Self::Targets => Field::Target,
            Self::Cadences => Field::Cadence,
            Self::Limits => Field::BandLimit,
        }
    }

    /// Why a figure that is none, or beyond its bounds, is refused.
    pub fn out_of_bounds(self) -> Refusal {
        let (least, most) = self.bounds();
        Refusal::OutOfBounds { field: self.field(), least: least.into(), most: most.into() }
    }

    /// The least and the most a figure may be.
    const fn bounds(self) -> (i32, i32) {
        match self {
            Self::Active | Self::Onboarding | Self::Limits => (0, 100),
            Self::Targets => (1, 999),
            Self::Cadences => (1, 3650),
        }
    }
}

/// What a figure of an edition breaks, or a list as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModelFault {
    /// Which list.
    pub part: ModelPart,
    /// The place of the figure; none when it is the list.
    pub place: Option<usize>,
    /// The rule.
    pub refusal: Refusal,
}

/// A figure that one edition has and another has not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ModelChange {
    /// Which list.
    pub part: ModelPart,
    /// The place in it.
    pub place: usize,
    /// What it was.
    pub from: i32,
    /// What it is.
    pub to: i32,
}

impl ModelEdition {
    /// An edition without figures, to be filled.
    pub fn empty(on: Date) -> Self {
        let (active, onboarding) = (Vec::new(), Vec::new());
        Self { on, active, onboarding, targets: Vec::new(), cadences: Vec::new(), limits: Vec::new() }
    }

    /// The figures of a list.
    pub fn figures(&self, part: ModelPart) -> &[i32] {
        match part {
            ModelPart::Active => &self.active,
            ModelPart::Onboarding => &self.onboarding,
            ModelPart::Targets => &self.targets,
            ModelPart::Cadences => &self.cadences,
            ModelPart::Limits => &self.limits,
        }
    }

    /// The figures of a list, to change them.
    pub fn figures_mut(&mut self, part: ModelPart) -> &mut Vec<i32> {
        match part {
            ModelPart::Active => &mut self.active,
            ModelPart::Onboarding => &mut self.onboarding,
            ModelPart::Targets => &mut self.targets,
            ModelPart::Cadences => &mut self.cadences,
            ModelPart::Limits => &mut self.limits,
        }
    }

    /// Everything that keeps these figures from making a model: lists of another length, figures out
    /// of bounds, weights that sum to 0 and limits that do not fall.
    pub fn faults(&self) -> Vec<ModelFault> {
        let mut faults = Vec::new();
        for part in ModelPart::ALL {
            let (figures, (least, most)) = (self.figures(part), part.bounds());
            let known = faults.len();
            let mut add = |place, refusal| faults.push(ModelFault { part, place, refusal });
            if figures.len() != part.count() {
                add(None, part.out_of_bounds());
                continue;
            }
            for (place, figure) in figures.iter().enumerate() {
                if !(least..=most).contains(figure) {
                    add(Some(place), part.out_of_bounds());
                }
            }
            if faults.len() > known {
                continue;
            }
            let mut add = |place, refusal| faults.push(ModelFault { part, place, refusal });
            match part {
                ModelPart::Active | ModelPart::Onboarding if figures.iter().all(|weight| *weight == 0) => {
                    add(None, Refusal::NothingCounts);
                }
                ModelPart::Limits if !figures.is_sorted_by(|better, worse| better > worse) => {
                    add(None, Refusal::LimitsDoNotFall);
                }
                _ => {}
            }
        }
        faults
    }

    /// The model these figures make. Refuses the first of [`Self::faults`].
    pub fn model(&self) -> Result<HealthModel, Refusal> {
        if let Some(fault) = self.faults().into_iter().next() {
            return Err(fault.refusal);
        }
        let mut model = HealthModel::DEFAULT;
        let [onboarding, active] = &mut model.weights;
        let lists: [(&mut [u16], ModelPart); 5] = [
            (active, ModelPart::Active),
            (onboarding, ModelPart::Onboarding),
            (&mut model.targets, ModelPart::Targets),
            (&mut model.cadences, ModelPart::Cadences),
            (&mut model.limits, ModelPart::Limits),
        ];
        for (into, part) in lists {
            for (into, figure) in into.iter_mut().zip(self.figures(part)) {
                // Within bounds by now, hence no figure is left as it was.
                *into = u16::try_from(*figure).unwrap_or(*into);
            }
        }
        Ok(model)
    }

    /// What is different from an earlier edition, in the order of a form. Lists of unlike length are
    /// compared as far as both go.
    pub fn changes_since(&self, earlier: &Self) -> Vec<ModelChange> {
        let mut changes = Vec::new();
        for part in ModelPart::ALL {
            let pairs = earlier.figures(part).iter().zip(self.figures(part)).enumerate();
            let changed = pairs.filter(|(_, (from, to))| from != to);
            changes.extend(changed.map(|(place, (from, to))| ModelChange {
                part,
                place,
                from: *from,
                to: *to,
            }));
        }
        changes
    }
}

/// The editions in the order in which they came into force.
pub fn in_order(editions: &Collection<ModelEdition>) -> Vec<&ModelEdition> {
    // Those of one day stay in the order of their ids.
    sorted_by_key(editions.values().collect(), |edition| edition.on)
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
