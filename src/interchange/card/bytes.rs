//! Words from bytes, as old address books wrote them.

/// The bytes of a file in UTF-8 where its first bytes say that it is UTF-16; otherwise as they are, without the mark of
/// UTF-8.
pub fn in_octets(bytes: &[u8]) -> Vec<u8> {
    let wide = |rest: &[u8], join: fn([u8; 2]) -> u16| {
        let units = rest.chunks_exact(2).filter_map(|pair| Some(join([*pair.first()?, *pair.get(1)?])));
        char::decode_utf16(units).map(|one| one.unwrap_or(char::REPLACEMENT_CHARACTER)).collect::<String>()
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes).into_bytes(),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes).into_bytes(),
        [0xEF, 0xBB, 0xBF, rest @ ..] => rest.to_vec(),
        _ => bytes.to_vec(),
    }
}

/// Words of an encoding that is named; what is not known is taken for UTF-8, and what is no UTF-8 for Windows-1252.
pub fn words(bytes: &[u8], charset: Option<&str>) -> String {
    let is_latin = charset.is_some_and(|name| {
        let name = name.to_ascii_lowercase();
        ["iso-8859-1", "iso-8859-15", "windows-1252", "cp1252", "latin1", "us-ascii"].contains(&name.as_str())
    });
    match std::str::from_utf8(bytes) {
        Ok(text) if !is_latin || text.is_ascii() => text.to_owned(),
        _ => bytes.iter().map(|byte| latin(*byte)).collect(),
    }
}

/// A byte of Windows-1252.
fn latin(byte: u8) -> char {
    const FROM_128: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    let place = usize::from(byte).checked_sub(128);
    place.and_then(|place| FROM_128.get(place)).copied().unwrap_or(char::from(byte))
}

/// Quoted-printable, decoded: `=C3=A9` is two bytes. An equals sign with anything else after it stays.
pub fn unquoted(text: &[u8]) -> Vec<u8> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [first, after @ ..] = rest {
        rest = after;
        if *first == b'='
            && let [high, low, beyond @ ..] = after
            && let (Some(high), Some(low)) = (digit(high), digit(low))
        {
            bytes.push(high * 16 + low);
            rest = beyond;
        } else {
            bytes.push(*first);
        }
    }
    bytes
}
