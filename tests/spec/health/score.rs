//! The score: worked example, rounding, coverage and range.

use bridgekeeper::domain::Direction::{Get, Give};
use bridgekeeper::domain::Side::{Ours, Theirs};
use bridgekeeper::domain::contact::Role;
use bridgekeeper::domain::health::{Band, Component, Confidence, Health, HealthModel, ModelEdition};
use bridgekeeper::domain::pulse::RatedBy;
use bridgekeeper::domain::{Stage, TractionKind};

use super::given::{Story, ago, done, open, person, today};

/// The worked example of the rules.
pub fn example() -> Story {
    let story = Story::active(300)
        .result(ago(20), TractionKind::SourcedOpportunity)
        .lead(ago(50))
        .win(ago(120))
        .result(ago(150), TractionKind::LiveJointCustomer)
        .promise(Ours, done(20, 20))
        .promise(Ours, done(40, 41))
        .promise(Ours, done(60, 60))
        .promise(Ours, done(80, 77))
        .promise(Theirs, done(30, 30))
        .promise(Theirs, open(9))
        .milestone(done(100, 100))
        .milestone(done(90, 74))
        .ledger(ago(13), Give, 5)
        .ledger(ago(22), Give, 3)
        .ledger(ago(16), Get, 3);
    let story = story.colleague(1).role(1, Role::Champion, None, None).colleague(2);
    story.touch_with(ago(36), &[person(1)]).touch_with(ago(50), &[person(2)])
}

#[test]
fn the_worked_example_holds_to_the_digit() {
    let story = example();
    let points: Vec<_> = Component::ALL.map(|component| story.points(component)).to_vec();
    let expected = [Some(65.0), Some(68.75), Some(90.0), Some(75.0), Some(77.92), Some(70.0), None];
    assert_eq!(points, expected);
    let health = story.now();
    assert_eq!(health.score, Some(73));
    assert_eq!(health.band, Band::Watch);
    assert_eq!(health.coverage, 95);
    assert_eq!(health.range, (69, 74));
    assert_eq!(health.confidence(), Confidence::High);
}

#[test]
fn the_worked_example_shows_what_each_component_earned_of_what_it_could() {
    let health = example().now();
    let tenths =
        Component::ALL.map(|component| (health.earned_tenths(component), health.possible_tenths(component)));
    assert_eq!(
        tenths,
        [(205, 316), (145, 211), (142, 158), (79, 105), (82, 105), (74, 105), (0, 0)],
        "as on the drawing of the screen"
    );
    assert_eq!(health.total_tenths(), 727);
    assert_eq!(health.to_record(), [Component::Pulse]);
}

/// A model in which only these components of the profile *Active* count.
fn only(weights: &[(Component, i32)]) -> HealthModel {
    let mut edition = HealthModel::DEFAULT.edition(today());
    edition.active = vec![0; 7];
    for (component, weight) in weights {
        edition.active[*component as usize] = *weight;
    }
    edition.model().unwrap()
}

/// Pulse earns 100 and engagement nothing, by these weights, with these limits.
fn pulse_against_engagement(pulse: i32, engagement: i32, limits: [i32; 3]) -> Health {
    let story = Story::active(730).pulse(ago(1), RatedBy::Us, 5).touch(ago(400));
    let edition = only(&[(Component::Pulse, pulse), (Component::Engagement, engagement)]).edition(today());
    story.with_model(ModelEdition { limits: limits.to_vec(), ..edition }.model().unwrap()).now()
}

#[test]
fn a_half_is_rounded_up_before_the_band_is_read_off() {
    let check = |weights: (i32, i32), score, tenths, by_score| {
        let health = pulse_against_engagement(weights.0, weights.1, [80, 63, 40]);
        assert_eq!((health.score, health.total_tenths(), health.by_score), (Some(score), tenths, by_score));
    };
    check((1, 1), 50, 500, Band::AtRisk);
    // 62.5
    check((5, 3), 63, 625, Band::Watch);
    // 62.0 and 62.4, shown with one decimal as 62.4
    check((62, 38), 62, 620, Band::AtRisk);
    check((53, 32), 62, 624, Band::AtRisk);
    // 0.5 and just below it
    check((1, 99), 1, 10, Band::Critical);
    check((100, 67), 60, 599, Band::AtRisk);
}

