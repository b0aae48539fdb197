//! The whys as a chain that branches, and one action for each root cause.

use bridgekeeper::domain::{Field, Partner, Refusal};

use super::given::{act, action, answer, begun, chapter, closed, with_cause};
use crate::domain::given::{TODAY, at, day, line};

fn tree(partner: &Partner, number: u16) -> Vec<(usize, String)> {
    let chapter = chapter(partner, number);
    chapter.branches().iter().map(|branch| (branch.depth, branch.why.what.to_string())).collect()
}

#[test]
fn each_answer_is_followed_by_what_was_asked_beneath_it() {
    let (mut partner, number) = begun();
    let first = answer(&mut partner, number, None, "A");
    answer(&mut partner, number, None, "B");
    let beneath = answer(&mut partner, number, Some(first), "A1");
    answer(&mut partner, number, Some(first), "A2");
    answer(&mut partner, number, Some(beneath), "A1x");
    let told = tree(&partner, number);
    let told: Vec<_> = told.iter().map(|(depth, what)| (*depth, what.as_str())).collect();
    assert_eq!(told, [(0, "A"), (1, "A1"), (2, "A1x"), (1, "A2"), (0, "B")]);
}

#[test]
fn the_last_answer_of_a_branch_is_the_cause() {
    let (mut partner, number) = begun();
    let first = answer(&mut partner, number, None, "No opportunity");
    let last = answer(&mut partner, number, Some(first), "Nobody owned training");
    let refusal = partner.name_cause(number, first, Some(line("Training"))).unwrap_err();
    assert_eq!(refusal, Refusal::NotTheLastWhy);
    partner.name_cause(number, last, Some(line("Training"))).unwrap();
    let further = at(TODAY, |moment| partner.answer_why(number, Some(last), line("Why?"), moment));
    assert_eq!(further.unwrap_err(), Refusal::CauseHere);
    let chapter = chapter(&partner, number);
    assert_eq!(chapter.causes().iter().map(|cause| cause.id).collect::<Vec<_>>(), [last]);
    partner.name_cause(number, last, None).unwrap();
    answer(&mut partner, number, Some(last), "Nobody was asked to");
}

#[test]
fn a_chain_can_end_in_several_causes() {
    let (mut partner, number) = begun();
    let first = answer(&mut partner, number, None, "No opportunity");
    for cause in ["Training", "Market"] {
        let last = answer(&mut partner, number, Some(first), cause);
        partner.name_cause(number, last, Some(line(cause))).unwrap();
    }
    assert_eq!(chapter(&partner, number).causes().len(), 2);
}

#[test]
fn an_answer_goes_with_everything_beneath_it() {
    let (mut partner, number) = begun();
    let other = answer(&mut partner, number, None, "B");
    let cause = with_cause(&mut partner, number, "Training");
    act(&mut partner, number, cause, "2026-07-01").unwrap();
    let first = chapter(&partner, number).whys.iter().find(|(id, _)| *id == cause).unwrap().1.parent.unwrap();
    partner.remove_why(number, first).unwrap();
    let chapter = chapter(&partner, number);
    assert_eq!(chapter.whys.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [other]);
    assert_eq!(chapter.actions, []);
}

#[test]
fn an_answer_whose_question_was_deleted_elsewhere_stands_with_the_first_ones() {
    let (mut partner, number) = begun();
    let first = answer(&mut partner, number, None, "A");
    answer(&mut partner, number, Some(first), "A1");
    partner.endings.remove(&first);
    assert_eq!(tree(&partner, number), [(0, "A1".to_owned())]);
}

#[test]
fn a_cause_has_one_action() {
    let (mut partner, number) = begun();
    let first = answer(&mut partner, number, None, "A");
    assert_eq!(act(&mut partner, number, first, "2026-07-01").unwrap_err(), Refusal::NotACause);
    let cause = with_cause(&mut partner, number, "Training");
    let id = act(&mut partner, number, cause, "2026-07-01").unwrap();
    assert_eq!(act(&mut partner, number, cause, "2026-07-01").unwrap_err(), Refusal::HasAction);
    partner.edit_action(number, id, action("2026-08-01")).unwrap();
    let chapter = chapter(&partner, number);
    assert_eq!(chapter.action_of(cause).unwrap().1.due, day("2026-08-01"));
}

#[test]
fn an_action_is_done_on_a_day_that_has_come_and_can_be_open_again() {
    let (mut partner, number) = begun();
    let cause = with_cause(&mut partner, number, "Training");
    let id = act(&mut partner, number, cause, "2026-07-01").unwrap();
    let mut finish = |on: Option<&str>| partner.finish_action(number, id, on.map(day), day(TODAY));
    assert_eq!(finish(Some("2026-06-16")).unwrap_err(), Refusal::InTheFuture { field: Field::DoneOn });
    finish(Some(TODAY)).unwrap();
    finish(None).unwrap();
    partner.remove_action(number, id).unwrap();
    assert_eq!(chapter(&partner, number).actions, []);
    let gone = partner.remove_action(number, id).unwrap_err();
    assert_eq!(gone, Refusal::Gone { what: "This action" });
}

#[test]
fn a_closed_chapter_is_still_learnt_from() {
    let (mut partner, number) = closed();
    let cause = with_cause(&mut partner, number, "Training");
    let id = act(&mut partner, number, cause, "2026-07-01").unwrap();
    partner.finish_action(number, id, Some(day(TODAY)), day(TODAY)).unwrap();
    partner.plan_review(number, Some(day("2026-06-20"))).unwrap();
    partner.hold_review(number, Some(day(TODAY)), day(TODAY)).unwrap();
    let refusal = partner.hold_review(number, Some(day("2026-06-16")), day(TODAY)).unwrap_err();
    assert_eq!(refusal, Refusal::InTheFuture { field: Field::On });
}
