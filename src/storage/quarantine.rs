//! Copies of what could not be read, unit by unit, under a key made from what they hold; beside each, under
//! `q:<hash>:found`, where it lay, when it was found and why it could not be read.

use serde::{Deserialize, Serialize};

use super::keys::{Kept, Keys};
use super::stamp::Millis;
use super::store::{Store, StoreError, StoredText};

const FOUND: &str = ":found";

/// A value that could not be read, as it lies aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// The key of the copy.
    pub key: String,
    /// The value, unit by unit.
    pub value: StoredText,
    /// Where it was found; `None` when there was no room to note it.
    pub found: Option<Found>,
}

/// Where a value was found that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The key it lay under.
    pub from: String,
    /// When it was first met, in milliseconds since 1970.
    pub at: u64,
    /// What is wrong with it.
    pub why: String,
}

/// The key under which a value is kept: equal values are kept once.
#[must_use]
pub fn quarantine_key(keys: &Keys, value: &StoredText) -> String {
    // FNV-1a of 64 bits: chance is the only adversary, and opening needs no larger code for it.
    let folded = |hash: u64, unit: u16| (hash ^ u64::from(unit)).wrapping_mul(0x0100_0000_01b3);
    let start = 0xcbf2_9ce4_8422_2325;
    let hash = match value {
        StoredText::Text(text) => text.encode_utf16().fold(start, folded),
        StoredText::Broken(units) => units.iter().copied().fold(start, folded),
    };
    keys.quarantine(&format!("{hash:016x}"))
}

/// Copies an unreadable value aside, unless an equal copy is there. Returns the key of the copy.
///
/// # Errors
/// When there is no room for a copy. The original is never touched.
pub(super) fn keep(
    store: &dyn Store,
    keys: &Keys,
    from: &str,
    value: &StoredText,
) -> Result<String, StoreError> {
    let key = quarantine_key(keys, value);
    if store.get(&key)?.as_ref() == Some(value) {
        return Ok(key);
    }
    store.copy(from, &key)?;
    if store.get(&key)?.as_ref() == Some(value) {
        Ok(key)
    } else {
        Err(StoreError::Failed("the copy is not equal".to_owned()))
    }
}

/// Notes where a copy comes from, unless that is known. Without room it goes without.
pub(super) fn note(store: &dyn Store, copy: &str, from: &str, why: &dyn std::fmt::Display, now: Millis) {
    let key = found_key(copy);
    if let Ok(None) = store.get(&key) {
        let found = Found { from: from.to_owned(), at: now.0, why: why.to_string() };
        let _ = serde_json::to_string(&found).map(|text| store.set(&key, &text));
    }
}

/// Everything that lies aside.
pub(super) fn all(store: &dyn Store, keys: &Keys) -> Vec<Quarantined> {
    let copies = store.keys().unwrap_or_default().into_iter();
    copies
        .filter(|key| keys.read(key) == Some(Kept::Quarantined) && !key.ends_with(FOUND))
        .filter_map(|key| {
            let value = store.get(&key).ok().flatten()?;
            let found = store.get(&found_key(&key)).ok().flatten();
            let found = found.and_then(|found| serde_json::from_str(found.text()?).ok());
            Some(Quarantined { key, value, found })
        })
        .collect()
}

/// The key of the note beside a copy.
pub(super) fn found_key(copy: &str) -> String {
    format!("{copy}{FOUND}")
}
