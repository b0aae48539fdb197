//! The word of a script in an address.

use std::fmt;
use std::str::FromStr;

use super::check::is_slug;

const MOST: usize = 60;

/// The word of a built-in script, or the identity of an own one: 1 to 60 small letters, digits and hyphens. A copy is
/// cheap, as places have to be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Slug {
    bytes: [u8; MOST],
    length: usize,
}

/// The text is no word of a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotASlug;

impl Slug {
    /// The word.
    pub fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..self.length).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }
}

impl FromStr for Slug {
    type Err = NotASlug;

    fn from_str(text: &str) -> Result<Self, NotASlug> {
        if !is_slug(text) {
            return Err(NotASlug);
        }
        let mut slug = Self { bytes: [0; MOST], length: text.len() };
        for (kept, byte) in slug.bytes.iter_mut().zip(text.bytes()) {
            *kept = byte;
        }
        Ok(slug)
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
