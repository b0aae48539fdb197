//! What a place for keys and values must offer, and nothing about what is kept there.

/// Keys and values as `localStorage` keeps them: atomic per key, never across keys.
///
/// Sizes are UTF-16 units, which is what browsers count. Implementations never panic and never wait.
pub trait Store {
    /// The value of a key, or `None` when the key is absent.
    ///
    /// # Errors
    /// When the storage refuses.
    fn get(&self, key: &str) -> Result<Option<StoredText>, StoreError>;

    /// Sets a key. Success is what the storage said, not proof: read back what matters.
    ///
    /// # Errors
    /// When there is no room or the storage refuses; then the old value stands.
    fn set(&self, key: &str, value: &str) -> Result<(), StoreError>;

    /// Removes a key, if it is there.
    ///
    /// # Errors
    /// When the storage refuses.
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// Copies a value unit by unit, even when it is not valid Unicode. Nothing happens when `from` is absent.
    ///
    /// # Errors
    /// When there is no room or the storage refuses.
    fn copy(&self, from: &str, to: &str) -> Result<(), StoreError>;

    /// All keys in the area, those of strangers included. Keys that are not valid Unicode are left out: they are never ours.
    ///
    /// # Errors
    /// When the storage refuses.
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// Units taken by keys that do not begin with `prefix`, keys and values together.
    ///
    /// # Errors
    /// When the storage refuses.
    fn foreign_units(&self, prefix: &str) -> Result<usize, StoreError>;
}

/// A value as it lies in the storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoredText {
    /// Valid Unicode.
    Text(String),
    /// UTF-16 units with a lone surrogate among them: damaged, since nothing here ever writes one.
    Broken(Vec<u16>),
}

impl StoredText {
    /// The text, unless it is broken.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Broken(_) => None,
        }
    }

    /// The text with every lone surrogate replaced: for showing, never for writing back.
    #[must_use]
    pub fn lossy(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Broken(units) => String::from_utf16_lossy(units),
        }
    }

    /// Its size in UTF-16 units.
    #[must_use]
    pub fn units(&self) -> usize {
        match self {
            Self::Text(text) => units_of(text),
            Self::Broken(units) => units.len(),
        }
    }
}

/// Why the storage did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The quota is reached.
    #[error("the browser's storage is full")]
    Full,
    /// Site data is switched off, or the page sits in a sandboxed frame.
    #[error("the browser does not let this page store anything")]
    Blocked,
    /// Anything else, in the browser's words.
    #[error("the browser's storage failed ({0})")]
    Failed(String),
}

/// The size of a text in UTF-16 units.
#[must_use]
pub fn units_of(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    let beyond_one_unit = text.bytes().filter(|byte| *byte >= 0xF0).count();
    text.chars().count() + beyond_one_unit
}
