//! Changing the workspace and taking it back.

use bridgekeeper::domain::{BulkEdit, Moment, Refusal, Tag};
use bridgekeeper::state::session::{NotChanged, Reversed, Session};
use bridgekeeper::state::undo::{MOST_ACTIONS, Whole};
use bridgekeeper::storage::{MemoryArea, Millis, Status, StoredText};

use super::given::{Clock, add, change, domain, log, names, new_partner, notes, tab, today, touchpoint};

#[test]
fn what_was_changed_is_there_after_a_reload() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    let id = add(&mut session, &mut clock, "Northwind");
    log(&mut session, &mut clock, id, "First call");
    let reopened = tab(&area, 2);
    assert_eq!(reopened.workspace(), session.workspace());
    assert_eq!(notes(reopened.workspace().partner(id).unwrap()), ["First call"]);
}

#[test]
fn a_refused_change_changes_nothing_and_cannot_be_undone() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    add(&mut session, &mut clock, "Northwind");
    let before = (session.workspace().clone(), area.contents());
    let refused = change(&mut session, &mut clock, "Add partner", |workspace, moment| {
        workspace.add_partner(new_partner("Half done"), moment)?;
        Err::<(), _>(Refusal::Gone { what: "This partner" })
    });
    assert!(matches!(refused, Err(NotChanged::Refused(_))));
    assert_eq!((session.workspace().clone(), area.contents()), before);
    assert_eq!(session.undo_stack().undo_label(), Some("Add partner"));
}

#[test]
fn a_change_without_effect_is_not_saved_and_not_undone() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    let before = area.contents();
    change(&mut session, &mut clock, "Nothing", |_, _| Ok(())).unwrap();
    let same = session.draft().unwrap();
    assert!(!session.adopt("Nothing", same, clock.next()).unwrap());
    assert_eq!(area.contents(), before);
    assert_eq!(session.undo_stack().undo_label(), None);
}

#[test]
fn undo_takes_back_adding_correcting_and_deleting_and_redo_does_them_again() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    let id = add(&mut session, &mut clock, "Northwind");
    log(&mut session, &mut clock, id, "Call");
    let mut states = vec![session.workspace().clone()];
    let touch = *session.workspace().partner(id).unwrap().touchpoints.keys().next().unwrap();
    change(&mut session, &mut clock, "Correct", |workspace, moment| {
        workspace.partner_mut(id)?.correct(touch, touchpoint("Corrected"), moment.today())
    })
    .unwrap();
    states.push(session.workspace().clone());
    change(&mut session, &mut clock, "Delete record", |workspace, _| {
        workspace.partner_mut(id)?.remove(touch)
    })
    .unwrap();
    states.push(session.workspace().clone());
    change(&mut session, &mut clock, "Delete partner", |workspace, _| workspace.remove_partner(id)).unwrap();
    states.push(session.workspace().clone());

    for state in states.iter().rev().skip(1) {
        session.undo(clock.next()).unwrap().unwrap();
        assert_eq!(session.workspace(), state);
    }
    for state in states.iter().skip(1) {
        session.redo(clock.next()).unwrap().unwrap();
        assert_eq!(session.workspace(), state);
    }
    assert_eq!(session.redo(clock.next()).unwrap(), None);
    let reopened = tab(&area, 2);
    assert_eq!(reopened.workspace(), session.workspace());
}

#[test]
fn undo_of_a_deleted_partner_brings_back_everything_that_belonged_to_it() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    let id = add(&mut session, &mut clock, "Northwind");
    log(&mut session, &mut clock, id, "Call");
    change(&mut session, &mut clock, "Delete partner", |workspace, _| workspace.remove_partner(id)).unwrap();
    assert!(names(&session).is_empty());
    session.undo(clock.next()).unwrap();
    assert_eq!(notes(session.workspace().partner(id).unwrap()), ["Call"]);
}

