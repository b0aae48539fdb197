//! `cargo xtask check`: everything that can be said about the code without running it.

use crate::process::{ask, run, run_within, step};
use crate::{paths, tidy, tools};
use anyhow::{Result, anyhow, bail};
use std::ffi::OsStr;
use std::process::{Command, Stdio};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// A check and what it is called when it fails.
type Check = (&'static str, fn() -> Result<()>);

/// The quick ones first.
const CHECKS: [Check; 4] = [
    ("formatting", formatting),
    ("tidy", tidy::tidy),
    ("lints of the rulebook and the tools", lint_native),
    ("lints of the page", lint_page),
];

/// Runs all checks, also after one failed.
///
/// # Errors
/// When one failed; the sentence names each.
pub fn check() -> Result<()> {
    ensure_components()?;
    // A download that is mostly waiting, and without a network nothing else: it goes on beside the lints.
    let list = thread::spawn(fetch_advisories);
    let mut failed = Vec::new();
    let mut note = |name, outcome: Result<()>| {
        if let Err(why) = outcome {
            println!("✗ {name}: {why:#}\n");
            failed.push(name);
        }
    };
    for (name, check) in CHECKS {
        note(name, check());
    }
    note("licences and sources", licences(list));
    if !failed.is_empty() {
        bail!("not in order: {}", failed.join(", "));
    }
    step("all in order");
    Ok(())
}

/// Mends what rustfmt and clippy can mend.
///
/// # Errors
/// When one of them cannot run.
pub fn fix() -> Result<()> {
    ensure_components()?;
    tools::ensure_wasm_target()?;
    let fixing = ["--fix", "--allow-dirty", "--allow-staged"];
    for target in [NATIVE, PAGE] {
        run(&mut cargo("clippy", target.iter().chain(&fixing))?)?;
    }
    run(&mut cargo("fmt", ["--all"])?)
}

/// Without the browser crates, which the page alone needs; in one go, because the library would be checked anew for the
/// tools.
const NATIVE: &[&str] =
    &["--workspace", "--no-default-features", "--features", "e2e/browser", "--all-targets"];
const PAGE: &[&str] =
    &["--target", tools::WASM, "--features", "worker,minimal", "--lib", "--bins", "--test", "browser"];

fn formatting() -> Result<()> {
    step("formatting");
    run(&mut cargo("fmt", ["--all", "--check"])?)
}

fn lint_native() -> Result<()> {
    step("clippy: the rulebook, xtask and journeys, natively and without the browser crates");
    lint(NATIVE)
}

fn lint_page() -> Result<()> {
    step("clippy: the page, for the browser");
    tools::ensure_wasm_target()?;
    lint(PAGE)
}

fn lint(target: &[&str]) -> Result<()> {
    let deny = ["--", "--deny", "warnings"];
    run(&mut cargo("clippy", target.iter().chain(&deny))?)
}

/// Whether the list of known vulnerabilities is there.
fn fetch_advisories() -> Result<bool> {
    let mut fetch = deny(&["fetch", "db"])?;
    Ok(run_within(Duration::from_secs(60), fetch.stderr(Stdio::null())).is_ok())
}

/// Licences, sources and duplicates of every dependency; known vulnerabilities where their list can be had.
fn licences(list: JoinHandle<Result<bool>>) -> Result<()> {
    let mut parts = vec!["bans", "licenses", "sources"];
    if list.join().map_err(|_| anyhow!("fetching the list of known vulnerabilities ended in a panic"))?? {
        parts.insert(0, "advisories");
    } else {
        step("advisories are NOT checked: their list could not be fetched from github.com");
    }
    step(format!("cargo-deny: {}", parts.join(", ")));
    let words: Vec<&str> = ["check"].into_iter().chain(parts).collect();
    run(&mut deny(&words)?)
}

fn deny(words: &[&str]) -> Result<Command> {
    let folders = tools::ensure_all(&[tools::cargo_deny()])?;
    let mut command = cargo("deny", words)?;
    command.env("PATH", paths::path_with(&folders)?);
    Ok(command)
}

fn cargo<Word: AsRef<OsStr>>(command: &str, words: impl IntoIterator<Item = Word>) -> Result<Command> {
    let mut cargo = Command::new("cargo");
    cargo.arg(command).args(words).current_dir(paths::root()?);
    Ok(cargo)
}

/// rustup's minimal profile comes without them.
fn ensure_components() -> Result<()> {
    let missing = |tool: &str| ask(Command::new("cargo").args([tool, "--version"])).is_none();
    if missing("fmt") || missing("clippy") {
        step("installing rustfmt and clippy");
        run(Command::new("rustup").args(["component", "add", "rustfmt", "clippy"]))?;
    }
    Ok(())
}
