//! Forgetting intents: only after their records were seen in the stored documents, twice.

use crate::domain::table::Table;

use super::super::document::Document;
use super::super::names::DocumentKey;
use super::super::stamp::{Millis, Stamp};
use super::super::store::StoreError;
use super::settle::Found;
use super::{FORGET_AFTER_MS, LOOK_AFTER_MS, RETRY_AFTER_MS, Vault};

/// Documents as they were just read.
pub(super) type Looks = Table<DocumentKey, Result<Found, StoreError>>;

impl Vault {
    /// Removes intents that are no longer needed.
    ///
    /// An intent goes when this tab has known it for 60 s and two fresh looks at the documents, 1.5 s apart, both found
    /// every record of it. Two, because what one look sees may be about to be taken back, or may be stale. Any tab may do
    /// this for any intent. Where a record is lacking, the document is written first and the looks begin anew.
    pub(super) fn forget(&mut self, now: Millis) {
        let due: Vec<Stamp> = self
            .intents
            .iter()
            .filter(|(_, intent)| intent.forget_at <= now)
            .map(|(stamp, _)| *stamp)
            .collect();
        let mut looks = Looks::new();
        for stamp in due {
            if !self.is_stored(&stamp, &mut looks) {
                self.settle_intent(&stamp, now);
                looks.clear();
                continue;
            }
            let Some(intent) = self.intents.get_mut(&stamp) else {
                continue;
            };
            if !intent.is_covered {
                intent.is_covered = true;
                intent.forget_at = now.plus(LOOK_AFTER_MS);
                continue;
            }
            if self.remove(&self.keys.intent(&stamp)).is_ok() {
                self.drop_intent(&stamp);
            }
        }
    }

    /// Whether every record of an intent was seen in the stored documents, each read at most once for these looks.
    pub(super) fn is_stored(&self, stamp: &Stamp, looks: &mut Looks) -> bool {
        let Some(intent) = self.intents.get(stamp) else {
            return false;
        };
        let horizon = self.horizon(self.last_call);
        intent.records.iter().all(|(key, records)| {
            let look = looks.get_or_insert_with(key.clone(), || self.find(key));
            let is_covered = match look {
                Ok(Found::Document(stored)) => stored.covers(records, horizon),
                Ok(Found::Nothing) => Document::default().covers(records, horizon),
                Ok(Found::Damaged(_) | Found::Later) | Err(_) => false,
            };
            is_covered || self.expired.contains(key)
        })
    }

    /// Puts an intent out of mind that lies in the storage no more.
    pub(super) fn drop_intent(&mut self, stamp: &Stamp) {
        if let Some(intent) = self.intents.remove(stamp) {
            self.count_later(intent.records.keys());
        }
    }

    fn settle_intent(&mut self, stamp: &Stamp, now: Millis) {
        let Some(intent) = self.intents.get_mut(stamp) else {
            return;
        };
        let documents: Vec<_> = intent.records.keys().cloned().collect();
        let is_stuck = documents.iter().any(|key| self.untouchable.contains(key));
        let wait_ms = if is_stuck {
            FORGET_AFTER_MS
        } else {
            RETRY_AFTER_MS
        };
        intent.is_covered = false;
        intent.forget_at = now.plus(wait_ms);
        for key in documents {
            self.settle(&key, now);
        }
    }
}
