//! The engine: holds the merged workspace in memory and keeps the storage in step with it.
//!
//! Deliberately absent: a clock, randomness, timers, and any lock between tabs. The caller passes the time in, calls
//! [`Vault::tick`] at [`Vault::next_tick`], and hands on the storage events of other tabs.

mod aside;
mod count;
mod forget;
mod guard;
mod load;
mod open;
mod replace;
mod room;
mod save;
mod settle;
mod tick;
mod trash;
mod wake;

use crate::domain::table::{Set, Table};

use serde_json::value::RawValue;

pub use open::Opening;
pub use replace::ReplaceError;
pub use room::NoRoom;
pub use wake::StoreEvent;

use super::document::{Document, Record};
use super::keys::Keys;
use super::meta::Meta;
use super::migrate::Migrations;
use super::names::{DocumentKey, RecordPath};
use super::problem::Problem;
use super::stamp::{Millis, Stamp, TabSuffix};
use super::store::{Store, StoredText};
use super::usage::Usage;
use super::written::Records;

/// How long after a write it is looked at again: a write that lost a quota race is taken back a second after it succeeded.
pub const LOOK_AFTER_MS: u64 = 1_500;
/// How long an intent is kept at least after this tab first saw it.
pub const FORGET_AFTER_MS: u64 = 60_000;
/// How long after a failed write it is tried again.
pub const RETRY_AFTER_MS: u64 = 5_000;
/// A longer silence than this means that the clock jumped or the tab slept: all waiting begins anew.
pub const GAP_MS: u64 = 10 * 60 * 1000;
/// A tab that was not called for longer than this trusts the storage more than its memory.
pub const SLEPT_MS: u64 = 24 * 60 * 60 * 1000;

/// One tab's view of a workspace, and its way into the storage.
///
/// Nothing is ever lost quietly: what cannot be stored stays in memory, [`Vault::status`] says so, and every later commit
/// and tick tries again.
pub struct Vault {
    store: Box<dyn Store>,
    keys: Keys,
    suffix: TabSuffix,
    migrations: Migrations,
    persistence: Persistence,
    meta: HeldMeta,
    /// Everything known, merged: stored, in intents, unsaved.
    documents: Table<DocumentKey, Document>,
    /// Documents that this session has read whole or written: if one of them turns up damaged, memory may heal it.
    whole: Set<DocumentKey>,
    /// Documents whose last write by this tab arrived damaged or not at all: what lies there needs no copy.
    torn: Set<DocumentKey>,
    /// Documents whose stored value could not be read: never written over.
    untouchable: Set<DocumentKey>,
    /// Intents believed to lie in the storage.
    intents: Table<Stamp, Intent>,
    last_intent: Option<Stamp>,
    /// Records that no intent holds yet.
    unsaved: Table<(DocumentKey, RecordPath), Unsaved>,
    /// Documents to compare with the storage, and when.
    unsettled: Table<DocumentKey, Millis>,
    /// Documents that could not be written although no intent holds what they lack.
    exposed: Set<DocumentKey>,
    /// Documents that still lie under their staging key.
    staged: Set<DocumentKey>,
    /// Keys of another life of the workspace, and when to remove them.
    leftovers: Table<String, Millis>,
    /// Since when everything that was stored seems to be gone.
    missed_since: Option<Millis>,
    /// Whether an event said that the area was cleared.
    was_cleared: bool,
    /// Documents that the trash no longer keeps, still stored.
    expired: Set<DocumentKey>,
    /// Documents that the census counts and the storage lacks, by kind.
    missing: Table<String, usize>,
    census_is_due: bool,
    census_written: Millis,
    /// Documents that the last census counted, as far as this tab knows.
    counted: Set<DocumentKey>,
    pad_due: Millis,
    /// Units of each of our keys, key and value, as last read or written.
    sizes: Table<String, usize>,
    foreign_units: usize,
    /// The latest stamp that came out of the storage: trash ages by it, see [`Vault::horizon`].
    newest_stored: Millis,
    last_call: Millis,
    last_work: Millis,
    /// Documents whose merged content changed through others since the last report.
    changed: Set<DocumentKey>,
    stop: Option<Stop>,
    trouble: Option<String>,
    status: Status,
    problems: Vec<Problem>,
}

/// Where the data is meant to live.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Persistence {
    /// In the browser's storage.
    Browser,
    /// In memory only, because the browser's storage is blocked: gone with the tab.
    MemoryOnly,
}

/// What the shell tells the user about the last save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Everything is stored.
    Saved,
    /// Something is held in memory only; it is tried again until it is stored.
    NotSaved {
        /// Why, and what helps.
        sentence: String,
    },
    /// Nothing outlives this tab.
    MemoryOnly,
    /// The workspace belongs to a later build: nothing is written.
    ReadOnly {
        /// The build that may write.
        min_writer: u32,
    },
    /// Another tab erased or replaced the workspace: nothing is written, reload.
    Superseded,
    /// Somebody cleared the browser's storage: nothing is written until [`Vault::put_back`].
    Emptied,
}

/// One record to be changed.
#[derive(Clone, Debug)]
pub struct Change {
    /// In which document; a new one begins with its first record.
    pub document: DocumentKey,
    /// Which record.
    pub path: RecordPath,
    /// The new value. `None` marks the record as deleted and keeps its value.
    pub value: Option<Box<RawValue>>,
}

