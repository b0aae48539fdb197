//! What an ending asks for on a day.

use bridgekeeper::domain::ending::Wanted;
use bridgekeeper::domain::ending::due::due;
use bridgekeeper::domain::{Partner, Stage};

use super::given::{act, begun, chapter, closed, held, hold, present, talked, with_cause};
use crate::domain::given::{TODAY, at, day, id, line};

fn asked(partner: &Partner, on: &str) -> Vec<(Wanted, String, String)> {
    let due = due(id(7), partner, day(on));
    due.into_iter().map(|one| (one.wanted, one.due.to_string(), one.about)).collect()
}

fn rows(partner: &Partner, on: &str) -> Vec<Wanted> {
    asked(partner, on).into_iter().map(|(asked, ..)| asked).collect()
}

#[test]
fn a_booked_conversation_is_asked_for_from_its_day_until_it_is_held() {
    let (mut partner, number) = begun();
    assert_eq!(rows(&partner, "2026-12-01"), [], "nothing is booked");
    partner.book_talk(number, Some(day("2026-06-20"))).unwrap();
    assert_eq!(rows(&partner, "2026-06-19"), []);
    // 20 June 2026 is a Saturday: a day is a day.
    assert_eq!(rows(&partner, "2026-06-20"), [Wanted::Talk]);
    assert_eq!(rows(&partner, "2026-06-22"), [Wanted::Talk]);
    hold(&mut partner, number, held()).unwrap();
    assert_eq!(rows(&partner, "2026-06-22"), []);
}

#[test]
fn the_note_is_asked_for_two_weeks_after_the_conversation() {
    for (mut partner, number) in [talked(), closed()] {
        assert_eq!(rows(&partner, "2026-06-28"), []);
        let note = (Wanted::Note, "2026-06-29".to_owned(), "Jonas Ekberg".to_owned());
        for on in ["2026-06-29", "2026-07-20"] {
            assert_eq!(asked(&partner, on), std::slice::from_ref(&note), "and it waits");
        }
        partner.send_note(number, day(TODAY), day(TODAY)).unwrap();
        assert_eq!(rows(&partner, "2026-06-29"), []);
    }
}

#[test]
fn a_conversation_on_a_saturday_asks_for_its_note_on_a_saturday() {
    let (mut partner, number) = begun();
    let saturday = "2026-06-20";
    at(saturday, |moment| {
        let held = bridgekeeper::domain::ending::Held { on: day(saturday), ..held() };
        partner.hold_talk(number, held, moment)
    })
    .unwrap();
    assert_eq!(rows(&partner, "2026-07-03"), []);
    assert_eq!(rows(&partner, "2026-07-04"), [Wanted::Note]);
}

#[test]
fn a_note_that_is_left_is_not_asked_for_and_one_of_another_day_then() {
    let (mut partner, number) = talked();
    partner.keep_person(number, Some(present("Ruth Calloway")), Some(day("2026-07-10"))).unwrap();
    assert_eq!(rows(&partner, "2026-07-09"), []);
    assert_eq!(asked(&partner, "2026-07-10")[0].2, "Ruth Calloway");
    partner.leave_note(number, Some(line("Counsel asked us not to"))).unwrap();
    assert_eq!(rows(&partner, "2026-07-10"), []);
}

#[test]
fn an_action_is_asked_for_from_its_day_until_it_is_done_whatever_the_stage() {
    let (mut partner, number) = talked();
    let cause = with_cause(&mut partner, number, "Training");
    let action = act(&mut partner, number, cause, "2026-06-20").unwrap();
    at(TODAY, |moment| partner.move_stage(Stage::Active, day(TODAY), None, moment)).unwrap();
    assert_eq!(rows(&partner, "2026-06-19"), []);
    let told = asked(&partner, "2026-06-21");
    assert_eq!(
        told[0],
        (Wanted::Action, "2026-06-20".to_owned(), "Name a trainer before any launch".to_owned())
    );
    partner.finish_action(number, action, Some(day(TODAY)), day(TODAY)).unwrap();
    assert_eq!(rows(&partner, "2026-06-21"), []);
}

#[test]
fn a_planned_post_mortem_is_asked_for_until_it_was_held() {
    let (mut partner, number) = talked();
    partner.plan_review(number, Some(day("2026-06-18"))).unwrap();
    assert_eq!(rows(&partner, "2026-06-17"), []);
    assert_eq!(rows(&partner, "2026-06-18"), [Wanted::Review]);
    partner.hold_review(number, Some(day(TODAY)), day(TODAY)).unwrap();
    assert_eq!(rows(&partner, "2026-06-18"), []);
}

#[test]
fn an_ending_that_was_called_off_asks_for_nothing() {
    let (mut partner, number) = talked();
    partner.plan_review(number, Some(day("2026-06-18"))).unwrap();
    at(TODAY, |moment| partner.move_stage(Stage::Active, day(TODAY), None, moment)).unwrap();
    assert_eq!(rows(&partner, "2026-08-01"), []);
}

#[test]
fn two_chapters_ask_apart() {
    let (mut partner, number) = closed();
    at(TODAY, |moment| partner.move_stage(Stage::Active, day(TODAY), None, moment)).unwrap();
    let next = super::given::begin(&mut partner, super::given::new_ending()).unwrap();
    partner.book_talk(next, Some(day(TODAY))).unwrap();
    let both = rows(&partner, "2026-06-29");
    assert_eq!(both.len(), 2);
    assert!(both.contains(&Wanted::Note) && both.contains(&Wanted::Talk));
    assert!(chapter(&partner, number).keep.done_on.is_none());
}
