//! The backup file: one documented JSON text that holds all documents, with stamps and trash.
//!
//! ```json
//! {
//!   "format": "bridgekeeper-backup", "version": 1, "schema": 1,
//!   "made_at": "2026-11-21T16:45:00Z",
//!   "counts": { "documents": 2, "records": 9 },
//!   "sha256": "<of the text of documents, as it stands in the file>",
//!   "documents": { "partner/0192…": { "profile": { "at": "…", "value": { … } } } }
//! }
//! ```
//!
//! Reading refuses what is cut short or larger than its caps, and tells a file that somebody
//! edited from one that is as it was written.

use crate::domain::table::Table;

use chrono::{Datelike, Timelike};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

use super::document::{Document, Record};
use super::memory::MemoryArea;
use super::migrate::Migrations;
use super::names::DocumentKey;
use super::quarantine::{Found, Quarantined};
use super::stamp::{Millis, TabSuffix};
use super::store::StoredText;
use super::vault::{Persistence, Vault};
use super::written::{OutgoingEntry, entries, gathered};

const FORMAT: &str = "bridgekeeper-backup";
const VERSION: u32 = 1;
/// The format of what [`dump`] and the page of last resort hand out.
const EVERYTHING: &str = "bridgekeeper-everything";
/// Bytes a backup file may have: well above what the browser's storage can hold inflated, so that every workspace can be
/// backed up.
pub const MOST_BYTES: usize = 100_000_000;
/// Records a backup file may hold.
pub const MOST_RECORDS: usize = 500_000;
/// Bytes one record may have: a note of 100,000 control characters takes 600,000 in JSON.
pub const MOST_RECORD_BYTES: usize = 1_000_000;

/// How deep values may be nested in a backup file. Checked before the file is parsed: nothing that reads it may need more
/// of the stack than this.
pub const MOST_DEPTH: usize = 128;

/// A backup that was read.
#[derive(Clone, Debug)]
pub struct Backup {
    /// When it was made, as written in the file.
    pub made_at: String,
    /// Whether somebody edited the file since it was made.
    pub is_edited: bool,
    documents: Table<DocumentKey, Document>,
}

impl Backup {
    /// What it holds.
    pub fn documents(&self) -> &Table<DocumentKey, Document> {
        &self.documents
    }

    /// What it holds, to be put in the place of the workspace.
    pub fn into_documents(self) -> Table<DocumentKey, Document> {
        self.documents
    }
}

/// Why a file is not restored. What is here stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// Larger than any backup of ours.
    #[error("This file has {0} bytes; a backup has at most 100,000,000. Choose a Bridgekeeper backup")]
    TooLarge(usize),
    /// Cut short, or not JSON.
    #[error("This file is damaged or cut short ({0}). Nothing was changed; try another copy of the backup")]
    Damaged(String),
    /// JSON, but not ours.
    #[error(
        "This is not a Bridgekeeper backup. Nothing was changed; choose a file made with Download backup"
    )]
    NotOurs,
    /// Made by a later version.
    #[error(
        "This backup was made by a newer version of Bridgekeeper. Reload the page to get it, then restore"
    )]
    Newer,
    /// The counts inside do not match.
    #[error(
        "This file should hold {expected} records but holds {found}. Nothing was changed; try another copy"
    )]
    Incomplete {
        /// Records it says it holds.
        expected: usize,
        /// Records it holds.
        found: usize,
    },
    /// Too many or too large records.
    #[error("This backup holds {0}. Nothing was changed")]
    BeyondCaps(String),
    /// What was written could not be read back.
    #[error("The backup could not be written ({0}). Nothing was downloaded")]
    Unwritable(String),
}

#[derive(Serialize)]
struct Written<'a> {
    format: &'a str,
    version: u32,
    schema: u32,
    made_at: String,
    counts: Counts,
    sha256: String,
    documents: &'a RawValue,
}

#[derive(Deserialize)]
struct Read<'a> {
    #[serde(default)]
    format: String,
    #[serde(default)]
    version: u32,
    #[serde(default)]
    schema: u32,
    #[serde(default)]
    made_at: String,
    #[serde(default)]
    counts: Counts,
    #[serde(default)]
    sha256: String,
    #[serde(borrow)]
    documents: Option<&'a RawValue>,
}

#[derive(Default, Serialize, Deserialize)]
struct Counts {
    documents: usize,
    records: usize,
}

