//! The backup file: whole, checked, and put back whole.

use bridgekeeper::storage::backup::{self, BackupError};
use bridgekeeper::storage::document::RawText;
use bridgekeeper::storage::{Document, DocumentKey, MemoryArea, StoredText};

use super::given::{Clock, NOW, add, change, log, names, notes, tab};

#[test]
fn a_backup_restored_elsewhere_is_the_same_workspace_trash_included() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    let kept = add(&mut session, &mut clock, "Kept");
    log(&mut session, &mut clock, kept, "Call");
    let gone = add(&mut session, &mut clock, "Deleted");
    change(&mut session, &mut clock, "Delete partner", |workspace, _| workspace.remove_partner(gone))
        .unwrap();
    let text = backup::write(&session.documents(), NOW).unwrap();

    let elsewhere = MemoryArea::default();
    let mut other = tab(&elsewhere, 9);
    add(&mut other, &mut clock, "Replaced");
    let read = backup::read(&text).unwrap();
    assert!(!read.is_edited);
    let now = clock.next();
    other.start_anew(|vault| vault.replace(read.into_documents(), now)).unwrap();
    assert_eq!(other.workspace(), session.workspace());
    assert_eq!(notes(other.workspace().partner(kept).unwrap()), ["Call"]);
    assert_eq!(other.vault().trash().count(), session.vault().trash().count());
    let reopened = tab(&elsewhere, 10);
    assert_eq!(names(&reopened), ["Kept"]);
}

#[test]
fn a_file_cut_short_anywhere_is_refused() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    add(&mut session, &mut clock, "Kept");
    let text = backup::write(&session.documents(), NOW).unwrap();
    for length in 0..text.len() {
        assert!(backup::read(&text[..length]).is_err(), "cut at {length}");
    }
}

#[test]
fn a_file_edited_by_hand_opens_and_says_so() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    add(&mut session, &mut clock, "Kept");
    let text = backup::write(&session.documents(), NOW).unwrap().replace("Kept", "Edited");
    let read = backup::read(&text).unwrap();
    assert!(read.is_edited);
}

#[test]
fn files_that_are_no_backup_of_this_version_are_refused_with_a_sentence() {
    let check = |text: &str, sentence: &str| {
        let error = backup::read(text).unwrap_err().to_string();
        assert!(error.contains(sentence), "{text:.60}: {error}");
    };
    check("", "damaged or cut short");
    check("not json", "damaged or cut short");
    check("[]", "damaged or cut short");
    check("{}", "not a Bridgekeeper backup");
    check(r#"{"format":"other","documents":{}}"#, "not a Bridgekeeper backup");
    check(r#"{"format":"bridgekeeper-backup","version":2,"documents":{}}"#, "newer version");
    check(r#"{"format":"bridgekeeper-backup","version":1,"schema":99,"documents":{}}"#, "newer version");
    check(&"x".repeat(100_000_001), "at most 100,000,000");
    let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
    check(
        &format!(r#"{{"format":"bridgekeeper-backup","version":1,"documents":{deep}}}"#),
        "nested more than 128",
    );
    assert!(matches!(backup::read("{}"), Err(BackupError::NotOurs)));
}

#[test]
fn a_backup_of_an_empty_workspace_can_be_restored() {
    let area = MemoryArea::default();
    let session = tab(&area, 1);
    let text = backup::write(&session.documents(), NOW).unwrap();
    assert!(backup::read(&text).unwrap().documents().is_empty());
}

#[test]
fn everything_can_be_had_even_what_is_damaged() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    add(&mut session, &mut clock, "Kept");
    let key = area.contents().into_keys().find(|key| key.contains(":d:")).unwrap();
    area.put(&key, StoredText::Broken(vec![0x41, 0xD800, 0x22])).unwrap();
    let dump = backup::dump(session.vault());
    assert!(dump.contains(r#""\u0041\ud800\u0022""#), "{dump}");
    let read: std::collections::BTreeMap<String, Box<serde_json::value::RawValue>> =
        serde_json::from_str(&dump).unwrap();
    assert_eq!(read["format"].get(), r#""bridgekeeper-everything""#);
}

/// What the page hands out when it has ended was a file that nothing could open.
#[test]
fn everything_that_was_handed_out_can_be_opened() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    add(&mut session, &mut clock, "Kept");
    let read = backup::read(&backup::dump(session.vault())).unwrap();
    assert_eq!(read.documents(), &session.documents());
    assert!(!read.is_edited);

    let two = r#"{"format":"bridgekeeper-everything","keys":{"bk1:a:meta":"1","bk1:b:meta":"1"}}"#;
    assert!(matches!(backup::read(two), Err(BackupError::BeyondCaps(_))));
    let none = r#"{"format":"bridgekeeper-everything","keys":{"other":"1"},"unsaved":null}"#;
    assert!(matches!(backup::read(none), Err(BackupError::NotOurs)));
}

/// A backup that left them out would lose them for good when it takes the place of the workspace.
#[test]
fn entries_that_cannot_be_read_are_part_of_a_backup() {
    let mut documents = tab(&MemoryArea::default(), 1).documents();
    let raw =
        serde_json::value::RawValue::from_string(r#"{"at":"not a stamp","value":1}"#.to_owned()).unwrap();
    let mut document = Document::default();
    document.unreadable.insert("ledger/odd".to_owned(), RawText(raw));
    documents.insert(DocumentKey::new("partner", "a").unwrap(), document);
    let text = backup::write(&documents, NOW).unwrap();
    let read = backup::read(&text).unwrap();
    assert!(!read.is_edited);
    assert_eq!(read.documents(), &documents);
}
