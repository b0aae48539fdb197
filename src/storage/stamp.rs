//! When a record was written, in a form that sorts.
//!
//! Nothing here reads a clock or draws a random number: both are handed in.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Milliseconds since 1970 as a browser's wall clock reports them: possibly wrong, possibly jumping.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Millis(pub u64);

impl Millis {
    /// The moment `delay_ms` later.
    #[must_use]
    pub const fn plus(self, delay_ms: u64) -> Self {
        Self(self.0.saturating_add(delay_ms))
    }

    /// Milliseconds from `earlier` until this moment; 0 when `earlier` is the later one.
    #[must_use]
    pub const fn since(self, earlier: Self) -> u64 {
        self.0.saturating_sub(earlier.0)
    }
}

/// What tells two tabs apart that write in the same millisecond: 20 random bits, 4 characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TabSuffix(u32);

impl TabSuffix {
    /// Takes the lowest 20 bits of a random number.
    #[must_use]
    pub const fn from_random(random: u32) -> Self {
        Self(random & SUFFIX_MASK)
    }
}

/// The version of a record: the higher stamp wins, everywhere and always.
///
/// As text it has 14 characters of base 32 (`0-9a-v`): 10 for the milliseconds, 4 for the tab; text sorts as stamps do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Stamp {
    ms: u64,
    suffix: u32,
}

impl Stamp {
    /// A stamp of exactly this moment. Moments beyond 50 bits (the year 37648) are clamped.
    #[must_use]
    pub const fn at(now: Millis, suffix: TabSuffix) -> Self {
        let ms = if now.0 > MS_MAX { MS_MAX } else { now.0 };
        Self { ms, suffix: suffix.0 }
    }

    /// The stamp of a new version: the wall clock, or one more than the version it replaces when the clock is behind.
    #[must_use]
    pub fn next(now: Millis, replaced: Option<&Self>, suffix: TabSuffix) -> Self {
        let floor = replaced.map_or(0, |stamp| stamp.ms.saturating_add(1));
        Self::at(Millis(now.0.max(floor)), suffix)
    }

    /// The moment in this stamp.
    #[must_use]
    pub const fn millis(&self) -> Millis {
        Millis(self.ms)
    }

    /// The tab that made this stamp.
    #[must_use]
    pub const fn suffix(&self) -> TabSuffix {
        TabSuffix(self.suffix)
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bits = (u128::from(self.ms) << SUFFIX_BITS) | u128::from(self.suffix);
        for position in (0..TEXT_LENGTH).rev() {
            let digit = u32::try_from((bits >> (position * 5)) & 31).unwrap_or(0);
            let character = char::from_digit(digit, 32).unwrap_or('0');
            fmt::Write::write_char(formatter, character)?;
        }
        Ok(())
    }
}

/// Why a text is not a stamp.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("A stamp must be 14 characters of 0-9 and a-v, but this is {0:?}")]
pub struct StampError(String);

impl FromStr for Stamp {
    type Err = StampError;

    fn from_str(text: &str) -> Result<Self, StampError> {
        let refused = || StampError(text.chars().take(40).collect());
        if text.len() != TEXT_LENGTH {
            return Err(refused());
        }
        let mut bits: u128 = 0;
        for character in text.chars() {
            let digit = match character {
                '0'..='9' | 'a'..='v' => character.to_digit(32).ok_or_else(refused)?,
                _ => return Err(refused()),
            };
            bits = (bits << 5) | u128::from(digit);
        }
        Ok(Self {
            ms: u64::try_from(bits >> SUFFIX_BITS).map_err(|_| refused())?,
            suffix: u32::try_from(bits & u128::from(SUFFIX_MASK)).map_err(|_| refused())?,
        })
    }
}

impl TryFrom<String> for Stamp {
    type Error = StampError;

    fn try_from(text: String) -> Result<Self, StampError> {
        text.parse()
    }
}

impl From<Stamp> for String {
    fn from(stamp: Stamp) -> Self {
        stamp.to_string()
    }
}

const TEXT_LENGTH: usize = 14;
const SUFFIX_BITS: u32 = 20;
const SUFFIX_MASK: u32 = (1 << SUFFIX_BITS) - 1;
const MS_MAX: u64 = (1 << 50) - 1;
