//! One fault at a time, on every call: all of an action or nothing of it, and never a word too much.

use bridgekeeper::storage::{
    Change, MemoryArea, Millis, Persistence, Status, StoredText, TabSuffix, Vault,
};

use super::bench::{NOON, delete, open, pass, put, value};
use super::faulty::{Fault, Machine};

const BEFORE: &str = r#"{"said":"before"}"#;
const AFTER: &str = r#"{"said":"after"}"#;
const PLACES: [(&str, &str); 4] = [
    ("partner/a", "profile"),
    ("partner/a", "touchpoints/1"),
    ("partner/b", "profile"),
    ("contact/c", "profile"),
];

fn action(json: &str) -> Vec<Change> {
    let changes = PLACES.iter();
    changes.map(|(name, at)| put(name, at, json)).collect()
}

/// A workspace at rest that holds the first three places.
fn workspace() -> MemoryArea {
    let area = MemoryArea::default();
    let mut tab = open(&area, NOON, 9);
    let mut changes = action(BEFORE);
    changes.pop();
    tab.commit(changes, NOON);
    pass(&mut tab, NOON, 120_000);
    area
}

const LATER: Millis = NOON.plus(200_000);

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

/// How many of the places hold the new value, as the storage alone tells.
fn stored_places(area: &MemoryArea, now: Millis) -> usize {
    let vault = open(area, now, 77);
    let is_after = |(name, at): &&(&str, &str)| value(&vault, name, at).as_deref() == Some(AFTER);
    PLACES.iter().filter(is_after).count()
}

/// Runs an action with a fault on its n-th call, for every n, and hands over the tab and how many places were stored.
fn on_every_call(fault: Fault, check: impl Fn(usize, &Machine, Vault, usize)) {
    let mut n = 0;
    loop {
        let machine = Machine::new(workspace(), LATER);
        let mut tab = faulty_tab(&machine, 1, LATER);
        let begun = machine.calls_of(1);
        machine.plan(1, n, fault);
        tab.commit(action(AFTER), LATER);
        let calls = machine.calls_of(1) - begun;
        if calls <= n {
            assert!(n > 10, "an action takes more than ten calls");
            return;
        }
        let stored = stored_places(&machine.area(), LATER);
        check(n, &machine, tab, stored);
        n += 1;
    }
}

#[test]
fn a_full_storage_at_any_call_leaves_all_of_an_action_or_nothing() {
    on_every_call(Fault::Full, |n, machine, mut tab, stored| {
        let is_saved = *tab.status() == Status::Saved;
        assert_eq!(stored, if is_saved { 4 } else { 0 }, "call {n}");
        pass(&mut tab, LATER, 100_000);
        assert_eq!(tab.status(), &Status::Saved, "call {n}");
        assert_eq!(stored_places(&machine.area(), LATER), 4, "call {n}");
    });
}

#[test]
fn a_write_that_says_nothing_and_does_nothing_is_noticed() {
    on_every_call(Fault::Silent, |n, machine, mut tab, stored| {
        let is_saved = *tab.status() == Status::Saved;
        assert_eq!(stored, if is_saved { 4 } else { 0 }, "call {n}");
        pass(&mut tab, LATER, 100_000);
        assert_eq!(stored_places(&machine.area(), LATER), 4, "call {n}");
    });
}

#[test]
fn a_truncated_write_is_noticed_and_written_again() {
    on_every_call(Fault::Truncated, |n, machine, mut tab, stored| {
        assert!(stored == 4 || *tab.status() != Status::Saved, "call {n}");
        pass(&mut tab, LATER, 100_000);
        assert_eq!(stored_places(&machine.area(), LATER), 4, "call {n}");
        let again = open(&machine.area(), LATER.plus(200_000), 5);
        assert!(
            again.problems().is_empty(),
            "call {n}: {:?}",
            again.problems()
        );
    });
}

#[test]
fn a_write_that_is_taken_back_is_written_again_at_the_second_look() {
    on_every_call(Fault::TakenBack, |n, machine, mut tab, stored| {
        assert_eq!(stored, 4, "call {n}");
        machine.pass(1_000);
        tab.tick(LATER.plus(1_500));
        assert_eq!(stored_places(&machine.area(), LATER), 4, "call {n}");
        pass(&mut tab, LATER.plus(1_500), 100_000);
        assert_eq!(stored_places(&machine.area(), LATER), 4, "call {n}");
        assert_eq!(tab.next_tick(), None, "call {n}");
    });
}

#[test]
fn every_write_of_an_action_taken_back_at_once_is_written_again() {
    let machine = Machine::new(workspace(), LATER);
    let mut tab = faulty_tab(&machine, 1, LATER);
    machine.always(1, Some(Fault::TakenBack));
    tab.commit(action(AFTER), LATER);
    machine.always(1, None);
    machine.pass(1_000);
    assert_eq!(stored_places(&machine.area(), LATER), 0);
    tab.tick(LATER.plus(1_500));
    assert_eq!(stored_places(&machine.area(), LATER), 4);
}

