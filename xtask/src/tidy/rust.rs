//! Rust read just well enough: code without its comments and texts, and the paths it names.
//!
//! By hand rather than with a parser: views are macros, which a parser hands over unread, and a parser
//! would double the time a first `cargo xtask` takes to compile.

/// The code with comments and the insides of texts blanked out; lines stay where they are.
pub fn code_only(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    let mut rest = source;
    while !rest.is_empty() {
        let length = match skipped(rest, code.chars().next_back()) {
            Some(length) => {
                let (skipped, _) = rest.split_at(length);
                code.extend(skipped.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
                length
            }
            None => {
                let Some(next) = rest.chars().next() else {
                    break;
                };
                code.push(next);
                next.len_utf8()
            }
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    code
}

/// The length of the comment, text or character that starts here, if one does.
fn skipped(rest: &str, before: Option<char>) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return Some(block_comment(rest));
    }
    if rest.starts_with('"') {
        return Some(quoted(rest, '"'));
    }
    if rest.starts_with('\'') {
        // 'a' and '\n' are characters, 'a without an end is a lifetime.
        let mut inside = rest.chars().skip(1);
        let first = inside.next()?;
        return (first == '\\' || inside.next() == Some('\'')).then(|| quoted(rest, '\''));
    }
    let in_name = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
    if rest.starts_with('r') && !in_name {
        return raw(rest);
    }
    None
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    for (at, _) in rest.char_indices() {
        let here = rest.get(at..).unwrap_or_default();
        if here.starts_with("/*") {
            depth += 1;
        } else if here.starts_with("*/") {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return at + 2;
            }
        }
    }
    rest.len()
}

fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

fn raw(rest: &str) -> Option<usize> {
    let hashes = rest.chars().skip(1).take_while(|c| *c == '#').count();
    let opening = 1 + hashes + 1;
    let inside = rest.get(opening..)?;
    if !rest.get(..opening)?.ends_with('"') {
        return None;
    }
    let closing = format!("\"{}", "#".repeat(hashes));
    let end = inside.find(&closing)?;
    Some(opening + end + closing.len())
}

/// A path such as `crate::domain::partner`, and where it stands.
#[derive(Debug, PartialEq, Eq)]
pub struct NamedPath {
    pub line: usize,
    pub segments: Vec<String>,
    /// How many modules inside the file it stands in.
    pub modules_within: usize,
}

/// Every path in the code, with the groups of `use` spread out.
pub fn paths(code: &str) -> Vec<NamedPath> {
    let tokens = tokens(code);
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text);
    let mut found: Vec<NamedPath> = Vec::new();
    // For every open brace, whether it is that of a module.
    let mut braces: Vec<bool> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match text(at) {
            "{" => braces.push(at >= 2 && text(at - 2) == "mod"),
            "}" => drop(braces.pop()),
            _ => {}
        }
        let (token, known) = (at, found.len());
        path_tree(&tokens, &mut at, &[], &mut found);
        at = at.max(token + 1);
        let modules_within = braces.iter().filter(|is_module| **is_module).count();
        for path in found.iter_mut().skip(known) {
            path.modules_within = modules_within;
        }
    }
    found
}

#[derive(Debug)]
struct Token<'code> {
    line: usize,
    text: &'code str,
}

fn tokens(code: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    for (index, text) in code.lines().enumerate() {
        let line = index + 1;
        let mut rest = text.trim_start();
        while let Some(first) = rest.chars().next() {
            let is_name = |c: char| c.is_alphanumeric() || c == '_';
            let length = if is_name(first) {
                rest.find(|c| !is_name(c)).unwrap_or(rest.len())
            } else if rest.starts_with("::") {
                2
            } else {
                first.len_utf8()
            };
            let (text, after) = rest.split_at(length);
            tokens.push(Token { line, text });
            rest = after.trim_start();
        }
    }
    tokens
}

/// Reads `a::b::{c, d::e}` from `at` on; adds `a::b::c` and `a::b::d::e`.
fn path_tree(tokens: &[Token], at: &mut usize, prefix: &[String], found: &mut Vec<NamedPath>) {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text);
    let mut segments = prefix.to_vec();
    let line = tokens.get(*at).map_or(0, |token| token.line);
    loop {
        let name = text(*at);
        if name == "{" && !segments.is_empty() {
            *at += 1;
            while *at < tokens.len() && text(*at) != "}" {
                let before = *at;
                path_tree(tokens, at, &segments, found);
                *at = (*at).max(before + 1);
            }
            *at += 1;
            return;
        }
        if !name.starts_with(|c: char| c.is_alphabetic() || c == '_') {
            break;
        }
        segments.push(name.to_owned());
        *at += 1;
        if text(*at) != "::" {
            break;
        }
        *at += 1;
    }
    if segments.len() > prefix.len().max(1) || (!prefix.is_empty() && segments.len() > prefix.len()) {
        found.push(NamedPath { line, segments, modules_within: 0 });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(code: &str) -> Vec<String> {
        paths(code).iter().map(|path| path.segments.join("::")).collect()
    }

    #[test]
    fn comments_and_texts_are_blanked_and_lines_stay() {
        let source = "a /* x\n/* y */ */ b // c\n\"d\\\"e\" r#\"f\"g\"# 'h' '\\'' &'life i";
        let code = code_only(source);
        assert_eq!(code.lines().count(), 3);
        assert_eq!(code.split_whitespace().collect::<Vec<_>>(), ["a", "b", "&'life", "i"]);
    }

    #[test]
    fn groups_are_spread_out() {
        assert_eq!(
            spelled("use crate::{domain::{self, partner::Partner}, kit};"),
            ["crate::domain::self", "crate::domain::partner::Partner", "crate::kit"]
        );
    }

    #[test]
    fn paths_outside_of_use_are_found_with_their_line() {
        let found = paths("fn a() {\n    crate::state::desk();\n}");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].line, 2);
        assert_eq!(found[0].segments.join("::"), "crate::state::desk");
    }

    #[test]
    fn modules_inside_the_file_are_counted() {
        let found = paths("use super::a; mod tests { fn b() { super::c() } } fn d() { super::e() }");
        let depths: Vec<usize> = found.iter().map(|path| path.modules_within).collect();
        assert_eq!(depths, [0, 1, 0]);
    }

    #[test]
    fn pub_crate_is_no_path() {
        assert_eq!(spelled("pub(crate) struct A { b: C }"), Vec::<String>::new());
    }
}
