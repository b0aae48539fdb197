//! `localStorage` through web-sys: values are read as JS strings, so that a damaged one is seen and never repaired in passing.

use std::cell::Cell;

use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

use super::store::{Store, StoreError, StoredText};

/// The area that every page of this origin shares.
#[derive(Clone, Debug)]
pub struct BrowserStore {
    storage: Storage,
}

thread_local! {
    static CALLS: Cell<u32> = const { Cell::new(0) };
}

/// Whether a call to the storage is under way. Firefox goes on with its events inside of one: other tabs are heard there,
/// and what they set off would run within what runs.
#[must_use]
pub fn is_in_call() -> bool {
    CALLS.get() > 0
}

fn calling<T>(call: impl FnOnce() -> T) -> T {
    CALLS.set(CALLS.get() + 1);
    let answer = call();
    CALLS.set(CALLS.get().saturating_sub(1));
    answer
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

/// Whether something lies under a key. Writes nothing, and says no where the storage is blocked.
#[must_use]
pub fn holds(key: &str) -> bool {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    storage.is_some_and(|storage| storage.get_item(key).is_ok_and(|value| value.is_some()))
}

/// Takes everything of ours under a prefix out of the storage.
///
/// # Errors
/// As [`probe`], or when a key cannot be removed.
pub fn clear(prefix: &str) -> Result<(), StoreError> {
    let store = probe()?;
    let ours = store.keys()?.into_iter().filter(|key| key.starts_with(prefix));
    ours.into_iter().try_for_each(|key| store.remove(&key))
}

const PROBE_KEY: &str = "bk1:probe";

impl BrowserStore {
    /// All keys as JS strings: a Rust string would hide that one is not valid Unicode.
    fn raw_keys(&self) -> Result<Vec<JsString>, StoreError> {
        let getter = js_sys::Reflect::get(&self.storage, &"key".into()).map_err(|error| refusal(&error))?;
        let getter: js_sys::Function =
            getter.dyn_into().map_err(|_| StoreError::Failed("key is not a function".to_owned()))?;
        let mut keys = Vec::new();
        for index in 0..self.count()? {
            let key =
                calling(|| getter.call1(&self.storage, &index.into())).map_err(|error| refusal(&error))?;
            keys.extend(key.dyn_into::<JsString>().ok());
        }
        Ok(keys)
    }

    fn read(&self, key: &JsValue) -> Result<Option<JsString>, StoreError> {
        // `Storage::get_item` would hand over a Rust string, in which lone surrogates are already replaced.
        let getter =
            js_sys::Reflect::get(&self.storage, &"getItem".into()).map_err(|error| refusal(&error))?;
        let getter: js_sys::Function =
            getter.dyn_into().map_err(|_| StoreError::Failed("getItem is not a function".to_owned()))?;
        let value = calling(|| getter.call1(&self.storage, key)).map_err(|error| refusal(&error))?;
        Ok(value.dyn_into::<JsString>().ok())
    }

    fn write(&self, key: &str, value: &JsString) -> Result<(), StoreError> {
        let setter =
            js_sys::Reflect::get(&self.storage, &"setItem".into()).map_err(|error| refusal(&error))?;
        let setter: js_sys::Function =
            setter.dyn_into().map_err(|_| StoreError::Failed("setItem is not a function".to_owned()))?;
        calling(|| setter.call2(&self.storage, &JsValue::from_str(key), value))
            .map_err(|error| refusal(&error))?;
        Ok(())
    }

    fn count(&self) -> Result<u32, StoreError> {
        calling(|| self.storage.length()).map_err(|error| refusal(&error))
    }
}

impl Store for BrowserStore {
    fn get(&self, key: &str) -> Result<Option<StoredText>, StoreError> {
        Ok(self.read(&JsValue::from_str(key))?.map(|value| stored_text(&value)))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        calling(|| self.storage.set_item(key, value)).map_err(|error| refusal(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        calling(|| self.storage.remove_item(key)).map_err(|error| refusal(&error))
    }

    fn copy(&self, from: &str, to: &str) -> Result<(), StoreError> {
        match self.read(&JsValue::from_str(from))? {
            Some(value) => self.write(to, &value),
            None => Ok(()),
        }
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.raw_keys()?.iter().filter_map(valid_text).collect())
    }

    fn foreign_units(&self, prefix: &str) -> Result<usize, StoreError> {
        let mut units = 0;
        for key in self.raw_keys()? {
            if !key.starts_with(prefix, 0) {
                let value = self.read(&key)?.map_or(0, |value| value.length());
                units += usize::try_from(key.length() + value).unwrap_or(usize::MAX);
            }
        }
        Ok(units)
    }
}

/// A value as a storage event brings it.
#[must_use]
pub fn stored_text(value: &JsString) -> StoredText {
    match valid_text(value) {
        Some(text) => StoredText::Text(text),
        None => StoredText::Broken(value.iter().collect()),
    }
}

/// The text of a JS string; `None` where it is not valid Unicode. Only what reads as a replacement can be one, and looking
/// at each unit of every string that is read would take longer than reading them.
fn valid_text(value: &JsString) -> Option<String> {
    let text = value.as_string()?;
    (!text.contains(char::REPLACEMENT_CHARACTER) || value.is_valid_utf16()).then_some(text)
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
