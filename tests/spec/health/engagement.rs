//! Engagement: full within the cadence, then falling to nothing over twice the cadence.

use bridgekeeper::domain::Tier;
use bridgekeeper::domain::health::Component;

use super::given::{Story, ago, today};

fn check(story: &Story, points: impl Into<Option<f64>>) {
    assert_eq!(story.points(Component::Engagement), points.into());
}

fn touched(days: i64) -> Story {
    Story::active(730).touch(ago(days))
}

#[test]
fn it_is_full_within_the_cadence_and_falls_after_it() {
    check(&touched(0), 100.0);
    check(&touched(30), 100.0);
    check(&touched(31), 98.33);
    check(&touched(36), 90.0);
    check(&touched(60), 50.0);
    check(&touched(89), 1.67);
    check(&touched(90), 0.0);
    check(&touched(400), 0.0);
}

#[test]
fn the_cadence_is_that_of_the_tier() {
    for (tier, cadence) in [(Tier::One, 30), (Tier::Two, 60), (Tier::Three, 180), (Tier::Four, 365)] {
        let after = |days: i64| touched(days).tier(ago(0), tier).points(Component::Engagement);
        assert_eq!(after(cadence), Some(100.0));
        assert!(after(cadence + 1) < Some(100.0));
        assert_eq!(after(2 * cadence), Some(50.0));
        assert_eq!(after(3 * cadence), Some(0.0));
    }
}

#[test]
fn never_touched_is_missing_and_mail_alone_never_counts() {
    check(&Story::active(730), None);
    check(&Story::active(730).mail(ago(1)), None);
    check(&touched(60).mail(ago(1)), 50.0);
}

#[test]
fn a_touch_of_tomorrow_does_not_count_today() {
    check(&Story::active(730).touch(ago(-1)), None);
    check(&touched(60).touch(ago(-1)), 50.0);
}

#[test]
fn the_latest_touch_counts_however_they_were_entered() {
    check(&touched(10).touch(ago(200)), 100.0);
    assert_eq!(touched(10).touch(ago(200)).now().figures.engagement.last, Some(ago(10)));
    assert_eq!(touched(0).now().figures.engagement.last, Some(today()));
}
