//! The health of one partner on its screen: the panel, the trend, what would raise it, the slab.

use super::domain::day;
use crate::catalogue::intl::{counted, month_short, whole};
use crate::domain::health::Component;
use crate::domain::{Date, Quarter, Stage};

// ---------------------------------------------------------------- panel

/// Heading.
pub const HEALTH: &str = "Health";
/// Stands for a score where there is none.
pub const NO_SCORE: &str = "No score";
/// Heading of the list below 30 % coverage.
pub const TO_RECORD: &str = "What to record first";
/// Opens the form of something that is missing.
pub const ADD_ONE: &str = "Add one";
/// Heading of a column.
pub const COMPONENT: &str = "Component";
/// Heading of a column.
pub const SCORE: &str = "Score";
/// Heading of a column.
pub const WEIGHT: &str = "Weight";
/// Heading of a column.
pub const EARNED: &str = "Points earned of possible";
/// Heading of a column.
pub const RESTS_ON: &str = "Rests on";
/// In place of the points of a component without data.
pub const NOT_COUNTED: &str = "not counted";
/// The sum of the components.
pub const TOGETHER: &str = "Together";
/// To the tab where records are corrected.
pub const SEE_AND_CORRECT: &str = "See and correct them";

/// Which weights hold.
pub fn model_of(is_active: bool) -> &'static str {
    if is_active { "Active model, as of today" } else { "Onboarding model, as of today" }
}

/// What stands in place of a score in stages without one.
pub fn unscored(stage: Stage, name: &str) -> String {
    match stage {
        Stage::Prospect => format!(
            "Health begins with the work. {name} is a prospect: what counts now is whether it fits, and whether giving comes first."
        ),
        Stage::Qualifying => format!(
            "Health begins with the work. With {name} what counts now is whether it fits, and how they decide."
        ),
        Stage::Paused => format!(
            "{name} is paused by agreement, so nothing is scored. Long pauses are passed over when quarters are judged; the score comes back with the work."
        ),
        Stage::Ending => {
            format!(
                "{name} is being ended, so nothing is scored any more. What counts now is a decent handover."
            )
        }
        Stage::Alumni => {
            format!(
                "{name} has ended, so nothing is scored. The people stay: keep in touch with those you would work with again."
            )
        }
        Stage::Onboarding | Stage::Active => String::new(),
    }
}

/// A movement as it is drawn, and in words; from `arrow` points on it has a direction.
pub fn movement(points: i16, arrow: i16) -> (String, String) {
    let size = usize::from(points.unsigned_abs());
    let figure = whole(size);
    let far = counted(size, "point", "points");
    match points {
        0 => ("0 in 4 weeks".to_owned(), "unchanged in 4 weeks".to_owned()),
        _ if points >= arrow => (format!("{figure} in 4 weeks"), format!("up {far} in 4 weeks")),
        _ if points <= -arrow => (format!("{figure} in 4 weeks"), format!("down {far} in 4 weeks")),
        1.. => (format!("+{figure} in 4 weeks"), format!("steady, {far} more in 4 weeks")),
        _ => (format!("−{figure} in 4 weeks"), format!("steady, {far} less in 4 weeks")),
    }
}

/// The gauge in words.
pub fn gauge(score: Option<u8>, band: &str, (least, most): (u8, u8)) -> String {
    match score {
        Some(score) => {
            format!("{score} on a scale from 0 to 100, {band}. It could lie between {least} and {most}.")
        }
        None => format!("{band}. The score could lie anywhere between {least} and {most}."),
    }
}

/// The name of the table.
pub fn made_of(score: u8) -> String {
    format!("How the {score} is made")
}

/// "72.7 of 100".
pub fn of_points(earned: &str, possible: &str) -> String {
    format!("{earned} of {possible}")
}

/// After the points earned: " of 31.6".
pub fn of_possible(possible: &str) -> String {
    format!(" of {possible}")
}

/// "shown as 73".
pub fn shown_as(score: u8) -> String {
    format!("shown as {score}")
}

/// What [`ADD_ONE`] is about, for those who hear it alone.
pub fn add_one_to(component: &str) -> String {
    format!("Add one: {component}")
}

/// How many records a component rests on.
pub fn rests_on(component: Component, count: usize) -> String {
    let (one, many) = match component {
        Component::Traction => ("result", "results"),
        Component::Commitments => ("promise", "promises"),
        Component::Engagement => ("touch", "touches"),
        Component::Milestones => ("milestone", "milestones"),
        Component::Reciprocity => ("entry", "entries"),
        Component::Relationship => ("person", "people"),
        Component::Pulse => ("rating", "ratings"),
    };
    counted(count, one, many)
}

/// Heading of the records.
pub fn rests_on_these(component: &str) -> String {
    format!("{component} rests on")
}

// ---------------------------------------------------------------- raise it

/// Heading.
pub const RAISE_IT: &str = "Raise it";
/// Where the gains come from.
pub const MODEL_RUN_AGAIN: &str = "The model, run again";
/// Said when no single step would help.
pub const NOTHING_RAISES_IT: &str = "No single step would raise it today. Time and steady work will.";

