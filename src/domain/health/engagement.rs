//! Engagement: how lately both sides spoke.

use super::case::Scene;
use super::points::Points;
use crate::domain::date::Date;

/// What engagement rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EngagementFigures {
    /// The day of the last two-way touch.
    pub last: Option<Date>,
    /// Days since then.
    pub days: i64,
    /// Days between two-way touches that are ideal.
    pub cadence: i64,
}

impl EngagementFigures {
    /// Full within the cadence, then falling to 0 over twice the cadence. Missing when there never
    /// was a two-way touch.
    pub(super) fn points(&self) -> Option<Points> {
        self.last?;
        let left = u64::try_from(3 * self.cadence - self.days).unwrap_or(0);
        let cadence = u64::try_from(self.cadence).unwrap_or(1);
        Some(Points::share(left, 2 * cadence))
    }
}

pub(super) fn figures(scene: &Scene<'_>) -> EngagementFigures {
    let last = scene.touches().map(|touch| touch.on).max();
    EngagementFigures { last, days: last.map_or(0, |on| scene.days_since(on)), cadence: scene.cadence }
}
