//! Custom fields: what the user keeps of every partner and no other product thought of.

use serde::Serialize;

use crate::domain::fields::reads_as;

use super::listing::{Listed, Written};
use super::refusal::{Field, Refusal};
use super::text::Line;

/// A name and what it says, such as "Contract number" and "PN-2231".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "Written")]
pub struct CustomField {
    /// The name; no partner has two that differ in capitals alone.
    pub name: Line<60>,
    /// What it says.
    pub value: Line<500>,
    place: u32,
}

reads_as!(CustomField, from Written);

impl CustomField {
    /// A field that has no place yet.
    pub fn new(name: Line<60>, value: Line<500>) -> Self {
        Self { name, value, place: 0 }
    }
}

impl Listed for CustomField {
    const WHAT: &'static str = "This field";
    const FIELD: Field = Field::FieldName;

    fn place(&self) -> u32 {
        self.place
    }

    fn put(&mut self, place: u32) {
        self.place = place;
    }
}

impl TryFrom<Written> for CustomField {
    type Error = Refusal;

    fn try_from(written: Written) -> Result<Self, Refusal> {
        Ok(Self {
            name: Line::parse(Field::FieldName, written.name.as_deref().unwrap_or_default())?,
            value: Line::parse(Field::FieldValue, &written.text)?,
            place: written.place,
        })
    }
}

impl From<CustomField> for Written {
    fn from(field: CustomField) -> Self {
        Self { place: field.place, name: Some(field.name.into()), text: field.value.into() }
    }
}
