//! From an older schema to this one: pure steps `vN → vN+1` on JSON, record by record.
//!
//! Nothing has been migrated yet: schema 1 is the first. The frame stands so that the second one is a function in a list,
//! and so that one record that fails never takes its document along.

use serde_json::value::RawValue;

use super::document::Document;
use super::names::{DocumentKey, RecordPath};

/// Lifts the value of one record from one schema to the next. Gets every record of every document and returns most of them
/// as they are.
///
/// An error is a sentence that says what is wrong with the record; the record is then kept as it was.
pub type Step = fn(&DocumentKey, &RecordPath, Box<RawValue>) -> Result<Box<RawValue>, String>;

/// The steps that lead to this build's schema: the first lifts schema 1 to 2.
#[derive(Clone, Copy, Debug)]
pub struct Migrations {
    steps: &'static [Step],
}

/// A record that a step could not lift; it stays in its document as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailedRecord {
    /// Where it stands.
    pub path: RecordPath,
    /// What the step said.
    pub reason: String,
}

impl Migrations {
    /// Those of this build.
    #[must_use]
    pub const fn current() -> Self {
        Self { steps: &[] }
    }

    /// Others, for trying out what the next schema will do.
    #[must_use]
    pub const fn of(steps: &'static [Step]) -> Self {
        Self { steps }
    }

    /// The schema that they lead to.
    #[must_use]
    pub fn schema(&self) -> u32 {
        u32::try_from(self.steps.len())
            .unwrap_or(u32::MAX)
            .saturating_add(1)
    }

    /// Lifts every record of a document that was written in schema `from`, in the trash or not. Stamps stay.
    pub fn lift(&self, key: &DocumentKey, document: &mut Document, from: u32) -> Vec<FailedRecord> {
        let skipped = usize::try_from(from.saturating_sub(1)).unwrap_or(usize::MAX);
        let steps = self.steps.get(skipped..).unwrap_or_default();
        if steps.is_empty() {
            return Vec::new();
        }
        let mut failed = Vec::new();
        let paths: Vec<RecordPath> = document.records.keys().cloned().collect();
        for path in paths {
            let Some(record) = document.records.get_mut(&path) else {
                continue;
            };
            let Some(value) = &record.value else {
                continue;
            };
            match lifted(steps, key, &path, value) {
                Ok(raw) => record.value = Some(raw),
                Err(reason) => failed.push(FailedRecord {
                    path,
                    reason,
                }),
            }
        }
        failed
    }
}

fn lifted(
    steps: &[Step],
    key: &DocumentKey,
    path: &RecordPath,
    raw: &RawValue,
) -> Result<Box<RawValue>, String> {
    steps.iter().try_fold(raw.to_owned(), |value, step| step(key, path, value))
}
