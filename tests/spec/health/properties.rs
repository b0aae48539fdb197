//! What holds for any story whatever.

use bridgekeeper::domain::Side;
use bridgekeeper::domain::contact::Role;
use bridgekeeper::domain::fact::{AdjustedBand, Adjustment, Breach, BreachKind, Escalation, Fact};
use bridgekeeper::domain::health::{Band, Component};
use bridgekeeper::domain::pulse::RatedBy;
use bridgekeeper::domain::{Date, Direction, FiscalStart, Stage, Tier, TractionKind};
use proptest::prelude::*;

use super::given::{Story, ago, line, person, promise, today};

/// One thing that was recorded, so many days ago.
#[derive(Clone, Debug)]
enum Event {
    Result(TractionKind),
    Touch(u128),
    Mail,
    Promise { side: Side, due_after: i64, done_after: Option<i64> },
    Milestone { due_after: i64, done_after: Option<i64> },
    Ledger(Direction, u8),
    Pulse(RatedBy, u8),
    Joined { who: u128, for_days: Option<i64> },
    Role { who: u128, role: Role, for_days: Option<i64> },
    Stage(Stage),
    Tier(Tier),
    Breach { for_days: Option<i64> },
    Escalation { level: u8, for_days: Option<i64> },
    Adjustment { band: AdjustedBand, for_days: i64 },
}

fn any_event() -> impl Strategy<Value = Event> {
    let side = prop_oneof![Just(Side::Ours), Just(Side::Theirs)];
    let kind = (0..6_usize).prop_map(|kind| TractionKind::ALL[kind]);
    let perhaps = || proptest::option::of(0..200_i64);
    let direction = prop_oneof![Just(Direction::Give), Just(Direction::Get)];
    let by = prop_oneof![Just(RatedBy::Us), Just(RatedBy::Them)];
    let role = prop_oneof![Just(Role::Champion), Just(Role::EconomicSponsor)];
    let stage = prop_oneof![
        4 => Just(Stage::Active), 1 => Just(Stage::Onboarding), 1 => Just(Stage::Paused), 1 => Just(Stage::Ending)
    ];
    prop_oneof![
        3 => kind.prop_map(Event::Result),
        3 => (0..4_u128).prop_map(Event::Touch),
        1 => Just(Event::Mail),
        3 => (side, 0..200_i64, perhaps())
            .prop_map(|(side, due_after, done_after)| Event::Promise { side, due_after, done_after }),
        2 => (0..200_i64, perhaps()).prop_map(|(due_after, done_after)| Event::Milestone { due_after, done_after }),
        2 => (direction, 1..=5_u8).prop_map(|(direction, points)| Event::Ledger(direction, points)),
        1 => (by, 1..=5_u8).prop_map(|(by, rating)| Event::Pulse(by, rating)),
        1 => (1..4_u128, perhaps()).prop_map(|(who, for_days)| Event::Joined { who, for_days }),
        1 => (1..4_u128, role, perhaps()).prop_map(|(who, role, for_days)| Event::Role { who, role, for_days }),
        1 => stage.prop_map(Event::Stage),
        1 => (0..4_usize).prop_map(|tier| Event::Tier(Tier::ALL[tier])),
        1 => perhaps().prop_map(|for_days| Event::Breach { for_days }),
        1 => (1..=3_u8, perhaps()).prop_map(|(level, for_days)| Event::Escalation { level, for_days }),
        1 => (0..4_usize, 1..=90_i64)
            .prop_map(|(band, for_days)| Event::Adjustment { band: AdjustedBand::ALL[band], for_days }),
    ]
}

