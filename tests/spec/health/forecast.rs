//! Where health came from and where it goes if nobody acts.

use std::sync::Arc;

use bridgekeeper::domain::Direction::{Get, Give};
use bridgekeeper::domain::Side::Ours;
use bridgekeeper::domain::contact::Role::Champion;
use bridgekeeper::domain::fact::{AdjustedBand, Adjustment, Breach, BreachKind, Fact};

use bridgekeeper::domain::health::{Badge, Band, Board, Component, Forecast, Outlook, Turn};
use bridgekeeper::domain::pulse::RatedBy::Us;
use bridgekeeper::domain::{Id, Workspace};

use super::given::{Story, ago, day, line, open, person, promise, today};
use super::score::example;

#[test]
fn a_movement_is_the_displayed_score_less_that_of_28_days_ago() {
    // Full until 30 days after the touch; 36 days ago, so 28 days ago it was 100.
    let story = Story::active(730).touch(ago(36)).lead(ago(400)).pulse(ago(50), Us, 5);
    let (now, then) = (story.now().score.unwrap(), story.health(ago(28)).score.unwrap());
    assert_eq!(story.case().movement(today()), Some(i16::from(now) - i16::from(then)));
    assert_eq!((now, then), (37, 40));
    assert_eq!(Story::active(27).touch(ago(1)).lead(ago(1)).case().movement(today()), None);
    assert_eq!(Story::active(730).tracked_from(ago(10)).touch(ago(1)).case().movement(today()), None);
}

#[test]
fn a_past_day_is_shown_as_it_was_and_later_records_do_not_change_it() {
    let story = example();
    let before = story.health(ago(45));
    let later = story.win(ago(44)).touch(ago(44)).pulse(ago(10), Us, 1).fact(Fact::Breach(Breach {
        on: ago(44),
        kind: BreachKind::Data,
        what: None,
        cleared_on: None,
    }));
    assert_eq!(later.health(ago(45)), before);
}

#[test]
fn a_sparkline_is_13_weekly_scores_that_end_today() {
    let story = example();
    let line = story.case().sparkline(today());
    assert_eq!(line.len(), 13);
    assert_eq!(line[12], story.now().score);
    assert_eq!(line[0], story.health(ago(84)).score);
    assert_eq!(line[11], story.health(ago(7)).score);
    assert_eq!(Story::active(20).lead(ago(1)).case().sparkline(today())[9], None, "before it was launched");
}

#[test]
fn a_line_runs_through_today_into_the_forecast_and_ends_on_its_last_day() {
    let story = example();
    let line = story.case().path(ago(10), ago(-4), 5, today());
    let days: Vec<_> = line.iter().map(|spot| spot.on).collect();
    assert_eq!(days, [ago(10), ago(5), ago(0), ago(-4)]);
    assert_eq!(line[2].score, Some(73));
    assert_eq!(line[2].badge, Some(Badge::Watch));
    let before = Story::active(5).case().path(ago(7), ago(3), 1, today());
    let badges: Vec<_> = before.iter().map(|spot| spot.badge).collect();
    let unknown = Some(Badge::NotEnoughData);
    assert_eq!(badges, [None, None, unknown, unknown, unknown]);
    assert_eq!(Story::active(5).case().path(ago(0), ago(0), 0, today()).len(), 1);
    assert!(Story::active(5).case().path(ago(0), ago(1), 7, today()).is_empty());
}

#[test]
fn a_turn_names_the_component_that_moved_most() {
    // A win that becomes 90 days old tomorrow.
    let story = Story::active(730).touch(ago(20)).win(ago(89)).win(ago(100)).win(ago(300));
    let turns = story.case().turns(ago(3), ago(-3), 5, today());
    assert_eq!(turns, [Turn { on: ago(-1), from: 78, to: 53, because: Component::Traction }]);
    let met = Story::active(730).win(ago(1)).win(ago(200)).touch(ago(200)).touch(ago(2));
    let turns = met.case().turns(ago(5), ago(0), 5, today());
    let because: Vec<_> = turns.iter().map(|turn| (turn.on, turn.because)).collect();
    assert_eq!(because, [(ago(2), Component::Engagement), (ago(1), Component::Traction)]);
}

