//! An ending: five steps on one page, and the gate behind them.

use super::domain::{Word, day, due, recent_day};
use crate::catalogue::intl::counted;
use crate::domain::checklist::Progress;
use crate::domain::ending::{Chapter, Missing, Scenario, Step};
use crate::domain::{Date, Partner};

impl Word for Scenario {
    fn word(self) -> &'static str {
        match self {
            Self::NoTraction => "No traction",
            Self::Breach => "A breach",
            Self::Mutual => "Both sides want to stop",
            Self::Acquired => "They were acquired",
        }
    }
}

/// Heading of the page.
pub fn ending_with(name: &str) -> String {
    format!("Ending with {name}")
}
/// Prints the page.
pub const PRINT: &str = "Print";
/// Saves what was typed.
pub const SAVE: &str = "Save";
/// Says that the partner is gone.
pub const NOT_HERE: &str = "This partner is not here";
/// Below [`NOT_HERE`].
pub const NOT_HERE_WHY: &str =
    "It may have been deleted, here or in another tab. What was deleted can be brought back in Settings.";
/// To the partners.
pub const GO_TO_PARTNERS: &str = "Go to Partners";
/// To the partner.
pub fn go_to(name: &str) -> String {
    format!("Back to {name}")
}

/// Below the heading before it began.
pub const BEFORE: &str = "Five steps, in your own time: an honest call, one story, a clean exit, a lesson, and the person you keep. Nobody on their side hears of it before the call.";
/// The question of the form.
pub const WHY_IT_ENDS: &str = "Why does it end?";
/// Beneath it.
pub const WHY_IT_ENDS_HINT: &str = "It decides what the clean-up asks for.";
/// The first day.
pub const BEGINS_ON: &str = "Begins on";
/// The day of the call.
pub const CALL_ON: &str = "Video call on";
/// Beneath it.
pub const CALL_ON_HINT: &str = "Leave it empty until it is booked. The clean-up counts its days from it.";
/// The reason, for the history.
pub const REASON: &str = "In a few words";
/// The reason that stands ready for a Zombie.
pub const NO_TRACTION_FOR_LONG: &str = "Two quarters without traction";
/// Why the item about the note is set aside in the clean-up.
pub const NOTE_ELSEWHERE: &str = "It has a step of its own: keep the person";
/// Says what another ending would be.
pub const ANOTHER: &str = "This is a new chapter. The one before stays as it was.";
/// Above the chapters before.
pub const CHAPTERS_BEFORE: &str = "Chapters before";
/// A chapter in a line: when it began, and what became of it.
pub fn chapter_line(scenario: &str, begun: Date, closed: Option<Date>) -> String {
    match closed {
        Some(closed) => format!("{scenario}: begun {}, closed {}", day(begun), day(closed)),
        None => format!("{scenario}: begun {}", day(begun)),
    }
}

/// Below the heading: since when, how far, and what is late.
pub fn lede(scenario: &str, begun: Date, done: usize, late: usize, today: Date) -> String {
    let begun = format!("{scenario}. Begun on {}.", recent_day(begun, today));
    let behind = match done {
        0 => "The first step is ahead of you".to_owned(),
        5 => "All five steps are behind you".to_owned(),
        1 => "One step is behind you".to_owned(),
        _ => format!("{} steps are behind you", in_words(done)),
    };
    match late {
        0 => format!("{begun} {behind}."),
        1 => format!("{begun} {behind}; one clean-up item is late."),
        _ => format!("{begun} {behind}; {} clean-up items are late.", in_words(late).to_lowercase()),
    }
}

/// Below the heading once it is closed.
pub fn closed_lede(scenario: &str, closed: Date) -> String {
    format!(
        "{scenario}. Closed on {}. What happened before that day stays as it was; the person and the lesson go on.",
        day(closed)
    )
}

fn in_words(count: usize) -> String {
    match count {
        1 => "One".to_owned(),
        2 => "Two".to_owned(),
        3 => "Three".to_owned(),
        4 => "Four".to_owned(),
        5 => "Five".to_owned(),
        6 => "Six".to_owned(),
        _ => count.to_string(),
    }
}

