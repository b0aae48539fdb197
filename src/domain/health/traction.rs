//! Traction: commercial results of the last two times 90 days, counted and never priced.

use super::case::Scene;
use super::points::Points;

/// What traction rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TractionFigures {
    /// Points in the last 90 days.
    pub latest: u32,
    /// Points in the 90 days before.
    pub before: u32,
    /// Points expected in 90 days.
    pub target: u16,
    /// Whether there ever was a result.
    pub ever: bool,
    /// Days the partner has been known for; negative before that.
    pub known_days: i64,
}

/// Days that make one half of the component.
pub(super) const HALF_DAYS: i64 = 90;
const EARLY_DAYS: i64 = 180;

impl TractionFigures {
    /// Early: only the last 90 days count, because those before have not been lived through.
    pub fn is_early(&self) -> bool {
        self.known_days < EARLY_DAYS
    }

    /// 70 for the last 90 days and 30 for those before, each up to its target; early, 100 for the
    /// last 90 days. Missing while known for under 90 days without any result.
    pub(super) fn points(&self) -> Option<Points> {
        if !self.ever && self.known_days < HALF_DAYS {
            return None;
        }
        let target = u64::from(self.target);
        let latest = u64::from(self.latest).min(target);
        let before = u64::from(self.before).min(target);
        Some(if self.is_early() {
            Points::share(latest, target)
        } else {
            Points::share(7 * latest + 3 * before, 10 * target)
        })
    }
}

pub(super) fn figures(scene: &Scene<'_>) -> TractionFigures {
    let (mut latest, mut before, mut ever) = (0, 0, false);
    for event in scene.partner().traction.values().filter(|event| event.on <= scene.known) {
        ever = true;
        match scene.days_since(event.on) {
            days if days < HALF_DAYS => latest += u32::from(event.kind.points()),
            days if days < 2 * HALF_DAYS => before += u32::from(event.kind.points()),
            _ => {}
        }
    }
    let target = scene.case.model.target(scene.tier);
    TractionFigures { latest, before, target, ever, known_days: scene.days_since(scene.known_since) }
}
