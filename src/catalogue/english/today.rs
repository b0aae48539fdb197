//! Today: what is owed, late, due and going quiet, and what happens by itself.

use super::domain::day;
use crate::catalogue::intl::{self, counted};
use crate::domain::health::{Band, Component};
use crate::domain::put_off::Near;
use crate::domain::{Date, Quarter};

/// The name of the screen.
pub const TODAY: &str = "Today";
/// Heading of what was due before today.
pub const LATE: &str = "Late";
/// Heading of what is due today.
pub const DUE: &str = "Due today";
/// Heading of items of playbooks.
pub const ITEMS: &str = "Playbooks";
/// Beside [`ITEMS`].
pub const ITEMS_NOTE: &str = "Due today or late";
/// Stands for the partner of a playbook that has none.
pub const OUR_OWN: &str = "Our own";
/// Opens a playbook.
pub const OPEN: &str = "Open";
/// Starts a playbook that is due again.
pub const START_AGAIN: &str = "Start again";
/// Heading of what endings ask for.
pub const ENDINGS: &str = "Endings";
/// The conversation that was booked.
pub const CALL: &str = "Hold the honest call";
/// The post-mortem that was planned.
pub const POST_MORTEM: &str = "Hold the post-mortem";
/// Heading of partners not spoken to.
pub const QUIET: &str = "Going quiet";
/// Beside [`QUIET`].
pub const QUIET_NOTE: &str = "Only replies, calls and meetings reset the clock";
/// Heading of quarters with nothing recorded.
pub const QUARTER: &str = "A quarter to record";
/// Heading of signals that end.
pub const SIGNALS: &str = "Signals about to pass";
/// Beside [`SIGNALS`].
pub const SIGNALS_NOTE: &str = "Answer with something of use to them";
/// Heading of further Zombies.
pub const OWED_TOO: &str = "Decisions owed as well";
/// Beneath a further Zombie.
pub const NO_RESULT_FOR_TWO: &str = "Two quarters without traction";
/// To the partner of the slab.
pub const SEE_PARTNER: &str = "See its records";
/// The name of the column beside the agenda.
pub const AHEAD: &str = "Ahead";
/// Heading of what happens by itself.
pub const NOTHING_CHANGES: &str = "If nothing changes";
/// Said when nothing does.
pub const NOTHING_AHEAD: &str = "No partner falls into a lower band in the next 90 days.";
/// Said where there are too many partners to look for more.
pub const ONLY_ZOMBIES_AHEAD: &str = "With more than 1,000 partners only Zombie days are looked for here.";
/// Opens the form of a touchpoint.
pub const LOG_TOUCH: &str = "Log touch";
/// Opens the form of a result.
pub const RECORD_RESULT: &str = "Record a result";
/// Said when nothing is to be done.
pub const CALM: &str = "Nothing is waiting for you";
/// Below [`CALM`].
pub const CALM_WHY: &str = "Every promise is on time and nobody has gone quiet. A good hour to give something: an introduction, a lead, a word of thanks.";

/// A day other than the near ones.
pub const ANOTHER_DAY: &str = "Or on another day";

/// How many rows are seen again later.
pub fn waiting(count: usize) -> String {
    format!("{} later", intl::whole(count))
}

/// When a row is back.
pub fn back_on(until: Date, today: Date) -> String {
    match today.days_until(until) {
        1 => "back tomorrow".to_owned(),
        _ => format!("back {}", short(until)),
    }
}

/// A day near today: "Monday, 23 Nov".
pub fn near(near: Near, day: Date) -> String {
    let word = match near {
        Near::Tomorrow => "Tomorrow",
        Near::Monday => "Monday",
        Near::InAWeek => "In a week",
    };
    format!("{word}, {}", short(day))
}

/// The day, as the heading of the page.
pub fn heading(today: Date) -> String {
    intl::long_day(today.year(), today.month(), today.day())
}

