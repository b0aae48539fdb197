//! Which Chromium and which driver this machine has.
//!
//! Names differ between systems; `CHROMIUM` and `CHROMEDRIVER` in the environment overrule the search.

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

/// The browser, or `None` when there is none.
pub fn chromium() -> Option<PathBuf> {
    find("CHROMIUM", &CHROMIUM_NAMES, &CHROMIUM_PLACES)
}

/// The program that drives it, or `None` when there is none.
pub fn chromedriver() -> Option<PathBuf> {
    find("CHROMEDRIVER", &["chromedriver"], &DRIVER_PLACES)
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
/// only pages of this project.
pub const CHROMIUM_ARGUMENTS: [&str; 12] = [
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
    "--hide-crash-restore-bubble",
];
