//! Words of other programs for our stages, tiers, kinds and roles.

use serde::{Deserialize, Serialize};

use crate::domain::contact::Role;
use crate::domain::find::folded;
use crate::domain::{PartnerKind, Stage, Tier};

use super::target::Target;

/// What a word of a list means here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Meaning {
    /// Nobody said yet.
    Unknown,
    /// Nothing; the cell is passed over.
    Nothing,
    /// The word at this place of the list of ours: [`Stage::ALL`], [`Tier::ALL`], [`PartnerKind::ALL`] or [`Role::ALL`].
    Ours(u8),
}

/// A word of a column, how often it is there, and what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordChoice {
    /// As the file writes it first.
    pub word: String,
    /// Cells that say it.
    pub count: usize,
    /// What it means here.
    pub meaning: Meaning,
}

/// Words that a column is taken to be a list of; a column with more is asked about as a whole.
pub const MOST_WORDS: usize = 60;

/// What a word of a file means, as far as we know it.
pub fn meaning(target: &Target, word: &str) -> Meaning {
    let key = key(word);
    let known: &[&[&str]] = match target {
        Target::Stage => &STAGES,
        Target::Kind => &KINDS,
        Target::Role => &ROLES,
        Target::Tier | Target::PersonTier => &TIERS,
        _ => &[],
    };
    let place = known.iter().position(|words| words.contains(&key.as_str()));
    place.and_then(|place| u8::try_from(place).ok()).map_or(Meaning::Unknown, Meaning::Ours)
}

/// The words of a cell: several roles may stand in one, commas or semicolons between them.
pub fn each<'c>(target: &Target, cell: &'c str) -> Vec<&'c str> {
    let words: Vec<&str> = match target {
        Target::Role => cell.split([',', ';']).collect(),
        _ => vec![cell],
    };
    words.into_iter().map(str::trim).filter(|word| !word.is_empty()).collect()
}

