//! Meetings: the list, the page of one, its brief, its recap, and its rows on Today.

mod brief;
mod recap;
mod room;

pub use brief::*;
pub use recap::*;
pub use room::*;

use super::domain::{Word, day};
use crate::catalogue::intl::{self, counted};
use crate::domain::Date;
use crate::domain::meeting::{How, Meeting, ObjectionState, PrepPart, Pressure, Standing, Weight};

impl Word for How {
    fn word(self) -> &'static str {
        match self {
            Self::VideoCall => "Video call",
            Self::Call => "Call",
            Self::InPerson => "In person",
        }
    }
}

impl Word for Pressure {
    fn word(self) -> &'static str {
        match self {
            Self::Numbers => "Numbers due",
            Self::NewLine => "New line",
            Self::Complexity => "Complexity",
        }
    }
}

impl Word for Weight {
    fn word(self) -> &'static str {
        match self {
            Self::Minor => "Minor",
            Self::Serious => "Serious",
            Self::DealKiller => "Stops it",
        }
    }
}

impl Word for ObjectionState {
    fn word(self) -> &'static str {
        match self {
            Self::Open => "Open",
            Self::Settled => "Settled",
            Self::Dropped => "Dropped",
        }
    }
}

// ---------------------------------------------------------------- list

/// The name of the list.
pub const MEETINGS: &str = "Meetings";
/// Plans a meeting.
pub const NEW_MEETING: &str = "New meeting";
/// Heading of meetings to come.
pub const AHEAD: &str = "Today and ahead";
/// Heading of meetings of which nobody said whether they were held.
pub const UNSETTLED: &str = "Held or not?";
/// Heading of meetings whose recap is due.
pub const RECAPS: &str = "Recap to send";
/// Heading of meetings that are over.
pub const PAST: &str = "Over";
/// Said when there is no meeting at all.
pub const NONE: &str = "Win the meeting before it begins";
/// Below [`NONE`].
pub const NONE_WHY: &str = "Plan a meeting, and you are led through it: who they are, what presses them, the ask, the hard questions. Notes and next steps become the recap.";
/// Below [`NONE`], when there is nobody to meet.
pub const NO_PARTNERS_WHY: &str = "A meeting belongs to a partner. Add one first.";
/// To the list of partners.
pub const GO_TO_PARTNERS: &str = "Go to Partners";
/// Said of a partner without meetings.
pub const NONE_WITH_THEM: &str = "No meeting with them yet.";
/// The name of a meeting that is gone.
pub const NOT_HERE: &str = "This meeting is not here";
/// Below [`NOT_HERE`].
pub const NOT_HERE_WHY: &str =
    "It may have been deleted, here or in another tab. What was deleted can be brought back from Settings.";
/// To the list.
pub const ALL_MEETINGS: &str = "All meetings";

/// Shows further rows.
pub fn show_more(count: usize) -> String {
    format!("Show {} more", intl::whole(count))
}

/// How a meeting stands, as a tag; none for one that is simply planned or over.
pub fn standing(standing: Standing, today: Date) -> Option<(String, &'static str)> {
    match standing {
        Standing::Planned | Standing::Over => None,
        Standing::Unsettled => Some(("held or not?".to_owned(), "warn")),
        Standing::RecapDue(due) => {
            let tone = if due < today { "late" } else { "warn" };
            Some((recap_due(due, today), tone))
        }
        Standing::Cancelled => Some(("called off".to_owned(), "plain")),
    }
}

/// "recap due tomorrow".
pub fn recap_due(due: Date, today: Date) -> String {
    match today.days_until(due) {
        0 => "recap due today".to_owned(),
        1 => "recap due tomorrow".to_owned(),
        days if days < 0 => {
            format!(
                "recap {} over",
                counted(usize::try_from(days.unsigned_abs()).unwrap_or(0), "day", "days")
            )
        }
        _ => format!("recap due {}", day(due)),
    }
}

// ---------------------------------------------------------------- form

/// With whom.
pub const PARTNER: &str = "Partner";
/// What it is called.
pub const TITLE: &str = "What is it about?";
/// What it is called unless said otherwise.
pub const FIRST_MEETING: &str = "First meeting";
/// When.
pub const DAY: &str = "Day";
/// When it begins.
pub const TIME: &str = "Time";
/// How long it is.
pub const MINUTES: &str = "Minutes";
/// How people meet.
pub const HOW: &str = "How";
/// Those of theirs that are known.
pub const THEIR_PEOPLE: &str = "Their people";
/// Those of theirs that are not.
pub const OTHERS: &str = "Of theirs, by name";
/// Beneath [`OTHERS`] and [`OUR_PEOPLE`].
pub const COMMAS: &str = "Several with commas between them";
/// Those of ours.
pub const OUR_PEOPLE: &str = "Our people";
/// Saves a correction.
pub const SAVE: &str = "Save";
/// Deletes it.
pub const DELETE: &str = "Delete meeting";

/// What a meeting says, in one line, to compare two versions.
pub fn in_one_line(meeting: &Meeting) -> String {
    let time = meeting.at.map(|at| format!(" at {at}")).unwrap_or_default();
    let names: Vec<&str> =
        meeting.theirs.iter().chain(&meeting.ours).map(crate::domain::Line::as_str).collect();
    format!("{}, {}{time}, {}, {}", meeting.title, day(meeting.on), meeting.how.word(), names.join(", "))
}

