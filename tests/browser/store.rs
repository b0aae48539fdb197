//! `localStorage` itself, which no native test has: every character, damaged text, and the quota.

use bridgekeeper::storage::browser::{BrowserStore, probe, stored_text};
use bridgekeeper::storage::store::{Store, StoreError, StoredText};
use js_sys::{Function, JsString, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

const HIGH: u16 = 0xD83D;
const LOW: u16 = 0xDE00;

/// An empty area.
fn area() -> BrowserStore {
    raw().clear().unwrap();
    probe().unwrap()
}

fn raw() -> web_sys::Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}

/// Sets a value that no Rust string can hold.
fn set_units(key: &JsString, units: &[u16]) {
    let setter: Function = Reflect::get(&raw(), &"setItem".into()).unwrap().unchecked_into();
    setter.call2(&raw(), key, &text(units)).unwrap();
}

fn text(units: &[u16]) -> JsString {
    JsString::from_char_code(units)
}

#[wasm_bindgen_test]
fn every_latin_1_character_comes_back_as_it_was_written() {
    let store = area();
    let all: String = (0..=255_u8).map(char::from).collect();
    for value in [all.clone(), all.repeat(400), String::new(), "日本 😀 a\u{0}b".to_owned()] {
        store.set("bk1:t:value", &value).unwrap();
        assert_eq!(store.get("bk1:t:value"), Ok(Some(StoredText::Text(value))));
    }
    assert_eq!(store.get("bk1:t:other"), Ok(None));
}

#[wasm_bindgen_test]
fn lone_surrogates_are_seen_and_never_repaired() {
    let store = area();
    let high_a = [HIGH, u16::from(b'a')];
    for units in [&[HIGH][..], &[LOW], &[LOW, HIGH], &high_a] {
        set_units(&"bk1:t:value".into(), units);
        assert_eq!(store.get("bk1:t:value"), Ok(Some(StoredText::Broken(units.to_vec()))));
        assert_eq!(stored_text(&text(units)), StoredText::Broken(units.to_vec()), "as an event brings it");
    }
    set_units(&"bk1:t:value".into(), &[HIGH, LOW]);
    assert_eq!(store.get("bk1:t:value"), Ok(Some(StoredText::Text("😀".to_owned()))));
}

#[wasm_bindgen_test]
fn a_copy_holds_the_same_units() {
    let store = area();
    let units = [u16::from(b'a'), HIGH, u16::from(b'b'), LOW, 0, 0xFF];
    set_units(&"bk1:t:from".into(), &units);
    store.copy("bk1:t:from", "bk1:t:to").unwrap();
    assert_eq!(store.get("bk1:t:to"), Ok(Some(StoredText::Broken(units.to_vec()))));
    assert_eq!(store.get("bk1:t:from"), Ok(Some(StoredText::Broken(units.to_vec()))));
    store.copy("bk1:t:absent", "bk1:t:to").unwrap();
    assert_eq!(store.get("bk1:t:to"), Ok(Some(StoredText::Broken(units.to_vec()))), "nothing to copy");
}

#[wasm_bindgen_test]
fn the_probe_leaves_nothing_behind_and_finds_a_full_storage_working() {
    let store = area();
    assert_eq!(store.keys(), Ok(Vec::new()));
    store.set("bk1:t:value", "before").unwrap();
    assert_eq!(store.set("bk1:t:value", &"x".repeat(5_300_000)), Err(StoreError::Full));
    assert_eq!(
        store.get("bk1:t:value"),
        Ok(Some(StoredText::Text("before".to_owned()))),
        "the old value stands"
    );
    let mut size = 4_000_000;
    let mut number = 0;
    while size > 0 {
        number += 1;
        if store.set(&format!("fill {number}"), &"x".repeat(size)).is_err() {
            size /= 2;
        }
    }
    assert_eq!(store.set("bk1:t:more", "1"), Err(StoreError::Full));
    assert!(probe().is_ok(), "a full storage is a working one");
    raw().clear().unwrap();
}

#[wasm_bindgen_test]
fn strangers_are_counted_in_utf_16_units_and_ours_are_not() {
    let store = area();
    store.set("bk1:t:ours", "12345").unwrap();
    store.set("theirs", "😀").unwrap();
    assert_eq!(store.foreign_units("bk1:t:"), Ok("theirs".len() + 2));
    store.remove("theirs").unwrap();
    store.remove("theirs").unwrap();
    assert_eq!(store.foreign_units("bk1:t:"), Ok(0));
}

#[wasm_bindgen_test]
fn a_key_that_is_not_valid_text_is_left_out_of_the_list() {
    let store = area();
    set_units(&text(&[HIGH]), &[u16::from(b'x')]);
    store.set("bk1:t:ours", "1").unwrap();
    assert_eq!(store.keys(), Ok(vec!["bk1:t:ours".to_owned()]));
    raw().clear().unwrap();
}
