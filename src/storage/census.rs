//! How many documents there should be: a damaged browser database comes back with keys silently missing.
//!
//! It counts keys, documents in the trash included, so only adding and purging change it. A new document is written before
//! it is counted and a purged one is uncounted before it goes, so a tab that dies in between raises no alarm.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

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
    pub kinds: BTreeMap<String, usize>,
    /// CRC-32 of the sorted keys, a line each.
    pub hash: u32,
}

impl Census {
    /// Counts these documents.
    #[must_use]
    pub fn of<'a>(generation: Stamp, keys: impl IntoIterator<Item = &'a DocumentKey>) -> Self {
        let mut sorted: Vec<&DocumentKey> = keys.into_iter().collect();
        sorted.sort_unstable();
        sorted.dedup();
        let mut census = Self {
            generation,
            kinds: BTreeMap::new(),
            hash: 0,
        };
        let mut hasher = crc32fast::Hasher::new();
        for key in sorted {
            *census.kinds.entry(key.kind().to_owned()).or_default() += 1;
            hasher.update(key.as_str().as_bytes());
            hasher.update(b"\n");
        }
        census.hash = hasher.finalize();
        census
    }

    /// Counts documents that are known to be missing as well, so that a later start still tells.
    #[must_use]
    pub fn with_missing(mut self, missing: &BTreeMap<String, usize>) -> Self {
        for (kind, count) in missing {
            *self.kinds.entry(kind.clone()).or_default() += count;
        }
        self
    }

    /// Kinds of which fewer were found than counted here, and how many are missing.
    #[must_use]
    pub fn missing_from(&self, found: &Self) -> BTreeMap<String, usize> {
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
