//! Two empty quarters make a Zombie: quarters, pauses, watch, reviving, deferral.

use bridgekeeper::domain::fact::{Deferral, Fact};
use bridgekeeper::domain::health::{Badge, Band, Health};
use bridgekeeper::domain::{Date, FiscalStart, Quarter, Stage};

use super::given::{Story, day, line};

/// Active and tracked since a day.
fn since(on: &str) -> Story {
    Story::launched(Stage::Active, day(on))
}

fn is_zombie(story: &Story, on: &str) -> bool {
    story.health(day(on)).band == Band::Zombie
}

fn is_watched(story: &Story, on: &str) -> bool {
    let health = story.health(day(on));
    health.rules.zombie.is_watched(health.day)
}

/// The first days of watch and Zombie, as told on a day.
fn days(story: &Story, on: &str) -> (Option<Date>, Option<Date>) {
    let zombie = story.health(day(on)).rules.zombie;
    (zombie.watch_on, zombie.fires_on)
}

fn some(watch: &str, zombie: &str) -> (Option<Date>, Option<Date>) {
    (Some(day(watch)), Some(day(zombie)))
}

#[test]
fn two_empty_quarters_make_a_zombie_on_the_first_day_after_them() {
    let story = since("2026-01-01");
    assert!(!is_watched(&story, "2026-03-31"));
    assert!(is_watched(&story, "2026-04-01"));
    assert!(!is_zombie(&story, "2026-06-30"));
    assert!(is_watched(&story, "2026-06-30"));
    assert!(is_zombie(&story, "2026-07-01"));
    assert!(!is_watched(&story, "2026-07-01"));
    assert!(is_zombie(&story, "2029-07-01"));
}

#[test]
fn known_since_the_second_day_of_a_quarter_passes_it_over() {
    assert_eq!(days(&since("2026-01-01"), "2026-02-01"), some("2026-04-01", "2026-07-01"));
    assert_eq!(days(&since("2026-01-02"), "2026-02-01"), some("2026-07-01", "2026-10-01"));
    let tracked_later = since("2020-01-01").tracked_from(day("2026-01-02"));
    assert_eq!(days(&tracked_later, "2026-02-01"), some("2026-07-01", "2026-10-01"));
    assert_eq!(days(&tracked_later.tracked_from(day("2026-01-01")), "2026-02-01").1, Some(day("2026-07-01")));
}

#[test]
fn importing_an_old_partner_makes_no_zombie_before_two_tracked_quarters() {
    let story = since("2015-01-01").tracked_from(day("2026-08-20"));
    for on in ["2026-08-20", "2026-10-01", "2026-12-31", "2027-03-31"] {
        assert!(!is_zombie(&story, on), "{on}");
    }
    assert!(is_zombie(&story, "2027-04-01"));
}

#[test]
fn quarters_follow_the_fiscal_start() {
    for month in 1..=12 {
        let mut story = since("2024-01-01");
        story.fiscal = FiscalStart::new(month).unwrap();
        let first = Quarter::of(day("2024-01-01"), story.fiscal);
        let first = if first.first_day() == day("2024-01-01") { first } else { first.next() };
        let fires = first.next().next().first_day();
        assert_eq!(days(&story, "2024-02-01"), (Some(first.next().first_day()), Some(fires)), "{month}");
        assert!(!is_zombie(&story, &fires.plus_days(-1).to_string()), "{month}");
        assert!(is_zombie(&story, &fires.to_string()), "{month}");
    }
    let mut story = since("2024-02-01");
    story.fiscal = FiscalStart::new(2).unwrap();
    assert_eq!(days(&story, "2024-02-01"), some("2024-05-01", "2024-08-01"), "over a leap day");
    story.fiscal = FiscalStart::new(12).unwrap();
    assert_eq!(days(&story, "2024-02-01"), some("2024-06-01", "2024-09-01"), "December to February");
}

