//! What was deleted and can come back, in the user's words.

use crate::catalogue::trash as nouns;
use crate::domain::order::sorted_by;
use crate::storage::document::{Document, Record};
use crate::storage::names::{DocumentKey, RecordPath};
use crate::storage::stamp::Millis;
use crate::storage::vault::Vault;

use super::record_words::{document_name, document_noun, noun, own_words};

/// Something deleted that can come back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trashed {
    /// The document.
    pub document: DocumentKey,
    /// The record; the lifecycle stands for the whole document.
    pub path: RecordPath,
    /// What kind of thing it is: "Partner", "Touchpoint".
    pub what: &'static str,
    /// Its own words: a name, what was promised, the beginning of a note.
    pub words: String,
    /// The partner or person it belongs to; absent for a whole document.
    pub belongs_to: Option<String>,
    /// When it was deleted.
    pub deleted_at: Millis,
}

/// What the vault can bring back, latest deletion first. Records inside a deleted document come
/// back with it and are not listed by themselves.
pub fn trashed(vault: &Vault) -> Vec<Trashed> {
    let all: Vec<Trashed> = vault
        .trash()
        .filter_map(|(key, path, record)| {
            let document = vault.document(key)?;
            // A tag is a word: quickly given again, and taken off many partners at once.
            // A mark is half of an item, what a run copied comes back with the run, and a part of a brief is rewritten.
            let is_part = ["tags/", "marks/", "copies/", "briefs/", "differences/"]
                .iter()
                .any(|parts| path.as_str().starts_with(parts));
            if is_part || document.is_deleted() && !path.is_lifecycle() {
                return None;
            }
            Some(describe(key, path, record, document))
        })
        .collect();
    sorted_by(all, |one, other| other.deleted_at.cmp(&one.deleted_at))
}

fn describe(key: &DocumentKey, path: &RecordPath, record: &Record, document: &Document) -> Trashed {
    let name = document_name(document);
    let (what, words, belongs_to) = if path.is_lifecycle() {
        (document_noun(key), name.unwrap_or_else(|| nouns::WITHOUT_A_NAME.to_owned()), None)
    } else {
        (noun(path), own_words(record), name)
    };
    Trashed {
        document: key.clone(),
        path: path.clone(),
        what,
        words,
        belongs_to,
        deleted_at: record.at.millis(),
    }
}
