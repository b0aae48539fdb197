//! The records of an ending. What two tabs may change apart is a record of its own.

use serde::Serialize;

use crate::domain::checklist::RunId;
use crate::domain::contact::ContactId;
use crate::domain::date::Date;
use crate::domain::fields::{Fields, FromJson, Unreadable, reads, written_as};
use crate::domain::id::Id;
use crate::domain::partner::PartnerId;
use crate::domain::sealed::Sealed;
use crate::domain::text::{Line, Note};
use crate::domain::touchpoint::Touchpoint;

/// The identity of a part.
pub type PartId = Id<Sealed>;

/// Why it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scenario {
    /// Two quarters without a result, or no hope of one.
    NoTraction,
    /// They broke what was agreed.
    Breach,
    /// Both sides want to stop.
    Mutual,
    /// They were bought.
    Acquired,
}

written_as!(Scenario { NoTraction: "no_traction", Breach: "breach", Mutual: "mutual", Acquired: "acquired" });

impl Scenario {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 4] = [Self::NoTraction, Self::Breach, Self::Mutual, Self::Acquired];

    /// The answer it gives to [`super::SCENARIO`].
    pub const fn answer(self) -> &'static str {
        match self {
            Self::NoTraction => "no-traction",
            Self::Breach => "breach",
            Self::Mutual => "mutual",
            Self::Acquired => "acquired",
        }
    }
}

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The ending itself.
    Ending,
    /// The conversation.
    Talk,
    /// What both sides say.
    Story,
    /// The post-mortem as a meeting.
    Review,
    /// An answer to a why.
    Why,
    /// What changes.
    Action,
    /// The person to keep.
    Keep,
    /// A past cause that was taken to heart.
    Heeded,
}

written_as!(Kind {
    Ending: "ending",
    Talk: "talk",
    Story: "story",
    Review: "review",
    Why: "why",
    Action: "action",
    Keep: "keep",
    Heeded: "heeded",
});

impl Kind {
    /// The word of a record.
    const fn word(self) -> &'static str {
        match self {
            Self::Ending => "ending",
            Self::Talk => "talk",
            Self::Story => "story",
            Self::Review => "review",
            Self::Why => "why",
            Self::Action => "action",
            Self::Keep => "keep",
            Self::Heeded => "heeded",
        }
    }

    /// The identity of what a chapter has but once: the same from two tabs is one record.
    pub fn id(self, chapter: u16) -> PartId {
        id_of(self, u128::from(chapter), 0)
    }
}

fn id_of(kind: Kind, one: u128, other: u128) -> PartId {
    let bytes = kind.word().bytes().chain(one.to_be_bytes()).chain(other.to_be_bytes());
    Id::following(bytes)
}

/// An ending: one per breakup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ending {
    /// Its number among the breakups with this partner, from 1.
    pub chapter: u16,
    /// Why it ends.
    pub scenario: Scenario,
    /// The day it began.
    pub begun_on: Date,
    /// The run of the offboarding checklist.
    pub run: RunId,
    /// The day the gate was closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<Date>,
}

reads!(Ending { chapter, scenario, begun_on, run } or_not { closed_on });

/// The conversation, by video and never by mail.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Talk {
    /// Its chapter.
    pub chapter: u16,
    /// The day it is booked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// The day it was held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_on: Option<Date>,
    /// Who was there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<Present>,
    /// How long it took.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// How it went.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub how: Option<Note>,
    /// The touchpoint it is in the history.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub touch: Option<Id<Touchpoint>>,
}

reads!(Talk { chapter } or_not { due, done_on, with, minutes, how, touch });

/// Somebody who was there. The name stays when the person is deleted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Present {
    /// Who, if we know them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<ContactId>,
    /// Their name on that day.
    pub name: Line<120>,
}

reads!(Present { name } or_not { contact });

/// What either side would say, and what both say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Story {
    /// Its chapter.
    pub chapter: u16,
    /// What we would have said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ours: Option<Note>,
    /// What they would have said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theirs: Option<Note>,
    /// What both say, to anybody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub joint: Option<Note>,
    /// What both say within their companies, where that is more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub internal: Option<Note>,
    /// The day it was agreed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreed_on: Option<Date>,
    /// With whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreed_with: Option<Line<120>>,
    /// Why there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub declined: Option<Line<500>>,
}

reads!(Story { chapter } or_not { ours, theirs, joint, internal, agreed_on, agreed_with, declined });