#[test]
fn undo_leaves_alone_what_somebody_changed_since_and_says_so() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let (mut mine, mut theirs) = (tab(&area, 1), tab(&area, 2));
    let id = add(&mut mine, &mut clock, "Northwind");
    log(&mut mine, &mut clock, id, "Mine");
    let touch = *mine.workspace().partner(id).unwrap().touchpoints.keys().next().unwrap();
    let now = clock.next();
    assert!(theirs.tend(|vault| vault.rescan(now)));
    change(&mut theirs, &mut clock, "Correct", |workspace, moment| {
        workspace.partner_mut(id)?.correct(touch, touchpoint("Theirs"), moment.today())
    })
    .unwrap();
    let now = clock.next();
    assert!(mine.tend(|vault| vault.rescan(now)));
    let reversed = mine.undo(clock.next()).unwrap().unwrap();
    assert_eq!(reversed, Reversed { label: "Log touchpoint".to_owned(), left_alone: 1 });
    assert_eq!(notes(mine.workspace().partner(id).unwrap()), ["Theirs"]);
}

#[test]
fn a_new_change_ends_what_could_be_redone() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    add(&mut session, &mut clock, "First");
    session.undo(clock.next()).unwrap();
    assert_eq!(session.undo_stack().redo_label(), Some("Add partner"));
    add(&mut session, &mut clock, "Second");
    assert_eq!(session.undo_stack().redo_label(), None);
    assert_eq!(session.redo(clock.next()).unwrap(), None);
    assert_eq!(names(&session), ["Second"]);
}

#[test]
fn two_hundred_actions_can_be_taken_back() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    for number in 0..MOST_ACTIONS + 3 {
        add(&mut session, &mut clock, &format!("Partner {number}"));
    }
    let mut undone = 0;
    while session.undo(clock.next()).unwrap().is_some() {
        undone += 1;
    }
    assert_eq!(undone, MOST_ACTIONS);
    assert_eq!(names(&session), ["Partner 0", "Partner 1", "Partner 2"]);
}

#[test]
fn another_tab_sees_a_change_and_keeps_its_own() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let (mut one, mut two) = (tab(&area, 1), tab(&area, 2));
    add(&mut one, &mut clock, "From one");
    add(&mut two, &mut clock, "From two");
    let now = clock.next();
    one.tend(|vault| vault.rescan(now));
    two.tend(|vault| vault.rescan(now));
    assert_eq!(names(&one), ["From one", "From two"]);
    assert_eq!(one.workspace(), two.workspace());
}

#[test]
fn two_tabs_that_give_one_domain_to_two_partners_leave_something_to_settle() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let (mut one, mut two) = (tab(&area, 1), tab(&area, 2));
    for session in [&mut one, &mut two] {
        change(session, &mut clock, "Add partner", |workspace, moment| {
            let mut new = new_partner("Same");
            new.domain = domain("example.com");
            workspace.add_partner(new, moment)
        })
        .unwrap();
    }
    let now = clock.next();
    one.tend(|vault| vault.rescan(now));
    assert_eq!(one.workspace().shared_domains().len(), 1);
}

#[test]
fn after_an_erase_elsewhere_nothing_is_changed_here() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let (mut one, mut two) = (tab(&area, 1), tab(&area, 2));
    add(&mut one, &mut clock, "Northwind");
    let now = clock.next();
    two.tend(|vault| vault.rescan(now));
    let now = clock.next();
    one.start_anew(|vault| vault.erase(now)).unwrap();
    two.tend(|vault| vault.rescan(Millis(now.0 + 1)));
    assert_eq!(two.vault().status(), &Status::Superseded);
    let refused = change(&mut two, &mut clock, "Add partner", |workspace, moment| {
        workspace.add_partner(new_partner("Too late"), moment)
    });
    assert!(matches!(refused, Err(NotChanged::NotWritable(_))));
    assert!(names(&one).is_empty());
}

#[test]
fn what_the_browser_has_no_room_for_is_refused_before_it_is_there() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    area.put("somebody:else", StoredText::Text("x".repeat(5_150_000))).unwrap();
    let mut session = tab(&area, 1);
    let id = add(&mut session, &mut clock, "Northwind");
    let before = session.workspace().clone();
    // Words that hardly compress.
    let mut seed = 7u64;
    let note: String = std::iter::repeat_with(|| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from_u32(0x4E00 + u32::try_from(seed >> 48).unwrap() % 20_000).unwrap()
    })
    .take(90_000)
    .collect();
    let refused = change(&mut session, &mut clock, "Log touchpoint", |workspace, moment| {
        workspace.partner_mut(id)?.record(touchpoint(&note), moment)
    });
    assert!(matches!(refused, Err(NotChanged::NoRoom(_))), "{refused:?}");
    assert_eq!(session.workspace(), &before);
    log(&mut session, &mut clock, id, "A short note still fits");
}

