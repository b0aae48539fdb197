//! Meetings: the list, the page of one, its brief, its recap, and its rows on Today.

use super::domain::{Word, day};
use crate::catalogue::intl::{self, counted};
use crate::domain::fact::DecisionTopic;
use crate::domain::meeting::prep::Framing;
use crate::domain::meeting::recap::{Covered, Recap, RecapStep};
use crate::domain::meeting::{How, Meeting, ObjectionState, PrepPart, Pressure, Standing, Weight};
use crate::domain::text::first_name;
use crate::domain::{Date, Side};

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

// ---------------------------------------------------------------- the person

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

// ---------------------------------------------------------------- open promises

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

// ---------------------------------------------------------------- recap

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