/// The five steps, for those who do not see the bridge.
pub const STEPS: &str = "The five steps";
/// A step on the bridge.
pub const fn span(step: Step) -> &'static str {
    match step {
        Step::Talk => "The call",
        Step::Story => "The shared story",
        Step::CleanUp => "The clean-up",
        Step::Lesson => "The lesson",
        Step::Person => "The person",
    }
}
/// How a step stands, in a few words.
pub fn state_of(step: Step, partner: &Partner, chapter: &Chapter, today: Date) -> String {
    match step {
        Step::Talk => talk_state(chapter.talk.due, chapter.talk.done_on, today),
        Step::Story => {
            let story = &chapter.story;
            story_state(story.agreed_on, story.declined.is_some(), story.joint.is_some(), today)
        }
        Step::CleanUp => chapter
            .sheet(partner, today)
            .map(|sheet| clean_up_state(sheet.progress(today)))
            .unwrap_or_default(),
        Step::Lesson => {
            lesson_state(chapter.causes().len(), chapter.review.due, chapter.review.done_on, today)
        }
        Step::Person => {
            person_state(chapter.note_due(), chapter.keep.done_on, chapter.keep.left.is_some(), today)
        }
    }
}
/// How a step stands, for those who do not see the bridge.
pub const DONE: &str = "done";

/// Heading of a step, and why it is one.
pub const fn step(step: Step) -> (&'static str, &'static str) {
    match step {
        Step::Talk => (
            "An honest call",
            "By video, never by mail. You are not letting them down; you are handing their time back.",
        ),
        Step::Story => (
            "One story, told by both",
            "People will ask. Settle the answer together before either side improvises one.",
        ),
        Step::CleanUp => (
            "Leave nothing lying about",
            "Access, logos, links and data. Where proof matters, the item stays open until you say where it is.",
        ),
        Step::Lesson => (
            "Ask why until it stops being about them",
            "Without the partner in the room. The last answer should be something you can change.",
        ),
        Step::Person => (
            "Keep the person",
            "Two weeks after the call, a note with nothing to sell in it. Logos change; people remember.",
        ),
    }
}

// ------------------------------------------------------------ the call

/// A step of the bridge: the call.
pub fn talk_state(booked: Option<Date>, held: Option<Date>, today: Date) -> String {
    match (held, booked) {
        (Some(held), _) => format!("Held {}", recent_day(held, today)),
        (None, Some(booked)) if booked == today => "Booked for today".to_owned(),
        (None, Some(booked)) => format!("Booked for {}", day(booked)),
        (None, None) => "Not booked yet".to_owned(),
    }
}
/// Opens the words of the call.
pub const THE_WORDS: &str = "What to say";
/// Beside the words that are missing.
pub fn fields_missing(count: usize) -> String {
    format!("{} to fill in.", counted(count, "thing is still", "things are still"))
}
/// To the script, where they are filled in.
pub const FILL_IN: &str = "Fill it in and rehearse";
/// To the script that asks for the call.
pub const ASK_FOR_CALL: &str = "Words to ask for the call";
/// Heading beside the words.
pub const HOW_IT_WENT: &str = "How it went";
/// Heading before it was held.
pub const WHEN: &str = "When";
/// Below it.
pub const WHEN_WHY: &str = "Book half an hour with the person you worked with, camera on. Say what it is about when you speak, not in the invitation.";
/// Whom it was with.
pub const WITH: &str = "With";
/// How long it took.
pub const LASTED: &str = "Lasted";
/// "25 minutes".
pub fn minutes(count: u16) -> String {
    counted(usize::from(count), "minute", "minutes")
}
/// Corrects what was noted.
pub const CORRECT: &str = "Correct";
/// The day it was held.
pub const HELD_ON: &str = "Held on";
/// Somebody who is not among the people of the partner.
pub const SOMEBODY_ELSE: &str = "Somebody else";
/// Beneath it.
pub const SOMEBODY_ELSE_HINT: &str = "Names, with commas between them.";
/// How long it took, in the form.
pub const MINUTES: &str = "Minutes";
/// How it went, in the form.
pub const HOW: &str = "How did it go?";
/// Beneath it.
pub const HOW_HINT: &str = "Their words, not yours, and every small thing you promised.";
/// The day it is booked for.
pub const BOOKED_FOR: &str = "Booked for";

// ------------------------------------------------------------ the story

