//! The one key that says which life of the workspace is in force and who may write it.

use serde::{Deserialize, Serialize};

use super::codec;
use super::stamp::{Millis, Stamp, TabSuffix};
use super::store::StoredText;
use super::written::{self, ReadError};

/// The layout of keys and values this build knows.
pub const FORMAT: u32 = 1;
/// What this build counts as when `min_writer` asks.
pub const WRITER: u32 = 1;

/// Format, schema, who may write, and the generation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// The layout of keys and values.
    pub format: u32,
    /// The schema of the build that began this life; every document carries its own.
    pub schema: u32,
    /// The oldest build that may write here.
    pub min_writer: u32,
    /// One life of the workspace. Erase and replace begin a later one, so the higher generation is always the newer.
    pub generation: Stamp,
}

impl Meta {
    /// The meta of a life that this build begins.
    #[must_use]
    pub const fn of(generation: Stamp, schema: u32) -> Self {
        Self { format: FORMAT, schema, min_writer: WRITER, generation }
    }

    /// The generation of a workspace that begins on its own: the hour, without a tab.
    ///
    /// So two tabs that begin in the same moment, neither seeing the other, begin the same life and merge.
    #[must_use]
    pub const fn first_generation(now: Millis) -> Stamp {
        Stamp::at(Millis(now.0 - now.0 % HOUR_MS), TabSuffix::from_random(0))
    }

    /// Whether this build must not write here.
    #[must_use]
    pub const fn is_beyond_us(&self) -> bool {
        self.format > FORMAT || self.min_writer > WRITER
    }

    /// The stored value.
    #[must_use]
    pub fn encode(&self) -> String {
        serde_json::to_string(self).map(|json| codec::plain(&json)).unwrap_or_default()
    }

    /// Reads the stored value.
    ///
    /// # Errors
    /// When it is damaged.
    pub fn decode(stored: &StoredText) -> Result<Self, ReadError> {
        written::read(stored)
    }
}

const HOUR_MS: u64 = 60 * 60 * 1000;
