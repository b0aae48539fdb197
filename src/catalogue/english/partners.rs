//! The list of partners: search, columns, rows, the form that adds one.

use crate::catalogue::intl;
use crate::domain::{Date, PartnerKind, Side, Tier};

use super::{Word, day, due};

/// Heading, and name of the table.
pub const PARTNERS: &str = "Partners";
/// Names the search field.
pub const SEARCH: &str = "Search partners and people";
/// Inside the empty search field.
pub const SEARCH_HINT: &str = "Partner or person";
/// No partner is left by search and filters.
pub const NONE_MATCHES: &str = "No partner matches";
/// Where search looks, when it found nothing.
pub const SEARCHED: &str = "Search looks at names, domains, owners, tags and the people who work there.";
/// Takes search and filters away.
pub const CLEAR_FILTERS: &str = "Clear filters";
/// Opens the choice of columns.
pub const COLUMNS: &str = "Columns";
/// Goes back to the columns shown at first.
pub const USUAL_COLUMNS: &str = "Show the usual ones";

/// Column: who it is.
pub const COLUMN_NAME: &str = "Partner";
/// Column: points given and got.
pub const COLUMN_BALANCE: &str = "We gave, we got";
/// Column: the last two-way touch.
pub const COLUMN_LAST_TWO_WAY: &str = "Last two-way";
/// Column: what is due first.
pub const COLUMN_NEXT_STEP: &str = "Next step";
/// There was no two-way touch yet.
pub const NEVER: &str = "never";

/// Saves the new partner and opens it.
pub const ADD: &str = "Add partner";
/// Saves the new partner and asks for the next.
pub const ADD_AND_NEXT: &str = "Add and enter another";
/// Field: the display name.
pub const NAME: &str = "Partner name";
/// Field: the web domain.
pub const DOMAIN: &str = "Web domain";
/// Below [`DOMAIN`].
pub const DOMAIN_HINT: &str = "Such as example.com. Tells partners with similar names apart.";
/// Field and column: who is responsible on our side.
pub const OWNER: &str = "Owner";
/// Below [`OWNER`].
pub const OWNER_HINT: &str = "Who looks after it on our side.";
/// Field and column: what kind of partnership.
pub const KIND: &str = "Kind";
/// Field and column: where it stands.
pub const STAGE: &str = "Stage";
/// Field and column: how much we invest.
pub const TIER: &str = "Tier";
/// Column: what the user gathers partners by.
pub const TAGS: &str = "Tags";
/// Below [`TIER`].
pub const TIER_HINT: &str = "Our investment: 1 is touched every 30 days, 4 once a year.";

/// How many partners there are; how many of all are shown.
pub fn count(found: usize, all: usize) -> String {
    let everything = intl::counted(all, "partner", "partners");
    if found == all { everything } else { format!("{} of {everything}", intl::whole(found)) }
}

/// What the table shows, for those who do not see it. `column` is the heading of the column it is
/// sorted by.
pub fn caption(column: &str, is_descending: bool) -> String {
    let order = if is_descending { "descending" } else { "ascending" };
    format!("{PARTNERS}, sorted by {}, {order}", column.to_lowercase())
}

/// Draws `more` further rows of those `hidden`.
pub fn show_more(more: usize, hidden: usize) -> String {
    format!("Show {more} more of {}", intl::counted(hidden, "hidden partner", "hidden partners"))
}

/// Below the name: what kind of partnership, and how much we invest.
pub fn kind_and_tier(kind: PartnerKind, tier: Tier) -> String {
    format!("{}, {}", kind.word(), tier.word())
}

/// Below the stage: the day it began.
pub fn since(on: Date) -> String {
    format!("since {}", day(on))
}

/// Points of both sides, for those who do not see the beam.
pub fn balance(given: u32, got: u32) -> String {
    format!("{given} given, {got} received in 180 days")
}

/// Below the next step: whose it is, absent for a milestone of both, and when it is due; and how
/// urgent that is, as the value of `data-when`.
pub fn next_step(side: Option<Side>, on: Date, today: Date) -> (String, Option<&'static str>) {
    let whose = match side {
        Some(Side::Ours) => "Ours",
        Some(Side::Theirs) => "Theirs",
        None => "Both",
    };
    let (when, urgency) = due(on, today);
    let verb = if urgency == Some("late") { "" } else { "due " };
    (format!("{whose}, {verb}{when}"), urgency)
}

/// Names the box that selects a row.
pub fn select(name: &str) -> String {
    format!("Select {name}")
}

/// Names the box that selects every row found.
pub fn select_all(found: usize) -> String {
    format!("Select all {}", intl::counted(found, "partner", "partners"))
}
