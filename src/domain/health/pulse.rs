//! Pulse: how both sides rate the partnership.

use super::case::Scene;
use super::points::Points;
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::domain::pulse::{Pulse, RatedBy};

/// What pulse rests on: the latest rating by each side in the last 90 days, 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PulseFigures {
    /// Ours.
    pub us: Option<u8>,
    /// Theirs.
    pub them: Option<u8>,
}

pub(super) const WINDOW_DAYS: i64 = 90;

impl PulseFigures {
    /// 0 for a rating of 1 to 100 for one of 5, as a mean over the sides. Missing without any.
    pub(super) fn points(&self) -> Option<Points> {
        let ratings = [self.us, self.them];
        let sides = ratings.iter().flatten().count() as u64;
        let steps: u64 = ratings.iter().flatten().map(|rating| u64::from(*rating) - 1).sum();
        (sides > 0).then(|| Points::share(steps, 4 * sides))
    }
}

/// The rating of a side that counts.
pub(super) fn latest<'a>(scene: &Scene<'a>, by: RatedBy) -> Option<(Id<Pulse>, &'a Pulse)> {
    let pulses = scene.partner().pulses.iter();
    let counted = pulses.filter(|(_, pulse)| pulse.by == by && scene.in_last(WINDOW_DAYS, pulse.on));
    counted
        .map(|(id, pulse)| (*id, pulse))
        .max_by_key(|(id, pulse): &(Id<Pulse>, &Pulse)| -> (Date, Id<Pulse>) { (pulse.on, *id) })
}

pub(super) fn figures(scene: &Scene<'_>) -> PulseFigures {
    let rating = |by| latest(scene, by).map(|(_, pulse)| pulse.rating.get());
    PulseFigures { us: rating(RatedBy::Us), them: rating(RatedBy::Them) }
}
