//! What was deleted and can come back, in the user's words.

use serde::Deserialize;

use crate::catalogue::trash as nouns;
use crate::domain::order::sorted_by;
use crate::storage::document::{Document, Record};
use crate::storage::names::{DocumentKey, RecordPath};
use crate::storage::records::{CONTACT, PARTNER};
use crate::storage::stamp::Millis;
use crate::storage::vault::Vault;

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
        let what = match key.kind() {
            PARTNER => nouns::PARTNER,
            CONTACT => nouns::PERSON,
            _ => nouns::DOCUMENT,
        };
        (what, name.unwrap_or_else(|| nouns::WITHOUT_A_NAME.to_owned()), None)
    } else {
        let collection = path.as_str().split('/').next().unwrap_or_default();
        (noun(collection), own_words(record), name)
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

/// The words that records of any kind may have; what a record has not is absent.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Words {
    name: Option<String>,
    text: Option<String>,
    path: Option<String>,
    cares_about: Option<String>,
    what: Option<String>,
    note: Option<String>,
    title: Option<String>,
    role: Option<String>,
    on: Option<String>,
    dates: Option<Dates>,
}

#[derive(Deserialize)]
struct Dates {
    made_on: String,
}

fn words_of(record: &Record) -> Words {
    record.text().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
}

/// The name in a dossier's profile or in a person's record.
fn document_name(document: &Document) -> Option<String> {
    words_of(document.records.get("profile").or_else(|| document.records.get("person"))?).name
}

/// The words a user knows a record by, whatever kind it is.
fn own_words(record: &Record) -> String {
    let words = words_of(record);
    let day = words.on.or_else(|| Some(words.dates?.made_on));
    let text = words.what.or(words.name).or(words.note).or(words.title).or(words.role).or(words.text);
    let text = text.or(words.path).or(words.cares_about);
    let text = text.map(|text| text.chars().take(80).collect::<String>());
    match (text, day) {
        (Some(text), Some(day)) => nouns::told(&text, &day),
        (Some(text), None) => text,
        (None, Some(day)) => day,
        (None, None) => nouns::WITHOUT_WORDS.to_owned(),
    }
}

fn noun(collection: &str) -> &'static str {
    match collection {
        "touchpoints" => nouns::TOUCHPOINT,
        "commitments" => nouns::PROMISE,
        "milestones" => nouns::MILESTONE,
        "traction" => nouns::RESULT,
        "ledger" => nouns::GIVE_OR_GET,
        "pulses" => nouns::RATING,
        "stages" => nouns::CHANGE_OF_STAGE,
        "tiers" => nouns::CHANGE_OF_TIER,
        "saved" => nouns::SAVED_VIEW,
        "links" => nouns::LINK,
        "fields" => nouns::CUSTOM_FIELD,
        "research" => nouns::RESEARCH,
        "employments" => nouns::EMPLOYMENT,
        "roles" => nouns::ROLE,
        "answers" => nouns::ANSWER,
        "own" => nouns::SCRIPT,
        "runs" => nouns::PLAYBOOK,
        "templates" => nouns::OWN_PLAYBOOK,
        "meetings" => nouns::MEETING,
        "probes" => nouns::PROBE,
        "objections" => nouns::OBJECTION,
        "notes" => nouns::MEETING_NOTE,
        _ => nouns::RECORD,
    }
}
