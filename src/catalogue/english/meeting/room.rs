//! What stands on the page while one meets: open promises, notes, objections and next steps.

use crate::catalogue::english::domain::day;
use crate::catalogue::intl::{self, counted};
use crate::domain::Date;

/// Heading.
pub const OPEN: &str = "Open between you";
/// Said when there are none.
pub const NOTHING_OPEN: &str = "Nothing is owed on either side.";

// ---------------------------------------------------------------- the room

/// Heading.
pub const STEPS: &str = "Who does what, by when";
/// The field of a step.
pub const SAY_IT: &str = "Say it as you would out loud";
/// In the empty field.
pub const SAY_IT_HINT: &str = "Ana names an owner by fri";
/// Before what was understood.
pub const READ_AS: &str = "Read as";
/// Instead of a day.
pub const NO_DATE: &str = "no date yet";
/// Instead of a name.
pub const NOBODY: &str = "nobody yet";
/// Said while there are none.
pub const NO_STEPS: &str = "Begin with a name, “we” or “they”, and end with a day.";

/// "4 so far".
pub fn so_far(count: usize) -> String {
    format!("{} so far", intl::whole(count))
}

/// Heading.
pub const NOTES: &str = "Notes";
/// The field of a note.
pub const NEW_NOTE: &str = "What was said";
/// Beside the heading.
pub const NOTES_NOTE: &str = "they become the recap";
/// Said while there are none.
pub const NO_NOTES: &str = "One line for each point. Enter adds it.";
/// Keeps a note out of the recap.
pub const KEEP_TO_US: &str = "Keep to ourselves";
/// Lets the recap have it.
pub const SHARE: &str = "Let the recap have it";
/// Said of a private note.
pub const OURS_ALONE: &str = "Not in the recap";

/// "Keep to ourselves: she sounded tired".
pub fn about(deed: &str, text: &str) -> String {
    let brief: String = text.chars().take(60).collect();
    format!("{deed}: {brief}")
}

/// Heading.
pub const OBJECTIONS: &str = "Objections";
/// The field of an objection.
pub const NEW_OBJECTION: &str = "What speaks against it";
/// How heavy it is.
pub const WEIGHT: &str = "How heavy";
/// What became of it.
pub const STATE: &str = "What became of it";
/// Said while there are none.
pub const NO_OBJECTIONS: &str = "None heard. If nobody objects, ask the hard questions.";

/// Beneath the button: what it takes.
pub const CLOSE_WHY: &str = "Read the steps aloud before you part. Each needs a name and a day.";
/// Said once it was.
pub fn closed(on: Date, steps: usize) -> String {
    format!("Closed on {} with {}.", day(on), counted(steps, "next step", "next steps"))
}
