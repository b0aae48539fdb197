//! The backup file as others may read it: `docs/backup.schema.json` is made here, from what is written, and checked for
//! change. `UPDATE_EXPECT=1` makes it anew.

use std::collections::{BTreeMap, BTreeSet};

use bridgekeeper::domain::{Date, Moment};
use bridgekeeper::library::sample;
use bridgekeeper::state::session::Session;
use bridgekeeper::storage::backup::{self, MOST_BYTES};
use bridgekeeper::storage::migrate::Migrations;
use bridgekeeper::storage::{MemoryArea, Millis};
use expect_test::expect_file;
use serde_json::{Map, Value, json};

use super::bench::{NOON, open};

const ID: &str = "[0-7][0-9a-v]{25}";

/// The table at the head of the module that writes documents.
const RECORDS: &str = include_str!("../../../src/storage/records/mod.rs");

/// A backup of the sample, which has nearly every kind of record.
fn sample_file() -> Value {
    let mut session = Session::new(open(&MemoryArea::default(), NOON, 1));
    let mut bits = u128::from(NOON.0) << 64;
    let mut next_bits = || {
        bits += 1;
        bits
    };
    let today: Date = "2026-05-28".parse().unwrap();
    session.change("Fill", NOON, &mut Moment::new(today, &mut next_bits), sample::fill).unwrap();
    serde_json::from_str(&backup::write(&session.documents(), Millis(NOON.0)).unwrap()).unwrap()
}

/// Kinds of documents with the paths of their records, as the head of the module says: `touchpoints/<id>`.
fn written_down() -> BTreeMap<String, Vec<String>> {
    let rows = RECORDS.lines().filter_map(|line| line.strip_prefix("//! | `"));
    rows.map(|row| {
        let (document, records) = row.split_once("` | ").unwrap();
        let records = records.split('`').skip(1).step_by(2).map(str::to_owned).collect();
        (document.to_owned(), records)
    })
    .collect()
}

fn pattern(name: &str) -> String {
    format!("^{}$", name.replace("<id>", ID))
}

fn matches(name: &str, written: &str) -> bool {
    match (name.split_once("<id>"), written) {
        (None, written) => name == written,
        (Some((before, _)), written) => written.strip_prefix(before).is_some_and(|id| {
            id.len() == 26 && id.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'v').contains(&byte))
        }),
    }
}

/// What values of one kind of record look like: their fields, and the types these were seen with.
#[derive(Default)]
struct Seen {
    types: BTreeSet<&'static str>,
    fields: BTreeMap<String, Seen>,
    items: Option<Box<Seen>>,
}

impl Seen {
    fn see(&mut self, value: &Value) {
        self.types.insert(match value {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(number) if number.is_f64() => "number",
            Value::Number(_) => "integer",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        });
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    self.fields.entry(name.clone()).or_default().see(value);
                }
            }
            Value::Array(items) => {
                for item in items {
                    self.items.get_or_insert_default().see(item);
                }
            }
            _ => {}
        }
    }

    fn schema(&self) -> Value {
        let mut schema = Map::new();
        let types: Vec<&str> = self.types.iter().copied().collect();
        match types.as_slice() {
            [] => {}
            [one] => drop(schema.insert("type".to_owned(), json!(one))),
            several => drop(schema.insert("type".to_owned(), json!(several))),
        }
        if !self.fields.is_empty() {
            let fields: Map<String, Value> =
                self.fields.iter().map(|(name, seen)| (name.clone(), seen.schema())).collect();
            schema.insert("properties".to_owned(), Value::Object(fields));
        }
        if let Some(items) = &self.items {
            schema.insert("items".to_owned(), items.schema());
        }
        Value::Object(schema)
    }
}

fn record(value: &Value) -> Value {
    json!({ "allOf": [{ "$ref": "#/$defs/record" }, { "properties": { "value": value } }] })
}

