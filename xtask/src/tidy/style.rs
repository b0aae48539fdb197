//! Where style may be said, and where its files belong.

use super::rust::code_only;
use super::{Finding, Source};
use crate::html::{Links, is_source_stylesheet};

const PAGE: &str = "index.html";
const TOKENS: &str = "style/tokens.css";
const COLOUR_FUNCTIONS: [&str; 10] =
    ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "color("];

/// Reads one file.
pub fn check(source: &Source) -> Vec<Finding> {
    if source.path == PAGE {
        return check_page(source);
    }
    if source.path.starts_with("style/") && source.has_ending("css") {
        return check_sheet(source);
    }
    if source.path.starts_with("src/") && source.has_ending("rs") {
        return check_views(source);
    }
    Vec::new()
}

/// Reads the style sheets and the page that links them together.
pub fn check_links(sources: &[Source]) -> Vec<Finding> {
    let Some(page) = sources.iter().find(|source| source.path == PAGE) else {
        return Vec::new();
    };
    let linked = Links::of(&page.text).hrefs(is_source_stylesheet);
    let mut findings = Vec::new();
    if linked.first().map(String::as_str) != Some(TOKENS) {
        findings.push(page.error(1, format!("{TOKENS} has to be the first style sheet")));
    }
    for href in &linked {
        if !sources.iter().any(|source| source.path == *href) {
            findings.push(page.error(1, format!("links {href}, which does not exist")));
        }
    }
    for sheet in sources {
        if !sheet.path.starts_with("style/") || !sheet.has_ending("css") {
            continue;
        }
        if !linked.contains(&sheet.path) {
            findings.push(sheet.error(1, "is not linked from index.html"));
        }
        findings.extend(check_owner(sheet, sources));
    }
    findings
}

/// A sheet of the kit is named like the class it defines (many need no Rust), one of a feature or of the
/// shell like the module it dresses.
fn check_owner(sheet: &Source, sources: &[Source]) -> Option<Finding> {
    let (folder, name) = sheet.path.strip_prefix("style/")?.strip_suffix(".css")?.split_once('/')?;
    if folder == "kit" {
        let class = format!(".{name}");
        let defines = sheet.text.match_indices(&class).any(|(at, _)| {
            let after = sheet.text.get(at + class.len()..).unwrap_or_default();
            !after.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_')
        });
        return (!defines).then(|| sheet.error(1, format!("does not define the class {class}")));
    }
    let homes = [
        format!("src/{folder}/{name}."),
        format!("src/{folder}/{name}/mod."),
        format!("src/shell/{name}."),
        format!("src/{name}/mod."),
    ];
    let has_home =
        |source: &Source| source.path != sheet.path && homes.iter().any(|home| source.path.starts_with(home));
    if sources.iter().any(has_home) {
        return None;
    }
    Some(sheet.error(1, format!("dresses nothing: there is no src/{folder}/{name}.rs or {name}/mod.rs")))
}

fn check_page(page: &Source) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (line, text) in page.lines() {
        if text.contains(" style=") {
            findings.push(page.error(line, "style attribute: the shipped policy blocks it"));
        }
        if text.contains("<base ") {
            findings.push(page.error(line, "<base> points every #/ link away from the page"));
        }
    }
    findings
}

fn check_views(source: &Source) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, code) in code_only(&source.text).lines().enumerate() {
        // rustfmt puts a space before the = of an assignment, and none is usual in a view.
        let starts_word = |at: usize| {
            !code.get(..at).unwrap_or_default().ends_with(|c: char| c.is_alphanumeric() || "_-.:".contains(c))
        };
        if code.match_indices("style=").any(|(at, _)| starts_word(at)) {
            let sentence = "style attribute: the shipped policy blocks it; use style:--name=";
            findings.push(source.error(index + 1, sentence));
        }
    }
    for (line, text) in source.lines() {
        let quoted = text.match_indices("=\"#").filter_map(|(at, _)| text.get(at + 2..));
        if quoted.filter_map(hex_colour).any(|after| after.starts_with('"')) {
            findings.push(source.error(line, raw_colour()));
        }
    }
    findings
}

fn check_sheet(sheet: &Source) -> Vec<Finding> {
    let mut findings = Vec::new();
    let css = without_comments(&sheet.text);
    let mut line = 1;
    for statement in css.split_inclusive([';', '{', '}']) {
        // Where the statement's own text starts, past the blank lines before it.
        let blank = statement.len() - statement.trim_start().len();
        let lines_in = |text: &str| text.matches('\n').count();
        let here = line + lines_in(statement.get(..blank).unwrap_or_default());
        line += lines_in(statement);
        if statement.contains("@import") {
            findings.push(sheet.error(here, "@import costs a round trip; link the file in index.html"));
        }
        let is_selector = statement.ends_with('{');
        if !is_selector && sheet.path != TOKENS && has_raw_colour(statement) {
            findings.push(sheet.error(here, raw_colour()));
        }
    }
    findings
}

