//! Saving: what is said to be saved survives.

use bridgekeeper::storage::{MemoryArea, Status, StoreEvent};

use super::bench::{NOON, delete, document, open, pass, put, value};

#[test]
fn what_was_saved_is_there_after_a_restart() {
    let area = MemoryArea::default();
    let mut tab = open(&area, NOON, 1);
    let outcome = tab.commit(vec![put("partner/a", "profile", r#"{"name":"A"}"#)], NOON);
    assert_eq!(outcome.written.len(), 1);
    assert_eq!(tab.status(), &Status::Saved);
    drop(tab);
    let reopened = open(&area, NOON.plus(5), 2);
    assert_eq!(value(&reopened, "partner/a", "profile").as_deref(), Some(r#"{"name":"A"}"#));
}

#[test]
fn an_intent_is_forgotten_after_a_minute_and_the_vault_comes_to_rest() {
    let area = MemoryArea::default();
    let mut tab = open(&area, NOON, 1);
    tab.commit(vec![put("partner/a", "profile", "{}")], NOON);
    let intents = || area.contents().keys().filter(|key| key.contains(":i:")).count();
    pass(&mut tab, NOON, 59_000);
    assert_eq!(intents(), 1);
    pass(&mut tab, NOON.plus(59_000), 30_000);
    assert_eq!(intents(), 0);
    assert_eq!(tab.next_tick(), None);
    let keys: Vec<String> = area.contents().into_keys().collect();
    assert_eq!(keys, ["bk1:spec:census", "bk1:spec:d:partner/a", "bk1:spec:meta", "bk1:spec:pad"]);
}

#[test]
fn an_intent_is_forgotten_only_after_two_looks_that_both_found_its_records() {
    // The record is seen in its document once, just before another tab's heal of it is taken back.
    let area = MemoryArea::default();
    let mut tab = open(&area, NOON, 1);
    tab.commit(vec![put("partner/a", "profile", "1")], NOON);
    let without = area.value("bk1:spec:d:partner/a").unwrap();
    let now = pass(&mut tab, NOON, 120_000);
    tab.commit(vec![put("partner/a", "notes/1", "2")], now);
    pass(&mut tab, now, 59_999);
    let intents = || {
        let contents = area.contents();
        contents.keys().filter(|key| key.contains(":i:")).count()
    };
    tab.tick(now.plus(60_000));
    assert_eq!(intents(), 1, "one look is not enough");
    area.put("bk1:spec:d:partner/a", without).unwrap();
    tab.tick(now.plus(61_500));
    assert_eq!(intents(), 1, "the second look found it lacking");
    pass(&mut tab, now.plus(61_500), 30_000);
    assert_eq!(intents(), 0);
    let fresh = open(&area, now.plus(100_000), 2);
    assert_eq!(value(&fresh, "partner/a", "notes/1").as_deref(), Some("2"));
}

#[test]
fn a_document_that_another_tab_wrote_without_our_records_is_healed_at_the_next_tick() {
    let area = MemoryArea::default();
    let mut tab = open(&area, NOON, 1);
    tab.commit(vec![put("partner/a", "profile", "1")], NOON);
    let key = "bk1:spec:d:partner/a";
    let without = area.value(key).unwrap();
    let now = pass(&mut tab, NOON, 120_000);
    tab.commit(vec![put("partner/a", "notes/1", "2")], now);
    let now = pass(&mut tab, now, 120_000);
    area.put(key, without.clone()).unwrap();
    let event = StoreEvent { key: Some(key.to_owned()), new_value: Some(without.clone()) };
    tab.notice(event, now);
    assert_eq!(area.value(key), Some(without), "not inside the event");
    tab.tick(now);
    let fresh = open(&area, now, 2);
    assert_eq!(value(&fresh, "partner/a", "notes/1").as_deref(), Some("2"));
}

#[test]
fn setting_a_record_again_brings_it_back_from_the_trash() {
    let area = MemoryArea::default();
    let mut tab = open(&area, NOON, 1);
    tab.commit(vec![put("partner/a", "profile", "1")], NOON);
    let deleted = tab.commit(vec![delete("partner/a", "profile")], NOON);
    assert_eq!(deleted.written[0].after.text(), Some("1"), "the value is kept");
    assert_eq!(tab.trash().count(), 1);
    assert_eq!(value(&tab, "partner/a", "profile"), None);
    let restored = tab.commit(vec![put("partner/a", "profile", "1")], NOON);
    assert_eq!(restored.written.len(), 1);
    assert!(restored.written[0].after.at > deleted.written[0].after.at);
    assert_eq!(value(&tab, "partner/a", "profile").as_deref(), Some("1"));
}

#[test]
fn waking_up_brings_back_what_the_storage_lost_and_takes_in_what_it_gained() {
    let area = MemoryArea::default();
    let mut tab = open(&area, NOON, 1);
    let both = vec![put("partner/a", "profile", "1"), put("partner/b", "profile", "2")];
    tab.commit(both, NOON);
    let now = pass(&mut tab, NOON, 120_000);
    let mut other = open(&area, now, 2);
    other.commit(vec![put("partner/b", "notes/1", "3")], now);
    area.take("bk1:spec:d:partner/a");
    assert_eq!(tab.rescan(now), [document("partner/b")]);
    tab.tick(now);
    let fresh = open(&area, now, 3);
    assert_eq!(value(&fresh, "partner/a", "profile").as_deref(), Some("1"));
    assert_eq!(value(&tab, "partner/b", "notes/1").as_deref(), Some("3"));
}
