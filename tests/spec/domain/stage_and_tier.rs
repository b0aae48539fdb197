//! Stages and tiers: dated histories that can be read on any day.

use bridgekeeper::domain::{Date, Field, Partner, Profile, Refusal, Stage, StageChange, Tier, TierChange};
use proptest::prelude::*;

use super::given::{TODAY, at, day, id, near_day, partner, profile};

fn moved(partner: &mut Partner, to: Stage, on: &str) {
    at(TODAY, |moment| partner.move_stage(to, day(on), None, moment)).unwrap();
}

/// A partner through these stages.
fn with_stages(changes: &[(&str, Stage)]) -> Partner {
    let mut partner = partner();
    for (on, to) in changes {
        moved(&mut partner, *to, on);
    }
    partner
}

/// A partner through these tiers.
fn with_tiers(changes: &[(&str, Tier)]) -> Partner {
    let mut partner = partner();
    for (on, to) in changes {
        at(TODAY, |moment| partner.set_tier(*to, day(on), moment)).unwrap();
    }
    partner
}

fn check(partner: &Partner, on: &str, stage: Stage) {
    assert_eq!(partner.stage_on(day(on)), stage, "on {on}");
}

#[test]
fn a_partner_without_history_is_a_prospect() {
    check(&partner(), TODAY, Stage::Prospect);
    assert_eq!(partner().in_stage_since(day(TODAY)), None);
}

#[test]
fn a_stage_holds_from_its_day_until_the_next_change() {
    let partner = with_stages(&[("2026-01-10", Stage::Qualifying), ("2026-03-01", Stage::Active)]);
    check(&partner, "2026-01-09", Stage::Prospect);
    check(&partner, "2026-01-10", Stage::Qualifying);
    check(&partner, "2026-02-28", Stage::Qualifying);
    check(&partner, "2026-03-01", Stage::Active);
    check(&partner, "2200-12-31", Stage::Active);
}

#[test]
fn a_change_entered_late_counts_from_its_own_day() {
    let partner = with_stages(&[("2026-03-01", Stage::Active), ("2026-01-10", Stage::Qualifying)]);
    check(&partner, "2026-02-01", Stage::Qualifying);
    check(&partner, "2026-03-01", Stage::Active);
}

#[test]
fn a_day_belongs_to_the_last_change_on_it() {
    let partner = with_stages(&[("2026-03-01", Stage::Onboarding), ("2026-03-01", Stage::Active)]);
    check(&partner, "2026-03-01", Stage::Active);
}

#[test]
fn changes_on_one_day_count_in_the_order_of_their_ids() {
    let mut partner = partner();
    let change = |to| StageChange { on: day("2026-03-01"), to, reason: None };
    partner.stage_changes.insert(id(2), change(Stage::Paused));
    partner.stage_changes.insert(id(1), change(Stage::Active));
    check(&partner, "2026-03-01", Stage::Paused);

    let change = |to| TierChange { on: day("2026-03-01"), to };
    partner.tier_changes.insert(id(2), change(Tier::Two));
    partner.tier_changes.insert(id(1), change(Tier::One));
    assert_eq!(partner.tier_on(day("2026-03-01")), Tier::Two);
}

#[test]
fn a_stage_can_be_entered_again() {
    let partner = with_stages(&[
        ("2026-01-10", Stage::Active),
        ("2026-02-10", Stage::Paused),
        ("2026-03-10", Stage::Active),
    ]);
    check(&partner, "2026-02-10", Stage::Paused);
    check(&partner, "2026-03-10", Stage::Active);
    assert_eq!(partner.in_stage_since(day("2026-02-20")), Some(day("2026-02-10")));
    assert_eq!(partner.in_stage_since(day("2026-03-20")), Some(day("2026-03-10")));
}

/// "Paused since" jumped forward when an earlier beginning of the same pause was entered later.
#[test]
fn a_change_to_the_stage_it_has_already_begins_nothing() {
    let partner = with_stages(&[("2026-03-10", Stage::Paused), ("2026-03-01", Stage::Paused)]);
    assert_eq!(partner.in_stage_since(day(TODAY)), Some(day("2026-03-01")));

    let paused_the_same_day = with_stages(&[
        ("2026-03-01", Stage::Paused),
        ("2026-04-01", Stage::Active),
        ("2026-04-01", Stage::Paused),
    ]);
    assert_eq!(paused_the_same_day.in_stage_since(day(TODAY)), Some(day("2026-03-01")));

    let active_between = with_stages(&[
        ("2026-03-01", Stage::Paused),
        ("2026-04-01", Stage::Active),
        ("2026-04-02", Stage::Paused),
    ]);
    assert_eq!(active_between.in_stage_since(day(TODAY)), Some(day("2026-04-02")));
}

