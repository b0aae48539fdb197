//! `cargo xtask bench`: how quick the code is that has to be quick.

use crate::process::{run, step};
use crate::{browser, dist, paths, tools};
use anyhow::Result;
use std::path::PathBuf;
use std::process::Command;

/// Runs `benches/bench.rs`, of which a word keeps only the measurements whose name contains it; then, without a word,
/// `benches/browser.rs` in a browser, built as the page is, and how soon the page shows its first row.
///
/// # Errors
/// When it does not build or a measurement fails.
pub fn bench(words: &[&str]) -> Result<()> {
    step("measuring (optimised build first; keep the machine quiet)");
    run(Command::new("cargo")
        .args(["bench", "--no-default-features", "--bench", "bench", "--"])
        .args(words)
        .current_dir(paths::root()?))?;
    if !words.is_empty() {
        return Ok(());
    }
    in_browser()?;
    first_row()
}

/// The published page beside the least one, in the same browser.
fn first_row() -> Result<()> {
    let page = dist::build()?;
    let least = least_page()?;
    let browser = browser::ensure()?;
    step("measuring the first row, beside the least page that leptos makes");
    run(Command::new("cargo")
        .args(["test", "-p", "e2e", "--test", "journeys", "--", "--ignored", "--nocapture", "first_row"])
        .env("BRIDGEKEEPER_DIST", page)
        .env("LEAST_PAGE", least)
        .env("CHROMIUM", &browser.chromium)
        .env("CHROMEDRIVER", &browser.driver)
        .current_dir(paths::root()?))
}

/// `benches/minimal.html`, as trunk builds it.
fn least_page() -> Result<PathBuf> {
    let root = paths::root()?;
    let built = root.join("target").join("least-page");
    let folders = tools::for_building()?;
    step("building the least page");
    let mut trunk = Command::new("trunk");
    trunk
        .args(["build", "--release", "--dist"])
        .arg(&built)
        .arg("benches/minimal.html")
        .current_dir(root)
        .env("PATH", paths::path_with(&folders)?);
    tools::tame_trunk(&mut trunk);
    run(&mut trunk)?;
    Ok(built)
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