#[test]
fn traction_on_the_edges_of_the_quarters_prevents_it() {
    let story = since("2024-01-01").lead(day("2026-01-01"));
    assert_eq!(days(&story, "2026-02-01"), some("2026-07-01", "2026-10-01"), "the first day counts");
    let story = since("2024-01-01").lead(day("2025-12-31"));
    assert_eq!(days(&story, "2026-02-01"), some("2026-04-01", "2026-07-01"), "the day before does not");
    let on_the_last = story.lead(day("2026-06-30"));
    assert!(!is_zombie(&on_the_last, "2026-07-01"));
    assert_eq!(days(&on_the_last, "2026-07-01"), some("2026-10-01", "2027-01-01"));
}

#[test]
fn traction_on_the_very_day_prevents_it_and_the_day_after_revives() {
    let prevented = since("2026-01-01").lead(day("2026-07-01"));
    assert!(!is_zombie(&prevented, "2026-07-01"));
    assert_eq!(prevented.health(day("2026-07-01")).rules.revived_on, None);
    let revived = since("2026-01-01").lead(day("2026-07-02"));
    assert!(is_zombie(&revived, "2026-07-01"));
    assert!(!is_zombie(&revived, "2026-07-02"));
    assert_eq!(revived.health(day("2026-07-02")).rules.revived_on, Some(day("2026-07-02")));
    assert_eq!(revived.health(day("2026-07-01")).rules.revived_on, None);
}

#[test]
fn meetings_mails_promises_and_gives_are_no_traction() {
    let mut story = since("2026-01-01");
    for week in 0..26 {
        let on = day("2026-01-02").plus_days(7 * week);
        story = story.touch(on).mail(on).ledger(on, bridgekeeper::domain::Direction::Give, 5);
        story = story.promise(bridgekeeper::domain::Side::Ours, super::given::promise(on, on));
    }
    assert!(is_zombie(&story, "2026-07-01"));
}

#[test]
fn a_quarter_paused_for_30_days_is_passed_over_and_one_of_29_is_not() {
    let paused = |days| {
        let from = day("2026-02-01");
        since("2026-01-01").stage(from, Stage::Paused).stage(from.plus_days(days), Stage::Active)
    };
    assert_eq!(days(&paused(29), "2026-04-01"), some("2026-04-01", "2026-07-01"));
    assert_eq!(days(&paused(30), "2026-04-01"), some("2026-07-01", "2026-10-01"));
}

#[test]
fn pauses_of_one_quarter_add_up_and_are_cut_at_its_edges() {
    let pauses = |from: &str, mut to: Vec<&str>| {
        let mut story = since("2025-10-01").stage(day(from), Stage::Paused);
        to.reverse();
        while let Some(on) = to.pop() {
            story = story.stage(day(on), Stage::Active);
            if let Some(on) = to.pop() {
                story = story.stage(day(on), Stage::Paused);
            }
        }
        story
    };
    // 15 and 15 days.
    let twice = pauses("2026-01-01", vec!["2026-01-16", "2026-03-17"]);
    assert_eq!(days(&twice.stage(day("2026-04-01"), Stage::Active), "2026-04-01").1, Some(day("2026-07-01")));
    // 29 days on either side of New Year.
    let over_the_edge = pauses("2025-12-03", vec!["2026-01-30"]);
    assert_eq!(days(&over_the_edge, "2026-03-01"), some("2026-01-01", "2026-04-01"));
    let more = pauses("2025-12-02", vec!["2026-01-30"]);
    assert_eq!(days(&more, "2026-03-01"), some("2026-04-01", "2026-07-01"), "30 of them in December");
}

#[test]
fn of_two_stages_on_one_day_the_last_holds() {
    let story = since("2026-01-01").stage(day("2026-02-01"), Stage::Paused);
    let story = story.stage(day("2026-02-01"), Stage::Active);
    assert_eq!(days(&story, "2026-04-01"), some("2026-04-01", "2026-07-01"));
}

#[test]
fn when_the_running_quarter_is_already_passed_over_the_rule_fires_later() {
    let story = since("2026-01-01").stage(day("2026-04-05"), Stage::Paused);
    let story = story.stage(day("2026-05-10"), Stage::Active);
    assert_eq!(days(&story, "2026-05-10"), some("2026-04-01", "2026-10-01"));
    assert!(is_watched(&story, "2026-07-01"));
    assert!(!is_zombie(&story, "2026-09-30"));
    assert!(is_zombie(&story, "2026-10-01"));
}

