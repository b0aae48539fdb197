//! The list of partners: search, columns, rows, the form that adds one.

use crate::catalogue::intl;
use crate::domain::health::{Badge, Band, Health, Rules};
use crate::domain::{Date, FiscalStart, PartnerKind, Quarter, Side, Tier};

use super::{Word, due, recent_day, recent_day_or_month};

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
/// Column: score, badge, and the rule behind it.
pub const COLUMN_HEALTH: &str = "Health";
/// Column: the score of twelve weeks as a line, and how far it moved in the last four.
pub const COLUMN_MOVEMENT: &str = "12 weeks, last 4";
/// Column: points given and got.
pub const COLUMN_BALANCE: &str = "We gave, we got";
/// Column: the last two-way touch.
pub const COLUMN_LAST_TWO_WAY: &str = "Last two-way";
/// Column: what is due first.
pub const COLUMN_NEXT_STEP: &str = "Next step";
/// There was no two-way touch yet.
pub const NEVER: &str = "never";

/// Names the row of views.
pub const VIEWS: &str = "Views";
/// View: every partner.
pub const ALL: &str = "All";
/// View: those worked with, paused or ending.
pub const CURRENT: &str = "Current";
/// View: those whose health is At risk or worse.
pub const NEEDS_ATTENTION: &str = "Needs attention";
/// View: those we invest most in.
pub const TIER_1: &str = "Tier 1";
/// View: those to be won.
pub const PROSPECTS: &str = "Prospects";
/// View: those that ended.
pub const ALUMNI: &str = "Alumni";
/// Opens what saves a view, and saves it.
pub const SAVE_VIEW: &str = "Save view";
/// Saves the view that was opened as it is shown now.
pub const SAVE_CHANGES: &str = "Save changes";
/// Saves what is shown as one more view.
pub const SAVE_AS_NEW: &str = "Save as new";
/// Deletes the view that was opened.
pub const DELETE_VIEW: &str = "Delete view";
/// Field: what the view is called.
pub const VIEW_NAME: &str = "Name of the view";
/// Below [`VIEW_NAME`].
pub const VIEW_HINT: &str = "Keeps search, filters, order and columns.";

/// Opens the choice of a day, while the list is about today.
pub const AS_OF_TODAY: &str = "As of today";
/// Names the choice of a day.
pub const AS_OF_ANOTHER_DAY: &str = "As of another day";
/// Field: the day that the list is to be about.
pub const SHOW_AS_ON: &str = "Show the list as on";
/// Below [`SHOW_AS_ON`].
pub const AS_OF_HINT: &str = "Computed from what is dated by then. Partners that begin later are left out.";
/// Shows the day that was typed.
pub const SHOW_THAT_DAY: &str = "Show that day";
/// A day that is often asked for.
pub const FOUR_WEEKS_AGO: &str = "28 days ago";
/// A day that is often asked for.
pub const END_OF_LAST_QUARTER: &str = "End of last quarter";
/// A day that is often asked for.
pub const A_YEAR_AGO: &str = "A year ago";
/// After [`not_today`].
pub const NOT_TODAY_MEANS: &str = "Health, stage, tier, balance, last touch and next step are those of that day. What you change still counts from today.";
/// Has the list be about today again.
pub const BACK_TO_TODAY: &str = "Back to today";
/// In place of the table of a day on which there was no partner yet.
pub const NONE_YET_THEN: &str = "There was no partner yet on that day";
/// Below [`NONE_YET_THEN`].
pub const NONE_YET_THEN_WHY: &str = "A partner stands in the list from the earliest of its first stage, its launch and the day its tracking begins.";

/// Names the filters.
pub const FILTERS: &str = "Filters";
/// Filter: the badge of health.
pub const BAND: &str = "Band";
/// Filter: a tag; also what can be given to many.
pub const TAG: &str = "Tag";
/// Filter: days without a two-way touch.
pub const QUIET_FOR: &str = "Quiet for";
/// Filter: no owner.
pub const NOBODY: &str = "Nobody";
/// There is nothing to filter by yet.
pub const NONE_YET: &str = "There are none yet.";

/// Names the bar of what can be done with those selected.
pub const SELECTED: &str = "Selected partners";
/// Selects none.
pub const CLEAR_SELECTION: &str = "Clear the selection";
/// Logs a touchpoint with the one that is selected.
pub const LOG_TOUCH: &str = "Log touch";
/// Below the owner of many.
pub const OWNER_TO_ALL: &str = "Leave it empty to take the owner away.";
/// Field: why the stage changes.
pub const REASON: &str = "Reason";
/// Gives the tag to all.
pub const ADD_TAG: &str = "Add";
/// Takes the tag off all.
pub const REMOVE_TAG: &str = "Remove";

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

