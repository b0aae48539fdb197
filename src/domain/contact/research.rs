//! What we found out about a person before talking to them. Private: it never leaves in what is made
//! for partners.

use serde::Serialize;

use crate::domain::fields::reads;

use crate::domain::text::Note;

/// Research on a person, in four answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Research {
    /// The path they came: posts, places, what they built.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<Note>,
    /// What they share with us or with our people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shares: Option<Note>,
    /// What they wrote or said in public.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<Note>,
    /// What they care about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cares_about: Option<Note>,
}

reads!(Research {} or_not { path, shares, said, cares_about });
