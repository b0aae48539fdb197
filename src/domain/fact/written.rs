//! How the short facts are written down: one form with the fields of all, each absent where it
//! does not belong.

use serde::{Serialize, Serializer};

use crate::domain::fields::reads;

use super::Fact;
use super::kinds::{
    AdjustedBand, Adjustment, Ask, AskKind, Breach, BreachKind, DecisionAnswer, DecisionTopic, Deferral,
    Escalation, FitAspect, FitRating, Part, Signal, Stakeholder, Stance, Who,
};
use crate::domain::contact::ContactId;
use crate::domain::date::Date;
use crate::domain::entry::Entry;
use crate::domain::pulse::Rating;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::text::Line;

/// Which of the short facts a record is; the document says so by its path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactKind {
    /// [`Fact::Adjustment`]
    Adjustment,
    /// [`Fact::Deferral`]
    Deferral,
    /// [`Fact::Breach`]
    Breach,
    /// [`Fact::Escalation`]
    Escalation,
    /// [`Fact::Signal`]
    Signal,
    /// [`Fact::Stakeholder`]
    Stakeholder,
    /// [`Fact::Fit`]
    Fit,
    /// [`Fact::Decision`]
    Decision,
    /// [`Fact::Ask`]
    Ask,
}

impl FactKind {
    /// The collection that holds facts of this kind.
    pub const fn collection(self) -> &'static str {
        match self {
            Self::Adjustment => "adjustments",
            Self::Deferral => "deferrals",
            Self::Breach => "breaches",
            Self::Escalation => "escalations",
            Self::Signal => "signals",
            Self::Stakeholder => "stakeholders",
            Self::Fit => "fit",
            Self::Decision => "decision",
            Self::Ask => "asks",
        }
    }

    /// The kind that the collection of this name holds.
    pub fn of_collection(name: &str) -> Option<Self> {
        Some(match name {
            "adjustments" => Self::Adjustment,
            "deferrals" => Self::Deferral,
            "breaches" => Self::Breach,
            "escalations" => Self::Escalation,
            "signals" => Self::Signal,
            "stakeholders" => Self::Stakeholder,
            "fit" => Self::Fit,
            "decision" => Self::Decision,
            "asks" => Self::Ask,
            _ => return None,
        })
    }
}

/// A fact as it is written down.
///
/// | kind | fields |
/// |---|---|
/// | adjustment | `on`, `band`, `reason`, `expires_on` |
/// | deferral | `on`, `until`, `reason` |
/// | breach | `on`, `kind`, `what`, `cleared_on` |
/// | escalation | `on`, `level`, `what`, `closed_on` |
/// | signal | `on`, `what`, `expires_on`, `answered_on` |
/// | stakeholder | `on`, `contact` or `name` or neither, `part`, `stance` |
/// | fit | `on`, `aspect`, `rating`, `evidence` |
/// | decision | `on`, `topic`, `known`, `answer` |
/// | ask | `on`, `kind`, `specifics`, `success` |
#[derive(Default, Serialize)]
pub struct Written {
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires_on: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cleared_on: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    closed_on: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answered_on: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    band: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stance: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    aspect: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    topic: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rating: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    known: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact: Option<ContactId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<Line<120>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    what: Option<Line<500>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Line<500>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence: Option<Line<500>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<Line<500>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    specifics: Option<Line<500>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    success: Option<Line<500>>,
}

reads!(Written {} or_not { on, until, expires_on, cleared_on, closed_on, answered_on, band, kind, part, stance, aspect, topic, level, rating, known, contact, name, what, reason, evidence, answer, specifics, success });

impl Fact {
    /// Which kind it is.
    pub fn kind(&self) -> FactKind {
        match self {
            Self::Adjustment(_) => FactKind::Adjustment,
            Self::Deferral(_) => FactKind::Deferral,
            Self::Breach(_) => FactKind::Breach,
            Self::Escalation(_) => FactKind::Escalation,
            Self::Signal(_) => FactKind::Signal,
            Self::Stakeholder(_) => FactKind::Stakeholder,
            Self::Fit(_) => FactKind::Fit,
            Self::Decision(_) => FactKind::Decision,
            Self::Ask(_) => FactKind::Ask,
        }
    }

