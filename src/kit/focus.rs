//! Where the focus goes when what had it is gone.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

/// Whether what had the focus left the page.
pub fn is_lost() -> bool {
    document().active_element().is_none_or(|element| element.tag_name() == "BODY")
}

/// Gives the focus to the first element that the selector finds, if nothing has it once the page is drawn. The page stays
/// where it is.
pub fn keep(selector: &'static str) {
    request_animation_frame(move || {
        let found = document().query_selector(selector).ok().flatten().filter(|_| is_lost());
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            // An element that cannot take it leaves it where it is.
            let _ = element.focus_with_options(&options);
        }
    });
}
