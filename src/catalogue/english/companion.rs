//! Beside health: fit, how they decide, the ask, signals, breaches and escalations.

use super::domain::{Word, day};
use crate::catalogue::intl::{counted, whole};
use crate::domain::companion::{DecisionClarity, Fit, GiveFirst};
use crate::domain::fact::{DecisionTopic, FitAspect, Who};
use crate::domain::{ContactId, Date};

// ---------------------------------------------------------------- places

/// A tab, and the heading of what stands beside health.
pub const FIT_AND_DECISION: &str = "Fit and decision";
/// To the tab.
pub const OPEN_TAB: &str = "Open";
/// [`OPEN_TAB`], for those who hear it alone.
pub const OPEN_TAB_ABOUT: &str = "Open fit and decision";

// ---------------------------------------------------------------- fit

/// Heading.
pub const FIT: &str = "Fit";
/// Beside [`FIT`].
pub const FIT_NOTE: &str = "Four Cs, never mixed into health";
/// The name of the table.
pub const FIT_TABLE: &str = "How well they fit, in each of four respects";
/// Heading of a column.
pub const RESPECT: &str = "Respect";
/// Heading of a column.
pub const COUNTS: &str = "Counts";
/// Heading of a column.
pub const RATING: &str = "Rating";
/// Heading of a column, for those who hear it.
pub const CHANGE: &str = "Change";
/// Opens the form of a first rating.
pub const RATE: &str = "Rate";
/// Opens the form of another rating.
pub const RATE_AGAIN: &str = "Rate again";
/// In place of a rating.
pub const NOT_RATED: &str = "not rated";
/// In place of a result.
pub const NO_RESULT: &str = "–";

/// What a respect asks.
pub fn asks(aspect: FitAspect) -> &'static str {
    match aspect {
        FitAspect::Capacity => "Do they have people, time and money for it?",
        FitAspect::Capability => "Can they sell it and deliver it?",
        FitAspect::Commitment => "Do they want it, from the top?",
        FitAspect::Culture => "Do they work the way we do?",
    }
}

/// A result of hundredths: "3.55".
pub fn result(hundredths: u16) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// The verdict in a word or two.
pub fn verdict(fit: &Fit) -> &'static str {
    match fit.is_go() {
        Some(true) => "Go",
        Some(false) => "Not yet",
        None => "No result yet",
    }
}

/// The verdict in a sentence.
pub fn fit(fit: &Fit) -> String {
    let Some(hundredths) = fit.hundredths else {
        let unrated = fit.unrated();
        let names: Vec<String> = unrated.iter().map(|aspect| aspect.word().to_lowercase()).collect();
        return match unrated.len() {
            4 => "Rate all four with a line of evidence; a result stands once none is missing.".to_owned(),
            _ => format!("A result stands once all four are rated. Still missing: {}.", listed(&names)),
        };
    };
    let of_five = format!("{} of 5", result(hundredths));
    let weakest = fit.weakest().map(|aspect| aspect.word().to_lowercase());
    match (fit.is_go(), weakest) {
        (Some(true), None) => format!("{of_five}: go ahead. There is nothing to wish for."),
        (Some(true), Some(weakest)) => {
            format!("{of_five}: go ahead. From 3.50 on it is worth the work; watch {weakest} most.")
        }
        (_, Some(weakest)) => {
            format!("{of_five}: not yet. It takes 3.50 to go ahead, and {weakest} holds it back most.")
        }
        (_, None) => format!("{of_five}: not yet. It takes 3.50 to go ahead."),
    }
}

/// "4 of 5".
pub fn of_five(rating: u8) -> String {
    format!("{rating} of 5")
}

/// "30 %".
pub fn percent(weight: u16) -> String {
    format!("{weight} %")
}

/// Below a rated respect: its evidence and day.
pub fn dated(what: &str, on: Date) -> String {
    format!("{what} ({})", day(on))
}

// ---------------------------------------------------------------- decision clarity

/// Heading.
pub const CLARITY: &str = "Decision clarity";
/// Beside [`CLARITY`].
pub const CLARITY_NOTE: &str = "How they get from yes to signed";
/// A thing that is known when somebody is named.
pub const APPROVER: &str = "Approver";
/// A thing that is known when somebody is named.
pub const OTHERS: &str = "Other stakeholders";
/// What to ask about the approver.
pub const ASK_APPROVER: &str = "Who approves it in the end?";
/// What to ask about the others.
pub const ASK_OTHERS: &str = "Who else has a say?";
/// Opens the form of an answer.
pub const ANSWER: &str = "Answer";
/// Opens the form of a stakeholder.
pub const NAME_SOMEBODY: &str = "Name";
/// Heading.
pub const STAKEHOLDERS: &str = "Stakeholders";
/// Said when there are none.
pub const NO_STAKEHOLDERS: &str = "Nobody is noted yet. Who signs, who is heard, and who could stop it?";
/// There are stakeholders and none has a name.
pub const NOBODY_NAMED: &str =
    "They have stakeholders, and none of them has a name yet. Ask who they are before you count on a yes.";
/// No precedent is recorded.
pub const NO_PRECEDENT: &str = "No precedent is recorded. Ask whether they have done this before; without one, expect it to take longer.";
/// For those who see no icon.
pub const KNOWN: &str = "Known";
/// For those who see no icon.
pub const UNKNOWN: &str = "Not known";