fn tell(story: Story, event: &Event, days: i64) -> Story {
    let on = ago(days);
    let later = |days: Option<i64>| days.map(|days| on.plus_days(days));
    let dates = |due_after, done_after: Option<i64>| {
        let mut dates = promise(on, on.plus_days(due_after));
        if let Some(done) = later(done_after) {
            dates.keep(done, done).unwrap();
        }
        dates
    };
    match event.clone() {
        Event::Result(kind) => story.result(on, kind),
        Event::Touch(0) => story.touch(on),
        Event::Touch(who) => story.touch_with(on, &[person(who)]),
        Event::Mail => story.mail(on),
        Event::Promise { side, due_after, done_after } => story.promise(side, dates(due_after, done_after)),
        Event::Milestone { due_after, done_after } => story.milestone(dates(due_after, done_after)),
        Event::Ledger(direction, points) => story.ledger(on, direction, points),
        Event::Pulse(by, rating) => story.pulse(on, by, rating),
        Event::Joined { who, for_days } => story.employed(who, Some(on), later(for_days)),
        Event::Role { who, role, for_days } => story.role(who, role, Some(on), later(for_days)),
        // The history of stages and tiers begins with the partner.
        Event::Stage(to) => {
            let on = on.max(begun_on(&story));
            story.stage(on, to)
        }
        Event::Tier(to) => {
            let on = on.max(begun_on(&story));
            story.tier(on, to)
        }
        Event::Breach { for_days } => story.fact(Fact::Breach(Breach {
            on,
            kind: BreachKind::Contract,
            what: None,
            cleared_on: later(for_days),
        })),
        Event::Escalation { level, for_days } => {
            story.fact(Fact::Escalation(Escalation { on, level, what: None, closed_on: later(for_days) }))
        }
        Event::Adjustment { band, for_days } => story.fact(Fact::Adjustment(Adjustment {
            on,
            band,
            reason: line("They told us"),
            expires_on: on.plus_days(for_days),
        })),
    }
}

fn begun_on(story: &Story) -> Date {
    story.partner.stage_changes.values().map(|change| change.on).min().unwrap()
}

type Events = Vec<(Event, i64)>;

fn events() -> impl Strategy<Value = Events> {
    proptest::collection::vec((any_event(), -60..700_i64), 0..30)
}

/// Launched so many days ago, tracked for so many, with this fiscal start.
fn beginning() -> impl Strategy<Value = Story> {
    (0..900_i64, 0..900_i64, 1..=12_u8).prop_map(|(launched, tracked, month)| {
        let mut story = Story::active(launched).tracked_from(ago(tracked));
        story.fiscal = FiscalStart::new(month).unwrap();
        story
    })
}

fn any_story() -> impl Strategy<Value = Story> {
    (beginning(), events()).prop_map(|(story, events)| {
        events.iter().fold(story, |story, (event, days)| tell(story, event, *days))
    })
}

/// The same words, worst last; too little data is no rank.
fn rank(band: Band) -> Option<u8> {
    (band != Band::NotEnoughData).then_some(band as u8)
}