#[test]
fn a_change_for_many_partners_is_saved_whole_and_undone_as_one() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    let ids: Vec<_> = (0..50).map(|number| add(&mut session, &mut clock, &number.to_string())).collect();
    let before = session.workspace().clone();
    let edit = BulkEdit::AddTag(Tag::parse("Ports").unwrap());
    let changed = change(&mut session, &mut clock, "Change 50 partners", |workspace, moment| {
        workspace.edit_many(&ids, &edit, moment)
    });
    assert_eq!(changed.unwrap(), 50);
    assert_eq!(tab(&area, 2).workspace(), session.workspace());
    let undone = session.undo(clock.next()).unwrap();
    assert_eq!(undone, Some(Reversed { label: "Change 50 partners".to_owned(), left_alone: 0 }));
    assert_eq!(*session.workspace(), before);
    session.redo(clock.next()).unwrap();
    assert!(session.workspace().partners.values().all(|partner| partner.tags.len() == 1));
}

/// A partner added as a part of a whole, as an import adds them.
fn add_part(session: &mut Session, clock: &mut Clock, name: &str, whole: Whole) {
    let mut after = session.draft().unwrap();
    let now = clock.next();
    let mut bits = u128::from(now.0) << 64;
    let mut next_bits = || {
        bits += 1;
        bits
    };
    let mut moment = Moment::new(today(), &mut next_bits);
    after.add_partner(new_partner(name), &mut moment).unwrap();
    assert!(session.adopt_part("Import list", Some(whole), after, now).unwrap());
}

#[test]
fn what_was_done_in_parts_is_taken_back_and_done_again_as_one() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    add(&mut session, &mut clock, "Before");
    for name in ["One", "Two", "Three"] {
        add_part(&mut session, &mut clock, name, Whole(7));
    }
    let all = names(&session);
    let undone = session.undo(clock.next()).unwrap().unwrap();
    assert_eq!(undone, Reversed { label: "Import list".to_owned(), left_alone: 0 });
    assert_eq!(names(&session), ["Before"]);
    assert_eq!(session.undo_stack().undo_label(), Some("Add partner"));
    session.redo(clock.next()).unwrap().unwrap();
    assert_eq!(names(&session), all);
    session.undo(clock.next()).unwrap().unwrap();
    assert_eq!(names(&session), ["Before"]);
    assert_eq!(tab(&area, 2).workspace(), session.workspace());
}

#[test]
fn what_was_done_between_two_parts_is_left_when_they_are_taken_back() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    add_part(&mut session, &mut clock, "One", Whole(7));
    add(&mut session, &mut clock, "By hand");
    add_part(&mut session, &mut clock, "Two", Whole(7));
    session.undo(clock.next()).unwrap().unwrap();
    assert_eq!(names(&session), ["By hand"]);
    session.undo(clock.next()).unwrap().unwrap();
    assert!(names(&session).is_empty());
}

#[test]
fn what_is_done_while_parts_are_taken_back_leaves_no_half_to_be_done_again() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    for name in ["One", "Two", "Three"] {
        add_part(&mut session, &mut clock, name, Whole(7));
    }
    let (_, rest) = session.undo_part(None, clock.next()).unwrap().unwrap();
    add(&mut session, &mut clock, "By hand");
    let (_, rest) = session.undo_part(rest, clock.next()).unwrap().unwrap();
    let (_, rest) = session.undo_part(rest, clock.next()).unwrap().unwrap();
    assert_eq!(rest, None);
    assert_eq!(names(&session), ["By hand"]);
    assert_eq!(session.undo_stack().redo_label(), None);
    assert_eq!(session.undo_stack().undo_label(), Some("Add partner"));
}

#[test]
fn a_whole_of_many_parts_counts_once_among_what_can_be_undone() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    add(&mut session, &mut clock, "Before");
    for part in 0..=MOST_ACTIONS {
        add_part(&mut session, &mut clock, &format!("Part {part}"), Whole(7));
    }
    session.undo(clock.next()).unwrap().unwrap();
    assert_eq!(names(&session), ["Before"]);
    session.undo(clock.next()).unwrap().unwrap();
    assert!(names(&session).is_empty());
}
