//! Erasing, replacing, clearing, sleeping, and clocks that lie: which life of a workspace is in force, and who may write it.


use bridgekeeper::domain::table::Table;
use bridgekeeper::storage::codec::{decode, encode};
use bridgekeeper::storage::{
    Document, DocumentKey, MemoryArea, Millis, Persistence, Record, Stamp, Status, StoreEvent,
    StoredText, TabSuffix, Vault,
};

use super::bench::{NOON, delete, document, open, pass, path, put, raw, value};
use super::faulty::{Fault, Machine};

const LATER: Millis = NOON.plus(200_000);
const DAY_MS: u64 = 24 * 60 * 60 * 1000;
const CENTURY_MS: u64 = 100 * 365 * DAY_MS;
const META: &str = "bk1:spec:meta";

fn workspace() -> MemoryArea {
    let area = MemoryArea::default();
    let mut tab = open(&area, NOON, 9);
    for name in ["partner/a", "partner/b", "contact/c"] {
        tab.commit(vec![put(name, "profile", r#"{"life":"old"}"#)], NOON);
    }
    pass(&mut tab, NOON, 120_000);
    area
}

fn other_documents() -> Table<DocumentKey, Document> {
    let names = ["partner/b", "partner/x", "partner/y", "contact/z"];
    let new = names.iter().map(|name| {
        let mut held = Document::default();
        let record = Record {
            at: Stamp::at(NOON, TabSuffix::from_random(5)),
            deleted: false,
            value: Some(raw(r#"{"life":"new"}"#)),
        };
        held.put(path("profile"), record);
        (document(name), held)
    });
    new.collect()
}

fn names(vault: &Vault) -> Vec<String> {
    vault.documents().map(|(key, _)| key.to_string()).collect()
}

fn faulty_tab(machine: &Machine, number: usize, now: Millis) -> Vault {
    let suffix = TabSuffix::from_random(u32::try_from(number).unwrap());
    Vault::open(
        machine.tab(number),
        "spec",
        now,
        suffix,
        Persistence::Browser,
    )
    .0
}

const OLD: [&str; 3] = ["contact/c", "partner/a", "partner/b"];
const NEW: [&str; 4] = ["contact/z", "partner/b", "partner/x", "partner/y"];

#[test]
fn replacing_puts_all_the_new_documents_in_place_of_all_the_old_ones() {
    let area = workspace();
    let mut tab = open(&area, LATER, 1);
    tab.replace(other_documents(), LATER).unwrap();
    assert_eq!(names(&tab), NEW);
    assert_eq!(names(&open(&area, LATER, 2)), NEW);
    pass(&mut tab, LATER, 200_000);
    let kept: Vec<String> = area.contents().into_keys().collect();
    assert!(
        !kept
            .iter()
            .any(|key| key.contains(":n:") || key.contains("partner/a")),
        "{kept:?}"
    );
    let again = open(&area, LATER.plus(200_000), 3);
    assert_eq!(names(&again), NEW);
    assert!(again.problems().is_empty());
    assert!(
        again
            .documents()
            .all(|(_, held)| held.records.get(&path("profile")).unwrap().text() == Some(r#"{"life":"new"}"#))
    );
}

#[test]
fn a_replace_killed_at_any_call_leaves_the_old_life_whole_or_the_new_one() {
    let mut seen = [0, 0];
    for n in 0.. {
        let machine = Machine::new(workspace(), LATER);
        let mut tab = faulty_tab(&machine, 1, LATER);
        let begun = machine.calls_of(1);
        machine.plan(1, n, Fault::Kill);
        let _ = tab.replace(other_documents(), LATER);
        if machine.calls_of(1) - begun <= n {
            break;
        }
        drop(tab);
        for later in [0, 100_000, 200_000] {
            let now = LATER.plus(later);
            let mut next = open(&machine.area(), now, 2);
            let lives: Vec<&str> = next
                .documents()
                .filter_map(|(_, held)| held.records.get(&path("profile")).unwrap().text())
                .collect();
            let is_new = names(&next) == NEW && lives.iter().all(|life| life.contains("new"));
            let is_old = names(&next) == OLD && lives.iter().all(|life| life.contains("old"));
            assert!(is_old != is_new, "call {n}: {:?} {lives:?}", names(&next));
            assert!(
                next.problems().is_empty(),
                "call {n}: {:?}",
                next.problems()
            );
            seen[usize::from(is_new)] += 1;
            pass(&mut next, now, 90_000);
        }
        let left = machine.area().contents();
        assert!(!left.keys().any(|key| key.contains(":n:")), "call {n}");
    }
    assert!(seen[0] > 10 && seen[1] > 10, "{seen:?}");
}

#[test]
fn a_replace_without_room_for_both_is_refused_and_changes_nothing() {
    let area = workspace();
    area.take("bk1:spec:pad");
    area.set_quota(area.used_units() + 200);
    let before = area.contents();
    let mut tab = open(&area, LATER, 1);
    let refused = tab.replace(other_documents(), LATER).unwrap_err();
    assert!(
        refused.to_string().contains("fit beside each other"),
        "{refused}"
    );
    assert_eq!(area.contents(), before);
    assert_eq!(names(&tab), OLD);
    assert_eq!(tab.status(), &Status::Saved);
}

#[test]
fn erasing_in_one_tab_stops_another_that_edits_and_offers_what_it_wrote() {
    let machine = Machine::new(workspace(), LATER);
    let mut eraser = faulty_tab(&machine, 1, LATER);
    let mut editor = faulty_tab(&machine, 2, LATER);
    editor.commit(vec![put("partner/a", "notes/1", r#""just before""#)], LATER);
    eraser.erase(LATER).unwrap();
    assert_eq!(names(&eraser), [""; 0]);
    editor.commit(
        vec![put("partner/a", "notes/2", r#""just after""#)],
        LATER.plus(5),
    );
    assert_eq!(editor.status(), &Status::Superseded);
    let unsaved = editor.unsaved();
    let offered = unsaved.get(&document("partner/a")).unwrap();
    assert_eq!(
        offered.records.len(),
        2,
        "what was saved in the last minute, too"
    );
    for event in machine.events_for(2) {
        editor.notice(event, LATER.plus(10));
    }
    pass(&mut editor, LATER, 300_000);
    pass(&mut eraser, LATER, 300_000);
    let kept: Vec<String> = machine.area().contents().into_keys().collect();
    assert!(
        !kept
            .iter()
            .any(|key| key.contains(":d:") || key.contains(":i:")),
        "{kept:?}"
    );
    assert!(open(&machine.area(), LATER, 3).documents().next().is_none());
}

#[test]
fn a_late_document_of_the_erased_life_does_not_come_back() {
    // A tab that reads late writes into the erased workspace; its document belongs to a life that is over.
    let machine = Machine::new(workspace(), LATER);
    let mut eraser = faulty_tab(&machine, 1, LATER);
    let mut late = faulty_tab(&machine, 2, LATER);
    eraser.erase(LATER).unwrap();
    machine.always(2, Some(Fault::Stale));
    late.commit(vec![put("partner/a", "notes/1", r#""late""#)], LATER);
    machine.always(2, None);
    assert!(machine.area().value("bk1:spec:d:partner/a").is_some());
    assert!(open(&machine.area(), LATER, 3).documents().next().is_none());
    late.tick(LATER.plus(2_000));
    assert_eq!(late.status(), &Status::Superseded);
    assert!(late.unsaved().contains_key(&document("partner/a")));
    for event in machine.events_for(1) {
        eraser.notice(event, LATER.plus(10));
    }
    pass(&mut eraser, LATER, 300_000);
    assert_eq!(machine.area().value("bk1:spec:d:partner/a"), None);
    assert!(
        !machine
            .area()
            .contents()
            .keys()
            .any(|key| key.contains(":i:"))
    );
}

#[test]
fn an_erase_that_the_browser_takes_back_is_done_again() {
    let machine = Machine::new(workspace(), LATER);
    let mut eraser = faulty_tab(&machine, 1, LATER);
    let old_meta = machine.area().value(META).unwrap();
    eraser.erase(LATER).unwrap();
    machine.area().put(META, old_meta.clone()).unwrap();
    eraser.tick(LATER.plus(1_500));
    assert_ne!(machine.area().value(META), Some(old_meta));
    assert_eq!(eraser.status(), &Status::Saved);
    assert!(eraser.documents().next().is_none());
}

#[test]
fn clearing_the_browser_is_noticed_and_can_be_put_back() {
    let area = workspace();
    let mut tab = open(&area, LATER, 1);
    area.clear();
    tab.notice(
        StoreEvent {
            key: None,
            new_value: None,
        },
        LATER,
    );
    assert_eq!(tab.status(), &Status::Emptied);
    tab.commit(vec![put("partner/a", "notes/1", "{}")], LATER);
    assert!(area.contents().is_empty(), "nothing is written unasked");
    tab.put_back(LATER.plus(5));
    assert_eq!(tab.status(), &Status::Saved);
    pass(&mut tab, LATER, 200_000);
    let again = open(&area, LATER.plus(300_000), 2);
    assert_eq!(names(&again), OLD);
    assert!(value(&again, "partner/a", "notes/1").is_some());
    assert!(again.problems().is_empty());
}

#[test]
fn clearing_is_noticed_at_the_next_save_even_without_an_event() {
    let area = workspace();
    let mut tab = open(&area, LATER, 1);
    area.clear();
    tab.commit(vec![put("partner/a", "notes/1", "{}")], LATER);
    assert!(
        matches!(tab.status(), Status::NotSaved { .. }),
        "one late read is no proof"
    );
    assert_eq!(tab.next_tick(), Some(LATER.plus(1_500)));
    tab.tick(LATER.plus(1_500));
    assert_eq!(tab.status(), &Status::Emptied);
    assert!(area.contents().is_empty());
    assert!(tab.unsaved().contains_key(&document("partner/a")));
}

#[test]
fn a_tab_asleep_for_minutes_and_then_edited_keeps_what_others_wrote() {
    let machine = Machine::new(workspace(), LATER);
    let mut asleep = faulty_tab(&machine, 1, LATER);
    let mut awake = faulty_tab(&machine, 2, LATER);
    awake.commit(
        vec![
            put("partner/a", "profile", r#""awake""#),
            put("partner/a", "notes/1", "1"),
        ],
        LATER,
    );
    pass(&mut awake, LATER, 120_000);
    machine.events_for(1);
    let now = LATER.plus(15 * 60 * 1000);
    let changed = asleep
        .commit(vec![put("partner/a", "notes/2", "2")], now)
        .changed;
    assert_eq!(changed, [document("partner/a")]);
    assert_eq!(
        value(&asleep, "partner/a", "profile").as_deref(),
        Some(r#""awake""#)
    );
    drop((asleep, awake));
    let fresh = open(&machine.area(), now, 3);
    assert_eq!(
        fresh
            .document(&document("partner/a"))
            .unwrap()
            .records
            .len(),
        3
    );
}

#[test]
fn a_tab_asleep_for_more_than_a_day_starts_over_from_the_storage() {
    let area = workspace();
    let mut asleep = open(&area, LATER, 1);
    // Meanwhile others deleted a record, and the trash has long dropped it.
    let mut awake = open(&area, LATER, 2);
    awake.commit(
        vec![
            delete("partner/a", "profile"),
            put("partner/a", "notes/1", "1"),
        ],
        LATER,
    );
    pass(&mut awake, LATER, 120_000);
    let later = LATER.plus(40 * DAY_MS);
    awake.commit(vec![put("partner/b", "notes/1", "1")], later);
    pass(&mut awake, later, 120_000);
    let mut other = open(&area, later.plus(DAY_MS), 3);
    other.commit(vec![put("partner/a", "notes/2", "2")], later.plus(DAY_MS));
    pass(&mut other, later.plus(DAY_MS), 120_000);
    assert!(
        !area
            .value("bk1:spec:d:partner/a")
            .unwrap()
            .lossy()
            .contains("profile")
    );
    let waking = later.plus(2 * DAY_MS);
    let changed = asleep.rescan(waking);
    assert!(changed.contains(&document("partner/a")));
    pass(&mut asleep, waking, 120_000);
    assert_eq!(
        value(&open(&area, waking, 4), "partner/a", "profile"),
        None,
        "nobody brings it back"
    );
}

#[test]
fn a_clock_a_century_ahead_and_back_poisons_nothing() {
    let area = workspace();
    let mut tab = open(&area, LATER, 1);
    tab.commit(vec![delete("partner/b", "profile")], LATER);
    let ahead = LATER.plus(CENTURY_MS);
    tab.commit(vec![put("partner/a", "profile", r#""ahead""#)], ahead);
    pass(&mut tab, ahead, 200_000);
    assert_eq!(tab.trash().count(), 1, "a wrong clock empties no trash");
    let mut tab = open(&area, ahead.plus(300_000), 2);
    assert_eq!(tab.status(), &Status::Saved);
    let back = LATER.plus(400_000);
    tab.commit(vec![put("partner/a", "profile", r#""back""#)], back);
    assert_eq!(tab.status(), &Status::Saved);
    pass(&mut tab, back, 200_000);
    let mut fresh = open(&area, back.plus(300_000), 3);
    assert_eq!(
        value(&fresh, "partner/a", "profile").as_deref(),
        Some(r#""back""#),
        "the next edit wins"
    );
    assert_eq!(fresh.trash().count(), 1);
    assert!(!area.contents().keys().any(|key| key.contains(":i:")));
    fresh.erase(back.plus(300_000)).unwrap();
    assert!(
        open(&area, back.plus(300_001), 4)
            .documents()
            .next()
            .is_none()
    );
}

#[test]
fn an_intent_is_not_forgotten_early_because_the_clock_jumped() {
    let area = workspace();
    let mut tab = open(&area, LATER, 1);
    tab.commit(vec![put("partner/a", "notes/1", "1")], LATER);
    let intents = || {
        area.contents()
            .into_keys()
            .filter(|key| key.contains(":i:"))
            .count()
    };
    let ahead = LATER.plus(CENTURY_MS);
    tab.tick(ahead);
    tab.tick(ahead.plus(5_000));
    assert_eq!(intents(), 1);
    tab.tick(LATER.plus(6_000));
    pass(&mut tab, LATER.plus(6_000), 59_000);
    assert_eq!(intents(), 1);
    pass(&mut tab, LATER.plus(65_000), 5_000);
    assert_eq!(intents(), 0);
}

/// Meta as a later build writes it.
fn newer_meta(area: &MemoryArea) -> StoredText {
    let json = decode(&area.value(META).unwrap().lossy()).unwrap();
    let newer = json.replace("\"min_writer\":1", "\"min_writer\":2,\"more\":true");
    assert_ne!(json, newer);
    StoredText::Text(encode(&newer))
}

#[test]
fn a_workspace_of_a_later_build_is_read_and_never_written() {
    let area = workspace();
    area.put(META, newer_meta(&area)).unwrap();
    let mut tab = open(&area, LATER, 1);
    assert_eq!(tab.status(), &Status::ReadOnly { min_writer: 2 });
    assert_eq!(names(&tab), OLD);
    let before = area.contents();
    tab.commit(vec![put("partner/a", "notes/1", "{}")], LATER);
    pass(&mut tab, LATER, 200_000);
    assert!(tab.erase(LATER).is_err());
    assert_eq!(area.contents(), before);
    assert!(tab.unsaved().contains_key(&document("partner/a")));
    assert_eq!(tab.raw_dump().len(), 5);
}

#[test]
fn a_later_build_that_takes_over_mid_session_stops_this_one() {
    let area = workspace();
    let mut tab = open(&area, LATER, 1);
    area.put(META, newer_meta(&area)).unwrap();
    let before = area.contents();
    tab.commit(vec![put("partner/a", "notes/1", "{}")], LATER);
    assert_eq!(tab.status(), &Status::ReadOnly { min_writer: 2 });
    assert_eq!(area.contents(), before);
}

#[test]
fn a_document_of_a_later_schema_is_left_alone() {
    let area = workspace();
    let key = "bk1:spec:d:partner/a";
    let mut tab = open(&area, LATER, 1);
    let newer = StoredText::Text(encode(r#"{"schema":2,"shape":"unheard of"}"#));
    area.put(key, newer.clone()).unwrap();
    tab.commit(vec![put("partner/a", "notes/1", "{}")], LATER);
    pass(&mut tab, LATER, 200_000);
    assert_eq!(area.value(key), Some(newer.clone()));
    assert!(
        tab.problems()[0]
            .to_string()
            .contains("newer version of this app")
    );
    let again = open(&area, LATER, 2);
    assert!(
        again.problems()[0]
            .to_string()
            .contains("newer version of this app")
    );
    assert!(
        value(&again, "partner/a", "notes/1").is_some(),
        "the intent holds it"
    );
}

#[test]
fn documents_of_a_later_life_than_meta_mean_that_meta_is_stale() {
    let area = workspace();
    let stale = area.value(META).unwrap();
    let mut tab = open(&area, LATER, 1);
    tab.replace(other_documents(), LATER).unwrap();
    drop(tab);
    area.put(META, stale).unwrap();
    let mut next = open(&area, LATER.plus(10_000), 2);
    assert_eq!(names(&next), NEW);
    next.commit(vec![put("partner/x", "notes/1", "{}")], LATER.plus(10_000));
    assert_eq!(next.status(), &Status::Saved);
    assert_eq!(names(&open(&area, LATER.plus(20_000), 3)), NEW);
}
