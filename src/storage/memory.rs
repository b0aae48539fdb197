//! A storage area in memory: what the app falls back to when the browser's is blocked, and what the rules are tested on.

use std::cell::RefCell;
use crate::domain::table::Table;
use std::rc::Rc;

use super::store::{Store, StoreError, StoredText, units_of};
use super::usage::LIMIT_UNITS;

/// One area shared by any number of handles, as tabs share `localStorage`.
#[derive(Clone, Debug)]
pub struct MemoryArea(Rc<RefCell<Contents>>);

#[derive(Debug)]
struct Contents {
    values: Table<String, StoredText>,
    used_units: usize,
    quota_units: usize,
}

impl Default for MemoryArea {
    fn default() -> Self {
        Self::with_quota(LIMIT_UNITS)
    }
}

impl MemoryArea {
    /// An empty area that holds `quota_units` UTF-16 units, keys and values together.
    #[must_use]
    pub fn with_quota(quota_units: usize) -> Self {
        Self(Rc::new(RefCell::new(Contents {
            values: Table::new(),
            used_units: 0,
            quota_units,
        })))
    }

    /// A handle on this area.
    #[must_use]
    pub fn store(&self) -> MemoryStore {
        MemoryStore { area: self.clone() }
    }

    /// Units in use, keys and values together.
    #[must_use]
    pub fn used_units(&self) -> usize {
        self.0.borrow().used_units
    }

    /// Changes the quota; what is already there stays, even beyond it.
    pub fn set_quota(&self, quota_units: usize) {
        self.0.borrow_mut().quota_units = quota_units;
    }

    /// Everything in the area, as it lies there.
    #[must_use]
    pub fn contents(&self) -> Table<String, StoredText> {
        self.0.borrow().values.clone()
    }

    /// The value of a key.
    #[must_use]
    pub fn value(&self, key: &str) -> Option<StoredText> {
        self.0.borrow().values.get(key).cloned()
    }

    /// Puts a value, valid or broken, into the area.
    ///
    /// # Errors
    /// When it does not fit; then the old value stands.
    pub fn put(&self, key: &str, value: StoredText) -> Result<(), StoreError> {
        let mut contents = self.0.borrow_mut();
        let size = |held: &StoredText| units_of(key) + held.units();
        let freed = contents.values.get(key).map_or(0, size);
        let used = contents.used_units - freed + size(&value);
        if used > contents.quota_units && size(&value) > freed {
            return Err(StoreError::Full);
        }
        contents.used_units = used;
        contents.values.insert(key.to_owned(), value);
        Ok(())
    }

    /// Takes a key out of the area.
    pub fn take(&self, key: &str) -> Option<StoredText> {
        let mut contents = self.0.borrow_mut();
        let taken = contents.values.remove(key)?;
        contents.used_units -= units_of(key) + taken.units();
        Some(taken)
    }

    /// Empties the area, as a user does who clears the browser's data.
    pub fn clear(&self) {
        let mut contents = self.0.borrow_mut();
        contents.values.clear();
        contents.used_units = 0;
    }
}

/// A handle on a [`MemoryArea`].
#[derive(Clone, Debug)]
pub struct MemoryStore {
    area: MemoryArea,
}

impl Store for MemoryStore {
    fn get(&self, key: &str) -> Result<Option<StoredText>, StoreError> {
        Ok(self.area.value(key))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.area.put(key, StoredText::Text(value.to_owned()))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.area.take(key);
        Ok(())
    }

    fn copy(&self, from: &str, to: &str) -> Result<(), StoreError> {
        match self.area.value(from) {
            Some(value) => self.area.put(to, value),
            None => Ok(()),
        }
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.area.0.borrow().values.keys().cloned().collect())
    }

    fn foreign_units(&self, prefix: &str) -> Result<usize, StoreError> {
        let contents = self.area.0.borrow();
        let foreign = contents
            .values
            .iter()
            .filter(|(key, _)| !key.starts_with(prefix));
        Ok(foreign
            .map(|(key, value)| units_of(key) + value.units())
            .sum())
    }
}
