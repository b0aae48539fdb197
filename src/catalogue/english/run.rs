//! A playbook at work: its items, what shows that they are done, and what changed in its template.

use super::domain::{day, due};
use crate::catalogue::intl::{self, counted};
use crate::domain::Date;
use crate::domain::checklist::{Differs, EvidenceKind, Progress, Recurrence};

/// Heading of the playbooks at work.
pub const AT_WORK: &str = "At work";
/// Said when none is.
pub const NONE_AT_WORK: &str =
    "No playbook is at work here. Start one, and its items turn up on Today when they are due.";
/// Heading of those that are over.
pub const FINISHED: &str = "Finished";
/// Stands for the partner of a run that has none.
pub const OUR_OWN: &str = "Our own";
/// Opens the form that starts one.
pub const START: &str = "Start a playbook";
/// Starts this one.
pub const START_THIS: &str = "Start";
/// The partner it is for.
pub const FOR_WHOM: &str = "For";
/// The choice of no partner.
pub const FOR_US: &str = "No partner: our own program";
/// The playbook to start.
pub const WHICH: &str = "Playbook";
/// The day its days are counted from.
pub const ANCHOR: &str = "Days are counted from";
/// Whether weekends count.
pub const WORKING_DAYS: &str = "Count working days only, Monday to Friday";
/// The answer to a question that has none yet.
pub const NOT_KNOWN: &str = "Not known yet";

/// Heading of what the run asks.
pub const QUESTIONS: &str = "What decides which items apply";
/// Beside a question without an answer.
pub const ANSWER_SHOWS: &str = "Your answer decides which further items apply.";
/// Changes the day it is counted from.
pub const CHANGE_DAYS: &str = "Change the days";
/// Opens how an item is done well.
pub const HOW: &str = "How to do it well";
/// What else can be done with an item; the item follows.
pub fn more_about(item: &str) -> String {
    format!("More for: {item}")
}
/// An item and what its button does.
pub fn about(deed: &str, item: &str) -> String {
    format!("{deed}: {item}")
}

/// Beside an item that asks for evidence.
pub const EVIDENCE_NEEDED: &str = "evidence needed";
/// Beside an item that asks for a confirmation.
pub const WRITTEN_NEEDED: &str = "written confirmation needed";
/// Beside an item that is done with evidence.
pub const EVIDENCE_KEPT: &str = "evidence kept";
/// Beside an item that can be left.
pub const OPTIONAL: &str = "optional";

/// How an item stands, for those who do not see its mark.
pub const IS_OPEN: &str = "open";
/// As [`IS_OPEN`].
pub const IS_DONE: &str = "done";
/// As [`IS_OPEN`].
pub const IS_LATE: &str = "late";
/// As [`IS_OPEN`].
pub const IS_BLOCKED: &str = "waiting";
/// As [`IS_OPEN`].
pub const DOES_NOT_APPLY: &str = "does not apply";

/// Opens the form that finishes an item with evidence.
pub const ADD_EVIDENCE: &str = "Add evidence";
/// Finishes an item.
pub const MARK_DONE: &str = "Mark done";
/// Says that an item does not apply.
pub const NOT_APPLICABLE: &str = "Does not apply";
/// Says what an item waits for.
pub const WAITING: &str = "It waits";
/// Agrees another day.
pub const OTHER_DAY: &str = "Another day";
/// Writes a note.
pub const NOTE: &str = "Note";
/// Opens a closed item again.
pub const OPEN_AGAIN: &str = "Open again";

/// The day it was done.
pub const DONE_ON: &str = "Done on";
/// Who did it.
pub const DONE_BY: &str = "Done by";
/// Evidence in words.
pub const WHAT_SHOWS_IT: &str = "What shows that it is done";
/// Below [`WHAT_SHOWS_IT`].
pub const WHAT_SHOWS_IT_HINT: &str = "A ticket, a name, a place where it is filed. Several lines are fine.";
/// Evidence at an address.
pub const WHERE_TO_SEE: &str = "Where it can be seen";
/// Below [`WHERE_TO_SEE`].
pub const WHERE_TO_SEE_HINT: &str = "A link that begins with https://, http://, mailto: or tel:";
/// A confirmation in words.
pub const WHAT_THEY_WROTE: &str = "Who confirmed it, and in which words";
/// The day of a confirmation.
pub const WRITTEN_ON: &str = "Day of the confirmation";
/// Why it does not apply.
pub const WHY_NOT: &str = "Why it does not apply";
/// Who decided that.
pub const DECIDED_BY: &str = "Decided by";
/// What it waits for.
pub const WAITS_FOR: &str = "For whom or what it waits";
/// Its day in this run.
pub const DUE_ON: &str = "Due on";
/// Below [`DUE_ON`].
pub const DUE_ON_HINT: &str = "Leave it empty to go back to the day that is counted.";
/// Sends a form.
pub const SAVE: &str = "Save";

