//! What was asked once and is remembered: for a partner, or for one person there.

use serde::Serialize;

use crate::domain::contact::ContactId;
use crate::domain::date::Date;
use crate::domain::fields::{FromJson, reads};
use crate::domain::id::Id;
use crate::domain::partner::Partner;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::sealed::Sealed;

/// What somebody filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The word of the field.
    pub field: String,
    /// What was typed; of a day, as `2026-11-21`.
    pub text: String,
    /// The day it was typed.
    pub on: Date,
    /// Whom it belongs to; absent: the partner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<ContactId>,
}

reads!(Answer { field, text, on } or_not { contact });

impl Answer {
    /// Characters of an answer.
    pub const MOST: usize = 10_000;

    /// The identity of the answer to a field: one that is given in two tabs is one record.
    pub fn id(field: &str, contact: Option<ContactId>) -> Id<Sealed> {
        let whose = contact.map_or(0, Id::bits);
        Id::following(field.bytes().chain(whose.to_be_bytes()))
    }
}

impl Partner {
    /// What is remembered for a field: of the partner, or of one person there, and never of another.
    pub fn answer(&self, field: &str, contact: Option<ContactId>) -> Option<Answer> {
        let sealed = self.answers.get(&Answer::id(field, contact))?;
        let answer = Answer::from_json(sealed.text()).ok()?;
        (answer.field == field && answer.contact == contact).then_some(answer)
    }

    /// Remembers what was filled in, in place of what was; blank words are forgotten. Refuses more than 10,000
    /// characters.
    pub fn remember_answer(&mut self, answer: &Answer) -> Result<(), Refusal> {
        let has = answer.text.chars().count();
        if has > Answer::MOST {
            return Err(Refusal::TooLong { field: Field::FieldValue, most: Answer::MOST, has });
        }
        let id = Answer::id(&answer.field, answer.contact);
        if answer.text.trim().is_empty() {
            self.answers.remove(&id);
        } else if let Some(sealed) = Sealed::of(answer) {
            self.answers.insert(id, sealed);
        }
        Ok(())
    }
}
