//! Copies of what could not be read, unit by unit, under a key made from what they hold.

use super::keys::Keys;
use super::store::{Store, StoreError, StoredText};

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