type Entries = Table<DocumentKey, Table<String, Box<RawValue>>>;

fn by_document(
    documents: &Table<DocumentKey, Document>,
) -> Table<&DocumentKey, Table<&str, OutgoingEntry<'_>>> {
    documents.iter().map(|(key, document)| (key, entries(document))).collect()
}

/// The text of a backup of these documents, read back before it is given out.
///
/// # Errors
/// When the text does not read back as it should.
pub fn write(documents: &Table<DocumentKey, Document>, now: Millis) -> Result<String, BackupError> {
    let unwritable = |error: serde_json::Error| BackupError::Unwritable(error.to_string());
    let body = serde_json::value::to_raw_value(&by_document(documents)).map_err(unwritable)?;
    let written = Written {
        format: FORMAT,
        version: VERSION,
        schema: Migrations::current().schema(),
        made_at: iso(now),
        counts: Counts { documents: documents.len(), records: count(documents.values()) },
        sha256: sha256(body.get()),
        documents: &body,
    };
    let text = serde_json::to_string(&written).map_err(unwritable)?;
    let read_back = read(&text).map_err(|error| BackupError::Unwritable(error.to_string()))?;
    if read_back.is_edited || read_back.documents.len() != documents.len() {
        return Err(BackupError::Unwritable("it does not read back as written".to_owned()));
    }
    Ok(text)
}

/// Reads a backup file.
///
/// # Errors
/// When it is damaged, incomplete, not ours, newer than this version or beyond the caps.
pub fn read(text: &str) -> Result<Backup, BackupError> {
    if text.len() > MOST_BYTES {
        return Err(BackupError::TooLarge(text.len()));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if depth(text) > MOST_DEPTH {
        return Err(BackupError::BeyondCaps(format!(
            "values nested more than {MOST_DEPTH} deep, which no backup of ours does"
        )));
    }
    let file: Read<'_> =
        serde_json::from_str(text).map_err(|error| BackupError::Damaged(error.to_string()))?;
    if file.format == EVERYTHING {
        return read_everything(text);
    }
    let (true, Some(body)) = (file.format == FORMAT, file.documents) else {
        return Err(BackupError::NotOurs);
    };
    if file.version > VERSION || file.schema > Migrations::current().schema() {
        return Err(BackupError::Newer);
    }
    let entries: Entries =
        serde_json::from_str(body.get()).map_err(|error| BackupError::Damaged(error.to_string()))?;
    let lifted = |(key, entries)| {
        let mut document = gathered(entries);
        // A record that cannot be lifted stays as it was, and is named when the workspace is read.
        let _ = Migrations::current().lift(&key, &mut document, file.schema);
        (key, document)
    };
    let documents: Table<DocumentKey, Document> = entries.into_iter().map(lifted).collect();
    let found = count(documents.values());
    let is_edited = sha256(body.get()) != file.sha256;
    let is_whole = found == file.counts.records && documents.len() == file.counts.documents;
    if !is_whole && !is_edited {
        return Err(BackupError::Incomplete { expected: file.counts.records, found });
    }
    refuse_beyond_caps(&documents, found)?;
    Ok(Backup { made_at: file.made_at, is_edited, documents })
}

/// What [`dump`] or the page of last resort handed out, read as a workspace is opened: what is damaged is left out.
fn read_everything(text: &str) -> Result<Backup, BackupError> {
    let damaged = |error: serde_json::Error| BackupError::Damaged(error.to_string());
    let file: Everything = serde_json::from_str(text).map_err(damaged)?;
    let area = MemoryArea::with_quota(usize::MAX);
    let mut name = None::<String>;
    for (key, value) in file.keys {
        let Some((workspace, _)) = key.strip_prefix("bk1:").and_then(|rest| rest.split_once(':')) else {
            continue;
        };
        if name.get_or_insert_with(|| workspace.to_owned()) != workspace {
            let why = "the data of several workspaces, and one can be opened at a time";
            return Err(BackupError::BeyondCaps(why.to_owned()));
        }
        if let Ok(value) = serde_json::from_str(value.get()) {
            // There is room for everything.
            let _ = area.put(&key, StoredText::Text(value));
        }
    }
    let suffix = TabSuffix::from_random(0);
    let (vault, _) = Vault::open(
        Box::new(area.store()),
        name.as_deref().unwrap_or_default(),
        Millis(0),
        suffix,
        Persistence::MemoryOnly,
    );
    let mut documents: Table<DocumentKey, Document> =
        vault.documents().map(|(key, document)| (key.clone(), document.clone())).collect();
    for (key, entries) in file.unsaved.unwrap_or_default() {
        documents.get_or_default(key).merge(gathered(entries));
    }
    if documents.is_empty() {
        return Err(BackupError::NotOurs);
    }
    refuse_beyond_caps(&documents, count(documents.values()))?;
    Ok(Backup { made_at: iso(vault.horizon(Millis(u64::MAX))), is_edited: false, documents })
}

#[derive(Deserialize)]
struct Everything {
    keys: Table<String, Box<RawValue>>,
    unsaved: Option<Entries>,
}

/// What is held in memory alone, as JSON in the form of a backup's documents; `None` when
/// everything is saved.
pub fn unsaved(vault: &Vault) -> Option<String> {
    let held = vault.unsaved();
    if held.is_empty() { None } else { serde_json::to_string(&by_document(&held)).ok() }
}

/// Every key of the workspace as it lies in the storage, damaged ones unit by unit, and what is held in memory alone, as
/// JSON.
pub fn dump(vault: &Vault) -> String {
    let keys =
        vault.raw_dump().into_iter().filter_map(|(key, value)| Some((key, spelled_out(&value)?))).collect();
    let unsaved = unsaved(vault).and_then(|text| RawValue::from_string(text).ok());
    serde_json::to_string(&Dump { format: EVERYTHING, keys, unsaved }).unwrap_or_default()
}

/// Values that could not be read, unit by unit, as JSON: where each lay, when it was found and why.
pub fn aside(values: &[Quarantined]) -> String {
    let told = values
        .iter()
        .filter_map(|one| Some(Aside { found: one.found.as_ref(), value: spelled_out(&one.value)? }));
    let values: Vec<Aside<'_>> = told.collect();
    serde_json::to_string(&AsideFile { format: "bridgekeeper-unreadable", values }).unwrap_or_default()
}

#[derive(Serialize)]
struct AsideFile<'a> {
    format: &'static str,
    values: Vec<Aside<'a>>,
}