/// What to ask.
pub fn question(topic: DecisionTopic) -> &'static str {
    match topic {
        DecisionTopic::Steps => "Which steps lead from yes to signed?",
        DecisionTopic::Timeline => "By when is each step taken?",
        DecisionTopic::Precedent => "Have they done this before?",
        DecisionTopic::PaperProcess => "Which papers does it take: legal, procurement, security?",
    }
}

/// An answer without words of its own.
pub fn bare_answer(topic: DecisionTopic, is_known: bool) -> &'static str {
    match (topic, is_known) {
        (DecisionTopic::Precedent, true) => "They have done this before.",
        (DecisionTopic::Precedent, false) => "They have not done this before.",
        (_, true) => "Known.",
        (_, false) => "Asked, and not known yet.",
    }
}

/// After the points, which stand large.
pub const OF_SIX: &str = "of 6";

/// "4 of 6".
pub fn of_six(points: u8) -> String {
    format!("{points} of 6")
}

/// How much is known, in a sentence.
pub fn clarity(clarity: &DecisionClarity) -> &'static str {
    match clarity.points() {
        0 => "Nothing is known of how they decide. Six questions tell.",
        1..=3 => "Much is still open: a yes can get stuck where nobody looks.",
        4 | 5 => "Mostly clear. What is open below is what to ask next.",
        _ => "All six are known. What is left is to keep them true.",
    }
}

// ---------------------------------------------------------------- ask, give first

/// Heading.
pub const ASK: &str = "The ask";
/// Opens the form of the ask.
pub const NOTE_IT: &str = "Note";
/// Said when there is none.
pub const NO_ASK: &str = "Nothing is asked yet. Give first; then ask for one concrete outcome.";
/// Before the picture of success.
pub const SUCCESS: &str = "Success:";
/// Heading.
pub const GIVE_FIRST: &str = "Give first";
/// In a word: it was so.
pub const IN_ORDER: &str = "in order";
/// In a word: it was not so.
pub const TOOK_FIRST: &str = "we took first";
/// In a word: neither yet.
pub const NOTHING_YET: &str = "nothing yet";

/// Who gave first, in a sentence with its days.
pub fn give_first(first: &GiveFirst) -> String {
    let GiveFirst { first_give, first_get, first_ask } = *first;
    let took = match (first_get, first_ask) {
        (Some(get), Some(ask)) if ask < get => Some(("asked", ask)),
        (Some(get), _) => Some(("got something", get)),
        (None, Some(ask)) => Some(("asked", ask)),
        (None, None) => None,
    };
    match (first_give, took) {
        (None, None) => "Nothing was given, got or asked yet. Giving comes first.".to_owned(),
        (Some(gave), None) => {
            format!("We gave first, on {}. Nothing was got or asked yet.", day(gave))
        }
        (None, Some((what, took))) => {
            format!("We {what} on {}, and have given nothing yet. Give something of use.", day(took))
        }
        (Some(gave), Some((what, took))) if took < gave => {
            format!("We {what} on {}, before our first give on {}.", day(took), day(gave))
        }
        (Some(gave), Some((what, took))) => {
            format!("We gave first, on {}, and {what} on {}.", day(gave), day(took))
        }
    }
}

/// In a word whether we gave first.
pub fn gave_first(first: &GiveFirst) -> &'static str {
    match first {
        first if first.is_flagged() => TOOK_FIRST,
        GiveFirst { first_give: None, .. } => NOTHING_YET,
        _ => IN_ORDER,
    }
}

// ---------------------------------------------------------------- signals, trouble

/// Heading.
pub const SIGNALS: &str = "Intent signals";
/// Said when there are none.
pub const NO_SIGNALS: &str =
    "None live. A signal is a dated sign that they want partners, such as a new alliances lead.";
/// Heading.
pub const TROUBLE: &str = "Breaches and escalations";
/// Said when there are none.
pub const NO_TROUBLE: &str =
    "None open. A breach in force makes it Critical; with an escalation at level 3 it is At risk at most.";
/// Opens the form of a breach.
pub const ADD_BREACH: &str = "Breach";
/// Opens the form of an escalation.
pub const ADD_ESCALATION: &str = "Escalation";
/// What is open, in a glance.
pub const OPEN_TROUBLE: &str = "Open trouble";

/// How many signals are live: "2 live".
pub fn live(count: usize) -> String {
    format!("{} live", whole(count))
}

/// Where the others are.
pub fn in_history(count: usize) -> String {
    format!("{} more in the history", whole(count))
}

/// How many of four are rated.
pub fn rated_of_four(count: usize) -> String {
    format!("{} of 4 rated", whole(count))
}

/// How many breaches and escalations are open.
pub fn open_trouble(count: usize) -> String {
    counted(count, "open", "open")
}

// ---------------------------------------------------------------- names

/// Who a stakeholder is, as far as it is known.
pub fn who(who: &Who, name: &dyn Fn(ContactId) -> Option<String>) -> String {
    match who {
        Who::Contact(contact) => name(*contact).unwrap_or_else(|| "Somebody who was deleted here".to_owned()),
        Who::Name(name) => name.to_string(),
        Who::Unnamed => "Somebody without a name yet".to_owned(),
    }
}

/// "a, b and c".
pub fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [some @ .., last] => format!("{} and {last}", some.join(", ")),
    }
}
