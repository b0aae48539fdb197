//! How quick the page's own module is, in a browser: `cargo xtask bench`. It is built as the page is.

#![cfg(target_family = "wasm")]
#![allow(clippy::disallowed_methods, reason = "a benchmark is about real time")]

#[allow(dead_code, reason = "the native benchmark needs more of it")]
mod portfolio;

use js_sys::Date;
use portfolio::{portfolio, scored};
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Times it is measured; the first warms the compiler up.
const ROUNDS: usize = 12;

#[wasm_bindgen_test]
fn ten_thousand_dossiers_are_scored() {
    let workspace = portfolio(10_000);
    let mut times: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let start = Date::now();
            assert_eq!(scored(&workspace).computed(), 10_000);
            Date::now() - start
        })
        .skip(1)
        .collect();
    times.sort_by(f64::total_cmp);
    let least = times.first().copied().unwrap_or(f64::NAN);
    let median = times.get(times.len() / 2).copied().unwrap_or(f64::NAN);
    console_log!(
        "figure: score 10,000 dossiers of 100 in the browser: least {least:.1} ms, median {median:.1} ms"
    );
}