/// What a commit did.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The records that changed; those equal to what was held are left out.
    pub written: Vec<WrittenRecord>,
    /// Documents into which changes of others were merged on the way, see [`Vault::tick`].
    pub changed: Vec<DocumentKey>,
}

/// One record before and after.
#[derive(Clone, Debug)]
pub struct WrittenRecord {
    /// In which document.
    pub document: DocumentKey,
    /// Which record.
    pub path: RecordPath,
    /// As it was; `None` when it is new.
    pub before: Option<Record>,
    /// As it is.
    pub after: Record,
}

struct HeldMeta {
    meta: Meta,
    text: String,
    /// Whether it was ever seen in the storage.
    is_stored: bool,
    /// When a write of ours is looked at again.
    look_at: Option<Millis>,
}

#[derive(Clone)]
struct Intent {
    records: Records,
    /// The stored value, as long as the second look is due.
    text: Option<String>,
    look_at: Option<Millis>,
    forget_at: Millis,
    /// Whether the last look found everything in the documents.
    is_covered: bool,
}

#[derive(Clone)]
struct Unsaved {
    record: Record,
    /// The version that others may know.
    before: Option<Record>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    ReadOnly { min_writer: u32 },
    Superseded,
    Emptied,
}

impl Vault {
    /// All documents, merged; those in the trash included.
    pub fn documents(&self) -> impl Iterator<Item = (&DocumentKey, &Document)> {
        self.documents.iter()
    }

    /// One document, in the trash or not.
    #[must_use]
    pub fn document(&self, key: &DocumentKey) -> Option<&Document> {
        self.documents.get(key)
    }

    /// One record, deleted or not.
    #[must_use]
    pub fn record(&self, key: &DocumentKey, path: &RecordPath) -> Option<&Record> {
        self.documents.get(key)?.records.get(path)
    }

    /// What to tell the user about saving.
    #[must_use]
    pub const fn status(&self) -> &Status {
        &self.status
    }

    /// What was found damaged or missing, at the start and since.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The life of the workspace that this tab reads and writes.
    #[must_use]
    pub const fn generation(&self) -> Stamp {
        self.meta.meta.generation
    }

    /// What tells this tab's stamps from those of others.
    #[must_use]
    pub const fn suffix(&self) -> TabSuffix {
        self.suffix
    }

    /// How full the storage is, as last seen; nothing is read for it.
    #[must_use]
    pub fn usage(&self) -> Usage {
        let mut usage = Usage { foreign_units: self.foreign_units, ..Usage::default() };
        for (key, units) in &self.sizes {
            if let Some(kept) = self.keys.read(key) {
                usage.count(&kept, *units);
            }
        }
        usage
    }

    /// Records that another life or a full storage keeps out: for download. Includes what this tab wrote within the last
    /// minute once it may no longer write, since nobody else may have seen that.
    #[must_use]
    pub fn unsaved(&self) -> Records {
        let mut records = Records::new();
        for ((key, path), unsaved) in &self.unsaved {
            let document = records.get_or_default(key.clone());
            document.put(path.clone(), unsaved.record.clone());
        }
        for key in &self.exposed {
            if let Some(document) = self.documents.get(key) {
                records.get_or_default(key.clone()).merge(document.clone());
            }
        }
        if self.stop.is_some() {
            let own = self.intents.iter().filter(|(stamp, _)| stamp.suffix() == self.suffix);
            for (key, document) in own.flat_map(|(_, intent)| &intent.records) {
                records.get_or_default(key.clone()).merge(document.clone());
            }
        }
        records
    }

    /// All our keys with their values exactly as they lie in the storage, the reserve left out: for *Download everything*.
    #[must_use]
    pub fn raw_dump(&self) -> Vec<(String, StoredText)> {
        let pad = self.keys.pad();
        let keys = self.store.keys().unwrap_or_default();
        keys.into_iter()
            .filter(|key| self.keys.read(key).is_some() && *key != pad)
            .filter_map(|key| {
                let value = self.store.get(&key).ok().flatten()?;
                Some((key, value))
            })
            .collect()
    }

    /// The day by which the trash ages: the clock, but never later than the newest stamp that came out of the storage.
    ///
    /// So a session with its clock a century ahead empties no trash: another session has to have written that late too.
    /// A quiet workspace keeps its trash a little longer for it.
    #[must_use]
    pub fn horizon(&self, now: Millis) -> Millis {
        now.min(self.newest_stored)
    }

    fn take_changed(&mut self) -> Vec<DocumentKey> {
        std::mem::take(&mut self.changed).into_iter().collect()
    }

    fn refresh_status(&mut self) {
        self.status = match self.stop {
            Some(Stop::ReadOnly { min_writer }) => Status::ReadOnly { min_writer },
            Some(Stop::Superseded) => Status::Superseded,
            Some(Stop::Emptied) => Status::Emptied,
            None if !self.unsaved.is_empty() || !self.exposed.is_empty() => {
                Status::NotSaved { sentence: self.not_saved_sentence() }
            }
            None if self.persistence == Persistence::MemoryOnly => Status::MemoryOnly,
            None => Status::Saved,
        };
    }

    fn not_saved_sentence(&self) -> String {
        let reason = self.trouble.as_deref().unwrap_or("the browser's storage did not keep it");
        format!(
            "Not saved: {reason}. It is held in this tab and tried again; export it before you close the tab."
        )
    }
}