#[test]
fn thirds_and_sevenths_are_added_without_drift() {
    // Engagement 98.33…, reciprocity 77.92…, milestones 50, pulse 62.5.
    let story = Story::active(730)
        .touch(ago(31))
        .ledger(ago(1), Give, 5)
        .ledger(ago(1), Give, 3)
        .ledger(ago(1), Get, 3)
        .milestone(done(20, 19))
        .pulse(ago(1), RatedBy::Us, 5)
        .pulse(ago(1), RatedBy::Them, 2);
    let weights = [
        (Component::Engagement, 3),
        (Component::Reciprocity, 77),
        (Component::Milestones, 1),
        (Component::Pulse, 2),
    ];
    // 295 + 6000 + 50 + 125 = 6470 of 83 = 77.95…
    assert_eq!(story.with_model(only(&weights)).now().total_tenths(), 780);
}

#[test]
fn coverage_is_rounded_half_up_and_below_30_percent_there_is_no_score() {
    let story = |present: i32, missing: i32| {
        let mut story = Story::active(730).pulse(ago(1), RatedBy::Us, 5);
        story.model = only(&[(Component::Pulse, present), (Component::Milestones, missing)]);
        story.now()
    };
    let check = |present, missing, coverage, score, confidence| {
        let health = story(present, missing);
        assert_eq!((health.coverage, health.score, health.confidence()), (coverage, score, confidence));
        assert_eq!(health.range.1, 100);
    };
    check(30, 70, 30, Some(100), Confidence::Low);
    check(29, 71, 29, None, Confidence::TooLow);
    check(59, 100, 37, Some(100), Confidence::Low);
    check(49, 51, 49, Some(100), Confidence::Low);
    check(50, 50, 50, Some(100), Confidence::Medium);
    check(79, 21, 79, Some(100), Confidence::Medium);
    check(80, 20, 80, Some(100), Confidence::High);
    // 29.5 % is 30 %.
    check(18, 43, 30, Some(100), Confidence::Low);
    check(23, 55, 29, None, Confidence::TooLow);
}

#[test]
fn without_enough_data_the_range_stays_and_says_what_to_record() {
    let health = Story::active(30).pulse(ago(1), RatedBy::Us, 5).now();
    assert_eq!((health.score, health.band, health.coverage), (None, Band::NotEnoughData, 5));
    assert_eq!(health.range, (5, 100));
    assert_eq!(health.to_record()[..3], [Component::Traction, Component::Commitments, Component::Engagement]);
    assert_eq!(health.to_record().len(), 6);
}

#[test]
fn with_nothing_at_all_the_range_is_everything() {
    let health = Story::active(0).now();
    assert_eq!((health.score, health.band, health.coverage), (None, Band::NotEnoughData, 0));
    assert_eq!(health.range, (0, 100));
    assert_eq!(health.total_tenths(), 0);
}

#[test]
fn only_onboarding_and_active_are_scored() {
    for stage in Stage::ALL {
        let story = Story::launched(stage, ago(10));
        assert_eq!(story.case().health(today()).is_some(), stage.is_worked_with(), "{stage:?}");
    }
    assert!(Story::active(10).case().health(ago(11)).is_none(), "before the first stage");
    assert!(Story::active(10).case().health(ago(10)).is_some());
}

#[test]
fn onboarding_has_weights_of_its_own() {
    let story = |stage| Story::launched(stage, ago(730)).touch(ago(75)).win(ago(1)).win(ago(1));
    // Traction 70, engagement 25; 5 : 20 and 30 : 15.
    assert_eq!(story(Stage::Onboarding).now().coverage, 25);
    let health = story(Stage::Onboarding).colleague(1).now();
    assert_eq!((health.coverage, health.total_tenths()), (40, 213));
    assert_eq!(story(Stage::Active).now().total_tenths(), 550);
}

#[test]
fn a_component_without_weight_counts_for_nothing() {
    let mut story = example();
    story.model = only(&[(Component::Engagement, 100)]);
    let health = story.now();
    assert_eq!((health.score, health.coverage, health.range), (Some(90), 100, (90, 90)));
    assert_eq!(health.to_record(), []);
    story.model = only(&[(Component::Pulse, 100)]);
    assert_eq!((story.now().score, story.now().coverage, story.now().range), (None, 0, (0, 100)));
}