    /// Reads a fact of this kind. Refuses one that lacks a field or breaks its limits.
    pub fn read(kind: FactKind, written: Written) -> Result<Self, Refusal> {
        let on = needed(Field::On, written.on)?;
        let fact = match kind {
            FactKind::Adjustment => Self::Adjustment(Adjustment {
                on,
                band: word(written.band.as_deref(), AdjustedBand::read)?,
                reason: needed(Field::Reason, written.reason)?,
                expires_on: needed(Field::Until, written.expires_on)?,
            }),
            FactKind::Deferral => Self::Deferral(Deferral {
                on,
                until: needed(Field::Until, written.until)?,
                reason: needed(Field::Reason, written.reason)?,
            }),
            FactKind::Breach => Self::Breach(Breach {
                on,
                kind: word(written.kind.as_deref(), BreachKind::read)?,
                what: written.what,
                cleared_on: written.cleared_on,
            }),
            FactKind::Escalation => Self::Escalation(Escalation {
                on,
                level: needed(Field::Level, written.level)?,
                what: written.what,
                closed_on: written.closed_on,
            }),
            FactKind::Signal => Self::Signal(Signal {
                on,
                what: needed(Field::What, written.what)?,
                expires_on: needed(Field::Until, written.expires_on)?,
                answered_on: written.answered_on,
            }),
            FactKind::Stakeholder => Self::Stakeholder(Stakeholder {
                on,
                who: match (written.contact, written.name) {
                    (Some(contact), _) => Who::Contact(contact),
                    (None, Some(name)) => Who::Name(name),
                    (None, None) => Who::Unnamed,
                },
                part: word(written.part.as_deref(), Part::read)?,
                stance: word(written.stance.as_deref(), Stance::read)?,
            }),
            FactKind::Fit => Self::Fit(FitRating {
                on,
                aspect: word(written.aspect.as_deref(), FitAspect::read)?,
                rating: Rating::new(needed(Field::Rating, written.rating)?)?,
                evidence: needed(Field::Evidence, written.evidence)?,
            }),
            FactKind::Decision => Self::Decision(DecisionAnswer {
                on,
                topic: word(written.topic.as_deref(), DecisionTopic::read)?,
                known: written.known.unwrap_or(false),
                answer: written.answer,
            }),
            FactKind::Ask => Self::Ask(Ask {
                on,
                kind: word(written.kind.as_deref(), AskKind::read)?,
                specifics: written.specifics,
                success: written.success,
            }),
        };
        fact.check_limits().map(|()| fact)
    }

    fn written(&self) -> Written {
        let text = |word: &'static str| Some(word.to_owned());
        let mut written = Written { on: Some(self.on()), ..Written::default() };
        match self.clone() {
            Self::Adjustment(fact) => {
                written.band = text(fact.band.text());
                written.reason = Some(fact.reason);
                written.expires_on = Some(fact.expires_on);
            }
            Self::Deferral(fact) => {
                written.until = Some(fact.until);
                written.reason = Some(fact.reason);
            }
            Self::Breach(fact) => {
                written.kind = text(fact.kind.text());
                written.what = fact.what;
                written.cleared_on = fact.cleared_on;
            }
            Self::Escalation(fact) => {
                written.level = Some(fact.level);
                written.what = fact.what;
                written.closed_on = fact.closed_on;
            }
            Self::Signal(fact) => {
                written.what = Some(fact.what);
                written.expires_on = Some(fact.expires_on);
                written.answered_on = fact.answered_on;
            }
            Self::Stakeholder(fact) => {
                match fact.who {
                    Who::Contact(contact) => written.contact = Some(contact),
                    Who::Name(name) => written.name = Some(name),
                    Who::Unnamed => {}
                }
                written.part = text(fact.part.text());
                written.stance = text(fact.stance.text());
            }
            Self::Fit(fact) => {
                written.aspect = text(fact.aspect.text());
                written.rating = Some(fact.rating.get());
                written.evidence = Some(fact.evidence);
            }
            Self::Decision(fact) => {
                written.topic = text(fact.topic.text());
                written.known = Some(fact.known);
                written.answer = fact.answer;
            }
            Self::Ask(fact) => {
                written.kind = text(fact.kind.text());
                written.specifics = fact.specifics;
                written.success = fact.success;
            }
        }
        written
    }
}

impl Serialize for Fact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written().serialize(serializer)
    }
}

fn needed<T>(field: Field, value: Option<T>) -> Result<T, Refusal> {
    value.ok_or(Refusal::Empty { field })
}

fn word<T>(text: Option<&str>, read: fn(&str) -> Option<T>) -> Result<T, Refusal> {
    text.and_then(read).ok_or(Refusal::Empty { field: Field::What })
}
