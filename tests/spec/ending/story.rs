//! What both sides say.

use bridgekeeper::domain::ending::Told;
use bridgekeeper::domain::{Field, Note, Refusal};

use super::given::{agree, begun, chapter, closed, note, talked, told};
use crate::domain::given::{TODAY, day, line};

#[test]
fn it_is_agreed_after_the_conversation_and_with_words() {
    let (mut partner, number) = begun();
    partner.tell_story(number, told("We tried.")).unwrap();
    assert_eq!(agree(&mut partner, number).unwrap_err(), Refusal::TalkFirst);
    let (mut partner, number) = talked();
    assert_eq!(agree(&mut partner, number).unwrap_err(), Refusal::Empty { field: Field::Note });
    partner.tell_story(number, told("We tried.")).unwrap();
    agree(&mut partner, number).unwrap();
    let story = chapter(&partner, number).story;
    assert_eq!((story.agreed_on, story.agreed_with), (Some(day(TODAY)), Some(line("Jonas Ekberg"))));
}

#[test]
fn it_is_agreed_on_a_day_between_the_conversation_and_today() {
    let (mut partner, number) = talked();
    partner.tell_story(number, told("We tried.")).unwrap();
    let mut agree_on = |on: &str| partner.agree_story(number, day(on), line("Jonas"), day(TODAY));
    assert!(matches!(agree_on("2026-06-14").unwrap_err(), Refusal::Before { field: Field::On, .. }));
    assert_eq!(agree_on("2026-06-16").unwrap_err(), Refusal::InTheFuture { field: Field::On });
}

#[test]
fn words_that_change_after_they_were_agreed_are_not_agreed() {
    let (mut partner, number) = talked();
    partner.tell_story(number, told("We tried.")).unwrap();
    agree(&mut partner, number).unwrap();
    partner.tell_story(number, Told { ours: Some(note("It was hard.")), ..told("We tried.") }).unwrap();
    assert!(chapter(&partner, number).is_settled(), "what either side would have said is its own");
    partner.tell_story(number, told("We tried hard.")).unwrap();
    assert!(!chapter(&partner, number).is_settled());
}

#[test]
fn it_can_be_declined_with_a_reason_and_told_after_all() {
    let (mut partner, number) = begun();
    partner.decline_story(number, Some(line("Nobody outside knew of it"))).unwrap();
    assert!(chapter(&partner, number).is_settled());
    partner.decline_story(number, None).unwrap();
    assert!(!chapter(&partner, number).is_settled());
}

#[test]
fn twenty_kilobytes_are_kept_and_more_than_a_note_holds_is_refused() {
    let (mut partner, number) = begun();
    let long = "We tried. ".repeat(2_048);
    partner.tell_story(number, told(&long)).unwrap();
    assert_eq!(chapter(&partner, number).story.joint.unwrap().as_str(), long.trim_end());
    let refusal = Note::parse_optional(&"x".repeat(Note::MOST + 1)).unwrap_err();
    assert_eq!(refusal, Refusal::TooLong { field: Field::Note, most: Note::MOST, has: Note::MOST + 1 });
}

#[test]
fn nothing_is_changed_behind_a_closed_gate() {
    let (mut partner, number) = closed();
    let refusal = Refusal::History { closed_on: day(TODAY) };
    assert_eq!(partner.tell_story(number, told("Another")).unwrap_err(), refusal);
    assert_eq!(agree(&mut partner, number).unwrap_err(), refusal);
    assert_eq!(partner.decline_story(number, None).unwrap_err(), refusal);
}
