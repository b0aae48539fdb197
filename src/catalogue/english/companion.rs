//! Beside health: fit, how they decide, the ask, signals, breaches and escalations; and every short
//! fact as the history tells it.

use super::domain::{Word, day};
use crate::catalogue::intl::{counted, whole};
use crate::domain::companion::{DecisionClarity, Fit, GiveFirst};
use crate::domain::fact::{AskKind, BreachKind, DecisionTopic, Fact, FitAspect, Part, Stance, Who};
use crate::domain::health::Band;
use crate::domain::{ContactId, Date};

impl Word for FitAspect {
    fn word(self) -> &'static str {
        match self {
            Self::Capacity => "Capacity",
            Self::Capability => "Capability",
            Self::Commitment => "Commitment",
            Self::Culture => "Culture",
        }
    }
}

impl Word for DecisionTopic {
    fn word(self) -> &'static str {
        match self {
            Self::Steps => "Steps",
            Self::Timeline => "Timeline",
            Self::Precedent => "Precedent",
            Self::PaperProcess => "Paper process",
        }
    }
}

impl Word for Part {
    fn word(self) -> &'static str {
        match self {
            Self::Approver => "Approves it",
            Self::Other => "Has a say",
        }
    }
}

impl Word for Stance {
    fn word(self) -> &'static str {
        match self {
            Self::For => "For it",
            Self::Neutral => "Neutral",
            Self::Against => "Against it",
            Self::Unknown => "Not known",
        }
    }
}

impl Word for BreachKind {
    fn word(self) -> &'static str {
        match self {
            Self::Contract => "The contract",
            Self::Data => "The protection of data",
        }
    }
}

impl Word for AskKind {
    fn word(self) -> &'static str {
        match self {
            Self::Distribution => "Distribution",
            Self::CoMarketing => "Co-marketing",
            Self::TechnicalIntegration => "Technical integration",
            Self::RevenueShare => "Revenue share",
            Self::JointDevelopment => "Joint development",
            Self::Other => "Something else",
        }
    }
}

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

// ---------------------------------------------------------------- history

/// A short fact as the history tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldFact {
    /// What it is.
    pub title: String,
    /// What belongs to it.
    pub meta: Vec<String>,
    /// Its words.
    pub note: Option<String>,
}

/// What a short fact says; `name` knows people.
pub fn told(fact: &Fact, name: &dyn Fn(ContactId) -> Option<String>) -> ToldFact {
    let until = |on: Date| format!("until {}", day(on));
    let text = |line: &Option<crate::domain::Line<500>>| line.as_ref().map(ToString::to_string);
    match fact {
        Fact::Adjustment(fact) => ToldFact {
            title: format!("Band set by hand: {}", Band::from(fact.band).word()),
            meta: vec![until(fact.expires_on)],
            note: Some(fact.reason.to_string()),
        },
        Fact::Deferral(fact) => ToldFact {
            title: "Decision put off".to_owned(),
            meta: vec![until(fact.until)],
            note: Some(fact.reason.to_string()),
        },
        Fact::Breach(fact) => ToldFact {
            title: match fact.kind {
                BreachKind::Contract => "Breach of contract".to_owned(),
                BreachKind::Data => "Data breach".to_owned(),
            },
            meta: vec![closed(fact.cleared_on, "in force", "cleared")],
            note: text(&fact.what),
        },
        Fact::Escalation(fact) => ToldFact {
            title: format!("Escalation, level {}", fact.level),
            meta: vec![closed(fact.closed_on, "open", "closed")],
            note: text(&fact.what),
        },
        Fact::Signal(fact) => {
            let mut meta = vec!["Intent signal".to_owned(), until(fact.expires_on)];
            meta.extend(fact.answered_on.map(|on| format!("answered {}", day(on))));
            ToldFact { title: fact.what.to_string(), meta, note: None }
        }
        Fact::Stakeholder(fact) => {
            let stance = match fact.stance {
                Stance::Unknown => "stance not known".to_owned(),
                stance => stance.word().to_lowercase(),
            };
            let meta = vec!["Stakeholder".to_owned(), fact.part.word().to_lowercase(), stance];
            ToldFact { title: who(&fact.who, name), meta, note: None }
        }
        Fact::Fit(fact) => ToldFact {
            title: format!("{}: {} of 5", fact.aspect.word(), fact.rating.get()),
            meta: vec!["Fit".to_owned()],
            note: Some(fact.evidence.to_string()),
        },
        Fact::Decision(fact) => ToldFact {
            title: question(fact.topic).to_owned(),
            meta: vec![
                "How they decide".to_owned(),
                if fact.known { "known".to_owned() } else { "not known".to_owned() },
            ],
            note: Some(text(&fact.answer).unwrap_or_else(|| bare_answer(fact.topic, fact.known).to_owned())),
        },
        Fact::Ask(fact) => {
            let title = text(&fact.specifics).unwrap_or_else(|| fact.kind.word().to_owned());
            let success = text(&fact.success).map(|success| format!("{SUCCESS} {success}"));
            ToldFact {
                title,
                meta: vec![format!("{}, {}", ASK, fact.kind.word().to_lowercase())],
                note: success,
            }
        }
    }
}

