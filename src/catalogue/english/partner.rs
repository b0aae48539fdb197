//! One partner: its tabs, what is recorded there, and the forms.

use super::domain::day;
use crate::catalogue::intl::counted;
use crate::domain::{Date, PromiseState};

/// Heading when the partner of the address is not in the workspace.
pub const NOT_HERE: &str = "This partner is not here";
/// Below [`NOT_HERE`].
pub const NOT_HERE_WHY: &str =
    "It may have been deleted, here or in another tab, or the address is from another browser.";
/// To the list of partners.
pub const GO_TO_PARTNERS: &str = "Go to Partners";

// ---------------------------------------------------------------- header and tabs

/// The deeds behind the three dots.
pub const MORE_ACTIONS: &str = "More actions";
/// Leads to the scripts for this partner.
pub const SCRIPTS: &str = "Scripts";
/// Prints the overview.
pub const PRINT: &str = "Print the one-pager";
/// Opens the form of the tags while there are none.
pub const ADD_TAGS: &str = "Add tags";
/// The tags in one line.
pub const TAGS: &str = "Tags";
/// Below [`TAGS`].
pub const TAGS_HINT: &str = "Commas between them, such as: ports, nordics. Up to 40 characters each.";
/// Label of a fact.
pub const STAGE: &str = "Stage";
/// Label of a fact.
pub const TIER: &str = "Tier";
/// Label of a fact and of a field.
pub const KIND: &str = "Kind";
/// Label of a fact.
pub const PARTNER_SINCE: &str = "Partner since";
/// Label of a fact and of a field.
pub const OWNER: &str = "Owner";
/// Label of a fact.
pub const DOMAIN: &str = "Domain";
/// The row of tabs.
pub const TABS: &str = "Parts of this partner";
/// The first tab.
pub const OVERVIEW: &str = "Overview";
/// A tab and a heading.
pub const PEOPLE: &str = "People";
/// A tab.
pub const PROMISES: &str = "Promises";
/// A tab and a heading.
pub const GIVE_AND_GET: &str = "Give and get";
/// A tab and a heading.
pub const TRACTION: &str = "Traction";
/// A tab and a heading.
pub const PLAYBOOKS: &str = "Playbooks";
/// A tab.
pub const HISTORY: &str = "History";
/// The column beside the overview.
pub const AT_A_GLANCE: &str = "At a glance";

/// "Active, since 3 Mar 2026".
pub fn stage_since(stage: &str, since: Date) -> String {
    format!("{stage}, since {}", day(since))
}

/// "1, touch every 30 days".
pub fn tier_and_cadence(tier: u8, ideal_days: u16) -> String {
    format!("{tier}, touch every {ideal_days} days")
}

/// Below a printed page.
pub fn printed(today: Date) -> String {
    format!(
        "Printed {}. Notes, ratings, roles, tiers, tags, your own fields, and what you noted about fit and decisions are left out.",
        day(today)
    )
}

// ---------------------------------------------------------------- sections

/// Adds one more of what the section holds.
pub const ADD: &str = "Add";
/// Notes something that happened.
pub const LOG: &str = "Log";
/// Opens the form that corrects something.
pub const EDIT: &str = "Edit";
/// Heading.
pub const OPEN_PROMISES: &str = "Open promises";
/// Said when there are none.
pub const NOTHING_PROMISED: &str = "Nothing is promised. A dated next step keeps a partnership moving.";
/// Heading of what is done or dropped.
pub const CLOSED_PROMISES: &str = "Kept, reached and dropped";
/// Said when there are none.
pub const NOTHING_CLOSED: &str = "Nothing has been closed yet. What is kept or dropped stays here.";
/// Heading of the latest records.
pub const LATEST_RECORDS: &str = "Latest records";
/// To all records.
pub const ALL_RECORDS: &str = "See the whole history";
/// Said when the whole history is empty.
pub const NO_RECORDS: &str = "Nothing is recorded yet.";
/// Said when there was no result.
pub const NO_TRACTION: &str = "No result yet. A lead that became a meeting is the first that counts; meetings, mails and signatures do not.";
/// Heading of the entries.
pub const LEDGER: &str = "Everything given and got";
/// Said when nothing was given or got.
pub const NOTHING_GIVEN: &str = "Nothing given yet. Partners who receive first answer first.";
/// Said when nobody is named.
pub const NOBODY_NAMED: &str = "Nobody is named yet. Who would miss us if we left?";
/// Heading of those who left.
pub const FORMER_PEOPLE: &str = "Worked there before";
/// Heading of the next step.
pub const NEXT_STEP: &str = "Next step";
/// Said when nothing is due.
pub const NO_NEXT_STEP: &str = "None planned. Agree who does what by when.";
/// What the balance looks at.
pub const BALANCE_SPAN: &str = "180 days";
/// After the points given.
pub const GIVEN: &str = "given";
/// After the points got.
pub const GOT: &str = "got";
/// What "private" means.
pub const PRIVATE: &str = "Private, never on the printed page or on screen in presenter mode";
/// The name of the private box.
pub const PRIVATE_NOTE: &str = "Private note";
/// Said when there is none.
pub const NO_PRIVATE_NOTE: &str = "Nothing noted. What should you remember before the next call?";
/// Opens the form of the private note.
pub const WRITE_NOTE: &str = "Write a note";
/// Corrects the private note.
pub const EDIT_NOTE: &str = "Edit note";
/// Who promised a milestone.
pub const BOTH_SIDES: &str = "Milestone of both sides";