/// A word without capitals, accents and signs, as words are compared.
pub fn key(word: &str) -> String {
    let folded = folded(word);
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// The stage at a place of [`Stage::ALL`].
pub fn stage(place: u8) -> Option<Stage> {
    Stage::ALL.get(usize::from(place)).copied()
}

/// The tier at a place of [`Tier::ALL`].
pub fn tier(place: u8) -> Option<Tier> {
    Tier::ALL.get(usize::from(place)).copied()
}

/// The kind at a place of [`PartnerKind::ALL`].
pub fn kind(place: u8) -> Option<PartnerKind> {
    PartnerKind::ALL.get(usize::from(place)).copied()
}

/// The role at a place of [`Role::ALL`].
pub fn role(place: u8) -> Option<Role> {
    Role::ALL.get(usize::from(place)).copied()
}

/// In the order of [`Stage::ALL`]: our word, then what others say.
const STAGES: [&[&str]; 7] = [
    &[
        "prospect",
        "prospective",
        "lead",
        "new",
        "target",
        "identified",
        "open",
        "potential",
        "subscriber",
        "marketing qualified lead",
        "mql",
        "cold",
        "applied",
        "application",
        "applicant",
        "invited",
        "to contact",
        "researching",
        "prospecting",
        "prospective partner",
        "potential partner",
    ],
    &[
        "qualifying",
        "qualified",
        "qualification",
        "evaluating",
        "evaluation",
        "in discussion",
        "discussion",
        "contacted",
        "engaged",
        "opportunity",
        "sales qualified lead",
        "sql",
        "negotiation",
        "negotiating",
        "in progress",
        "pending",
        "in review",
        "under review",
        "proposal",
        "warm",
        "in negotiation",
    ],
    &[
        "onboarding",
        "onboard",
        "signed",
        "contracted",
        "contract signed",
        "ramping",
        "ramp up",
        "launching",
        "enablement",
        "implementation",
        "activation",
        "in onboarding",
        "approved",
        "accepted",
        "recruited",
    ],
    &[
        "active",
        "live",
        "customer",
        "partner",
        "productive",
        "evangelist",
        "current",
        "launched",
        "enabled",
        "engaged partner",
        "active partner",
        "closed won",
        "won",
        "in good standing",
        "producing",
    ],
    &[
        "paused",
        "on hold",
        "hold",
        "dormant",
        "inactive",
        "sleeping",
        "suspended",
        "not active",
        "frozen",
        "at rest",
        "stalled",
    ],
    &[
        "ending",
        "offboarding",
        "terminating",
        "in termination",
        "notice given",
        "winding down",
        "being ended",
        "sunsetting",
    ],
    &[
        "alumni",
        "former",
        "ended",
        "terminated",
        "churned",
        "closed",
        "closed lost",
        "lost",
        "ex partner",
        "former partner",
        "expired",
        "cancelled",
        "canceled",
        "archived",
        "rejected",
        "declined",
        "former customer",
        "offboarded",
    ],
];

/// In the order of [`Tier::ALL`].
const TIERS: [&[&str]; 4] = [
    &[
        "tier 1",
        "1",
        "t1",
        "one",
        "a",
        "platinum",
        "strategic",
        "elite",
        "premier",
        "tier one",
        "level 1",
        "diamond",
        "top",
        "i",
    ],
    &["tier 2", "2", "t2", "two", "b", "gold", "preferred", "tier two", "level 2", "advanced", "ii"],
    &["tier 3", "3", "t3", "three", "c", "silver", "select", "tier three", "level 3", "standard", "iii"],
    &[
        "tier 4",
        "4",
        "t4",
        "four",
        "d",
        "bronze",
        "registered",
        "authorized",
        "authorised",
        "tier four",
        "level 4",
        "basic",
        "member",
        "entry",
        "iv",
    ],
];

/// In the order of [`PartnerKind::ALL`].
const KINDS: [&[&str]; 6] = [
    &[
        "referral",
        "referrals",
        "referral partner",
        "affiliate",
        "affiliates",
        "affiliate partner",
        "referrer",
        "introducer",
        "ambassador",
        "influencer",
        "customer referral",
        "finder",
    ],
    &[
        "reseller",
        "resellers",
        "reseller partner",
        "var",
        "value added reseller",
        "distributor",
        "distribution",
        "channel",
        "channel partner",
        "channel partner reseller",
        "dealer",
        "sales partner",
        "oem",
        "wholesaler",
        "marketplace",
        "retailer",
        "vad",
    ],
    &[
        "technology",
        "technology partner",
        "tech",
        "tech partner",
        "integration",
        "integration partner",
        "isv",
        "technology alliance",
        "independent software vendor",
        "platform",
        "app partner",
        "technical partner",
        "software",
        "developer",
        "vendor",
    ],
    &[
        "services",
        "service",
        "service partner",
        "services partner",
        "service provider",
        "si",
        "system integrator",
        "systems integrator",
        "global system integrator",
        "gsi",
        "consultant",
        "consulting",
        "consulting partner",
        "agency",
        "agencies",
        "implementation partner",
        "solution partner",
        "solutions partner",
        "solution provider",
        "solutions provider",
        "msp",
        "managed service provider",
        "integrator",
        "delivery partner",
        "training partner",
    ],
    &[
        "co marketing",
        "comarketing",
        "marketing",
        "marketing partner",
        "co marketing partner",
        "media",
        "media partner",
        "content",
        "content partner",
        "event partner",
        "sponsor",
        "community",
    ],
    &[
        "strategic",
        "strategic partner",
        "strategic alliance",
        "alliance",
        "alliance partner",
        "alliances",
        "joint venture",
        "global alliance",
    ],
];

/// In the order of [`Role::ALL`].
const ROLES: [&[&str]; 5] = [
    &["champion", "sponsor champion", "advocate", "supporter", "internal champion", "promoter"],
    &[
        "economic sponsor",
        "economic buyer",
        "executive sponsor",
        "sponsor",
        "decision maker",
        "budget holder",
        "buyer",
        "exec sponsor",
        "decisionmaker",
        "economic decision maker",
    ],
    &[
        "counterpart",
        "partner manager",
        "primary contact",
        "main contact",
        "alliance manager",
        "channel manager",
        "business user",
        "day to day contact",
        "operational contact",
        "primary",
    ],
    &["gatekeeper", "procurement", "legal", "assistant", "procurement contact", "legal and compliance"],
    &["blocker", "detractor", "opponent", "blockers"],
];
