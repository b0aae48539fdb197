//! `tidy`: the rules of the house that no lint knows.
//!
//! - [`layers`]: dependencies between the layers of `src/` point one way
//! - [`style`]: colours in one file, no style attributes, every style sheet linked and named like its owner
//! - [`words`]: module docs, unfinished business, paths of somebody's machine, length
//! - [`rust`]: reads Rust just well enough for that: code without comments and text, paths in `use`

mod layers;
mod rust;
mod style;
mod words;

use crate::paths;
use crate::process::step;
use anyhow::{Context, Result, bail};
use std::fmt;
use std::fs;
use std::path::Path;

/// A text file of the project.
pub struct Source {
    /// From the top of the project, with `/` on every system.
    path: String,
    text: String,
}

/// Something that is not as the house wants it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    path: String,
    /// Counted from one.
    line: usize,
    sentence: String,
    weight: Weight,
}

/// Whether it stops the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    Error,
    Warning,
}

/// Reads the project and prints what is wrong.
///
/// # Errors
/// When something is wrong, or a file cannot be read.
pub fn tidy() -> Result<()> {
    step("tidy: layers, style, words");
    let sources = read(&paths::root()?)?;
    let findings = check(&sources);
    for finding in &findings {
        println!("{finding}");
    }
    let errors = findings.iter().filter(|finding| finding.weight == Weight::Error);
    match errors.count() {
        0 => Ok(()),
        count => bail!("tidy found {count} things to put right"),
    }
}

fn check(sources: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in sources {
        findings.extend(layers::check(source));
        findings.extend(style::check(source));
        findings.extend(words::check(source));
    }
    findings.extend(style::check_links(sources));
    findings.sort();
    findings
}

/// Every text file of the project, without what is built or downloaded.
fn read(root: &Path) -> Result<Vec<Source>> {
    const NOT_OURS: [&str; 5] = ["target", "dist", ".git", "node_modules", ".trunk"];
    const TEXT: [&str; 11] =
        ["rs", "js", "css", "html", "toml", "md", "json", "sh", "yml", "svg", "webmanifest"];
    let mut sources = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            let below = path.strip_prefix(root)?;
            let name = below.file_name().unwrap_or_default().to_string_lossy();
            if path.is_dir() {
                if !NOT_OURS.contains(&&*name) {
                    folders.push(path);
                }
                continue;
            }
            let ending = below.extension().unwrap_or_default().to_string_lossy();
            if TEXT.contains(&&*ending) || below == Path::new(".ci/run") {
                let text = fs::read_to_string(&path)
                    .with_context(|| format!("could not read {}", path.display()))?;
                let path = below.to_string_lossy().replace('\\', "/");
                sources.push(Source { path, text });
            }
        }
    }
    Ok(sources)
}

impl Source {
    fn error(&self, line: usize, sentence: impl Into<String>) -> Finding {
        self.finding(line, sentence.into(), Weight::Error)
    }

    fn warning(&self, line: usize, sentence: impl Into<String>) -> Finding {
        self.finding(line, sentence.into(), Weight::Warning)
    }

    fn finding(&self, line: usize, sentence: String, weight: Weight) -> Finding {
        Finding { path: self.path.clone(), line, sentence, weight }
    }

    fn has_ending(&self, ending: &str) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, found)| found == ending)
    }

    /// The lines, counted from one.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let weight = match self.weight {
            Weight::Error => "error",
            Weight::Warning => "warning",
        };
        write!(f, "{}:{}: {weight}: {}", self.path, self.line, self.sentence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub fn source(path: &str, text: &str) -> Source {
        Source { path: path.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn a_finding_says_where_first() {
        let finding = source("src/lib.rs", "").error(7, "is wrong");
        assert_eq!(finding.to_string(), "src/lib.rs:7: error: is wrong");
    }
}
