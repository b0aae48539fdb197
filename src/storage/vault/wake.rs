//! What reaches this tab from outside: storage events of other tabs, and waking up.

use crate::domain::table::Set;

use super::super::keys::Kept;
use super::super::meta::Meta;
use super::super::names::DocumentKey;
use super::super::stamp::{Millis, Stamp};
use super::super::store::{StoredText, units_of};
use super::super::written::{read_document, read_intent};
use super::load::Loaded;
use super::{FORGET_AFTER_MS, Stop, Vault};

/// A storage event of another tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreEvent {
    /// Which key changed; `None` when the whole area was cleared.
    pub key: Option<String>,
    /// What lies there now; `None` when it was removed.
    pub new_value: Option<StoredText>,
}

impl Vault {
    /// Takes note of what another tab did. Returns the documents whose merged content changed.
    ///
    /// Writes no document: what the other tab's version lacks is healed by the next tick, so that two tabs never answer
    /// each other in a circle.
    pub fn notice(&mut self, event: StoreEvent, now: Millis) -> Vec<DocumentKey> {
        self.pass_time(now);
        match event.key {
            None => {
                // Whoever cleared the area: find out whether anything of ours is left.
                self.was_cleared = true;
                let _ = self.may_write();
            }
            Some(key) => self.notice_key(&key, event.new_value, now),
        }
        self.refresh_status();
        self.take_changed()
    }

    /// Reads everything again and merges it: after the page was put away or out of sight. Returns the documents whose
    /// merged content changed.
    pub fn rescan(&mut self, now: Millis) -> Vec<DocumentKey> {
        self.pass_time(now);
        if let Ok(true) = self.may_write()
            && let Ok(loaded) = self.load()
        {
            if self.joins(&loaded) {
                self.merge_loaded(loaded, now);
                self.count_foreign();
            } else {
                self.stop = Some(Stop::Superseded);
            }
        }
        self.refresh_status();
        self.take_changed()
    }

    /// Writes everything again after somebody cleared the browser's storage, in the same life of the workspace.
    pub fn put_back(&mut self, now: Millis) {
        self.pass_time(now);
        if self.stop != Some(Stop::Emptied) {
            return;
        }
        self.stop = None;
        self.sizes.clear();
        self.staged.clear();
        self.leftovers.clear();
        self.intents.clear();
        self.meta.is_stored = false;
        for key in self.documents.keys() {
            self.exposed.insert(key.clone());
            self.unsettled.insert(key.clone(), now);
        }
        self.census_is_due = true;
        self.work(now);
        self.refresh_status();
    }

    /// Another tab has put the workspace back, or begun another life; which of them, meta tells.
    fn resume(&mut self, now: Millis) {
        self.stop = None;
        for key in self.documents.keys() {
            self.unsettled.insert(key.clone(), now);
        }
    }

    /// Replaces memory by what the storage holds, except what this tab still owes it.
    pub(super) fn start_over(&mut self, now: Millis) {
        match self.may_write() {
            Ok(true) => {}
            Ok(false) | Err(_) => return,
        }
        let Ok(loaded) = self.load() else {
            return;
        };
        if !self.joins(&loaded) {
            self.stop = Some(Stop::Superseded);
            return;
        }
        let before = std::mem::take(&mut self.documents);
        let intents = std::mem::take(&mut self.intents);
        self.whole.clear();
        self.untouchable.clear();
        self.unsettled.clear();
        self.staged.clear();
        self.leftovers.clear();
        self.expired.clear();
        self.missing.clear();
        self.problems.clear();
        self.take_in(loaded, now);
        let owed = intents
            .into_iter()
            .filter(|(stamp, intent)| stamp.suffix() == self.suffix && intent.look_at.is_some());
        let owed: Vec<(Stamp, super::Intent)> = owed.collect();
        for (stamp, intent) in owed {
            for key in self.take_intent(stamp, intent.records.clone(), now) {
                self.unsettled.insert(key, now);
            }
            self.intents.insert(stamp, intent);
        }
        for key in &self.exposed {
            if let Some(document) = before.get(key) {
                let held = self.documents.get_or_default(key.clone());
                held.merge(document.clone());
                self.unsettled.insert(key.clone(), now);
            }
        }
        for ((key, path), unsaved) in &self.unsaved {
            let document = self.documents.get_or_default(key.clone());
            document.put(path.clone(), unsaved.record.clone());
        }
        let keys: Set<&DocumentKey> = before.keys().chain(self.documents.keys()).collect();
        let differing = keys
            .into_iter()
            .filter(|key| before.get(*key) != self.documents.get(*key));
        self.changed = differing.cloned().collect();
    }

