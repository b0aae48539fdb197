//! Bringing one stored document up to what memory holds: read, merge, write, read back, and look again later.

use super::super::document::Document;
use super::super::names::DocumentKey;
use super::super::problem::Problem;
use super::super::stamp::Millis;
use super::super::store::StoreError;
use super::super::written::{ReadError, read_document, write_document};
use super::load::Damaged;
use super::{LOOK_AFTER_MS, RETRY_AFTER_MS, Stop, Vault};

/// What lies in the storage under a document's key.
#[derive(Clone)]
pub(super) enum Found {
    /// Nothing, or a document of an earlier life.
    Nothing,
    /// The document.
    Document(Document),
    /// Something that cannot be read.
    Damaged(Damaged),
    /// A document of a later life.
    Later,
}

impl Vault {
    /// Reads the stored document afresh.
    pub(super) fn find(&self, key: &DocumentKey) -> Result<Found, StoreError> {
        let stored_key = self.keys.document(key);
        let Some(value) = self.store.get(&stored_key)? else {
            return Ok(Found::Nothing);
        };
        let ours = self.generation();
        Ok(match read_document(key, &value, self.migrations) {
            Ok(written) if written.generation == ours => Found::Document(written.content),
            Ok(written) if written.generation < ours => Found::Nothing,
            Ok(_) => Found::Later,
            Err(reason) => Found::Damaged(Damaged {
                key: stored_key,
                value,
                reason,
            }),
        })
    }

    /// Makes the stored document hold everything that memory holds, except what no intent holds yet.
    ///
    /// What the storage has and memory lacks is merged into memory. A write is looked at again after 1.5 s, a failure
    /// tried again after 5 s.
    pub(super) fn settle(&mut self, key: &DocumentKey, now: Millis) {
        match self.settled(key, now) {
            Ok(true) => {
                self.unsettled.insert(key.clone(), now.plus(LOOK_AFTER_MS));
                self.exposed.remove(key);
            }
            Ok(false) => {
                self.unsettled.remove(key);
                self.exposed.remove(key);
            }
            Err(error) => {
                self.unsettled.insert(key.clone(), now.plus(RETRY_AFTER_MS));
                let is_announced =
                    |records: &super::super::written::Records| records.contains_key(key);
                if !self
                    .intents
                    .values()
                    .any(|intent| is_announced(&intent.records))
                {
                    self.trouble = Some(error.to_string());
                    self.exposed.insert(key.clone());
                }
            }
        }
    }

    /// `Ok(true)` when it had to be written.
    fn settled(&mut self, key: &DocumentKey, now: Millis) -> Result<bool, StoreError> {
        let horizon = self.horizon(now);
        let stored = match self.find(key)? {
            Found::Document(document) => {
                self.untouchable.remove(key);
                self.whole.insert(key.clone());
                Some(document)
            }
            Found::Nothing => {
                self.untouchable.remove(key);
                self.whole.insert(key.clone());
                None
            }
            Found::Later => {
                self.stop = Some(Stop::Superseded);
                return Ok(false);
            }
            Found::Damaged(damage) if self.may_heal(key, &damage) => {
                if !self.torn.contains(key) && self.put_aside(&damage).is_none() {
                    return Err(StoreError::Full);
                }
                None
            }
            Found::Damaged(damage) => {
                self.leave_alone(key, damage);
                return Ok(false);
            }
        };
        let announced = self.announced(key);
        if announced.is_expired(horizon) {
            return Ok(false);
        }
        let is_covered = match &stored {
            Some(stored) => stored.covers(&announced, horizon),
            None => announced.is_empty(),
        };
        let lacking = (!is_covered).then(|| {
            let mut document = announced.into_owned();
            document.merge(stored.clone().unwrap_or_default());
            document.purge(horizon);
            document
        });
        if let Some(stored) = stored {
            self.merge_in(key, stored);
            if let Some(held) = self.documents.get_mut(key) {
                held.purge(horizon);
            }
        }
        let Some(document) = lacking else {
            self.unstage(key);
            return Ok(false);
        };
        let stored_key = self.keys.document(key);
        let text = write_document(&document, self.generation(), self.migrations.schema());
        if let Err(error) = self.write(&stored_key, &text) {
            if error != StoreError::Full {
                self.torn.insert(key.clone());
            }
            return Err(error);
        }
        self.torn.remove(key);
        Ok(true)
    }

    /// Whether memory holds everything a damaged document held: this session has read or written it whole.
    fn may_heal(&self, key: &DocumentKey, damage: &Damaged) -> bool {
        !matches!(damage.reason, ReadError::Newer(_))
            && !self.untouchable.contains(key)
            && self.whole.contains(key)
    }

    fn leave_alone(&mut self, key: &DocumentKey, damage: Damaged) {
        if self.untouchable.insert(key.clone()) {
            let copy = self.put_aside(&damage);
            self.problems.push(Problem::UnreadableDocument {
                document: key.clone(),
                reason: damage.reason,
                copy,
            });
        }
    }

    /// Once the document lies under its own key, the staged one goes.
    fn unstage(&mut self, key: &DocumentKey) {
        if self.staged.contains(key) && self.remove(&self.keys.staged(key)).is_ok() {
            self.staged.remove(key);
        }
    }
}