/// When the post-mortem is held.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Review {
    /// Its chapter.
    pub chapter: u16,
    /// The day it is planned for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// The day it was held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_on: Option<Date>,
}

reads!(Review { chapter } or_not { due, done_on });

/// An answer to a why. The first asks why it ended; any other, why the answer above it is so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Why {
    /// Its chapter.
    pub chapter: u16,
    /// The answer above it; absent of a first one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<PartId>,
    /// The answer.
    pub what: Line<500>,
    /// The name of the root cause that it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<Line<40>>,
}

reads!(Why { chapter, what } or_not { parent, cause });

/// What changes because of a root cause: one thing, with an owner and a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Action {
    /// Its chapter.
    pub chapter: u16,
    /// The root cause.
    pub why: PartId,
    /// What changes.
    pub what: Line<500>,
    /// Who sees to it.
    pub owner: Line<120>,
    /// By when.
    pub due: Date,
    /// How a stranger would see that it works.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proof: Option<Line<500>>,
    /// The day it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_on: Option<Date>,
}

reads!(Action { chapter, why, what, owner, due } or_not { proof, done_on });

/// The person to keep, and the note to them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Keep {
    /// Its chapter.
    pub chapter: u16,
    /// Who; absent: whoever the conversation was with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<Present>,
    /// The day of the note, where it is not the one that follows from the conversation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// The day it was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_on: Option<Date>,
    /// Why none is sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<Line<500>>,
}

reads!(Keep { chapter } or_not { who, due, done_on, left });

/// A past cause that was shown to a partner that begins, and answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Heeded {
    /// Whose ending it is from.
    pub partner: PartnerId,
    /// The root cause.
    pub cause: PartId,
    /// The day it was answered.
    pub on: Date,
    /// Whether something was done about it; otherwise it was set aside for this partner.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub acted: bool,
}

reads!(Heeded { partner, cause, on } or_not { acted });

/// A part of any kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The ending itself.
    Ending(Ending),
    /// The conversation.
    Talk(Talk),
    /// What both sides say.
    Story(Story),
    /// The post-mortem as a meeting.
    Review(Review),
    /// An answer to a why.
    Why(Why),
    /// What changes.
    Action(Action),
    /// The person to keep.
    Keep(Keep),
    /// A past cause that was taken to heart.
    Heeded(Heeded),
}

impl Part {
    /// Reads a sealed part.
    ///
    /// # Errors
    /// When it is none, or breaks a promise of its kind.
    pub fn read(sealed: &Sealed) -> Result<Self, Unreadable> {
        let text = sealed.text();
        Ok(match Fields::of(text)?.must::<Kind>("kind")? {
            Kind::Ending => Self::Ending(FromJson::from_json(text)?),
            Kind::Talk => Self::Talk(FromJson::from_json(text)?),
            Kind::Story => Self::Story(FromJson::from_json(text)?),
            Kind::Review => Self::Review(FromJson::from_json(text)?),
            Kind::Why => Self::Why(FromJson::from_json(text)?),
            Kind::Action => Self::Action(FromJson::from_json(text)?),
            Kind::Keep => Self::Keep(FromJson::from_json(text)?),
            Kind::Heeded => Self::Heeded(FromJson::from_json(text)?),
        })
    }

    /// Seals it; `None` when it does not become JSON, which no part brings about.
    pub fn seal(&self) -> Option<Sealed> {
        let (kind, sealed) = match self {
            Self::Ending(part) => (Kind::Ending, Sealed::of(part)),
            Self::Talk(part) => (Kind::Talk, Sealed::of(part)),
            Self::Story(part) => (Kind::Story, Sealed::of(part)),
            Self::Review(part) => (Kind::Review, Sealed::of(part)),
            Self::Why(part) => (Kind::Why, Sealed::of(part)),
            Self::Action(part) => (Kind::Action, Sealed::of(part)),
            Self::Keep(part) => (Kind::Keep, Sealed::of(part)),
            Self::Heeded(part) => (Kind::Heeded, Sealed::of(part)),
        };
        // Every part has a field, so that a comma follows.
        let fields = sealed?.text().strip_prefix('{')?.to_owned();
        Sealed::from_json(&["{\"kind\":\"", kind.word(), "\",", &fields].concat()).ok()
    }
}

impl Heeded {
    /// The identity of the answer to a past cause: given in two tabs it is one record.
    pub fn id(&self) -> PartId {
        id_of(Kind::Heeded, self.partner.bits(), self.cause.bits())
    }
}