/// Heading when nothing is left.
pub const ALL_DONE: &str = "Everything that applies is closed";
/// Finishes the run.
pub const FINISH: &str = "Finish";
/// Beside [`FINISH`].
pub const FINISH_WHY: &str = "What is left is optional.";
/// Opens a finished run.
pub const GO_ON: &str = "Go on with it";
/// What is to be read of a run that is gone.
pub const GONE: &str = "This playbook is not here";
/// Below [`GONE`].
pub const GONE_WHY: &str = "It may have been deleted, here or in another tab.";
/// The way on.
pub const GO_TO_PLAYBOOKS: &str = "Go to Playbooks";
/// What else can be done with it.
pub const MORE_OF_RUN: &str = "More actions";
/// Prints the page.
pub const PRINT: &str = "Print";
/// Leads to the template.
pub const ABOUT_THIS: &str = "About this playbook";

/// Heading of what changed in the template.
pub const REVIEW: &str = "The playbook has changed since this began";
/// Below [`REVIEW`].
pub const REVIEW_WHY: &str = "What you see here stays as it was until you take a change over.";
/// Opens the differences.
pub fn review(count: usize) -> String {
    format!("Review {}", counted(count, "difference", "differences"))
}
/// Takes one over.
pub const TAKE_OVER: &str = "Take over";
/// What a run says, before what its template says.
pub const HERE: &str = "Here";
/// What a template says now.
pub const NOW: &str = "Now";

/// How an item differs.
pub const fn differs(differs: Differs) -> &'static str {
    match differs {
        Differs::Added => "New",
        Differs::Removed => "Removed",
        Differs::Reworded => "Changed",
        Differs::Moved => "Moved",
    }
}

/// "7 of 11 done".
pub fn done_of(progress: Progress) -> String {
    format!("{} of {} done", intl::whole(progress.done), intl::whole(progress.of))
}

/// What is in no count: items decided against, and items whose conditions do not hold.
pub fn beside(progress: Progress) -> Option<String> {
    let set_aside = progress.not_applicable;
    let set_aside = (set_aside > 0).then(|| format!("{} set aside with a reason", intl::whole(set_aside)));
    let hidden = match progress.hidden {
        0 => None,
        1 => Some("1 item does not apply".to_owned()),
        hidden => Some(format!("{} items do not apply", intl::whole(hidden))),
    };
    let parts: Vec<String> = hidden.into_iter().chain(set_aside).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// "2 late".
pub fn late(count: usize) -> Option<String> {
    (count > 0).then(|| format!("{} late", intl::whole(count)))
}

/// What lies behind a run, in a line.
pub fn lede(started_on: Date, anchor_words: &str, anchor: Date, working_days: bool) -> String {
    let count = if working_days { "Working days are counted" } else { "Days are counted" };
    format!("Started {}. {count} from {anchor_words}, {}.", day(started_on), day(anchor))
}

/// When an open item is due; late ones name the day as well.
pub fn when(date: Date, today: Date) -> (String, Option<&'static str>) {
    let (words, urgency) = due(date, today);
    if urgency == Some("late") {
        (format!("{}, {words}", intl::day_of_year(date.year(), date.month(), date.day())), urgency)
    } else {
        (words, urgency)
    }
}

/// A reason or evidence, with who and when.
pub fn by_on(words: &str, by: Option<&str>, on: Date) -> String {
    match by {
        Some(by) => format!("{words} ({by}, {})", day(on)),
        None => format!("{words} ({})", day(on)),
    }
}

/// Who did it.
pub fn done_by(by: &str) -> String {
    format!("By {by}")
}

/// A confirmation and its day.
pub fn written(words: &str, on: Date) -> String {
    format!("{words} (in writing, {})", day(on))
}

/// What an item waits for.
pub fn waits_for(what: &str) -> String {
    format!("Waits for: {what}")
}

/// A run that was finished.
pub fn finished_on(on: Date) -> String {
    format!("Finished {}", day(on))
}

/// Starts the next of a run that comes round.
pub fn start_next(anchor: Date) -> String {
    format!("Start the next, counted from {}", day(anchor))
}

/// That it comes round.
pub const fn recurs(recurs: Recurrence) -> &'static str {
    match recurs {
        Recurrence::Monthly => "Comes round every month",
        Recurrence::Quarterly => "Comes round every quarter",
    }
}

/// What shows that an item is done.
pub const fn evidence(kind: EvidenceKind) -> Option<&'static str> {
    match kind {
        EvidenceKind::None => None,
        EvidenceKind::Note | EvidenceKind::Link => Some(EVIDENCE_NEEDED),
        EvidenceKind::Written => Some(WRITTEN_NEEDED),
    }
}

/// How many required items are open.
pub fn required_open(count: usize) -> String {
    format!("{} still to be done", counted(count, "required item is", "required items are"))
}

/// The name of a link to a run: its title and whose it is.
pub fn titled(title: &str, whose: &str) -> String {
    format!("{title}, {whose}")
}
