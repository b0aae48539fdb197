//! Which browsers and which drivers this machine has, and which of them the journeys are told in.
//!
//! Names differ between systems; `CHROMIUM`, `CHROMEDRIVER`, `FIREFOX` and `GECKODRIVER` in the environment overrule the
//! search.

use anyhow::{Context, Result, bail};
use std::env;
use std::path::{Path, PathBuf};

const CHROMIUM_NAMES: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const CHROMIUM_PLACES: [&str; 4] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
];

const DRIVER_PLACES: [&str; 3] = [
    "/usr/lib/chromium-browser/chromedriver",
    "/usr/lib/chromium/chromedriver",
    "/snap/bin/chromium.chromedriver",
];

const FIREFOX_NAMES: [&str; 2] = ["firefox-esr", "firefox"];

const FIREFOX_PLACES: [&str; 2] =
    ["/Applications/Firefox.app/Contents/MacOS/firefox", r"C:\Program Files\Mozilla Firefox\firefox.exe"];

/// In the environment, the name of the browser to tell the journeys in; without it, Chromium.
pub const WHICH: &str = "BRIDGEKEEPER_BROWSER";

/// A browser the journeys can be told in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Chromium, through chromedriver.
    Chromium,
    /// Firefox, through geckodriver.
    Firefox,
}

impl Which {
    /// The one that the environment asks for.
    ///
    /// # Errors
    /// When it asks for one that is not known here.
    pub fn asked_for() -> Result<Self> {
        match env::var(WHICH).as_deref() {
            Err(_) | Ok("" | "chromium") => Ok(Self::Chromium),
            Ok("firefox") => Ok(Self::Firefox),
            Ok(other) => bail!("{WHICH}={other} is no browser the journeys know: it is chromium or firefox"),
        }
    }

    /// Its name in sentences.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
        }
    }

    /// The browser on this machine.
    ///
    /// # Errors
    /// When there is none; the sentence says what installs it.
    pub fn program(self) -> Result<PathBuf> {
        let found = match self {
            Self::Chromium => chromium(),
            Self::Firefox => firefox(),
        };
        found.with_context(|| format!("no {} on this machine; {HOW}", self.name()))
    }

    /// The program that drives it.
    ///
    /// # Errors
    /// When there is none; the sentence says what installs it.
    pub fn driver(self) -> Result<PathBuf> {
        let (name, found) = match self {
            Self::Chromium => ("chromedriver", chromedriver()),
            Self::Firefox => ("geckodriver", geckodriver()),
        };
        found.with_context(|| format!("no {name} on this machine; {HOW}"))
    }
}

const HOW: &str = "`cargo xtask test` installs it or says how to get it";

/// Chromium, or `None` when there is none.
pub fn chromium() -> Option<PathBuf> {
    find("CHROMIUM", &CHROMIUM_NAMES, &CHROMIUM_PLACES)
}

/// The program that drives Chromium, or `None` when there is none.
pub fn chromedriver() -> Option<PathBuf> {
    find("CHROMEDRIVER", &["chromedriver"], &DRIVER_PLACES)
}

/// Firefox, or `None` when there is none.
pub fn firefox() -> Option<PathBuf> {
    find("FIREFOX", &FIREFOX_NAMES, &FIREFOX_PLACES)
}

/// The program that drives Firefox, or `None` when there is none.
pub fn geckodriver() -> Option<PathBuf> {
    find("GECKODRIVER", &["geckodriver"], &[])
}

fn find(variable: &str, names: &[&str], places: &[&str]) -> Option<PathBuf> {
    if let Some(named) = env::var_os(variable) {
        return Some(named.into());
    }
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
    names
        .iter()
        .flat_map(|name| {
            let file = format!("{name}{}", env::consts::EXE_SUFFIX);
            folders.iter().map(move |folder| folder.join(&file))
        })
        .chain(places.iter().map(|place| Path::new(place).to_owned()))
        .find(|file| file.is_file())
}

/// What Chromium is started with, everywhere in this project: no window, nothing of its own on the network.
///
/// `--no-sandbox` because containers run as root, where Chromium refuses to start otherwise; it opens
/// only pages of this project. `intranet.example` is this machine under a name, as a host in a company has one: what is not
/// loopback by its name is no secure place over plain http.
pub const CHROMIUM_ARGUMENTS: [&str; 13] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-search-engine-choice-screen",
    "--host-resolver-rules=MAP intranet.example 127.0.0.1",
    "--hide-crash-restore-bubble",
];
