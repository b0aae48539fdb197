//! What a save and a start cost, in calls to the storage.

use std::collections::BTreeMap;

use bridgekeeper::storage::{MemoryArea, Millis, Persistence, TabSuffix, Vault};

use super::bench::{NOON, pass, put};
use super::faulty::{Call, Machine};

fn tab(machine: &Machine, number: usize, now: Millis) -> Vault {
    let suffix = TabSuffix::from_random(u32::try_from(number).unwrap());
    Vault::open(machine.tab(number), "spec", now, suffix, Persistence::Browser).0
}

/// A workspace at rest with so many partners of some records each.
fn workspace(partners: usize) -> (Machine, Vault) {
    let machine = Machine::new(MemoryArea::default(), NOON);
    let mut vault = tab(&machine, 1, NOON);
    for number in 0..partners {
        let name = format!("partner/p{number}");
        let notes = (0..20).map(|note| put(&name, &format!("notes/{note}"), r#"{"text":"something said"}"#));
        vault.commit(notes.collect(), NOON);
    }
    pass(&mut vault, NOON, 200_000);
    machine.take_calls();
    (machine, vault)
}

fn sets(calls: &[Call]) -> Vec<(&str, usize)> {
    let sets = calls.iter().filter_map(|call| match call {
        Call::Set(key, units) => Some((key.as_str(), *units)),
        _ => None,
    });
    sets.collect()
}

const LATER: Millis = NOON.plus(300_000);

#[test]
fn one_save_writes_one_intent_and_the_documents_it_touches() {
    let (machine, mut vault) = workspace(5);
    let changes = vec![
        put("partner/p1", "notes/3", r#"{"text":"new"}"#),
        put("partner/p1", "notes/4", r#"{"text":"new"}"#),
        put("partner/p3", "notes/0", r#"{"text":"new"}"#),
    ];
    vault.commit(changes.clone(), LATER);
    let calls = machine.take_calls();
    let written: Vec<&str> = sets(&calls).into_iter().map(|(key, _)| key).collect();
    assert_eq!(written.len(), 3, "{written:?}");
    assert!(written[0].starts_with("bk1:spec:i:"), "the intent comes first");
    assert_eq!(written[1..], ["bk1:spec:d:partner/p1", "bk1:spec:d:partner/p3"]);
    vault.commit(changes, LATER);
    assert_eq!(machine.take_calls(), [], "what changes nothing costs nothing");
}

#[test]
fn the_size_of_an_intent_depends_on_the_change_and_never_on_the_workspace() {
    let size = |partners| {
        let (machine, mut vault) = workspace(partners);
        vault.commit(vec![put("partner/p0", "notes/3", r#"{"text":"new"}"#)], LATER);
        let calls = machine.take_calls();
        sets(&calls).into_iter().find(|(key, _)| key.contains(":i:")).unwrap().1
    };
    assert_eq!(size(1), size(40));
    assert!(size(1) < 250, "{}", size(1));
}

#[test]
fn opening_reads_each_of_our_keys_exactly_once_and_writes_nothing() {
    let (machine, mut vault) = workspace(8);
    vault.commit(vec![put("partner/p0", "notes/3", "1")], LATER);
    drop(vault);
    machine.area().put("foreign", bridgekeeper::storage::StoredText::Text("x".into())).unwrap();
    machine.take_calls();
    tab(&machine, 2, LATER.plus(5));
    let mut reads: BTreeMap<String, usize> = BTreeMap::new();
    for call in machine.take_calls() {
        match call {
            Call::Get(key) => *reads.entry(key).or_default() += 1,
            Call::Keys => *reads.entry("the list of keys".to_owned()).or_default() += 1,
            other => panic!("{other:?}"),
        }
    }
    assert!(reads.values().all(|count| *count == 1), "{reads:?}");
    // Eight documents, meta, census, reserve, one intent, the list itself; never a stranger's.
    assert_eq!(reads.len(), 13, "{reads:?}");
}

#[test]
fn a_tick_without_anything_due_touches_nothing() {
    let (machine, mut vault) = workspace(2);
    vault.tick(LATER);
    vault.commit(vec![put("partner/p0", "notes/3", "1")], LATER);
    machine.take_calls();
    vault.tick(LATER.plus(1_000));
    assert_eq!(machine.take_calls(), []);
}

#[test]
fn a_second_look_that_finds_all_well_writes_nothing() {
    let (machine, mut vault) = workspace(2);
    vault.commit(vec![put("partner/p0", "notes/3", "1")], LATER);
    machine.take_calls();
    vault.tick(LATER.plus(1_500));
    assert_eq!(sets(&machine.take_calls()), []);
}

#[test]
fn two_tabs_that_hear_each_other_do_not_answer_in_a_circle() {
    let (machine, mut first) = workspace(2);
    let mut second = tab(&machine, 2, LATER);
    first.commit(vec![put("partner/p0", "notes/3", "1")], LATER);
    second.commit(vec![put("partner/p0", "notes/4", "2")], LATER);
    machine.take_calls();
    let mut now = LATER;
    for _ in 0..10 {
        now = now.plus(2_000);
        for event in machine.events_for(1) {
            first.notice(event, now);
        }
        for event in machine.events_for(2) {
            second.notice(event, now);
        }
        first.tick(now);
        second.tick(now);
    }
    assert_eq!(sets(&machine.take_calls()), [], "both wrote before, and both hold everything");
}