#[test]
fn the_forecast_of_today_is_today() {
    let story = example();
    assert_eq!(story.case().health_as_known(today(), today()), story.case().health(today()));
}

#[test]
fn if_nothing_happens_due_days_pass_and_windows_move_on() {
    let months = [10, 40, 70, 100, 130, 160, 190, 290, 390, 490, 590, 690];
    let story = months.into_iter().fold(Story::active(730), |story, days| story.win(ago(days)));
    let story = story.touch(ago(0));
    assert_eq!((story.now().score, story.now().band), (Some(100), Band::Healthy));
    let forecast = story.case().forecast(today()).unwrap();
    let (on, band) = forecast.first_change.unwrap();
    let then = |on| story.case().health_as_known(on, today()).unwrap().band;
    assert_eq!((then(on.plus_days(-1)), then(on)), (Band::Healthy, band));
    assert_eq!(band, Band::Watch);
    // November has the last result: the watch begins after the next quarter.
    assert_eq!((forecast.watch_on, forecast.zombie_on), (Some(day("2027-04-01")), Some(day("2027-07-01"))));
}

#[test]
fn a_promise_becomes_overdue_in_the_forecast() {
    let story = Story::active(730).promise(Ours, open(-3)).promise(Ours, open(-3));
    let overdue =
        |days: i64| story.case().health_as_known(ago(-days), today()).unwrap().figures.commitments.ours.open;
    assert_eq!([0, 3, 4].map(overdue), [0, 0, 2]);
    let agreed_tomorrow = Story::active(730).promise(Ours, promise(ago(-1), ago(-2)));
    let then = agreed_tomorrow.case().health_as_known(ago(-9), today()).unwrap();
    assert_eq!(then.figures.commitments.ours.open, 0, "no fact after the evaluated day");
}

#[test]
fn records_and_ends_after_the_evaluated_day_do_not_exist_in_its_forecast() {
    let story = Story::active(730).win(ago(-1)).touch(ago(-1)).pulse(ago(-1), Us, 5);
    let story = story.ledger(ago(-1), Give, 1).ledger(ago(-1), Get, 1);
    let story = story.employed(1, None, Some(ago(-5))).role(1, Champion, None, Some(ago(-3)));
    let then = story.case().health_as_known(ago(-20), today()).unwrap();
    assert!(!then.figures.traction.ever);
    assert_eq!(then.figures.engagement.last, None);
    assert_eq!(then.coverage, 40, "traction and relationship alone");
    assert!(then.figures.relationship.champion.is_current(), "nobody has said yet that she will go");
}

#[test]
fn a_champion_whose_last_day_is_today_is_gone_tomorrow() {
    let story = Story::active(730).employed(1, None, Some(today())).role(1, Champion, None, None);
    let story = story.touch_with(ago(1), &[person(1)]);
    assert_eq!(story.now().rules.champion_left, None);
    let tomorrow = story.case().health_as_known(ago(-1), today()).unwrap();
    assert_eq!(tomorrow.rules.champion_left, Some((person(1), today())));
}

#[test]
fn an_adjustment_expires_in_the_forecast() {
    let reason = line("A merger");
    let lifted = Adjustment { on: ago(5), band: AdjustedBand::Healthy, reason, expires_on: ago(-9) };
    let story = example().fact(Fact::Adjustment(lifted));
    let forecast = story.case().forecast(today()).unwrap();
    assert_eq!(forecast.first_change, Some((ago(-9), Band::Watch)));
    assert_eq!(story.case().first_change(today(), 8), None);
    assert_eq!(story.case().first_change(today(), 9), Some((ago(-9), Band::Watch)));
}

