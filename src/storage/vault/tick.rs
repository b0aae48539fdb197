//! The work between actions: looking again, trying again, tidying up.

use super::super::keys::Kept;
use super::super::names::DocumentKey;
use super::super::stamp::Millis;
use super::super::store::StoredText;
use super::super::written::{read_document, read_intent};
use super::forget::Looks;
use super::{FORGET_AFTER_MS, GAP_MS, LOOK_AFTER_MS, RETRY_AFTER_MS, SLEPT_MS, Unsaved, Vault};

impl Vault {
    /// Does whatever is due: second looks, what could not be saved before, forgetting, the census, the reserve.
    ///
    /// Returns the documents whose merged content changed, because another tab's records came to light. Touches the
    /// storage only when something is due; call it at [`Vault::next_tick`], or as often as you like.
    pub fn tick(&mut self, now: Millis) -> Vec<DocumentKey> {
        self.pass_time(now);
        if self.next_tick().is_some_and(|due| due <= now) {
            self.work(now);
        }
        self.refresh_status();
        self.take_changed()
    }

    /// When there will be something to do; `None` when nothing is pending.
    #[must_use]
    pub fn next_tick(&self) -> Option<Millis> {
        if self.stop.is_some() {
            return None;
        }
        let retry = (!self.unsaved.is_empty() || self.census_is_due || !self.expired.is_empty())
            .then(|| self.last_work.plus(RETRY_AFTER_MS));
        let looks = self.intents.values().filter_map(|intent| intent.look_at);
        let forgets = self.intents.values().map(|intent| intent.forget_at);
        let pad = (!self.documents.is_empty() && self.wanted_pad().is_some()).then_some(self.pad_due);
        self.unsettled
            .values()
            .chain(self.leftovers.values())
            .copied()
            .chain(looks)
            .chain(forgets)
            .chain(retry)
            .chain(pad)
            .chain(self.meta.look_at)
            .chain(self.missed_since.map(|since| since.plus(LOOK_AFTER_MS)))
            .min()
    }

    /// Notes the time. After a jump of the clock or a long silence every waiting begins anew; after more than a day memory
    /// is replaced by what the storage holds.
    pub(super) fn pass_time(&mut self, now: Millis) {
        let gap_ms = now.since(self.last_call);
        let went_back = now < self.last_call;
        self.last_call = now;
        if went_back || gap_ms > GAP_MS {
            self.wait_anew(now);
        }
        if gap_ms > SLEPT_MS {
            self.start_over(now);
        }
    }

    pub(super) fn work(&mut self, now: Millis) {
        self.last_work = now;
        match self.may_write() {
            Ok(true) => {}
            Ok(false) => return,
            Err(error) => {
                self.trouble = Some(error.to_string());
                return;
            }
        }
        if self.meta.look_at.is_some_and(|due| due <= now) {
            self.meta.look_at = None;
        }
        self.save(now);
        self.look_at_intents(now);
        self.settle_due(now);
        self.forget(now);
        self.remove_leftovers(now);
        self.remove_expired(now);
        if self.census_is_due {
            self.write_census(now);
        }
        self.rebuild_pad(now);
    }

    pub(super) fn settle_due(&mut self, now: Millis) {
        let is_due = |(_, due): &(&DocumentKey, &Millis)| **due <= now;
        let due: Vec<DocumentKey> =
            self.unsettled.iter().filter(is_due).map(|(key, _)| key.clone()).collect();
        for key in due {
            if self.stop.is_some() {
                return;
            }
            self.settle(&key, now);
        }
    }

    /// The second look: an intent that was taken back after it had been read back is written again.
    fn look_at_intents(&mut self, now: Millis) {
        let due: Vec<_> = self
            .intents
            .iter()
            .filter(|(_, intent)| intent.look_at.is_some_and(|due| due <= now))
            .filter_map(|(stamp, intent)| Some((*stamp, intent.text.clone()?)))
            .collect();
        for (stamp, text) in due {
            let key = self.keys.intent(&stamp);
            let found = self.store.get(&key);
            let is_there = matches!(&found, Ok(Some(StoredText::Text(there))) if *there == text);
            let look_at = if is_there {
                None
            } else if self.is_stored(&stamp, &mut Looks::new()) {
                // Another tab has forgotten it already, and rightly.
                self.drop_intent(&stamp);
                continue;
            } else if self.write(&key, &text).is_ok() {
                Some(now.plus(LOOK_AFTER_MS))
            } else {
                self.hold_again(&stamp);
                continue;
            };
            if let Some(intent) = self.intents.get_mut(&stamp) {
                intent.look_at = look_at;
                if look_at.is_none() {
                    intent.text = None;
                }
            }
        }
    }

    /// An intent that is gone and cannot be written again: its records are unsaved once more.
    fn hold_again(&mut self, stamp: &super::super::stamp::Stamp) {
        let Some(intent) = self.intents.remove(stamp) else {
            return;
        };
        self.trouble = Some("the browser took back what it had stored".to_owned());
        for (key, document) in intent.records {
            for (path, record) in document.records {
                if self.record(&key, &path) == Some(&record) {
                    let unsaved = Unsaved { record, before: None };
                    self.unsaved.insert((key.clone(), path), unsaved);
                }
            }
        }
    }

    /// Removes what another life of the workspace left behind, after reading it once more.
    fn remove_leftovers(&mut self, now: Millis) {
        let due: Vec<String> =
            self.leftovers.iter().filter(|(_, due)| **due <= now).map(|(key, _)| key.clone()).collect();
        for key in due {
            match self.is_leftover(&key) {
                Some(true) if self.remove(&key).is_err() => {
                    self.leftovers.insert(key, now.plus(FORGET_AFTER_MS));
                }
                _ => {
                    self.leftovers.remove(&key);
                }
            }
        }
    }

    fn is_leftover(&self, key: &str) -> Option<bool> {
        let value = self.store.get(key).ok()??;
        let generation = match self.keys.read(key)? {
            Kept::Document(document) => read_document(&document, &value, self.migrations).ok()?.generation,
            Kept::Staged(document) => match read_document(&document, &value, self.migrations) {
                Ok(written) => written.generation,
                Err(_) => return Some(true),
            },
            Kept::Intent(_) => read_intent(&value, self.migrations).ok()?.generation,
            _ => return None,
        };
        Some(generation != self.generation())
    }

    fn wait_anew(&mut self, now: Millis) {
        for intent in self.intents.values_mut() {
            intent.forget_at = now.plus(FORGET_AFTER_MS);
            intent.is_covered = false;
            intent.look_at = intent.look_at.map(|_| now.plus(LOOK_AFTER_MS));
        }
        for due in self.unsettled.values_mut() {
            *due = (*due).min(now.plus(LOOK_AFTER_MS));
        }
        for due in self.leftovers.values_mut() {
            *due = now.plus(FORGET_AFTER_MS);
        }
        self.meta.look_at = self.meta.look_at.map(|_| now.plus(LOOK_AFTER_MS));
        self.pad_due = now.plus(LOOK_AFTER_MS);
        self.last_work = self.last_work.min(now);
    }
}
