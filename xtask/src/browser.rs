//! Makes sure that there are a Chromium and a Firefox to test in.
//!
//! They are taken from the system: a browser is no crate. Chromium's driver must be of its version, and comes with it;
//! Firefox's drives any, and comes from crates.io.

use crate::process::{ask, run, run_patiently, step};
use crate::{paths, tools};
use anyhow::{Context, Result, bail};
use e2e::browsers::{CHROMIUM_ARGUMENTS, chromedriver, chromium, firefox};
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

/// Chromium and the program that drives it.
pub struct Browser {
    pub chromium: PathBuf,
    pub driver: PathBuf,
}

impl Browser {
    /// Writes how tests in the browser start it, for `wasm-bindgen-test-runner`; returns the file.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn capabilities(&self) -> Result<PathBuf> {
        let quoted = |text: &str| format!("{text:?}");
        let arguments: Vec<String> = CHROMIUM_ARGUMENTS.iter().map(|text| quoted(text)).collect();
        let json = format!(
            "{{ \"goog:chromeOptions\": {{ \"binary\": {}, \"args\": [{}] }} }}\n",
            quoted(&self.chromium.to_string_lossy()),
            arguments.join(", ")
        );
        let folder = paths::root()?.join("target");
        let file = folder.join("webdriver.json");
        fs::create_dir_all(folder)?;
        fs::write(&file, json)?;
        Ok(file)
    }
}

/// Firefox and the program that drives it.
pub struct Firefox {
    pub firefox: PathBuf,
    pub driver: PathBuf,
}

/// The Chromium of this machine; on Debian and its kin it is installed when missing.
///
/// # Errors
/// When there is none and it cannot be installed; the sentence says what to install.
pub fn ensure() -> Result<Browser> {
    if let Some(browser) = found() {
        return Ok(browser);
    }
    match administrator() {
        Some(prefix) => install_chromium(&prefix)?,
        None => bail!("{}", what_to_install(std::env::consts::OS)),
    }
    found().with_context(|| what_to_install(std::env::consts::OS))
}

/// The Firefox of this machine, installed as [`ensure`] does it; its driver is built when it is missing.
///
/// # Errors
/// When there is none and it cannot be installed; the sentence says what to install.
pub fn ensure_firefox() -> Result<Firefox> {
    let missing = || firefox_to_install(std::env::consts::OS);
    if firefox().is_none() {
        match administrator() {
            Some(prefix) => install_firefox(&prefix)?,
            None => bail!("{}", missing()),
        }
    }
    Ok(Firefox { firefox: firefox().with_context(missing)?, driver: tools::ensure_geckodriver()? })
}

/// Says which browsers there are.
pub fn list() {
    for (name, place) in [("chromium", chromium()), ("chromedriver", chromedriver()), ("firefox", firefox())]
    {
        match place {
            Some(file) => println!("{name}: {}", file.display()),
            None => println!("{name}: missing (needed for tests only)"),
        }
    }
}

fn found() -> Option<Browser> {
    Some(Browser { chromium: chromium()?, driver: chromedriver()? })
}

/// What to put before `apt-get`, or `None` where we may not or there is no apt.
fn administrator() -> Option<Vec<&'static str>> {
    ask(Command::new("apt-get").arg("--version"))?;
    if ask(Command::new("id").arg("-u"))? == "0" {
        return Some(Vec::new());
    }
    ask(Command::new("sudo").args(["--non-interactive", "true"]))?;
    Some(vec!["sudo", "--non-interactive"])
}

fn install_chromium(prefix: &[&str]) -> Result<()> {
    step("installing Chromium and its driver by apt-get (1 to 3 minutes)");
    run_patiently(Duration::from_secs(300), || apt(prefix, &["update"]))?;
    let driver = ask(Command::new("apt-cache").args(["show", "chromium-driver"]));
    let mut install = INSTALL.to_vec();
    install.extend(packages(driver.is_some()));
    run(&mut apt(prefix, &install)).with_context(|| what_to_install("linux"))
}

fn install_firefox(prefix: &[&str]) -> Result<()> {
    step("installing Firefox by apt-get (half a minute)");
    run_patiently(Duration::from_secs(300), || apt(prefix, &["update"]))?;
    // Ubuntu has it under the other name.
    let debian = ask(Command::new("apt-cache").args(["show", "firefox-esr"])).is_some();
    let package = if debian { "firefox-esr" } else { "firefox" };
    run(&mut apt(prefix, &[&INSTALL[..], &[package]].concat())).with_context(|| firefox_to_install("linux"))
}

const INSTALL: [&str; 3] = ["install", "--yes", "--no-install-recommends"];

fn apt(prefix: &[&str], arguments: &[&str]) -> Command {
    let words: Vec<&str> = prefix.iter().chain(&["apt-get"]).chain(arguments).copied().collect();
    let mut command = Command::new(words.first().copied().unwrap_or("apt-get"));
    command.args(words.get(1..).unwrap_or_default()).env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// Debian calls the driver `chromium-driver`, Ubuntu `chromium-chromedriver`.
fn packages(debian: bool) -> [&'static str; 2] {
    if debian { ["chromium", "chromium-driver"] } else { ["chromium-browser", "chromium-chromedriver"] }
}

fn what_to_install(system: &str) -> String {
    let how = match system {
        "macos" => "brew install --cask chromium && brew install --cask chromedriver",
        "windows" => "winget install Google.Chrome Google.ChromeDriver",
        _ => {
            "apt-get install chromium chromium-driver   (Debian)\n  \
             dnf install chromium chromedriver         (Fedora)\n  \
             pacman -S chromium                        (Arch)"
        }
    };
    format!(
        "tests run in Chromium, and this machine lacks it or its driver. Install both:\n  {how}\n\
         or set CHROMIUM and CHROMEDRIVER to where they are"
    )
}

fn firefox_to_install(system: &str) -> String {
    let how = match system {
        "macos" => "brew install --cask firefox",
        "windows" => "winget install Mozilla.Firefox",
        _ => {
            "apt-get install firefox-esr   (Debian)\n  \
             dnf install firefox           (Fedora)\n  \
             pacman -S firefox             (Arch)"
        }
    };
    format!(
        "the main journeys are told in Firefox, too, and this machine lacks it. Install it:\n  {how}\n\
         or set FIREFOX to where it is"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_system_is_told_what_to_install() {
        for system in ["linux", "macos", "windows", "freebsd"] {
            let sentence = what_to_install(system).to_lowercase();
            assert!(sentence.contains("chromedriver"), "{system}");
            let sentence = firefox_to_install(system);
            let names = |line: &str| line.contains("install ") && line.to_lowercase().contains("firefox");
            assert!(sentence.lines().any(names), "{system}: {sentence}");
        }
    }
}
