//! `cargo xtask bench`: how quick the code is that has to be quick.

use crate::process::{run, step};
use crate::{browser, paths, tools};
use anyhow::Result;
use std::process::Command;

/// Runs `benches/bench.rs`, of which a word keeps only the measurements whose name contains it; then, without a word,
/// `benches/browser.rs` in a browser, built as the page is.
///
/// # Errors
/// When it does not build or a measurement fails.
pub fn bench(words: &[&str]) -> Result<()> {
    step("measuring (optimised build first; keep the machine quiet)");
    run(Command::new("cargo")
        .args(["bench", "--no-default-features", "--bench", "bench", "--"])
        .args(words)
        .current_dir(paths::root()?))?;
    if words.is_empty() { in_browser() } else { Ok(()) }
}

fn in_browser() -> Result<()> {
    let browser = browser::ensure()?;
    let folders = tools::for_browser_tests()?;
    step("measuring in a browser (built as the page is)");
    run(Command::new("cargo")
        .args(["test", "--release", "--target", tools::WASM, "--test", "speed", "--", "--nocapture"])
        .env("PATH", paths::path_with(&folders)?)
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browser.capabilities()?)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300")
        .current_dir(paths::root()?))
}
