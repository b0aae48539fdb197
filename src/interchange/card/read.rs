//! Cards, read from whatever wrote them.

use super::bytes::{in_octets, unquoted, words};

/// A person as a card has them. Every text may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// Their name: as it is shown, or else put together from its parts.
    pub name: String,
    /// Where they work.
    pub company: String,
    /// As what.
    pub title: String,
    /// Their mail addresses, the preferred one first.
    pub emails: Vec<String>,
    /// Their numbers, the preferred one first.
    pub phones: Vec<String>,
    /// Where more about them stands.
    pub links: Vec<String>,
    /// What was noted about them.
    pub notes: String,
    /// Whether the file ends before the card does.
    pub is_cut_off: bool,
}

/// A file has not a single card in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This file has no contact cards in it. Export the contacts as vCard (.vcf) and choose that file.")]
pub struct NotCards;

/// The cards of a file, in their order.
///
/// # Errors
/// When it has none.
pub fn read(bytes: &[u8]) -> Result<Vec<Card>, NotCards> {
    let mut cards = Vec::new();
    let mut open: Option<Draft> = None;
    // Version 2.1 lets a card have another within, for an assistant.
    let mut within = 0usize;
    for line in lines(&in_octets(bytes)) {
        let Some(property) = Property::of(&line) else { continue };
        let is_card = property.value.trim_ascii().eq_ignore_ascii_case(b"VCARD");
        match (property.name.as_str(), &mut open) {
            ("BEGIN", None) if is_card => open = Some(Draft::default()),
            ("BEGIN", Some(_)) if is_card => within += 1,
            ("END", Some(_)) if is_card && within > 0 => within -= 1,
            ("END", Some(_)) if is_card => cards.extend(open.take().map(|draft| draft.card(false))),
            (_, Some(draft)) if within == 0 => draft.take(&property),
            _ => {}
        }
    }
    cards.extend(open.map(|draft| draft.card(true)));
    if cards.is_empty() { Err(NotCards) } else { Ok(cards) }
}

/// The lines of a file, those that go on in the next put together.
fn lines(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut lines: Vec<Vec<u8>> = Vec::new();
    let mut goes_on = false;
    for line in bytes.split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match (lines.last_mut(), line) {
            (Some(before), _) if goes_on => {
                before.pop();
                before.extend(line);
            }
            (Some(before), [b' ' | b'\t', rest @ ..]) => before.extend(rest),
            _ => lines.push(line.to_vec()),
        }
        goes_on = lines.last().is_some_and(|line| line.ends_with(b"=") && is_quoted_printable(line));
    }
    lines
}

fn is_quoted_printable(line: &[u8]) -> bool {
    let head = line.split(|byte| *byte == b':').next().unwrap_or_default();
    head.to_ascii_uppercase().windows(QUOTED_PRINTABLE.len()).any(|part| part == QUOTED_PRINTABLE.as_bytes())
}

const QUOTED_PRINTABLE: &str = "QUOTED-PRINTABLE";

/// A line: what it says, how, and of what.
struct Property {
    /// In capitals, without the group that it may stand in.
    name: String,
    /// Names in capitals; what has no name has an empty one.
    params: Vec<(String, String)>,
    value: Vec<u8>,
}

impl Property {
    fn of(line: &[u8]) -> Option<Self> {
        let mut is_quoted = false;
        let mut is_outside = |byte: u8| {
            is_quoted ^= byte == b'"';
            !is_quoted
        };
        let colon = line.iter().position(|byte| is_outside(*byte) && *byte == b':')?;
        let (head, value) = (line.get(..colon)?, line.get(colon + 1..)?);
        let head = words(head, None);
        let mut parts = split(&head, ';').into_iter();
        let name = parts.next()?.rsplit('.').next().unwrap_or_default().trim().to_ascii_uppercase();
        let params = parts.map(|part| match part.split_once('=') {
            Some((name, value)) => {
                (name.trim().to_ascii_uppercase(), value.trim_matches(['"', ' ']).to_owned())
            }
            None => (String::new(), part.trim().to_owned()),
        });
        Some(Self { name, params: params.collect(), value: value.to_vec() })
    }

    fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether a word stands among its types, or alone as version 2.1 has it.
    fn is(&self, word: &str) -> bool {
        let has = |value: &str| value.split(',').any(|one| one.trim().eq_ignore_ascii_case(word));
        self.params
            .iter()
            .any(|(name, value)| matches!(name.as_str(), "" | "TYPE" | "ENCODING") && has(value))
    }

    /// Its place among others of its name.
    fn rank(&self) -> u8 {
        let rank = self.param("PREF").and_then(|rank| rank.trim().parse().ok());
        rank.unwrap_or(if self.is("PREF") { 1 } else { 101 })
    }

    /// The value, decoded, its escapes still in it.
    fn raw(&self) -> String {
        let charset = self.param("CHARSET");
        if self.is(QUOTED_PRINTABLE) {
            words(&unquoted(&self.value), charset)
        } else {
            words(&self.value, charset)
        }
    }

    /// The value as words.
    fn text(&self) -> String {
        unescaped(&self.raw())
    }

    /// The parts of the value as words.
    fn parts(&self) -> Vec<String> {
        split(&self.raw(), ';').into_iter().map(unescaped).collect()
    }
}

/// What is between the separators that are neither quoted nor escaped.
fn split(text: &str, separator: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut from, mut is_escaped) = (0, false);
    for (at, character) in text.char_indices() {
        if character == separator && !is_escaped {
            parts.push(text.get(from..at).unwrap_or_default());
            from = at + character.len_utf8();
        }
        is_escaped = character == '\\' && !is_escaped;
    }
    parts.push(text.get(from..).unwrap_or_default());
    parts
}

fn unescaped(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('n' | 'N') => words.push('\n'),
                Some(other) => words.push(other),
                None => {}
            },
            // What is quoted has breaks as its program wrote them.
            '\r' => {}
            other => words.push(other),
        }
    }
    words.trim().to_owned()
}

/// A card as it grows.
#[derive(Default)]
struct Draft {
    shown: String,
    parts: Vec<String>,
    company: String,
    title: String,
    role: String,
    emails: Vec<(u8, String)>,
    phones: Vec<(u8, String)>,
    links: Vec<(u8, String)>,
    notes: Vec<String>,
}

impl Draft {
    fn take(&mut self, property: &Property) {
        let first = |place: &mut String, words: String| {
            if place.is_empty() {
                *place = words;
            }
        };
        match property.name.as_str() {
            "FN" => first(&mut self.shown, property.text()),
            "N" if self.parts.is_empty() => self.parts = property.parts(),
            "ORG" => first(&mut self.company, property.parts().into_iter().next().unwrap_or_default()),
            "TITLE" => first(&mut self.title, property.text()),
            "ROLE" => first(&mut self.role, property.text()),
            "EMAIL" => add(&mut self.emails, property, "mailto:"),
            "TEL" => add(&mut self.phones, property, "tel:"),
            "URL" => add(&mut self.links, property, ""),
            "NOTE" => self.notes.push(property.text()),
            _ => {}
        }
    }

    fn card(self, is_cut_off: bool) -> Card {
        // Family, given and further names, what stands before and what behind.
        let part = |place: usize| self.parts.get(place).map(String::as_str).unwrap_or_default();
        let in_order = [part(3), part(1), part(2), part(0), part(4)];
        let joined = in_order.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let ranked = |all: Vec<(u8, String)>| {
            let sorted = crate::domain::order::sorted_by_key(all, |(rank, _)| *rank);
            sorted.into_iter().map(|(_, words)| words).collect()
        };
        let mut notes = self.notes;
        notes.retain(|note| !note.is_empty());
        Card {
            name: if self.shown.is_empty() { joined } else { self.shown },
            company: self.company,
            title: if self.title.is_empty() { self.role } else { self.title },
            emails: ranked(self.emails),
            phones: ranked(self.phones),
            links: ranked(self.links),
            notes: notes.join("\n"),
            is_cut_off,
        }
    }
}

fn add(all: &mut Vec<(u8, String)>, property: &Property, scheme: &str) {
    let words = property.text();
    let has_scheme = words.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let words = if has_scheme { words.get(scheme.len()..).unwrap_or_default() } else { &words };
    if !words.is_empty() {
        all.push((property.rank(), words.to_owned()));
    }
}
