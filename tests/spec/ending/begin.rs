//! What can be ended, and what beginning does.

use bridgekeeper::domain::ending::{NewEnding, Scenario};
use bridgekeeper::domain::{Field, Refusal, Stage};

use super::given::{at_work, begin, begun, chapter, close, closed, new_ending, ready};
use crate::domain::given::{TODAY, at, day};

#[test]
fn an_ending_moves_to_its_stage_and_starts_the_clean_up() {
    let (partner, number) = begun();
    assert_eq!((number, partner.stage_on(day(TODAY))), (1, Stage::Ending));
    let chapter = chapter(&partner, number);
    let sheet = chapter.sheet(&partner, day(TODAY)).unwrap();
    assert_eq!(sheet.run.template, "offboarding");
    assert_eq!(sheet.run.answer("scenario"), Some("no-traction"));
    assert_eq!(sheet.run.anchor, day("2026-06-22"), "a week to tell whoever talks to them");
    assert!(chapter.is_open());
}

#[test]
fn the_scenario_picks_the_items() {
    let has = |scenario, item: &str| {
        let mut partner = at_work();
        let number = begin(&mut partner, NewEnding { scenario, ..new_ending() }).unwrap();
        chapter(&partner, number).sheet(&partner, day(TODAY)).unwrap().standing(item).is_some()
    };
    assert!(has(Scenario::Breach, "keep-evidence") && !has(Scenario::Mutual, "keep-evidence"));
    assert!(has(Scenario::Acquired, "new-owner") && !has(Scenario::NoTraction, "new-owner"));
    assert!(has(Scenario::Mutual, "joint-announcement") && !has(Scenario::Breach, "joint-announcement"));
}

#[test]
fn every_scenario_is_an_answer_of_the_checklist() {
    let question = super::given::template().question("scenario").unwrap();
    let answers: Vec<_> = question.answers.iter().map(|answer| answer.id.as_str()).collect();
    assert_eq!(answers, Scenario::ALL.map(Scenario::answer));
}

#[test]
fn the_note_to_the_person_is_no_item_because_it_has_a_step() {
    let (partner, number) = begun();
    let sheet_item = chapter(&partner, number);
    let sheet = sheet_item.sheet(&partner, day(TODAY)).unwrap();
    assert!(!sheet.standing("alumni-note").unwrap().is_open());
}

#[test]
fn what_has_not_begun_cannot_be_ended() {
    for stage in [Stage::Prospect, Stage::Qualifying] {
        let mut partner = crate::domain::given::partner();
        at("2026-06-01", |moment| partner.move_stage(stage, day("2026-06-01"), None, moment)).unwrap();
        let before = partner.clone();
        let refusal = begin(&mut partner, new_ending()).unwrap_err();
        assert_eq!(refusal, Refusal::NothingToEnd { stage: stage.name() });
        assert_eq!(partner, before, "nothing was changed");
    }
}

#[test]
fn what_has_ended_cannot_be_ended_again() {
    let (mut partner, _) = closed();
    assert_eq!(begin(&mut partner, new_ending()).unwrap_err(), Refusal::EndedAlready);
}

#[test]
fn one_ending_at_a_time() {
    let (mut partner, _) = begun();
    let refusal = begin(&mut partner, new_ending()).unwrap_err();
    assert_eq!(refusal, Refusal::EndingUnderWay { since: day(TODAY) });
}

#[test]
fn it_begins_today_or_before_and_within_the_present_stage() {
    let begin_on = |on: &str| begin(&mut at_work(), NewEnding { on: day(on), ..new_ending() });
    assert!(begin_on("2026-06-01").is_ok());
    assert_eq!(begin_on("2026-06-16").unwrap_err(), Refusal::InTheFuture { field: Field::On });
    let refusal = begin_on("2025-06-14").unwrap_err();
    assert!(
        matches!(refusal, Refusal::Before { field: Field::On, earliest, .. } if earliest == day("2025-06-15"))
    );
}

#[test]
fn the_conversation_is_booked_for_the_first_day_or_later() {
    let mut partner = at_work();
    let new = |talk_on: &str| NewEnding { talk_on: Some(day(talk_on)), ..new_ending() };
    let refusal = begin(&mut partner, new("2026-06-14")).unwrap_err();
    assert!(matches!(refusal, Refusal::Before { field: Field::Due, .. }));
    let number = begin(&mut partner, new("2026-06-25")).unwrap();
    let chapter = chapter(&partner, number);
    assert_eq!(chapter.talk.due, Some(day("2026-06-25")));
    assert_eq!(chapter.sheet(&partner, day(TODAY)).unwrap().run.anchor, day("2026-06-25"));
}

#[test]
fn whoever_is_in_the_stage_without_an_ending_can_begin_one() {
    let mut partner = at_work();
    at(TODAY, |moment| partner.move_stage(Stage::Ending, day(TODAY), None, moment)).unwrap();
    let changes = partner.stage_changes.len();
    begin(&mut partner, new_ending()).unwrap();
    assert_eq!(partner.stage_changes.len(), changes, "the stage is there already");
}

#[test]
fn an_ending_that_was_called_off_is_gone_on_with() {
    let (mut partner, number) = begun();
    let run = chapter(&partner, number).ending.run;
    at(TODAY, |moment| partner.move_stage(Stage::Active, day(TODAY), None, moment)).unwrap();
    let again = begin(&mut partner, NewEnding { scenario: Scenario::Breach, ..new_ending() }).unwrap();
    assert_eq!((again, partner.chapters().len()), (number, 1));
    let ending = chapter(&partner, number).ending;
    assert_eq!((ending.run, ending.scenario), (run, Scenario::Breach));
}

#[test]
fn working_together_again_is_a_new_chapter_and_the_old_one_stays() {
    let (mut partner, number) = closed();
    let old = chapter(&partner, number);
    at(TODAY, |moment| partner.move_stage(Stage::Active, day(TODAY), None, moment)).unwrap();
    let next = begin(&mut partner, new_ending()).unwrap();
    assert_eq!((next, partner.chapters().len()), (2, 2));
    assert_eq!(chapter(&partner, number), old);
    assert!(chapter(&partner, next).talk.done_on.is_none(), "nothing of the old one");
}

#[test]
fn the_stage_alumni_is_reached_through_the_gate() {
    let (mut partner, number) = begun();
    let by_hand = at(TODAY, |moment| partner.move_stage(Stage::Alumni, day(TODAY), None, moment));
    assert_eq!(by_hand.unwrap_err(), Refusal::EndingOpen);
    assert!(close(&mut partner, number).is_err());
    let (mut partner, number) = ready();
    close(&mut partner, number).unwrap();
    assert_eq!(partner.stage_on(day(TODAY)), Stage::Alumni);
}

#[test]
fn a_clean_up_that_was_deleted_is_started_anew() {
    let (mut partner, number) = begun();
    let run = chapter(&partner, number).ending.run;
    partner.playbooks.remove(run).unwrap();
    let restart = |partner: &mut bridgekeeper::domain::Partner| {
        at(TODAY, |moment| {
            let elsewhere = crate::domain::given::line("It is the last step");
            partner.restart_clean_up(number, super::given::template(), elsewhere, moment)
        })
    };
    restart(&mut partner).unwrap();
    let new = chapter(&partner, number).ending.run;
    assert!(new != run && partner.playbooks.runs.contains_key(&new));
    restart(&mut partner).unwrap();
    assert_eq!(chapter(&partner, number).ending.run, new, "one that is there stays");
}
