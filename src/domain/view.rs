//! Views of the partners table: which partners, in which order, with which columns; and those the
//! user saved under a name.
//!
//! Deliberately absent: finding words. [`Filter::text`] is looked up where names of people are at
//! hand too.

use std::cmp::Ordering;

use serde::Serialize;

use crate::domain::fields::{reads, reads_as, written_as};

use super::collection::Collection;
use super::date::Date;
use super::health::{Badge, Health};
use super::id::Id;
use super::listing::{self, Listed};
use super::moment::Moment;
use super::partner::{Partner, PartnerKind, Stage, Tier};
use super::refusal::{Field, Refusal};
use super::tag::Tag;
use super::text::Line;
use super::workspace::Workspace;

/// Which partners a view shows: those that meet every criterion. A criterion with several values is
/// met by any of them; one without a value by all partners.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Filter {
    /// Words to be found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Line<200>>,
    /// Where they stand.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<Stage>,
    /// How much we invest.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<Tier>,
    /// What kind of partnership.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<PartnerKind>,
    /// Tags, capitals aside.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Tag>,
    /// Who is responsible on our side, capitals aside; `None` stands for nobody.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<Option<Line<120>>>,
    /// At least so many days without a two-way touch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quiet_for_days: Option<u16>,
    /// The badges they show; a partner that is not scored shows none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<Badge>,
}

reads!(Filter {} or_not { text, stages, tiers, kinds, tags, owners, quiet_for_days, bands });

written_as!(Badge {
    Healthy: "healthy",
    Watch: "watch",
    AtRisk: "at_risk",
    Critical: "critical",
    ZombieWatch: "zombie_watch",
    Zombie: "zombie",
    NotEnoughData: "not_enough_data"
});

impl Filter {
    /// Whether `partner`, whose health on `today` is given, meets every criterion but the text.
    pub fn matches(&self, partner: &Partner, health: Option<&Health>, today: Date) -> bool {
        let profile = &partner.profile;
        is_any(&self.kinds, |kind| *kind == profile.kind)
            && is_any(&self.stages, |stage| *stage == partner.stage_on(today))
            && is_any(&self.tiers, |tier| *tier == partner.tier_on(today))
            && is_any(&self.tags, |tag| partner.has_tag(tag))
            && is_any(&self.owners, |owner| is_same(owner.as_ref(), profile.owner.as_ref()))
            && self.quiet_for_days.is_none_or(|days| partner.days_quiet(today) >= i64::from(days))
            && is_any(&self.bands, |badge| health.is_some_and(|health| health.badge() == *badge))
    }

    /// Whether it takes the health of partners to tell who meets it.
    pub fn asks_for_health(&self) -> bool {
        !self.bands.is_empty()
    }

    /// Whether every partner meets it.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }
}

/// A column of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// Who it is; always shown.
    #[default]
    Name,
    /// Score, badge, and the rule behind it.
    Health,
    /// How the score went in twelve weeks, and how far in the last four.
    Movement,
    /// Where it stands.
    Stage,
    /// How much we invest.
    Tier,
    /// What kind of partnership.
    Kind,
    /// Who is responsible on our side.
    Owner,
    /// What the user gathers partners by.
    Tags,
    /// Points given and got.
    Balance,
    /// The last two-way touch.
    LastTwoWay,
    /// What is due first.
    NextStep,
}

written_as!(Column {
    Name: "name",
    Health: "health",
    Movement: "movement",
    Stage: "stage",
    Tier: "tier",
    Kind: "kind",
    Owner: "owner",
    Tags: "tags",
    Balance: "balance",
    LastTwoWay: "last_two_way",
    NextStep: "next_step"
});

impl Column {
    /// All columns, in the order shown.
    pub const ALL: [Self; 11] = [
        Self::Name,
        Self::Health,
        Self::Movement,
        Self::Stage,
        Self::Tier,
        Self::Kind,
        Self::Owner,
        Self::Tags,
        Self::Balance,
        Self::LastTwoWay,
        Self::NextStep,
    ];

