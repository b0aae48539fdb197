//! What every file has to say, and what none may.

use super::{Finding, Source};

const LONG: usize = 500;

/// Spelled apart, or this file would find itself.
const UNFINISHED: [&str; 3] = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("to", "do!(")];

/// Where people and machines keep their own things.
const MACHINE_PATHS: [&str; 5] = [
    concat!("/ho", "me/"),
    concat!("/ro", "ot/"),
    concat!("/Us", "ers/"),
    concat!("/wo", "rk/"),
    concat!("C:\\Us", "ers"),
];

/// Reads one file.
pub fn check(source: &Source) -> Vec<Finding> {
    let mut findings = Vec::new();
    if source.has_ending("rs") && !source.text.starts_with("//!") {
        findings.push(source.error(1, "opens without a `//!` line that says what is here"));
    }
    for (line, text) in source.lines() {
        if let Some(word) = UNFINISHED.iter().find(|word| has_word(text, word)) {
            findings.push(source.error(line, format!("{word}: finish it or write an issue")));
        }
        if let Some(path) = MACHINE_PATHS.iter().find(|path| has_word(text, path)) {
            findings.push(source.error(line, format!("{path}…: a path of one machine")));
        }
    }
    let code = source.has_ending("rs") || source.has_ending("css");
    let length = source.text.lines().count();
    if code && length > LONG {
        let sentence = format!("{length} lines: look for the second noun");
        findings.push(source.warning(LONG + 1, sentence));
    }
    findings
}

/// Whether the text holds `word` and not merely a longer word that ends with it.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        !before.ends_with(|c: char| c.is_alphanumeric() || "_-.~".contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::source;
    use super::*;

    fn said(path: &str, text: &str) -> Vec<String> {
        check(&source(path, text)).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_module_opens_with_its_doc() {
        assert_eq!(said("src/a.rs", "//! What is here.\n"), Vec::<String>::new());
        assert_eq!(said("src/a.rs", "use b;\n").len(), 1);
        assert_eq!(said("style/a.css", "p {}\n"), Vec::<String>::new());
    }

    #[test]
    fn unfinished_business_is_found_and_longer_words_are_not() {
        let unfinished = format!("//!\n// {}: later\n", UNFINISHED[0]);
        assert!(said("src/a.rs", &unfinished)[0].starts_with("src/a.rs:2: error"));
        assert_eq!(said("src/a.rs", "//!\nlet MASTODON = 1;\n"), Vec::<String>::new());
    }

    #[test]
    fn paths_of_a_machine_are_found_and_addresses_are_not() {
        let path = format!("see {}ana/notes\n", MACHINE_PATHS[0]);
        assert_eq!(said("README.md", &path).len(), 1);
        let address = format!("https://example.org{}page\n", MACHINE_PATHS[0]);
        assert_eq!(said("README.md", &address), Vec::<String>::new());
    }

    #[test]
    fn a_long_file_is_a_warning_only() {
        let text = format!("//!\n{}", "\n".repeat(LONG));
        assert!(said("src/a.rs", &text)[0].contains("warning"));
    }
}
