//! The service worker of a build: which files it keeps, and what each must hold.
//!
//! Its code is `src/shell/offline.js`. In front of it goes the list; whatever changes in a build changes the list, and with it
//! the script, which is how a browser learns that there is something new.

use crate::{dist, single};
use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The script's name. It never changes: a browser asks under this name whether there is something new.
pub const SCRIPT: &str = "sw.js";

/// What is published beside the page and is no part of it: a page of its own, which keeps itself.
const APART: [&str; 2] = [SCRIPT, single::NAME];

/// The page, saying where its service worker is. A page that does not say so (development, the single file) has none.
///
/// # Errors
/// When the page names no character set, which this goes after.
pub fn announced(page: &str) -> Result<String> {
    let charset = page.find("<meta charset").context("the page names no character set")?;
    let end = page.get(charset..).and_then(|rest| rest.find('>')).context("the character set never ends")?;
    let (head, rest) = page.split_at_checked(charset + end + 1).context("no such place in the page")?;
    Ok(format!("{head}<meta name=\"offline\" content=\"./{SCRIPT}\">{rest}"))
}

/// Writes the service worker of the files with these names beside them; returns the names of those that it keeps.
///
/// # Errors
/// When one cannot be read, or the page is not among them.
pub fn write(folder: &Path, names: &[String], code: &str) -> Result<Vec<String>> {
    let kept: Vec<String> = names.iter().filter(|name| !APART.contains(&name.as_str())).cloned().collect();
    if !kept.iter().any(|name| name == "index.html") {
        bail!("there is no page to keep");
    }
    let mut files = String::from("{\n");
    for name in &kept {
        if name.contains(['"', '\\', ' ', '#', '?', '%']) {
            bail!("{name} cannot be written as an address as it is");
        }
        let bytes = fs::read(folder.join(name)).with_context(|| format!("could not read {name}"))?;
        writeln!(files, "  \"{name}\": \"{}\",", STANDARD.encode(Sha256::digest(bytes)))?;
    }
    files.push('}');
    // The code counts as well: other code may keep the same files in another way.
    let build = dist::hash(format!("{files}{code}").as_bytes());
    let script = format!("const build = \"{build}\";\nconst files = {files};\n{code}");
    fs::write(folder.join(SCRIPT), script).with_context(|| format!("could not write {SCRIPT}"))?;
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_says_what_every_file_of_the_page_must_hold_and_a_change_is_another_build() {
        let folder = std::env::temp_dir().join(format!("xtask-precache-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let names = ["index.html", "a-1.css", "bridgekeeper.html"].map(str::to_owned);
        for name in &names {
            fs::write(folder.join(name), name).unwrap();
        }
        let script = || fs::read_to_string(folder.join(SCRIPT)).unwrap();
        let kept = write(&folder, &names, "start();\n").unwrap();
        let first = script();
        write(&folder, &names, "start();\n").unwrap();
        let again = script();
        fs::write(folder.join("a-1.css"), "changed").unwrap();
        write(&folder, &names, "start();\n").unwrap();
        let second = script();
        let without_page = write(&folder, &names[1..], "");
        fs::remove_dir_all(&folder).unwrap();

        assert_eq!(kept, ["index.html", "a-1.css"]);
        assert!(first.ends_with("};\nstart();\n"), "{first}");
        // printf index.html | openssl dgst -sha256 -binary | base64
        assert!(
            first.contains("\"index.html\": \"DrVHMEZYgFqteI0yDxC/Hyknl7Xm10Wjv2F1hNoBcFE=\""),
            "{first}"
        );
        assert!(!first.contains("bridgekeeper.html"), "{first}");
        assert_eq!(first, again);
        assert_ne!(first.lines().next(), second.lines().next());
        assert!(without_page.is_err());
    }

    #[test]
    fn the_page_says_where_it_is() {
        let page = announced("<head><meta charset=utf-8><title>x</title>").unwrap();
        let meta = "<head><meta charset=utf-8><meta name=\"offline\" content=\"./sw.js\"><title>";
        assert!(page.starts_with(meta), "{page}");
        assert!(announced("<head>").is_err());
    }
}
