//! The address that opens a mail in the reader's mail program (RFC 6068).

/// Characters of such an address: some mail programs cut off what is longer, without a word.
pub const MOST: usize = 2_000;

/// The mail is too long for an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// Characters it would have.
    pub has: usize,
}

/// The address of a mail to `to` with this subject and text.
///
/// Everything but letters, digits and `-._~` is written as its bytes in percent, and lines end with CR LF.
///
/// # Errors
/// When it would have more than [`MOST`] characters.
pub fn mailto(to: Option<&str>, subject: &str, body: &str) -> Result<String, TooLong> {
    mailto_all(to.as_slice(), subject, body)
}

/// The same to several, with commas between their addresses.
///
/// # Errors
/// As [`mailto`].
pub fn mailto_all(to: &[&str], subject: &str, body: &str) -> Result<String, TooLong> {
    let mut address = String::from("mailto:");
    for (place, one) in to.iter().enumerate() {
        if place > 0 {
            address.push(',');
        }
        for (place, part) in one.split('@').enumerate() {
            if place > 0 {
                address.push('@');
            }
            encode(&mut address, part);
        }
    }
    address.push_str("?subject=");
    encode(&mut address, subject);
    address.push_str("&body=");
    for (place, line) in body.split('\n').enumerate() {
        if place > 0 {
            address.push_str("%0D%0A");
        }
        encode(&mut address, line.strip_suffix('\r').unwrap_or(line));
    }
    if address.len() > MOST { Err(TooLong { has: address.len() }) } else { Ok(address) }
}

fn encode(into: &mut String, text: &str) {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    let digit = |nibble: u8| HEX.get(usize::from(nibble)).copied().unwrap_or('0');
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            into.push(char::from(byte));
        } else {
            into.push('%');
            into.push(digit(byte >> 4));
            into.push(digit(byte & 15));
        }
    }
}