    /// Whether the table can be put in order by it.
    pub const fn is_sortable(self) -> bool {
        !matches!(self, Self::Movement)
    }

    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// Which columns are shown, always in the order of [`Column::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "Vec<Column>")]
pub struct Columns(u16);

reads_as!(Columns, from Vec<Column>);

impl Columns {
    /// Those shown at first.
    pub const USUAL: Self = Self(
        Column::Health.bit()
            | Column::Movement.bit()
            | Column::Stage.bit()
            | Column::Balance.bit()
            | Column::LastTwoWay.bit()
            | Column::NextStep.bit(),
    );

    /// Whether a column is shown.
    pub const fn has(self, column: Column) -> bool {
        matches!(column, Column::Name) || self.0 & column.bit() != 0
    }

    /// Shows a column, or no longer; the name is always shown.
    pub const fn toggle(&mut self, column: Column) {
        self.0 = (self.0 ^ column.bit()) & !Column::Name.bit();
    }
}

impl Default for Columns {
    fn default() -> Self {
        Self::USUAL
    }
}

impl From<Vec<Column>> for Columns {
    fn from(shown: Vec<Column>) -> Self {
        let bits = shown.into_iter().fold(0, |bits, column| bits | column.bit());
        Self(bits & !Column::Name.bit())
    }
}

impl From<Columns> for Vec<Column> {
    fn from(columns: Columns) -> Self {
        Column::ALL.into_iter().filter(|column| *column != Column::Name && columns.has(*column)).collect()
    }
}

/// The order of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sorting {
    /// The column.
    pub column: Column,
    /// From its end.
    #[serde(skip_serializing_if = "is_false")]
    pub is_descending: bool,
}

reads!(Sorting { column } or_not { is_descending });

/// What a partner is put in order by. One without a value comes last either way, and those in the
/// order of their words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortKey {
    value: Option<i64>,
    words: String,
}

impl Sorting {
    /// The worst health first.
    pub const WORST_FIRST: Self = Self { column: Column::Health, is_descending: false };

    /// Whether it takes the health of partners to put them in order.
    pub fn asks_for_health(self) -> bool {
        self.column == Column::Health
    }

    /// Sorts by a column; by the one already sorted by, the other way round.
    pub fn pick(&mut self, column: Column) {
        *self = Self { column, is_descending: self.column == column && !self.is_descending };
    }

    /// What `partner`, whose health on `today` is given, is put in order by.
    pub fn key(self, partner: &Partner, health: Option<&Health>, today: Date) -> SortKey {
        let profile = &partner.profile;
        let days = |day: Date| Date::MIN.days_until(day);
        let worded = |words: Option<&str>| (words.map(|_| 0), words.unwrap_or_default().to_lowercase());
        let number = |value: Option<i64>| (value, String::new());
        let (value, words) = match self.column {
            Column::Name => worded(Some(profile.name.as_str())),
            Column::Owner => worded(profile.owner.as_ref().map(Line::as_str)),
            Column::Tags => worded(partner.tags_in_order().first().map(|tag| tag.as_str())),
            Column::Health => badness(health),
            Column::Movement => number(None),
            Column::Stage => number(Some(partner.stage_on(today) as i64)),
            Column::Tier => number(Some(partner.tier_on(today) as i64)),
            Column::Kind => number(Some(profile.kind as i64)),
            Column::Balance => {
                let balance = partner.balance(today);
                let has_any = balance.given + balance.got > 0;
                number(has_any.then(|| i64::from(balance.given) - i64::from(balance.got)))
            }
            Column::LastTwoWay => number(partner.last_two_way(today).map(days)),
            Column::NextStep => number(partner.next_step(today).map(|step| days(step.due()))),
        };
        SortKey { value, words }
    }

