//! The address that opens a mail.

use bridgekeeper::domain::script::mail::{MOST, TooLong, mailto};
use proptest::prelude::*;

/// An address read as RFC 6068 says: to, subject, body.
fn read(address: &str) -> (String, String, String) {
    let (to, fields) = address.strip_prefix("mailto:").unwrap().split_once('?').unwrap();
    let (mut subject, mut body) = (None, None);
    for field in fields.split('&') {
        let (name, value) = field.split_once('=').unwrap();
        let slot = match name {
            "subject" => &mut subject,
            "body" => &mut body,
            other => panic!("{other}"),
        };
        assert!(slot.replace(decoded(value)).is_none(), "{name} twice");
    }
    (decoded(to), subject.unwrap(), body.unwrap())
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        assert!(byte.is_ascii_graphic() && !b"\"<>\\^`{|}[]#".contains(&byte), "{text:?} is no address");
        if byte == b'%' {
            let hex = [rest.next().unwrap(), rest.next().unwrap()];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&hex).unwrap(), 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn lines_end_with_cr_lf_and_everything_unusual_is_encoded() {
    let address = mailto(Some("ana+x@example.com"), "A & B?", "Hi\nä=100%\r\n").unwrap();
    assert_eq!(
        address,
        "mailto:ana%2Bx@example.com?subject=A%20%26%20B%3F&body=Hi%0D%0A%C3%A4%3D100%25%0D%0A"
    );
}

#[test]
fn a_mail_without_an_address_is_addressed_by_hand() {
    assert_eq!(mailto(None, "a", "b").unwrap(), "mailto:?subject=a&body=b");
}

#[test]
fn more_than_two_thousand_characters_are_refused_with_how_many() {
    let most = MOST - "mailto:?subject=a&body=".len();
    assert!(mailto(None, "a", &"x".repeat(most)).is_ok());
    assert_eq!(mailto(None, "a", &"x".repeat(most + 1)), Err(TooLong { has: MOST + 1 }));
}

proptest! {
    #[test]
    fn an_address_says_what_was_meant(to in "[a-z.+'-]{1,9}@[a-z]{1,9}\\.example", subject in any::<String>(), body in any::<String>()) {
        let Ok(address) = mailto(Some(&to), &subject, &body) else { return Ok(()) };
        let (read_to, read_subject, read_body) = read(&address);
        prop_assert_eq!(read_to, to);
        prop_assert_eq!(read_subject, subject);
        // A line ends with CR LF in a mail, however it was typed.
        let typed = body.replace("\r\n", "\n");
        prop_assert_eq!(read_body.replace("\r\n", "\n"), typed);
    }
}
