//! Backup files of any workspace: whole, put back whole, merged in any order, and refused when they are not whole.

use bridgekeeper::domain::table::Table;
use bridgekeeper::domain::{Date, Moment, Workspace};
use bridgekeeper::library::sample;
use bridgekeeper::state::session::Session;
use bridgekeeper::storage::backup::{self, Backup, BackupError, MOST_BYTES};
use bridgekeeper::storage::compare::{Choice, Comparison, Way};
use bridgekeeper::storage::document::{RawText, TRASH_MS};
use bridgekeeper::storage::{Document, DocumentKey, MemoryArea, Millis, Record, Stamp, TabSuffix};
use proptest::prelude::*;

use super::bench::{NOON, open, path, raw};

type Documents = Table<DocumentKey, Document>;

const DAY_MS: u64 = 24 * 60 * 60 * 1000;
/// When the life of the workspaces began.
const BORN: Millis = Millis(NOON.0 - 60 * DAY_MS);

/// Values as odd as JSON allows; spaces and the order of fields are kept.
fn any_value() -> impl Strategy<Value = String> {
    let text = any::<String>().prop_map(|text| serde_json::to_string(&text).unwrap());
    let fields = prop::collection::btree_map("[a-z]{1,8}", text.clone(), 0..4).prop_map(|fields| {
        let fields: Vec<String> = fields.iter().map(|(name, text)| format!("\"{name}\" : {text}")).collect();
        format!("{{{}}}", fields.join(" ,"))
    });
    prop_oneof![
        Just("{}".to_owned()),
        Just(r#"{ "name":"Ana\u0000\ud83d\ude00", "n": 1.0e-7 }"#.to_owned()),
        text,
        fields
    ]
}

fn any_record(oldest_ms: u64) -> impl Strategy<Value = Record> {
    let value = prop_oneof![1 => Just(None), 6 => any_value().prop_map(Some)];
    // Few moments, so that two workspaces often disagree about one record.
    let ms = prop_oneof![(NOON.0 - oldest_ms)..NOON.0, (NOON.0 - 5)..NOON.0];
    (ms, 0..3_u32, value, any::<bool>()).prop_map(|(ms, tab, value, deleted)| Record {
        at: Stamp::at(Millis(ms), TabSuffix::from_random(tab)),
        deleted: deleted || value.is_none(),
        value: value.as_deref().map(raw),
    })
}

fn any_document(oldest_ms: u64) -> impl Strategy<Value = Document> {
    let names = ["lifecycle", "lifecycle", "profile", "touchpoints/1", "touchpoints/2", "a/b/c/d"];
    let name = prop::sample::select(names.to_vec()).prop_map(path);
    prop::collection::btree_map(name, any_record(oldest_ms), 0..6)
        .prop_map(|records| Document { records: records.into_iter().collect(), ..Document::default() })
}

/// A workspace whose records are at most so old.
fn any_workspace(oldest_ms: u64) -> impl Strategy<Value = Documents> {
    let names = ["partner/a", "partner/b", "contact/c", "settings/workspace", "later/x-1"];
    let name = prop::sample::select(names.to_vec()).prop_map(|name| name.parse::<DocumentKey>().unwrap());
    prop::collection::btree_map(name, any_document(oldest_ms), 0..5)
        .prop_map(|documents| documents.into_iter().collect())
}

/// The same with entries that are no records.
fn any_odd_workspace() -> impl Strategy<Value = Documents> {
    let odd = prop::collection::btree_map("[a-z ]{0,9}", any_value(), 0..3);
    (any_workspace(40 * DAY_MS), odd).prop_map(|(mut documents, odd)| {
        if let Some(document) = documents.values_mut().next() {
            for (name, value) in odd {
                let is_taken = name.parse().is_ok_and(|path| {
                    document.records.contains_key::<bridgekeeper::storage::RecordPath>(&path)
                });
                if !is_taken {
                    document.unreadable.insert(name, RawText(raw(&value)));
                }
            }
        }
        documents
    })
}

fn restored(text: &str) -> Documents {
    let area = MemoryArea::default();
    let mut vault = open(&area, NOON, 4);
    vault.replace(backup::read(text).unwrap().into_documents(), NOON).unwrap();
    vault.documents().map(|(key, document)| (key.clone(), document.clone())).collect()
}

fn file_of(documents: &Documents) -> Backup {
    backup::read(&backup::write(documents, NOON).unwrap()).unwrap()
}

/// What the trash no longer keeps is gone from both before they meet, as it is at every start.
fn purged(mut documents: Documents) -> Documents {
    for document in documents.values_mut() {
        document.purge(NOON);
    }
    documents.retain(|_, document| !document.is_empty());
    documents
}

/// `here` after a merge with `file`; with `all`, what may have been deleted long ago is ticked.
fn merged(here: &Documents, file: &Documents, all: bool) -> Documents {
    let comparison = Comparison::new(Way::Merge, here.clone(), BORN, &file_of(file), NOON);
    let choices: Vec<Choice> = comparison
        .differing()
        .iter()
        .map(|differing| match differing.difference {
            bridgekeeper::storage::compare::Difference::LongGone if all => Choice::Theirs,
            _ => differing.by_itself,
        })
        .collect();
    let mut result = here.clone();
    for (key, records) in comparison.merged(&choices, NOON, TabSuffix::from_random(9)) {
        result.get_or_default(key).merge(records);
    }
    purged(result)
}

/// What a user sees: the values of what is not deleted.
fn living(documents: &Documents) -> Vec<(String, String)> {
    let alive = documents.iter().filter(|(_, document)| !document.is_deleted());
    alive
        .flat_map(|(key, document)| document.records.iter().map(move |(path, record)| (key, path, record)))
        .filter(|(_, path, record)| !record.deleted && !path.is_lifecycle())
        .map(|(key, path, record)| (format!("{key} {path}"), record.text().unwrap_or_default().to_owned()))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_backup_restored_into_an_empty_store_is_backed_up_as_the_same_bytes(documents in any_odd_workspace()) {
        let text = backup::write(&documents, NOON).unwrap();
        let again = backup::write(&restored(&text), NOON).unwrap();
        prop_assert_eq!(text, again);
    }

    #[test]
    fn merging_a_backup_twice_is_merging_it_once(a in any_workspace(90 * DAY_MS), b in any_workspace(90 * DAY_MS)) {
        let (a, b) = (purged(a), purged(b));
        let once = merged(&a, &b, false);
        prop_assert_eq!(&merged(&once, &b, false), &once);
        prop_assert_eq!(&merged(&once, &once, false), &once);
    }

    /// Without choices the order does not matter, as long as nothing is older than the trash reaches: of that, who
    /// merges is asked.
    #[test]
    fn without_choices_two_workspaces_merge_to_the_same_whoever_merges(
        a in any_workspace(TRASH_MS - DAY_MS), b in any_workspace(TRASH_MS - DAY_MS),
    ) {
        prop_assert_eq!(merged(&a, &b, false), merged(&b, &a, false));
    }

    #[test]
    fn with_everything_ticked_the_order_does_not_matter_however_old_it_is(
        a in any_workspace(90 * DAY_MS), b in any_workspace(90 * DAY_MS),
    ) {
        let (a, b) = (purged(a), purged(b));
        prop_assert_eq!(living(&merged(&a, &b, true)), living(&merged(&b, &a, true)));
    }

    #[test]
    fn whatever_is_chosen_what_the_file_lacks_stays_and_what_is_written_wins(
        a in any_workspace(90 * DAY_MS), b in any_workspace(90 * DAY_MS), seed in any::<u64>(),
    ) {
        let (a, b) = (purged(a), purged(b));
        let comparison = Comparison::new(Way::Merge, a.clone(), BORN, &file_of(&b), NOON);
        let choices: Vec<Choice> = (0..comparison.differing().len())
            .map(|place| if seed >> (place % 64) & 1 == 0 { Choice::Ours } else { Choice::Theirs })
            .collect();
        let written = comparison.merged(&choices, NOON, TabSuffix::from_random(9));
        for (key, part) in &written {
            for (path, record) in &part.records {
                let here = a.get(key).and_then(|document| document.records.get(path));
                prop_assert!(here.is_none_or(|here| here < record), "{} {} would be lost to its own past", key, path);
                prop_assert!(b.get(key).is_some_and(|document| document.records.contains_key(path)));
            }
        }
    }

    #[test]
    fn a_backup_cut_short_at_any_byte_is_refused(documents in any_odd_workspace(), at in any::<prop::sample::Index>()) {
        let text = backup::write(&documents, NOON).unwrap();
        let mut end = at.index(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        prop_assert!(backup::read(&text[..end]).is_err());
    }

    #[test]
    fn a_backup_with_one_byte_changed_is_refused_or_announced_or_holds_the_same(
        documents in any_odd_workspace(), at in any::<prop::sample::Index>(), byte in 0x20..0x7f_u8,
    ) {
        let mut bytes = backup::write(&documents, NOON).unwrap().into_bytes();
        let place = at.index(bytes.len());
        bytes[place] = byte;
        if let Ok(text) = String::from_utf8(bytes)
            && let Ok(read) = backup::read(&text)
        {
            prop_assert!(read.is_edited || *read.documents() == documents);
        }
    }

    #[test]
    fn no_text_whatever_brings_the_reader_down(text in any::<String>(), braces in "[\\[\\]{}\",:0-9a-z\\\\]{0,400}") {
        let _ = backup::read(&text);
        let _ = backup::read(&braces);
        let wrapped = format!(r#"{{"format":"bridgekeeper-backup","version":1,"schema":1,"documents":{braces}}}"#);
        let _ = backup::read(&wrapped);
    }
}

/// How many damaged files the hunt takes; `BRIDGEKEEPER_HUNT=1000000` hunts for minutes.
fn hunted() -> u32 {
    std::env::var("BRIDGEKEEPER_HUNT").ok().and_then(|cases| cases.parse().ok()).unwrap_or(512)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: hunted(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_backup_torn_in_several_places_is_refused_or_announced_and_merging_it_loses_nothing(
        documents in any_odd_workspace(),
        here in any_workspace(90 * DAY_MS),
        wounds in prop::collection::vec(
            (any::<prop::sample::Index>(), 0..40_usize, "[\\[\\]{}\",:0-9a-z\\\\]{0,12}"), 1..6,
        ),
    ) {
        let mut text = backup::write(&documents, NOON).unwrap();
        for (at, length, patch) in wounds {
            let start = text.floor_char_boundary(at.index(text.len()));
            let end = text.floor_char_boundary((start + length).min(text.len()));
            text.replace_range(start..end.max(start), &patch);
        }
        if let Ok(read) = backup::read(&text) {
            prop_assert!(read.is_edited || *read.documents() == documents);
            let comparison = Comparison::new(Way::Merge, here.clone(), BORN, &read, NOON);
            let ours = vec![Choice::Ours; comparison.differing().len()];
            let mut result = here.clone();
            for (key, records) in comparison.merged(&ours, NOON, TabSuffix::from_random(9)) {
                result.get_or_default(key).merge(records);
            }
            prop_assert_eq!(living(&result), living(&here), "what is here stays when all of it is chosen");
        }
    }
}

#[test]
fn the_sample_comes_back_as_the_same_bytes_and_merging_it_changes_nothing() {
    let area = MemoryArea::default();
    let mut session = Session::new(open(&area, NOON, 1));
    let mut bits = u128::from(NOON.0) << 64;
    let mut next_bits = || {
        bits += 1;
        bits
    };
    let today: Date = "2026-05-28".parse().unwrap();
    session
        .change("Fill", NOON, &mut Moment::new(today, &mut next_bits), |workspace: &mut Workspace, moment| {
            sample::fill(workspace, moment)
        })
        .unwrap();
    let text = backup::write(&session.documents(), NOON).unwrap();
    assert_eq!(backup::write(&restored(&text), NOON).unwrap(), text);
    let backup = backup::read(&text).unwrap();
    let comparison = Comparison::new(Way::Merge, session.documents(), BORN, &backup, NOON.plus(DAY_MS));
    assert!(comparison.differing().is_empty());
    assert!(comparison.unreadable().is_empty());
    assert!(comparison.merged(&[], NOON, TabSuffix::from_random(9)).is_empty());
}

/// serde_json hands raw values over without counting how deep they are, so the depth is counted before.
#[test]
fn values_nested_a_hundred_thousand_deep_are_refused_without_a_stack() {
    let deep = |open: &str, close: &str| format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
    for value in [deep("[", "]"), deep("{\"a\":", "}")] {
        let record = format!(r#"{{"partner/a":{{"profile":{{"at":"00000000000000","value":{value}}}}}}}"#);
        let file = |documents: &str| {
            format!(r#"{{"format":"bridgekeeper-backup","version":1,"schema":1,"documents":{documents}}}"#)
        };
        for text in [file(&record), file(&value), value.clone()] {
            let error = backup::read(&text).unwrap_err();
            assert!(matches!(error, BackupError::BeyondCaps(_)), "{error}");
            assert!(error.to_string().contains("nested more than 128 deep"), "{error}");
        }
    }
    // Brackets inside a text nest nothing.
    let words = format!(r#"{{"name":"{}\"{}"}}"#, "[".repeat(1_000), "{".repeat(1_000));
    let mut document = Document::default();
    let at = Stamp::at(NOON, TabSuffix::from_random(1));
    document.records.insert(path("profile"), Record { at, deleted: false, value: Some(raw(&words)) });
    let documents: Documents = [("partner/a".parse().unwrap(), document)].into_iter().collect();
    assert_eq!(file_of(&documents).documents(), &documents);
}

#[test]
fn a_file_larger_than_any_backup_is_refused_by_its_size() {
    let error = backup::read(&" ".repeat(MOST_BYTES + 1)).unwrap_err();
    assert!(matches!(error, BackupError::TooLarge(_)), "{error}");
}
