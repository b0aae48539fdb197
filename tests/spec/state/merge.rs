//! A backup held against the workspace, and merged with it: what the user is told, what they choose, and undo.

use bridgekeeper::domain::contact::Person;
use bridgekeeper::domain::{Contact, Field, Line, Note, PartnerId, Profile};
use bridgekeeper::state::session::Session;
use bridgekeeper::storage::backup::{self, Backup};
use bridgekeeper::storage::compare::{Choice, Comparison, Difference, Figures, Way};
use bridgekeeper::storage::document::{RawText, TRASH_MS};
use bridgekeeper::storage::{Document, DocumentKey, MemoryArea, Millis, TabSuffix};

use super::given::{Clock, NOW, add, change, log, names, notes, person, tab};

/// Before anything these workspaces hold.
const BORN: Millis = Millis(NOW.0 - TRASH_MS);

fn file_of(session: &Session) -> Backup {
    backup::read(&backup::write(&session.documents(), NOW).unwrap()).unwrap()
}

fn compare(session: &Session, backup: &Backup, now: Millis) -> Comparison {
    Comparison::new(Way::Merge, session.documents(), BORN, backup, now)
}

fn merge(session: &mut Session, comparison: &Comparison, choices: &[Choice], now: Millis) -> usize {
    let records = comparison.merged(choices, now, TabSuffix::from_random(9));
    session.merge("Merge backup", records, now).unwrap()
}

fn rename(session: &mut Session, clock: &mut Clock, id: PartnerId, name: &str) {
    change(session, clock, "Edit partner", |workspace, moment| {
        let profile = workspace.partner_mut(id)?.profile.clone();
        let name = Line::parse(Field::Name, name)?;
        workspace.edit_profile(id, Profile { name, ..profile }, moment)
    })
    .unwrap();
}

fn remove(session: &mut Session, clock: &mut Clock, id: PartnerId) {
    change(session, clock, "Delete partner", |workspace, _| workspace.remove_partner(id)).unwrap();
}

/// The sorts and records of what differs.
fn told(comparison: &Comparison) -> Vec<(Difference, usize, Choice)> {
    comparison
        .differing()
        .iter()
        .map(|differing| (differing.difference, differing.records, differing.by_itself))
        .collect()
}

#[test]
fn a_replacement_is_previewed_by_what_it_adds_changes_and_removes() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    let id = add(&mut session, &mut clock, "Kept");
    log(&mut session, &mut clock, id, "In the backup");
    let backup = file_of(&session);
    let preview = |session: &Session| {
        let comparison = Comparison::new(Way::Replace, session.documents(), BORN, &backup, NOW);
        comparison.preview(&comparison.by_itself())
    };
    assert_eq!(preview(&session).total(), Figures::default());

    let touch = *session.workspace().partner(id).unwrap().touchpoints.keys().next().unwrap();
    change(&mut session, &mut clock, "Delete", |workspace, _| workspace.partner_mut(id)?.remove(touch))
        .unwrap();
    rename(&mut session, &mut clock, id, "Renamed");
    add(&mut session, &mut clock, "Newer");
    // The newer partner has a profile, a stage and a tier.
    let expected = Figures { added: 1, changed: 1, removed: 3, unreadable: 0 };
    assert_eq!(preview(&session).total(), expected);
    assert!(preview(&session).needs_typed_word(), "3 of 6 records are more than 5 %");
}