#[test]
fn moving_to_the_stage_it_has_is_refused() {
    let mut partner = with_stages(&[("2026-01-10", Stage::Active)]);
    let refusal =
        at(TODAY, |moment| partner.move_stage(Stage::Active, day(TODAY), None, moment)).unwrap_err();
    assert_eq!(refusal.to_string(), "The stage is Active already. Choose another");
}

#[test]
fn the_first_change_may_name_the_stage_a_prospect_has_anyway() {
    let partner = with_stages(&[("2026-01-10", Stage::Prospect)]);
    assert_eq!(partner.in_stage_since(day(TODAY)), Some(day("2026-01-10")));
}

#[test]
fn a_change_of_stage_or_tier_is_not_dated_in_the_future() {
    let tomorrow = day("2026-06-16");
    let future = Err(Refusal::InTheFuture { field: Field::On });
    assert_eq!(at(TODAY, |moment| partner().move_stage(Stage::Active, tomorrow, None, moment)), future);
    assert_eq!(at(TODAY, |moment| partner().set_tier(Tier::One, tomorrow, moment)), future);
}

#[test]
fn a_refused_change_changes_nothing() {
    let mut partner = with_stages(&[("2026-01-10", Stage::Paused)]);
    let before = partner.clone();
    at(TODAY, |moment| partner.move_stage(Stage::Active, day("2026-06-16"), None, moment)).unwrap_err();
    assert_eq!(partner, before);
}

#[test]
fn onboarding_and_active_are_worked_with_and_nothing_else_is() {
    let worked_with: Vec<Stage> = Stage::ALL.into_iter().filter(|stage| stage.is_worked_with()).collect();
    assert_eq!(worked_with, [Stage::Onboarding, Stage::Active]);
}

#[test]
fn the_first_entering_of_onboarding_or_active_sets_the_launch() {
    for stage in Stage::ALL {
        let launched_on = with_stages(&[("2026-03-01", stage)]).profile.launched_on;
        assert_eq!(launched_on, stage.is_worked_with().then(|| day("2026-03-01")), "{}", stage.name());
    }
}

#[test]
fn later_enterings_leave_the_launch() {
    let partner = with_stages(&[
        ("2026-03-01", Stage::Onboarding),
        ("2026-04-01", Stage::Active),
        ("2026-05-01", Stage::Paused),
        ("2026-06-01", Stage::Active),
    ]);
    assert_eq!(partner.profile.launched_on, Some(day("2026-03-01")));
}

#[test]
fn a_launch_that_was_typed_in_is_not_overwritten() {
    let mut partner = partner();
    partner.profile.launched_on = Some(day("2024-01-01"));
    moved(&mut partner, Stage::Active, "2026-03-01");
    assert_eq!(partner.profile.launched_on, Some(day("2024-01-01")));
}

#[test]
fn the_launch_can_be_corrected_but_not_removed_while_worked_with() {
    for (stage, sentence) in [
        (
            Stage::Onboarding,
            "An Onboarding partner needs the day it launched. Correct the day, or change the stage first",
        ),
        (
            Stage::Active,
            "An Active partner needs the day it launched. Correct the day, or change the stage first",
        ),
    ] {
        let mut partner = with_stages(&[("2026-03-01", stage)]);
        let refusal = partner.edit_profile(profile(), day(TODAY)).unwrap_err();
        assert_eq!((refusal.to_string().as_str(), refusal.field()), (sentence, Some(Field::LaunchedOn)));

        let corrected = Profile { launched_on: Some(day("2025-12-24")), ..profile() };
        assert_eq!(partner.edit_profile(corrected, day(TODAY)), Ok(()));
        assert_eq!(partner.profile.launched_on, Some(day("2025-12-24")));
    }
}

