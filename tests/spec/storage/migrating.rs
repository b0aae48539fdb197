//! Schemas: what an older build wrote is lifted record by record, and what cannot be lifted is kept.

use bridgekeeper::storage::migrate::{Migrations, Step};
use bridgekeeper::storage::{
    DocumentKey, MemoryArea, Persistence, Problem, RecordPath, StoredText, TabSuffix, Vault,
};
use serde_json::{Value, json};
use serde_json::value::{RawValue, to_raw_value};

use super::bench::{NOON, document, open, pass, put, value};

/// A schema to come: names become lists.
fn to_two(_: &DocumentKey, path: &RecordPath, mut value: Value) -> Result<Value, String> {
    if path.as_str() == "profile" {
        let name = value.get("name").and_then(Value::as_str);
        let name = name.ok_or("a profile has no name")?.to_owned();
        value["name"] = json!([name]);
    }
    Ok(value)
}

/// And the one after it: lists are counted.
fn to_three(_: &DocumentKey, path: &RecordPath, mut value: Value) -> Result<Value, String> {
    if path.as_str() == "profile" {
        value["names"] = json!(value["name"].as_array().map_or(0, Vec::len));
    }
    Ok(value)
}

const STEPS: &[Step] = &[
    |key, path, raw| on_json(to_two, key, path, &raw),
    |key, path, raw| on_json(to_three, key, path, &raw),
];

type OnJson = fn(&DocumentKey, &RecordPath, Value) -> Result<Value, String>;

fn on_json(step: OnJson, key: &DocumentKey, path: &RecordPath, raw: &RawValue) -> Result<Box<RawValue>, String> {
    let value = serde_json::from_str(raw.get()).map_err(|error| error.to_string())?;
    to_raw_value(&step(key, path, value)?).map_err(|error| error.to_string())
}

fn open_later_build(area: &MemoryArea) -> Vault {
    let suffix = TabSuffix::from_random(4);
    let store = Box::new(area.store());
    let steps = Migrations::of(STEPS);
    Vault::open_migrating(store, "spec", NOON, suffix, Persistence::Browser, steps).0
}

