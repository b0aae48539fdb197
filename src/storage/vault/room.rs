//! Room: what fits, and the reserve.

use super::super::document::Record;
use super::super::keys::Kept;
use super::super::reserve::pad_units;
use super::super::stamp::{Millis, Stamp};
use super::super::store::units_of;
use super::super::written::{Records, write_document, write_intent};
use super::{Change, FORGET_AFTER_MS, Persistence, Vault};

/// What was refused before it began, because it would not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "This needs about {needed_units} characters of storage, but only {free_units} are free: make it smaller, or empty the trash first"
)]
pub struct NoRoom {
    /// About how much it needs, in UTF-16 units.
    pub needed_units: usize,
    /// How much is left, the reserve included, in UTF-16 units.
    pub free_units: usize,
}

impl Vault {
    /// Whether these changes fit, by the figures of [`Vault::usage`].
    ///
    /// # Errors
    /// When they need more than is free. Nothing is read or written.
    pub fn room_for(&self, changes: &[Change]) -> Result<(), NoRoom> {
        let mut records = Records::new();
        for change in changes {
            let held = self.record(&change.document, &change.path);
            let record = Record {
                at: Stamp::next(self.last_call, held.map(|record| &record.at), self.suffix),
                deleted: change.value.is_none(),
                value: match &change.value {
                    Some(value) => Some(value.clone()),
                    None => held.and_then(|record| record.value.clone()),
                },
            };
            let document = records.get_or_default(change.document.clone());
            document.put(change.path.clone(), record);
        }
        self.room_for_records(&records)
    }

    /// Whether these records fit, as [`Vault::room_for`].
    ///
    /// # Errors
    /// When they need more than is free. Nothing is read or written.
    pub fn room_for_records(&self, records: &Records) -> Result<(), NoRoom> {
        let schema = self.migrations.schema();
        let intent = write_intent(records, self.generation(), schema);
        let mut needed_units = units_of(&intent) + self.keys.prefix().len() + 16;
        for (key, changed) in records {
            let mut document = self.documents.get(key).cloned().unwrap_or_default();
            document.merge(changed.clone());
            let text = write_document(&document, self.generation(), schema);
            let stored_key = self.keys.document(key);
            let grown = units_of(&text) + units_of(&stored_key);
            let held = self.sizes.get(&stored_key).copied().unwrap_or(0);
            needed_units += grown.saturating_sub(held);
        }
        let free_units = self.usage().free_units();
        if needed_units > free_units {
            return Err(NoRoom { needed_units, free_units });
        }
        Ok(())
    }

    /// Gives the reserve up. Returns whether there was one.
    pub(super) fn give_up_pad(&mut self) -> bool {
        let key = self.keys.pad();
        let was_there = matches!(self.store.get(&key), Ok(Some(_)));
        self.pad_due = self.last_call.plus(FORGET_AFTER_MS);
        was_there && self.remove(&key).is_ok()
    }

    /// The size of the reserve to write, when the one there is absent or too small.
    pub(super) fn wanted_pad(&self) -> Option<usize> {
        if self.persistence == Persistence::MemoryOnly {
            return None;
        }
        let is_document = |key: &str| matches!(self.keys.read(key), Some(Kept::Document(_)));
        let largest = self.sizes.iter().filter(|(key, _)| is_document(key)).map(|(_, units)| *units).max();
        let wanted = pad_units(largest?);
        let held = self.sizes.get(&self.keys.pad()).copied().unwrap_or(0);
        (held < wanted).then_some(wanted)
    }

    /// Writes the reserve when there is none or a larger one is needed, and room for it twice over.
    pub(super) fn rebuild_pad(&mut self, now: Millis) {
        if self.pad_due > now || !self.unsaved.is_empty() || !self.exposed.is_empty() {
            return;
        }
        let Some(wanted) = self.wanted_pad() else {
            return;
        };
        self.pad_due = now.plus(FORGET_AFTER_MS);
        if self.usage().free_units() < wanted.saturating_mul(2) {
            return;
        }
        let key = self.keys.pad();
        if self.store.set(&key, &"0".repeat(wanted)).is_ok() {
            self.sizes.insert(key, wanted + self.keys.pad().len());
        }
    }
}