#[test]
fn the_rule_runs_while_the_stage_is_not_scored() {
    let story =
        since("2026-01-01").stage(day("2026-06-10"), Stage::Ending).stage(day("2027-02-01"), Stage::Active);
    assert!(story.case().health(day("2026-07-01")).is_none());
    assert!(is_zombie(&story, "2027-02-01"));
}

#[test]
fn a_launch_that_the_profile_has_lost_is_the_first_entering_of_a_scored_stage() {
    let mut story = since("2026-01-01");
    story.partner.profile.launched_on = None;
    story.partner.profile.tracked_from = day("2020-01-01");
    assert_eq!(days(&story, "2026-02-01"), some("2026-04-01", "2026-07-01"));
}

#[test]
fn the_watch_shows_in_place_of_better_bands_only() {
    let watched = |band| Badge::of(band, true);
    let shown = [Band::Healthy, Band::Watch, Band::AtRisk, Band::Critical, Band::Zombie, Band::NotEnoughData];
    assert_eq!(
        shown.map(watched),
        [
            Badge::ZombieWatch,
            Badge::ZombieWatch,
            Badge::ZombieWatch,
            Badge::Critical,
            Badge::Zombie,
            Badge::NotEnoughData
        ]
    );
    let story = since("2026-01-01").touch(day("2026-04-01")).pulse(
        day("2026-04-01"),
        bridgekeeper::domain::pulse::RatedBy::Us,
        5,
    );
    let health = story.health(day("2026-04-01"));
    assert_eq!((health.score, health.band, health.badge()), (Some(40), Band::AtRisk, Badge::ZombieWatch));
}

/// A story that would be Healthy but for its traction: everything about promises is kept.
fn kept(mut story: Story, on: &str) -> Health {
    let on = day(on);
    let mut promise = super::given::promise(on.plus_days(-9), on);
    promise.keep(on, on).unwrap();
    for _ in 0..2 {
        story = story.promise(bridgekeeper::domain::Side::Ours, promise.clone()).milestone(promise.clone());
    }
    story = story.touch(on).win(on).win(on);
    story.health(on)
}

#[test]
fn revived_is_at_most_at_risk_until_a_later_quarter_with_traction_has_closed() {
    // Fired on 1 July, revived on 20 August.
    let revived = |more: &[&str]| {
        more.iter().fold(since("2026-01-01").win(day("2026-08-20")), |story, on| story.win(day(on)))
    };
    let check = |story: Story, on: &str, is_revived: bool| {
        let health = story.health(day(on));
        assert_eq!(health.rules.revived_on.is_some(), is_revived, "{on}");
    };
    // The running quarter began before the event and does not count.
    check(revived(&["2026-09-10"]), "2026-10-01", true);
    check(revived(&["2026-10-01"]), "2026-12-31", true);
    check(revived(&["2026-10-01"]), "2027-01-01", false);
    check(revived(&["2026-12-31"]), "2027-01-01", false);
    // A quarter without traction does not count either.
    check(revived(&["2027-01-01"]), "2027-03-31", true);
    check(revived(&["2027-01-01"]), "2027-04-01", false);
    let health = kept(revived(&[]), "2026-09-10");
    assert_eq!((health.by_score, health.band), (Band::Healthy, Band::AtRisk));
}

#[test]
fn an_event_on_the_first_day_of_a_quarter_lets_that_quarter_count() {
    let story = since("2025-10-01").win(day("2026-07-01"));
    assert_eq!(story.health(day("2026-09-30")).rules.revived_on, Some(day("2026-07-01")));
    assert_eq!(story.health(day("2026-10-01")).rules.revived_on, None);
}

