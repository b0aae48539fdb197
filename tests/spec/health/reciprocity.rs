//! Reciprocity: 35 to 65 % is a balance; young partnerships are given to.

use bridgekeeper::domain::Direction::{Get, Give};
use bridgekeeper::domain::health::Component;

use super::given::{Story, ago};

/// A story with so many points given and got, one each.
fn with(story: Story, given: u32, got: u32) -> Option<f64> {
    let story = (0..given).fold(story, |story, _| story.ledger(ago(10), Give, 1));
    let story = (0..got).fold(story, |story, _| story.ledger(ago(10), Get, 1));
    story.points(Component::Reciprocity)
}

fn grown(given: u32, got: u32) -> Option<f64> {
    with(Story::active(730), given, got)
}

fn young(given: u32, got: u32) -> Option<f64> {
    with(Story::active(179), given, got)
}

#[test]
fn nothing_either_way_is_missing() {
    assert_eq!(grown(0, 0), None);
    assert_eq!(young(0, 0), None);
}

#[test]
fn between_35_and_65_percent_it_is_full() {
    assert_eq!(grown(13, 7), Some(100.0), "0.35");
    assert_eq!(grown(10, 10), Some(100.0));
    assert_eq!(grown(7, 13), Some(100.0), "0.65");
}

#[test]
fn outside_it_falls_on_either_side() {
    assert_eq!(grown(66, 34), Some(97.14));
    assert_eq!(grown(34, 66), Some(97.14));
    assert_eq!(grown(8, 3), Some(77.92));
    assert_eq!(grown(3, 8), Some(77.92));
    assert_eq!(grown(5, 0), Some(0.0));
    assert_eq!(grown(0, 5), Some(0.0));
}

#[test]
fn young_it_is_full_while_we_give_at_least_what_we_get() {
    assert_eq!(young(5, 0), Some(100.0));
    assert_eq!(young(5, 5), Some(100.0));
    assert_eq!(young(4, 5), Some(80.0));
    assert_eq!(young(0, 5), Some(0.0));
}

#[test]
fn young_ends_180_days_after_the_launch_however_long_it_has_been_tracked() {
    assert_eq!(with(Story::active(179), 5, 0), Some(100.0));
    assert_eq!(with(Story::active(180), 5, 0), Some(0.0));
    assert_eq!(with(Story::active(730).tracked_from(ago(10)), 5, 0), Some(0.0));
    assert_eq!(
        with(Story::active(-5).stage(ago(20), bridgekeeper::domain::Stage::Active), 5, 0),
        Some(100.0)
    );
}

#[test]
fn the_last_180_days_count() {
    let story = |days| Story::active(730).ledger(ago(1), Get, 1).ledger(ago(days), Give, 1);
    assert_eq!(story(179).points(Component::Reciprocity), Some(100.0));
    assert_eq!(story(180).points(Component::Reciprocity), Some(0.0));
    assert_eq!(story(-1).points(Component::Reciprocity), Some(0.0));
}

#[test]
fn points_are_summed() {
    let story = Story::active(730).ledger(ago(1), Give, 5).ledger(ago(2), Give, 3).ledger(ago(3), Get, 3);
    assert_eq!(story.points(Component::Reciprocity), Some(77.92));
}
