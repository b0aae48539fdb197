//! The dated life of something promised: made, due, perhaps moved, done or dropped.
//!
//! Commitments and milestones share it, so both follow one set of rules about lateness.

use serde::Serialize;

use crate::domain::fields::{reads, reads_as};

use super::date::Date;
use super::order::sorted_by_key;
use super::refusal::{Field, Refusal};
use super::text::Line;

/// A new due day, agreed on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Move {
    /// The day it was agreed.
    pub on: Date,
    /// The new due day.
    pub to: Date,
}

reads!(Move { on, to });

/// How a promise ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was kept on this day.
    Done(Date),
    /// It was given up on this day, for this reason.
    Dropped(Date, Line<500>),
}

/// How a promise stands on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PromiseState {
    /// The day is before it was made.
    NotMade,
    /// Still to do, due on this day.
    Open {
        /// The due day that holds.
        due: Date,
    },
    /// Done on a day, when it was due on another.
    Done {
        /// The day it was done.
        on: Date,
        /// The due day that held then.
        due: Date,
    },
    /// Given up on a day.
    Dropped {
        /// The day it was given up.
        on: Date,
    },
}

/// The dated life of something promised.
///
/// A move counts when it was agreed before the due day that held and before the end; of several
/// moves agreed on one day the last counts. No day lies before the day it was made, and no new due
/// day before the day it was agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "Stored")]
pub struct Promise {
    made_on: Date,
    due: Date,
    moves: Vec<Move>,
    outcome: Option<Outcome>,
}

reads_as!(Promise, from Stored);

impl Promise {
    /// A promise made on `made_on`. Refuses a due day before it.
    pub fn new(made_on: Date, due: Date) -> Result<Self, Refusal> {
        not_before(Field::Due, due, made_on)?;
        Ok(Self { made_on, due, moves: Vec::new(), outcome: None })
    }

    /// The day it was made; before it the promise does not exist.
    pub fn made_on(&self) -> Date {
        self.made_on
    }

    /// The due day it was made with, before any move.
    pub fn first_due(&self) -> Date {
        self.due
    }

    /// How it ended, if it has.
    pub fn outcome(&self) -> Option<&Outcome> {
        self.outcome.as_ref()
    }

    /// Refuses a promise that was made, moved or closed after `today`. Due days may be.
    pub fn check(&self, today: Date) -> Result<(), Refusal> {
        Refusal::unless_past(Field::MadeOn, self.made_on, today)?;
        self.moves.iter().try_for_each(|one| Refusal::unless_past(Field::On, one.on, today))?;
        self.outcome.iter().try_for_each(|end| Refusal::unless_past(Field::DoneOn, end.on(), today))
    }

    /// The same life with other days at its start. Refuses a due day before `made_on`, and a
    /// `made_on` after a move or the end.
    pub fn corrected(&self, made_on: Date, due: Date) -> Result<Self, Refusal> {
        not_before(Field::Due, due, made_on)?;
        let earliest = self.moves.iter().map(|one| one.on).chain(self.outcome.iter().map(Outcome::on)).min();
        if let Some(earliest) = earliest.filter(|earliest| *earliest < made_on) {
            return Err(Refusal::After {
                field: Field::MadeOn,
                latest: earliest,
                why: "when it was moved or closed",
            });
        }
        Ok(Self { made_on, due, ..self.clone() })
    }

    /// The due day that holds on `day`.
    pub fn due_on(&self, day: Date) -> Date {
        self.moved_by(day).0
    }

    /// How often the due day had been moved by `day`; moves that came too late are not counted.
    pub fn times_moved_by(&self, day: Date) -> usize {
        self.moved_by(day).1
    }

    /// How it stands on `day`.
    pub fn state_on(&self, day: Date) -> PromiseState {
        if day < self.made_on {
            return PromiseState::NotMade;
        }
        match &self.outcome {
            Some(Outcome::Done(on)) if *on <= day => PromiseState::Done { on: *on, due: self.due_on(*on) },
            Some(Outcome::Dropped(on, _)) if *on <= day => PromiseState::Dropped { on: *on },
            _ => PromiseState::Open { due: self.due_on(day) },
        }
    }

    /// The due day if it is open on `day`.
    pub fn open_due(&self, day: Date) -> Option<Date> {
        match self.state_on(day) {
            PromiseState::Open { due } => Some(due),
            _ => None,
        }
    }

    /// Whether it is open on `day` and was due before it.
    pub fn is_overdue(&self, day: Date) -> bool {
        self.open_due(day).is_some_and(|due| due < day)
    }