#[derive(Serialize)]
struct Aside<'a> {
    found: Option<&'a Found>,
    value: Box<RawValue>,
}

#[derive(Serialize)]
struct Dump {
    format: &'static str,
    keys: Table<String, Box<RawValue>>,
    unsaved: Option<Box<RawValue>>,
}

/// A value as JSON; lone surrogates, which no Rust string holds, are spelled out as JSON can.
fn spelled_out(value: &StoredText) -> Option<Box<RawValue>> {
    let text = match value {
        StoredText::Text(text) => serde_json::to_string(text).ok()?,
        StoredText::Broken(units) => {
            let spelled: String = units.iter().map(|unit| format!("\\u{unit:04x}")).collect();
            format!("\"{spelled}\"")
        }
    };
    RawValue::from_string(text).ok()
}

fn refuse_beyond_caps(documents: &Table<DocumentKey, Document>, records: usize) -> Result<(), BackupError> {
    if records > MOST_RECORDS {
        return Err(BackupError::BeyondCaps(format!("{records} records; the most is {MOST_RECORDS}")));
    }
    let is_too_large = |record: &Record| record.text().is_some_and(|text| text.len() > MOST_RECORD_BYTES);
    match documents.iter().find(|(_, document)| document.records.values().any(is_too_large)) {
        Some((key, _)) => Err(BackupError::BeyondCaps(format!("a record in {key} that is too large"))),
        None => Ok(()),
    }
}

/// How deep the brackets of a JSON text are nested, those in its texts left out.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0_usize);
    let (mut is_quoted, mut is_escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_quoted => is_escaped = true,
            b'"' => is_quoted = !is_quoted,
            b'{' | b'[' if !is_quoted => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !is_quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

fn count<'a>(documents: impl Iterator<Item = &'a Document>) -> usize {
    documents.map(|document| document.records.len() + document.unreadable.len()).sum()
}

fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A moment as ISO 8601 in UTC, to the second.
fn iso(now: Millis) -> String {
    i64::try_from(now.0)
        .ok()
        .and_then(chrono::DateTime::from_timestamp_millis)
        .map(|moment| {
            let (day, time) = (moment.date_naive(), moment.time());
            let date = format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day());
            format!("{date}T{:02}:{:02}:{:02}Z", time.hour(), time.minute(), time.second())
        })
        .unwrap_or_default()
}
