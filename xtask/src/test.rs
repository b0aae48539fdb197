//! `cargo xtask test`: the rulebook, the browser tests and the journeys, each counted.
//!
//! A suite that fails does not keep the later ones from running. The page that the journeys need is built beside the
//! suites before them: linking it keeps one core busy for minutes, and they leave one idle.

use crate::process::{now, spelled, spoken, step};
use crate::{browser, dist, paths, tools};
use anyhow::{Context, Result, anyhow, bail};
use std::fmt;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread::JoinHandle;
use std::time::Duration;

/// What can be asked for by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Suite {
    /// Everything that needs no browser.
    Native,
    /// What only a browser can show about one module.
    Browser,
    /// A person's way through the built page.
    Journeys,
}

const SUITES: [Suite; 3] = [Suite::Native, Suite::Browser, Suite::Journeys];

/// What a suite came to.
struct Outcome {
    suite: Suite,
    count: Count,
    took: Duration,
    /// Why it could not be counted to the end.
    trouble: Option<String>,
}

/// Tests that passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    passed: u32,
    failed: u32,
}

/// Runs the suites asked for: none named means all; a further word is a filter on test names.
///
/// Says whether all passed; the count is the last line of the run.
///
/// # Errors
/// When the words mean nothing.
pub fn test(words: &[&str]) -> Result<bool> {
    let (suites, filter) = asked(words)?;
    // What could not be installed is said by the suite that needs it.
    let mut page = if suites.len() > 1 { build_beside().ok() } else { None };
    let mut outcomes = Vec::new();
    for suite in suites {
        outcomes.push(run_suite(suite, filter, &mut page));
    }

    let mut sum = Count::default();
    println!();
    for outcome in &outcomes {
        println!("{outcome}");
        sum = sum.plus(outcome.count);
    }
    println!("{} passed, {} failed", sum.passed, sum.failed);
    Ok(sum.failed == 0)
}

/// A page that is being built.
type Page = JoinHandle<Result<PathBuf>>;

/// Begins to build the page. The tools are there when it returns, so that no suite installs one of them as well.
fn build_beside() -> Result<Page> {
    tools::for_building()?;
    tools::for_publishing()?;
    Ok(std::thread::spawn(dist::build))
}

fn asked<'words>(words: &[&'words str]) -> Result<(Vec<Suite>, Option<&'words str>)> {
    match words {
        [] => Ok((SUITES.to_vec(), None)),
        [name, rest @ ..] => {
            let suite = SUITES.into_iter().find(|suite| suite.name() == *name);
            let suite = suite.with_context(|| {
                format!("there is no suite {name}; there are native, browser and journeys")
            })?;
            match rest {
                [] => Ok((vec![suite], None)),
                [filter] => Ok((vec![suite], Some(filter))),
                _ => bail!("one filter at most"),
            }
        }
    }
}

fn run_suite(suite: Suite, filter: Option<&str>, page: &mut Option<Page>) -> Outcome {
    let start = now();
    let mut outcome = Outcome { suite, count: Count::default(), took: Duration::ZERO, trouble: None };
    step(format!("testing: {suite}"));
    match suite.commands(filter, page) {
        Err(why) => outcome.trouble = Some(format!("{why:#}")),
        Ok(commands) => {
            for mut command in commands {
                match counted(&mut command) {
                    Ok((count, success)) => {
                        outcome.count = outcome.count.plus(count);
                        if !success && count.failed == 0 {
                            let line = spelled(&command);
                            outcome.trouble = Some(format!("`{line}` ended with a failure"));
                        }
                    }
                    Err(why) => outcome.trouble = Some(format!("{why:#}")),
                }
            }
        }
    }
    // A suite that did not run to its end has not passed, whatever it counted.
    if outcome.trouble.is_some() {
        outcome.count.failed += 1;
    }
    outcome.took = start.elapsed();
    outcome
}

