//! Identities: short, sortable by the time they were made, typed by what they name.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use super::fields::{FromJson, Unreadable};

/// The identity of an `Of`: 128 bits (a UUID v7), written as 26 characters of `0-9a-v`.
///
/// The text sorts as the number does, so ids made later come later.
pub struct Id<Of> {
    bits: u128,
    of: PhantomData<fn() -> Of>,
}

/// The text is not 26 characters of `0-9a-v`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not an id: it takes 26 characters of 0-9 and a-v")]
pub struct NotAnId;

const LENGTH: usize = 26;

impl<Of> Id<Of> {
    /// The id with these bits.
    pub const fn from_bits(bits: u128) -> Self {
        Self { bits, of: PhantomData }
    }

    /// The id that follows from what it is of, so that the same thing made in two tabs is one record: FNV-1a of 128 bits,
    /// which is the same in every browser and version, and nothing more.
    pub fn following(bytes: impl Iterator<Item = u8>) -> Self {
        Self::from_bits(bytes.fold(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d_u128, |hash, byte| {
            (hash ^ u128::from(byte)).wrapping_mul(0x0100_0000_0000_0000_0000_013b)
        }))
    }

    /// The bits of the id.
    pub const fn bits(self) -> u128 {
        self.bits
    }
}

impl<Of> fmt::Display for Id<Of> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for place in (0..LENGTH).rev() {
            let digit = u32::try_from((self.bits >> (5 * place)) & 31).unwrap_or(0);
            write!(f, "{}", char::from_digit(digit, 32).unwrap_or('0'))?;
        }
        Ok(())
    }
}

impl<Of> FromStr for Id<Of> {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        // The first digit holds the top 3 bits; more would be lost by the shift below.
        if text.len() != LENGTH || !text.starts_with(|first: char| ('0'..='7').contains(&first)) {
            return Err(NotAnId);
        }
        let mut bits = 0u128;
        for byte in text.bytes() {
            let digit = match byte {
                b'0'..=b'9' => byte - b'0',
                b'a'..=b'v' => byte - b'a' + 10,
                _ => return Err(NotAnId),
            };
            bits = (bits << 5) | u128::from(digit);
        }
        Ok(Self::from_bits(bits))
    }
}

impl<Of> Clone for Id<Of> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Of> Copy for Id<Of> {}

impl<Of> PartialEq for Id<Of> {
    fn eq(&self, other: &Self) -> bool {
        self.bits == other.bits
    }
}

impl<Of> Eq for Id<Of> {}

impl<Of> PartialOrd for Id<Of> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<Of> Ord for Id<Of> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bits.cmp(&other.bits)
    }
}

impl<Of> Hash for Id<Of> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bits.hash(state);
    }
}

impl<Of> fmt::Debug for Id<Of> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<Of> Serialize for Id<Of> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<Of> FromJson for Id<Of> {
    fn from_json(text: &str) -> Result<Self, Unreadable> {
        String::from_json(text)?.parse().map_err(|error: NotAnId| Unreadable::because(&error))
    }
}