/// A short fact in one line, for comparing what was typed with what stands there now.
pub fn in_one_line(fact: &Fact, on: Date, name: &dyn Fn(ContactId) -> Option<String>) -> String {
    let ToldFact { title, meta, note } = told(fact, name);
    format!("{title}, {}, {}. {}", meta.join(", "), day(on), note.unwrap_or_default())
}

/// Who a stakeholder is, as far as it is known.
pub fn who(who: &Who, name: &dyn Fn(ContactId) -> Option<String>) -> String {
    match who {
        Who::Contact(contact) => name(*contact).unwrap_or_else(|| "Somebody who was deleted here".to_owned()),
        Who::Name(name) => name.to_string(),
        Who::Unnamed => "Somebody without a name yet".to_owned(),
    }
}

fn closed(on: Option<Date>, open: &str, closed: &str) -> String {
    on.map_or_else(|| open.to_owned(), |on| format!("{closed} {}", day(on)))
}

/// "a, b and c".
pub fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [some @ .., last] => format!("{} and {last}", some.join(", ")),
    }
}

// ---------------------------------------------------------------- forms

/// Title of a form.
pub const EDIT_BAND: &str = "Edit band set by hand";
/// Title of a form.
pub const EDIT_DEFERRAL: &str = "Edit what was put off";
/// Title of a form.
pub const EDIT_BREACH: &str = "Edit breach";
/// Title of a form.
pub const EDIT_ESCALATION: &str = "Edit escalation";
/// Title of a form.
pub const EDIT_SIGNAL: &str = "Edit signal";
/// Title of a form.
pub const EDIT_STAKEHOLDER: &str = "Edit stakeholder";
/// Title of a form.
pub const EDIT_FIT: &str = "Edit rating of fit";
/// Title of a form.
pub const EDIT_DECISION: &str = "Edit how they decide";
/// Title of a form.
pub const EDIT_ASK: &str = "Edit the ask";

/// What was breached.
pub const WHAT_BREACHED: &str = "What was breached";
/// What happened.
pub const WHAT_HAPPENED: &str = "What happened?";
/// The day it was cleared.
pub const CLEARED_ON: &str = "Cleared on";
/// How high it went.
pub const LEVEL: &str = "Level";
/// The levels, lowest first.
pub const LEVELS: [&str; 3] =
    ["1, between the partner managers", "2, between their managers", "3, between the leaders of both"];
/// What it is about.
pub const ABOUT_WHAT: &str = "What is it about?";
/// The day it reached this level.
pub const SINCE: &str = "Since";
/// The day it was closed.
pub const CLOSED_ON: &str = "Closed on";
/// What was seen.
pub const WHAT_SEEN: &str = "What did you see?";
/// Below [`WHAT_SEEN`].
pub const WHAT_SEEN_HINT: &str = "A sign that they want partners, such as: they hire an alliances lead.";
/// The day it was seen.
pub const SEEN_ON: &str = "Seen on";
/// The day it is no longer worth acting on.
pub const EXPIRES_ON: &str = "Worth acting on until";
/// The day we answered.
pub const ANSWERED_ON: &str = "Answered on";
/// Who somebody is.
pub const WHO: &str = "Who";
/// Somebody who is no contact.
pub const BY_NAME: &str = "Somebody else, by name";
/// Somebody nobody knows.
pub const NOBODY_KNOWS: &str = "Nobody knows yet";
/// The name of somebody who is no contact.
pub const THEIR_NAME: &str = "Their name";
/// What they have to do with it.
pub const THEIR_PART: &str = "Their part";
/// Where they stand.
pub const THEIR_STANCE: &str = "Where they stand";
/// The day it was learnt.
pub const LEARNT_ON: &str = "Learnt on";
/// In which respect.
pub const WHICH_RESPECT: &str = "Respect";
/// How well.
pub const HOW_WELL: &str = "How well do they fit?";
/// The ratings, best first.
pub const RATINGS: [&str; 5] = ["5, ideally", "4", "3, well enough", "2", "1, not at all"];
/// What a rating rests on.
pub const EVIDENCE: &str = "What does it rest on?";
/// Below [`EVIDENCE`].
pub const EVIDENCE_HINT: &str = "A line of evidence, such as: two engineers freed for the pilot.";
/// What was asked.
pub const WHICH_QUESTION: &str = "Question";
/// Whether there is an answer.
pub const IS_IT_KNOWN: &str = "Is it known?";
/// Whether there is an answer.
pub const KNOWN_OR_NOT: [&str; 2] = ["Yes", "No, or there is none"];
/// The answer.
pub const THE_ANSWER: &str = "The answer";
/// What kind of outcome.
pub const WHAT_OUTCOME: &str = "What kind of outcome";
/// What exactly.
pub const WHAT_EXACTLY: &str = "What exactly do we ask for?";
/// What success would look like.
pub const WHAT_SUCCESS: &str = "What would success look like?";