#[test]
fn two_steps_lift_every_record_and_one_that_fails_is_kept_and_reported() {
    let area = MemoryArea::default();
    let mut tab = open(&area, NOON, 1);
    tab.commit(
        vec![put("partner/a", "profile", r#"{"name":"A","more":[1]}"#)],
        NOON,
    );
    tab.commit(vec![put("partner/a", "notes/1", r#"{"text":"n"}"#)], NOON);
    tab.commit(
        vec![put("partner/b", "profile", r#"{"nameless":true}"#)],
        NOON,
    );
    pass(&mut tab, NOON, 120_000);
    let mut later = open_later_build(&area);
    assert_eq!(
        value(&later, "partner/a", "profile").as_deref(),
        Some(r#"{"more":[1],"name":["A"],"names":1}"#)
    );
    assert_eq!(
        value(&later, "partner/a", "notes/1").as_deref(),
        Some(r#"{"text":"n"}"#)
    );
    assert_eq!(
        value(&later, "partner/b", "profile").as_deref(),
        Some(r#"{"nameless":true}"#)
    );
    let [
        problem @ Problem::FailedMigration {
            document: failed, ..
        },
    ] = later.problems()
    else {
        panic!("{:?}", later.problems());
    };
    assert_eq!(failed, &document("partner/b"));
    assert!(problem.to_string().contains("a profile has no name"));
    // Written in the new schema only once it is touched; the older build then leaves it alone.
    later.commit(vec![put("partner/a", "notes/1", r#"{"text":"m"}"#)], NOON);
    pass(&mut later, NOON, 120_000);
    let older = open(&area, NOON, 5);
    assert!(
        older.problems()[0]
            .to_string()
            .contains("newer version of this app")
    );
    assert!(value(&older, "partner/b", "profile").is_some());
    assert_eq!(
        value(&open_later_build(&area), "partner/a", "notes/1").as_deref(),
        Some(r#"{"text":"m"}"#)
    );
}

#[test]
fn opening_says_when_an_older_schema_was_found() {
    let area = MemoryArea::default();
    let suffix = TabSuffix::from_random(4);
    let mut tab = open(&area, NOON, 1);
    tab.commit(vec![put("partner/a", "profile", r#"{"name":"A"}"#)], NOON);
    let opened = |steps: Migrations| {
        let store = Box::new(area.store());
        Vault::open_migrating(store, "spec", NOON, suffix, Persistence::Browser, steps).1
    };
    assert_eq!(opened(Migrations::current()).older_schema, None);
    assert_eq!(opened(Migrations::of(STEPS)).older_schema, Some(1));
}

/// A workspace as schema 1 left it in the storage: one line per key, the key and its value as a JSON string. Kept forever.
const SCHEMA_1: &str = include_str!("golden/schema-1.jsonl");

#[test]
fn a_workspace_of_schema_1_can_be_read_forever() {
    let area = MemoryArea::default();
    for line in SCHEMA_1.lines() {
        let (key, stored): (String, String) = serde_json::from_str(line).unwrap();
        area.put(&key, StoredText::Text(stored)).unwrap();
    }
    let tab = open(&area, NOON.plus(500_000), 1);
    assert!(tab.problems().is_empty(), "{:?}", tab.problems());
    let names: Vec<&str> = tab.documents().map(|(key, _)| key.as_str()).collect();
    assert_eq!(
        names,
        [
            "contact/maren",
            "partner/birch",
            "partner/oak",
            "settings/main"
        ]
    );
    assert_eq!(
        value(&tab, "partner/oak", "profile").as_deref(),
        Some(r#"{"name":"Oak & Söhne – 日本 🌳"}"#)
    );
    assert_eq!(
        value(&tab, "settings/main", "own").as_deref(),
        Some(r#"{"name":"Us"}"#),
        "only an intent held it"
    );
    assert_eq!(
        tab.document(&document("partner/oak"))
            .unwrap()
            .records
            .len(),
        41
    );
    assert_eq!(
        value(&tab, "partner/oak", "touchpoints/39").as_deref(),
        Some(r#"{"note":"Called about plan 39","on":"2026-03-01"}"#)
    );
    assert!(
        tab.document(&document("partner/birch"))
            .unwrap()
            .is_deleted()
    );
    assert_eq!(tab.trash().count(), 1);
}

/// Writes the golden file of the schema in force; run by hand before a release that changes the schema.
#[test]
#[ignore = "writes a file"]
fn write_the_golden_file() {
    let area = MemoryArea::default();
    let mut tab = open(&area, NOON, 1);
    let mut changes = vec![put(
        "partner/oak",
        "profile",
        r#"{"name":"Oak & Söhne – 日本 🌳"}"#,
    )];
    for number in 0..40 {
        let note = format!(r#"{{"note":"Called about plan {number}","on":"2026-03-01"}}"#);
        changes.push(put("partner/oak", &format!("touchpoints/{number}"), &note));
    }
    changes.push(put("contact/maren", "profile", r#"{"name":"Maren"}"#));
    changes.push(put("partner/birch", "lifecycle", r#"{}"#));
    tab.commit(changes, NOON);
    tab.commit(
        vec![super::bench::delete("partner/birch", "lifecycle")],
        NOON.plus(1),
    );
    let end = pass(&mut tab, NOON, 120_000);
    tab.commit(vec![put("settings/main", "own", r#"{"name":"Us"}"#)], end);
    area.take("bk1:spec:d:settings/main");
    area.take("bk1:spec:pad");
    let lines: Vec<String> = area
        .contents()
        .into_iter()
        .map(|(key, value)| serde_json::to_string(&(key, value.lossy())).unwrap())
        .collect();
    let file = format!(
        "{}/tests/spec/storage/golden/schema-{}.jsonl",
        env!("CARGO_MANIFEST_DIR"),
        Migrations::current().schema()
    );
    std::fs::write(file, lines.join("\n") + "\n").unwrap();
}
