//! The rule about Zombies: two quarters in a row without any traction, and it is called what it is.
//!
//! A quarter is *evaluable* when the partner was known by its first day and Paused on fewer than 30
//! of its days; others are passed over. The rule fires when there was no traction from the first
//! day of the earlier of the two latest completed evaluable quarters until today. So both days that
//! matter follow from the last traction event alone: the watch begins when the first evaluable
//! quarter that began after it is complete, and the rule fires when the second is. Meetings, mails,
//! signatures and plans are no traction, and nothing here looks at them.

use super::case::{Case, Scene};
use crate::domain::calendar::Quarter;
use crate::domain::date::Date;
use crate::domain::entry::Entry;
use crate::domain::fact::{Deferral, Fact, FactId};
use crate::domain::ledger::Direction;
use crate::domain::order::sorted_by_key;
use crate::domain::partner::Stage;

/// Paused days from which on a quarter is passed over.
const PAUSED_DAYS: i64 = 30;
/// No two complete quarters are shorter.
const TWO_QUARTERS_DAYS: i64 = 180;

/// The days that follow from the last traction event, as long as none is recorded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ZombieDays {
    /// The day the watch begins or began.
    pub watch_on: Option<Date>,
    /// The day the rule fires or fired; none beyond the calendar.
    pub fires_on: Option<Date>,
}

impl ZombieDays {
    /// Whether the rule has fired by `day`.
    pub fn has_fired(self, day: Date) -> bool {
        self.fires_on.is_some_and(|on| on <= day)
    }

    /// Whether one quarter is empty already and the rule has not fired by `day`.
    pub fn is_watched(self, day: Date) -> bool {
        self.watch_on.is_some_and(|on| on <= day) && !self.has_fired(day)
    }
}

/// What the rule says of a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Verdict {
    pub days: ZombieDays,
    /// The traction event that ended the last firing, while no full quarter has borne it out.
    pub revived_on: Option<Date>,
}

pub(super) fn verdict(scene: &Scene<'_>) -> Verdict {
    let events = &scene.partner().traction;
    let mut days: Vec<Date> = Vec::with_capacity(events.len());
    days.extend(events.values().map(|event| event.on).filter(|on| *on <= scene.known));
    let days = if days.is_sorted() { days } else { sorted_by_key(days, |on| *on) };
    Verdict { days: days_after(scene, days.last().copied()), revived_on: revived_on(scene, &days) }
}

/// When the watch begins and the rule fires if nothing follows `last`.
fn days_after(scene: &Scene<'_>, last: Option<Date>) -> ZombieDays {
    let after_last = last.map(|last| last.plus_days(1));
    let earliest = after_last.map_or(scene.known_since, |day| day.max(scene.known_since));
    let is_paused = scene.partner().stage_on(scene.known) == Stage::Paused;
    let mut quarter = Quarter::of(earliest, scene.case.fiscal);
    if quarter.first_day() < earliest {
        quarter = quarter.next();
    }
    let mut days = ZombieDays::default();
    loop {
        let completed_on = quarter.next().first_day();
        // The calendar ends, or so does what is known of a pause.
        if completed_on == Date::MAX || (is_paused && quarter.first_day() > scene.known) {
            break;
        }
        if paused_days(scene, quarter) < PAUSED_DAYS {
            if days.watch_on.is_some() {
                days.fires_on = Some(completed_on);
                break;
            }
            days.watch_on = Some(completed_on);
        }
        quarter = quarter.next();
    }
    days
}

/// How many days of a quarter the partner was Paused, as far as is known; the last stage known
/// goes on.
fn paused_days(scene: &Scene<'_>, quarter: Quarter) -> i64 {
    let changes = || scene.partner().stage_changes.iter().filter(|(_, change)| change.on <= scene.known);
    let mut days = 0;
    for (id, pause) in changes().filter(|(_, change)| change.to == Stage::Paused) {
        if changes().any(|(other, change)| change.on == pause.on && other > id) {
            continue;
        }
        let next = changes().map(|(_, change)| change.on).filter(|on| *on > pause.on).min();
        let from = pause.on.max(quarter.first_day());
        let until = next.map_or(quarter.next().first_day(), |next| next.min(quarter.next().first_day()));
        days += from.days_until(until).max(0);
    }
    days
}

