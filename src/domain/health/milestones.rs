//! Milestones: whether what both sides agreed was reached by its day.

use super::case::Scene;
use super::commitments::{Kept, Tally, is_moved_often, recent};
use crate::domain::promise::{Promise, PromiseState};

/// How a milestone counts: what was reached in the last 180 days, and what had its day in them,
/// before the evaluated one.
pub(super) fn kept(scene: &Scene<'_>, promise: &Promise) -> Option<Kept> {
    let was_due = |due| recent(scene, due) && due < scene.day;
    match promise.state_on(scene.known) {
        PromiseState::Open { due } if was_due(due) => Some(Kept::Open),
        PromiseState::Done { on, due } if recent(scene, on) || was_due(due) => {
            Some(if on <= due { Kept::OnTime } else { Kept::Late })
        }
        _ => None,
    }
}

/// What the component rests on; its points are the mean.
pub(super) fn figures(scene: &Scene<'_>) -> Tally {
    let mut tally = Tally::default();
    for milestone in scene.partner().milestones.values() {
        if let Some(kept) = kept(scene, &milestone.dates) {
            tally.add(kept, is_moved_often(scene, &milestone.dates));
        }
    }
    tally
}
