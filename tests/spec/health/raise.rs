//! What would raise the score, one thing at a time.

use bridgekeeper::domain::Direction::Get;
use bridgekeeper::domain::Side::{Ours, Theirs};
use bridgekeeper::domain::contact::Role;
use bridgekeeper::domain::health::{Component, HealthModel, Raise, Step};
use bridgekeeper::domain::pulse::RatedBy::Us;

use super::given::{Story, ago, done, open, person, today};
use super::score::example;

fn raises(story: &Story) -> Vec<(Step, u8)> {
    story.case().raise(today()).iter().map(|raise| (raise.step, raise.gain)).collect()
}

fn gain(story: &Story, step: Step) -> Option<u8> {
    raises(story).into_iter().find(|(other, _)| *other == step).map(|(_, gain)| gain)
}

#[test]
fn the_worked_example_is_raised_best_first() {
    let story = example();
    let security_pack = *story.partner.commitments.keys().last().unwrap();
    assert_eq!(
        raises(&story),
        [
            (Step::Win, 11),
            (Step::Sponsor(Some(person(1))), 3),
            (Step::LeadBecameMeeting, 3),
            (Step::CloseCommitment(security_pack), 1),
            (Step::Touch(Some(person(1))), 1),
            (Step::Get, 1),
            (Step::PulseByUs, 1),
            (Step::PulseByThem, 1),
        ]
    );
}

#[test]
fn a_raise_says_what_its_component_was_and_becomes() {
    let story = example();
    let of = |step| *story.case().raise(today()).iter().find(|raise| raise.step == step).unwrap();
    let lead = of(Step::LeadBecameMeeting);
    let expected = Raise { step: lead.step, gain: 3, component: Component::Traction, from: Some(65), to: 77 };
    assert_eq!(lead, expected);
    assert_eq!((of(Step::PulseByUs).from, of(Step::PulseByUs).to), (None, 100));
}

#[test]
fn each_gain_is_that_of_the_model_run_again() {
    let story = example();
    let then = story.clone().lead(today()).now().score.unwrap();
    assert_eq!(gain(&story, Step::LeadBecameMeeting), Some(then - story.now().score.unwrap()));
}

#[test]
fn only_what_gains_is_listed() {
    let full = Story::active(100).lead(ago(1)).touch(ago(0)).pulse(ago(1), Us, 5);
    let full = full.win(ago(1)).win(ago(1));
    assert_eq!(full.now().score, Some(100));
    assert_eq!(raises(&full), []);
}

#[test]
fn below_30_percent_the_list_of_what_to_record_stands_instead() {
    let story = Story::active(30).touch(ago(100));
    assert_eq!(story.now().coverage, 15);
    assert_eq!(raises(&story), []);
    assert!(!story.now().to_record().is_empty());
}

#[test]
fn a_touch_is_tried_with_everybody_there() {
    // Two voices are needed; the second person has been silent for half a year.
    let story = Story::active(730)
        .lead(ago(1))
        .colleague(1)
        .colleague(2)
        .touch_with(ago(1), &[person(1)])
        .touch_with(ago(300), &[person(2)]);
    assert_eq!(gain(&story, Step::Touch(Some(person(2)))), Some(5));
    assert_eq!(gain(&story, Step::Touch(Some(person(1)))), None);
    let told = story.case().raise(today());
    let touch = told.iter().find(|raise| matches!(raise.step, Step::Touch(_))).unwrap();
    assert_eq!(touch.component, Component::Relationship, "that is where it helps");
}

#[test]
fn with_nobody_there_somebody_new_would_be_the_champion_and_would_be_spoken_with() {
    let story = Story::active(730).lead(ago(1)).touch(ago(1)).employed(1, None, Some(ago(20)));
    assert_eq!(gain(&story, Step::Champion(None)), Some(7));
    assert_eq!(gain(&story, Step::Sponsor(None)), Some(5));
    assert_eq!(gain(&story, Step::Touch(None)), None);
}

#[test]
fn a_champion_who_has_never_been_spoken_with_would_not_help() {
    let story = Story::active(730).lead(ago(1)).touch(ago(1)).colleague(1).colleague(2);
    assert_eq!(gain(&story, Step::Champion(Some(person(1)))), None);
    let spoken = story.touch_with(ago(1), &[person(2)]);
    assert_eq!(gain(&spoken, Step::Champion(Some(person(2)))), Some(7), "the one who gains most");
}

#[test]
fn each_overdue_promise_and_each_milestone_due_is_a_step_of_its_own() {
    let story = Story::active(730)
        .touch(ago(1))
        .promise(Ours, open(3))
        .promise(Theirs, open(30))
        .promise(Theirs, open(0))
        .milestone(open(0))
        .milestone(open(400))
        .milestone(open(-1))
        .milestone(done(20, 20));
    let [ours, theirs, _] = story.partner.commitments.keys().copied().collect::<Vec<_>>()[..] else {
        panic!()
    };
    let [due, old, later, _] = story.partner.milestones.keys().copied().collect::<Vec<_>>()[..] else {
        panic!()
    };
    assert_eq!(gain(&story, Step::CloseCommitment(ours)), Some(7));
    assert_eq!(gain(&story, Step::CloseCommitment(theirs)), Some(4));
    // Reached today it is on time, and the mean is full already.
    assert_eq!(gain(&story, Step::ReachMilestone(due)), None);
    assert_eq!(gain(&story, Step::ReachMilestone(old)), None);
    assert_eq!(gain(&story, Step::ReachMilestone(later)), None);
    let missed = Story::active(730).touch(ago(1)).lead(ago(1)).milestone(open(3)).milestone(open(0));
    let [missed_one, due] = missed.partner.milestones.keys().copied().collect::<Vec<_>>()[..] else {
        panic!()
    };
    assert_eq!(gain(&missed, Step::ReachMilestone(missed_one)), Some(9));
    assert_eq!(gain(&missed, Step::ReachMilestone(due)), Some(9));
}

#[test]
fn equal_gains_keep_the_order_of_the_rules() {
    let mut edition = HealthModel::DEFAULT.edition(today());
    edition.active = vec![0, 0, 0, 0, 50, 0, 50];
    let story = Story::active(730).ledger(ago(1), Get, 1).pulse(ago(1), Us, 1);
    let story = story.with_model(edition.model().unwrap());
    // A give balances the ledger: 50 points. A better rating: 50; one by them: 25.
    assert_eq!(raises(&story), [(Step::Give, 50), (Step::PulseByUs, 50), (Step::PulseByThem, 25)]);
}

#[test]
fn nothing_is_raised_in_a_stage_that_is_not_scored() {
    let story =
        Story::launched(bridgekeeper::domain::Stage::Paused, ago(100)).role(1, Role::Champion, None, None);
    assert_eq!(raises(&story), []);
}
