//! The records that a component rests on.

use bridgekeeper::domain::Direction::Give;
use bridgekeeper::domain::Side::Ours;
use bridgekeeper::domain::contact::Role;
use bridgekeeper::domain::health::{Component, RecordId};
use bridgekeeper::domain::pulse::RatedBy::{Them, Us};

use super::given::{Story, ago, done, open, person, today};
use super::score::example;

fn records(story: &Story, component: Component) -> Vec<RecordId> {
    story.case().records(component, today())
}

#[test]
fn the_worked_example_rests_on_as_many_records_as_it_says() {
    let counts = Component::ALL.map(|component| records(&example(), component).len());
    assert_eq!(counts, [4, 6, 1, 2, 3, 2, 0]);
}

#[test]
fn traction_rests_on_the_events_that_count() {
    let story = |days| Story::active(days).lead(ago(1)).lead(ago(90)).lead(ago(179)).lead(ago(180));
    assert_eq!(records(&story(730), Component::Traction).len(), 3);
    assert_eq!(records(&story(179), Component::Traction).len(), 1, "early only the last 90 days do");
}

#[test]
fn engagement_rests_on_the_last_touch_alone() {
    let story = Story::active(730).touch(ago(3)).touch(ago(40)).mail(ago(1));
    let first = *story.partner.touchpoints.keys().next().unwrap();
    assert_eq!(records(&story, Component::Engagement), [RecordId::Touchpoint(first)]);
}

#[test]
fn promises_and_milestones_rest_on_what_is_counted() {
    let story =
        Story::active(730).promise(Ours, open(-1)).promise(Ours, open(1)).promise(Ours, done(200, 200));
    let overdue = *story.partner.commitments.keys().nth(1).unwrap();
    assert_eq!(records(&story, Component::Commitments), [RecordId::Commitment(overdue)]);
    let story = Story::active(730).milestone(open(0)).milestone(done(9, 9));
    let reached = *story.partner.milestones.keys().nth(1).unwrap();
    assert_eq!(records(&story, Component::Milestones), [RecordId::Milestone(reached)]);
}

#[test]
fn give_and_get_rest_on_180_days_and_pulse_on_the_latest_of_each_side() {
    let story = Story::active(730).ledger(ago(179), Give, 1).ledger(ago(180), Give, 1);
    assert_eq!(records(&story, Component::Reciprocity).len(), 1);
    let story = Story::active(730).pulse(ago(9), Us, 3).pulse(ago(3), Us, 3).pulse(ago(89), Them, 3);
    let [_, ours, theirs] = story.partner.pulses.keys().copied().collect::<Vec<_>>()[..] else { panic!() };
    assert_eq!(records(&story, Component::Pulse), [RecordId::Pulse(ours), RecordId::Pulse(theirs)]);
}

#[test]
fn the_relationship_rests_on_champion_sponsor_and_voices() {
    let story = Story::active(730)
        .colleague(1)
        .role(1, Role::Champion, None, None)
        .colleague(2)
        .role(2, Role::EconomicSponsor, None, None)
        .colleague(3)
        .colleague(4)
        .employed(5, None, Some(ago(1)))
        .touch_with(ago(9), &[person(3), person(5)])
        .touch_with(ago(180), &[person(4)]);
    let people = [1, 2, 3].map(|number| RecordId::Contact(person(number)));
    assert_eq!(records(&story, Component::Relationship), people);
}

#[test]
fn a_stage_that_is_not_scored_rests_on_nothing() {
    let story = Story::launched(bridgekeeper::domain::Stage::Ending, ago(9)).touch(ago(1));
    assert_eq!(records(&story, Component::Engagement), []);
}
