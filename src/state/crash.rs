//! When the page ends: hands over to the rescue script, `src/shell/rescue.js`.
//!
//! A panic leaves the framework unusable, so the script draws its page without it.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

const RESCUE: &str = "bridgekeeperRescue";
const UNSAVED: &str = "bridgekeeperUnsaved";

/// From now on a panic shows the rescue page.
pub fn install() {
    std::panic::set_hook(Box::new(|panic| {
        let words = panic.to_string();
        web_sys::console::error_1(&JsValue::from_str(&words));
        tell("crashed", &words);
    }));
}

/// Tells the rescue script that the app stands.
pub fn started() {
    tell("started", "");
}

/// Leaves what is not saved where the rescue script finds it, even after a panic.
pub fn remember_unsaved(text: Option<&str>) {
    let value = text.map_or(JsValue::UNDEFINED, JsValue::from_str);
    // Without the global there is no page to rescue.
    let _ = Reflect::set(&js_sys::global(), &JsValue::from_str(UNSAVED), &value);
}

/// Calls the rescue script; without it, as in tests, nothing happens.
fn tell(what: &str, words: &str) {
    let rescue = Reflect::get(&js_sys::global(), &JsValue::from_str(RESCUE));
    let told =
        rescue.and_then(|rescue| Ok((Reflect::get(&rescue, &JsValue::from_str(what))?, rescue))).and_then(
            |(method, rescue)| method.dyn_into::<Function>()?.call1(&rescue, &JsValue::from_str(words)),
        );
    drop(told);
}