/// The day of the event that ended the latest firing, unless a quarter that began on or after it,
/// and holds traction, has closed. `days` are those of traction, in their order.
fn revived_on(scene: &Scene<'_>, days: &[Date]) -> Option<Date> {
    let mut revived = None;
    let mut last = None;
    for (place, day) in days.iter().enumerate() {
        let quiet_since = last.map_or(scene.known_since, |last: Date| last.max(scene.known_since));
        if quiet_since.days_until(*day) > TWO_QUARTERS_DAYS
            && days_after(scene, last).fires_on.is_some_and(|fired_on| fired_on < *day)
        {
            revived = Some((place, *day));
        }
        last = Some(*day);
    }
    let (place, revived_on) = revived?;
    let is_borne_out = days.iter().skip(place).any(|day| {
        let quarter = Quarter::of(*day, scene.case.fiscal);
        quarter.first_day() >= revived_on && quarter.last_day() < scene.day
    });
    (!is_borne_out).then_some(revived_on)
}

/// The first deferral of the firing that began `fired_on`.
pub(super) fn deferral<'a>(scene: &Scene<'a>, fired_on: Date) -> Option<(FactId, &'a Deferral)> {
    let facts = scene.partner().facts.iter();
    let deferrals = facts.filter_map(|(id, fact)| match fact {
        Fact::Deferral(deferral) if (fired_on..=scene.known).contains(&deferral.on) => Some((*id, deferral)),
        _ => None,
    });
    deferrals.min_by_key(|(id, deferral)| (deferral.on, *id))
}

/// A quarter as evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuarterSeen {
    /// Which.
    pub quarter: Quarter,
    /// Its last day lies before the evaluated one.
    pub is_complete: bool,
    /// The partner was known by its first day.
    pub is_known: bool,
    /// Days of it that the partner was Paused; from 30 on it is passed over.
    pub paused_days: i64,
    /// Traction events.
    pub events: u32,
    /// Their points.
    pub points: u32,
    /// Two-way touches: effort, but no traction.
    pub touches: u32,
    /// Gives: effort, but no traction.
    pub gives: u32,
}

impl QuarterSeen {
    /// Whether the rule looks at it.
    pub fn is_evaluable(&self) -> bool {
        self.is_known && self.paused_days < PAUSED_DAYS
    }
}

/// Quarters of evidence that are shown at most.
const EVIDENCE: usize = 8;

impl Case<'_> {
    /// The quarters a verdict on `day` rests on, earliest first: from the last one with traction,
    /// or the one in which the partner became known, to that of `day`; at most 8.
    pub fn quarters(self, day: Date) -> Vec<QuarterSeen> {
        let Some(scene) = self.scene(day, day) else { return Vec::new() };
        let mut seen = Vec::new();
        let mut quarter = Quarter::of(day, self.fiscal);
        while seen.len() < EVIDENCE {
            let one = seen_in(&scene, quarter);
            let is_first = (one.events > 0 && one.is_complete) || quarter.first_day() <= scene.known_since;
            seen.push(one);
            if is_first {
                break;
            }
            quarter = quarter.previous();
        }
        seen.reverse();
        seen
    }
}

fn seen_in(scene: &Scene<'_>, quarter: Quarter) -> QuarterSeen {
    let partner = scene.partner();
    let (first, next) = (quarter.first_day(), quarter.next().first_day());
    let is_in = |on: Date| first <= on && on < next && on <= scene.known;
    let results = || partner.traction.values().filter(|event| is_in(event.on));
    let gives =
        partner.ledger.values().filter(|entry| entry.direction == Direction::Give && is_in(entry.on()));
    QuarterSeen {
        quarter,
        is_complete: quarter.last_day() < scene.day,
        is_known: scene.known_since <= first,
        paused_days: paused_days(scene, quarter),
        events: results().map(|_| 1).sum(),
        points: results().map(|event| u32::from(event.kind.points())).sum(),
        touches: scene.touches().filter(|touch| is_in(touch.on)).map(|_| 1).sum(),
        gives: gives.map(|_| 1).sum(),
    }
}
