//! What a checklist says, and how it is written: the same in the library, in storage and in a file.

use serde::Serialize;

use crate::domain::date::Date;
use crate::domain::fields::{FromJson, Unreadable, reads, written_as};
use crate::domain::id::Id;
use crate::domain::source::Source;

/// The identity of a template of one's own, and of the copy that a run keeps.
pub type TemplateId = Id<Template>;

/// A checklist to be run. [`super::check`] says what its texts, days and ids keep to; a stored one was checked when
/// it came in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Template {
    /// The form it is written in.
    pub format: Format,
    /// What a run remembers it by.
    pub id: String,
    /// Counts up with each edition.
    pub version: u32,
    /// What it is called.
    pub title: String,
    /// What is true when it is done, and why that matters.
    pub purpose: String,
    /// When to use it.
    pub when: String,
    /// When not to, and what to do instead.
    pub not_when: String,
    /// Where the practice comes from.
    pub sources: Vec<Source>,
    /// What the days are counted from, as in "the review day".
    pub anchor: String,
    /// How often it comes round.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recurs: Option<Recurrence>,
    /// The built-in that it began as, by its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub based_on: Option<String>,
    /// What is asked when a run starts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
    /// The items under their headings.
    pub sections: Vec<Section>,
}

reads!(Template { format, id, version, title, purpose, when, not_when, sources, anchor, sections }
    or_not { recurs, based_on, questions });

/// The one form there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Format;

impl Format {
    /// Its name in a file.
    pub const NAME: &str = "bridgekeeper-checklist/1";
}

impl Serialize for Format {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(Self::NAME)
    }
}

impl FromJson for Format {
    fn from_json(text: &str) -> Result<Self, Unreadable> {
        if text.trim_matches('"') == Self::NAME {
            Ok(Self)
        } else {
            Err(Unreadable::because(&format_args!("unknown form {text}")))
        }
    }
}

/// How often a checklist comes round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recurrence {
    /// A month later.
    Monthly,
    /// Three months later.
    Quarterly,
}

written_as!(Recurrence { Monthly: "monthly", Quarterly: "quarterly" });

impl Recurrence {
    /// The anchor of the run after one of this day: the same day of the month, or the last there is.
    pub fn next(self, anchor: Date) -> Date {
        let months = match self {
            Self::Monthly => 1,
            Self::Quarterly => 3,
        };
        let month = anchor.month() - 1 + months;
        let year = anchor.year() + i32::from(month >= 12);
        let days = (1..=anchor.day()).rev();
        days.map(|day| Date::new(year, month % 12 + 1, day)).find_map(Result::ok).unwrap_or(Date::MAX)
    }
}

/// Something asked when a run starts, and answered anew at any time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question {
    /// What conditions name it by.
    pub id: String,
    /// The question.
    pub text: String,
    /// What can be answered.
    pub answers: Vec<Answer>,
}

reads!(Question { id, text, answers });

/// One of the answers to a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// What conditions name it by.
    pub id: String,
    /// The answer.
    pub text: String,
}

reads!(Answer { id, text });

/// Items under a heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// What is to be done.
    pub items: Vec<Item>,
}

reads!(Section { title, items });

/// One thing to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Item {
    /// What a run remembers it by.
    pub id: String,
    /// What is to be done.
    pub text: String,
    /// How to do it well.
    pub help: String,
    /// Days from the anchor to the day it is due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<i32>,
    /// The very day it is due, instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Date>,
    /// Whether the run cannot be finished without it.
    pub required: bool,
    /// What has to be kept to show that it is done.
    pub evidence: EvidenceKind,
    /// When it applies; always, without a condition.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub only_if: Vec<Condition>,
}

reads!(Item { id, text, help, required, evidence } or_not { due, due_on, only_if });

/// What has to be kept to show that an item is done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EvidenceKind {
    /// Nothing.
    #[default]
    None,
    /// Some words.
    Note,
    /// An address.
    Link,
    /// What was confirmed in writing, and when.
    Written,
}

written_as!(EvidenceKind { None: "none", Note: "note", Link: "link", Written: "written" });

/// What has to be so for an item to apply: a field of the partner or an answer is one of these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Condition {
    /// A question of the same checklist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// A field of the partner, when no question is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partner: Option<PartnerField>,
    /// The answers, or the words of the field, for which it holds.
    pub is_one_of: Vec<String>,
}

reads!(Condition { is_one_of } or_not { question, partner });

/// A field of the partner that a condition can look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartnerField {
    /// What kind of partnership.
    Kind,
    /// How much we invest.
    Tier,
    /// Where it stands.
    Stage,
}

impl PartnerField {
    /// All of them, in the order of a form.
    pub const ALL: [Self; 3] = [Self::Kind, Self::Tier, Self::Stage];
}

written_as!(PartnerField { Kind: "kind", Tier: "tier", Stage: "stage" });

impl Template {
    /// All items in their order, each with the place of its section.
    pub fn items(&self) -> impl Iterator<Item = (usize, &Item)> {
        let sections = self.sections.iter().enumerate();
        sections.flat_map(|(place, section)| section.items.iter().map(move |item| (place, item)))
    }

    /// The item of an id.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items().map(|(_, item)| item).find(|item| item.id == id)
    }

    /// The question of an id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }
}