#[test]
fn the_launch_can_be_removed_once_the_partner_is_not_worked_with() {
    let mut partner = with_stages(&[("2026-03-01", Stage::Active), ("2026-04-01", Stage::Paused)]);
    assert_eq!(partner.edit_profile(profile(), day(TODAY)), Ok(()));
    assert_eq!(partner.profile.launched_on, None);
}

#[test]
fn launch_and_tracking_are_not_dated_in_the_future() {
    let launch = Profile { launched_on: Some(day("2026-06-16")), ..profile() };
    let refusal = partner().edit_profile(launch, day(TODAY)).unwrap_err();
    assert_eq!(refusal, Refusal::InTheFuture { field: Field::LaunchedOn });
    let tracked = Profile { tracked_from: day("2026-06-16"), ..profile() };
    let refusal = partner().edit_profile(tracked, day(TODAY)).unwrap_err();
    assert_eq!(refusal, Refusal::InTheFuture { field: Field::TrackedFrom });
    let today = Profile { launched_on: Some(day(TODAY)), tracked_from: day(TODAY), ..profile() };
    assert_eq!(partner().edit_profile(today, day(TODAY)), Ok(()));
}

#[test]
fn before_the_first_change_the_first_tier_holds() {
    let partner = with_tiers(&[("2026-03-01", Tier::One), ("2026-04-01", Tier::Two)]);
    assert_eq!(partner.tier_on(day("1900-01-01")), Tier::One);
    assert_eq!(partner.tier_on(day("2026-03-31")), Tier::One);
    assert_eq!(partner.tier_on(day("2026-04-01")), Tier::Two);
}

#[test]
fn a_partner_without_any_tier_counts_as_tier_3() {
    assert_eq!(partner().tier_on(day(TODAY)), Tier::Three);
}

#[test]
fn setting_the_tier_it_has_is_refused() {
    let mut partner = with_tiers(&[("2026-03-01", Tier::One)]);
    let refusal = at(TODAY, |moment| partner.set_tier(Tier::One, day(TODAY), moment)).unwrap_err();
    assert_eq!(refusal.to_string(), "The tier is 1 already. Choose another");
}

#[test]
fn a_tier_is_a_number_from_1_to_4() {
    assert_eq!(Tier::ALL.map(Tier::number), [1, 2, 3, 4]);
    for number in 1..=4 {
        assert_eq!(Tier::try_from(number).map(Tier::number), Ok(number));
    }
    assert_eq!(Tier::try_from(0).unwrap_err().to_string(), "Use a whole number from 1 to 4");
    assert!(Tier::try_from(5).is_err());
}

proptest! {
    #[test]
    fn no_later_change_alters_an_earlier_day(
        changes in prop::collection::vec((near_day(), 0..7_usize), 0..8),
        today in near_day(),
    ) {
        let read = |known: &dyn Fn(Date) -> bool| {
            let mut partner = partner();
            for (number, (on, stage)) in changes.iter().enumerate().filter(|(_, (on, _))| known(*on)) {
                let change = StageChange { on: *on, to: Stage::ALL[*stage], reason: None };
                partner.stage_changes.insert(id(number as u128), change);
            }
            (partner.stage_on(today), partner.in_stage_since(today))
        };
        prop_assert_eq!(read(&|_| true), read(&|on| on <= today));
    }
}

#[test]
fn a_change_can_be_deleted_as_long_as_another_holds() {
    let mut partner = with_stages(&[("2026-01-01", Stage::Qualifying), ("2026-02-01", Stage::Active)]);
    let ids: Vec<_> = partner.stage_changes.keys().copied().collect();
    partner.remove_stage_change(ids[1]).unwrap();
    check(&partner, TODAY, Stage::Qualifying);
    assert_eq!(partner.remove_stage_change(ids[0]), Err(Refusal::LastOfHistory));
    assert_eq!(partner.remove_stage_change(ids[1]), Err(Refusal::Gone { what: "This change" }));
    let mut partner = with_tiers(&[("2026-01-01", Tier::One), ("2026-02-01", Tier::Two)]);
    let ids: Vec<_> = partner.tier_changes.keys().copied().collect();
    partner.remove_tier_change(ids[0]).unwrap();
    assert_eq!(partner.remove_tier_change(ids[1]), Err(Refusal::LastOfHistory));
}
