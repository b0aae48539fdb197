//! Bands: limits, and the rules that lower and lift them.

use bridgekeeper::domain::Collection;
use bridgekeeper::domain::contact::Role::Champion;
use bridgekeeper::domain::fact::{AdjustedBand, Adjustment, Breach, BreachKind, Escalation, Fact, FactId};
use bridgekeeper::domain::health::{Band, Component, HealthModel};
use bridgekeeper::domain::pulse::RatedBy;

use super::given::{Story, ago, line, person};

#[test]
fn the_lower_limit_belongs_to_a_band() {
    let of = |score| Band::of(score, &HealthModel::DEFAULT);
    assert_eq!([100, 80, 79, 60].map(of), [Band::Healthy, Band::Healthy, Band::Watch, Band::Watch]);
    assert_eq!([59, 40, 39, 0].map(of), [Band::AtRisk, Band::AtRisk, Band::Critical, Band::Critical]);
}

/// 100 points, by pulse alone.
fn healthy() -> Story {
    let mut edition = HealthModel::DEFAULT.edition(ago(0));
    edition.active = vec![0, 0, 0, 0, 0, 0, 1];
    let story = Story::active(730).lead(ago(1)).lead(ago(100)).lead(ago(200)).lead(ago(300)).lead(ago(400));
    let story = story.lead(ago(500)).lead(ago(600)).lead(ago(700));
    story.pulse(ago(1), RatedBy::Us, 5).with_model(edition.model().unwrap())
}

/// Nothing that counts is recorded.
fn unknown() -> Story {
    let mut story = healthy();
    story.partner.pulses = Collection::new();
    story
}

fn breach(on: i64, cleared_on: Option<i64>) -> Fact {
    let cleared_on = cleared_on.map(ago);
    Fact::Breach(Breach { on: ago(on), kind: BreachKind::Contract, what: None, cleared_on })
}

fn escalation(level: u8, on: i64, closed_on: Option<i64>) -> Fact {
    Fact::Escalation(Escalation { on: ago(on), level, what: None, closed_on: closed_on.map(ago) })
}

fn adjustment(band: AdjustedBand, on: i64, expires_on: i64) -> Fact {
    let reason = line("They told us why");
    Fact::Adjustment(Adjustment { on: ago(on), band, reason, expires_on: ago(expires_on) })
}

fn check(story: &Story, band: Band) {
    assert_eq!(story.now().band, band);
}

#[test]
fn without_rules_the_band_is_that_of_the_score() {
    check(&healthy(), Band::Healthy);
    check(&unknown(), Band::NotEnoughData);
}

#[test]
fn a_breach_is_critical_from_its_day_until_it_is_cleared() {
    check(&healthy().fact(breach(-1, None)), Band::Healthy);
    check(&healthy().fact(breach(0, None)), Band::Critical);
    check(&healthy().fact(breach(9, Some(-1))), Band::Critical);
    check(&healthy().fact(breach(9, Some(0))), Band::Healthy);
    check(&unknown().fact(breach(9, None)), Band::Critical);
    let story = healthy().fact(breach(9, None));
    assert_eq!(story.now().rules.breach, Some(story.last_fact()));
    assert_eq!((story.now().score, story.now().by_score), (Some(100), Band::Healthy), "the number stays");
}

#[test]
fn an_open_escalation_at_level_3_is_at_most_at_risk() {
    check(&healthy().fact(escalation(2, 5, None)), Band::Healthy);
    check(&healthy().fact(escalation(3, -1, None)), Band::Healthy);
    check(&healthy().fact(escalation(3, 0, None)), Band::AtRisk);
    check(&healthy().fact(escalation(3, 5, Some(0))), Band::Healthy);
    check(&healthy().fact(escalation(3, 5, Some(-1))), Band::AtRisk);
    check(&unknown().fact(escalation(3, 5, None)), Band::AtRisk);
}

