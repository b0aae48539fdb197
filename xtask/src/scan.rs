//! Refuses a build that could talk to anybody but its own host.
//!
//! WebAssembly reaches the browser only through functions that a script hands it, so the scripts say all there is to
//! say: none may hold a way to send, other than those that load the page's own files; nor a way to run text as code.
//! The policy in the page ([`crate::policy`]) is what the browser holds it to; this says it before anyone publishes.

use crate::{precache, single};
use anyhow::{Result, bail};
use std::fs;
use std::path::Path;

/// Ways to talk, and ways to run text as code. As they stand in a script.
const REFUSED: [&str; 14] = [
    "XMLHttpRequest",
    "WebSocket",
    "WebTransport",
    "EventSource",
    "RTCPeerConnection",
    "RTCDataChannel",
    "sendBeacon",
    "importScripts",
    "SharedWorker",
    "PushManager",
    "BackgroundFetch",
    "eval(",
    "new Function",
    "document.write",
];

/// The loaders of the page's own files: how a script's name begins, and how often it may fetch.
const LOADERS: [(&str, usize); 4] = [
    // wasm-bindgen's, for the module; ours, for the parts of the code (`split`).
    ("bridgekeeper-", 2),
    // wasm-bindgen's, for the worker's module.
    ("worker-", 1),
    // What it keeps, by its list; and what the page asks of its own folder that is not kept.
    (precache::SCRIPT, 2),
    // Both of wasm-bindgen's stand in the single file, whose policy lets them reach nothing.
    (single::NAME, 2),
];

/// Looks at everything in `folder` that a browser runs or draws.
///
/// # Errors
/// When something in it could talk, with every place of it.
pub fn scan(folder: &Path, files: &[String]) -> Result<()> {
    let mut refused = Vec::new();
    for name in files {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let find: fn(&str, &str) -> Vec<String> = match ending {
            "js" => in_script,
            "html" => in_page,
            "css" | "svg" => in_sheet,
            _ => continue,
        };
        let text = fs::read_to_string(folder.join(name))?;
        refused.extend(find(name, &text).into_iter().map(|what| format!("  {name}: {what}")));
    }
    if refused.is_empty() { Ok(()) } else { bail!("the build could talk:\n{}", refused.join("\n")) }
}

fn in_script(name: &str, code: &str) -> Vec<String> {
    let mut found: Vec<String> =
        REFUSED.iter().filter(|word| code.contains(**word)).map(|word| format!("holds {word}")).collect();
    let fetches = code.matches("fetch(").count();
    let may = LOADERS.iter().find(|(begins, _)| name.starts_with(begins)).map_or(0, |(_, may)| *may);
    if fetches > may {
        found.push(format!("fetches in {fetches} places; its loader has {may}"));
    }
    found
}

/// A page is a script in its own right, and names files.
fn in_page(name: &str, page: &str) -> Vec<String> {
    let mut found = in_script(name, page);
    for attribute in ["src=", "href=", "action=", "srcset=", "ping="] {
        let values = page.match_indices(attribute).filter_map(|(at, _)| page.get(at + attribute.len()..));
        for value in values {
            let address = first_value(value);
            if is_elsewhere(address) {
                found.push(format!("{attribute}{address}"));
            }
        }
    }
    found
}

fn in_sheet(_: &str, sheet: &str) -> Vec<String> {
    let mut found = Vec::new();
    if sheet.contains("@import") {
        found.push("holds @import".to_owned());
    }
    for opening in ["url(", "src=", "href="] {
        for (at, _) in sheet.match_indices(opening) {
            let address = first_value(sheet.get(at + opening.len()..).unwrap_or_default());
            if is_elsewhere(address) {
                found.push(format!("{opening}{address}"));
            }
        }
    }
    found
}

/// What stands first, in quotes or up to where an unquoted value ends.
fn first_value(text: &str) -> &str {
    match text.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            text.get(1..).and_then(|rest| rest.split(quote).next()).unwrap_or_default()
        }
        _ => text.split([' ', '>', ')']).next().unwrap_or_default(),
    }
}

/// Whether an address leads away from the folder. One in a file's own text (`data:`) does not.
fn is_elsewhere(address: &str) -> bool {
    let address = address.trim().to_lowercase();
    let has_scheme = address.split_once(':').is_some_and(|(scheme, _)| {
        !scheme.is_empty() && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    });
    address.starts_with("//") || (has_scheme && !address.starts_with("data:"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_talk_is_refused() {
        for word in REFUSED {
            assert_eq!(
                in_script("bridgekeeper-1.js", &format!("let a = {word};")),
                [format!("holds {word}")]
            );
        }
        assert!(in_script("bridgekeeper-1.js", "fetch(a); fetch(b)").is_empty());
        assert_eq!(in_script("bridgekeeper-1.js", "fetch(a); fetch(b); self.fetch(c)").len(), 1);
        assert_eq!(in_script("other.js", "fetch(a)").len(), 1);
    }

    #[test]
    fn a_page_and_its_sheets_name_only_their_own_files() {
        let page = |link: &str| in_page("index.html", &format!("<link href={link}>"));
        assert!(page("\"./a.css\"").is_empty());
        assert!(page("'data:image/png;base64,AA'").is_empty());
        assert!(page("\"#/today\"").is_empty());
        for elsewhere in
            ["\"https://a.example/b.css\"", "'//a.example/b'", "HTTP://a.example", "\" wss://a.example\""]
        {
            assert_eq!(page(elsewhere).len(), 1, "{elsewhere}");
        }
        assert!(in_sheet("a.css", "a{mask:url(#b)} b{background:url(\"data:x\")}").is_empty());
        assert_eq!(in_sheet("a.css", "@import 'b.css';").len(), 1);
        assert_eq!(in_sheet("a.css", "a{background:url(https://a.example/b.png)}").len(), 1);
    }
}
