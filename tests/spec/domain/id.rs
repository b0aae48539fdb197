//! Ids: 26 characters that sort by the time they were made.

use bridgekeeper::domain::fields::FromJson;
use bridgekeeper::domain::{Id, Partner, PartnerId};
use proptest::prelude::*;

fn check(text: &str, bits: Option<u128>) {
    assert_eq!(text.parse::<PartnerId>().ok().map(Id::bits), bits, "{text:?}");
}

#[test]
fn an_id_is_26_characters_of_0_to_9_and_a_to_v() {
    check("00000000000000000000000000", Some(0));
    check("0000000000000000000000000v", Some(31));
    check("00000000000000000000000010", Some(32));
    check("7vvvvvvvvvvvvvvvvvvvvvvvvv", Some(u128::MAX));
}

#[test]
fn any_other_text_is_not_an_id() {
    check("", None);
    check("0000000000000000000000000", None);
    check("000000000000000000000000000", None);
    check("0000000000000000000000000w", None);
    check("0000000000000000000000000V", None);
    check(" 0000000000000000000000000", None);
    check("-0000000000000000000000000", None);
    check("00000000-0000-0000-0000-00", None);
    check("000000000000000000000000é", None);
}

#[test]
fn an_id_of_more_than_128_bits_is_refused_not_cut() {
    check("80000000000000000000000000", None);
    check("vvvvvvvvvvvvvvvvvvvvvvvvvv", None);
}

#[test]
fn what_is_not_an_id_is_refused_in_words() {
    let error = PartnerId::from_json(r#""acme""#).unwrap_err().to_string();
    assert!(error.starts_with("this is not an id: it takes 26 characters of 0-9 and a-v"), "{error}");
    assert!(PartnerId::from_json("7").is_err());
}

proptest! {
    #[test]
    fn an_id_survives_being_written_and_read(bits in any::<u128>()) {
        let id = PartnerId::from_bits(bits);
        prop_assert_eq!(id.to_string().len(), 26);
        prop_assert_eq!(id.to_string().parse::<PartnerId>(), Ok(id));
    }

    #[test]
    fn texts_of_ids_sort_as_the_ids_do(one in any::<u128>(), other in any::<u128>()) {
        let (one, other) = (Id::<Partner>::from_bits(one), Id::<Partner>::from_bits(other));
        prop_assert_eq!(one.cmp(&other), one.to_string().cmp(&other.to_string()));
    }

    #[test]
    fn a_written_id_is_read_back(bits in any::<u128>()) {
        let id = PartnerId::from_bits(bits);
        let text = serde_json::to_string(&id).unwrap();
        prop_assert_eq!(PartnerId::from_json(&text).unwrap(), id);
    }
}
