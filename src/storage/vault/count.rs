//! Keeping the census: it may count too few for a while, never too many, so that an alarm is never false.

use super::super::census::Census;
use super::super::keys::Kept;
use super::super::names::DocumentKey;
use super::super::stamp::{Millis, Stamp};
use super::super::store::{StoreError, StoredText};
use super::super::written::read_intent;
use super::settle::Found;
use super::{LOOK_AFTER_MS, Vault};

impl Vault {
    /// Goes on without the documents that are missing: they are no longer counted, and no longer reported.
    pub fn accept_missing(&mut self) {
        self.missing.clear();
        self.problems.retain(|problem| !matches!(problem, super::Problem::MissingDocuments { .. }));
        self.census_is_due = true;
        if let Ok(true) = self.may_write() {
            self.write_census(self.last_call);
        }
        self.refresh_status();
    }

    /// Counts the documents that lie in the storage now.
    ///
    /// A new one is counted only once the intents that touch it are forgotten: until then its write may be taken back.
    pub(super) fn write_census(&mut self, now: Millis) {
        let Ok(text) = self.census_text(now) else {
            return;
        };
        if self.write(&self.keys.census(), &text).is_ok() {
            self.census_is_due = false;
            self.census_written = now;
        }
    }

    /// A forgotten intent may have brought documents that are not counted yet.
    pub(super) fn count_later<'a>(&mut self, keys: impl Iterator<Item = &'a DocumentKey>) {
        for key in keys {
            self.census_is_due |= !self.counted.contains(key);
        }
    }

    /// Removes documents that the trash no longer keeps: uncounted first, so that nobody misses them.
    pub(super) fn remove_expired(&mut self, now: Millis) {
        if self.expired.is_empty() {
            return;
        }
        let horizon = self.horizon(now);
        let expired: Vec<DocumentKey> = self.expired.iter().cloned().collect();
        for key in &expired {
            match self.find(key) {
                Ok(Found::Document(stored)) if stored.is_expired(horizon) => {}
                // Restored by another tab, or damaged: not ours to remove.
                Ok(Found::Document(stored)) => {
                    self.expired.remove(key);
                    self.merge_in(key, stored);
                }
                Ok(_) => {
                    self.expired.remove(key);
                }
                Err(_) => return,
            }
        }
        // A count that was just written may still be taken back.
        let has_stood = self.census_stands(now) && now.since(self.census_written) >= LOOK_AFTER_MS;
        if !has_stood {
            self.write_census(now);
            return;
        }
        for key in std::mem::take(&mut self.expired) {
            if self.remove(&self.keys.document(&key)).is_err() {
                self.expired.insert(key);
            }
        }
    }

    fn census_stands(&mut self, now: Millis) -> bool {
        let stored = self.store.get(&self.keys.census());
        match (stored, self.census_text(now)) {
            (Ok(Some(StoredText::Text(stored))), Ok(text)) => stored == text,
            _ => false,
        }
    }

    fn census_text(&mut self, now: Millis) -> Result<String, StoreError> {
        let mut stored = Vec::new();
        let mut unknown: Vec<(Stamp, String)> = Vec::new();
        for key in self.store.keys()? {
            match self.keys.read(&key) {
                Some(Kept::Document(document)) if !self.leftovers.contains_key(&key) => {
                    stored.push(document);
                }
                Some(Kept::Intent(stamp)) if !self.intents.contains_key(&stamp) => {
                    unknown.push((stamp, key));
                }
                _ => {}
            }
        }
        for (stamp, key) in unknown {
            let read = self.store.get(&key)?.map(|value| read_intent(&value, self.migrations));
            if let Some(Ok(written)) = read
                && written.generation == self.generation()
            {
                self.take_intent(stamp, written.content, now);
            }
        }
        let is_young = |key: &DocumentKey| {
            let mut intents = self.intents.values();
            !self.counted.contains(key) && intents.any(|intent| intent.records.contains_key(key))
        };
        stored.retain(|key| !self.expired.contains(key) && !is_young(key));
        self.counted = stored.iter().cloned().collect();
        Ok(Census::of(self.generation(), &stored).with_missing(&self.missing).encode())
    }
}
