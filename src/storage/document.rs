//! Documents that merge: a flat map from paths to stamped records.
//!
//! Merging is the one answer to every question of concurrency. Deliberately absent: any notion of what a record means.

use std::cmp::Ordering;
use crate::domain::table::Table;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::names::RecordPath;
use super::stamp::{Millis, Stamp};

/// How long a deleted record keeps its value: 30 days, in milliseconds.
pub const TRASH_MS: u64 = 30 * 24 * 60 * 60 * 1000;

/// One version of one record.
///
/// Versions are totally ordered: by stamp, then by the text of the value, then deleted above kept. The highest wins.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Record {
    /// When, and by which tab, this version was written.
    pub at: Stamp,
    /// Whether it lies in the trash.
    #[serde(default, skip_serializing_if = "is_false")]
    pub deleted: bool,
    /// The JSON exactly as it was written, unknown fields included. `None` only when the trash was emptied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Box<RawValue>>,
}

impl Record {
    /// The text of the value.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.value.as_deref().map(RawValue::get)
    }

    /// Whether the trash no longer keeps this record on the day `horizon`.
    #[must_use]
    pub fn is_expired(&self, horizon: Millis) -> bool {
        self.deleted && horizon.since(self.at.millis()) > TRASH_MS
    }
}

impl Ord for Record {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.at, self.text(), self.deleted).cmp(&(other.at, other.text(), other.deleted))
    }
}

impl PartialOrd for Record {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Record {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Record {}

/// A map from paths to records, with what could not be read kept beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The records, deleted ones included.
    pub records: Table<RecordPath, Record>,
    /// Entries that are no records, verbatim: a newer or broken writer made them, and they are written back as they are.
    pub unreadable: Table<String, RawText>,
}

/// JSON kept exactly as it was read.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RawText(pub Box<RawValue>);

impl PartialEq for RawText {
    fn eq(&self, other: &Self) -> bool {
        self.0.get() == other.0.get()
    }
}

impl Eq for RawText {}

impl Document {
    /// Takes the higher version of every record. Returns whether anything here changed.
    ///
    /// Commutative, associative and idempotent: any order, any repetition, the same result.
    pub fn merge(&mut self, other: Self) -> bool {
        let mut changed = false;
        for (path, record) in other.records {
            changed |= self.put(path, record);
        }
        for (name, raw) in other.unreadable {
            if self.unreadable.get(&name).is_none_or(|held| held.0.get() < raw.0.get()) {
                self.unreadable.insert(name, raw);
                changed = true;
            }
        }
        changed
    }

    /// Takes one record if it is higher than the one held. Returns whether it was.
    pub fn put(&mut self, path: RecordPath, record: Record) -> bool {
        let is_higher = self.records.get(&path).is_none_or(|held| *held < record);
        if is_higher {
            self.records.insert(path, record);
        }
        is_higher
    }

    /// Drops what was deleted more than 30 days before `horizon`; of a document deleted that long ago, everything.
    /// Returns whether anything went.
    ///
    /// Part of merging wherever documents meet, so that nobody brings back what another has dropped. It is applied to
    /// the *result* of a merge: a version from before the deletion that turns up later counts as new.
    pub fn purge(&mut self, horizon: Millis) -> bool {
        if self.is_expired(horizon) {
            let held_any = !self.is_empty();
            self.records.clear();
            self.unreadable.clear();
            return held_any;
        }
        let before = self.records.len();
        self.records.retain(|_, record| !record.is_expired(horizon));
        before != self.records.len()
    }

    /// Whether every record of `other` is here in the same or a higher version, except those no longer kept at `horizon`.
    #[must_use]
    pub fn covers(&self, other: &Self, horizon: Millis) -> bool {
        let covered = |(path, record): (&RecordPath, &Record)| {
            record.is_expired(horizon) || self.records.get(path).is_some_and(|held| held >= record)
        };
        other.is_expired(horizon)
            || (other.records.iter().all(covered)
                && other.unreadable.iter().all(|(name, raw)| {
                    self.unreadable
                        .get(name)
                        .is_some_and(|held| held.0.get() >= raw.0.get())
                }))
    }

    /// Whether the whole document lies in the trash.
    #[must_use]
    pub fn is_deleted(&self) -> bool {
        self.lifecycle().is_some_and(|record| record.deleted)
    }

    /// Whether it lay in the trash for longer than the trash reaches, or everything in it did.
    #[must_use]
    pub fn is_expired(&self, horizon: Millis) -> bool {
        let expired = |record: &Record| record.is_expired(horizon);
        let is_nothing_left = !self.records.is_empty()
            && self.unreadable.is_empty()
            && self.records.values().all(expired);
        is_nothing_left || self.lifecycle().is_some_and(expired)
    }

    /// Whether nothing is left of it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty() && self.unreadable.is_empty()
    }

    /// The latest moment in any of its stamps.
    #[must_use]
    pub fn newest(&self) -> Option<Millis> {
        self.records.values().map(|record| record.at.millis()).max()
    }

    fn lifecycle(&self) -> Option<&Record> {
        self.records.get(RecordPath::LIFECYCLE)
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands out a reference"
)]
const fn is_false(flag: &bool) -> bool {
    !*flag
}
