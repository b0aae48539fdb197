//! From JSON to a stored value and back.

use bridgekeeper::storage::codec::{CodecError, decode, encode};
use bridgekeeper::storage::store::units_of;
use proptest::prelude::*;

fn long_json() -> String {
    let words: Vec<String> = (0..900).map(|word| format!("\"wört {word}\"")).collect();
    format!("[{}]", words.join(","))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_encoded_decodes_to_itself(text in any::<String>(), times in 1..400_usize) {
        let long = text.repeat(times);
        prop_assert_eq!(decode(&encode(&long)).unwrap(), long);
    }

    #[test]
    fn what_was_cut_off_or_changed_is_never_taken_for_a_value(
        cut in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(),
        with in any::<char>(), long in any::<bool>(),
    ) {
        let whole = encode(if long { long_json() } else { "{\"name\":\"Ä\"}".to_owned() }.as_str());
        let characters: Vec<char> = whole.chars().collect();
        let shorter: String = characters[..cut.index(characters.len())].iter().collect();
        prop_assert!(decode(&shorter).is_err());
        let mut garbled = characters.clone();
        let place = at.index(garbled.len());
        prop_assume!(garbled[place] != with);
        garbled[place] = with;
        let garbled: String = garbled.into_iter().collect();
        prop_assert!(decode(&garbled).is_err(), "{:?}", garbled);
    }

    #[test]
    fn no_text_makes_decoding_panic(text in any::<String>(), codec in "[0-9]{0,2}", sum in "[0-9a-f]{8}") {
        prop_assert!(decode(&text).is_err() || text.starts_with(['1', '2']));
        let _ = decode(&format!("{codec}|{sum}|{text}"));
        // A matching checksum over nonsense still has to be deflate.
        let bytes: Vec<u8> = text.bytes().collect();
        let payload: String = bytes.iter().copied().map(char::from).collect();
        let _ = decode(&format!("2|{:08x}|{payload}", crc32(&bytes)));
    }

    #[test]
    fn units_are_counted_as_a_browser_counts_them(text in any::<String>()) {
        prop_assert_eq!(units_of(&text), text.encode_utf16().count());
    }
}

#[test]
fn small_values_stay_plain_and_large_ones_are_deflated_into_latin_1() {
    assert_eq!(
        encode("{}"),
        "1|a3ae3ae9|{}".replace("a3ae3ae9", &format!("{:08x}", crc32(b"{}")))
    );
    let deflated = encode(&long_json());
    assert!(deflated.starts_with("2|"));
    assert!(deflated.chars().all(|character| u32::from(character) < 256));
    assert!(units_of(&deflated) * 2 < units_of(&long_json()));
}

#[test]
fn every_way_to_be_wrong_has_its_sentence() {
    for (text, error) in [
        ("", CodecError::Header),
        ("1|0000000|{}", CodecError::Header),
        ("1|+1234567|{}", CodecError::Header),
        ("1|00000000|{}", CodecError::Checksum),
        ("2|00000000|\u{100}", CodecError::Checksum),
        ("3|00000000|{}", CodecError::Unknown("3".to_owned())),
    ] {
        assert_eq!(decode(text), Err(error), "{text:?}");
    }
    let nonsense = format!("2|{:08x}|\u{ff}\u{ff}", crc32(&[0xff, 0xff]));
    assert_eq!(decode(&nonsense), Err(CodecError::Deflate));
}

#[test]
fn a_small_value_that_inflates_without_end_is_refused() {
    let bomb = encode(&"0".repeat(40 * 1024 * 1024));
    assert!(units_of(&bomb) < 100_000);
    assert_eq!(decode(&bomb), Err(CodecError::Deflate));
}

fn crc32(bytes: &[u8]) -> u32 {
    crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(bytes)
}
