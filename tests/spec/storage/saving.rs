//! Saving: what is said to be saved survives.

use bridgekeeper::storage::{MemoryArea, Status};

use super::bench::{NOON, open, pass, put, value};

#[test]
fn what_was_saved_is_there_after_a_restart() {
    let area = MemoryArea::default();
    let mut tab = open(&area, NOON, 1);
    let outcome = tab.commit(vec![put("partner/a", "profile", r#"{"name":"A"}"#)], NOON);
    assert_eq!(outcome.written.len(), 1);
    assert_eq!(tab.status(), &Status::Saved);
    drop(tab);
    let reopened = open(&area, NOON.plus(5), 2);
    assert_eq!(
        value(&reopened, "partner/a", "profile").as_deref(),
        Some(r#"{"name":"A"}"#)
    );
}

#[test]
fn an_intent_is_forgotten_after_a_minute_and_the_vault_comes_to_rest() {
    let area = MemoryArea::default();
    let mut tab = open(&area, NOON, 1);
    tab.commit(vec![put("partner/a", "profile", "{}")], NOON);
    let intents = || {
        area.contents()
            .keys()
            .filter(|key| key.contains(":i:"))
            .count()
    };
    pass(&mut tab, NOON, 59_000);
    assert_eq!(intents(), 1);
    pass(&mut tab, NOON.plus(59_000), 30_000);
    assert_eq!(intents(), 0);
    assert_eq!(tab.next_tick(), None);
    let keys: Vec<String> = area.contents().into_keys().collect();
    assert_eq!(
        keys,
        [
            "bk1:spec:census",
            "bk1:spec:d:partner/a",
            "bk1:spec:meta",
            "bk1:spec:pad"
        ]
    );
}
