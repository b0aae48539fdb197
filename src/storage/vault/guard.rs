//! Before every write: is this still our workspace, and may this build write it?

use super::super::keys::Kept;
use super::super::meta::Meta;
use super::super::problem::Problem;
use super::super::store::{StoreError, StoredText, units_of};
use super::super::written::read_document;
use super::load::{Damaged, Loaded};
use super::{LOOK_AFTER_MS, Stop, Vault};

impl Vault {
    /// Reads meta. `Ok(true)` when the workspace is ours to write; otherwise the vault has stopped and says why.
    pub(super) fn may_write(&mut self) -> Result<bool, StoreError> {
        if self.stop.is_some() {
            return Ok(false);
        }
        match self.store.get(&self.keys.meta())? {
            Some(StoredText::Text(text)) if text == self.meta.text => {
                self.meta.is_stored = true;
                self.missed_since = None;
                self.was_cleared = false;
                Ok(true)
            }
            Some(value) => self.meet_other_meta(value),
            None => self.meet_no_meta(),
        }
    }

    fn meet_other_meta(&mut self, value: StoredText) -> Result<bool, StoreError> {
        let meta = match Meta::decode(&value) {
            Ok(meta) => meta,
            Err(reason) => {
                let key = self.keys.meta();
                let damage = Damaged { key, value, reason };
                let copy = self.put_aside(&damage);
                let reason = Some(damage.reason);
                self.report(Problem::UnreadableMeta { reason, copy });
                return self.write_meta();
            }
        };
        let ours = self.generation();
        if meta.is_beyond_us() {
            self.stop = Some(Stop::ReadOnly { min_writer: meta.min_writer });
            return Ok(false);
        }
        let is_lower = meta.generation < ours;
        let was_taken_back = is_lower && self.meta.look_at.is_some();
        // A tab that holds nothing has nothing to lose: it joins whatever life there is.
        let joins = self.documents.is_empty() && !was_taken_back;
        if joins || !self.meta.is_stored || meta.generation == ours {
            self.meta.text = value.lossy();
            self.meta.meta = meta;
            self.meta.is_stored = true;
            return Ok(true);
        }
        // A lower generation comes of a write that was taken back, unless our documents went with it.
        if was_taken_back || (is_lower && self.lives_in_storage()?) {
            return self.write_meta();
        }
        self.stop = Some(Stop::Superseded);
        Ok(false)
    }

    fn meet_no_meta(&mut self) -> Result<bool, StoreError> {
        let has_stood = self.meta.is_stored && self.meta.look_at.is_none();
        if has_stood && self.held_content() && !self.has_any_content()? {
            // One late read is no proof: without an event that says so, it has to be missing twice.
            let since = *self.missed_since.get_or_insert(self.last_call);
            if self.was_cleared || self.last_call.since(since) >= LOOK_AFTER_MS {
                self.stop = Some(Stop::Emptied);
                return Ok(false);
            }
            return Err(StoreError::Failed(
                "nothing of this workspace is to be found there right now".to_owned(),
            ));
        }
        self.missed_since = None;
        self.was_cleared = false;
        if self.has_any_content()? {
            // Only meta is gone: the documents say which life this is, and it need not be the one this tab began with.
            let loaded = Loaded::read(self.store.as_ref(), &self.keys, self.migrations)?;
            let found = loaded.generation.unwrap_or(self.generation());
            if found > self.generation() && self.meta.is_stored && !self.documents.is_empty() {
                self.stop = Some(Stop::Superseded);
                return Ok(false);
            }
            if found > self.generation() || !self.meta.is_stored {
                self.meta.meta = Meta::of(found, self.migrations.schema());
                self.meta.text = self.meta.meta.encode();
            }
        }
        self.write_meta()
    }

    /// Whether documents or intents were stored, as far as this tab knows.
    fn held_content(&self) -> bool {
        self.sizes.keys().any(|key| self.is_content(key))
    }

    fn has_any_content(&self) -> Result<bool, StoreError> {
        Ok(self.store.keys()?.iter().any(|key| self.is_content(key)))
    }

    fn is_content(&self, key: &str) -> bool {
        matches!(self.keys.read(key), Some(Kept::Document(_) | Kept::Staged(_) | Kept::Intent(_)))
    }

    fn lives_in_storage(&self) -> Result<bool, StoreError> {
        for key in self.documents.keys() {
            let stored = self.store.get(&self.keys.document(key))?;
            let read = stored.and_then(|value| read_document(key, &value, self.migrations).ok());
            if read.is_some_and(|written| written.generation == self.generation()) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    pub(super) fn write_meta(&mut self) -> Result<bool, StoreError> {
        let text = self.meta.text.clone();
        self.write(&self.keys.meta(), &text)?;
        self.meta.is_stored = true;
        self.meta.look_at = Some(self.last_call.plus(LOOK_AFTER_MS));
        Ok(true)
    }

    /// Sets a key and reads it back. When the storage is full the reserve is given up and it is tried again; when
    /// something else came to lie there, too.
    pub(super) fn write(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        let mut result = self.write_once(key, value);
        if result == Err(StoreError::Full) && !self.give_up_pad() {
            return result;
        }
        if result.is_err() {
            result = self.write_once(key, value);
        }
        if result.is_ok() {
            let units = units_of(key) + units_of(value);
            self.sizes.insert(key.to_owned(), units);
        }
        result
    }

    fn write_once(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.store.set(key, value)?;
        match self.store.get(key)? {
            Some(StoredText::Text(text)) if text == value => Ok(()),
            _ => Err(StoreError::Failed("what was written is not what is there".to_owned())),
        }
    }

    /// Adds a problem to the list, once.
    pub(super) fn report(&mut self, problem: Problem) {
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    pub(super) fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        self.store.remove(key)?;
        self.sizes.remove(key);
        Ok(())
    }
}