impl Suite {
    fn name(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Browser => "browser",
            Self::Journeys => "journeys",
        }
    }

    /// Prepares what the suite needs and says how it is run.
    fn commands(self, filter: Option<&str>, page: &mut Option<Page>) -> Result<Vec<Command>> {
        match self {
            Self::Native => Ok(vec![
                cargo_test(&["--no-default-features", "--no-fail-fast"], filter)?,
                cargo_test(&["--package", "xtask", "--no-fail-fast"], filter)?,
                cargo_test(&["--package", "e2e", "--no-default-features", "--lib"], filter)?,
            ]),
            Self::Browser => {
                let browser = browser::ensure()?;
                let folders = tools::for_browser_tests()?;
                let mut command = cargo_test(&["--target", tools::WASM, "--test", "browser"], filter)?;
                command
                    .env("PATH", paths::path_with(&folders)?)
                    .env("CHROMEDRIVER", &browser.driver)
                    .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browser.capabilities()?);
                Ok(vec![command])
            }
            Self::Journeys => {
                let browser = browser::ensure()?;
                let dist = match page.take() {
                    Some(page) => {
                        page.join().map_err(|_| anyhow!("building the page ended in a panic"))??
                    }
                    None => dist::build()?,
                };
                // Pictures of an earlier run's failures would pass for this one's.
                fs::remove_dir_all(paths::root()?.join("target").join("journeys")).ok();
                let mut command = cargo_test(&["--package", "e2e", "--test", "journeys"], filter)?;
                if filter.is_none() {
                    command.arg("--");
                }
                command
                    .arg("--test-threads=2")
                    .env("BRIDGEKEEPER_DIST", dist)
                    // A failed journey says what it waited for; sixty frames of polling would hide it.
                    .env("RUST_LIB_BACKTRACE", "0")
                    .env("CHROMIUM", &browser.chromium)
                    .env("CHROMEDRIVER", &browser.driver);
                Ok(vec![command])
            }
        }
    }
}

impl fmt::Display for Suite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Count { passed, failed } = self.count;
        let took = spoken(self.took);
        write!(f, "  {:9} {passed:>5} passed {failed:>5} failed  {took:>12}", self.suite)?;
        match &self.trouble {
            Some(why) => write!(f, "  {why}"),
            None => Ok(()),
        }
    }
}

impl Count {
    fn plus(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

fn cargo_test(arguments: &[&str], filter: Option<&str>) -> Result<Command> {
    let mut command = Command::new("cargo");
    command.arg("test").args(arguments).current_dir(paths::root()?);
    if let Some(filter) = filter {
        command.args(["--", filter]);
    }
    Ok(command)
}

/// Runs to the end, shows everything and counts the tests; says also whether the program was content.
fn counted(command: &mut Command) -> Result<(Count, bool)> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("could not start `{}`", spelled(command)))?;
    let written = child.stdout.take().context("a pipe was asked for")?;
    let mut count = Count::default();
    for line in BufReader::new(written).split(b'\n') {
        let mut line = line?;
        if let Some(more) = count_in(&String::from_utf8_lossy(&line)) {
            count = count.plus(more);
        }
        line.push(b'\n');
        // Locked for a line at a time: the page may be built beside it.
        let mut out = std::io::stdout().lock();
        out.write_all(&line)?;
        out.flush()?;
    }
    Ok((count, child.wait()?.success()))
}

/// Reads `test result: ok. 3 passed; 0 failed; …`, which every harness here ends with.
fn count_in(line: &str) -> Option<Count> {
    let (_, figures) = line.trim().strip_prefix("test result: ")?.split_once(". ")?;
    let figure = |what: &str| {
        figures
            .split(';')
            .find_map(|part| part.trim().strip_suffix(what))
            .and_then(|number| number.trim().parse().ok())
    };
    Some(Count { passed: figure("passed")?, failed: figure("failed")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_line_of_every_harness_is_counted() {
        let line = "test result: FAILED. 12 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out";
        let counted = Count { passed: 12, failed: 1 };
        assert_eq!(count_in(line), Some(counted));
        assert_eq!(count_in("test domain::passed ... ok"), None);
    }

    #[test]
    fn no_name_means_every_suite_and_a_second_word_filters() {
        assert_eq!(asked(&[]).unwrap(), (SUITES.to_vec(), None));
        assert_eq!(asked(&["journeys", "crash"]).unwrap(), (vec![Suite::Journeys], Some("crash")));
        assert!(asked(&["nativ"]).is_err());
    }

    #[test]
    fn a_suite_that_cannot_run_counts_as_a_failure() {
        let mut missing = Command::new("no-such-program");
        assert!(counted(&mut missing).is_err());
    }
}
