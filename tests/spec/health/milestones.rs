//! Milestones: reached on time, late, or not.

use bridgekeeper::domain::health::Component;

use super::given::{Story, ago, done, dropped, moved, open, promise};

fn check(dates: bridgekeeper::domain::Promise, points: impl Into<Option<f64>>) {
    let story = Story::active(730).milestone(dates);
    assert_eq!(story.points(Component::Milestones), points.into());
}

#[test]
fn none_is_missing() {
    assert_eq!(Story::active(730).points(Component::Milestones), None);
}

#[test]
fn reached_on_time_late_and_not() {
    check(done(20, 20), 100.0);
    check(done(20, 19), 50.0);
    check(done(170, 1), 50.0);
    check(open(1), 0.0);
}

#[test]
fn a_target_counts_from_the_day_after_it_for_180_days() {
    check(open(0), None);
    check(open(1), 0.0);
    check(open(179), 0.0);
    check(open(180), None);
}

#[test]
fn reached_counts_for_180_days_whenever_it_was_due() {
    check(done(-30, 0), 100.0);
    check(done(-30, 179), 100.0);
    check(done(-30, 180), None);
    check(done(400, 179), 50.0);
    check(done(400, 180), None);
    // Reached long ago, with a target in the last 180 days and before today.
    check(done(1, 300), 100.0);
    check(done(0, 300), None);
    check(done(179, 300), 100.0);
}

#[test]
fn two_moves_cost_half_and_dropping_takes_it_away() {
    let mut moved_twice = moved(open(40), &[(45, 30), (35, 20)]);
    moved_twice.keep(ago(20), ago(20)).unwrap();
    check(moved_twice, 50.0);
    check(dropped(open(20), 0), None);
    check(dropped(open(20), -1), 0.0);
}

#[test]
fn before_it_was_agreed_it_does_not_exist() {
    check(promise(ago(-1), ago(-1)), None);
}

#[test]
fn it_is_the_mean_of_all() {
    let story = Story::active(730).milestone(done(20, 20)).milestone(done(60, 44)).milestone(open(2));
    assert_eq!(story.points(Component::Milestones), Some(50.0));
}
