//! `cargo xtask test`: the rulebook, the browser tests and the journeys, each counted.
//!
//! A suite that fails does not keep the later ones from running. The page that the journeys need is built beside the
//! suites before them: linking it keeps one core busy for minutes, and they leave one idle.

use crate::process::{now, run, spelled, spoken, step};
use crate::{browser, dist, paths, tools};
use anyhow::{Context, Result, anyhow, bail};
use e2e::browsers::WHICH;
use std::fmt;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
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
    /// A person's way through the built page, in Chromium.
    Journeys,
    /// The same in Firefox.
    Firefox,
}

const SUITES: [Suite; 4] = [Suite::Native, Suite::Browser, Suite::Journeys, Suite::Firefox];

/// The journeys that every run of all tests tells in Firefox, too: those whose outcome hangs on what browsers do each in
/// their own way. `cargo xtask test journeys --firefox` tells all of them there.
const IN_FIREFOX: [&str; 14] = [
    // What went wrong, a killed browser, a frame without storage.
    "opening::what_goes_wrong_in_a_page_is_heard",
    "opening::the_page_opens_again_after_the_browser_was_killed",
    "blocked::in_a_frame_that_may_only_run_scripts_the_main_job_works_in_memory",
    // Who is around a frame, and the storage it is given there.
    "embedding::inside_a_page_of_another_site_it_says_once_that_it_keeps_its_own_data",
    // Events and quota of localStorage.
    "at_once::a_second_tab_sees_adds_edits_and_deletes_without_loading_anew",
    "full::a_full_storage_still_takes_a_small_record_and_then_says_that_it_does_not",
    "erase::a_storage_cleared_by_somebody_else_can_be_put_back",
    // Lone surrogates, files in and out, the clipboard.
    "damage::a_value_with_lone_surrogates_is_copied_aside_unit_by_unit",
    "backup::a_backup_brings_the_whole_workspace_back_and_the_restore_can_be_undone",
    "export::the_list_is_downloaded_and_copied_as_it_is_shown",
    // Where the focus goes.
    "keyboard::the_main_job_takes_no_pointer",
    // What CSS and popovers make of it: the scheme, paper, a narrow screen.
    "appearance::theme_and_density_are_there_before_the_app_after_a_reload",
    "along::a_partner_goes_along_in_words_and_on_one_sheet",
    "accessibility::at_320_px_no_screen_scrolls_sideways",
];

/// Which tests of a suite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent<'words> {
    /// All that belong into a run of everything.
    Main,
    /// Every one.
    All,
    /// Those with these words in their names.
    Filtered(&'words str),
}

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
    let (suites, extent) = asked(words)?;
    // What could not be installed is said by the suite that needs it.
    let mut page = Page::Unbuilt;
    if suites.len() > 1 {
        page = build_beside().map_or(Page::Unbuilt, Page::UnderWay);
    }
    let mut outcomes = Vec::new();
    for suite in suites {
        outcomes.push(run_suite(suite, extent, &mut page));
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

/// The page that the journeys need.
enum Page {
    Unbuilt,
    UnderWay(JoinHandle<Result<PathBuf>>),
    Built(PathBuf),
}

impl Page {
    /// The folder it was built into, once it is.
    fn built(&mut self) -> Result<PathBuf> {
        let folder = match std::mem::replace(self, Self::Unbuilt) {
            Self::Unbuilt => dist::build()?,
            Self::UnderWay(page) => {
                page.join().map_err(|_| anyhow!("building the page ended in a panic"))??
            }
            Self::Built(folder) => folder,
        };
        *self = Self::Built(folder.clone());
        Ok(folder)
    }
}

/// Begins to build the page. The tools are there when it returns, so that no suite installs one of them as well.
fn build_beside() -> Result<JoinHandle<Result<PathBuf>>> {
    tools::for_building()?;
    tools::for_publishing()?;
    Ok(std::thread::spawn(dist::build))
}

fn asked<'words>(words: &[&'words str]) -> Result<(Vec<Suite>, Extent<'words>)> {
    let (suite, rest) = match words {
        [] => return Ok((SUITES.to_vec(), Extent::Main)),
        ["journeys", "--firefox", rest @ ..] => (Suite::Firefox, rest),
        ["native", rest @ ..] => (Suite::Native, rest),
        ["browser", rest @ ..] => (Suite::Browser, rest),
        ["journeys", rest @ ..] => (Suite::Journeys, rest),
        [name, ..] => bail!("there is no suite {name}; there are native, browser and journeys"),
    };
    match rest {
        [] => Ok((vec![suite], Extent::All)),
        [filter] if !filter.starts_with('-') => Ok((vec![suite], Extent::Filtered(filter))),
        _ => bail!("after the suite comes one filter at most; journeys takes --firefox before it"),
    }
}

