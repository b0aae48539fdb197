//! Where health came from and where it goes: movement, trend, and what happens if nobody acts.

use super::case::Case;
use super::{Badge, Band, Component, Health};
use crate::domain::date::Date;

/// Days that a movement spans.
pub const MOVEMENT_DAYS: i64 = 28;
/// Points from which on a movement is worth an arrow.
pub const ARROW_POINTS: i16 = 5;
/// Days ahead in which a change of band is looked for.
pub const FORECAST_DAYS: i64 = 180;
/// Weeks that a sparkline shows.
pub const SPARKLINE_WEEKS: usize = 12;

/// One day of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The day.
    pub on: Date,
    /// The displayed score, if there is one.
    pub score: Option<u8>,
    /// The band that holds, the watch included; none in stages that are not scored.
    pub badge: Option<Badge>,
}

/// A day on which the displayed score jumped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The first day of the new score.
    pub on: Date,
    /// The score of the day before.
    pub from: u8,
    /// The score of the day.
    pub to: u8,
    /// The component that moved it most.
    pub because: Component,
}

/// A day on which a partner falls into a lower band if nobody does anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fall {
    /// The first day in the lower band.
    pub on: Date,
    /// That band.
    pub band: Band,
    /// The component that moved the score most overnight; none where a rule alone changed.
    pub because: Option<Component>,
}

/// What happens if nobody does anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// The evaluated day.
    pub day: Date,
    /// The first day with another band, and that band.
    pub first_change: Option<(Date, Band)>,
    /// The day the watch begins or began; none for a Zombie.
    pub watch_on: Option<Date>,
    /// The day the partner becomes or became a Zombie.
    pub zombie_on: Option<Date>,
}

impl Case<'_> {
    /// The displayed score on `day` minus that of 28 days before; none unless both are there.
    pub fn movement(self, day: Date) -> Option<i16> {
        let score = |day| self.health(day)?.score;
        Some(i16::from(score(day)?) - i16::from(score(day.plus_days(-MOVEMENT_DAYS))?))
    }

    /// The displayed scores of `day` and of the same weekday in the 12 weeks before, earliest
    /// first.
    pub fn sparkline(self, day: Date) -> [Option<u8>; SPARKLINE_WEEKS + 1] {
        let mut weeks_back = 7 * (SPARKLINE_WEEKS as i64 + 1);
        [(); SPARKLINE_WEEKS + 1].map(|()| {
            weeks_back -= 7;
            self.health(day.plus_days(-weeks_back))?.score
        })
    }

    /// A day of a line: as it was, or beyond `today` as it will be if nothing happens.
    fn at(self, day: Date, today: Date) -> Option<Health> {
        self.health_as_known(day, day.min(today))
    }

    /// A line from `first` to `last` in steps of `step_days`; beyond `today` it is the forecast.
    /// `last` is always on it.
    pub fn path(self, first: Date, last: Date, step_days: i64, today: Date) -> Vec<Spot> {
        let mut line = Vec::new();
        let mut on = first;
        while on <= last {
            let health = self.at(on, today);
            let badge = health.as_ref().map(Health::badge);
            line.push(Spot { on, score: health.and_then(|health| health.score), badge });
            if on == last {
                break;
            }
            on = on.plus_days(step_days.max(1)).min(last);
        }
        line
    }

    /// The days from the day after `first` to `last` on which the displayed score changed by at
    /// least `least` points overnight, and why; beyond `today` those of the forecast.
    pub fn turns(self, first: Date, last: Date, least: u8, today: Date) -> Vec<Turn> {
        let mut turns = Vec::new();
        let mut before = self.at(first, today);
        let mut on = first;
        while on < last {
            on = on.plus_days(1);
            let now = self.at(on, today);
            if let (Some(old), Some(new)) = (&before, &now)
                && let (Some(from), Some(to)) = (old.score, new.score)
                && from.abs_diff(to) >= least
            {
                turns.push(Turn { on, from, to, because: moved_most(old, new) });
            }
            before = now;
        }
        turns
    }

    /// What happens after `day` if nothing does: only due dates, targets and expiries come due.
    pub fn forecast(self, day: Date) -> Option<Forecast> {
        let health = self.health(day)?;
        let zombie = health.rules.zombie;
        let fired = zombie.has_fired(day);
        Some(Forecast {
            day,
            first_change: self.first_change(day, FORECAST_DAYS),
            watch_on: zombie.watch_on.filter(|_| !fired),
            zombie_on: zombie.fires_on,
        })
    }

    /// The first of the `within` days after `day` with another band if nothing happens, and that
    /// band.
    pub fn first_change(self, day: Date, within: i64) -> Option<(Date, Band)> {
        let band = self.health(day)?.band;
        (1..=within).find_map(|days| {
            let on = day.plus_days(days);
            let then = self.health_as_known(on, day)?.band;
            (then != band).then_some((on, then))
        })
    }

    /// The first of the `within` days after `day` with a lower band if nothing happens. That it becomes a Zombie is no fall:
    /// [`Forecast::zombie_on`] says so.
    pub fn first_fall(self, day: Date, within: i64) -> Option<Fall> {
        let mut before = self.health(day)?;
        for days in 1..=within {
            let on = day.plus_days(days);
            let now = self.health_as_known(on, day)?;
            match now.band {
                // From here on nothing else is asked, or nothing can be said.
                Band::Zombie | Band::NotEnoughData => return None,
                band if band > before.band => {
                    let because = (now.score != before.score).then(|| moved_most(&before, &now));
                    return Some(Fall { on, band, because });
                }
                _ => before = now,
            }
        }
        None
    }
}

fn moved_most(old: &Health, new: &Health) -> Component {
    let moved = |component: &Component| {
        let signed = |health: &Health| i64::from(health.earned_tenths(*component));
        (signed(new) - signed(old)).abs()
    };
    Component::ALL.into_iter().rev().max_by_key(moved).unwrap_or(Component::Traction)
}
