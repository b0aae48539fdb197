//! Short facts: what their kinds are called, how the history tells them, and the forms they are
//! written with.

use super::companion::{ASK, SUCCESS, bare_answer, question, who};
use super::domain::{Word, day};
use crate::domain::fact::{AskKind, BreachKind, DecisionTopic, Fact, FitAspect, Part, Stance};
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

fn closed(on: Option<Date>, open: &str, closed: &str) -> String {
    on.map_or_else(|| open.to_owned(), |on| format!("{closed} {}", day(on)))
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
