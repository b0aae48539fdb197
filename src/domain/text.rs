//! Words a person typed, with the promise of their field.
//!
//! What is stored is plain text and is shown as plain text; nothing here is ever markup. One-line
//! texts lose what a line cannot show: line breaks, control characters, characters without width
//! and the marks that turn the reading direction of their surroundings. Notes lose only blank ends.

use std::fmt;
use std::sync::Arc;

use serde::Serialize;

use crate::domain::fields::{FromJson, Unreadable, reads_as};

use super::refusal::{Field, Refusal};

/// One line of 1 to `MOST` characters, trimmed, with single spaces, at least one of them visible.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Line<const MOST: usize>(Arc<str>);

impl<const MOST: usize> FromJson for Line<MOST> {
    fn from_json(text: &str) -> Result<Self, Unreadable> {
        Self::try_from(String::from_json(text)?).map_err(|error| Unreadable::because(&error))
    }
}

impl<const MOST: usize> Line<MOST> {
    /// Reads what was typed into `field`.
    pub fn parse(field: Field, typed: &str) -> Result<Self, Refusal> {
        let line = one_line(typed);
        let has = line.chars().count();
        if has == 0 {
            return Err(Refusal::Empty { field });
        }
        if has > MOST {
            return Err(Refusal::TooLong { field, most: MOST, has });
        }
        Ok(Self(line.into()))
    }

    /// Reads what was typed into `field`; nothing when it is blank.
    pub fn parse_optional(field: Field, typed: &str) -> Result<Option<Self>, Refusal> {
        match Self::parse(field, typed) {
            Err(Refusal::Empty { .. }) => Ok(None),
            other => other.map(Some),
        }
    }

    /// Whether both lines are the same, capitals aside.
    pub fn has_same_letters(&self, other: &Self) -> bool {
        self.0.to_lowercase() == other.0.to_lowercase()
    }

    /// The line.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MOST: usize> fmt::Display for Line<MOST> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<const MOST: usize> TryFrom<String> for Line<MOST> {
    type Error = Refusal;

    fn try_from(text: String) -> Result<Self, Refusal> {
        Self::parse(Field::What, &text)
    }
}

impl<const MOST: usize> From<Line<MOST>> for String {
    fn from(line: Line<MOST>) -> Self {
        line.0.as_ref().to_owned()
    }
}

/// A partner's display name: one line of 1 to 120 characters.
pub type PartnerName = Line<120>;

/// Free text of 1 to 100,000 characters, kept as typed but for blank ends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Note(Arc<str>);

reads_as!(Note, from String);

impl Note {
    /// Characters a note may have.
    pub const MOST: usize = 100_000;

