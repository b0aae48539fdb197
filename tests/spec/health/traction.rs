//! Traction: points of 90 and of the 90 days before, against a target.

use bridgekeeper::domain::health::Component;
use bridgekeeper::domain::{Stage, Tier, TractionKind};

use super::given::{Story, ago};

fn check(story: &Story, points: impl Into<Option<f64>>) {
    assert_eq!(story.points(Component::Traction), points.into());
}

fn old() -> Story {
    Story::active(730)
}

#[test]
fn seventy_for_the_last_90_days_and_thirty_for_those_before() {
    // Tier 1: 6 points in 90 days.
    check(&old(), 0.0);
    check(&old().lead(ago(0)), 11.67);
    check(&old().lead(ago(100)), 5.0);
    check(&old().win(ago(10)).result(ago(20), TractionKind::SourcedOpportunity), 70.0);
    check(&old().win(ago(10)).win(ago(20)), 70.0);
    check(&old().win(ago(10)).win(ago(20)).win(ago(100)).win(ago(110)), 100.0);
}

#[test]
fn an_event_moves_to_the_days_before_when_it_is_90_days_old_and_out_at_180() {
    check(&old().win(ago(89)), 46.67);
    check(&old().win(ago(90)), 20.0);
    check(&old().win(ago(179)), 20.0);
    check(&old().win(ago(180)), 0.0);
}

#[test]
fn each_kind_counts_for_its_points() {
    let points = TractionKind::ALL.map(|kind| old().result(ago(1), kind).now().figures.traction.latest);
    assert_eq!(points, [1, 1, 1, 2, 2, 4]);
}

#[test]
fn the_target_is_that_of_the_tier() {
    for (tier, points) in [(Tier::One, 11.67), (Tier::Two, 17.5), (Tier::Three, 35.0), (Tier::Four, 70.0)] {
        check(&old().tier(ago(1), tier).lead(ago(1)), points);
    }
}

#[test]
fn early_only_the_last_90_days_count_for_all() {
    check(&Story::active(179).lead(ago(1)).win(ago(100)), 16.67);
    check(&Story::active(180).lead(ago(1)).win(ago(100)), 31.67);
}

#[test]
fn early_is_counted_from_the_later_of_launch_and_tracking() {
    check(&Story::active(730).tracked_from(ago(179)).lead(ago(1)), 16.67);
    check(&Story::active(179).tracked_from(ago(730)).lead(ago(1)), 16.67);
}

#[test]
fn without_any_event_it_is_missing_until_known_for_90_days() {
    check(&Story::active(0), None);
    check(&Story::active(89), None);
    check(&Story::active(90), 0.0);
}

#[test]
fn one_event_ever_makes_it_present() {
    check(&Story::active(10).lead(ago(1)), 16.67);
    check(&Story::active(10).lead(ago(500)), 0.0);
}

#[test]
fn before_the_partner_was_known_it_counts_as_early_and_new() {
    let story = Story::active(300).tracked_from(ago(-30));
    check(&story, None);
    check(&story.lead(ago(1)), 16.67);
}

#[test]
fn what_happens_tomorrow_does_not_count_today() {
    check(&old().win(ago(-1)), 0.0);
    check(&Story::active(10).win(ago(-1)), None);
}

#[test]
fn the_formula_is_that_of_onboarding_too() {
    check(&Story::launched(Stage::Onboarding, ago(730)).win(ago(1)).win(ago(100)), 66.67);
}
