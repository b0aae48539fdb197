//! Reading everything: each of our keys exactly once, in one go. Nothing is written here.

use crate::domain::order::sorted_by;
use crate::domain::table::{Set, Table};

use super::super::census::Census;
use super::super::document::Document;
use super::super::keys::{Kept, Keys};
use super::super::meta::Meta;
use super::super::migrate::Migrations;
use super::super::names::DocumentKey;
use super::super::problem::Problem;
use super::super::stamp::{Millis, Stamp};
use super::super::store::{Store, StoreError, StoredText, units_of};
use super::super::written::{ReadError, Records, Written, read_document, read_intent};

/// What the storage holds, sorted by whether it belongs to the generation in force.
#[derive(Default)]
pub(super) struct Loaded {
    pub meta: Option<(Meta, String)>,
    pub meta_damage: Option<Damaged>,
    pub generation: Option<Stamp>,
    pub documents: Table<DocumentKey, Document>,
    pub staged: Table<DocumentKey, Document>,
    pub intents: Table<Stamp, Records>,
    pub census: Option<Census>,
    pub census_damage: Option<Damaged>,
    pub damaged_documents: Table<DocumentKey, Damaged>,
    pub damaged_intents: Table<Stamp, Damaged>,
    pub leftovers: Set<String>,
    pub sizes: Table<String, usize>,
    pub newest: Millis,
    pub oldest_schema: Option<u32>,
    pub problems: Vec<Problem>,
}

/// A value that could not be read, and where it lies.
#[derive(Clone)]
pub(super) struct Damaged {
    pub key: String,
    pub value: StoredText,
    pub reason: ReadError,
}

#[derive(Default)]
struct Raw {
    documents: Vec<(DocumentKey, String, Written<Document>)>,
    staged: Vec<(DocumentKey, String, Written<Document>)>,
    intents: Vec<(Stamp, String, Written<Records>)>,
}

impl Loaded {
    /// Reads the workspace. The list of keys itself may fail; a single key that fails becomes a problem.
    pub fn read(
        store: &dyn Store,
        keys: &Keys,
        migrations: Migrations,
    ) -> Result<Self, StoreError> {
        let mut loaded = Self::default();
        let mut raw = Raw::default();
        // In order, so that each document is put behind the one before it.
        for key in sorted_by(store.keys()?, Ord::cmp) {
            let Some(kept) = keys.read(&key) else {
                continue;
            };
            match store.get(&key) {
                Ok(Some(value)) => {
                    let units = units_of(&key) + value.units();
                    loaded.sizes.insert(key.clone(), units);
                    loaded.sort_in(&mut raw, kept, key, value, migrations);
                }
                // Another tab removed it since the keys were listed.
                Ok(None) => {}
                Err(reason) => {
                    // What cannot be reached may still be there: never written over.
                    loaded.problems.push(Problem::Unreachable {
                        key: Some(key),
                        reason,
                    });
                }
            }
        }
        loaded.decide_generation(&raw);
        loaded.keep_current(raw);
        Ok(loaded)
    }

    fn sort_in(
        &mut self,
        raw: &mut Raw,
        kept: Kept,
        key: String,
        value: StoredText,
        migrations: Migrations,
    ) {
        let damaged = |reason, key, value| Damaged { key, value, reason };
        match kept {
            Kept::Meta => match Meta::decode(&value) {
                Ok(meta) => self.meta = Some((meta, value.lossy())),
                Err(reason) => self.meta_damage = Some(damaged(reason, key, value)),
            },
            Kept::Census => match Census::decode(&value) {
                Ok(census) => self.census = Some(census),
                Err(reason) => self.census_damage = Some(damaged(reason, key, value)),
            },
            Kept::Document(document) => match read_document(&document, &value, migrations) {
                Ok(written) => raw.documents.push((document, key, written)),
                Err(reason) => {
                    let damage = damaged(reason, key, value);
                    self.damaged_documents.insert(document, damage);
                }
            },
            Kept::Staged(document) => match read_document(&document, &value, migrations) {
                Ok(written) => raw.staged.push((document, key, written)),
                // A staged document that cannot be read is one whose writing was cut off.
                Err(_) => {
                    self.leftovers.insert(key);
                }
            },
            Kept::Intent(stamp) => match read_intent(&value, migrations) {
                Ok(written) => raw.intents.push((stamp, key, written)),
                Err(reason) => {
                    let damage = damaged(reason, key, value);
                    self.damaged_intents.insert(stamp, damage);
                }
            },
            Kept::Pad | Kept::Quarantined | Kept::Unknown => {}
        }
    }

    /// Meta says which life is in force. Documents of a later life mean that meta is stale: it is written before they are.
    fn decide_generation(&mut self, raw: &Raw) {
        let documents = raw.documents.iter().map(|(_, _, read)| read.generation);
        let intents = raw.intents.iter().map(|(_, _, read)| read.generation);
        let in_meta = self.meta.as_ref().map(|(meta, _)| meta.generation);
        let staged = || raw.staged.iter().map(|(_, _, read)| read.generation).max();
        self.generation = documents
            .chain(intents)
            .chain(in_meta)
            .max()
            .or_else(staged);
    }

    fn keep_current(&mut self, raw: Raw) {
        for (key, stored_key, written) in raw.documents {
            if self.is_current(stored_key, &written) {
                self.report(&key, &written);
                self.documents.insert(key, written.content);
            }
        }
        for (key, stored_key, written) in raw.staged {
            if self.is_current(stored_key, &written) {
                self.staged.insert(key, written.content);
            }
        }
        for (stamp, stored_key, written) in raw.intents {
            if self.is_current(stored_key, &written) {
                self.report_failed(&written);
                self.intents.insert(stamp, written.content);
            }
        }
        let all = self.documents.values().chain(self.staged.values());
        let all = all.chain(self.intents.values().flat_map(Table::values));
        self.newest = all.filter_map(Document::newest).max().unwrap_or_default();
    }

    fn is_current<T>(&mut self, stored_key: String, written: &Written<T>) -> bool {
        if Some(written.generation) == self.generation {
            let oldest = self.oldest_schema.unwrap_or(written.schema);
            self.oldest_schema = Some(oldest.min(written.schema));
            return true;
        }
        self.leftovers.insert(stored_key);
        false
    }

    fn report(&mut self, key: &DocumentKey, written: &Written<Document>) {
        self.report_failed(written);
        for path in written.content.unreadable.keys() {
            self.problems.push(Problem::UnreadableRecord {
                document: key.clone(),
                path: path.clone(),
            });
        }
    }

    fn report_failed<T>(&mut self, written: &Written<T>) {
        for (document, failed) in &written.failed {
            self.problems.push(Problem::FailedMigration {
                document: document.clone(),
                path: failed.path.clone(),
                reason: failed.reason.clone(),
            });
        }
    }
}
