//! Records that are kept and not looked into.
//!
//! The first load brings every record up, and what it can read it carries the code for. A record that one screen
//! alone needs is kept as the JSON it is; the screen reads it when it is opened.

use std::sync::Arc;

use serde::ser::{Error, Serialize, Serializer};
use serde_json::value::RawValue;

use super::contact::ContactId;
use super::fields::{FromJson, Unreadable};

/// A record, as its JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed(Arc<str>);

impl Sealed {
    /// Writes a record down; `None` when it does not become JSON, which no record of the domain brings about.
    pub fn of<T: Serialize>(record: &T) -> Option<Self> {
        serde_json::to_string(record).ok().map(|text| Self(text.into()))
    }

    /// The record with another person wherever it names one; `None` where it does not. An id stands in no other words.
    pub fn renamed(&self, from: ContactId, to: ContactId) -> Option<Self> {
        let (from, to) = (from.to_string(), to.to_string());
        self.0.contains(&from).then(|| Self(self.0.replace(&from, &to).into()))
    }

    /// The JSON.
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl FromJson for Sealed {
    fn from_json(text: &str) -> Result<Self, Unreadable> {
        if text.starts_with('{') { Ok(Self(text.into())) } else { Err(Unreadable::because(&"not a record")) }
    }
}

impl Serialize for Sealed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RawValue::from_string(self.0.as_ref().to_owned()).map_err(S::Error::custom)?.serialize(serializer)
    }
}
