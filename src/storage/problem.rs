//! What the user is told about values that could not be read. Every one is a sentence.

use crate::domain::table::Table;
use std::fmt;

use super::names::{DocumentKey, RecordPath};
use super::stamp::Stamp;
use super::store::StoreError;
use super::written::ReadError;

/// Something in the storage that is not as it should be. Nothing was deleted or overwritten because of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A document is damaged: kept as it lies, never written over.
    UnreadableDocument {
        /// Which.
        document: DocumentKey,
        /// Why.
        reason: ReadError,
        /// Where the copy lies, if there was room for one.
        copy: Option<String>,
    },
    /// One entry of a document is no record: kept verbatim and written back with the rest.
    UnreadableRecord {
        /// Which document.
        document: DocumentKey,
        /// The name of the entry.
        path: String,
    },
    /// A record could not be lifted to this schema and stands as it was.
    FailedMigration {
        /// Which document.
        document: DocumentKey,
        /// Which record.
        path: RecordPath,
        /// What the step said.
        reason: String,
    },
    /// The note of one action is damaged. What it said may also stand in the documents.
    UnreadableIntent {
        /// Which.
        intent: Stamp,
        /// Why.
        reason: ReadError,
        /// Where the copy lies, if there was room for one.
        copy: Option<String>,
    },
    /// Meta was damaged or absent although documents exist; it is made anew from them.
    UnreadableMeta {
        /// Why; `None` when it was absent.
        reason: Option<ReadError>,
        /// Where the copy lies, if there was one to make and room for it.
        copy: Option<String>,
    },
    /// The census was damaged; it is made anew, so documents missing before now cannot be noticed.
    UnreadableCensus {
        /// Why.
        reason: ReadError,
        /// Where the copy lies, if there was room for one.
        copy: Option<String>,
    },
    /// There are fewer documents than were counted.
    MissingDocuments {
        /// How many of which kind.
        kinds: Table<String, usize>,
    },
    /// The storage would not hand over a key, or its list of keys.
    Unreachable {
        /// Which, if one.
        key: Option<String>,
        /// Why.
        reason: StoreError,
    },
}

impl Problem {
    /// Where a verbatim copy of the unreadable value lies.
    #[must_use]
    pub fn copy(&self) -> Option<&str> {
        match self {
            Self::UnreadableDocument { copy, .. }
            | Self::UnreadableIntent { copy, .. }
            | Self::UnreadableMeta { copy, .. }
            | Self::UnreadableCensus { copy, .. } => copy.as_deref(),
            Self::UnreadableRecord { .. }
            | Self::FailedMigration { .. }
            | Self::MissingDocuments { .. }
            | Self::Unreachable { .. } => None,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnreadableDocument {
                document,
                reason,
                copy,
            } => write!(
                formatter,
                "The document {document} cannot be read: {reason}. It is left as it is{}.",
                kept(copy.as_ref())
            ),
            Self::UnreadableRecord { document, path } => write!(
                formatter,
                "One entry of {document}, {path:?}, cannot be read. It is kept as it is; the rest of the document is fine."
            ),
            Self::FailedMigration {
                document,
                path,
                reason,
            } => write!(
                formatter,
                "The record {path} of {document} could not be brought to this version ({reason}). It is kept as it was."
            ),
            Self::UnreadableIntent {
                intent,
                reason,
                copy,
            } => write!(
                formatter,
                "The note of one action ({intent}) cannot be read: {reason}. Its change may be missing. It is left as it is{}.",
                kept(copy.as_ref())
            ),
            Self::UnreadableMeta { reason: None, .. } => formatter.write_str(
                "The key that describes this workspace was missing. It is made anew from the documents.",
            ),
            Self::UnreadableMeta {
                reason: Some(reason),
                copy,
            } => write!(
                formatter,
                "The key that describes this workspace cannot be read: {reason}. It is made anew from the documents{}.",
                kept(copy.as_ref())
            ),
            Self::UnreadableCensus { reason, copy } => write!(
                formatter,
                "The count of documents cannot be read: {reason}. It is made anew{}; please check that nothing is missing.",
                kept(copy.as_ref())
            ),
            Self::MissingDocuments { kinds } => {
                let listed: Vec<String> = kinds
                    .iter()
                    .map(|(kind, count)| format!("{count} of kind {kind}"))
                    .collect();
                write!(
                    formatter,
                    "Documents are missing from the browser's storage: {}. Restore them from a backup, or go on without them.",
                    listed.join(", ")
                )
            }
            Self::Unreachable {
                key: Some(key),
                reason,
            } => write!(formatter, "The key {key} cannot be reached: {reason}."),
            Self::Unreachable { key: None, reason } => {
                write!(formatter, "The storage cannot be reached: {reason}.")
            }
        }
    }
}

fn kept(copy: Option<&String>) -> &'static str {
    match copy {
        Some(_) => ", and a copy was put aside",
        None => "; there was no room for a copy",
    }
}