/// A step of the bridge: the story.
pub fn story_state(agreed: Option<Date>, is_declined: bool, has_words: bool, today: Date) -> String {
    match agreed {
        Some(agreed) => format!("Agreed {}", recent_day(agreed, today)),
        None if is_declined => "None, with a reason".to_owned(),
        None if has_words => "Drafted".to_owned(),
        None => "Not written yet".to_owned(),
    }
}
/// Our own words.
pub const OURS: &str = "We would have said";
/// Theirs.
pub const THEIRS: &str = "They would have said";
/// Those of both.
pub const JOINT: &str = "We both say";
/// Those of both, inside.
pub const INTERNAL: &str = "Inside both companies";
/// Beneath the field of [`JOINT`].
pub const JOINT_HINT: &str = "For anybody who asks. Name no customer, no figure and no person that either side would not want read aloud.";
/// Beneath the field of [`INTERNAL`].
pub const INTERNAL_HINT: &str = "For boards and teams. Leave it empty where the same words will do.";
/// Stands where nothing was written.
pub const NOTHING_YET: &str = "Nothing written yet.";
/// Whom it was agreed with.
pub fn agreed_with(name: &str) -> String {
    format!("Agreed with {name}")
}
/// Stands where it was not agreed.
pub const NOT_AGREED: &str = "Not agreed yet";
/// Why there is none.
pub fn declined(reason: &str) -> String {
    format!("No story of both: {reason}")
}
/// Copies the public words.
pub const COPY_FOR_CUSTOMERS: &str = "Copy for customers";
/// Copies the internal words.
pub const COPY_FOR_BOARD: &str = "Copy for our board";
/// Said when it was copied.
pub const COPIED: &str = "Copied";
/// Said when the browser let nothing be copied.
pub const NOT_COPIED: &str = "The browser did not let it be copied. Select the words and copy them by hand";
/// To the script with a first draft.
pub const STORY_SCRIPT: &str = "Words to begin with";
/// The day of the agreement.
pub const AGREED_ON: &str = "Agreed on";
/// With whom, in the form.
pub const WITH_WHOM: &str = "With whom";
/// Why there is none, in the form.
pub const WHY_NONE: &str = "Why is there none?";

// ------------------------------------------------------------ the clean-up

/// A step of the bridge: the clean-up.
pub fn clean_up_state(progress: Progress) -> String {
    let done = format!("{} of {}", progress.done, progress.of);
    match progress.late {
        0 => done,
        1 => format!("{done}, one late"),
        late => format!("{done}, {late} late"),
    }
}
/// Beside the heading when something is late.
pub fn late(count: usize) -> String {
    if count == 1 { "One item late".to_owned() } else { format!("{count} items late") }
}
/// Said when the list is gone.
pub const NO_LIST: &str = "The clean-up list was deleted. The gate cannot be closed without one.";
/// Mails about deletion.
pub const DELETION_REQUEST: &str = "Words to ask for deletion";
/// Mails about deletion.
pub const DELETION_CONFIRMATION: &str = "Words to confirm ours";

// ------------------------------------------------------------ the lesson

/// A step of the bridge: the lesson.
pub fn lesson_state(causes: usize, planned: Option<Date>, held: Option<Date>, today: Date) -> String {
    match (held, planned) {
        (Some(held), _) => format!("Held {}", recent_day(held, today)),
        (None, Some(planned)) => format!("Review on {}", day(planned)),
        (None, None) if causes > 0 => counted(causes, "cause named", "causes named"),
        (None, None) => "Not begun".to_owned(),
    }
}
/// The question of a first answer.
pub const WHY_DID_IT_END: &str = "Why did it end?";
/// The question of any other.
pub const WHY_IS_THAT: &str = "Why is that?";
/// Asks on beneath an answer.
pub const ASK_ON: &str = "Ask why";
/// Adds another answer to the first question.
pub const ANOTHER_REASON: &str = "Another reason";
/// Said before there is an answer.
pub const NO_WHYS: &str = "Begin with a fact from the records. Ask why of each answer; where there are two, follow both. Stop when the answer would trip the next partner as well.";
/// Names an answer a cause.
pub const NAME_CAUSE: &str = "This is a root cause";
/// Takes the name off.
pub const NOT_A_CAUSE: &str = "No root cause after all";
/// The name of a cause, in the form.
pub const CAUSE_NAME: &str = "Name it in a word or a few";
/// Beneath it.
pub const CAUSE_NAME_HINT: &str = "A name you have used before shows what repeats itself.";
/// Heading of what follows from the causes.
pub const WHAT_FOLLOWS: &str = "What follows";
/// Said before there is a cause.
pub const NO_CAUSES: &str = "Name a root cause, and give it one action with an owner and a day.";
/// The cause.
pub const CAUSE: &str = "Cause";
/// What changes.
pub const CHANGE: &str = "Change";
/// Who sees to it.
pub const OWNER: &str = "Owner";
/// How one sees that it works.
pub const PROOF: &str = "Proof";
/// What changes, in the form.
pub const WHAT_CHANGES: &str = "What changes?";
/// How one sees it, in the form.
pub const PROOF_FIELD: &str = "How would a stranger see that it works?";
/// By when, in the form.
pub const BY: &str = "By";
/// An owner with a day.
pub fn owner_by(owner: &str, by: Date) -> String {
    format!("{owner}, by {}", day(by))
}
/// When an action is due or was done, and how urgent that is.
pub fn action_when(by: Date, done: Option<Date>, today: Date) -> (String, Option<&'static str>) {
    match done {
        Some(done) => (format!("done {}", recent_day(done, today)), None),
        None => due(by, today),
    }
}
/// Beside a cause without an action.
pub const ACTION_MISSING: &str = "Nothing changes yet.";
/// Says that other endings share a cause; their names follow.
pub fn shared(count: usize) -> String {
    match count {
        1 => "One other ending shares this cause.".to_owned(),
        _ => format!("{count} other endings share this cause."),
    }
}
/// The day of the post-mortem, in the form.
pub const REVIEW_ON: &str = "Post-mortem on";
/// To the script that invites to it.
pub const INVITE: &str = "Words to invite to it";
/// To the summary.
pub const SUMMARY: &str = "Half a page for everybody";
/// What else can be done with an answer.
pub fn more_about(what: &str) -> String {
    format!("More for: {what}")
}
/// A button and what it is about.
pub fn about(deed: &str, what: &str) -> String {
    format!("{deed}: {what}")
}
/// The answer, in the form.
pub const ANSWER: &str = "Answer";