#[test]
fn of_a_zombie_the_forecast_says_since_when() {
    let zombie = Story::launched(bridgekeeper::domain::Stage::Active, day("2026-01-01"));
    let told = zombie.case().forecast(today()).unwrap();
    let since =
        Forecast { day: today(), first_change: None, watch_on: None, zombie_on: Some(day("2026-07-01")) };
    assert_eq!(told, since);
    let watched = zombie.case().forecast(day("2026-05-01")).unwrap();
    assert_eq!((watched.watch_on, watched.zombie_on), (Some(day("2026-04-01")), Some(day("2026-07-01"))));
    assert_eq!(watched.first_change, Some((day("2026-07-01"), Band::Zombie)));
}

#[test]
fn nothing_is_forecast_for_a_stage_that_is_not_scored() {
    let story = Story::launched(bridgekeeper::domain::Stage::Paused, ago(100));
    assert_eq!(story.case().forecast(today()), None);
    assert_eq!(story.case().movement(today()), None);
}

#[test]
fn a_fall_is_the_first_lower_band_and_names_what_moved_it() {
    // Nothing but silence: engagement alone moves.
    let story = Story::active(730).touch(ago(30)).win(ago(10)).pulse(ago(1), Us, 5);
    let fall = story.case().first_fall(today(), 90).unwrap();
    let (before, after) = (
        story.case().path(today(), fall.on.plus_days(-1), 1, today()),
        story.case().health_as_known(fall.on, today()).unwrap(),
    );
    assert!(before.iter().all(|spot| spot.badge == Some(Badge::of(story.now().band, false))), "{before:?}");
    assert_eq!(after.band, fall.band);
    assert!(fall.band > story.now().band);
    assert_eq!(fall.because, Some(Component::Engagement));
    let (on, band) = story.case().first_change(today(), 90).unwrap();
    assert_eq!((fall.on, fall.band), (on, band), "the same as the partner's page says");
}

#[test]
fn a_rise_is_no_fall_and_a_zombie_to_come_is_told_elsewhere() {
    // A late promise leaves the window: better by itself.
    let rising = Story::active(730).touch(ago(1)).win(ago(1)).promise(Ours, promise(ago(190), ago(185)));
    assert_eq!(rising.case().first_fall(today(), 1), None);
    let dying = Story::active(730).touch(ago(1)).win(ago(150));
    let zombie_on = dying.case().forecast(today()).unwrap().zombie_on.unwrap();
    let fall = dying.case().first_fall(today(), 365);
    assert!(fall.is_none_or(|fall| fall.on < zombie_on && fall.band < Band::Zombie), "{fall:?}");
    assert_eq!(Story::active(10).case().first_fall(today(), 90), None, "not enough data");
}

#[test]
fn an_outlook_goes_in_steps_and_after_an_edit_looks_at_one() {
    let quiet = Story::active(730).touch(ago(30)).win(ago(10)).pulse(ago(1), Us, 5);
    let mut workspace = Workspace::default();
    for number in 1..=5 {
        workspace.partners.insert(Id::from_bits(number), Arc::new(quiet.partner.clone()));
    }
    let mut board = Board::default();
    board.refresh(&workspace, today());
    let mut outlook = Outlook::default();
    assert!(!outlook.go_on(&workspace, &board, today(), 2));
    assert_eq!(outlook.falls().len(), 2);
    assert!(!outlook.go_on(&workspace, &board, today(), 2));
    assert!(outlook.go_on(&workspace, &board, today(), 2));
    assert_eq!(outlook.falls().len(), 5);
    let spoken = quiet.touch(ago(0)).pulse(ago(0), Us, 5);
    workspace.partners.insert(Id::from_bits(3), Arc::new(spoken.partner.clone()));
    workspace.partners.remove(&Id::from_bits(5));
    assert!(outlook.go_on(&workspace, &board, today(), 1), "one is enough");
    let falls = outlook.falls();
    assert_eq!(falls.len(), 4);
    assert!(falls.is_sorted_by_key(|(_, fall)| fall.on), "the first to come first: {falls:?}");
    assert_eq!(falls.last().map(|(id, _)| *id), Some(Id::from_bits(3)));
}