    /// Reads what was typed; nothing when it is blank.
    pub fn parse_optional(typed: &str) -> Result<Option<Self>, Refusal> {
        let text = typed.trim();
        let has = text.chars().count();
        if has > Self::MOST {
            return Err(Refusal::TooLong { field: Field::Note, most: Self::MOST, has });
        }
        Ok((has > 0).then(|| Self(text.into())))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Note {
    type Error = Refusal;

    fn try_from(text: String) -> Result<Self, Refusal> {
        Self::parse_optional(&text)?.ok_or(Refusal::Empty { field: Field::Note })
    }
}

impl From<Note> for String {
    fn from(note: Note) -> Self {
        note.0.as_ref().to_owned()
    }
}

/// A web domain such as `example.com`, in small letters, without scheme, port, path or `www.`. The
/// address of a machine, such as `192.0.2.1`, is none.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Domain(Arc<str>);

reads_as!(Domain, from String);

impl Domain {
    /// Reads a domain or a pasted web address; nothing when it is blank.
    pub fn parse_optional(typed: &str) -> Result<Option<Self>, Refusal> {
        let typed = one_line(typed).to_lowercase();
        if typed.is_empty() {
            return Ok(None);
        }
        let address = typed.split_once("://").map_or(typed.as_str(), |(_, rest)| rest);
        let host = address.split(['/', '?', '#']).next().unwrap_or_default();
        let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
        let host = host.split_once(':').map_or(host, |(host, _)| host);
        let host = without_www(host.trim_end_matches('.'));
        let label_is_sound = |label: &str| {
            (1..=63).contains(&label.chars().count())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
        };
        let ends_in_a_number =
            host.rsplit('.').next().is_some_and(|label| label.bytes().all(|byte| byte.is_ascii_digit()));
        let is_sound = host.chars().count() <= 253
            && host.contains('.')
            && !ends_in_a_number
            && host.split('.').all(label_is_sound);
        if is_sound { Ok(Some(Self(host.into()))) } else { Err(Refusal::NotADomain) }
    }

    /// The domain.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Domain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Domain {
    type Error = Refusal;

    fn try_from(text: String) -> Result<Self, Refusal> {
        Self::parse_optional(&text)?.ok_or(Refusal::NotADomain)
    }
}

impl From<Domain> for String {
    fn from(domain: Domain) -> Self {
        domain.0.as_ref().to_owned()
    }
}

/// A mail address: something, `@`, something; up to 254 characters without spaces.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct EmailAddress(Arc<str>);

reads_as!(EmailAddress, from String);

impl EmailAddress {
    /// Reads an address; nothing when it is blank.
    pub fn parse_optional(typed: &str) -> Result<Option<Self>, Refusal> {
        let address = one_line(typed);
        if address.is_empty() {
            return Ok(None);
        }
        let has_both_sides =
            address.rsplit_once('@').is_some_and(|(person, host)| !person.is_empty() && !host.is_empty());
        if has_both_sides && !address.contains(' ') && address.chars().count() <= 254 {
            Ok(Some(Self(address.into())))
        } else {
            Err(Refusal::NotAnAddress)
        }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = Refusal;

    fn try_from(text: String) -> Result<Self, Refusal> {
        Self::parse_optional(&text)?.ok_or(Refusal::NotAnAddress)
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.0.as_ref().to_owned()
    }
}

/// The first name of a full name, titles such as "Dr." passed over.
pub fn first_name(name: &str) -> &str {
    name.split_whitespace().find(|word| !word.ends_with('.')).unwrap_or(name)
}

/// Adds plain text to HTML, with every character that means something there escaped.
pub fn html_text(into: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '"' => into.push_str("&quot;"),
            '\'' => into.push_str("&#39;"),
            other => into.push(other),
        }
    }
}

/// The host without any leading `www.`, as long as a domain is left: `www.com` keeps it.
fn without_www(host: &str) -> &str {
    let mut host = host;
    while let Some(rest) = host.strip_prefix("www.").filter(|rest| rest.contains('.')) {
        host = rest;
    }
    host
}

/// The text on one line, trimmed, with single spaces, without characters that a line cannot show;
/// empty when nothing of it can be seen.
fn one_line(typed: &str) -> String {
    let mut line = String::with_capacity(typed.len());
    for character in typed.chars() {
        if character.is_whitespace() {
            if !line.ends_with(' ') {
                line.push(' ');
            }
        } else if !character.is_control() && !turns_direction(character) && !has_no_use(character) {
            line.push(character);
        }
    }
    let is_visible = |character: char| character != ' ' && !joins_or_marks(character);
    if line.contains(is_visible) { line.trim().to_owned() } else { String::new() }
}

/// Embeddings, overrides and isolates: with them a name could reorder the words around it.
fn turns_direction(character: char) -> bool {
    matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Soft hyphens, zero-width spaces and byte order marks: they come along when text is pasted, and
/// make two names or domains that look alike differ.
fn has_no_use(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

/// Joiners and direction marks: some scripts and emoji need them between characters, but alone
/// they show nothing.
fn joins_or_marks(character: char) -> bool {
    matches!(character, '\u{200C}'..='\u{200F}' | '\u{61C}')
}
