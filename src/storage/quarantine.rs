//! Copies of what could not be read, unit by unit, under a key made from what they hold.

use sha2::{Digest, Sha256};

use super::keys::Keys;
use super::store::{Store, StoreError, StoredText};

/// The key under which a value is kept: equal values are kept once.
#[must_use]
pub fn quarantine_key(keys: &Keys, value: &StoredText) -> String {
    let mut hasher = Sha256::new();
    match value {
        StoredText::Text(text) => {
            for unit in text.encode_utf16() {
                hasher.update(unit.to_le_bytes());
            }
        }
        StoredText::Broken(units) => {
            for unit in units {
                hasher.update(unit.to_le_bytes());
            }
        }
    }
    let hash: String = hasher.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    keys.quarantine(&hash)
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
