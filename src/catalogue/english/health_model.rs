//! The health model in the settings: its figures, what a change would do, and its versions.

use super::domain::{Word, day};
use crate::catalogue::intl::{counted, whole};
use crate::domain::health::{Badge, Band, Component, ModelChange, ModelPart};
use crate::domain::{Date, Tier};

/// Heading of the part.
pub const HEALTH_MODEL: &str = "Health model";
/// Below [`HEALTH_MODEL`].
pub const HEALTH_MODEL_ABOUT: &str = "What counts, and how much. A change starts a new version and leaves a mark on every trend line. Every day, also a past one, is computed with the version in force, so that scores stay comparable.";
/// The form.
pub const FIGURES: &str = "Figures of the health model";

// ---------------------------------------------------------------- weights

/// Heading of the weights.
pub const WEIGHTS: &str = "Weights";
/// The name of the table of weights.
pub const WEIGHTS_TABLE: &str = "Weight of each component, by profile";
/// Heading of a column.
pub const COMPONENT: &str = "Component";
/// The profiles.
pub const PROFILES: [&str; 2] = ["Active", "Onboarding"];
/// The sum of the weights.
pub const TOGETHER: &str = "Together";
/// Below [`TOGETHER`].
pub const TOGETHER_HINT: &str = "Proportions: they need not add up to 100";
/// In place of a sum that cannot be made.
pub const NO_SUM: &str = "–";

/// What a component looks at.
pub fn about(component: Component) -> &'static str {
    match component {
        Component::Traction => "Leads, opportunities, wins; counted, never priced",
        Component::Commitments => "Promises kept on time, both sides",
        Component::Engagement => "Days since a two-way touch, against the tier",
        Component::Milestones => "Joint results reached on time",
        Component::Reciprocity => "Balance of the ledger, giving first",
        Component::Relationship => "Champion, sponsor, more than one voice",
        Component::Pulse => "What we and they say about it",
    }
}

// ---------------------------------------------------------------- tiers

/// Heading of the targets and cadences.
pub const BY_TIER: &str = "By tier";
/// Beside [`BY_TIER`].
pub const BY_TIER_NOTE: &str = "What is expected grows with what we invest";
/// The name of the table of targets and cadences.
pub const BY_TIER_TABLE: &str = "Traction target and cadence of each tier";
/// Heading of a column.
pub const TIER: &str = "Tier";
/// Heading of a column.
pub const TARGET: &str = "Traction points in 90 days";
/// Heading of a column.
pub const IDEAL: &str = "Days between touches";
/// Heading of a column.
pub const LONGEST: &str = "At the longest";

/// The longest time between touches.
pub fn longest(ideal_days: u16) -> String {
    counted(usize::from(ideal_days) * 2, "day", "days")
}

// ---------------------------------------------------------------- bands

/// Heading of the limits.
pub const BANDS: &str = "Bands";
/// Beside [`BANDS`].
pub const BANDS_NOTE: &str = "Each starts at its number and includes it";
/// Before the least score of a band.
pub const FROM: &str = "from";
/// The first month of the year that quarters are counted in.
pub const FISCAL_START: &str = "Fiscal year begins in";
/// Below [`FISCAL_START`].
pub const FISCAL_START_ABOUT: &str =
    "Quarters decide the Zombie rule: two empty ones in a row, and nothing since. This counts at once.";

/// The name of a field: "Traction, Active", "Tier 1, days between touches", "Watch, from".
pub fn figure(part: ModelPart, place: usize) -> String {
    let of = subject(part, place);
    match part {
        ModelPart::Active | ModelPart::Onboarding => format!("{of}, {}", profile(part)),
        ModelPart::Targets => format!("{of}, {}", TARGET.to_lowercase()),
        ModelPart::Cadences => format!("{of}, {}", IDEAL.to_lowercase()),
        ModelPart::Limits => format!("{of}, {FROM}"),
    }
}

/// What a figure is about: a component, a tier, a band.
fn subject(part: ModelPart, place: usize) -> &'static str {
    let word = match part {
        ModelPart::Active | ModelPart::Onboarding => Component::ALL.get(place).map(|one| one.word()),
        ModelPart::Targets | ModelPart::Cadences => Tier::ALL.get(place).map(|one| one.word()),
        ModelPart::Limits => BANDS_WITH_LIMIT.get(place).map(|one| one.word()),
    };
    word.unwrap_or_default()
}

