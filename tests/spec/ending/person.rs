//! The person to keep, and the note to them.

use bridgekeeper::domain::{Field, Refusal};

use super::given::{begun, chapter, closed, present, talked};
use crate::domain::given::{TODAY, day, line};

#[test]
fn the_note_is_due_two_weeks_after_the_conversation() {
    let (partner, number) = talked();
    let chapter = chapter(&partner, number);
    assert_eq!(chapter.note_due(), Some(day("2026-06-29")));
    assert_eq!(chapter.kept().unwrap().name.as_str(), "Jonas Ekberg");
}

#[test]
fn without_a_conversation_it_has_no_day() {
    let (partner, number) = begun();
    assert_eq!(chapter(&partner, number).note_due(), None);
}

#[test]
fn another_person_and_another_day_can_be_chosen() {
    let (mut partner, number) = talked();
    partner.keep_person(number, Some(present("Ruth Calloway")), Some(day("2026-07-10"))).unwrap();
    let chapter = chapter(&partner, number);
    assert_eq!(chapter.note_due(), Some(day("2026-07-10")));
    assert_eq!(chapter.kept().unwrap().name.as_str(), "Ruth Calloway");
}

#[test]
fn it_is_sent_after_the_conversation_also_behind_a_closed_gate() {
    let (mut partner, number) = begun();
    let sent = |partner: &mut bridgekeeper::domain::Partner, on: &str| {
        partner.send_note(number, day(on), day(TODAY))
    };
    assert_eq!(sent(&mut partner, TODAY).unwrap_err(), Refusal::TalkFirst);
    let (mut partner, _) = closed();
    assert_eq!(sent(&mut partner, "2026-06-16").unwrap_err(), Refusal::InTheFuture { field: Field::On });
    assert!(matches!(sent(&mut partner, "2026-06-14").unwrap_err(), Refusal::Before { .. }));
    sent(&mut partner, TODAY).unwrap();
    let keep = chapter(&partner, number).keep;
    assert_eq!((keep.done_on, keep.who.unwrap().name), (Some(day(TODAY)), line("Jonas Ekberg")));
}

#[test]
fn it_can_be_left_with_a_reason_and_written_after_all() {
    let (mut partner, number) = talked();
    partner.leave_note(number, Some(line("Counsel asked us not to"))).unwrap();
    assert!(chapter(&partner, number).keep.left.is_some());
    partner.leave_note(number, None).unwrap();
    assert!(chapter(&partner, number).keep.left.is_none());
    partner.leave_note(number, Some(line("No"))).unwrap();
    partner.send_note(number, day(TODAY), day(TODAY)).unwrap();
    assert!(chapter(&partner, number).keep.left.is_none(), "sent is sent");
}