#[test]
fn a_tab_killed_between_any_two_calls_leaves_all_of_an_action_or_nothing() {
    let seen = std::cell::RefCell::new(std::collections::BTreeSet::new());
    on_every_call(Fault::Kill, |n, machine, tab, stored| {
        drop(tab);
        assert!(stored == 0 || stored == 4, "call {n}: {stored} of 4");
        seen.borrow_mut().insert(stored);
        // Whoever opens next finishes the action and comes to rest.
        let mut next = faulty_tab(machine, 2, LATER);
        pass(&mut next, LATER, 120_000);
        assert_eq!(stored_places(&machine.area(), LATER), stored, "call {n}");
        assert!(
            !machine
                .area()
                .contents()
                .keys()
                .any(|key| key.contains(":i:"))
        );
    });
    assert_eq!(seen.into_inner().len(), 2, "some die before and some after");
}

#[test]
fn a_tab_closed_right_after_its_intent_has_saved_its_action() {
    let machine = Machine::new(workspace(), LATER);
    let mut tab = faulty_tab(&machine, 1, LATER);
    // Meta is read, the free key looked for, the intent written and read back; then the tab dies.
    machine.plan(1, 4, Fault::Kill);
    tab.commit(action(AFTER), LATER);
    assert!(machine.is_dead(1));
    let stored = machine.area().contents();
    let is_after = |text: &StoredText| text.lossy().contains("after");
    assert!(
        !stored
            .iter()
            .any(|(key, text)| key.contains(":d:") && is_after(text))
    );
    assert_eq!(stored_places(&machine.area(), LATER), 4);
}

#[test]
fn an_unsaved_half_never_gets_into_the_storage_with_something_else() {
    // The action could not be announced; then one of its documents goes missing and is healed.
    let machine = Machine::new(workspace(), LATER);
    let mut tab = faulty_tab(&machine, 1, LATER);
    machine.full_for(1, Some(":i:"));
    tab.commit(action(AFTER), LATER);
    assert!(matches!(tab.status(), Status::NotSaved { .. }));
    machine.area().take("bk1:spec:d:partner/a");
    tab.rescan(LATER);
    tab.tick(LATER.plus(1));
    let fresh = open(&machine.area(), LATER, 8);
    assert_eq!(
        value(&fresh, "partner/a", "profile").as_deref(),
        Some(BEFORE),
        "healed"
    );
    assert_eq!(stored_places(&machine.area(), LATER), 0);
    machine.full_for(1, None);
    tab.tick(LATER.plus(10_000));
    assert_eq!(tab.status(), &Status::Saved);
    assert_eq!(stored_places(&machine.area(), LATER), 4);
}

#[test]
fn a_full_storage_gives_up_its_reserve_for_the_last_action() {
    let area = workspace();
    assert!(area.value("bk1:spec:pad").is_some());
    area.set_quota(area.used_units());
    let mut tab = open(&area, LATER, 1);
    tab.commit(action(AFTER), LATER);
    assert_eq!(tab.status(), &Status::Saved);
    assert_eq!(area.value("bk1:spec:pad"), None);
    assert_eq!(stored_places(&area, LATER), 4);
    area.set_quota(5_242_880);
    pass(&mut tab, LATER, 200_000);
    assert!(
        area.value("bk1:spec:pad").is_some(),
        "rebuilt when space returned"
    );
}

#[test]
fn what_could_not_be_saved_is_said_kept_and_tried_again() {
    let area = workspace();
    area.take("bk1:spec:pad");
    area.set_quota(area.used_units());
    let mut tab = open(&area, LATER, 1);
    tab.commit(action(AFTER), LATER);
    let Status::NotSaved { sentence } = tab.status() else {
        panic!("{:?}", tab.status());
    };
    assert!(sentence.contains("full"), "{sentence}");
    assert_eq!(tab.unsaved().len(), 3);
    assert_eq!(value(&tab, "contact/c", "profile").as_deref(), Some(AFTER));
    assert_eq!(stored_places(&area, LATER), 0);
    area.set_quota(5_242_880);
    tab.tick(LATER.plus(5_000));
    assert_eq!(tab.status(), &Status::Saved);
    assert!(tab.unsaved().is_empty());
    assert_eq!(stored_places(&area, LATER), 4);
}