    /// Whether what was read is this tab's life, or a later one that a tab without anything of its own may join.
    fn joins(&mut self, loaded: &Loaded) -> bool {
        let found = loaded.generation.unwrap_or(self.generation());
        if found > self.generation() {
            if !self.documents.is_empty() {
                return false;
            }
            self.meta.meta = Meta::of(found, self.migrations.schema());
            self.meta.text = self.meta.meta.encode();
        }
        true
    }

    fn load(&self) -> Result<Loaded, super::super::store::StoreError> {
        Loaded::read(self.store.as_ref(), &self.keys, self.migrations)
    }

    fn merge_loaded(&mut self, loaded: Loaded, now: Millis) {
        let horizon = self.horizon(now);
        let held: Vec<DocumentKey> = self.documents.keys().cloned().collect();
        for key in held {
            let stored = loaded.documents.get(&key);
            let is_covered =
                stored.is_some_and(|stored| stored.covers(&self.announced(&key), horizon));
            if !is_covered {
                self.unsettled.insert(key, now);
            }
        }
        self.sizes = loaded.sizes;
        for (key, document) in loaded.documents {
            self.whole.insert(key.clone());
            self.untouchable.remove(&key);
            self.merge_in(&key, document);
        }
        for (key, document) in loaded.staged {
            self.merge_in(&key, document);
            self.staged.insert(key.clone());
            self.unsettled.insert(key, now);
        }
        for key in loaded.damaged_documents.into_keys() {
            self.unsettled.insert(key, now);
        }
        let known: Vec<Stamp> = self.intents.keys().copied().collect();
        for stamp in known {
            let is_own = self
                .intents
                .get(&stamp)
                .is_some_and(|intent| intent.look_at.is_some());
            if !loaded.intents.contains_key(&stamp) && !is_own {
                self.intent_is_gone(&stamp, now);
            }
        }
        for (stamp, records) in loaded.intents {
            for key in self.take_intent(stamp, records, now) {
                self.unsettled.insert(key, now);
            }
        }
        self.purge(now);
    }

    fn notice_key(&mut self, key: &str, value: Option<StoredText>, now: Millis) {
        let Some(kept) = self.keys.read(key) else {
            return;
        };
        match &value {
            Some(value) => self
                .sizes
                .insert(key.to_owned(), units_of(key) + value.units()),
            None => self.sizes.remove(key),
        };
        match (kept, value) {
            (Kept::Meta, value) => {
                if value.is_some() && self.stop == Some(Stop::Emptied) {
                    self.resume(now);
                }
                let _ = self.may_write();
            }
            (Kept::Intent(stamp), Some(value)) => self.notice_intent(stamp, &value, now),
            (Kept::Intent(stamp), None) => self.intent_is_gone(&stamp, now),
            (Kept::Document(document), Some(value)) => self.notice_document(&document, &value, now),
            (Kept::Document(document), None) => {
                if self.documents.contains_key(&document) {
                    self.unsettled.insert(document, now);
                }
            }
            (Kept::Staged(_) | Kept::Census | Kept::Pad | Kept::Quarantined | Kept::Unknown, _) => {
            }
        }
    }

    fn notice_intent(&mut self, stamp: Stamp, value: &StoredText, now: Millis) {
        // One that cannot be read is reported at the next start; the documents bring its records.
        let Ok(written) = read_intent(value, self.migrations) else {
            return;
        };
        if written.generation == self.generation() {
            // Its author writes the documents; before it is forgotten, they are looked at in any case.
            self.take_intent(stamp, written.content, now);
        } else {
            let _ = self.may_write();
            let stored_key = self.keys.intent(&stamp);
            self.leftovers.insert(stored_key, now.plus(FORGET_AFTER_MS));
        }
    }

    fn notice_document(&mut self, key: &DocumentKey, value: &StoredText, now: Millis) {
        match read_document(key, value, self.migrations) {
            Ok(written) if written.generation == self.generation() => {
                let horizon = self.horizon(now);
                if !written.content.covers(&self.announced(key), horizon) {
                    self.unsettled.insert(key.clone(), now);
                }
                self.whole.insert(key.clone());
                self.merge_in(key, written.content);
            }
            Ok(_) => {
                let _ = self.may_write();
                self.unsettled.insert(key.clone(), now);
                let stored_key = self.keys.document(key);
                self.leftovers.insert(stored_key, now.plus(FORGET_AFTER_MS));
            }
            Err(_) => {
                self.unsettled.insert(key.clone(), now);
            }
        }
    }

    /// Whoever removed it has seen its records in the documents; look for ourselves.
    fn intent_is_gone(&mut self, stamp: &Stamp, now: Millis) {
        if self
            .intents
            .get(stamp)
            .is_some_and(|intent| intent.look_at.is_some())
        {
            return;
        }
        if let Some(intent) = self.intents.remove(stamp) {
            self.count_later(intent.records.keys());
            for key in intent.records.into_keys() {
                self.unsettled.insert(key, now);
            }
        }
    }
}
