//! What we found out about a person before talking to them. Private: it never leaves in what is made
//! for partners.

use serde::{Deserialize, Serialize};

use crate::domain::text::Note;

/// Research on a person, in four answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Research {
    /// The path they came: posts, places, what they built.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<Note>,
    /// What they share with us or with our people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shares: Option<Note>,
    /// What they wrote or said in public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<Note>,
    /// What they care about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cares_about: Option<Note>,
}
