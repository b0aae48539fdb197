//! Relationship: a champion in touch, a sponsor, two voices.

use bridgekeeper::domain::contact::Role::{Champion, EconomicSponsor};
use bridgekeeper::domain::health::Component;
use bridgekeeper::domain::health::relationship::Champion as Standing;
use bridgekeeper::domain::{Stage, Tier};

use super::given::{Story, ago, person};

fn check(story: &Story, points: impl Into<Option<f64>>) {
    assert_eq!(story.points(Component::Relationship), points.into());
}

/// One champion, last touched so many days ago.
fn champion(days: i64) -> Story {
    Story::active(730).colleague(1).role(1, Champion, None, None).touch_with(ago(days), &[person(1)])
}

#[test]
fn nobody_ever_recorded_is_missing_and_all_gone_is_nothing() {
    check(&Story::active(730), None);
    check(&Story::active(730).employed(1, Some(ago(-1)), None), None);
    check(&Story::active(730).colleague(1), 0.0);
    check(&Story::active(730).employed(1, None, Some(ago(1))), 0.0);
    check(&Story::active(730).role(1, Champion, None, None), None);
}

#[test]
fn a_champion_counts_while_we_spoke_within_twice_the_cadence() {
    check(&champion(0), 40.0);
    check(&champion(60), 40.0);
    check(&champion(61), 0.0);
    check(&champion(61).tier(ago(1), Tier::Two), 40.0);
    check(&Story::active(730).colleague(1).role(1, Champion, None, None).touch(ago(1)), 0.0);
}

#[test]
fn of_two_champions_one_in_touch_is_enough() {
    check(&champion(61).colleague(2).role(2, Champion, None, None).touch_with(ago(3), &[person(2)]), 70.0);
}

#[test]
fn a_role_counts_from_its_first_to_its_last_day() {
    let sponsor = |from, to| Story::active(730).colleague(1).role(1, EconomicSponsor, from, to);
    check(&sponsor(Some(ago(0)), None), 30.0);
    check(&sponsor(Some(ago(-1)), None), 0.0);
    check(&sponsor(None, Some(ago(0))), 30.0);
    check(&sponsor(None, Some(ago(1))), 0.0);
}

#[test]
fn a_role_is_current_only_while_employed_there() {
    let sponsor = |from, to| Story::active(730).employed(1, from, to).role(1, EconomicSponsor, None, None);
    check(&sponsor(Some(ago(0)), None), 30.0);
    check(&sponsor(Some(ago(-1)), None), None);
    check(&sponsor(None, Some(ago(0))), 30.0);
    check(&sponsor(None, Some(ago(1))), 0.0);
}

#[test]
fn two_voices_are_two_people_spoken_with_in_180_days() {
    let two = |days| {
        let story = Story::active(730).colleague(1).colleague(2).touch_with(ago(1), &[person(1)]);
        story.touch_with(ago(days), &[person(2)])
    };
    check(&two(179), 30.0);
    check(&two(180), 0.0);
    check(&two(-1), 0.0);
    check(&Story::active(730).colleague(1).colleague(2).touch_with(ago(1), &[person(1), person(2)]), 30.0);
    check(&two(1).employed(3, None, None), 30.0);
}

#[test]
fn who_has_left_is_no_voice() {
    let story = Story::active(730).colleague(1).employed(2, None, Some(ago(1)));
    check(&story.touch_with(ago(3), &[person(1), person(2)]), 0.0);
}

#[test]
fn everything_together_is_full() {
    let story = champion(5).colleague(2).role(2, EconomicSponsor, None, None);
    check(&story.touch_with(ago(5), &[person(2)]), 100.0);
}

#[test]
fn who_was_the_champion_is_remembered_with_the_last_day_of_role_or_job() {
    let standing = |story: Story| story.now().figures.relationship.champion;
    let left = |days| Standing::Left { who: person(1), on: ago(days) };
    let told = |role_to, job_to| {
        standing(Story::active(730).employed(1, None, job_to).role(1, Champion, None, role_to))
    };
    assert_eq!(told(Some(ago(9)), None), left(9));
    assert_eq!(told(None, Some(ago(5))), left(5));
    assert_eq!(told(Some(ago(9)), Some(ago(5))), left(9));
    assert_eq!(told(Some(ago(0)), None), Standing::Silent { who: person(1), last: None });
}

#[test]
fn a_role_that_never_met_its_employment_was_never_held() {
    let story = Story::active(730).employed(1, None, Some(ago(100)));
    let story = story.role(1, Champion, Some(ago(50)), Some(ago(10)));
    assert_eq!(story.now().figures.relationship.champion, Standing::Nobody);
    let tomorrow = Story::launched(Stage::Active, ago(9)).colleague(1).role(1, Champion, Some(ago(-1)), None);
    assert_eq!(tomorrow.now().figures.relationship.champion, Standing::Nobody);
}
