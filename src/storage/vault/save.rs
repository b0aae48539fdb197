//! Saving: one intent under a key of its own, then the documents it touches.

use std::borrow::Cow;

use super::super::document::{Document, Record};
use super::super::names::DocumentKey;
use super::super::stamp::{Millis, Stamp};
use super::super::store::StoreError;
use super::super::written::{Records, write_intent};
use super::{
    Change, FORGET_AFTER_MS, Intent, LOOK_AFTER_MS, Outcome, Unsaved, Vault, WrittenRecord,
};

impl Vault {
    /// Changes records, all of them or none, and saves them.
    ///
    /// Memory changes at once and for good. When [`Vault::status`] is saved afterwards, the whole action survives whatever
    /// happens to this tab; otherwise it is held and tried again. Values equal to those held, and deletions of what is
    /// absent or deleted, are left out.
    pub fn commit(&mut self, changes: Vec<Change>, now: Millis) -> Outcome {
        self.pass_time(now);
        let mut written = Vec::new();
        for change in changes {
            if let Some(record) = self.apply(change, now) {
                written.push(record);
            }
        }
        if !written.is_empty() {
            self.save(now);
        }
        self.refresh_status();
        Outcome {
            written,
            changed: self.take_changed(),
        }
    }

    /// Merges records that carry their own stamps, such as those of a backup, and saves them like one action.
    ///
    /// Only versions higher than the ones held are taken, so merging the same records twice is merging them once.
    pub fn merge(&mut self, records: Records, now: Millis) -> Outcome {
        self.pass_time(now);
        let mut written = Vec::new();
        for (document, part) in records {
            for (path, after) in part.records {
                let before = self.record(&document, &path).cloned();
                if before.as_ref().is_none_or(|held| *held < after) {
                    let record = WrittenRecord {
                        document: document.clone(),
                        path,
                        before,
                        after,
                    };
                    self.keep(&record);
                    written.push(record);
                }
            }
        }
        if !written.is_empty() {
            self.save(now);
        }
        self.refresh_status();
        Outcome {
            written,
            changed: self.take_changed(),
        }
    }

    /// Writes what is unsaved as one intent, then the documents it touches. Returns whether nothing is unsaved any more.
    pub(super) fn save(&mut self, now: Millis) -> bool {
        if self.unsaved.is_empty() {
            return true;
        }
        self.last_work = now;
        match self.may_write() {
            Ok(true) => {}
            Ok(false) => return false,
            Err(error) => {
                self.trouble = Some(error.to_string());
                return false;
            }
        }
        let records = self.unsaved_records();
        match self.announce(&records, now) {
            Ok(()) => {
                self.trouble = None;
                self.unsaved.clear();
            }
            Err(error) => {
                self.trouble = Some(error.to_string());
                return false;
            }
        }
        for key in records.keys() {
            self.settle(key, now);
        }
        true
    }

    /// Puts one record, already stamped, among those that no intent holds yet.
    pub(super) fn hold(&mut self, written: &WrittenRecord) {
        let place = (written.document.clone(), written.path.clone());
        let before = match self.unsaved.remove(&place) {
            Some(earlier) => earlier.before,
            None => written.before.clone(),
        };
        let record = written.after.clone();
        self.unsaved.insert(place, Unsaved { record, before });
    }

    /// Merges a document or a part of one into memory. Returns whether memory changed.
    pub(super) fn merge_in(&mut self, key: &DocumentKey, document: Document) -> bool {
        let held = self.documents.get_or_default(key.clone());
        let changed = held.merge(document);
        if changed {
            self.changed.insert(key.clone());
        }
        changed
    }

    /// The document as it may be stored: without what no intent holds yet, so that no half of an action gets ahead.
    pub(super) fn announced(&self, key: &DocumentKey) -> Cow<'_, Document> {
        let Some(held) = self.documents.get(key) else {
            return Cow::Owned(Document::default());
        };
        let mut document = Cow::Borrowed(held);
        let of_this = self
            .unsaved
            .iter()
            .filter(|((changed, _), _)| changed == key);
        for ((_, path), unsaved) in of_this {
            if held.records.get(path) == Some(&unsaved.record) {
                let records = &mut document.to_mut().records;
                match &unsaved.before {
                    Some(before) => records.insert(path.clone(), before.clone()),
                    None => records.remove(path),
                };
            }
        }
        document
    }

    fn apply(&mut self, change: Change, now: Millis) -> Option<WrittenRecord> {
        let Change {
            document,
            path,
            value,
        } = change;
        let before = self.record(&document, &path).cloned();
        let (deleted, value) = match (value, &before) {
            (Some(value), Some(held)) if !held.deleted && held.text() == Some(value.get()) => {
                return None;
            }
            (Some(value), _) => (false, Some(value)),
            (None, Some(held)) if !held.deleted => (true, held.value.clone()),
            (None, _) => return None,
        };
        let replaced = before.as_ref().map(|record| &record.at);
        let after = Record {
            at: Stamp::next(now, replaced, self.suffix),
            deleted,
            value,
        };
        let written = WrittenRecord {
            document,
            path,
            before,
            after,
        };
        self.keep(&written);
        Some(written)
    }

    /// Takes a record that was stamped here into memory, as unsaved.
    pub(super) fn keep(&mut self, written: &WrittenRecord) {
        self.hold(written);
        self.expired.remove(&written.document);
        let document = self.documents.get_or_default(written.document.clone());
        document.put(written.path.clone(), written.after.clone());
    }

    fn unsaved_records(&self) -> Records {
        let mut records = Records::new();
        for ((key, path), unsaved) in &self.unsaved {
            let document = records.get_or_default(key.clone());
            document.put(path.clone(), unsaved.record.clone());
        }
        records
    }

    fn announce(&mut self, records: &Records, now: Millis) -> Result<(), StoreError> {
        let stamp = self.free_intent(now)?;
        let text = write_intent(records, self.generation(), self.migrations.schema());
        let key = self.keys.intent(&stamp);
        if let Err(error) = self.write(&key, &text) {
            // Whatever came to lie there, this action is not saved by it.
            let _ = self.remove(&key);
            return Err(error);
        }
        self.last_intent = Some(stamp);
        self.intents.insert(
            stamp,
            Intent {
                records: records.clone(),
                text: Some(text),
                look_at: Some(now.plus(LOOK_AFTER_MS)),
                forget_at: now.plus(FORGET_AFTER_MS),
                is_covered: false,
            },
        );
        Ok(())
    }

    /// A key that no intent has, not even one of a tab that drew the same suffix.
    fn free_intent(&self, now: Millis) -> Result<Stamp, StoreError> {
        let mut stamp = Stamp::next(now, self.last_intent.as_ref(), self.suffix);
        for _ in 0..FREE_KEY_TRIES {
            if self.store.get(&self.keys.intent(&stamp))?.is_none() {
                return Ok(stamp);
            }
            stamp = Stamp::next(now, Some(&stamp), self.suffix);
        }
        Err(StoreError::Failed(
            "every key tried is taken already".to_owned(),
        ))
    }
}

/// A tab rarely meets one key that is taken; a storage that claims so again and again is broken.
const FREE_KEY_TRIES: usize = 16;
