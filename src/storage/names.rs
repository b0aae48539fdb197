//! The names of documents and of the records in them.
//!
//! What the names mean is the domain's business; here they only have to be safe in a key and in a path.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The name of a document, such as `partner/0192f3`: a kind and an id. Cheap to clone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DocumentKey(Arc<str>);

impl DocumentKey {
    /// Joins a kind and an id.
    ///
    /// # Errors
    /// When either is empty, longer than 64 characters, or holds anything but ASCII letters, digits, `_` and `-`.
    pub fn new(kind: &str, id: &str) -> Result<Self, NameError> {
        format!("{kind}/{id}").parse()
    }

    /// What sort of document this is, such as `partner`.
    #[must_use]
    pub fn kind(&self) -> &str {
        self.0.split_once('/').map_or("", |(kind, _)| kind)
    }

    /// Which one of its kind.
    #[must_use]
    pub fn id(&self) -> &str {
        self.0.split_once('/').map_or("", |(_, id)| id)
    }

    /// `kind/id`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for DocumentKey {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        match text.split_once('/') {
            Some((kind, id)) if is_segment(kind) && is_segment(id) => Ok(Self(text.into())),
            _ => Err(NameError::Document(shortened(text))),
        }
    }
}

/// The place of a record in its document, such as `profile` or `touchpoints/0192f3`. Cheap to clone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RecordPath(Arc<str>);

impl RecordPath {
    /// The record that says whether its document still exists: when it is deleted, so is the document.
    pub const LIFECYCLE: &str = "lifecycle";

    /// Reads a path.
    ///
    /// # Errors
    /// When it is not one to four segments of ASCII letters, digits, `_` and `-`, each of 1 to 64 characters.
    pub fn new(text: &str) -> Result<Self, NameError> {
        text.parse()
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is the record that decides about its whole document.
    #[must_use]
    pub fn is_lifecycle(&self) -> bool {
        self.as_str() == Self::LIFECYCLE
    }
}

impl FromStr for RecordPath {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        if text.split('/').all(is_segment) && text.split('/').count() <= 4 {
            Ok(Self(text.into()))
        } else {
            Err(NameError::Record(shortened(text)))
        }
    }
}

/// Why a text cannot name a document or a record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Not `kind/id`.
    #[error("A document is named kind/id with letters, digits, _ and -, but this is {0:?}")]
    Document(String),
    /// Not a path.
    #[error("A record is named by up to four parts of letters, digits, _ and -, but this is {0:?}")]
    Record(String),
}

macro_rules! behaves_as_text {
    ($name:ident) => {
        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = NameError;

            fn try_from(text: String) -> Result<Self, NameError> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> Self {
                name.0.as_ref().to_owned()
            }
        }
    };
}

behaves_as_text!(DocumentKey);
behaves_as_text!(RecordPath);

fn is_segment(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
}

fn shortened(text: &str) -> String {
    text.chars().take(80).collect()
}
