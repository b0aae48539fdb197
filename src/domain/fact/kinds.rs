//! The nine kinds of short facts, and their words.

use crate::domain::contact::ContactId;
use crate::domain::date::Date;
use crate::domain::pulse::Rating;
use crate::domain::text::Line;

/// An enum of plain words with the text each is written down as.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $word:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$word_doc])* $word,)+ }

        impl $name {
            /// All of them, in the order of a form.
            pub const ALL: &[Self] = &[$(Self::$word),+];

            /// As it is written down.
            pub const fn text(self) -> &'static str {
                match self { $(Self::$word => $text,)+ }
            }

            /// Reads what [`Self::text`] wrote.
            pub fn read(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$word),)+ _ => None }
            }
        }
    };
}

words! {
    /// A band that can be set by hand. Zombie cannot.
    AdjustedBand {
        /// Nothing to worry about.
        Healthy = "healthy",
        /// Keep an eye on it.
        Watch = "watch",
        /// Something has to change.
        AtRisk = "at_risk",
        /// Act now.
        Critical = "critical",
    }
}

/// A band set by hand, in force from `on` until the day before `expires_on`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adjustment {
    /// The first day.
    pub on: Date,
    /// The band that holds instead.
    pub band: AdjustedBand,
    /// What the score does not know.
    pub reason: Line<500>,
    /// The day it no longer holds, at most 90 days after `on`.
    pub expires_on: Date,
}

/// A decision about a Zombie put off once, from `on` until the day before `until`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deferral {
    /// The day it was put off.
    pub on: Date,
    /// The day the decision is owed again, at most 30 days after `on`.
    pub until: Date,
    /// What is expected to happen.
    pub reason: Line<500>,
}

words! {
    /// What was breached.
    BreachKind {
        /// The contract.
        Contract = "contract",
        /// The protection of data.
        Data = "data",
    }
}

/// A breach, in force from `on` until the day before it was cleared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// The day it happened.
    pub on: Date,
    /// What was breached.
    pub kind: BreachKind,
    /// What happened.
    pub what: Option<Line<500>>,
    /// The day it was cleared.
    pub cleared_on: Option<Date>,
}

/// A conflict taken to a higher level, open from `on` until the day before it was closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Escalation {
    /// The day it reached this level.
    pub on: Date,
    /// 1, between the partner managers, to 3, between the leaders of both companies.
    pub level: u8,
    /// What it is about.
    pub what: Option<Line<500>>,
    /// The day it was closed.
    pub closed_on: Option<Date>,
}

/// A dated sign of wanting partners.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signal {
    /// The day it was seen.
    pub on: Date,
    /// What was seen.
    pub what: Line<500>,
    /// The day it is no longer worth acting on.
    pub expires_on: Date,
    /// The day we answered it.
    pub answered_on: Option<Date>,
}

impl Signal {
    /// Whether it can be acted on on `day`.
    pub fn is_live(&self, day: Date) -> bool {
        self.on <= day && day < self.expires_on
    }
}

words! {
    /// What a stakeholder has to do with the decision.
    Part {
        /// Signs.
        Approver = "approver",
        /// Is heard.
        Other = "other",
    }
}

words! {
    /// Where a stakeholder stands.
    Stance {
        /// For it.
        For = "for",
        /// Neither.
        Neutral = "neutral",
        /// Against it.
        Against = "against",
        /// Not known.
        Unknown = "unknown",
    }
}

/// Who somebody is, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// One of our contacts.
    Contact(ContactId),
    /// A name alone.
    Name(Line<120>),
    /// Nobody knows yet.
    Unnamed,
}

/// Somebody who has a say in their decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stakeholder {
    /// The day it was learnt.
    pub on: Date,
    /// Who it is.
    pub who: Who,
    /// What they have to do with it.
    pub part: Part,
    /// Where they stand.
    pub stance: Stance,
}

words! {
    /// The four Cs of an ideal partner profile.
    FitAspect {
        /// People, time and money for it.
        Capacity = "capacity",
        /// The skill to sell and deliver it.
        Capability = "capability",
        /// The will, from the top.
        Commitment = "commitment",
        /// A way of working that goes with ours.
        Culture = "culture",
    }
}

/// How well a partner fits in one respect, with the evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FitRating {
    /// The day of the evidence.
    pub on: Date,
    /// In which respect.
    pub aspect: FitAspect,
    /// 1, not at all, to 5, ideally.
    pub rating: Rating,
    /// What it rests on.
    pub evidence: Line<500>,
}

words! {
    /// What can be asked about the way they decide. Approver and other stakeholders are
    /// [`Stakeholder`]s.
    DecisionTopic {
        /// The steps from yes to signed.
        Steps = "steps",
        /// By when each step is taken.
        Timeline = "timeline",
        /// Whether they have done this before.
        Precedent = "precedent",
        /// Legal, procurement, security: the papers.
        PaperProcess = "paper_process",
    }
}

/// An answer to a question about the way they decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionAnswer {
    /// The day it was given.
    pub on: Date,
    /// What was asked.
    pub topic: DecisionTopic,
    /// Whether there is any: no precedent is an answer, too.
    pub known: bool,
    /// The answer.
    pub answer: Option<Line<500>>,
}

words! {
    /// What kind of outcome we ask for.
    AskKind {
        /// Sell what we make.
        Distribution = "distribution",
        /// Reach a market together.
        CoMarketing = "co_marketing",
        /// Connect the products.
        TechnicalIntegration = "technical_integration",
        /// Share what is earned.
        RevenueShare = "revenue_share",
        /// Build something together.
        JointDevelopment = "joint_development",
        /// Anything else.
        Other = "other",
    }
}

/// The concrete outcome we want of them; the latest holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// The day we asked.
    pub on: Date,
    /// What kind of outcome.
    pub kind: AskKind,
    /// What exactly.
    pub specifics: Option<Line<500>>,
    /// What success would look like.
    pub success: Option<Line<500>>,
}
