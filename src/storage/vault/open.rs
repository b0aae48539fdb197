//! Opening a workspace: what the storage holds becomes what this tab holds.

use crate::domain::table::{Set, Table};

use super::super::census::Census;
use super::super::keys::Keys;
use super::super::meta::Meta;
use super::super::migrate::Migrations;
use super::super::names::DocumentKey;
use super::super::problem::Problem;
use super::super::quarantine;
use super::super::stamp::{Millis, Stamp, TabSuffix};
use super::super::store::Store;
use super::super::written::Records;
use super::load::{Damaged, Loaded};
use super::{FORGET_AFTER_MS, HeldMeta, Intent, LOOK_AFTER_MS, Persistence, Status, Stop, Vault};

/// What opening found. What was wrong is in [`Vault::problems`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Nothing of this workspace was there: a first visit, or storage that was cleared.
    pub is_new: bool,
    /// The oldest schema read, when it is older than this build's: offer a backup before the first change.
    pub older_schema: Option<u32>,
}

impl Vault {
    /// Reads a workspace, each of its keys exactly once. Writes nothing but copies of what cannot be read.
    ///
    /// What intents hold and documents lack is written by the first [`Vault::tick`], which is due at once.
    #[must_use]
    pub fn open(
        store: Box<dyn Store>,
        workspace: &str,
        now: Millis,
        suffix: TabSuffix,
        persistence: Persistence,
    ) -> (Self, Opening) {
        let migrations = Migrations::current();
        Self::open_migrating(store, workspace, now, suffix, persistence, migrations)
    }

    /// Opens with other migrations than this build's: for trying out a schema to come.
    #[must_use]
    pub fn open_migrating(
        store: Box<dyn Store>,
        workspace: &str,
        now: Millis,
        suffix: TabSuffix,
        persistence: Persistence,
        migrations: Migrations,
    ) -> (Self, Opening) {
        let mut vault = Self::empty(store, workspace, now, suffix, persistence, migrations);
        let mut opening = Opening { is_new: false, older_schema: None };
        match Loaded::read(vault.store.as_ref(), &vault.keys, migrations) {
            Ok(loaded) => {
                opening.is_new = loaded.is_nothing();
                opening.older_schema = loaded.oldest_schema.filter(|schema| *schema < migrations.schema());
                vault.take_in(loaded, now);
            }
            Err(reason) => vault.problems.push(Problem::Unreachable { key: None, reason }),
        }
        vault.changed.clear();
        vault.count_foreign();
        vault.refresh_status();
        (vault, opening)
    }

    fn empty(
        store: Box<dyn Store>,
        workspace: &str,
        now: Millis,
        suffix: TabSuffix,
        persistence: Persistence,
        migrations: Migrations,
    ) -> Self {
        let meta = Meta::of(Meta::first_generation(now), migrations.schema());
        Self {
            store,
            keys: Keys::of(workspace),
            suffix,
            migrations,
            persistence,
            meta: HeldMeta { text: meta.encode(), meta, is_stored: false, look_at: None },
            documents: Table::new(),
            whole: Set::new(),
            torn: Set::new(),
            untouchable: Set::new(),
            intents: Table::new(),
            last_intent: None,
            unsaved: Table::new(),
            unsettled: Table::new(),
            exposed: Set::new(),
            staged: Set::new(),
            leftovers: Table::new(),
            missed_since: None,
            was_cleared: false,
            expired: Set::new(),
            missing: Table::new(),
            census_is_due: false,
            census_written: Millis(0),
            counted: Set::new(),
            pad_due: now.plus(LOOK_AFTER_MS),
            sizes: Table::new(),
            foreign_units: 0,
            newest_stored: Millis(0),
            last_call: now,
            last_work: Millis(0),
            changed: Set::new(),
            stop: None,
            trouble: None,
            status: Status::Saved,
            problems: Vec::new(),
        }
    }

    /// Takes over everything that was read, as at a start: memory holds nothing yet.
    pub(super) fn take_in(&mut self, loaded: Loaded, now: Millis) {
        self.take_meta(&loaded, now);
        self.check_census(&loaded);
        let Loaded {
            documents,
            staged,
            intents,
            damaged_documents,
            damaged_intents,
            leftovers,
            sizes,
            newest,
            problems,
            ..
        } = loaded;
        self.sizes = sizes;
        self.newest_stored = newest;
        self.problems.extend(problems);
        for leftover in leftovers {
            // Not at once: a tab may be in the middle of replacing the workspace.
            self.leftovers.insert(leftover, now.plus(FORGET_AFTER_MS));
        }
        self.whole.extend(documents.keys().cloned());
        self.documents = documents;
        for (key, damage) in damaged_documents {
            let copy = self.put_aside(&damage);
            self.untouchable.insert(key.clone());
            self.problems.push(Problem::UnreadableDocument { document: key, reason: damage.reason, copy });
        }
        for (intent, damage) in damaged_intents {
            let copy = self.put_aside(&damage);
            self.problems.push(Problem::UnreadableIntent { intent, reason: damage.reason, copy });
        }
        for (key, document) in staged {
            self.untouchable.remove(&key);
            self.whole.insert(key.clone());
            self.documents.get_or_default(key.clone()).merge(document);
            self.unsettled.insert(key.clone(), now);
            self.staged.insert(key);
        }
        for (stamp, records) in intents {
            for key in self.take_intent(stamp, records, now) {
                self.unsettled.insert(key, now);
            }
        }
        self.purge(now);
    }