    /// Which of two comes first. Equal ones are for the caller to settle, as by name.
    pub fn compare(self, one: &SortKey, other: &SortKey) -> Ordering {
        let order = match (one.value, other.value) {
            (Some(value), Some(other_value)) => value.cmp(&other_value).then(one.words.cmp(&other.words)),
            // None after Some, and never turned round.
            (value, other_value) => {
                return other_value.is_some().cmp(&value.is_some()).then(one.words.cmp(&other.words));
            }
        };
        if self.is_descending { order.reverse() } else { order }
    }
}

/// The worst first: by the badge, and of one badge by the score. Too little data tells nothing and
/// comes after all that do; who is not scored comes last.
fn badness(health: Option<&Health>) -> (Option<i64>, String) {
    let Some(health) = health else { return (None, "not scored".to_owned()) };
    let rank = match health.badge() {
        Badge::Zombie => 0,
        Badge::ZombieWatch => 1,
        Badge::Critical => 2,
        Badge::AtRisk => 3,
        Badge::Watch => 4,
        Badge::Healthy => 5,
        Badge::NotEnoughData => return (None, String::new()),
    };
    // One without a score, whose badge a rule decides, comes after those with one.
    (Some(rank * 1000 + health.score.map_or(999, i64::from)), String::new())
}

/// A view that the user saved under a name, for the whole workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SavedView {
    /// What the user calls it.
    pub name: Line<60>,
    /// Which partners.
    #[serde(skip_serializing_if = "Filter::is_open")]
    pub filter: Filter,
    /// In which order.
    pub sorting: Sorting,
    /// With which columns.
    pub columns: Columns,
    place: u32,
}

reads!(SavedView { name } or_not { filter, sorting, columns, place });

impl SavedView {
    /// A view that has no place among the others yet.
    pub fn new(name: Line<60>, filter: Filter, sorting: Sorting, columns: Columns) -> Self {
        Self { name, filter, sorting, columns, place: 0 }
    }
}

impl Listed for SavedView {
    const WHAT: &'static str = "This view";
    const FIELD: Field = Field::Name;
    const MOST: usize = 500;

    fn place(&self) -> u32 {
        self.place
    }

    fn put(&mut self, place: u32) {
        self.place = place;
    }
}

impl Workspace {
    /// The saved views in their order; [`listing`] moves and removes them.
    pub fn views_in_order(&self) -> Vec<(Id<SavedView>, &SavedView)> {
        listing::in_order(&self.views)
    }

    /// Saves a view as the last. Refuses a name that another has, capitals aside, and more than 500.
    pub fn save_view(&mut self, view: SavedView, moment: &mut Moment<'_>) -> Result<Id<SavedView>, Refusal> {
        refuse_taken_name(&self.views, &view, None)?;
        listing::add(&mut self.views, view, moment)
    }

    /// Replaces a saved view, which stays in its place. Refuses a name that another has, and when
    /// it is gone.
    pub fn change_view(&mut self, id: Id<SavedView>, view: SavedView) -> Result<(), Refusal> {
        refuse_taken_name(&self.views, &view, Some(id))?;
        listing::edit(&mut self.views, id, view)
    }
}

fn refuse_taken_name(
    views: &Collection<SavedView>,
    view: &SavedView,
    but: Option<Id<SavedView>>,
) -> Result<(), Refusal> {
    let mut others = views.iter().filter(|(id, _)| Some(**id) != but).map(|(_, other)| other);
    match others.find(|other| other.name.has_same_letters(&view.name)) {
        Some(other) => {
            Err(Refusal::NameTaken { field: Field::Name, what: "view", name: other.name.to_string() })
        }
        None => Ok(()),
    }
}

fn is_any<T>(wanted: &[T], is_met: impl Fn(&T) -> bool) -> bool {
    wanted.is_empty() || wanted.iter().any(is_met)
}

fn is_same(one: Option<&Line<120>>, other: Option<&Line<120>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.has_same_letters(other),
        (None, None) => true,
        _ => false,
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out references")]
fn is_false(is: &bool) -> bool {
    !is
}
