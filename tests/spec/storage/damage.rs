//! Damaged values: kept as they lie, copied aside, told in a sentence, and never taken for less than they were.

use bridgekeeper::storage::codec::encode;
use bridgekeeper::storage::{MemoryArea, Millis, Problem, Status, StoredText, Vault};

use super::bench::{NOON, delete, document, open, pass, path, put, value};

const LATER: Millis = NOON.plus(200_000);

fn workspace() -> MemoryArea {
    let area = MemoryArea::default();
    let mut tab = open(&area, NOON, 9);
    for name in ["partner/a", "partner/b", "contact/c"] {
        tab.commit(vec![put(name, "profile", "{}"), put(name, "notes/1", "{}")], NOON);
    }
    pass(&mut tab, NOON, 120_000);
    area
}

fn text(text: &str) -> StoredText {
    StoredText::Text(text.to_owned())
}

fn sentences(tab: &Vault) -> Vec<String> {
    tab.problems().iter().map(ToString::to_string).collect()
}

/// The stored values that could stand for a damaged key.
fn damages(whole: &StoredText) -> Vec<StoredText> {
    let whole = whole.lossy();
    let half: String = whole.chars().take(whole.chars().count() / 2).collect();
    vec![
        text(""),
        text(&half),
        text("nonsense"),
        text(&whole.replace("|{", "|[")),
        text(&encode("[1,2]")),
        text(&encode("not json")),
        StoredText::Broken(vec![0x31, 0xD800, 0x7C]),
    ]
}

#[test]
fn a_damaged_document_is_copied_aside_and_never_written_over() {
    let key = "bk1:spec:d:partner/a";
    for damage in damages(&workspace().value(key).unwrap()) {
        let area = workspace();
        area.put(key, damage.clone()).unwrap();
        let mut tab = open(&area, LATER, 1);
        let [problem] = tab.problems() else {
            panic!("{:?}", tab.problems());
        };
        assert!(matches!(problem, Problem::UnreadableDocument { .. }));
        assert!(problem.to_string().contains("partner/a"));
        let copy = problem.copy().unwrap().to_owned();
        assert_eq!(area.value(&copy), Some(damage.clone()));
        // The others are there, an edit of the damaged one is kept beside it, and the original lies as it lay.
        assert!(value(&tab, "partner/b", "profile").is_some());
        tab.commit(vec![put("partner/a", "notes/2", "{}")], LATER);
        assert_eq!(tab.status(), &Status::Saved);
        pass(&mut tab, LATER, 300_000);
        assert_eq!(area.value(key), Some(damage.clone()));
        let mut again = open(&area, LATER.plus(400_000), 2);
        assert!(value(&again, "partner/a", "notes/2").is_some(), "its intent is not forgotten");
        again.rescan(LATER.plus(400_000));
        pass(&mut again, LATER.plus(400_000), 300_000);
        assert_eq!(area.value(key), Some(damage));
        let aside = || area.contents().into_keys().filter(|key| key.contains(":q:"));
        assert_eq!(
            aside().filter(|key| !key.ends_with(":found")).count(),
            1,
            "copied once, however often it is opened"
        );
        assert_eq!(aside().count(), 2, "with one note of where it was found");
    }
}

#[test]
fn without_room_for_a_copy_a_damaged_document_is_left_alone_all_the_same() {
    let area = workspace();
    area.put("bk1:spec:d:partner/a", text("nonsense")).unwrap();
    area.set_quota(area.used_units());
    let tab = open(&area, LATER, 1);
    assert_eq!(tab.problems()[0].copy(), None);
    assert!(sentences(&tab)[0].contains("no room for a copy"));
    assert_eq!(area.value("bk1:spec:d:partner/a"), Some(text("nonsense")));
}

#[test]
fn a_document_that_is_damaged_while_a_tab_holds_it_whole_is_healed() {
    let area = workspace();
    let mut tab = open(&area, LATER, 1);
    area.put("bk1:spec:d:partner/a", text("nonsense")).unwrap();
    tab.rescan(LATER);
    pass(&mut tab, LATER, 10_000);
    let again = open(&area, LATER.plus(20_000), 2);
    assert!(again.problems().is_empty());
    assert!(value(&again, "partner/a", "notes/1").is_some());
    assert!(area.contents().values().any(|value| *value == text("nonsense")), "copied aside first");
}

