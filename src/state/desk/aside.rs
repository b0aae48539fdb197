//! What could not be read: looking at it, handing it out, and letting it go.

use leptos::prelude::*;

use crate::catalogue::aside as words;
use crate::state::clock;
use crate::state::deeds;
use crate::state::notices::Offer;
use crate::state::record_words::{document_name, noun};
use crate::storage::backup;
use crate::storage::names::{DocumentKey, RecordPath};
use crate::storage::quarantine::Quarantined;

use super::{Declined, Desk};

/// A record that counts as absent because it cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotUnderstood {
    /// The document.
    pub document: DocumentKey,
    /// The record.
    pub path: RecordPath,
    /// What kind of thing it is.
    pub what: &'static str,
    /// The partner or person it belongs to.
    pub belongs_to: Option<String>,
    /// What is wrong with it.
    pub why: String,
    /// What it holds, verbatim.
    pub text: String,
}

impl Desk {
    /// Values that could not be read and lie aside. Read it inside something that follows [`Desk::standing`].
    pub fn quarantined(self) -> Vec<Quarantined> {
        self.session.with_value(|session| session.vault().quarantined())
    }

    /// Records that count as absent. Read it inside something that follows the workspace.
    pub fn not_understood(self) -> Vec<NotUnderstood> {
        self.session.with_value(|session| {
            let vault = session.vault();
            session
                .unsettled()
                .filter_map(|unsettled| {
                    let path = RecordPath::new(&unsettled.path).ok()?;
                    let document = vault.document(&unsettled.document)?;
                    let record = document.records.get(&path)?;
                    Some(NotUnderstood {
                        document: unsettled.document.clone(),
                        what: noun(&path),
                        belongs_to: document_name(document),
                        why: unsettled.why.clone(),
                        text: record.text().unwrap_or_default().to_owned(),
                        path,
                    })
                })
                .collect()
        })
    }

    /// Values that lie aside as the text of a file.
    pub fn aside_file(self, values: &[Quarantined]) -> String {
        backup::aside(values)
    }

    /// Deletes what lies aside, for good.
    pub fn discard(self, values: &[Quarantined]) -> Result<(), Declined> {
        for value in values {
            self.with_session(|session| {
                let mut result = Ok(());
                session.tend(|vault| {
                    result = vault.discard(value, clock::now());
                    Vec::new()
                });
                result
            })
            .map_err(|error| Declined { field: None, sentence: words::not_deleted(&error.to_string()) })?;
        }
        self.say(words::DISCARDED, Offer::Nothing);
        Ok(())
    }

    /// Puts a record that is not understood into the trash, as one deed that can be taken back.
    pub fn delete_not_understood(self, record: &NotUnderstood) -> Result<(), Declined> {
        let picked = [(record.document.clone(), record.path.clone())];
        self.with_session(|session| session.delete(deeds::DELETE.doing, &picked, clock::now()))?;
        self.note_change();
        self.say(deeds::DELETE.done, Offer::Undo);
        Ok(())
    }
}