/// Draws more of a list.
pub fn show_older(hidden: usize) -> String {
    format!("Show older records, {} more", counted(hidden, "record", "records"))
}

/// How often a due day was moved.
pub fn moved(times: usize) -> Option<String> {
    match times {
        0 => None,
        1 => Some("moved once".to_owned()),
        times => Some(format!("moved {times} times")),
    }
}

/// What a button is about, for those who hear it alone: "New date: Send the price list".
pub fn about(words: &str, what: &str) -> String {
    format!("{words}: {what}")
}

/// "Edit Call".
pub fn edit(what: &str) -> String {
    format!("Edit {what}")
}

/// "Delete Call".
pub fn delete(what: &str) -> String {
    format!("Delete {what}")
}

/// "Reopen Send the price list".
pub fn reopen(what: &str) -> String {
    format!("Reopen {what}")
}

/// "Ours, Ines Vahl".
pub fn whose(side: &str, person: Option<&str>) -> String {
    person.map_or_else(|| side.to_owned(), |person| format!("{side}, {person}"))
}

/// When somebody left: "until 3 Mar 2026".
pub fn until(last_day: Date) -> String {
    format!("until {}", day(last_day))
}

// ---------------------------------------------------------------- records in a list

/// A touch they took part in.
pub const TWO_WAY: &str = "two-way";
/// A touch they took no part in.
pub const ONE_WAY: &str = "one-way";
/// What kind of record it is.
pub const RESULT: &str = "Result";
/// What kind of record it is.
pub const MILESTONE: &str = "Milestone";
/// Whose promise it is.
pub const OUR_PROMISE: &str = "Our promise";
/// Whose promise it is.
pub const THEIR_PROMISE: &str = "Their promise";
/// How a promise ends well.
pub const DONE: &str = "done";
/// How a milestone ends well.
pub const REACHED: &str = "reached";

/// "3 points".
pub fn points(points: u8) -> String {
    counted(usize::from(points), "point", "points")
}

/// "We gave: introduction".
pub fn exchanged(direction: &str, kind: &str) -> String {
    format!("{direction}: {}", kind.to_lowercase())
}

/// "Rated 4 of 5".
pub fn rated(rating: u8) -> String {
    format!("Rated {rating} of 5")
}

/// "by us".
pub fn rated_by(by: &str) -> String {
    format!("by {}", by.to_lowercase())
}

/// "Stage: Active".
pub fn stage_change(stage: &str) -> String {
    format!("Stage: {stage}")
}

/// "with Ana Ruiz, Teo Brandt".
pub fn with_people(names: &[String]) -> String {
    format!("with {}", names.join(", "))
}

/// How a promise or milestone stands; `done` is [`DONE`] or [`REACHED`].
pub fn promise_state(state: &PromiseState, done: &str) -> String {
    match state {
        PromiseState::NotMade => "dated ahead".to_owned(),
        PromiseState::Open { due } => format!("due {}", day(*due)),
        PromiseState::Done { on, due } if on > due => {
            let late = usize::try_from(due.days_until(*on)).unwrap_or(0);
            format!("{done} {}, {} late", day(*on), counted(late, "day", "days"))
        }
        PromiseState::Done { on, .. } => format!("{done} {}, on time", day(*on)),
        PromiseState::Dropped { on } => format!("dropped {}", day(*on)),
    }
}

// ---------------------------------------------------------------- forms