#[test]
fn merging_keeps_what_the_file_lacks_and_takes_the_later_of_what_differs() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    let ours = add(&mut session, &mut clock, "Ours later");
    let theirs = add(&mut session, &mut clock, "Theirs later");
    let mut other = tab(&area, 2);
    rename(&mut other, &mut clock, ours, "Never seen");
    rename(&mut other, &mut clock, theirs, "From the file");
    add(&mut other, &mut clock, "Only in the file");
    let backup = file_of(&other);

    // The same workspace before the other tab wrote, then changed by itself.
    let area = MemoryArea::default();
    let mut session_alone = tab(&area, 3);
    let before = session.documents();
    session_alone.start_anew(|vault| vault.replace(before, clock.next())).unwrap();
    rename(&mut session_alone, &mut clock, ours, "Said last");
    add(&mut session_alone, &mut clock, "Only here");
    let now = clock.next();
    let comparison = compare(&session_alone, &backup, now);
    let choices = comparison.by_itself();
    let expected = Figures { added: 3, changed: 1, ..Figures::default() };
    assert_eq!(comparison.preview(&choices).total(), expected);
    merge(&mut session_alone, &comparison, &choices, now);
    assert_eq!(names(&session_alone), ["From the file", "Only here", "Only in the file", "Said last"]);

    // One step back, and forth again.
    session_alone.undo(clock.next()).unwrap().unwrap();
    assert_eq!(names(&session_alone), ["Only here", "Said last", "Theirs later"]);
    session_alone.redo(clock.next()).unwrap().unwrap();
    assert_eq!(names(&session_alone), ["From the file", "Only here", "Only in the file", "Said last"]);
}

#[test]
fn each_difference_can_be_chosen_against_the_stamps_and_stays_so_in_every_tab() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    let older = add(&mut session, &mut clock, "Older in the file");
    let deleted = add(&mut session, &mut clock, "Deleted here");
    log(&mut session, &mut clock, deleted, "Call");
    let backup = file_of(&session);
    rename(&mut session, &mut clock, older, "Later here");
    remove(&mut session, &mut clock, deleted);

    let now = clock.next();
    let comparison = compare(&session, &backup, now);
    let expected = [(Difference::Changed, 1, Choice::Ours), (Difference::DeletedHere, 4, Choice::Ours)];
    assert_eq!(told(&comparison), expected);
    assert_eq!(merge(&mut session, &comparison, &comparison.by_itself(), now), 0, "nothing by itself");
    merge(&mut session, &comparison, &[Choice::Theirs, Choice::Theirs], now);
    assert_eq!(names(&session), ["Deleted here", "Older in the file"]);
    assert_eq!(notes(session.workspace().partner(deleted).unwrap()), ["Call"]);
    assert_eq!(names(&tab(&area, 5)), ["Deleted here", "Older in the file"]);
    session.undo(clock.next()).unwrap();
    assert_eq!(names(&session), ["Later here"]);
}

#[test]
fn what_the_file_deleted_later_goes_unless_it_is_kept() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    let gone = add(&mut session, &mut clock, "Deleted in the file");
    let before = session.documents();
    remove(&mut session, &mut clock, gone);
    let backup = file_of(&session);

    let elsewhere = MemoryArea::default();
    let mut other = tab(&elsewhere, 2);
    other.start_anew(|vault| vault.replace(before, clock.next())).unwrap();
    let now = clock.next();
    let comparison = compare(&other, &backup, now);
    assert_eq!(told(&comparison), [(Difference::DeletedThere, 3, Choice::Theirs)]);
    assert!(comparison.preview(&comparison.by_itself()).needs_typed_word(), "3 of 3 records");
    assert!(!comparison.preview(&[Choice::Ours]).needs_typed_word());
    assert_eq!(merge(&mut other, &comparison, &[Choice::Ours], now), 0);
    assert_eq!(names(&other), ["Deleted in the file"]);
    merge(&mut other, &comparison, &[Choice::Theirs], now);
    assert!(names(&other).is_empty());
    other.undo(clock.next()).unwrap();
    assert_eq!(names(&other), ["Deleted in the file"]);
}