#[test]
fn a_champion_who_left_is_at_most_at_risk_until_somebody_follows() {
    let left = healthy().colleague(1).role(1, Champion, None, Some(ago(1)));
    check(&left, Band::AtRisk);
    assert_eq!(left.now().rules.champion_left, Some((person(1), ago(1))));
    check(&left.clone().colleague(2).role(2, Champion, Some(ago(0)), None), Band::Healthy);
    check(&left.clone().colleague(2).role(2, Champion, Some(ago(-1)), None), Band::AtRisk);
    check(&healthy().colleague(1).role(1, Champion, None, Some(ago(0))), Band::Healthy);
    check(&healthy().employed(1, None, Some(ago(1))).role(1, Champion, None, None), Band::AtRisk);
}

#[test]
fn a_deleted_champion_leaves_no_trace() {
    let mut story = healthy().colleague(1).role(1, Champion, None, None).touch_with(ago(1), &[person(1)]);
    story.people.clear();
    assert_eq!(story.now().rules.champion_left, None);
    assert_eq!(story.points(Component::Relationship), None);
    check(&story, Band::Healthy);
}

#[test]
fn an_adjustment_replaces_the_band_up_and_down() {
    check(&healthy().fact(adjustment(AdjustedBand::Critical, 1, -1)), Band::Critical);
    check(&unknown().fact(adjustment(AdjustedBand::Healthy, 1, -1)), Band::Healthy);
    let down = healthy().fact(escalation(3, 5, None)).colleague(1).role(1, Champion, None, Some(ago(1)));
    check(&down.fact(adjustment(AdjustedBand::Healthy, 1, -1)), Band::Healthy);
}

#[test]
fn an_adjustment_is_in_force_from_its_day_until_the_day_before_it_expires() {
    check(&healthy().fact(adjustment(AdjustedBand::Watch, 0, -1)), Band::Watch);
    check(&healthy().fact(adjustment(AdjustedBand::Watch, -1, -9)), Band::Healthy);
    check(&healthy().fact(adjustment(AdjustedBand::Watch, 9, 0)), Band::Healthy);
}

#[test]
fn the_newest_adjustment_in_force_wins() {
    let newer = adjustment(AdjustedBand::AtRisk, 2, -1);
    check(&healthy().fact(newer.clone()).fact(adjustment(AdjustedBand::Watch, 5, -1)), Band::AtRisk);
    check(&healthy().fact(newer.clone()).fact(adjustment(AdjustedBand::Watch, 2, -1)), Band::Watch);
    check(&healthy().fact(newer).fact(adjustment(AdjustedBand::Watch, 1, 0)), Band::AtRisk);
    let rules = healthy().fact(adjustment(AdjustedBand::Watch, 2, -1)).now().rules;
    assert_eq!(rules.adjustment.map(|(_, band): (FactId, _)| band), Some(AdjustedBand::Watch));
}

#[test]
fn no_adjustment_lifts_a_breach_or_a_zombie_or_a_revived_partner() {
    let lift = adjustment(AdjustedBand::Healthy, 1, -1);
    check(&healthy().fact(breach(9, None)).fact(lift.clone()), Band::Critical);
    let zombie = Story::active(730).with_model(healthy().model);
    check(&zombie.clone().fact(lift.clone()), Band::Zombie);
    let revived = zombie.pulse(ago(1), RatedBy::Us, 5).lead(ago(1));
    check(&revived, Band::AtRisk);
    check(&revived.clone().fact(lift), Band::AtRisk);
    check(&revived.clone().fact(adjustment(AdjustedBand::Critical, 1, -1)), Band::Critical);
    check(&revived.fact(breach(9, None)), Band::Critical);
}

#[test]
fn a_zombie_is_worse_than_everything_and_needs_no_score() {
    let zombie = Story::active(730);
    assert_eq!(zombie.now().by_score, Band::Critical);
    check(&zombie.fact(breach(9, None)), Band::Zombie);
    let unknown = Story::active(730).with_model(healthy().model);
    assert_eq!(unknown.now().by_score, Band::NotEnoughData);
    check(&unknown, Band::Zombie);
}
