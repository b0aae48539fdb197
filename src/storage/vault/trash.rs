//! The trash: deleted records with their values, until they are emptied or 30 days have passed.

use super::super::document::Record;
use super::super::names::{DocumentKey, RecordPath};
use super::super::stamp::{Millis, Stamp};
use super::super::store::units_of;
use super::super::written::write_document;
use super::{Outcome, Vault, WrittenRecord};

impl Vault {
    /// Deleted records that still have their value. Of a deleted document this is its lifecycle record; whatever else was
    /// in it is still in it.
    pub fn trash(&self) -> impl Iterator<Item = (&DocumentKey, &RecordPath, &Record)> {
        self.documents.iter().flat_map(|(key, document)| {
            document
                .records
                .iter()
                .filter(|(_, record)| record.deleted && record.value.is_some())
                .map(move |(path, record)| (key, path, record))
        })
    }

    /// Empties the trash: every deleted record, and every record of a deleted document, loses its value for good.
    ///
    /// What remains is a mark with a new stamp, so that no other tab and no old backup brings the value back; the mark
    /// goes after 30 days. Works in a storage without a single free unit, since documents only shrink.
    pub fn empty_trash(&mut self, now: Millis) -> Outcome {
        self.pass_time(now);
        let mut written = Vec::new();
        for (key, document) in &self.documents {
            let whole = document.is_deleted();
            for (path, record) in &document.records {
                if (whole || record.deleted) && record.value.is_some() {
                    written.push(WrittenRecord {
                        document: key.clone(),
                        path: path.clone(),
                        before: Some(record.clone()),
                        after: Record {
                            at: Stamp::next(now, Some(&record.at), self.suffix),
                            deleted: true,
                            value: None,
                        },
                    });
                }
            }
        }
        for record in &written {
            self.keep(record);
        }
        if !written.is_empty() && !self.save(now) {
            self.shrink(&written, now);
            self.save(now);
        }
        self.refresh_status();
        Outcome { written, changed: self.take_changed() }
    }

    /// Writes emptied documents without announcing them: half of an emptied trash is no harm, and there is no room.
    fn shrink(&mut self, written: &[WrittenRecord], now: Millis) {
        if self.stop.is_some() {
            return;
        }
        for record in written {
            let place = (record.document.clone(), record.path.clone());
            self.unsaved.remove(&place);
        }
        let mut keys: Vec<&DocumentKey> = written.iter().map(|record| &record.document).collect();
        keys.dedup();
        for key in keys {
            let text = write_document(&self.announced(key), self.generation(), self.migrations.schema());
            let stored_key = self.keys.document(key);
            let held = self.sizes.get(&stored_key).copied().unwrap_or(0);
            if units_of(&stored_key) + units_of(&text) <= held {
                self.settle(key, now);
            }
        }
        // Announced after all, now that there is room: so that a stale tab's write cannot undo it.
        for record in written {
            if self.record(&record.document, &record.path) == Some(&record.after) {
                self.hold(record);
            }
        }
    }
}