#[test]
fn one_bad_record_does_not_take_its_document_along() {
    let area = workspace();
    let key = "bk1:spec:d:partner/a";
    let json = bridgekeeper::storage::codec::decode(&area.value(key).unwrap().lossy()).unwrap();
    let bad = json.replacen("\"records\":{", "\"records\":{\"notes/bad\":{\"at\":\"never\",\"value\":1},", 1);
    area.put(key, text(&encode(&bad))).unwrap();
    let mut tab = open(&area, LATER, 1);
    assert!(sentences(&tab)[0].contains("notes/bad"), "{:?}", sentences(&tab));
    assert!(value(&tab, "partner/a", "profile").is_some());
    tab.commit(vec![put("partner/a", "profile", r#"{"name":"new"}"#)], LATER);
    pass(&mut tab, LATER, 120_000);
    let stored = area.value(key).unwrap().lossy();
    assert!(stored.contains(r#"{"at":"never","value":1}"#), "kept verbatim: {stored}");
    assert!(stored.contains("new"));
}

#[test]
fn unknown_fields_of_a_record_survive_word_for_word() {
    let area = workspace();
    let mut tab = open(&area, LATER, 1);
    let odd = r#"{"name":"A",  "from_the_future": [1.0e5, {"x":null}]}"#;
    tab.commit(vec![put("partner/a", "profile", odd)], LATER);
    tab.commit(vec![put("partner/a", "notes/1", "[]")], LATER);
    drop(tab);
    let again = open(&area, LATER, 2);
    assert_eq!(value(&again, "partner/a", "profile").as_deref(), Some(odd));
}

#[test]
fn damaged_meta_is_made_anew_from_the_documents() {
    for damage in damages(&workspace().value("bk1:spec:meta").unwrap()) {
        let area = workspace();
        let generation = open(&area, LATER, 3).generation();
        area.put("bk1:spec:meta", damage).unwrap();
        let mut tab = open(&area, LATER.plus(90_000_000), 1);
        assert!(
            matches!(tab.problems(), [Problem::UnreadableMeta { reason: Some(_), copy: Some(_) }]),
            "{:?}",
            tab.problems()
        );
        assert_eq!(tab.generation(), generation);
        assert_eq!(tab.documents().count(), 3);
        tab.commit(vec![put("partner/a", "notes/2", "{}")], LATER.plus(90_000_000));
        assert_eq!(tab.status(), &Status::Saved);
        let again = open(&area, LATER, 2);
        assert!(again.problems().is_empty());
        assert!(value(&again, "partner/a", "notes/2").is_some());
    }
}

#[test]
fn a_damaged_census_is_said_and_made_anew() {
    for damage in damages(&workspace().value("bk1:spec:census").unwrap()) {
        let area = workspace();
        area.put("bk1:spec:census", damage).unwrap();
        let mut tab = open(&area, LATER, 1);
        assert!(
            matches!(tab.problems(), [Problem::UnreadableCensus { copy: Some(_), .. }]),
            "{:?}",
            tab.problems()
        );
        pass(&mut tab, LATER, 10_000);
        area.take("bk1:spec:d:partner/a");
        assert!(matches!(open(&area, LATER, 2).problems(), [Problem::MissingDocuments { .. }]));
    }
}

#[test]
fn a_damaged_intent_is_said_and_kept() {
    let area = workspace();
    let key = "bk1:spec:i:0000000000abcd";
    area.put(key, text("1|00000000|{\"half")).unwrap();
    let mut tab = open(&area, LATER, 1);
    assert!(matches!(tab.problems(), [Problem::UnreadableIntent { copy: Some(_), .. }]));
    pass(&mut tab, LATER, 300_000);
    assert_eq!(area.value(key), Some(text("1|00000000|{\"half")));
    assert_eq!(tab.documents().count(), 3);
}

#[test]
fn missing_documents_are_counted_by_kind_until_the_user_goes_on_without_them() {
    let area = workspace();
    area.take("bk1:spec:d:partner/a");
    area.take("bk1:spec:d:contact/c");
    for tab in [1, 2] {
        let mut vault = open(&area, LATER, tab);
        assert_eq!(
            sentences(&vault),
            [
                "Documents are missing from the browser's storage: 1 of kind contact, 1 of kind partner. Restore them from a backup, or go on without them."
            ]
        );
        // A new document does not make up for a missing one.
        vault.commit(vec![put("partner/z", "profile", "{}")], LATER);
        pass(&mut vault, LATER, 200_000);
    }
    let mut tab = open(&area, LATER, 3);
    tab.accept_missing();
    assert!(tab.problems().is_empty());
    assert!(open(&area, LATER, 4).problems().is_empty());
}

#[test]
fn a_document_that_was_purged_is_not_missed() {
    const MONTH_MS: u64 = 31 * 24 * 60 * 60 * 1000;
    let area = workspace();
    let mut tab = open(&area, LATER, 1);
    tab.commit(vec![put("partner/a", "lifecycle", "{}")], LATER);
    tab.commit(vec![delete("partner/a", "lifecycle")], LATER);
    assert!(tab.document(&document("partner/a")).unwrap().is_deleted());
    pass(&mut tab, LATER, 200_000);
    let next_month = LATER.plus(MONTH_MS);
    let mut tab = open(&area, next_month, 2);
    assert!(tab.document(&document("partner/a")).is_some(), "nobody wrote since: the clock may be wrong");
    tab.commit(vec![put("partner/b", "profile", r#"{"late":1}"#)], next_month);
    pass(&mut tab, next_month, 200_000);
    let mut tab = open(&area, next_month.plus(300_000), 3);
    assert_eq!(tab.document(&document("partner/a")), None);
    pass(&mut tab, next_month.plus(300_000), 200_000);
    assert_eq!(area.value("bk1:spec:d:partner/a"), None);
    assert!(open(&area, next_month.plus(600_000), 4).problems().is_empty());
    assert_eq!(tab.record(&document("partner/a"), &path("profile")), None);
}

#[test]
fn what_lies_aside_says_where_it_lay_since_when_and_why() {
    let area = workspace();
    let key = "bk1:spec:d:partner/a";
    let damage = StoredText::Broken(vec![0x31, 0xD800, 0x7C]);
    area.put(key, damage.clone()).unwrap();
    let _ = open(&area, LATER, 1);
    let again = open(&area, LATER.plus(400_000), 2);
    let aside = again.quarantined();
    assert_eq!(aside.len(), 1);
    assert_eq!(aside[0].value, damage);
    let found = aside[0].found.clone().unwrap();
    assert_eq!((found.from.as_str(), found.at), (key, LATER.0), "since it was met first");
    assert!(found.why.contains("not valid text"), "{}", found.why);
    let file = bridgekeeper::storage::backup::aside(&aside);
    assert!(file.contains(r#""value":"\u0031\ud800\u007c""#), "{file}");
}

#[test]
fn what_is_let_go_is_gone_with_what_it_was_copied_from_and_nobody_misses_it() {
    let area = workspace();
    let key = "bk1:spec:d:partner/a";
    area.put(key, text("nonsense")).unwrap();
    let mut tab = open(&area, LATER, 1);
    let aside = tab.quarantined();
    tab.discard(&aside[0], LATER).unwrap();
    assert!(tab.problems().is_empty(), "{:?}", tab.problems());
    assert_eq!(area.value(key), None);
    assert!(area.contents().into_keys().all(|key| !key.contains(":q:")));
    let now = pass(&mut tab, LATER, 300_000);
    let mut again = open(&area, now, 2);
    assert!(again.problems().is_empty(), "{:?}", again.problems());
    assert!(value(&again, "partner/b", "profile").is_some());
    // Its place can be taken anew.
    again.commit(vec![put("partner/a", "profile", "{}")], now);
    pass(&mut again, now, 300_000);
    assert!(value(&open(&area, now.plus(400_000), 3), "partner/a", "profile").is_some());
}

#[test]
fn a_copy_whose_original_has_changed_since_goes_alone() {
    let area = workspace();
    let key = "bk1:spec:d:partner/a";
    let whole = area.value(key).unwrap();
    area.put(key, text("nonsense")).unwrap();
    let mut tab = open(&area, LATER, 1);
    area.put(key, whole.clone()).unwrap();
    let aside = tab.quarantined();
    tab.discard(&aside[0], LATER).unwrap();
    assert_eq!(area.value(key), Some(whole));
    assert!(open(&area, LATER.plus(1), 2).problems().is_empty());
}
