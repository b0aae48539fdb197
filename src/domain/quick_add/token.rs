//! The words of a typed line, each with its place.

use super::Span;
use crate::domain::find::folded;

/// What a token may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A word, or part of a date.
    Word,
    /// What stands after an `@`.
    Name,
    /// Text that means nothing else: it was quoted, or put there for a name.
    Text,
}

/// A word, a quoted text or a name.
#[derive(Clone, Debug)]
pub struct Token {
    pub kind: TokenKind,
    /// Without quotes and `@`.
    pub text: String,
    pub folded: String,
    /// With quotes and `@`.
    pub span: Span,
    pub is_quoted: bool,
}

impl Token {
    /// Text in the place of something that was understood.
    pub fn said(text: &str, span: Span) -> Self {
        Self { kind: TokenKind::Text, text: text.to_owned(), folded: String::new(), span, is_quoted: false }
    }
}

/// Cuts a line at its spaces, but not within quotes. A quote that is never closed is a letter like any other.
pub fn tokens(line: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(rest) = line.get(at..).filter(|rest| !rest.is_empty()) {
        let blank = rest.len() - rest.trim_start().len();
        if blank > 0 {
            at += blank;
            continue;
        }
        let (is_name, rest) = match rest.strip_prefix('@') {
            Some(after) if !after.is_empty() && !after.starts_with(char::is_whitespace) => (true, after),
            _ => (false, rest),
        };
        let from = at;
        let (text, length) = match in_quotes(rest) {
            Some((inner, length)) => (inner, length),
            None => {
                let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
                (rest.get(..length).unwrap_or_default(), length)
            }
        };
        let is_quoted = length > text.len();
        at += usize::from(is_name) + length;
        let kind = match (is_name, is_quoted) {
            (true, _) => TokenKind::Name,
            (false, true) => TokenKind::Text,
            (false, false) => TokenKind::Word,
        };
        // A comma after a word is no part of a name or a day.
        let plain = if is_quoted { text } else { text.trim_end_matches([',', ';']) };
        tokens.push(Token {
            kind,
            text: if is_name { plain } else { text }.to_owned(),
            folded: folded(plain),
            span: (from, at),
            is_quoted,
        });
    }
    tokens
}

/// What stands in the quotes that a text begins with, and how long it is with them. Phones write curly ones.
fn in_quotes(text: &str) -> Option<(&str, usize)> {
    let inner = text.strip_prefix(['"', '“'])?;
    let (inner, after) = inner.split_once(['"', '”'])?;
    (!inner.trim().is_empty()).then_some((inner, text.len() - after.len()))
}

/// The texts of tokens, with single spaces. A name that is still there was not understood.
pub fn words(tokens: &[Token]) -> String {
    let texts: Vec<&str> = tokens.iter().map(|token| token.text.as_str()).collect();
    texts.join(" ")
}

/// From the first to the last of them.
pub fn span_of(tokens: &[Token]) -> Option<Span> {
    Some((tokens.first()?.span.0, tokens.last()?.span.1))
}