// ---------------------------------------------------------------- one meeting

/// "Lumenfold, first meeting".
pub fn heading(partner: &str, title: &str) -> String {
    format!("{partner}, {title}")
}

/// When and how: "Today, 14:30 to 15:15, video call."
pub fn when(meeting: &Meeting, today: Date) -> String {
    let on = meeting.day();
    let day = match today.days_until(on) {
        0 => "Today".to_owned(),
        1 => "Tomorrow".to_owned(),
        -1 => "Yesterday".to_owned(),
        _ => intl::weekday(on.year(), on.month(), on.day()),
    };
    let time = match (meeting.at, meeting.minutes) {
        (Some(at), Some(minutes)) => format!(", {at} to {}", at.plus_minutes(minutes)),
        (Some(at), None) => format!(", {at}"),
        (None, _) => String::new(),
    };
    format!("{day}{time}, {}.", meeting.how.word().to_lowercase())
}

/// Who was there: "Ana Ruiz and Ben Ott, with Mara Lind".
pub fn who(theirs: &[String], ours: &[String]) -> String {
    let theirs = listed(theirs);
    if ours.is_empty() { theirs } else { format!("{theirs}, with {}", listed(ours)) }
}

/// Names in a row: "Ana, Ben and Cleo".
pub fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// How far it has come, for those who do not see it.
pub const PROGRESS: &str = "Progress";
/// The first moment.
pub const BRIEF: &str = "Brief";
/// The second.
pub const IN_THE_ROOM: &str = "In the room";
/// The third.
pub const RECAP: &str = "Recap";
/// Once it was called off.
pub const CALLED_OFF: &str = "Called off";
/// After a moment that is over, for those who hear it.
pub const DONE: &str = ", done";

/// After the brief, when something is missing: ", 2 missing".
pub fn missing_count(count: usize) -> String {
    format!(", {} missing", intl::whole(count))
}

/// After the recap: ", due tomorrow".
pub fn recap_note(standing: Standing, sent_on: Option<Date>, today: Date) -> Option<String> {
    match (standing, sent_on) {
        (_, Some(on)) => Some(format!(", sent {}", day(on))),
        (Standing::RecapDue(due), None) => Some(match super::domain::due(due, today) {
            (over, Some("late")) => format!(", {over}"),
            (when, _) => format!(", due {when}"),
        }),
        (Standing::Over, None) => Some(", none needed".to_owned()),
        _ => None,
    }
}

/// What the preparation misses, in a sentence. `None` when nothing is missing.
pub fn missing(parts: &[PrepPart]) -> Option<String> {
    let names: Vec<String> = parts.iter().map(|part| part_missing(*part).to_owned()).collect();
    (!names.is_empty()).then(|| format!("Still to prepare: {}.", listed(&names)))
}

/// What is missing, in a row of Today: "2 of 6 to prepare: the framing and the ask".
pub fn missing_brief(parts: &[PrepPart]) -> String {
    if parts.is_empty() {
        return "prepared".to_owned();
    }
    if parts.len() == PrepPart::ALL.len() {
        return "not prepared yet".to_owned();
    }
    let names: Vec<String> = parts.iter().map(|part| part_missing(*part).to_owned()).collect();
    format!("still to prepare: {}", listed(&names))
}

fn part_missing(part: PrepPart) -> &'static str {
    match part {
        PrepPart::Person => "the person",
        PrepPart::Pressure => "their pressure, with evidence",
        PrepPart::Framing => "the framing",
        PrepPart::Ask => "the ask, with a picture of success",
        PrepPart::Probes => "three hard questions",
        PrepPart::Questions => "what to ask about their decision",
    }
}

/// Beside a part of the brief that is not whole.
pub const TO_DO: &str = "To prepare";
/// Prints the brief.
pub const PRINT_BRIEF: &str = "Print brief";
/// Prints the recap.
pub const PRINT_RECAP: &str = "Print";
/// The deeds that are done rarely.
pub const MORE_ACTIONS: &str = "More actions";
/// Opens the form of the meeting.
pub const EDIT: &str = "Edit";
/// Writes a part of the brief.
pub const WRITE: &str = "Write";
/// Adds one.
pub const ADD: &str = "Add";

/// "Write: The framing".
pub fn write(what: &str) -> String {
    format!("{WRITE}: {what}")
}

/// "Edit: The framing".
pub fn edit(what: &str) -> String {
    format!("{EDIT}: {what}")
}

// ---------------------------------------------------------------- today

/// Heading of the meetings of the day.
pub const TODAY: &str = "Meetings";
/// Heading of recaps.
pub const RECAPS_TODAY: &str = "Recaps";
/// Beside [`RECAPS_TODAY`].
pub const RECAPS_NOTE: &str = "Due the working day after a meeting";
/// Opens a meeting that misses something.
pub const PREPARE: &str = "Prepare";
/// Opens a meeting.
pub const GO_IN: &str = "Open";
/// Says that an earlier meeting was held.
pub const WAS_HELD: &str = "It was held";
/// Of a meeting of an earlier day.
pub const HELD_OR_NOT: &str = "held or not?";

/// "held 18 Nov 2026".
pub fn held(on: Date) -> String {
    format!("held {}", day(on))
}

/// The recap of a meeting, as a row.
pub fn recap_of(title: &str) -> String {
    format!("Send the recap: {title}")
}
