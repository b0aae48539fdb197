//! Commitments: promises of both sides, on time, late, and open past their day.

use bridgekeeper::domain::Side::{Ours, Theirs};
use bridgekeeper::domain::health::Component;

use super::given::{Story, ago, done, dropped, moved, open, promise};

fn check(story: &Story, points: impl Into<Option<f64>>) {
    assert_eq!(story.points(Component::Commitments), points.into());
}

/// A story with one promise kept on time, which counts fully.
fn with_one_kept() -> Story {
    Story::active(730).promise(Ours, done(20, 20))
}

/// What one promise earns beside one kept on time, in hundredths: `None` when it is not counted.
fn earns(other: bridgekeeper::domain::Promise) -> Option<f64> {
    let points = with_one_kept().promise(Ours, other).points(Component::Commitments);
    points.map(|mean| mean * 2.0 - 100.0)
}

#[test]
fn fewer_than_two_counted_items_are_too_few() {
    check(&Story::active(730), None);
    check(&with_one_kept(), None);
    check(&with_one_kept().promise(Theirs, open(-5)), None);
    check(&with_one_kept().promise(Theirs, done(20, 20)), 100.0);
}

#[test]
fn on_time_late_and_very_late() {
    assert_eq!(earns(done(20, 30)), Some(100.0));
    assert_eq!(earns(done(20, 20)), Some(100.0));
    assert_eq!(earns(done(20, 19)), Some(50.0));
    assert_eq!(earns(done(20, 13)), Some(50.0));
    assert_eq!(earns(done(20, 12)), Some(25.0));
    assert_eq!(earns(done(150, 1)), Some(25.0));
}

#[test]
fn open_counts_from_the_day_after_it_was_due_and_then_however_old() {
    assert_eq!(earns(open(-1)), None);
    assert_eq!(earns(open(0)), None);
    assert_eq!(earns(open(1)), Some(0.0));
    assert_eq!(earns(open(700)), Some(0.0));
}

#[test]
fn what_was_done_counts_while_done_or_due_in_the_last_180_days() {
    assert_eq!(earns(done(179, 179)), Some(100.0));
    assert_eq!(earns(done(180, 180)), None);
    // Done long before it was due.
    assert_eq!(earns(done(179, 300)), Some(100.0));
    assert_eq!(earns(done(0, 300)), Some(100.0));
    assert_eq!(earns(done(-1, 300)), None);
    assert_eq!(earns(done(-1, 179)), Some(100.0));
    // Due long before it was done.
    assert_eq!(earns(done(600, 179)), Some(25.0));
    assert_eq!(earns(done(600, 180)), None);
}

#[test]
fn what_is_done_tomorrow_is_open_today() {
    let tomorrow = {
        let mut it = promise(ago(30), ago(5));
        it.keep(ago(-1), ago(-1)).unwrap();
        it
    };
    assert_eq!(earns(tomorrow), Some(0.0));
}

#[test]
fn what_was_dropped_leaves_from_that_day() {
    assert_eq!(earns(dropped(open(20), 0)), None);
    assert_eq!(earns(dropped(open(20), 10)), None);
    assert_eq!(earns(dropped(open(20), -1)), Some(0.0));
}

#[test]
fn what_is_promised_tomorrow_does_not_exist_yet() {
    assert_eq!(earns(promise(ago(-1), ago(-1))), None);
}

#[test]
fn two_moves_cost_half() {
    let one = moved(open(40), &[(45, 30)]);
    let two = moved(open(40), &[(45, 30), (35, 20)]);
    let done = |mut promise: bridgekeeper::domain::Promise, days| {
        promise.keep(ago(days), ago(days)).unwrap();
        earns(promise)
    };
    assert_eq!(done(one, 30), Some(100.0));
    assert_eq!(done(two.clone(), 20), Some(50.0));
    assert_eq!(done(two.clone(), 18), Some(50.0), "late is half, too");
    assert_eq!(done(two.clone(), 2), Some(25.0));
    assert_eq!(earns(two), Some(0.0));
}

#[test]
fn the_component_is_the_mean_of_the_sides_that_have_any() {
    let ours = with_one_kept().promise(Ours, done(30, 29)).promise(Ours, done(40, 40));
    check(&ours, 83.33);
    check(&ours.clone().promise(Theirs, open(5)), 41.67);
    check(&ours.promise(Theirs, open(-5)), 83.33);
    check(&Story::active(730).promise(Theirs, done(5, 5)).promise(Theirs, open(1)), 50.0);
}