/// A partner deleted in spring came back from an autumn backup: the trash knew nothing of it any more.
#[test]
fn what_was_deleted_longer_ago_than_the_trash_reaches_comes_back_only_when_ticked() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    add(&mut session, &mut clock, "Stayed");
    let gone = add(&mut session, &mut clock, "Deleted long ago");
    let backup = file_of(&session);
    remove(&mut session, &mut clock, gone);
    clock.0 += TRASH_MS * 2;
    add(&mut session, &mut clock, "Lately");
    let now = clock.next();
    let mut session = tab(&area, 2);
    session.tend(|vault| vault.tick(now));
    assert!(session.vault().trash().next().is_none(), "the trash has forgotten it");

    let comparison = compare(&session, &backup, now);
    assert_eq!(told(&comparison), [(Difference::LongGone, 3, Choice::Ours)]);
    assert_eq!(merge(&mut session, &comparison, &comparison.by_itself(), now), 0);
    assert_eq!(names(&session), ["Lately", "Stayed"]);
    merge(&mut session, &comparison, &[Choice::Theirs], now);
    assert_eq!(names(&session), ["Deleted long ago", "Lately", "Stayed"]);

    // In a workspace that began lately nothing can have been deleted so long ago: all of it comes.
    let area = MemoryArea::default();
    let mut young = tab(&area, 3);
    add(&mut young, &mut clock, "New here");
    let comparison = Comparison::new(Way::Merge, young.documents(), Millis(now.0 - TRASH_MS), &backup, now);
    assert_eq!(comparison.differing().len(), 2);
    assert!(comparison.by_itself().iter().all(|choice| *choice == Choice::Theirs));
}

#[test]
fn records_of_the_file_that_cannot_be_read_are_counted_and_named() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    let id = add(&mut session, &mut clock, "Kept");
    log(&mut session, &mut clock, id, "Call");
    let mut documents = session.documents();
    let raw = serde_json::value::RawValue::from_string(r#"{"at":"no stamp"}"#.to_owned()).unwrap();
    let key: DocumentKey = documents.keys().next().unwrap().clone();
    documents.get_mut(&key).unwrap().unreadable.insert("ledger/odd".to_owned(), RawText(raw));
    let text = backup::write(&documents, NOW).unwrap().replace(r#""channel":"call""#, r#""channel":"owl""#);
    let backup = backup::read(&text).unwrap();
    for way in [Way::Replace, Way::Merge] {
        let comparison = Comparison::new(way, session.documents(), BORN, &backup, NOW);
        let paths: Vec<&str> =
            comparison.unreadable().iter().map(|record| record.path.split('/').next().unwrap()).collect();
        assert_eq!(paths, ["ledger", "touchpoints"]);
        assert_eq!(comparison.preview(&comparison.by_itself()).total().unreadable, 2);
    }
}

/// Words that no codec makes smaller by much.
fn noise(seed: u64) -> String {
    let mut state = seed;
    let mut letter = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from(b' ' + u8::try_from((state >> 40) % 90).unwrap())
    };
    (0..40_000).map(|_| letter()).collect()
}

#[test]
fn a_merge_that_does_not_fit_is_refused_with_its_figure_before_it_starts() {
    let mut clock = Clock::new();
    let mut filled = |seed: u64| {
        let mut session = tab(&MemoryArea::default(), 1);
        for number in 0..60 {
            change(&mut session, &mut clock, "Add", |workspace, moment| {
                let notes = Note::parse_optional(&noise(seed + number))?;
                let person = Person { notes, ..person(&format!("Person {number}")) };
                Ok(workspace.add_contact(Contact::new(person), moment))
            })
            .unwrap();
        }
        session
    };
    let backup = file_of(&filled(1));
    let mut session = filled(1_000);
    let before = session.documents();
    let now = clock.next();
    let comparison = compare(&session, &backup, now);
    let records = comparison.merged(&comparison.by_itself(), now, TabSuffix::from_random(9));
    let refused = session.merge("Merge backup", records, now).unwrap_err().to_string();
    assert!(refused.contains("characters of storage, but only"), "{refused}");
    assert_eq!(session.documents(), before);
}

#[test]
fn an_empty_document_of_the_file_changes_nothing() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    add(&mut session, &mut clock, "Kept");
    let mut documents = session.documents();
    documents.insert("partner/empty".parse().unwrap(), Document::default());
    let backup = backup::read(&backup::write(&documents, NOW).unwrap()).unwrap();
    let now = clock.next();
    let comparison = compare(&session, &backup, now);
    assert!(comparison.differing().is_empty());
    assert_eq!(merge(&mut session, &comparison, &[], now), 0);
}
