//! How one item of a run stands: open, done, decided against, or waiting.

use serde::Serialize;

use crate::domain::date::Date;
use crate::domain::fields::{reads, reads_as, written_as};
use crate::domain::id::Id;
use crate::domain::link::LinkAddress;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::text::{Line, Note};

use super::run::RunId;
use super::template::EvidenceKind;

/// What is known of one item of a run. An item without a mark is open.
///
/// A record of its own, so that two tabs may each change another item. Its identity follows from run and item: the
/// same item changed in both is one record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "Written")]
pub struct Mark {
    /// The run.
    pub run: RunId,
    /// The item, by its id.
    pub item: String,
    /// How it stands.
    pub state: MarkState,
    /// What to remember about it.
    pub note: Option<Note>,
    /// The day agreed for it in this run, instead of the one counted from the anchor.
    pub due: Option<Date>,
}

reads_as!(Mark, from Written);

/// How an item stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum MarkState {
    /// To be done.
    #[default]
    Open,
    /// Done.
    Done {
        /// The day.
        on: Date,
        /// By whom.
        by: Option<Line<120>>,
        /// What shows it.
        evidence: Option<Evidence>,
    },
    /// It does not apply here.
    NotApplicable {
        /// The day that was decided.
        on: Date,
        /// By whom.
        by: Option<Line<120>>,
        /// Why.
        reason: Line<500>,
    },
    /// It waits.
    Blocked {
        /// For whom or what.
        by: Line<500>,
    },
}

/// What shows that an item is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// Some words.
    Note(Note),
    /// Where it can be seen.
    Link(LinkAddress),
    /// What was confirmed in writing.
    Written {
        /// The day it was received or sent.
        on: Date,
        /// By whom, and in which words.
        words: Note,
    },
}

impl Evidence {
    /// Reads what was typed as evidence of a kind; none when nothing is asked for. Refuses what does not show anything:
    /// no words, an address that is none, a confirmation without a day or from a day to come.
    pub fn parse(kind: EvidenceKind, typed: &str, on: &str, today: Date) -> Result<Option<Self>, Refusal> {
        let words = |typed| -> Result<Note, Refusal> {
            let note = match Note::parse_optional(typed) {
                Err(Refusal::TooLong { most, has, .. }) => {
                    return Err(Refusal::TooLong { field: Field::Evidence, most, has });
                }
                other => other?,
            };
            note.ok_or(Refusal::Empty { field: Field::Evidence })
        };
        Ok(Some(match kind {
            EvidenceKind::None => return Ok(Note::parse_optional(typed)?.map(Self::Note)),
            EvidenceKind::Note => Self::Note(words(typed)?),
            EvidenceKind::Link => Self::Link(LinkAddress::parse(typed)?),
            EvidenceKind::Written => {
                let words = words(typed)?;
                let on = Refusal::date(Field::On, on)?;
                Refusal::unless_past(Field::On, on, today)?;
                Self::Written { on, words }
            }
        }))
    }

    /// Whether it shows what is asked for.
    pub const fn is_of(&self, kind: EvidenceKind) -> bool {
        match kind {
            EvidenceKind::None => true,
            EvidenceKind::Note => matches!(self, Self::Note(_)),
            EvidenceKind::Link => matches!(self, Self::Link(_)),
            EvidenceKind::Written => matches!(self, Self::Written { .. }),
        }
    }

    /// Its words.
    pub fn words(&self) -> &str {
        match self {
            Self::Note(words) | Self::Written { words, .. } => words.as_str(),
            Self::Link(address) => address.as_str(),
        }
    }
}

impl Mark {
    /// Nothing is known yet.
    pub const fn open(run: RunId, item: String) -> Self {
        Self { run, item, state: MarkState::Open, note: None, due: None }
    }

    /// The identity of the mark of an item.
    pub fn id(run: RunId, item: &str) -> Id<Self> {
        Id::following(run.bits().to_be_bytes().into_iter().chain(item.bytes()))
    }

    /// Whether it says anything that an item without a mark does not.
    pub fn is_blank(&self) -> bool {
        self.state == MarkState::Open && self.note.is_none() && self.due.is_none()
    }
}

/// How a state is named in a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Word {
    #[default]
    Open,
    Done,
    NotApplicable,
    Blocked,
}

written_as!(Word { Open: "open", Done: "done", NotApplicable: "not_applicable", Blocked: "blocked" });

/// A mark as it is written down: `reason` says why it does not apply or what it waits for; `text`, `link` and
/// `received_on` are the evidence.
#[derive(Serialize)]
struct Written {
    run: RunId,
    item: String,
    state: Word,
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<Line<120>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Line<500>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<Note>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    received_on: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<Note>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<Date>,
}

reads!(Written { run, item, state } or_not { on, by, reason, text, link, received_on, note, due });

impl TryFrom<Written> for Mark {
    type Error = Refusal;

    fn try_from(written: Written) -> Result<Self, Refusal> {
        let Written { run, item, state, on, by, reason, text, link, received_on, note, due } = written;
        let on = on.ok_or(Refusal::Empty { field: Field::DoneOn });
        let reason = reason.ok_or(Refusal::Empty { field: Field::Reason });
        let state = match state {
            Word::Open => MarkState::Open,
            Word::Done => MarkState::Done {
                on: on?,
                by,
                evidence: match (link, text, received_on) {
                    (Some(link), ..) => Some(Evidence::Link(LinkAddress::parse(&link)?)),
                    (None, Some(words), Some(on)) => Some(Evidence::Written { on, words }),
                    (None, Some(words), None) => Some(Evidence::Note(words)),
                    (None, None, _) => None,
                },
            },
            Word::NotApplicable => MarkState::NotApplicable { on: on?, by, reason: reason? },
            Word::Blocked => MarkState::Blocked { by: reason? },
        };
        Ok(Self { run, item, state, note, due })
    }
}

impl From<Mark> for Written {
    fn from(mark: Mark) -> Self {
        let Mark { run, item, state, note, due } = mark;
        let (on, by, reason, text, link, received_on) = (None, None, None, None, None, None);
        let mut written =
            Self { run, item, state: Word::Open, on, by, reason, text, link, received_on, note, due };
        match state {
            MarkState::Open => {}
            MarkState::Done { on, by, evidence } => {
                (written.state, written.on, written.by) = (Word::Done, Some(on), by);
                match evidence {
                    None => {}
                    Some(Evidence::Note(words)) => written.text = Some(words),
                    Some(Evidence::Link(address)) => written.link = Some(address.as_str().to_owned()),
                    Some(Evidence::Written { on, words }) => {
                        (written.received_on, written.text) = (Some(on), Some(words));
                    }
                }
            }
            MarkState::NotApplicable { on, by, reason } => {
                (written.state, written.on, written.by) = (Word::NotApplicable, Some(on), by);
                written.reason = Some(reason);
            }
            MarkState::Blocked { by } => {
                (written.state, written.reason) = (Word::Blocked, Some(by));
            }
        }
        written
    }
}