fn raw_colour() -> String {
    format!("raw colour: raw values live in {TOKENS}, everything else names them")
}

fn has_raw_colour(declaration: &str) -> bool {
    let hex = declaration
        .match_indices('#')
        .filter_map(|(at, _)| declaration.get(at..))
        .filter_map(hex_colour)
        .any(|after| !after.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_'));
    let function = COLOUR_FUNCTIONS.iter().any(|function| {
        declaration.match_indices(function).any(|(at, _)| {
            let (before, after) = declaration.split_at(at);
            let whole = !before.ends_with(|c: char| c.is_alphanumeric() || c == '-');
            // A colour made from another one is no raw value.
            whole && !after.get(function.len()..).unwrap_or_default().starts_with("from ")
        })
    });
    hex || function
}

/// What follows a `#` and 3, 4, 6 or 8 hex digits, when the text starts with such.
fn hex_colour(text: &str) -> Option<&str> {
    let digits = text.strip_prefix('#')?;
    let count = digits.chars().take_while(char::is_ascii_hexdigit).count();
    matches!(count, 3 | 4 | 6 | 8).then(|| digits.get(count..).unwrap_or_default())
}

/// CSS with its comments blanked; lines stay where they are.
fn without_comments(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        let (comment, after) = comment.split_once("*/").unwrap_or((comment, ""));
        kept.extend(comment.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::super::tests::source;
    use super::*;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        check(&source(path, text)).iter().map(|finding| finding.line).collect()
    }

    #[test]
    fn colours_are_raw_in_the_tokens_only() {
        let css = "/* #fff */\np {\n  color: #fff;\n  background:\n    oklch(20% 0 0);\n}\n";
        assert_eq!(lines("style/kit/table.css", css), [3, 4]);
        assert_eq!(lines(TOKENS, css), [0; 0]);
    }

    #[test]
    fn selectors_and_derived_colours_are_not_raw() {
        let css = "#add, #fade { color: oklch(from var(--ink) l c h / 50%); fill: url(#a-b); \
                   border-color: color-mix(in oklch, var(--ink), var(--paper)); }";
        assert_eq!(lines("style/kit/table.css", css), [0; 0]);
    }

    #[test]
    fn imports_are_refused_in_every_sheet() {
        assert_eq!(lines(TOKENS, "\n@import \"a.css\";"), [2]);
    }

    #[test]
    fn style_attributes_are_refused_and_custom_properties_are_not() {
        assert_eq!(lines(PAGE, "<html>\n<p style=\"color:red\">"), [2]);
        let view = "view! {\n  <p style=\"x\"/>\n  <p style:--share=share/>\n}\nlet style = 1;";
        assert_eq!(lines("src/kit/bar.rs", view), [2]);
        assert_eq!(lines("src/kit/bar.rs", "<path fill=\"#ff0000\"/>"), [1]);
        assert_eq!(lines("src/kit/bar.rs", "<a href=\"#/add\"/>"), [0; 0]);
    }

    #[test]
    fn a_sheet_of_the_kit_is_named_like_its_class() {
        let kit = |css: &str| check_owner(&source("style/kit/tag.css", css), &[]);
        assert_eq!(kit("@layer kit { .tag { gap: 0 } }"), None);
        assert!(kit(".tag-list { gap: 0 }").is_some());
    }

    #[test]
    fn a_sheet_of_a_feature_is_named_like_its_module() {
        let sources = [source("src/features/partner/mod.rs", ""), source("src/shell/rescue.js", "")];
        let owned = |path: &str| check_owner(&source(path, ""), &sources).is_none();
        assert!(owned("style/features/partner.css"));
        assert!(owned("style/features/rescue.css"));
        assert!(!owned("style/features/part.css"));
    }

    #[test]
    fn every_sheet_is_linked_and_dresses_a_module() {
        let page = "<link data-trunk rel=\"css\" href=\"style/tokens.css\">\n\
                    <link data-trunk rel=\"css\" href=\"style/kit/button.css\">\n\
                    <link data-trunk rel=\"css\" href=\"style/gone.css\">";
        let sources = [
            source(PAGE, page),
            source(TOKENS, ""),
            source("style/kit/button.css", ".button { gap: 0 }"),
            source("style/features/today.css", ""),
        ];
        let said: Vec<String> = check_links(&sources).iter().map(ToString::to_string).collect();
        assert_eq!(said.len(), 3, "{said:?}");
        assert!(said[0].contains("style/gone.css"));
        assert!(said[1].starts_with("style/features/today.css:1: error: is not linked"));
        assert!(said[2].starts_with("style/features/today.css:1: error: dresses nothing"));
    }
}