fn run_suite(suite: Suite, extent: Extent<'_>, page: &mut Page) -> Outcome {
    let start = now();
    let mut outcome = Outcome { suite, count: Count::default(), took: Duration::ZERO, trouble: None };
    step(format!("testing: {suite}"));
    match suite.commands(extent, page) {
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
            Self::Firefox => "firefox",
        }
    }

    /// Prepares what the suite needs and says how it is run.
    fn commands(self, extent: Extent<'_>, page: &mut Page) -> Result<Vec<Command>> {
        match self {
            Self::Native => Ok(vec![
                cargo_test(&["--no-default-features", "--no-fail-fast"], extent.filters())?,
                cargo_test(&["--package", "xtask", "--no-fail-fast"], extent.filters())?,
                cargo_test(&["--package", "e2e", "--no-default-features", "--lib"], extent.filters())?,
            ]),
            Self::Browser => {
                let browser = browser::ensure()?;
                let folders = tools::for_browser_tests()?;
                let mut command =
                    cargo_test(&["--target", tools::WASM, "--test", "browser"], extent.filters())?;
                command
                    .env("PATH", paths::path_with(&folders)?)
                    .env("CHROMEDRIVER", &browser.driver)
                    .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browser.capabilities()?);
                Ok(vec![command])
            }
            Self::Journeys => {
                let browser = browser::ensure()?;
                // Pictures of an earlier run's failures would pass for this one's.
                fs::remove_dir_all(paths::root()?.join("target").join("journeys")).ok();
                // Compiled while the page is still being built, which leaves a core idle.
                run(&mut cargo_test(&["--package", "e2e", "--test", "journeys", "--no-run"], &[])?)?;
                let mut command = journeys(&page.built()?, extent.filters())?;
                command.env("CHROMIUM", &browser.chromium).env("CHROMEDRIVER", &browser.driver);
                Ok(vec![command])
            }
            Self::Firefox => {
                let browser = browser::ensure_firefox()?;
                let mut filters = extent.filters().to_vec();
                if extent == Extent::Main {
                    filters.extend(IN_FIREFOX);
                    filters.push("--exact");
                }
                let mut command = journeys(&page.built()?, &filters)?;
                command
                    .env(WHICH, "firefox")
                    .env("FIREFOX", &browser.firefox)
                    .env("GECKODRIVER", &browser.driver);
                Ok(vec![command])
            }
        }
    }
}

impl<'words> Extent<'words> {
    fn filters(&self) -> &[&'words str] {
        match self {
            Self::Main | Self::All => &[],
            Self::Filtered(words) => std::slice::from_ref(words),
        }
    }
}

fn journeys(dist: &Path, filters: &[&str]) -> Result<Command> {
    let mut command = cargo_test(&["--package", "e2e", "--test", "journeys"], filters)?;
    command
        .arg("--test-threads=2")
        .env("BRIDGEKEEPER_DIST", dist)
        // A failed journey says what it waited for; sixty frames of polling would hide it.
        .env("RUST_LIB_BACKTRACE", "0")
        // Whoever runs this may have set another one.
        .env_remove(WHICH);
    Ok(command)
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

fn cargo_test(arguments: &[&str], filters: &[&str]) -> Result<Command> {
    let mut command = Command::new("cargo");
    command.arg("test").args(arguments).arg("--").args(filters).current_dir(paths::root()?);
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
        assert_eq!(asked(&[]).unwrap(), (SUITES.to_vec(), Extent::Main));
        let filtered = Extent::Filtered("crash");
        assert_eq!(asked(&["journeys", "crash"]).unwrap(), (vec![Suite::Journeys], filtered));
        assert_eq!(asked(&["journeys", "--firefox", "crash"]).unwrap(), (vec![Suite::Firefox], filtered));
        assert_eq!(asked(&["journeys", "--firefox"]).unwrap(), (vec![Suite::Firefox], Extent::All));
        assert!(asked(&["nativ"]).is_err());
        assert!(asked(&["native", "--firefox"]).is_err());
    }

    /// Renamed, it would be told nowhere, and nobody would miss it.
    #[test]
    fn every_journey_chosen_for_firefox_is_there() {
        let folder = paths::root().unwrap().join("tests/e2e/tests/journeys");
        for chosen in IN_FIREFOX {
            let (module, name) = chosen.split_once("::").unwrap();
            let journeys = fs::read_to_string(folder.join(format!("{module}.rs"))).unwrap();
            assert!(journeys.contains(&format!("async fn {name}()")), "there is no journey {chosen}");
        }
    }

    #[test]
    fn a_suite_that_cannot_run_counts_as_a_failure() {
        let mut missing = Command::new("no-such-program");
        assert!(counted(&mut missing).is_err());
    }
}
