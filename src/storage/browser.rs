//! `localStorage` through web-sys: values are read as JS strings, so that a damaged one is seen and never repaired in passing.

use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

use super::store::{Store, StoreError, StoredText, units_of};

/// The area that every page of this origin shares.
#[derive(Clone, Debug)]
pub struct BrowserStore {
    storage: Storage,
}

/// Finds `localStorage` and tries one write.
///
/// # Errors
/// [`StoreError::Blocked`] when access throws or yields nothing, [`StoreError::Failed`] when a write fails. A full
/// storage is a working one.
pub fn probe() -> Result<BrowserStore, StoreError> {
    let window = web_sys::window().ok_or(StoreError::Blocked)?;
    let storage = window.local_storage().map_err(|_| StoreError::Blocked)?.ok_or(StoreError::Blocked)?;
    let store = BrowserStore { storage };
    match store.set(PROBE_KEY, "1") {
        Ok(()) => store.remove(PROBE_KEY)?,
        Err(StoreError::Full) => {}
        Err(error) => return Err(error),
    }
    Ok(store)
}

const PROBE_KEY: &str = "bk1:probe";

impl BrowserStore {
    fn read(&self, key: &str) -> Result<Option<JsString>, StoreError> {
        // `Storage::get_item` would hand over a Rust string, in which lone surrogates are already replaced.
        let getter =
            js_sys::Reflect::get(&self.storage, &"getItem".into()).map_err(|error| refusal(&error))?;
        let getter: js_sys::Function =
            getter.dyn_into().map_err(|_| StoreError::Failed("getItem is not a function".to_owned()))?;
        let value = getter.call1(&self.storage, &JsValue::from_str(key)).map_err(|error| refusal(&error))?;
        Ok(value.dyn_into::<JsString>().ok())
    }

    fn write(&self, key: &str, value: &JsString) -> Result<(), StoreError> {
        let setter =
            js_sys::Reflect::get(&self.storage, &"setItem".into()).map_err(|error| refusal(&error))?;
        let setter: js_sys::Function =
            setter.dyn_into().map_err(|_| StoreError::Failed("setItem is not a function".to_owned()))?;
        setter.call2(&self.storage, &JsValue::from_str(key), value).map_err(|error| refusal(&error))?;
        Ok(())
    }

    fn count(&self) -> Result<u32, StoreError> {
        self.storage.length().map_err(|error| refusal(&error))
    }
}

impl Store for BrowserStore {
    fn get(&self, key: &str) -> Result<Option<StoredText>, StoreError> {
        Ok(self.read(key)?.map(|value| stored_text(&value)))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.storage.set_item(key, value).map_err(|error| refusal(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.storage.remove_item(key).map_err(|error| refusal(&error))
    }

    fn copy(&self, from: &str, to: &str) -> Result<(), StoreError> {
        match self.read(from)? {
            Some(value) => self.write(to, &value),
            None => Ok(()),
        }
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let mut keys = Vec::new();
        for index in 0..self.count()? {
            if let Some(key) = self.storage.key(index).map_err(|error| refusal(&error))? {
                keys.push(key);
            }
        }
        Ok(keys)
    }

    fn foreign_units(&self, prefix: &str) -> Result<usize, StoreError> {
        let mut units = 0;
        for key in self.keys()? {
            if !key.starts_with(prefix) {
                let length = self.read(&key)?.map_or(0, |value| value.length());
                units += units_of(&key) + usize::try_from(length).unwrap_or(usize::MAX);
            }
        }
        Ok(units)
    }
}

/// A value as a storage event brings it.
#[must_use]
pub fn stored_text(value: &JsString) -> StoredText {
    match value.as_string() {
        Some(text) if value.is_valid_utf16() => StoredText::Text(text),
        _ => StoredText::Broken(value.iter().collect()),
    }
}

fn refusal(error: &JsValue) -> StoreError {
    match error.dyn_ref::<DomException>() {
        Some(exception) => match exception.name().as_str() {
            "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StoreError::Full,
            "SecurityError" => StoreError::Blocked,
            name => StoreError::Failed(name.to_owned()),
        },
        None => StoreError::Failed("unknown error".to_owned()),
    }
}
