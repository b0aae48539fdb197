//! Tags: short words of the user's own to gather partners by.

use serde::Serialize;

use crate::domain::fields::reads_as;

use super::id::Id;
use super::listing::Written;
use super::refusal::{Field, Refusal};
use super::text::Line;

/// A word or a few: one line of 1 to 40 characters without commas.
///
/// Its identity follows from its words, capitals aside, so the same tag given in two tabs is one
/// record, and tags are found without being compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "Written")]
pub struct Tag(Line<40>);

reads_as!(Tag, from Written);

impl Tag {
    /// Tags that one partner may have.
    pub const MOST: usize = 20;

    /// Reads what was typed. Refuses commas: they separate tags wherever several are written.
    pub fn parse(typed: &str) -> Result<Self, Refusal> {
        let words = Line::parse(Field::Tag, typed)?;
        if words.as_str().contains(',') { Err(Refusal::CommaInTag) } else { Ok(Self(words)) }
    }

    /// The words, as typed.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The identity: equal for tags that differ in capitals alone.
    pub fn id(&self) -> Id<Self> {
        // FNV-1a of 128 bits: it must be the same in every browser and version, and nothing more.
        let folded = self.as_str().to_lowercase();
        let bits = folded.bytes().fold(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d_u128, |hash, byte| {
            (hash ^ u128::from(byte)).wrapping_mul(0x0100_0000_0000_0000_0000_013b)
        });
        Id::from_bits(bits)
    }
}

impl TryFrom<Written> for Tag {
    type Error = Refusal;

    fn try_from(written: Written) -> Result<Self, Refusal> {
        Self::parse(&written.text)
    }
}

impl From<Tag> for Written {
    fn from(tag: Tag) -> Self {
        Self { text: tag.0.into(), ..Self::default() }
    }
}
