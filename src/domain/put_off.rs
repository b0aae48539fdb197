//! Rows of the agenda that wait until a day.
//!
//! Only the agenda looks here: a promise put off is as late as before, and health counts it so.

use serde::Serialize;

use crate::domain::fields::reads;

use super::date::Date;
use super::id::Id;
use super::moment::Moment;
use super::refusal::{Field, Refusal};
use super::workspace::Workspace;

/// A row that is off the agenda on `on <= day < until`. Which row, its identity says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PutOff {
    /// The day it was put off.
    pub on: Date,
    /// The first day on which it is back.
    pub until: Date,
}

reads!(PutOff { on, until });

/// Days that a row may wait; what waits longer is forgotten.
pub const MOST_DAYS: i64 = 90;

/// A day that rows are often put off to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Near {
    /// The next day.
    Tomorrow,
    /// The Monday to come.
    Monday,
    /// The same weekday of next week.
    InAWeek,
}

/// The days near `today`, each once: on a Sunday tomorrow is Monday, and on a Monday the next is in a week.
pub fn near(today: Date) -> Vec<(Near, Date)> {
    let to_monday = 7 - i64::from(today.weekday().num_days_from_monday());
    let mut days = vec![(Near::Tomorrow, 1), (Near::Monday, to_monday), (Near::InAWeek, 7)];
    days.retain(|(near, days)| *near != Near::Monday || (2..7).contains(days));
    days.into_iter().map(|(near, days)| (near, today.plus_days(days))).collect()
}

/// A row of the agenda, by what it is about.
pub type RowId = Id<PutOff>;

/// The identity of a row about something, which has `bits`: the same in every tab, so that a row put off in two of them is
/// put off once.
pub fn row_id(about: &str, bits: u128) -> RowId {
    Id::following(about.bytes().chain(bits.to_be_bytes()))
}

impl Workspace {
    /// Takes a row off the agenda until a day. Refuses today and before, and more than [`MOST_DAYS`].
    pub fn put_off(&mut self, row: RowId, until: Date, moment: &mut Moment<'_>) -> Result<(), Refusal> {
        let on = moment.today();
        let (earliest, latest) = (on.plus_days(1), on.plus_days(MOST_DAYS));
        if until < earliest {
            return Err(Refusal::Before { field: Field::Until, earliest, why: "tomorrow" });
        }
        if until > latest {
            return Err(Refusal::After { field: Field::Until, latest, why: "90 days from now" });
        }
        self.put_off.insert(row, PutOff { on, until });
        Ok(())
    }

    /// Puts a row back on the agenda.
    pub fn bring_back(&mut self, row: RowId, moment: &mut Moment<'_>) {
        let on = moment.today();
        if let Some(put_off) = self.put_off.get_mut(&row) {
            *put_off = PutOff { on, until: on };
        }
    }

    /// The day on which a row is back, if it waits on `day`.
    pub fn waits_until(&self, row: RowId, day: Date) -> Option<Date> {
        let put_off = self.put_off.get(&row)?;
        (put_off.on..put_off.until).contains(&day).then_some(put_off.until)
    }
}
