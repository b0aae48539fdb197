//! What a backup says otherwise, in the user's words.

use serde_json::value::RawValue;

use crate::catalogue::restore as words;
use crate::catalogue::trash as nouns;
use crate::domain::Id;
use crate::domain::table::{Set, Table};
use crate::storage::compare::{Comparison, Differing};
use crate::storage::document::{Document, Record};
use crate::storage::names::{DocumentKey, RecordPath};
use crate::storage::records::{CONTACT, PARTNER, Unsettled};

use super::record_words::{day_or, document_name, document_noun, noun, own_words};

/// Something that differs, to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What kind of thing it is: "Partner", "Touchpoint".
    pub what: &'static str,
    /// Its own words: a name, what was promised, the beginning of a note.
    pub words: String,
    /// The partner or person it belongs to; absent for a whole document.
    pub belongs_to: Option<String>,
    /// Where both sides hold it: the fields in which they differ.
    pub fields: Vec<FieldTold>,
}

/// A field that says one thing here and another in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldTold {
    /// Its name.
    pub name: String,
    /// What is here.
    pub here: String,
    /// What is in the file.
    pub file: String,
}

/// What differs, in words.
pub fn told(comparison: &Comparison, differing: &Differing) -> Told {
    let Differing { document, path, .. } = differing;
    let (here, file) = (comparison.here(document), comparison.file(document));
    let name = here.and_then(document_name).or_else(|| file.and_then(document_name));
    if path.is_lifecycle() {
        let words = name.unwrap_or_else(|| nouns::WITHOUT_A_NAME.to_owned());
        return Told { what: document_noun(document), words, belongs_to: None, fields: Vec::new() };
    }
    let (ours, theirs) = (living(here, path), living(file, path));
    let words = theirs.or(ours).map(own_words).unwrap_or_default();
    let fields = match (ours, theirs) {
        (Some(ours), Some(theirs)) => changed_fields(comparison, ours, theirs),
        _ => Vec::new(),
    };
    Told { what: noun(path), words, belongs_to: name, fields }
}

/// A record of the file that cannot be read, in words: whose it is, what kind of record, and why.
pub fn unreadable_told(comparison: &Comparison, unsettled: &Unsettled) -> String {
    let document = comparison.file(&unsettled.document);
    let owner = document.and_then(document_name).unwrap_or_else(|| unsettled.document.to_string());
    let what = RecordPath::new(&unsettled.path).map_or(nouns::RECORD, |path| noun(&path));
    words::unreadable_record(what, &owner, &unsettled.path, &unsettled.why)
}

fn living<'a>(document: Option<&'a Document>, path: &RecordPath) -> Option<&'a Record> {
    document?.records.get(path).filter(|record| !record.deleted)
}

type Fields = Table<String, Box<RawValue>>;

fn changed_fields(comparison: &Comparison, ours: &Record, theirs: &Record) -> Vec<FieldTold> {
    let fields = |record: &Record| -> Option<Fields> { serde_json::from_str(record.text()?).ok() };
    let (Some(ours), Some(theirs)) = (fields(ours), fields(theirs)) else { return Vec::new() };
    let names: Set<&String> = ours.keys().chain(theirs.keys()).collect();
    let plain = |field: Option<&Box<RawValue>>| {
        field.map_or_else(|| words::EMPTY.to_owned(), |raw| plain(comparison, raw.get(), 0))
    };
    names
        .iter()
        .filter(|name| ours.get(**name).map(|raw| raw.get()) != theirs.get(**name).map(|raw| raw.get()))
        .map(|name| FieldTold {
            name: spoken(name),
            here: plain(ours.get(*name)),
            file: plain(theirs.get(*name)),
        })
        .collect()
}

/// The most characters of one value that are shown.
const MOST_LETTERS: usize = 160;
/// How deep lists in lists are read out.
const MOST_LEVELS: usize = 4;

/// A JSON value as words: texts without quotes, people and partners by their names.
fn plain(comparison: &Comparison, json: &str, level: usize) -> String {
    if level == MOST_LEVELS {
        return words::MORE.to_owned();
    }
    let told =
        match json.as_bytes().first() {
            Some(b'"') => {
                let text: String = serde_json::from_str(json).unwrap_or_default();
                named(comparison, &text).unwrap_or_else(|| day_or(text))
            }
            Some(b'[') => {
                let parts: Vec<Box<RawValue>> = serde_json::from_str(json).unwrap_or_default();
                joined(parts.iter().map(|part| plain(comparison, part.get(), level + 1)))
            }
            Some(b'{') => {
                let fields: Fields = serde_json::from_str(json).unwrap_or_default();
                joined(fields.iter().map(|(name, value)| {
                    words::field(&spoken(name), &plain(comparison, value.get(), level + 1))
                }))
            }
            Some(b't') => words::YES.to_owned(),
            Some(b'f') => words::NO.to_owned(),
            Some(b'n') | None => words::EMPTY.to_owned(),
            Some(_) => json.to_owned(),
        };
    if told.is_empty() {
        return words::EMPTY.to_owned();
    }
    match told.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => format!("{}…", told.get(..end).unwrap_or_default()),
        None => told,
    }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

/// Whom an id stands for, on either side.
fn named(comparison: &Comparison, text: &str) -> Option<String> {
    text.parse::<Id<()>>().ok()?;
    let known = [CONTACT, PARTNER].iter().find_map(|kind| {
        let key = DocumentKey::new(kind, text).ok()?;
        let of = |document: Option<&Document>| document.and_then(document_name);
        of(comparison.here(&key)).or_else(|| of(comparison.file(&key)))
    });
    Some(known.unwrap_or_else(|| words::ANOTHER_RECORD.to_owned()))
}

/// The name of a field as it is said: `due_on` is "Due on".
fn spoken(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