/// Below the stage: when it began.
pub fn since(on: Date, today: Date) -> String {
    format!("since {}", recent_day_or_month(on, today))
}

/// Below the badge: the rule that decided in place of the number, or why there is no number.
pub fn reason(health: &Health, fiscal: FiscalStart) -> Option<String> {
    let Rules { zombie, revived_on, breach, champion_left, escalation, adjustment, .. } = health.rules;
    let badge = health.badge();
    if badge == Badge::Zombie {
        return Some("Two quarters empty".to_owned());
    }
    if badge == Badge::ZombieWatch {
        let quarter = Quarter::of(zombie.watch_on?, fiscal).previous();
        return Some(format!("Q{} empty", quarter.number()));
    }
    if badge == Badge::NotEnoughData {
        return Some(format!("Only {}% covered", health.coverage));
    }
    if health.band == health.by_score {
        return None;
    }
    if health.band == Band::Critical && breach.is_some() {
        return Some("Open breach".to_owned());
    }
    if health.band == Band::AtRisk
        && let Some(on) = revived_on
    {
        return Some(format!("Back since {}", recent_day(on, health.day)));
    }
    if adjustment.is_some() {
        return Some("Set by hand".to_owned());
    }
    if let Some((_, on)) = champion_left {
        return Some(format!("Champion left {}", recent_day(on, health.day)));
    }
    escalation.map(|_| "Open escalation".to_owned())
}

/// A movement of the score as it is drawn.
pub fn movement(points: i16, arrow: i16) -> String {
    let figure = intl::whole(usize::from(points.unsigned_abs()));
    match points {
        0 => figure,
        _ if points.abs() >= arrow => figure,
        1.. => format!("+{figure}"),
        _ => format!("−{figure}"),
    }
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

/// Opens the saved views that are not tabs.
pub fn more_views(more: usize) -> String {
    format!("{} more", intl::whole(more))
}

/// A chip: what is filtered by, and the values asked for.
pub fn filter_is(what: &str, values: &[String]) -> String {
    format!("{what}: {}", values.join(", "))
}

/// A number of days.
pub fn days(days: u16) -> String {
    intl::counted(usize::from(days), "day", "days")
}

/// Below the values of a filter: those left out.
pub fn more_values(more: usize) -> String {
    format!("{} more are found by search.", intl::whole(more))
}

/// How many are selected, and how many of them the list does not show.
pub fn selected(count: usize, outside: usize) -> String {
    let selected = format!("{} selected", intl::whole(count));
    if outside == 0 { selected } else { format!("{selected}, {} not in this list", intl::whole(outside)) }
}

/// What a change of many would do.
pub fn will_change(count: usize) -> String {
    if count == 0 {
        "No partner will change.".to_owned()
    } else {
        format!("{} will change.", partners(count))
    }
}

/// Makes a change for all that it would change.
pub fn change(count: usize) -> String {
    if count == 0 { "Change".to_owned() } else { format!("Change {}", partners(count)) }
}

/// Those that a change of many leaves as they are.
pub fn unchanged(count: usize) -> String {
    format!("{} already like that.", intl::counted(count, "is", "are"))
}

/// Those that refuse a change of many; the reasons follow.
pub fn cannot(count: usize) -> String {
    format!("{} cannot, because:", intl::whole(count))
}

/// After the first of many reasons.
pub fn and_more(count: usize) -> String {
    format!("and {} more", intl::whole(count))
}

/// Opens the choice of a day, while the list is about another than today.
pub fn as_of(day: Date) -> String {
    format!("As of {}", super::day(day))
}

/// The list is about another day.
pub fn not_today(day: Date) -> String {
    format!("As on {}, not today.", super::day(day))
}

/// A day that is often asked for, and which it is.
pub fn preset(label: &str, day: Date) -> String {
    format!("{label}, {}", super::day(day))
}

/// Below the table: what the scores mean, with the least score of each band.
pub fn scale([healthy, watch, at_risk]: [u16; 3]) -> String {
    format!(
        "Scores run from 0 to 100: Healthy from {healthy}, Watch from {watch}, At risk from {at_risk}, Critical below. A rule can place a partner elsewhere than its number; the reason stands beneath the band."
    )
}

/// "12 partners".
pub fn partners(count: usize) -> String {
    intl::counted(count, "partner", "partners")
}

/// Heading of a column in a file.
pub const MOVED: &str = "Movement in 28 days";
/// Heading of a column in a file.
pub const GIVEN: &str = "Given in 180 days";
/// Heading of a column in a file.
pub const GOT: &str = "Got in 180 days";
/// Heading of a column in a file.
pub const NEXT_STEP_DUE: &str = "Next step due";
