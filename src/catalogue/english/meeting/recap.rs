//! The recap: its words on the page, and the letter it becomes.

use super::listed;
use crate::catalogue::english::domain::day;
use crate::catalogue::intl;
use crate::domain::meeting::How;
use crate::domain::meeting::recap::{Covered, Recap, RecapStep};
use crate::domain::text::first_name;
use crate::domain::{Date, Side};

/// Beside the heading while nobody changed the words.
pub const WRITES_ITSELF: &str = "writes itself from the notes";
/// Beside the heading once somebody did.
pub const IN_YOUR_WORDS: &str = "in your words";
/// Whom it goes to.
pub const TO: &str = "To";
/// Its subject.
pub const SUBJECT: &str = "Subject";
/// When no address is known.
pub const NO_ADDRESS: &str = "No address known";
/// Copies it.
pub const COPY: &str = "Copy recap";
/// Opens it in the mail program.
pub const OPEN_MAIL: &str = "Open in mail";
/// Opens the mail program with address and subject, and copies the words.
pub const COPY_AND_MAIL: &str = "Copy, and open mail";
/// Changes the words.
pub const EDIT_RECAP: &str = "Edit the words";
/// The field of the words.
pub const RECAP_WORDS: &str = "The recap";
/// Takes one's own words back.
pub const WRITE_ANEW: &str = "Write it anew from the notes";
/// Notes that it was sent.
pub const MARK_SENT: &str = "Mark as sent";
/// Said once one was decided against.
pub const NONE_NEEDED_SAID: &str = "You decided that this meeting needs no recap.";
/// Said before the meeting was held.
pub const AFTER: &str = "It can be sent once the meeting was held.";
/// Their answer.
pub const DIFFERS: &str = "Their reading differs";
/// The field of how they read it.
pub const HOW_THEY_READ: &str = "How they read it";
/// The field of the day.
pub const SETTLE_BY: &str = "Settle it by";
/// Beneath the form.
pub const DIFFERS_WHY: &str = "It becomes a promise of yours, so that it is not forgotten.";
/// To the script for it.
pub const DIFFERENCE_SCRIPT: &str = "Words for it";
/// Beside a difference that is settled.
pub const IS_SETTLED: &str = "settled";

/// "Sent on 19 Nov 2026."
pub fn sent(on: Date) -> String {
    format!("Sent on {}.", day(on))
}

/// Of a mail that is too long for an address.
pub fn too_long(has: usize, most: usize) -> String {
    format!(
        "The mail would have {} characters and mail programs cut off at {}. The words are copied; paste them into the mail.",
        intl::whole(has),
        intl::whole(most)
    )
}

/// The promise that a difference becomes.
pub fn settle(difference: &str) -> String {
    let words: String =
        format!("Settle what they read differently: {difference}").chars().take(200).collect();
    words.trim_end().to_owned()
}

/// The subject of a recap.
pub fn subject(how: How, on: Date) -> String {
    format!("Our {} on {} and who does what", met(how), day(on))
}

fn met(how: How) -> &'static str {
    match how {
        How::VideoCall | How::Call => "call",
        How::InPerson => "meeting",
    }
}

/// The words of a recap.
pub fn recap(recap: &Recap) -> String {
    let Recap { to, on, how, covered, steps, me } = recap;
    let mut parts = Vec::new();
    parts.push(format!("Hello {},", listed(to)));
    parts.push(format!(
        "Thank you for our {} on {}. This is what I heard and what each of us took on.",
        met(*how),
        day(*on)
    ));
    if !covered.is_empty() {
        let lines: Vec<String> = covered.iter().map(covered_line).collect();
        parts.push(format!("What we covered\n{}", lines.join("\n")));
    }
    if !steps.is_empty() {
        let lines: Vec<String> = steps.iter().map(step_line).collect();
        parts.push(format!("Who does what\n{}", lines.join("\n")));
    }
    parts.push("If a line reads differently on your side, tell me, and I will correct it.".to_owned());
    parts.extend(me.clone());
    parts.join("\n\n")
}

fn covered_line(covered: &Covered) -> String {
    match covered {
        Covered::Note(note) => format!("- {note}"),
        Covered::Answer(question, answer) => format!("- {question} {answer}"),
        Covered::Open(objection) => format!("- Still open: {objection}"),
        Covered::Settled(objection) => format!("- Settled: {objection}"),
    }
}

fn step_line(step: &RecapStep) -> String {
    let RecapStep { side, what, person, due } = step;
    let whose = match side {
        Side::Ours => "We",
        Side::Theirs => "You",
    };
    // A step that begins with the name of who keeps it says it already.
    let person = person.as_deref().filter(|person| !what.starts_with(first_name(person)));
    let person = person.map(|person| format!(" ({person})")).unwrap_or_default();
    format!("- {whose}{person}: {what}, by {}", day(*due))
}
