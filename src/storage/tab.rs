//! The tab's own memory, for a page that may not store anything: gone with the tab, but within reach of the page of last
//! resort (`src/shell/rescue.js`) when the app has ended.

use js_sys::{Map, Reflect};
use wasm_bindgen::JsValue;

use super::store::{Store, StoreError, StoredText};

/// What the page of last resort knows it by.
const MEMORY: &str = "bridgekeeperMemory";

/// Keys and values that only this tab knows. They are forgotten with it.
#[derive(Debug)]
pub struct TabStore {
    map: Map,
}

impl TabStore {
    /// Nothing yet.
    #[must_use]
    pub fn empty() -> Self {
        let map = Map::new();
        // Without it only the page of last resort has less to hand out.
        let _ = Reflect::set(&js_sys::global(), &JsValue::from_str(MEMORY), &map);
        Self { map }
    }

    fn value(&self, key: &str) -> Option<String> {
        self.map.get(&JsValue::from_str(key)).as_string()
    }
}

impl Drop for TabStore {
    fn drop(&mut self) {
        self.map.clear();
    }
}

impl Store for TabStore {
    fn get(&self, key: &str) -> Result<Option<StoredText>, StoreError> {
        Ok(self.value(key).map(StoredText::Text))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.map.set(&JsValue::from_str(key), &JsValue::from_str(value));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.map.delete(&JsValue::from_str(key));
        Ok(())
    }

    fn copy(&self, from: &str, to: &str) -> Result<(), StoreError> {
        self.value(from).map_or(Ok(()), |value| self.set(to, &value))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.map.keys().into_iter().filter_map(|key| key.ok()?.as_string()).collect())
    }

    fn foreign_units(&self, _prefix: &str) -> Result<usize, StoreError> {
        Ok(0)
    }
}
