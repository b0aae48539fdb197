//! A script with its fields filled in: what can be read, copied and mailed.

use super::check::is_known;
use super::template::{self, Part};
use super::{Medium, Script};
use crate::domain::text::html_text;

/// A piece of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words of the script.
    Words(String),
    /// A field that was filled in.
    Filled {
        /// Its word.
        field: String,
        /// What it says.
        text: String,
    },
    /// A field that is missing.
    Missing {
        /// Its word.
        field: String,
    },
}

/// A script with its fields filled in, as far as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// The subject of a mail.
    pub subject: Option<Vec<Piece>>,
    /// The passages that are there.
    pub passages: Vec<Vec<Piece>>,
}

impl Letter {
    /// Fills a script in: `is_ticked` says of an optional passage, by its word, whether it is there; `fill` what a
    /// field says. Never fails: what cannot be filled in is a missing piece, and a faulty brace stays as typed.
    pub fn of(
        script: &Script,
        is_ticked: &dyn Fn(&str) -> bool,
        fill: &dyn Fn(&str) -> Option<String>,
    ) -> Self {
        let pieces = |text: &str| pieces(script, text, fill);
        let there = script.passages.iter().filter(|passage| !passage.optional || is_ticked(&passage.id));
        let subject = script.subject.as_deref().filter(|_| script.channel == Medium::Email);
        Self { subject: subject.map(pieces), passages: there.map(|passage| pieces(&passage.text)).collect() }
    }

    /// The words of the fields that are missing, in the order of the text, none twice.
    pub fn missing(&self) -> Vec<&str> {
        let mut missing = Vec::new();
        for piece in self.subject.iter().chain(&self.passages).flatten() {
            if let Piece::Missing { field } = piece
                && !missing.contains(&field.as_str())
            {
                missing.push(field.as_str());
            }
        }
        missing
    }

    /// The subject on one line. `None` while a field of the letter is missing, and where there is no subject.
    pub fn subject(&self) -> Option<String> {
        let subject = self.subject.as_ref().filter(|_| self.missing().is_empty())?;
        Some(words(subject).split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The letter as plain text. `None` while a field is missing.
    pub fn plain(&self) -> Option<String> {
        if !self.missing().is_empty() {
            return None;
        }
        let passages: Vec<String> = self.passages.iter().map(|pieces| words(pieces)).collect();
        Some(passages.join("\n\n"))
    }

    /// The letter as HTML, with every character that means something there escaped. `None` while a field is missing.
    pub fn html(&self) -> Option<String> {
        self.plain().map(|text| html(&text))
    }

    /// Its paragraphs, for showing: pieces between blank lines of the script.
    pub fn paragraphs(&self) -> Vec<Vec<Piece>> {
        let mut paragraphs = Vec::new();
        for passage in &self.passages {
            let mut paragraph = Vec::new();
            for piece in passage {
                let Piece::Words(words) = piece else {
                    paragraph.push(piece.clone());
                    continue;
                };
                for (place, words) in words.split("\n\n").enumerate() {
                    if place > 0 {
                        paragraphs.push(std::mem::take(&mut paragraph));
                    }
                    if !words.is_empty() {
                        paragraph.push(Piece::Words(words.to_owned()));
                    }
                }
            }
            paragraphs.push(paragraph);
        }
        paragraphs.retain(|paragraph| !paragraph.is_empty());
        paragraphs
    }
}

fn pieces(script: &Script, text: &str, fill: &dyn Fn(&str) -> Option<String>) -> Vec<Piece> {
    let (parts, _) = template::parse(text, &|name| is_known(script, name));
    let piece = |part: &Part<'_>| match *part {
        Part::Words(words) => Piece::Words(words.to_owned()),
        Part::Field(name, _) => match fill(name).filter(|text| !text.trim().is_empty()) {
            Some(text) => Piece::Filled { field: name.to_owned(), text },
            None => Piece::Missing { field: name.to_owned() },
        },
    };
    parts.iter().map(piece).collect()
}

fn words(pieces: &[Piece]) -> String {
    let words = pieces.iter().map(|piece| match piece {
        Piece::Words(text) | Piece::Filled { text, .. } => text.as_str(),
        Piece::Missing { .. } => "",
    });
    words.collect()
}

/// Plain text as HTML: paragraphs between blank lines, and lines within them.
fn html(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 64);
    for paragraph in text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()) {
        html.push_str("<p>");
        for (place, line) in paragraph.lines().enumerate() {
            if place > 0 {
                html.push_str("<br>");
            }
            html_text(&mut html, line);
        }
        html.push_str("</p>");
    }
    html
}