/// Beneath the heading: how much there is to do, and whose what is late is. `late` counts ours, theirs, and that of
/// both sides.
pub fn lede(count: usize, late: [usize; 3]) -> String {
    let asks = match count {
        0 => return "Nothing needs you today.".to_owned(),
        1 => "One thing needs you.".to_owned(),
        _ => format!("{} things need you.", capital(&in_words(count))),
    };
    let [ours, theirs, both] = late;
    let sum = ours + theirs + both;
    if sum == 0 {
        return asks;
    }
    let mut whose = Vec::new();
    for (count, words) in [(ours, "of ours"), (theirs, "of theirs"), (both, "of both sides")] {
        if count > 0 {
            whose.push(if sum == 1 { words.to_owned() } else { format!("{} {words}", in_words(count)) });
        }
    }
    let whose = match whose.as_slice() {
        [one] if sum > 1 => {
            one.split_once(' ').map_or_else(|| one.clone(), |(_, whose)| format!("all {whose}"))
        }
        [one] => one.clone(),
        [first, last] => format!("{first}, {last}"),
        all => all.join(", "),
    };
    if sum == 1 {
        format!("{asks} One promise {whose} is late.")
    } else {
        format!("{asks} {} promises are late: {whose}.", capital(&in_words(sum)))
    }
}

/// A number as a word up to twelve, in digits beyond.
fn in_words(count: usize) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    WORDS.get(count).map_or_else(|| intl::whole(count), |word| (*word).to_owned())
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A further Zombie.
pub fn zombie(name: &str) -> String {
    format!("{name} is a Zombie")
}

/// The note that is due two weeks after an ending, to a person if one is known.
pub fn note_to(name: &str) -> String {
    if name.is_empty() { "Write the note to the person".to_owned() } else { format!("Write to {name}") }
}

/// Whose ending it is.
pub fn ended_with(name: &str) -> String {
    format!("Ending with {name}")
}

/// "since 1 Oct 2026".
pub fn since(on: Date) -> String {
    format!("since {}", day(on))
}

/// A partner not spoken to for so many days; `None` when there was never a two-way touch.
pub fn silence(name: &str, days: Option<i64>) -> String {
    match days {
        Some(days) => format!("{name}: {} since a two-way touch", in_days(days)),
        None => format!("{name}: no two-way touch yet"),
    }
}

/// "Tier 1, every 30 days".
pub fn cadence(tier: &str, days: u16) -> String {
    format!("{tier}, every {}", in_days(i64::from(days)))
}

/// "6 days past".
pub fn past(days: i64) -> String {
    format!("{} past", in_days(days))
}

/// "44 days left"; "last day" when there is but one.
pub fn left(days: i64) -> String {
    if days <= 1 { "last day".to_owned() } else { format!("{} left", in_days(days)) }
}

/// A quarter that closed empty.
pub fn no_traction(name: &str, quarter: Quarter) -> String {
    format!("{name} shows no traction in {quarter}. Is that true?")
}

/// When a signal was seen.
pub fn seen(on: Date) -> String {
    format!("seen {}", day(on))
}

/// What happens to a partner by itself, and why.
pub fn ahead(is_zombie: bool) -> (&'static str, &'static str) {
    if is_zombie {
        ("becomes a Zombie", "Two quarters will have passed empty")
    } else {
        ("enters Zombie watch", "A whole quarter will have passed empty")
    }
}

/// What happens to a partner that falls into a band.
pub const fn falls_to(band: Band) -> &'static str {
    match band {
        Band::Healthy => "becomes Healthy",
        Band::Watch => "drops to Watch",
        Band::AtRisk => "drops to At risk",
        Band::Critical => "drops to Critical",
        Band::Zombie => "becomes a Zombie",
        Band::NotEnoughData => "has too little on record for a band",
    }
}

/// Why a partner falls: what moves its score on that day, or a rule.
pub const fn falls_because(component: Option<Component>) -> &'static str {
    match component {
        Some(Component::Traction) => "Earlier results count for less",
        Some(Component::Commitments) => "A promise falls due, or a kept one is too long ago",
        Some(Component::Engagement) => "Nobody will have spoken for too long",
        Some(Component::Milestones) => "A milestone falls due, or a reached one is too long ago",
        Some(Component::Reciprocity) => "Earlier gives and gets no longer count",
        Some(Component::Relationship) => "Its people will have been silent for too long",
        Some(Component::Pulse) => "The last rating will be too old",
        None => "A band set by hand ends",
    }
}

/// A day without its year.
pub fn short(on: Date) -> String {
    format!("{} {}", on.day(), intl::month_short(on.month()))
}

/// Shows further rows.
pub fn show_more(count: usize) -> String {
    format!("Show {} more", intl::whole(count))
}

fn in_days(days: i64) -> String {
    counted(usize::try_from(days).unwrap_or(0), "day", "days")
}
