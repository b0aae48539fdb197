//! `cargo xtask bench`: how quick the code is that has to be quick.

use crate::paths;
use crate::process::{run, step};
use anyhow::Result;
use std::process::Command;

/// Runs `benches/bench.rs`; a word keeps only the measurements whose name contains it.
///
/// # Errors
/// When it does not build or a measurement fails.
pub fn bench(words: &[&str]) -> Result<()> {
    step("measuring (optimised build first; keep the machine quiet)");
    run(Command::new("cargo")
        .args(["bench", "--no-default-features", "--bench", "bench", "--"])
        .args(words)
        .current_dir(paths::root()?))
}