proptest! {
    #[test]
    fn a_score_lies_within_its_range_and_that_within_0_and_100(story in any_story(), days in 0..800_i64) {
        let Some(health) = story.case().health(ago(days)) else { return Ok(()) };
        let (least, most) = health.range;
        prop_assert!(least <= most && most <= 100 && health.coverage <= 100);
        if let Some(score) = health.score {
            prop_assert!(least <= score && score <= most, "{score} in {least}–{most}");
        }
        prop_assert_eq!(health.score.is_some(), health.coverage >= 30);
        let earned: u32 = Component::ALL.iter().map(|component| health.earned_tenths(*component)).sum();
        if health.score.is_some() {
            prop_assert!(earned.abs_diff(health.total_tenths()) <= 4, "{earned} {}", health.total_tenths());
        }
        let is_possible = |component: &Component| {
            health.earned_tenths(*component) <= health.possible_tenths(*component)
        };
        prop_assert!(Component::ALL.iter().all(is_possible));
    }

    #[test]
    fn a_traction_event_never_lowers_the_health_of_its_day(
        story in any_story(),
        days in 0..800_i64,
        kind in 0..6_usize,
    ) {
        let Some(before) = story.case().health(ago(days)) else { return Ok(()) };
        let after = story.result(ago(days), TractionKind::ALL[kind]).health(ago(days));
        prop_assert!(after.range.0 >= before.range.0);
        // The first event ever in the first 90 days makes a component count that was missing.
        if before.points(Component::Traction).is_some() {
            prop_assert!(after.score >= before.score);
            prop_assert!(rank(after.band) <= rank(before.band), "{:?} {:?}", before.band, after.band);
        }
    }

    #[test]
    fn a_past_day_ignores_what_is_recorded_later(
        story in any_story(),
        more in events(),
        days in 0..800_i64,
    ) {
        let before = story.case().health(ago(days));
        let later = more.iter().filter(|(_, on)| *on < days);
        let told = later.fold(story, |story, (event, on)| tell(story, event, *on));
        prop_assert_eq!(told.case().health(ago(days)), before);
    }

    #[test]
    fn nothing_but_traction_lifts_a_zombie(story in any_story(), more in events(), days in 0..800_i64) {
        let on = ago(days);
        let is_zombie = |story: &Story| story.case().health(on).map(|health| health.band == Band::Zombie);
        if is_zombie(&story) != Some(true) {
            return Ok(());
        }
        let other = more.iter().filter(|(event, _)| !matches!(event, Event::Result(_) | Event::Stage(_)));
        let told = other.fold(story, |story, (event, days)| tell(story, event, *days));
        prop_assert_eq!(is_zombie(&told), Some(true));
    }

    #[test]
    fn the_forecast_of_the_first_day_is_that_day(story in any_story(), days in -60..800_i64) {
        prop_assert_eq!(story.case().health_as_known(ago(days), ago(days)), story.case().health(ago(days)));
    }

    #[test]
    fn a_forecast_ignores_what_is_dated_after_the_evaluated_day(
        story in any_story(),
        more in events(),
        days in 0..300_i64,
        ahead in 0..300_i64,
    ) {
        let forecast = |story: &Story| story.case().health_as_known(ago(days - ahead), ago(days));
        let before = forecast(&story);
        let later = more.iter().filter(|(_, on)| *on < days);
        let told = later.fold(story, |story, (event, on)| tell(story, event, *on));
        prop_assert_eq!(forecast(&told), before);
    }

    #[test]
    fn an_imported_partner_is_no_zombie_before_two_tracked_quarters(
        events in events(),
        launched in 0..900_i64,
        tracked in 0..900_i64,
        month in 1..=12_u8,
        days in 0..900_i64,
    ) {
        let mut story = Story::active(launched.max(tracked)).tracked_from(ago(tracked));
        story.fiscal = FiscalStart::new(month).unwrap();
        let told = events.iter().fold(story, |story, (event, days)| tell(story, event, *days));
        let Some(health) = told.case().health(ago(days)) else { return Ok(()) };
        // Two quarters are at least 181 days.
        if tracked - days < 181 {
            prop_assert_ne!(health.band, Band::Zombie);
        }
    }

    #[test]
    fn the_days_of_watch_and_zombie_come_true_if_nothing_happens(story in any_story()) {
        let Some(health) = story.case().health(today()) else { return Ok(()) };
        let zombie = health.rules.zombie;
        let then = |days: i64, on: Date| {
            story.case().health_as_known(on.plus_days(days), today()).unwrap()
        };
        let watch_on = zombie.watch_on.unwrap();
        let fires_on = zombie.fires_on.unwrap();
        prop_assert!(watch_on < fires_on);
        if watch_on > today() {
            prop_assert!(!then(-1, watch_on).rules.zombie.is_watched(watch_on.plus_days(-1)));
            prop_assert!(then(0, watch_on).rules.zombie.is_watched(watch_on));
        }
        if fires_on > today() {
            prop_assert!(then(-1, fires_on).band != Band::Zombie);
            prop_assert_eq!(then(0, fires_on).band, Band::Zombie);
        }
    }

    #[test]
    fn raising_gains_what_it_says(story in any_story()) {
        let raises = story.case().raise(today());
        prop_assert!(raises.iter().all(|raise| raise.gain > 0));
        prop_assert!(raises.is_sorted_by(|one, other| one.gain >= other.gain));
        if let Some(win) = raises.iter().find(|raise| raise.step == bridgekeeper::domain::health::Step::Win) {
            let (now, then) = (story.now().score.unwrap(), story.clone().win(today()).now().score.unwrap());
            prop_assert_eq!(win.gain, then - now);
        }
    }
}
