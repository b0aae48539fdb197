//! Pulse: the latest rating of each side in the last 90 days.

use bridgekeeper::domain::health::Component;
use bridgekeeper::domain::pulse::RatedBy::{Them, Us};

use super::given::{Story, ago};

fn check(story: &Story, points: impl Into<Option<f64>>) {
    assert_eq!(story.points(Component::Pulse), points.into());
}

fn rated(rating: u8) -> Story {
    Story::active(730).pulse(ago(5), Us, rating)
}

#[test]
fn each_rating_is_worth_25_points_above_the_lowest() {
    check(&Story::active(730), None);
    let points: Vec<_> = (1..=5).map(|rating| rated(rating).points(Component::Pulse).unwrap()).collect();
    assert_eq!(points, [0.0, 25.0, 50.0, 75.0, 100.0]);
}

#[test]
fn it_is_the_mean_over_the_sides() {
    check(&rated(5).pulse(ago(5), Them, 2), 62.5);
}

#[test]
fn the_latest_of_a_side_counts_and_on_one_day_the_last_entered() {
    check(&rated(5).pulse(ago(4), Us, 1), 0.0);
    check(&rated(5).pulse(ago(6), Us, 1), 100.0);
    check(&rated(5).pulse(ago(5), Us, 1), 0.0);
}

#[test]
fn a_rating_holds_for_90_days() {
    check(&Story::active(730).pulse(ago(89), Us, 5), 100.0);
    check(&Story::active(730).pulse(ago(90), Us, 5), None);
    check(&Story::active(730).pulse(ago(-1), Us, 5), None);
}
