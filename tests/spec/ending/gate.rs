//! What stands in the way of closing, and how the steps follow one another.

use bridgekeeper::domain::checklist::MarkState;
use bridgekeeper::domain::ending::StepState::{Done, Later, Now};
use bridgekeeper::domain::ending::{Chapter, Missing, Step};
use bridgekeeper::domain::{Partner, Refusal, Stage};

use super::given::{
    act, agree, begun, chapter, clean_up, close, closed, finish, open_items, ready, talked, template, told,
    with_cause,
};
use crate::domain::given::{TODAY, day, line};

fn missing(partner: &Partner, number: u16) -> Vec<Missing> {
    chapter(partner, number).missing(partner, day(TODAY))
}

#[test]
fn everything_is_missing_in_the_beginning() {
    let (partner, number) = begun();
    let missing = missing(&partner, number);
    assert_eq!(missing[..2], [Missing::Talk, Missing::Story]);
    assert_eq!(missing[missing.len() - 2..], [Missing::DeletionByUs, Missing::DeletionByThem]);
    let items = missing.iter().filter(|one| matches!(one, Missing::Item(_))).count();
    // The items that apply without traction, less the two deletions, and the note that has a step of its own.
    assert_eq!(items, 10, "{missing:?}");
}

#[test]
fn what_is_done_is_not_missing_any_more() {
    let (mut partner, number) = talked();
    assert!(!missing(&partner, number).contains(&Missing::Talk));
    partner.tell_story(number, told("We tried.")).unwrap();
    assert!(missing(&partner, number).contains(&Missing::Story), "words alone are not agreed");
    agree(&mut partner, number).unwrap();
    assert!(!missing(&partner, number).contains(&Missing::Story));
    clean_up(&mut partner, number);
    assert_eq!(missing(&partner, number), []);
}

#[test]
fn deletion_is_confirmed_in_writing_by_both_sides_or_it_is_missing() {
    for (item, expected) in
        [("delete-theirs", Missing::DeletionByUs), ("delete-ours", Missing::DeletionByThem)]
    {
        let (mut partner, number) = ready();
        let run = chapter(&partner, number).ending.run;
        partner.playbooks.set_state(run, item, MarkState::Open, day(TODAY)).unwrap();
        assert_eq!(missing(&partner, number), std::slice::from_ref(&expected));
        let aside = MarkState::NotApplicable { on: day(TODAY), by: None, reason: line("We had none") };
        partner.playbooks.set_state(run, item, aside, day(TODAY)).unwrap();
        assert_eq!(missing(&partner, number), [expected], "whoever held nothing says so in writing");
        assert_eq!(close(&mut partner, number).unwrap_err(), Refusal::GateStaysOpen { count: 1 });
    }
}

#[test]
fn the_checklist_asks_for_both_confirmations_in_writing() {
    use bridgekeeper::domain::checklist::EvidenceKind;
    for id in ["delete-theirs", "delete-ours"] {
        let item = template().item(id).unwrap();
        assert!(item.required && item.evidence == EvidenceKind::Written && item.only_if.is_empty());
    }
    assert_eq!(template().item("hold-call").unwrap().evidence, EvidenceKind::Note);
    assert!(!template().item("alumni-note").unwrap().required);
}

#[test]
fn an_item_that_does_not_apply_needs_its_reason_and_is_not_missing() {
    let (mut partner, number) = ready();
    let run = chapter(&partner, number).ending.run;
    partner.playbooks.set_state(run, "listings", MarkState::Open, day(TODAY)).unwrap();
    assert_eq!(missing(&partner, number).len(), 1);
    let aside = MarkState::NotApplicable { on: day(TODAY), by: None, reason: line("Listed nowhere") };
    partner.playbooks.set_state(run, "listings", aside, day(TODAY)).unwrap();
    assert_eq!(missing(&partner, number), []);
}

#[test]
fn a_list_that_is_gone_is_missing() {
    let (mut partner, number) = ready();
    let run = chapter(&partner, number).ending.run;
    partner.playbooks.remove(run).unwrap();
    assert_eq!(missing(&partner, number), [Missing::List]);
}

#[test]
fn closing_is_refused_while_anything_is_missing_and_changes_nothing() {
    let (mut partner, number) = talked();
    let before = partner.clone();
    let count = missing(&partner, number).len();
    assert_eq!(close(&mut partner, number).unwrap_err(), Refusal::GateStaysOpen { count });
    assert_eq!(partner, before);
}

#[test]
fn closing_moves_to_alumni_and_finishes_the_clean_up() {
    let (partner, number) = closed();
    let chapter = chapter(&partner, number);
    assert_eq!(chapter.ending.closed_on, Some(day(TODAY)));
    assert_eq!(partner.stage_on(day(TODAY)), Stage::Alumni);
    assert_eq!(chapter.sheet(&partner, day(TODAY)).unwrap().run.finished_on, Some(day(TODAY)));
}

#[test]
fn a_clean_up_that_was_finished_by_hand_can_be_closed() {
    let (mut partner, number) = ready();
    let run = chapter(&partner, number).ending.run;
    partner.playbooks.finish(run, None, day(TODAY)).unwrap();
    close(&mut partner, number).unwrap();
}

#[test]
fn the_steps_follow_one_another() {
    let states = |partner: &Partner, number| chapter(partner, number).states(partner, day(TODAY));
    let (partner, number) = begun();
    assert_eq!(states(&partner, number), [Now, Later, Later, Later, Later]);
    let (mut partner, number) = talked();
    assert_eq!(states(&partner, number), [Done, Now, Later, Later, Later]);
    let cause = with_cause(&mut partner, number, "Training without an owner");
    act(&mut partner, number, cause, "2026-07-01").unwrap();
    assert_eq!(states(&partner, number), [Done, Now, Later, Done, Later], "a step may be taken early");
    let (mut partner, number) = ready();
    assert_eq!(states(&partner, number), [Done, Done, Done, Now, Later]);
    partner.send_note(number, day(TODAY), day(TODAY)).unwrap();
    assert_eq!(states(&partner, number), [Done, Done, Done, Now, Done]);
}

#[test]
fn a_lesson_is_learnt_when_every_cause_has_its_action() {
    let (mut partner, number) = talked();
    let is_learnt = |partner: &Partner| chapter(partner, number).is_done(Step::Lesson, partner, day(TODAY));
    assert!(!is_learnt(&partner));
    let cause = with_cause(&mut partner, number, "Training without an owner");
    assert!(!is_learnt(&partner));
    act(&mut partner, number, cause, "2026-07-01").unwrap();
    assert!(is_learnt(&partner));
    with_cause(&mut partner, number, "Wrong market");
    assert!(!is_learnt(&partner));
}

#[test]
fn each_item_is_missing_by_its_own_words() {
    let (mut partner, number) = ready();
    let chapter: Chapter = chapter(&partner, number);
    partner.playbooks.set_state(chapter.ending.run, "review", MarkState::Open, day(TODAY)).unwrap();
    let words = template().item("review").unwrap().text.clone();
    assert_eq!(missing(&partner, number), [Missing::Item(words)]);
    assert_eq!(open_items(&partner, &chapter), ["review"]);
    finish(&mut partner, &chapter, "review");
    assert_eq!(missing(&partner, number), []);
}
