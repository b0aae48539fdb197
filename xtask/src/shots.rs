//! `cargo xtask shots`: pictures of every screen, into `target/shots/`.

use crate::process::{run, step};
use crate::{browser, dist, paths};
use anyhow::Result;
use std::process::Command;

/// Builds the page and takes the pictures; the words go to `tests/e2e/src/bin/shots.rs`.
///
/// # Errors
/// When the page does not build, there is no browser, or a route shows nothing.
pub fn take(words: &[&str]) -> Result<()> {
    let browser = browser::ensure()?;
    let dist = dist::build()?;
    let folder = paths::root()?.join("target").join("shots");
    step("taking pictures");
    run(Command::new("cargo")
        .args(["run", "--quiet", "--package", "e2e", "--bin", "shots", "--"])
        .arg(folder)
        .args(words)
        .current_dir(paths::root()?)
        .env("BRIDGEKEEPER_DIST", dist)
        .env("CHROMIUM", browser.chromium)
        .env("CHROMEDRIVER", browser.driver))
}
