//! What the storage tests are built on: names, values, and a machine with tabs.

use bridgekeeper::storage::{
    Change, DocumentKey, MemoryArea, Millis, Persistence, RecordPath, TabSuffix, Vault,
};
use serde_json::value::RawValue;

/// A plain Tuesday in 2026.
pub const NOON: Millis = Millis(1_780_000_000_000);

pub fn document(name: &str) -> DocumentKey {
    name.parse().unwrap()
}

pub fn path(name: &str) -> RecordPath {
    name.parse().unwrap()
}

pub fn raw(json: &str) -> Box<RawValue> {
    RawValue::from_string(json.to_owned()).unwrap()
}

pub fn put(name: &str, at: &str, json: &str) -> Change {
    Change { document: document(name), path: path(at), value: Some(raw(json)) }
}

pub fn delete(name: &str, at: &str) -> Change {
    Change { document: document(name), path: path(at), value: None }
}

pub fn open(area: &MemoryArea, now: Millis, tab: u32) -> Vault {
    let store = Box::new(area.store());
    let suffix = TabSuffix::from_random(tab);
    Vault::open(store, "spec", now, suffix, Persistence::Browser).0
}

/// The value of a record that is there and not deleted.
pub fn value(vault: &Vault, name: &str, at: &str) -> Option<String> {
    let record = vault.record(&document(name), &path(at))?;
    if record.deleted {
        return None;
    }
    record.text().map(str::to_owned)
}

/// Ticks whenever something is due, for `ms` milliseconds; returns the moment it ends.
pub fn pass(vault: &mut Vault, from: Millis, ms: u64) -> Millis {
    let end = from.plus(ms);
    let mut now = from;
    for _ in 0..1000 {
        match vault.next_tick() {
            Some(due) if due <= end => {
                now = now.max(due);
                vault.tick(now);
            }
            _ => return end,
        }
    }
    panic!("the vault never comes to rest");
}