// ------------------------------------------------------------ the person

/// A step of the bridge: the person.
pub fn person_state(note_due: Option<Date>, sent: Option<Date>, is_left: bool, today: Date) -> String {
    match (sent, note_due) {
        (Some(sent), _) => format!("Note sent {}", recent_day(sent, today)),
        (None, _) if is_left => "No note, with a reason".to_owned(),
        (None, Some(on)) if on == today => "Note due today".to_owned(),
        (None, Some(on)) => format!("Note due {}", day(on)),
        (None, None) => "After the call".to_owned(),
    }
}
/// Heading beside the note.
pub const AND_THEN: &str = "And then";
/// Whom it is for, in the form.
pub const FOR_WHOM: &str = "For whom";
/// The choice of the person of the call.
pub const WHOEVER_IT_WAS: &str = "Whoever the call was with";
/// The day of the note, in the form.
pub const NOTE_ON: &str = "Write on";
/// Beneath it.
pub const NOTE_ON_HINT: &str = "Empty: two weeks after the call.";
/// Chooses whom, and when.
pub const CHOOSE: &str = "Another person or day";
/// Keeps the person at heart.
pub const KEEP_TIER_ONE: &str = "Keep as Tier 1, every 30 days";
/// Keeps the person wherever they go.
pub const KEEP_LISTED: &str = "Keep in touch wherever they work next";
/// Said where the person is not among ours.
pub const NOT_AMONG_PEOPLE: &str = "Add them under People, and you can keep them in touch as Tier 1.";
/// Said while nobody is known.
pub const NOBODY_YET: &str = "Whoever the call is with stands here.";
/// Why none is sent, in the form.
pub const WHY_NO_NOTE: &str = "Why is none sent?";
/// Why none is sent.
pub fn left(reason: &str) -> String {
    format!("No note: {reason}")
}
/// To the script, where it is filled in, copied or mailed.
pub const WRITE_IT: &str = "Fill it in, copy or mail it";

// ------------------------------------------------------------ the gate

/// Heading of the gate.
pub const CLOSE_THE_GATE: &str = "Close the gate";
/// Said when nothing is in the way.
pub const NOTHING_MISSING: &str =
    "Nothing stands in the way. The partner becomes alumni, and what happened stays as it was.";
/// Said when it is closed.
pub fn closed_on(on: Date) -> String {
    format!("Closed on {}", day(on))
}
/// Said beneath it.
pub const REOPEN_WHY: &str = "If you work together again, change the stage on the partner’s page. That begins a new chapter; this one stays.";
/// How much stands in the way.
pub fn in_the_way(count: usize) -> String {
    match count {
        1 => "One thing stands in the way:".to_owned(),
        _ => format!("{} things stand in the way:", in_words(count)),
    }
}
/// Something that stands in the way.
pub fn missing(missing: &Missing) -> String {
    match missing {
        Missing::Talk => "The call has not been held".to_owned(),
        Missing::Story => "The shared story is neither agreed nor declined".to_owned(),
        Missing::List => "The clean-up list is gone".to_owned(),
        Missing::Item(text) => text.clone(),
        Missing::DeletionByUs => "Our written word that their data is deleted".to_owned(),
        Missing::DeletionByThem => "Their written word that our data is deleted".to_owned(),
    }
}

// ------------------------------------------------------------ elsewhere

/// To the page, from the partner.
pub const GO_TO_ENDING: &str = "Go on with the ending";
/// To the page of an ending that is over.
pub const SEE_ENDING: &str = "See the ending";
/// Heading on the partner's page.
pub const ENDING_HEADING: &str = "Ending";