#[test]
fn fired_twice_and_revived_twice_the_second_has_to_be_borne_out() {
    // Fired on 1 July 2024, revived on 2 July; fired again on 1 April 2025, revived in May.
    let story = since("2024-01-01").win(day("2024-07-02")).win(day("2025-05-05"));
    assert!(is_zombie(&story, "2025-04-01"));
    let health = story.health(day("2025-06-01"));
    assert_eq!(health.rules.revived_on, Some(day("2025-05-05")));
    let borne_out = story.win(day("2025-07-05"));
    assert_eq!(borne_out.health(day("2025-09-30")).rules.revived_on, Some(day("2025-05-05")));
    assert_eq!(borne_out.health(day("2025-10-01")).rules.revived_on, None);
}

#[test]
fn a_long_quiet_time_with_pauses_that_never_fired_is_no_reviving() {
    let story = since("2026-01-01")
        .stage(day("2026-01-10"), Stage::Paused)
        .stage(day("2026-08-10"), Stage::Active)
        .win(day("2026-11-05"));
    assert_eq!(story.health(day("2026-11-05")).rules.revived_on, None);
}

#[test]
fn traction_entered_late_but_dated_before_changes_the_past() {
    let story = since("2026-01-01").lead(day("2026-06-15"));
    assert!(!is_zombie(&story, "2026-07-01"), "a record counts from its own date on");
}

fn deferral(on: &str, until: &str) -> Fact {
    Fact::Deferral(Deferral { on: day(on), until: day(until), reason: line("A new lead starts") })
}

#[test]
fn the_first_deferral_of_a_firing_counts_and_the_band_stays() {
    let story = since("2026-01-01").fact(deferral("2026-07-10", "2026-08-01"));
    let first = story.last_fact();
    let story = story.fact(deferral("2026-08-05", "2026-08-30"));
    let told = |on: &str| story.health(day(on)).rules.deferral;
    assert_eq!(told("2026-07-09"), None);
    assert_eq!(told("2026-07-10"), Some(first));
    assert_eq!(told("2026-08-05"), Some(first));
    assert!(is_zombie(&story, "2026-07-15"));
}

#[test]
fn a_deferral_belongs_to_its_firing() {
    let early = since("2026-01-01").fact(deferral("2026-06-30", "2026-07-20"));
    assert_eq!(early.health(day("2026-07-05")).rules.deferral, None, "before the day it fired");
    let on_the_day = since("2026-01-01").fact(deferral("2026-07-01", "2026-07-20"));
    assert!(on_the_day.health(day("2026-07-01")).rules.deferral.is_some());
    // A second firing may be put off anew.
    let story = since("2026-01-01").fact(deferral("2026-07-10", "2026-08-01")).win(day("2026-08-02"));
    assert_eq!(story.health(day("2026-08-02")).rules.deferral, None);
    let story = story.fact(deferral("2027-04-02", "2027-04-30"));
    assert!(is_zombie(&story, "2027-04-02"));
    assert_eq!(story.health(day("2027-04-02")).rules.deferral, Some(story.last_fact()));
}

#[test]
fn the_evidence_tells_each_quarter_with_what_was_done() {
    let story = since("2025-07-01")
        .win(day("2025-11-05"))
        .touch(day("2026-01-05"))
        .touch(day("2026-02-05"))
        .ledger(day("2026-03-31"), bridgekeeper::domain::Direction::Give, 2)
        .stage(day("2026-04-01"), Stage::Paused)
        .stage(day("2026-06-01"), Stage::Active);
    let told: Vec<_> = story
        .case()
        .quarters(day("2026-07-10"))
        .iter()
        .map(|seen| {
            let evaluable = if seen.is_evaluable() { "" } else { " passed over" };
            let running = if seen.is_complete { "" } else { " so far" };
            format!(
                "{}{running}: {} of {}, {} touches, {} gives{evaluable}",
                seen.quarter, seen.points, seen.events, seen.touches, seen.gives
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "Q4 2025: 4 of 1, 0 touches, 0 gives",
            "Q1 2026: 0 of 0, 2 touches, 1 gives",
            "Q2 2026: 0 of 0, 0 touches, 0 gives passed over",
            "Q3 2026 so far: 0 of 0, 0 touches, 0 gives",
        ]
    );
    let first = since("2026-05-05").case().quarters(day("2026-07-10")).len();
    assert_eq!(first, 2, "from the quarter in which it became known");
}