    /// Merges the records of an intent that lies in the storage, and keeps it in mind until it is forgotten. Returns the
    /// documents that lacked some of them.
    pub(super) fn take_intent(&mut self, stamp: Stamp, records: Records, now: Millis) -> Vec<DocumentKey> {
        let lacking: Vec<DocumentKey> = records
            .iter()
            .filter(|(key, document)| self.merge_in(key, (*document).clone()))
            .map(|(key, _)| key.clone())
            .collect();
        if stamp.suffix() == self.suffix {
            self.last_intent = self.last_intent.max(Some(stamp));
        }
        self.intents.get_or_insert_with(stamp, || Intent {
            records,
            text: None,
            look_at: None,
            forget_at: now.plus(FORGET_AFTER_MS),
            is_covered: false,
        });
        lacking
    }

    /// Drops from memory what the trash no longer keeps. Documents that go whole are removed from the storage by a tick.
    pub(super) fn purge(&mut self, now: Millis) {
        let horizon = self.horizon(now);
        let mut gone = Vec::new();
        for (key, document) in self.documents.iter_mut() {
            if document.is_expired(horizon) {
                gone.push(key.clone());
            } else if document.purge(horizon) {
                self.changed.insert(key.clone());
            }
        }
        for key in gone {
            self.documents.remove(&key);
            self.unsettled.remove(&key);
            self.changed.insert(key.clone());
            self.expired.insert(key);
        }
    }

    /// Copies an unreadable value aside; `None` when there is no room for it.
    pub(super) fn put_aside(&mut self, damage: &Damaged) -> Option<String> {
        let kept = quarantine::keep(self.store.as_ref(), &self.keys, &damage.key, &damage.value);
        let copy = kept.ok()?;
        quarantine::note(self.store.as_ref(), &copy, &damage.key, &damage.reason, self.last_call);
        let units = copy.len() + damage.value.units();
        self.sizes.insert(copy.clone(), units);
        Some(copy)
    }

    pub(super) fn count_foreign(&mut self) {
        if let Ok(units) = self.store.foreign_units(self.keys.prefix()) {
            self.foreign_units = units;
        }
    }

    fn take_meta(&mut self, loaded: &Loaded, now: Millis) {
        let first = Meta::first_generation(now);
        let generation = loaded.generation.unwrap_or(first);
        match &loaded.meta {
            Some((meta, text)) => {
                self.meta.is_stored = true;
                self.meta.meta = meta.clone();
                self.meta.text.clone_from(text);
                if meta.is_beyond_us() {
                    self.stop = Some(Stop::ReadOnly { min_writer: meta.min_writer });
                }
                if meta.generation != generation {
                    self.meta.meta.generation = generation;
                    self.meta.text = self.meta.meta.encode();
                }
            }
            None => {
                self.meta.meta = Meta::of(generation, self.migrations.schema());
                self.meta.text = self.meta.meta.encode();
                self.meta.is_stored = loaded.generation.is_some();
            }
        }
        if let Some(damage) = &loaded.meta_damage {
            let copy = self.put_aside(damage);
            self.problems.push(Problem::UnreadableMeta { reason: Some(damage.reason.clone()), copy });
        } else if loaded.meta.is_none() && loaded.generation.is_some() {
            self.problems.push(Problem::UnreadableMeta { reason: None, copy: None });
        }
    }

    fn check_census(&mut self, loaded: &Loaded) {
        if let Some(damage) = &loaded.census_damage {
            let copy = self.put_aside(damage);
            self.census_is_due = true;
            self.problems.push(Problem::UnreadableCensus { reason: damage.reason.clone(), copy });
        }
        let generation = self.generation();
        let keys = loaded.documents.keys().chain(loaded.staged.keys());
        let found = Census::of(generation, keys.chain(loaded.damaged_documents.keys()));
        let is_young = |key: &&DocumentKey| {
            let mut intents = loaded.intents.values();
            intents.any(|records| records.contains_key(*key))
        };
        let keys = loaded.documents.keys().chain(loaded.staged.keys());
        let keys = keys.chain(loaded.damaged_documents.keys());
        let is_current = loaded.census.as_ref() == Some(&found);
        self.counted = keys.filter(|key| is_current || !is_young(key)).cloned().collect();
        match &loaded.census {
            Some(census) if census.generation == generation => {
                let missing = census.missing_from(&found);
                self.census_is_due |= missing.is_empty() && *census != found;
                if !missing.is_empty() {
                    self.missing.clone_from(&missing);
                    self.problems.push(Problem::MissingDocuments { kinds: missing });
                }
            }
            _ => self.census_is_due |= !found.kinds.is_empty(),
        }
    }
}

impl Loaded {
    /// Whether there is no trace of a workspace.
    pub(super) fn is_nothing(&self) -> bool {
        self.generation.is_none()
            && self.meta_damage.is_none()
            && self.damaged_documents.is_empty()
            && self.damaged_intents.is_empty()
    }
}