/// "+3".
pub fn gain(points: u8) -> String {
    format!("+{points}")
}

/// Opens the rest of the list.
pub fn more_steps(count: usize) -> String {
    counted(count, "more step", "more steps")
}

// ---------------------------------------------------------------- trend

/// Heading of the short chart.
pub const SHORT_TREND: &str = "Half a year back, ten weeks ahead";
/// Heading of the long chart.
pub const LONG_TREND: &str = "Two years back, half a year ahead";
/// Asks for the chart.
pub const HOW_FAR_BACK: &str = "How far back";
/// The charts.
pub const SPANS: [&str; 2] = ["Half a year", "Two years"];
/// On the line of today.
pub const TODAY: &str = "Today";
/// Below a chart that ends today.
pub const NOT_SCORED_NOW: &str = "This is how it went. Nothing is scored in the stage it is in now.";
/// The name of the table.
pub const TREND_TABLE: &str = "Health on the first of each month, and on each day on which it turned";
/// The headings of the table.
pub const TREND_HEADINGS: [&str; 3] = ["Day", "Score and band", "What moved it"];

/// The chart in words.
pub fn trend(first: Date, last: Date, score: Option<u8>, caption: &str) -> String {
    let now = score.map(|score| format!(" It is {score} today.")).unwrap_or_default();
    format!("Health from {} to {}.{now} {caption} The table below has the figures.", day(first), day(last))
}

/// A jump, beside its dot.
pub fn turned(on: Date, what: &str) -> String {
    format!("{}: {what}", day(on))
}

/// An edit of the model, beside its dot and in the table. Short: the axis and the table have the day.
pub const MODEL_EDITED: &str = "Model edited";

/// A name below the chart: of a month, or of a month in a year.
pub fn tick(on: Date, has_year: bool) -> String {
    let month = month_short(on.month());
    if has_year { format!("{month} {}", on.year()) } else { month }
}

/// The heading of a row.
pub fn row(on: Date, today: Date) -> String {
    match on {
        _ if on > today => format!("{}, forecast", day(on)),
        _ if on == today => format!("{}, today", day(on)),
        _ => day(on),
    }
}

// ---------------------------------------------------------------- the slab

/// Below the heading of a watch.
pub const WATCH_WHY: &str = "A whole quarter brought no traction, nor has the time since. Meetings, mails, signatures and plans do not count: a lead that becomes a meeting does.";
/// Opens the form of a result.
pub const RECORD_MISSED: &str = "Record traction I missed";
/// Opens the form of a promise.
pub const MAKE_A_PLAN: &str = "Make a plan";
/// The name of the evidence.
pub const QUARTERS: &str = "Quarter by quarter";

/// Since when a decision is owed.
pub fn decision_owed(since: Date) -> String {
    format!("A decision is owed since {}.", day(since))
}

/// When a watch is over.
pub fn becomes_zombie(on: Date) -> String {
    format!("Without traction it becomes a Zombie on {}.", day(on))
}

/// The sentence of the slab.
pub fn nothing_to_show(name: &str, since: Option<Date>) -> String {
    match since {
        Some(since) => format!("{name} has had nothing to show since {}.", day(since)),
        None => format!("{name} has had nothing to show so far."),
    }
}

/// A quarter, and whether it is over.
pub fn quarter(quarter: Quarter, is_complete: bool) -> String {
    if is_complete { quarter.to_string() } else { format!("{quarter}, so far") }
}

/// What a quarter brought.
pub fn results(count: u32) -> String {
    match as_count(count) {
        0 => "No result".to_owned(),
        count => counted(count, "result", "results"),
    }
}

/// What was done in a quarter without being traction.
pub fn effort(touches: u32, gives: u32) -> String {
    match (as_count(touches), as_count(gives)) {
        (0, 0) => "No touch, nothing given".to_owned(),
        (touches, 0) => counted(touches, "touch", "touches"),
        (0, gives) => format!("{}, no touch", counted(gives, "give", "gives")),
        (touches, gives) => {
            format!("{}, {}", counted(touches, "touch", "touches"), counted(gives, "give", "gives"))
        }
    }
}

/// Why a quarter is not judged.
pub fn passed_over(is_known: bool, paused_days: i64) -> String {
    if is_known {
        let days = counted(usize::try_from(paused_days).unwrap_or(0), "day", "days");
        format!("Passed over: paused on {days}")
    } else {
        "Passed over: not tracked from its first day".to_owned()
    }
}

// ---------------------------------------------------------------- forms

/// The band set by hand.
pub const BAND: &str = "Band";
/// The day the score decides again, and its help.
pub const BAND_ENDS: (&str, &str) =
    ("Ends on", "From this day on the score decides again. At most 90 days from today.");
/// The reason, and its help.
pub const BAND_WHY: (&str, &str) =
    ("What does the score not know?", "It stands beside the band. The score stays in sight.");
/// The day a decision is owed again, and its help.
pub const DECIDE_ON: (&str, &str) = ("Decide on", "At most 30 days from today. It can be put off only once.");
/// The reason, and its help.
pub const PUT_OFF_WHY: (&str, &str) =
    ("What will have happened by then?", "It stays a Zombie until there is traction.");

fn as_count(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}
