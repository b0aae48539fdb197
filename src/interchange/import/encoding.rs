//! Bytes become text: UTF-8, UTF-16, and Windows-1252 for what is neither.
//!
//! By hand: the standard library reads the first two, and the third is Latin-1 with 27 exceptions, where a crate for all
//! encodings of the web carries the tables of dozens.

use serde::{Deserialize, Serialize};

/// How the characters of a file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encoding {
    /// What nearly all programs write.
    Utf8,
    /// "Unicode text" of older spreadsheets, low byte first.
    Utf16Le,
    /// The same, high byte first.
    Utf16Be,
    /// What Windows programs wrote in the west before; every byte means something, so it is taken last.
    Windows1252,
}

impl Encoding {
    /// All of them, in the order of a form.
    pub const ALL: [Self; 4] = [Self::Utf8, Self::Utf16Le, Self::Utf16Be, Self::Windows1252];

    /// The name it is known by.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Windows1252 => "Windows-1252",
        }
    }

    /// The encoding that these bytes look like: by their mark, by what is UTF-8, by where zeros stand.
    pub fn sniff(bytes: &[u8]) -> Self {
        match bytes {
            [0xef, 0xbb, 0xbf, ..] => return Self::Utf8,
            [0xff, 0xfe, ..] => return Self::Utf16Le,
            [0xfe, 0xff, ..] => return Self::Utf16Be,
            _ => {}
        }
        // Separators and line ends are ASCII: in UTF-16 one of their two bytes is zero.
        let begin = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
        let zeros = |odd: usize| begin.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
        let (high_first, low_first) = (zeros(0), zeros(1));
        let pairs = begin.len() / 2;
        if low_first > high_first * 4 && low_first * 4 > pairs {
            return Self::Utf16Le;
        }
        if high_first > low_first * 4 && high_first * 4 > pairs {
            return Self::Utf16Be;
        }
        if is_mostly_utf8(bytes) { Self::Utf8 } else { Self::Windows1252 }
    }

    /// The text of these bytes without its mark. What the encoding does not know becomes `U+FFFD`.
    pub fn decode(self, bytes: &[u8]) -> String {
        match self {
            Self::Utf8 => {
                let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
                String::from_utf8_lossy(bytes).into_owned()
            }
            Self::Utf16Le => utf16(bytes, u16::from_le_bytes),
            Self::Utf16Be => utf16(bytes, u16::from_be_bytes),
            Self::Windows1252 => bytes.iter().map(|byte| windows_1252(*byte)).collect(),
        }
    }
}

/// A byte or two that were broken on the way do not make every accent of a file unreadable.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken * 20 <= sound
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    let mut text: String =
        char::decode_utf16(units).map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    if !rest.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    match text.strip_prefix('\u{feff}') {
        Some(without_mark) => without_mark.to_owned(),
        None => text,
    }
}

/// The five bytes that Windows-1252 leaves open stay what they are in Latin-1, as browsers read them.
fn windows_1252(byte: u8) -> char {
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => FROM_80.get(usize::from(byte - 0x80)).copied().unwrap_or(char::from(byte)),
        _ => char::from(byte),
    }
}