/// Saves a correction.
pub const SAVE: &str = "Save";
/// Title of a form.
pub const EDIT_TOUCHPOINT: &str = "Edit touchpoint";
/// Title of a form.
pub const EDIT_RESULT: &str = "Edit result";
/// Title of a form.
pub const EDIT_PROMISE: &str = "Edit promise";
/// Title of a form.
pub const EDIT_MILESTONE: &str = "Edit milestone";
/// Title of a form.
pub const EDIT_GIVE_GET: &str = "Edit give or get";
/// Title of a form.
pub const EDIT_RATING: &str = "Edit rating";
/// The day something happened.
pub const DAY: &str = "Day";
/// The first day of a change.
pub const FROM: &str = "From";
/// A reason.
pub const WHY: &str = "Why";
/// Sends a change of stage.
pub const CHANGE_STAGE: &str = "Change stage";
/// Sends a change of tier.
pub const CHANGE_TIER: &str = "Change tier";

/// How a touch took place.
pub const CHANNEL: &str = "Channel";
/// Whether a touch was two-way.
pub const THEY_TOOK_PART: &str = "They took part: a conversation or a reply";
/// Below [`THEY_TOOK_PART`].
pub const THEY_TOOK_PART_HINT: &str = "Mail that only went out does not restart the clock.";
/// Whom a touch was with.
pub const WITH_WHOM: &str = "With whom";
/// What a touch was about.
pub const WHAT_ABOUT: &str = "What was it about?";

/// What is promised.
pub const WHAT_PROMISED: &str = "What was promised?";
/// Whose promise.
pub const WHOSE_PROMISE: &str = "Whose promise";
/// The person who keeps it.
pub const WHO_KEEPS: &str = "Who keeps it";
/// The due day.
pub const DUE: &str = "Due";
/// The day of the promise.
pub const PROMISED_ON: &str = "Promised on";
/// Asks for a new due day.
pub const NEW_DUE: &str = "New due date";
/// Opens [`NEW_DUE`].
pub const NEW_DATE: &str = "New date";
/// Opens [`WHY_DROPPED`].
pub const DROP: &str = "Drop";
/// Asks why a promise is dropped.
pub const WHY_DROPPED: &str = "Why is it dropped?";

/// What a milestone is.
pub const WHAT_TO_REACH: &str = "What do both sides want to reach?";
/// Below [`WHAT_TO_REACH`].
pub const WHAT_TO_REACH_HINT: &str = "A result both would recognise, such as: first joint customer live.";
/// The target day.
pub const BY_WHEN: &str = "By when";
/// The day it was agreed.
pub const AGREED_ON: &str = "Agreed on";

/// What kind of result.
pub const WHAT_CAME: &str = "What came of it";
/// Below [`WHAT_CAME`].
pub const WHAT_CAME_HINT: &str = "Meetings, mails and signatures are not results.";
/// How far they brought it.
pub const THEIR_PART: &str = "Their part";
/// Money.
pub const AMOUNT: &str = "Amount";
/// Below [`AMOUNT`].
pub const AMOUNT_HINT: &str = "With its currency. Shown, never scored.";
/// The note of a result.
pub const WHAT_HAPPENED: &str = "What happened?";

/// Given or got.
pub const WHICH_WAY: &str = "Which way";
/// The kind of value.
pub const WHAT_KIND: &str = "What kind";
/// How many points.
pub const WORTH: &str = "Worth";
/// The points, least first.
pub const WORTHS: [&str; 5] =
    ["1, a small favour", "2", "3, took real work", "4", "5, changed something for them or us"];
/// The note of an entry.
pub const WHAT_WAS_IT: &str = "What was it?";

/// Who rates.
pub const WHOSE_RATING: &str = "Whose rating";
/// The rating.
pub const HOW_IS_IT: &str = "How is it going?";
/// The ratings, best first.
pub const RATINGS: [&str; 5] = ["5, thriving", "4", "3, as it should be", "2", "1, strained"];
/// The note of a rating.
pub const WHY_THAT: &str = "Why?";

/// A partner's name.
pub const NAME: &str = "Partner name";
/// A partner's domain.
pub const WEB_DOMAIN: &str = "Web domain";
/// The day of launch.
pub const LAUNCHED_ON: &str = "Launched on";
/// Below [`LAUNCHED_ON`].
pub const LAUNCHED_ON_HINT: &str = "The first day of working together.";
/// The day from which silence counts.
pub const TRACKED_FROM: &str = "Tracked from";
/// Below [`TRACKED_FROM`].
pub const TRACKED_FROM_HINT: &str = "From this day on, nothing recorded means nothing happened.";

/// What a profile says, for comparing two versions.
pub fn owner_is(owner: &str) -> String {
    format!("owner {owner}")
}

/// What a profile says, for comparing two versions.
pub fn launched(on: Date) -> String {
    format!("launched {}", day(on))
}

/// What a profile says, for comparing two versions.
pub fn tracked_from(on: Date) -> String {
    format!("tracked from {}", day(on))
}
