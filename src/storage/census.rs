//! How many documents there should be: a damaged browser database comes back with keys silently missing.
//!
//! It counts keys, documents in the trash included, so only adding and purging change it. A new document is written before
//! it is counted and a purged one is uncounted before it goes, so a tab that dies in between raises no alarm.

use crate::domain::order::sorted_by;
use crate::domain::table::Table;

use serde::{Deserialize, Serialize};

use super::codec::crc32;
use super::names::DocumentKey;
use super::stamp::Stamp;
use super::store::StoredText;
use super::written::{self, ReadError};

/// Count and hash of the document keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Census {
    /// The life of the workspace that was counted; a census of another life says nothing.
    pub generation: Stamp,
    /// Documents by kind.
    pub kinds: Table<String, usize>,
    /// CRC-32 of the sorted keys, a line each.
    pub hash: u32,
}

impl Census {
    /// Counts these documents.
    #[must_use]
    pub fn of<'a>(generation: Stamp, keys: impl IntoIterator<Item = &'a DocumentKey>) -> Self {
        let mut sorted = sorted_by(keys.into_iter().collect(), Ord::cmp);
        sorted.dedup();
        let mut census = Self {
            generation,
            kinds: Table::new(),
            hash: 0,
        };
        let mut listed = String::new();
        for key in sorted {
            *census.kinds.get_or_default(key.kind().to_owned()) += 1;
            listed.push_str(key.as_str());
            listed.push('\n');
        }
        census.hash = crc32(listed.as_bytes());
        census
    }

    /// Counts documents that are known to be missing as well, so that a later start still tells.
    #[must_use]
    pub fn with_missing(mut self, missing: &Table<String, usize>) -> Self {
        for (kind, count) in missing {
            *self.kinds.get_or_default(kind.clone()) += count;
        }
        self
    }

    /// Kinds of which fewer were found than counted here, and how many are missing.
    #[must_use]
    pub fn missing_from(&self, found: &Self) -> Table<String, usize> {
        let found_of = |kind: &str| found.kinds.get(kind).copied().unwrap_or(0);
        self.kinds
            .iter()
            .filter_map(|(kind, count)| {
                let missing = count.saturating_sub(found_of(kind));
                (missing > 0).then(|| (kind.clone(), missing))
            })
            .collect()
    }

    /// The stored value.
    #[must_use]
    pub fn encode(&self) -> String {
        written::encode(self)
    }

    /// Reads the stored value.
    ///
    /// # Errors
    /// When it is damaged.
    pub fn decode(stored: &StoredText) -> Result<Self, ReadError> {
        written::read(stored)
    }
}
