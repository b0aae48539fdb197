//! A new life for the workspace: erased, or replaced by other documents. All or nothing.
//!
//! The new documents are staged under keys of their own, one write of meta puts them in force, and only then do they move
//! and the old ones go. Whatever moment the tab dies in, the next start finds the old life whole or the new one.

use crate::domain::table::{Set, Table};

use super::super::document::Document;
use super::super::keys::Kept;
use super::super::meta::Meta;
use super::super::names::DocumentKey;
use super::super::problem::Problem;
use super::super::stamp::{Millis, Stamp};
use super::super::store::{StoreError, units_of};
use super::super::written::write_document;
use super::{NoRoom, Vault};

/// Why the workspace was not replaced. It is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReplaceError {
    /// This tab may not write.
    #[error("This tab may not change the workspace any more: reload the page first")]
    Stopped,
    /// Old and new do not fit beside each other.
    #[error("The old and the new data must fit beside each other for a moment. {0}")]
    NoRoom(NoRoom),
    /// The storage failed.
    #[error("Nothing was changed: {0}")]
    Store(#[from] StoreError),
}

impl Vault {
    /// Erases the workspace. Other tabs notice and stop writing.
    ///
    /// # Errors
    /// When this tab may not write or the storage refuses; then nothing has changed.
    pub fn erase(&mut self, now: Millis) -> Result<(), ReplaceError> {
        self.replace(Table::new(), now)
    }

    /// Puts other documents in place of all there are. What is unsaved is given up with them.
    ///
    /// # Errors
    /// When this tab may not write, the storage refuses, or old and new do not fit beside each other; then nothing has
    /// changed.
    pub fn replace(
        &mut self,
        documents: Table<DocumentKey, Document>,
        now: Millis,
    ) -> Result<(), ReplaceError> {
        self.pass_time(now);
        let result = self.replaced(documents, now);
        self.refresh_status();
        result
    }

    fn replaced(
        &mut self,
        documents: Table<DocumentKey, Document>,
        now: Millis,
    ) -> Result<(), ReplaceError> {
        if !self.may_write()? {
            return Err(ReplaceError::Stopped);
        }
        let schema = self.migrations.schema();
        let generation = Stamp::next(now, Some(&self.generation()), self.suffix);
        if let Err(error) = self.stage(&documents, generation) {
            self.unstage_all(documents.keys());
            return Err(error);
        }
        let old_meta = (self.meta.meta.clone(), self.meta.text.clone());
        self.meta.meta = Meta::of(generation, schema);
        self.meta.text = self.meta.meta.encode();
        if let Err(error) = self.write_meta() {
            (self.meta.meta, self.meta.text) = old_meta;
            let _ = self.write_meta();
            self.unstage_all(documents.keys());
            return Err(error.into());
        }
        self.begin_anew(documents, now);
        Ok(())
    }

    fn stage(
        &mut self,
        documents: &Table<DocumentKey, Document>,
        generation: Stamp,
    ) -> Result<(), ReplaceError> {
        let schema = self.migrations.schema();
        for (key, document) in documents {
            let text = write_document(document, generation, schema);
            let staged_key = self.keys.staged(key);
            match self.write(&staged_key, &text) {
                Ok(()) => {}
                Err(StoreError::Full) => {
                    return Err(ReplaceError::NoRoom(self.no_room(documents, generation)));
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    fn no_room(&self, documents: &Table<DocumentKey, Document>, generation: Stamp) -> NoRoom {
        let schema = self.migrations.schema();
        let size = |(key, document): (&DocumentKey, &Document)| {
            units_of(&self.keys.staged(key))
                + units_of(&write_document(document, generation, schema))
        };
        let staged_units: usize = documents
            .keys()
            .filter_map(|key| self.sizes.get(&self.keys.staged(key)))
            .sum();
        NoRoom {
            needed_units: documents.iter().map(size).sum(),
            free_units: self.usage().free_units() + staged_units,
        }
    }

    fn unstage_all<'a>(&mut self, keys: impl Iterator<Item = &'a DocumentKey>) {
        for key in keys {
            if !self.staged.contains(key) {
                let _ = self.remove(&self.keys.staged(key));
            }
        }
    }

    /// The new life is in force: memory follows, the old documents go, the new ones move under their own keys.
    fn begin_anew(&mut self, documents: Table<DocumentKey, Document>, now: Millis) {
        self.intents.clear();
        self.unsaved.clear();
        self.exposed.clear();
        self.untouchable.clear();
        self.expired.clear();
        self.missing.clear();
        self.problems
            .retain(|problem| matches!(problem, Problem::Unreachable { .. }));
        self.whole = documents.keys().cloned().collect();
        self.staged = documents.keys().cloned().collect();
        self.unsettled = documents.keys().map(|key| (key.clone(), now)).collect();
        let before = std::mem::replace(&mut self.documents, documents);
        self.changed.extend(before.into_keys());
        self.changed.extend(self.documents.keys().cloned());
        self.remove_old_life(now);
        self.settle_due(now);
        self.counted.clear();
        self.write_census(now);
    }

    fn remove_old_life(&mut self, now: Millis) {
        let kept: Set<String> = self
            .documents
            .keys()
            .map(|key| self.keys.document(key))
            .collect();
        let Ok(all) = self.store.keys() else {
            return;
        };
        for key in all {
            let is_old = match self.keys.read(&key) {
                Some(Kept::Document(_)) => !kept.contains(&key),
                Some(Kept::Staged(document)) => !self.staged.contains(&document),
                Some(Kept::Intent(_) | Kept::Quarantined | Kept::Census) => true,
                Some(Kept::Meta | Kept::Pad | Kept::Unknown) | None => false,
            };
            if is_old && self.remove(&key).is_err() {
                self.leftovers.insert(key, now);
            }
        }
    }
}
