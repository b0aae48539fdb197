//! Commitments: how well each side keeps its promises.

use super::case::Scene;
use super::points::Points;
use crate::domain::commitment::Side;
use crate::domain::date::Date;
use crate::domain::promise::{Promise, PromiseState};

/// How many promises ended how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Done by the day they were due.
    pub on_time: u32,
    /// Done late: promises at most 7 days, milestones however much.
    pub late: u32,
    /// Done more than 7 days late.
    pub very_late: u32,
    /// Not done and over their day.
    pub open: u32,
    /// Of those done on time, how many had their day moved so often that they earn only half.
    pub moved: u32,
    quarters: u32,
}

/// One item's share in a [`Tally`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    OnTime,
    Late,
    VeryLate,
    Open,
}

/// So many moves halve what can be earned.
const MANY_MOVES: usize = 2;
/// Days that something done counts, and something due.
pub(super) const WINDOW_DAYS: i64 = 180;
const LITTLE_LATE_DAYS: i64 = 7;

impl Tally {
    /// How many count.
    pub fn counted(&self) -> u32 {
        self.on_time + self.late + self.very_late + self.open
    }

    /// The mean of 1 for what was done on time, ½ and ¼ for what was late, and 0; none when
    /// nothing counts.
    pub(super) fn mean(&self) -> Option<Points> {
        let counted = u64::from(self.counted());
        (counted > 0).then(|| Points::share(self.quarters.into(), 4 * counted))
    }

    pub(super) fn add(&mut self, kept: Kept, is_moved_often: bool) {
        let (count, quarters) = match kept {
            Kept::OnTime => (&mut self.on_time, 4),
            Kept::Late => (&mut self.late, 2),
            Kept::VeryLate => (&mut self.very_late, 1),
            Kept::Open => (&mut self.open, 0),
        };
        *count += 1;
        if is_moved_often && quarters == 4 {
            self.moved += 1;
            self.quarters += 2;
        } else {
            self.quarters += quarters;
        }
    }
}

/// What the component rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CommitmentFigures {
    /// Our promises.
    pub ours: Tally,
    /// Theirs.
    pub theirs: Tally,
}

impl CommitmentFigures {
    /// The mean of the sides that have any; missing while fewer than 2 count in all.
    pub(super) fn points(&self) -> Option<Points> {
        if self.ours.counted() + self.theirs.counted() < 2 {
            return None;
        }
        match (self.ours.mean(), self.theirs.mean()) {
            (Some(ours), Some(theirs)) => Some(ours.mean_with(theirs)),
            (ours, theirs) => ours.or(theirs),
        }
    }
}

/// How a promise counts: what was due or done in the last 180 days, and everything overdue.
pub(super) fn kept(scene: &Scene<'_>, promise: &Promise) -> Option<Kept> {
    match promise.state_on(scene.known) {
        PromiseState::Open { due } if due < scene.day => Some(Kept::Open),
        PromiseState::Done { on, due } if recent(scene, on) || recent(scene, due) => {
            Some(match due.days_until(on) {
                ..=0 => Kept::OnTime,
                1..=LITTLE_LATE_DAYS => Kept::Late,
                _ => Kept::VeryLate,
            })
        }
        _ => None,
    }
}

/// Whether a day, which may be due after the last day known, lies in the last 180 days.
pub(super) fn recent(scene: &Scene<'_>, day: Date) -> bool {
    (0..WINDOW_DAYS).contains(&scene.days_since(day))
}

/// Whether the due day had been moved so often that the item earns at most half.
pub(super) fn is_moved_often(scene: &Scene<'_>, promise: &Promise) -> bool {
    promise.times_moved_by(scene.known) >= MANY_MOVES
}

pub(super) fn figures(scene: &Scene<'_>) -> CommitmentFigures {
    let mut figures = CommitmentFigures::default();
    for promise in scene.partner().commitments.values() {
        if let Some(kept) = kept(scene, &promise.dates) {
            let tally = match promise.side {
                Side::Ours => &mut figures.ours,
                Side::Theirs => &mut figures.theirs,
            };
            tally.add(kept, is_moved_often(scene, &promise.dates));
        }
    }
    figures
}
