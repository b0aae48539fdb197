//! Lessons: endings under way and over, their root causes, and what changed because of them.

use super::domain::{day, recent_day};
use crate::catalogue::intl::{self, counted};
use crate::domain::Date;

/// The name of the screen.
pub const LESSONS: &str = "Lessons";
/// Below it.
pub const LEDE: &str = "Why partnerships ended, what repeats itself, and what changed because of it.";
/// Said while there is no ending.
pub const NONE: &str = "No ending yet";
/// Below it.
pub const NONE_WHY: &str = "When a partnership ends, five whys lead to a cause, and each cause to one change. They are kept here for whoever starts the next one.";
/// To the partners.
pub const GO_TO_PARTNERS: &str = "Go to Partners";
/// Heading of endings that are not closed.
pub const UNDER_WAY: &str = "Under way";
/// How far an ending is.
pub fn of_five(done: usize) -> String {
    format!("{done} of 5 steps")
}
/// Since when it is under way.
pub fn since(on: Date, today: Date) -> String {
    format!("since {}", recent_day(on, today))
}
/// Heading of the causes.
pub const CAUSES: &str = "Root causes";
/// Said while none is named.
pub const NO_CAUSES: &str = "No cause has been named yet. Ask why on the page of an ending.";
/// Shows all causes again.
pub const ALL_CAUSES: &str = "All causes";
/// How often a cause stands.
pub fn times(count: usize) -> String {
    intl::whole(count)
}
/// What the number counts, for those who hear it: after the number.
pub fn times_word(count: usize) -> &'static str {
    if count == 1 { " time" } else { " times" }
}
/// Heading of what changes.
pub const CHANGES: &str = "What changes";
/// Beside it: how many are still to be done.
pub fn open(count: usize) -> String {
    if count == 0 { "All done".to_owned() } else { format!("{} open", intl::whole(count)) }
}
/// Heading of endings with their whys.
pub const POST_MORTEMS: &str = "Post-mortems";
/// The day it was closed.
pub fn closed(on: Date) -> String {
    format!("closed {}", day(on))
}
/// Said of an ending nobody asked about.
pub const NOT_ASKED: &str = "Nobody has asked why yet.";
/// To the page of an ending.
pub fn see(name: &str) -> String {
    format!("See the ending with {name}")
}

/// Heading of past causes, on the page of a partner that begins.
pub const BEFORE_YOU_BEGIN: &str = "What ended others like this one";
/// Below it.
pub const BEFORE_YOU_BEGIN_WHY: &str =
    "Decide for each, once: do something about it now, or say that it does not apply here.";
/// Whose ending it was, and why it is shown.
pub fn because(name: &str, same_kind: bool, tags: &[String], died_in_onboarding: bool) -> String {
    let mut because = Vec::new();
    if same_kind {
        because.push("same kind".to_owned());
    }
    if !tags.is_empty() {
        because.push(format!("also tagged {}", tags.join(", ")));
    }
    if died_in_onboarding {
        because.push("never got beyond Onboarding".to_owned());
    }
    format!("{name}: {}", because.join(", "))
}
/// What was changed because of it.
pub fn changed(what: &str) -> String {
    format!("What changed since: {what}")
}
/// The promise, in the form.
pub const WHAT: &str = "What will you do here?";
/// Its day, in the form.
pub const DUE: &str = "By";
/// Adds the promise.
pub const ADD: &str = "Add promise";
/// How many more fit.
pub fn more(count: usize) -> String {
    format!("And {}.", counted(count, "more cause", "more causes"))
}