fn schema(file: &Value) -> Value {
    let mut documents = Map::new();
    for (document, records) in written_down() {
        let mut named = Map::new();
        for name in &records {
            let mut seen = Seen::default();
            let all = file["documents"].as_object().unwrap().iter();
            for (_, held) in all.filter(|(key, _)| matches(&document, key)) {
                for (_, record) in held.as_object().unwrap().iter().filter(|(path, _)| matches(name, path)) {
                    seen.see(&record["value"]);
                }
            }
            let value = if seen.types.is_empty() { json!({ "type": "object" }) } else { seen.schema() };
            named.insert(pattern(name), record(&value));
        }
        documents.insert(pattern(&document), json!({ "type": "object", "patternProperties": named }));
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Bridgekeeper backup",
        "description": "A whole workspace, deleted records of the last 30 days included. Fields that are not named here are kept. What is not said here is said in docs/backup.md.",
        "type": "object",
        "required": ["format", "version", "schema", "made_at", "counts", "sha256", "documents"],
        "properties": {
            "format": { "const": "bridgekeeper-backup" },
            "version": { "const": file["version"] },
            "schema": {
                "description": "The version of the records. A reader refuses what is newer than it knows.",
                "type": "integer", "minimum": 1, "maximum": Migrations::current().schema()
            },
            "made_at": { "description": "When it was made, in UTC.", "type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$" },
            "counts": {
                "type": "object",
                "required": ["documents", "records"],
                "properties": {
                    "documents": { "type": "integer", "minimum": 0 },
                    "records": { "description": "Deleted and unreadable ones included.", "type": "integer", "minimum": 0, "maximum": backup::MOST_RECORDS }
                }
            },
            "sha256": { "description": "Of the bytes of `documents` as they stand in the file.", "type": "string", "pattern": "^[0-9a-f]{64}$" },
            "documents": { "type": "object", "patternProperties": documents }
        },
        "$defs": {
            "record": {
                "type": "object",
                "required": ["at"],
                "properties": {
                    "at": { "$ref": "#/$defs/stamp" },
                    "deleted": { "description": "It lies in the trash since its stamp.", "type": "boolean", "default": false },
                    "value": { "description": "Absent when the trash was emptied." }
                }
            },
            "stamp": {
                "description": "The version of a record; the higher one wins. 14 digits of base 32: 10 for milliseconds since 1970, 4 for the tab.",
                "type": "string", "pattern": "^[0-9a-v]{14}$"
            }
        }
    })
}

#[test]
fn the_schema_of_the_backup_file_is_that_of_what_is_written() {
    let text = serde_json::to_string_pretty(&schema(&sample_file())).unwrap() + "\n";
    expect_file!["../../../docs/backup.schema.json"].assert_eq(&text);
}

#[test]
fn every_record_of_a_backup_is_named_in_the_schema() {
    let file = sample_file();
    let schema = schema(&file);
    let named: BTreeSet<&str> =
        schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
    let written: BTreeSet<&str> = file.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(written, named);
    let known = written_down();
    for (key, records) in file["documents"].as_object().unwrap() {
        let (_, paths) = known.iter().find(|(document, _)| matches(document, key)).unwrap();
        for (path, record) in records.as_object().unwrap() {
            assert!(paths.iter().any(|name| matches(name, path)), "{key} {path} is not written down");
            assert!(record["at"].as_str().is_some_and(|stamp| stamp.len() == 14), "{record}");
        }
    }
}

#[test]
fn the_words_about_the_format_give_the_figures_of_the_code() {
    let words = include_str!("../../../docs/backup.md");
    let figure = |number: usize| {
        let digits = number.to_string();
        let groups: Vec<&str> =
            digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap()).collect();
        groups.join(",")
    };
    for number in [MOST_BYTES, backup::MOST_RECORDS, backup::MOST_RECORD_BYTES, backup::MOST_DEPTH] {
        assert!(words.contains(&figure(number)), "docs/backup.md does not name {number}");
    }
}