    /// Agrees a new due day on `on`. Refuses a closed promise, a day on which it was due already,
    /// and a due day before `on`.
    pub fn move_to(&mut self, on: Date, to: Date) -> Result<(), Refusal> {
        self.refuse_closed()?;
        not_before(Field::On, on, self.made_on)?;
        let due = self.due_on(on);
        if due <= on {
            return Err(Refusal::DueAlready { due });
        }
        let new = Move { on, to };
        new.check_order()?;
        self.moves.push(new);
        Ok(())
    }

    /// Keeps it on `on`. Refuses a closed promise, and days before it was made or after `today`.
    pub fn keep(&mut self, on: Date, today: Date) -> Result<(), Refusal> {
        self.close(on, today, Outcome::Done(on))
    }

    /// Gives it up on `on`, for a reason. Refuses as [`Promise::keep`] does.
    pub fn drop_it(&mut self, on: Date, reason: Line<500>, today: Date) -> Result<(), Refusal> {
        self.close(on, today, Outcome::Dropped(on, reason))
    }

    /// Opens it again, as if it had never been closed.
    pub fn reopen(&mut self) {
        self.outcome = None;
    }

    fn close(&mut self, on: Date, today: Date, outcome: Outcome) -> Result<(), Refusal> {
        self.refuse_closed()?;
        Refusal::unless_past(Field::DoneOn, on, today)?;
        not_before(Field::DoneOn, on, self.made_on)?;
        self.outcome = Some(outcome);
        Ok(())
    }

    fn refuse_closed(&self) -> Result<(), Refusal> {
        self.outcome.as_ref().map_or(Ok(()), |outcome| Err(Refusal::Closed { on: outcome.on() }))
    }

    fn moved_by(&self, day: Date) -> (Date, usize) {
        if self.moves.is_empty() {
            return (self.due, 0);
        }
        let moves: Vec<&Move> = self
            .moves
            .iter()
            .filter(|one| one.on <= day && self.outcome.as_ref().is_none_or(|outcome| one.on < outcome.on()))
            .collect();
        let moves = sorted_by_key(moves, |one| one.on);
        let (mut due, mut times) = (self.due, 0);
        for (index, one) in moves.iter().enumerate() {
            let is_last_of_its_day = moves.get(index + 1).is_none_or(|next| next.on != one.on);
            if is_last_of_its_day && one.on < due {
                due = one.to;
                times += 1;
            }
        }
        (due, times)
    }
}

impl Move {
    fn check_order(&self) -> Result<(), Refusal> {
        if self.to < self.on {
            return Err(Refusal::Before {
                field: Field::Due,
                earliest: self.on,
                why: "the day you agree the new date",
            });
        }
        Ok(())
    }
}

impl Outcome {
    /// The day it ended.
    pub fn on(&self) -> Date {
        match self {
            Self::Done(on) | Self::Dropped(on, _) => *on,
        }
    }
}

/// Refuses a day before the promise was made.
fn not_before(field: Field, day: Date, made_on: Date) -> Result<(), Refusal> {
    if day < made_on {
        Err(Refusal::Before { field, earliest: made_on, why: "the day it was promised" })
    } else {
        Ok(())
    }
}

/// How a promise is written down.
#[derive(Serialize)]
struct Stored {
    made_on: Date,
    due: Date,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    moves: Vec<Move>,
    #[serde(skip_serializing_if = "Option::is_none")]
    done_on: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dropped: Option<StoredDrop>,
}

reads!(Stored { made_on, due } or_not { moves, done_on, dropped });

#[derive(Serialize)]
struct StoredDrop {
    on: Date,
    reason: Line<500>,
}

reads!(StoredDrop { on, reason });

impl TryFrom<Stored> for Promise {
    type Error = Refusal;

    fn try_from(stored: Stored) -> Result<Self, Refusal> {
        let outcome = match (stored.done_on, stored.dropped) {
            (Some(on), Some(_)) => return Err(Refusal::Closed { on }),
            (Some(on), None) => Some(Outcome::Done(on)),
            (None, Some(dropped)) => Some(Outcome::Dropped(dropped.on, dropped.reason)),
            (None, None) => None,
        };
        not_before(Field::Due, stored.due, stored.made_on)?;
        stored.moves.iter().try_for_each(Move::check_order)?;
        let days = stored.moves.iter().map(|one| one.on).chain(outcome.iter().map(Outcome::on));
        for day in days {
            not_before(Field::On, day, stored.made_on)?;
        }
        Ok(Self { made_on: stored.made_on, due: stored.due, moves: stored.moves, outcome })
    }
}

impl From<Promise> for Stored {
    fn from(promise: Promise) -> Self {
        let (done_on, dropped) = match promise.outcome {
            Some(Outcome::Done(on)) => (Some(on), None),
            Some(Outcome::Dropped(on, reason)) => (None, Some(StoredDrop { on, reason })),
            None => (None, None),
        };
        Self { made_on: promise.made_on, due: promise.due, moves: promise.moves, done_on, dropped }
    }
}
