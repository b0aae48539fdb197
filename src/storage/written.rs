//! Documents and intents as JSON, and back, record by record: one bad record does not take its dossier along.

use crate::domain::table::Table;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::codec::{self, CodecError};
use super::document::{Document, RawText, Record};
use super::migrate::{FailedRecord, Migrations};
use super::names::DocumentKey;
use super::stamp::Stamp;
use super::store::StoredText;

/// A document or an intent as it was read, lifted to this build's schema.
#[derive(Clone, Debug)]
pub struct Written<T> {
    /// The schema it was written in.
    pub schema: u32,
    /// The life of the workspace that it belongs to.
    pub generation: Stamp,
    /// What it holds.
    pub content: T,
    /// Records that could not be lifted and stand as they were.
    pub failed: Vec<(DocumentKey, FailedRecord)>,
}

/// The records of one action, by document.
pub type Records = Table<DocumentKey, Document>;

/// Why a stored value is no document, intent, meta or census.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Lone surrogates.
    #[error("it is not valid text")]
    Broken,
    /// The wrapping is wrong.
    #[error(transparent)]
    Codec(#[from] CodecError),
    /// The JSON is wrong.
    #[error("its content cannot be read ({0})")]
    Json(String),
    /// Written by a later build.
    #[error("it was written by a newer version of this app (schema {0})")]
    Newer(u32),
}

/// The stored value of a document.
#[must_use]
pub fn write_document(document: &Document, generation: Stamp, schema: u32) -> String {
    encode(&Outgoing { schema, generation, records: entries(document) })
}

/// The stored value of an intent.
#[must_use]
pub fn write_intent(records: &Records, generation: Stamp, schema: u32) -> String {
    let by_document: Table<_, _> = records.iter().map(|(key, document)| (key, entries(document))).collect();
    encode(&Outgoing { schema, generation, records: by_document })
}

/// Reads the stored value of a document.
///
/// # Errors
/// When the value is damaged or newer than this build. A record that is damaged by itself is kept as unreadable instead.
pub fn read_document(
    key: &DocumentKey,
    stored: &StoredText,
    migrations: Migrations,
) -> Result<Written<Document>, ReadError> {
    let incoming: Incoming<Table<String, Box<RawValue>>> = read_current(stored, migrations)?;
    let mut document = gathered(incoming.records);
    let failed = migrations.lift(key, &mut document, incoming.schema);
    Ok(Written {
        schema: incoming.schema,
        generation: incoming.generation,
        content: document,
        failed: failed.into_iter().map(|record| (key.clone(), record)).collect(),
    })
}

/// Reads the stored value of an intent.
///
/// # Errors
/// As [`read_document`].
pub fn read_intent(stored: &StoredText, migrations: Migrations) -> Result<Written<Records>, ReadError> {
    let incoming: Incoming<Table<DocumentKey, Table<String, Box<RawValue>>>> =
        read_current(stored, migrations)?;
    let mut records = Records::new();
    let mut failed = Vec::new();
    for (key, entries) in incoming.records {
        let mut document = gathered(entries);
        for record in migrations.lift(&key, &mut document, incoming.schema) {
            failed.push((key.clone(), record));
        }
        records.insert(key, document);
    }
    Ok(Written { schema: incoming.schema, generation: incoming.generation, content: records, failed })
}

/// Wraps anything that serialises; what cannot becomes an empty value, which reads back as damaged and is never lost.
pub(super) fn encode(value: &impl Serialize) -> String {
    serde_json::to_string(value).map(|json| codec::encode(&json)).unwrap_or_default()
}

/// Unwraps a stored value into its JSON.
pub(super) fn json_of(stored: &StoredText) -> Result<String, ReadError> {
    Ok(codec::decode(stored.text().ok_or(ReadError::Broken)?)?)
}

/// Unwraps and parses a stored value.
pub(super) fn read<T: for<'text> Deserialize<'text>>(stored: &StoredText) -> Result<T, ReadError> {
    parsed(&json_of(stored)?)
}

#[derive(Serialize)]
struct Outgoing<R> {
    schema: u32,
    generation: Stamp,
    records: R,
}

#[derive(Clone, Copy, Serialize)]
#[serde(untagged)]
pub(super) enum OutgoingEntry<'a> {
    Record(&'a Record),
    Unreadable(&'a RawText),
}

#[derive(Deserialize)]
struct Incoming<R> {
    schema: u32,
    generation: Stamp,
    records: R,
}

#[derive(Deserialize)]
struct SchemaOnly {
    schema: u32,
}

/// Everything in a document by name, what cannot be read verbatim.
pub(super) fn entries(document: &Document) -> Table<&str, OutgoingEntry<'_>> {
    let records =
        document.records.iter().map(|(path, record)| (path.as_str(), OutgoingEntry::Record(record)));
    let unreadable =
        document.unreadable.iter().map(|(name, raw)| (name.as_str(), OutgoingEntry::Unreadable(raw)));
    // A readable record under the same path stands above an unreadable one.
    unreadable.chain(records).collect()
}

/// A document of these entries; those that are no records are kept verbatim.
pub(super) fn gathered(entries: Table<String, Box<RawValue>>) -> Document {
    let mut document = Document::default();
    for (name, raw) in entries {
        match (name.parse(), serde_json::from_str::<Record>(raw.get())) {
            (Ok(path), Ok(record)) => {
                document.records.insert(path, record);
            }
            _ => {
                document.unreadable.insert(name, RawText(raw));
            }
        }
    }
    document
}

fn read_current<R: for<'text> Deserialize<'text>>(
    stored: &StoredText,
    migrations: Migrations,
) -> Result<Incoming<R>, ReadError> {
    let json = json_of(stored)?;
    let newest = migrations.schema();
    match parsed::<Incoming<R>>(&json) {
        Ok(incoming) if incoming.schema > newest => Err(ReadError::Newer(incoming.schema)),
        Ok(incoming) => Ok(incoming),
        // A newer schema may have another shape: then its number is all that can be read.
        Err(error) => match parsed::<SchemaOnly>(&json) {
            Ok(head) if head.schema > newest => Err(ReadError::Newer(head.schema)),
            _ => Err(error),
        },
    }
}

fn parsed<T: for<'text> Deserialize<'text>>(json: &str) -> Result<T, ReadError> {
    serde_json::from_str(json).map_err(|error| ReadError::Json(error.to_string()))
}
