//! What only a browser can show about one module: run headless by `cargo xtask test browser`.

#![cfg(target_family = "wasm")]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where something is missing; clippy does not see that these are tests"
)]

mod store;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn there_is_a_page_to_work_on() {
    let window = web_sys::window().expect("tests run in a browser");
    assert!(window.location().href().is_ok());
}