#[test]
fn the_trash_can_be_emptied_in_a_storage_without_a_single_free_unit() {
    let area = workspace();
    let mut tab = open(&area, LATER, 1);
    let long = format!(r#"{{"note":"{}"}}"#, "long ".repeat(100));
    tab.commit(vec![put("partner/a", "touchpoints/1", &long)], LATER);
    tab.commit(vec![delete("partner/a", "touchpoints/1")], LATER);
    pass(&mut tab, LATER, 120_000);
    assert_eq!(tab.trash().count(), 1);
    area.take("bk1:spec:pad");
    area.set_quota(area.used_units());
    let emptied = LATER.plus(200_000);
    tab.empty_trash(emptied);
    assert_eq!(tab.trash().count(), 0);
    assert_eq!(tab.status(), &Status::Saved);
    assert_eq!(open(&area, emptied, 2).trash().count(), 0);
}

#[test]
fn emptying_the_trash_leaves_marks_so_that_nobody_brings_the_values_back() {
    let machine = Machine::new(workspace(), LATER);
    let mut first = faulty_tab(&machine, 1, LATER);
    let mut second = faulty_tab(&machine, 2, LATER);
    first.commit(vec![delete("partner/b", "profile")], LATER);
    first.empty_trash(LATER.plus(1));
    // The second tab missed every event and holds the value from before.
    machine.events_for(2);
    let now = LATER.plus(2_000);
    second.commit(vec![put("partner/b", "touchpoints/9", "{}")], now);
    pass(&mut second, now, 120_000);
    let fresh = open(&machine.area(), now, 3);
    assert_eq!(value(&fresh, "partner/b", "profile"), None);
    assert_eq!(fresh.trash().count(), 0);
}

#[test]
fn keys_of_strangers_are_never_touched() {
    let area = workspace();
    for key in [
        "theme",
        "bk1:other:meta",
        "bk1:spec-2:d:partner/a",
        "bk1:specmeta",
        "BK1:spec:meta",
    ] {
        area.put(key, StoredText::Text(format!("of {key}")))
            .unwrap();
    }
    area.put("broken", StoredText::Broken(vec![0xD800]))
        .unwrap();
    let foreign = |area: &MemoryArea| {
        let mut contents = area.contents();
        contents.retain(|key, _| !key.starts_with("bk1:spec:"));
        contents
    };
    let before = foreign(&area);
    let mut tab = open(&area, LATER, 1);
    assert!(tab.usage().foreign_units > 0);
    tab.commit(action(AFTER), LATER);
    pass(&mut tab, LATER, 100_000);
    tab.erase(LATER.plus(100_000)).unwrap();
    pass(&mut tab, LATER.plus(100_000), 100_000);
    assert_eq!(foreign(&area), before);
}

#[test]
fn a_blocked_storage_is_replaced_by_memory_and_that_is_said() {
    let area = MemoryArea::default();
    let suffix = TabSuffix::from_random(1);
    let store = Box::new(area.store());
    let (mut tab, opening) = Vault::open(store, "spec", NOON, suffix, Persistence::MemoryOnly);
    assert!(opening.is_new);
    tab.commit(action(AFTER), NOON);
    assert_eq!(tab.status(), &Status::MemoryOnly);
    assert_eq!(value(&tab, "partner/a", "profile").as_deref(), Some(AFTER));
    pass(&mut tab, NOON, 200_000);
    assert_eq!(tab.next_tick(), None);
}

#[test]
fn what_is_larger_than_the_free_space_is_refused_before_it_starts() {
    let tab = open(&workspace(), LATER, 1);
    let mut state = 1_u64;
    let noise: String = (0..6_000_000)
        .map(|_| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            char::from(b'a' + u8::try_from((state >> 33) % 26).unwrap())
        })
        .collect();
    let change = vec![put("partner/z", "profile", &format!("\"{noise}\""))];
    let refused = tab.room_for(&change).unwrap_err();
    assert!(refused.needed_units > refused.free_units);
    assert!(
        refused
            .to_string()
            .contains(&refused.free_units.to_string())
    );
    assert_eq!(tab.room_for(&action(AFTER)), Ok(()));
}

#[test]
fn an_old_backup_merged_twice_is_merged_once() {
    let area = workspace();
    let mut tab = open(&area, LATER, 1);
    let backup: bridgekeeper::domain::table::Table<_, _> = tab
        .documents()
        .map(|(key, document)| (key.clone(), document.clone()))
        .collect();
    tab.commit(action(AFTER), LATER);
    tab.commit(vec![delete("partner/b", "profile")], LATER);
    assert!(
        tab.merge(backup.clone(), LATER.plus(5)).written.is_empty(),
        "older loses"
    );
    let other = MemoryArea::default();
    let mut elsewhere = open(&other, LATER, 2);
    assert_eq!(elsewhere.merge(backup.clone(), LATER).written.len(), 3);
    let once: Vec<_> = elsewhere
        .documents()
        .map(|(_, held)| held.clone())
        .collect();
    assert!(elsewhere.merge(backup, LATER.plus(5)).written.is_empty());
    let twice: Vec<_> = elsewhere
        .documents()
        .map(|(_, held)| held.clone())
        .collect();
    assert_eq!(once, twice);
}

#[test]
fn a_tab_killed_during_the_second_look_at_writes_taken_back_leaves_all_or_nothing() {
    for n in 0.. {
        let machine = Machine::new(workspace(), LATER);
        let mut tab = faulty_tab(&machine, 1, LATER);
        machine.always(1, Some(Fault::TakenBack));
        tab.commit(action(AFTER), LATER);
        machine.always(1, None);
        machine.pass(1_000);
        let begun = machine.calls_of(1);
        machine.plan(1, n, Fault::Kill);
        tab.tick(LATER.plus(1_500));
        if machine.calls_of(1) - begun <= n {
            assert!(n > 10);
            break;
        }
        let stored = stored_places(&machine.area(), LATER);
        assert!(stored == 0 || stored == 4, "call {n}: {stored} of 4");
    }
}
