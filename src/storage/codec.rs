//! How a JSON text becomes a stored value: `<codec>|<crc32>|<payload>`.
//!
//! | codec | payload | the checksum covers |
//! |---|---|---|
//! | 1 | the JSON itself | its UTF-8 bytes |
//! | 2 | the JSON's UTF-8 bytes, raw deflate, one character U+0000–U+00FF per byte | the deflated bytes |
//!
//! The checksum is CRC-32 (IEEE) in 8 lowercase hexadecimal digits. Deliberately absent: any knowledge of what the JSON says.

use crc::{CRC_32_ISO_HDLC, Crc, Table};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::store::units_of;

/// Below this many bytes of JSON, compression is not tried.
const PLAIN_BELOW: usize = 2048;
/// What a value may inflate to: six times what the whole storage holds. A larger one is damaged or hostile.
const INFLATED_MAX: usize = 32 * 1024 * 1024;
/// Deflate's usual trade of time for size.
const LEVEL: u8 = 6;

/// Wraps a JSON text, in whichever codec takes fewer units. JSON under 2 KiB stays plain.
#[must_use]
pub fn encode(json: &str) -> String {
    if json.len() >= PLAIN_BELOW {
        let deflated = compress_to_vec(json.as_bytes(), LEVEL);
        if deflated.len() < units_of(json) {
            let mut text = format!("2|{:08x}|", crc32(&deflated));
            text.extend(deflated.iter().copied().map(char::from));
            return text;
        }
    }
    plain(json)
}

/// Wraps a JSON text that is known to be short, as [`encode`] would. Reading does without deflate then.
#[must_use]
pub(super) fn plain(json: &str) -> String {
    format!("1|{:08x}|{json}", crc32(json.as_bytes()))
}

/// Unwraps a stored value into the JSON text it was made from.
///
/// # Errors
/// When the value is not exactly what [`encode`] made, by this build or another one.
pub fn decode(text: &str) -> Result<String, CodecError> {
    let (codec, rest) = text.split_once('|').ok_or(CodecError::Header)?;
    let (checksum, payload) = rest.split_once('|').ok_or(CodecError::Header)?;
    let is_lower_hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    if checksum.len() != 8 || !checksum.bytes().all(is_lower_hex) {
        return Err(CodecError::Header);
    }
    let expected = u32::from_str_radix(checksum, 16).map_err(|_| CodecError::Header)?;
    match codec {
        "1" if crc32(payload.as_bytes()) == expected => Ok(payload.to_owned()),
        "2" => inflate(payload, expected),
        "1" => Err(CodecError::Checksum),
        _ => Err(CodecError::Unknown(codec.chars().take(20).collect())),
    }
}

fn inflate(payload: &str, expected: u32) -> Result<String, CodecError> {
    let deflated = one_byte_each(payload).ok_or(CodecError::Checksum)?;
    if crc32(&deflated) != expected {
        return Err(CodecError::Checksum);
    }
    let bytes = decompress_to_vec_with_limit(&deflated, INFLATED_MAX).map_err(|_| CodecError::Deflate)?;
    String::from_utf8(bytes).map_err(|_| CodecError::Deflate)
}

/// The bytes that a text holds as characters up to U+00FF; `None` when it holds others. By hand: of all that opening a
/// workspace does, this touches most bytes.
fn one_byte_each(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut units = text.as_bytes().iter();
    while let Some(&unit) = units.next() {
        bytes.push(match unit {
            0..=0x7f => unit,
            // The first of two units has the upper two bits of the character, the second one the lower six.
            0xc2 | 0xc3 => unit << 6 | units.next()? & 0x3f,
            _ => return None,
        });
    }
    Some(bytes)
}

/// Why a stored value could not be unwrapped.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodecError {
    /// Not `<codec>|<crc32>|<payload>`.
    #[error("it does not begin like a stored value")]
    Header,
    /// The payload is not the one that was written.
    #[error("its checksum does not match: it was cut off or changed")]
    Checksum,
    /// The checksum matches, and yet it does not inflate to text within 32 MiB.
    #[error("it cannot be decompressed")]
    Deflate,
    /// Written by a later build.
    #[error("it is written in form {0:?}, which this version does not know")]
    Unknown(String),
}

/// CRC-32 as in zip and png.
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    // One table of 1 kB: the sixteen of faster ones are noise that does not compress, 14 kB of every first load.
    const CRC: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);
    CRC.checksum(bytes)
}