/// The bands whose least score is a figure of the model, in its order.
pub const BANDS_WITH_LIMIT: [Band; 3] = [Band::Healthy, Band::Watch, Band::AtRisk];

fn profile(part: ModelPart) -> &'static str {
    let [active, onboarding] = PROFILES;
    if part == ModelPart::Active { active } else { onboarding }
}

// ---------------------------------------------------------------- what it would do

/// Nothing was changed.
pub const UNCHANGED: &str = "These are the figures in force.";
/// A figure is refused.
pub const FAULTY: &str = "A figure is missing or out of bounds. What was typed stays until it is mended.";
/// While partners are computed.
pub const WORKING: &str = "Working out who changes band.";
/// Before [`shifting`].
pub const WITH_THESE: &str = "With these figures ";

/// How many partners change band; stands out.
pub fn shifting(count: usize) -> String {
    if count == 0 {
        "no partner changes band".to_owned()
    } else {
        counted(count, "partner changes band", "partners change band")
    }
}

/// Who changes band, and how: after [`shifting`].
pub fn shifts(named: &[(String, Badge, Badge)], more: usize) -> String {
    if named.is_empty() {
        return ".".to_owned();
    }
    let one =
        |(name, from, to): &(String, Badge, Badge)| format!("{name}, from {} to {}", from.word(), to.word());
    let mut told: Vec<String> = named.iter().map(one).collect();
    if more > 0 {
        told.push(format!("and {} more", whole(more)));
    }
    format!(": {}.", told.join("; "))
}

// ---------------------------------------------------------------- versions

/// Heading of the versions.
pub const VERSIONS: &str = "Versions";
/// Beside [`VERSIONS`].
pub const VERSIONS_NOTE: &str = "Going back starts a new version, too";
/// What the first version is.
pub const DEFAULTS: &str = "The figures Bridgekeeper comes with";
/// Beside the version in force.
pub const IN_FORCE: &str = "in force";
/// A version that changed nothing.
pub const SAME_FIGURES: &str = "The same figures as the version before";
/// Puts the figures of a version into the form.
pub const USE: &str = "Use these figures";

/// "Version 3".
pub fn version(number: usize) -> String {
    format!("Version {}", whole(number))
}

/// Beside the heading of the form.
pub fn state(number: usize, is_changed: bool) -> String {
    if is_changed {
        format!("version {}, not saved yet", whole(number))
    } else {
        format!("version {}, in force", whole(number))
    }
}

/// Puts the figures in force back into the form.
pub fn back_to(number: usize) -> String {
    format!("Back to version {}", whole(number))
}

/// Saves what was typed.
pub fn save(number: usize) -> String {
    format!("Save version {}", whole(number))
}

/// [`USE`], for those who hear it alone.
pub fn use_version(number: usize) -> String {
    format!("{USE}: version {}", whole(number))
}

/// Shows the versions before the latest.
pub fn older(count: usize) -> String {
    counted(count, "older version", "older versions")
}

/// What a version changed: "Tier 1: 8 traction points in 90 days, was 6".
pub fn change(change: ModelChange) -> String {
    let ModelChange { part, place, from, to } = change;
    let of = subject(part, place);
    match part {
        ModelPart::Active | ModelPart::Onboarding => format!("{of} {to}, was {from} ({})", profile(part)),
        ModelPart::Targets => format!("{of}: {to} traction points in 90 days, was {from}"),
        ModelPart::Cadences => format!("{of}: a touch every {to} days, was {from}"),
        ModelPart::Limits => format!("{of} from {to}, was {from}"),
    }
}

/// The changes that are not told one by one.
pub fn more_changes(count: usize) -> String {
    format!("{} more", counted(count, "figure", "figures"))
}

/// The stored model breaks a rule, and the default stands in for it.
pub fn broken(number: usize, on: Date, rule: &str) -> String {
    format!(
        "Version {} of {} breaks a rule, so the defaults stand in for all of it. The rule: {rule}. Save a version to settle it; nothing else was lost.",
        whole(number),
        day(on)
    )
}

/// Beside a version that cannot be in force.
pub fn breaks(rule: &str) -> String {
    format!("Breaks a rule and never counts: {rule}")
}
