//! Listens to other tabs, to waking up and to leaving.

use leptos::ev;
use leptos::prelude::*;

use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};

use crate::storage::browser;
use crate::storage::store::StoredText;

use super::desk::Desk;

/// Keeps the desk in step with what happens outside this page, for as long as the page lives.
pub fn listen(desk: Desk) {
    // Listeners of the page are never taken away: they go with it.
    let _ = window_event_listener(ev::storage, move |event| {
        let (key, value) = (event.key(), new_value(&event));
        when_free(Box::new(move || desk.hear(key, value)));
    });
    let _ = window_event_listener(ev::pageshow, move |event| {
        if event.persisted() {
            desk.wake();
        }
    });
    let _ = window_event_listener(ev::Custom::<web_sys::Event>::new("resume"), move |_| desk.wake());
    let _ = window_event_listener(ev::visibilitychange, move |_| {
        if !document().hidden() {
            desk.wake();
        }
    });
    let _ = window_event_listener(ev::beforeunload, move |event| {
        if desk.has_unsaved() {
            event.prevent_default();
        }
    });
}

/// Does what another tab set off, though not in the midst of a call to the storage: a timer waits for that to end.
pub fn when_free(work: Box<dyn FnOnce()>) {
    if browser::is_in_call() {
        set_timeout(move || when_free(work), Duration::ZERO);
    } else {
        work();
    }
}

/// What lies under the key now, read as a JS string: a Rust string would hide that it is damaged.
fn new_value(event: &web_sys::StorageEvent) -> Option<StoredText> {
    let value = js_sys::Reflect::get(event, &JsValue::from_str("newValue")).ok()?;
    value.dyn_ref::<js_sys::JsString>().map(browser::stored_text)
}
