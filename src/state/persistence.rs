//! Asking the browser to keep what is stored here when it is short of space.
//!
//! Where there is no such thing, as on plain http, nothing is asked and nothing is promised.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::desk::Desk;

/// The preference that says that the browser was asked.
const ASKED: &str = "asked-to-keep";

/// What the browser does with what is stored here when it is short of space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// It keeps it until the user deletes it.
    Granted,
    /// It may clear it.
    NotGranted,
    /// It cannot be asked.
    Unknown,
}

/// What the browser says now.
pub async fn keeping() -> Keeping {
    answer("persisted").await
}

/// Asks the browser to keep what is stored here; some ask the user.
pub async fn ask() -> Keeping {
    answer("persist").await
}

/// Asks after the first change: before it there is nothing to keep, and a question out of nowhere is refused.
pub fn ask_once(desk: Desk) {
    // Where nothing is stored there is nothing to keep.
    if !desk.preferences().is_kept() || desk.preference(ASKED).is_some() {
        return;
    }
    desk.remember(ASKED, "yes");
    leptos::task::spawn_local(async {
        ask().await;
    });
}

async fn answer(method: &str) -> Keeping {
    let Some(promise) = promised(method) else { return Keeping::Unknown };
    match JsFuture::from(promise).await {
        Ok(answer) if answer.is_truthy() => Keeping::Granted,
        Ok(_) => Keeping::NotGranted,
        Err(_) => Keeping::Unknown,
    }
}

fn promised(method: &str) -> Option<Promise> {
    let of = |object: &JsValue, name: &str| Reflect::get(object, &JsValue::from_str(name)).ok();
    let storage = of(&of(&js_sys::global(), "navigator")?, "storage").filter(JsValue::is_object)?;
    let method: Function = of(&storage, method)?.dyn_into().ok()?;
    method.call0(&storage).ok()?.dyn_into().ok()
}
