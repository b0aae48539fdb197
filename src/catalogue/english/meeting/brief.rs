//! What a brief says: whom one meets, their pressure, the ask, hard questions and how they decide.

use crate::catalogue::intl;
use crate::domain::fact::DecisionTopic;
use crate::domain::meeting::Pressure;
use crate::domain::meeting::prep::Framing;

/// Heading.
pub const THE_PERSON: &str = "The person";
/// Heading, for several.
pub const THE_PEOPLE: &str = "The people";
/// Beneath the heading.
pub const PRIVATE: &str = "For you alone. Not on paper";
/// What was found out.
pub const PATH: &str = "How they got here";
/// What was found out.
pub const SHARES: &str = "What you share";
/// What was found out.
pub const SAID: &str = "What they say out loud";
/// What was found out.
pub const CARES_ABOUT: &str = "What they care about";
/// Leads to where it is written.
pub const RESEARCH: &str = "Write what you know";
/// Leads to where it is corrected.
pub const EDIT_RESEARCH: &str = "Edit what you know";
/// Said of somebody who was not looked into.
pub const NO_RESEARCH: &str = "Nothing known yet. Ten minutes with their public words change the meeting.";
/// Said of a name that is no contact.
pub const NOT_A_CONTACT: &str = "A name so far.";
/// Makes a contact of a name.
pub const ADD_TO_PEOPLE: &str = "Add to People";
/// Said of a contact that was deleted.
pub const NO_LONGER_HERE: &str = "No longer among your people.";

// ---------------------------------------------------------------- pressure, framing, ask

/// Heading.
pub const PRESSURE: &str = "Their pressure, our framing";
/// The choice of a pressure, for those who do not see it.
pub const PRESSURE_KIND: &str = "What presses them";
/// Above the evidence.
pub const EVIDENCE: &str = "They are under pressure to";
/// In the empty evidence.
pub const EVIDENCE_HINT: &str = "What you saw or heard, and where";
/// Above the framing.
pub const FRAMING: &str = "So we talk about";

/// What to talk about under a pressure.
pub fn framing_hint(pressure: Option<Pressure>) -> &'static str {
    match pressure.map(Pressure::framing) {
        Some(Framing::RevenueAndSpeed) => "What it earns them, and how soon",
        Some(Framing::ExtendTheLine) => "How it extends what they just launched",
        Some(Framing::Simplify) => "What it takes off their hands",
        None => "Choose what presses them first",
    }
}

/// Heading.
pub const THE_ASK: &str = "The ask";
/// Beneath the heading.
pub const ASK_EARLY: &str = "Say it in the first half";
/// Said when there is none.
pub const NO_ASK: &str = "One concrete outcome, and what it looks like once it is there.";
/// What kind of outcome.
pub const ASK_KIND: &str = "What kind";
/// What exactly.
pub const ASK_WHAT: &str = "What you ask, in one sentence";
/// The picture of success.
pub const SUCCESS: &str = "What success looks like";
/// Said when the picture is missing.
pub const NO_SUCCESS: &str = "Not pictured yet.";
/// What we bring first.
pub const BRING: &str = "What you bring first";
/// In the empty part.
pub const BRING_HINT: &str = "Something of use to them, before anything is asked";

// ---------------------------------------------------------------- hard questions

/// Heading.
pub const PROBES: &str = "Hard questions";
/// Adds a question.
pub const NEW_PROBE: &str = "Another question";
/// Adds the questions below.
pub const USE_THESE: &str = "Use these three";
/// Questions that fit most meetings.
pub const USUAL_PROBES: [&str; 3] = [
    "What worries you most about doing this with us?",
    "What could stop this even if we both want it?",
    "When did you last try something like this, and what happened?",
];
/// Said when there is none.
pub const NO_PROBES: &str =
    "Ask what could kill the deal while there is time to answer. Three questions do for most meetings:";
/// The field of an answer.
pub const ANSWER: &str = "Answer";
/// In the empty answer.
pub const NOT_ASKED: &str = "Not asked yet";
/// Makes an objection of an answer.
pub const AS_OBJECTION: &str = "Note as objection";
/// Keeps an answer.
pub const KEEP: &str = "Keep";

/// "2 of 3 asked".
pub fn asked(asked: usize, all: usize) -> String {
    format!("{} of {} asked", intl::whole(asked), intl::whole(all))
}

/// The field of an answer, for those who do not see the question above.
pub fn answer_to(question: &str) -> String {
    format!("{ANSWER}: {question}")
}

// ---------------------------------------------------------------- decision

/// Heading.
pub const DECISION: &str = "How they decide";
/// Beside what is not known.
pub const GAP: &str = "Gap";
/// Writes what became known.
pub const NOTE_IT: &str = "Note";
/// The field of what became known.
pub const WHAT_THEY_SAID: &str = "What they said";
/// The field of a name.
pub const WHO: &str = "Who";
/// Ticked when there is none: an answer, too.
pub const THERE_IS_NONE: &str = "They have never done it";
/// A step of their decision, and what to ask when it is a gap.
pub const APPROVER: (&str, &str) = ("Approver", "Who signs in the end?");
/// The same.
pub const OTHERS_AGREE: (&str, &str) = ("Others", "Who else must agree, by name?");

/// The same of a topic.
pub fn topic(topic: DecisionTopic) -> (&'static str, &'static str) {
    match topic {
        DecisionTopic::Steps => ("Steps", "Which steps lead from yes to signed?"),
        DecisionTopic::Timeline => ("Timeline", "By when is each step taken?"),
        DecisionTopic::Precedent => ("Precedent", "How was the last one like this decided?"),
        DecisionTopic::PaperProcess => ("Paper", "Whose contract, and how long does it take?"),
    }
}

/// "3 of 6 known".
pub fn known(points: u8) -> String {
    format!("{points} of 6 known")
}

/// What we will ask about it.
pub const QUESTIONS: &str = "What you will ask";
/// In the empty part.
pub const QUESTIONS_HINT: &str = "The questions for the gaps above";
/// Writes the questions of all gaps.
pub const ASK_THE_GAPS: &str = "Ask about every gap";
