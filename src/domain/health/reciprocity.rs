//! Reciprocity: whether value flows both ways.

use super::case::Scene;
use super::points::Points;
use crate::domain::ledger::Direction;

/// What reciprocity rests on: points of the last 180 days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LedgerFigures {
    /// Points from us to them.
    pub given: u32,
    /// Points from them to us.
    pub got: u32,
    /// Launched fewer than 180 days ago, when giving more is right.
    pub is_young: bool,
}

pub(super) const WINDOW_DAYS: i64 = 180;
const YOUNG_DAYS: i64 = 180;

impl LedgerFigures {
    /// Young: full as long as we give at least what we get. After: full while what we get is 35 to
    /// 65 % of all, falling on either side. Missing when nothing flowed.
    pub(super) fn points(&self) -> Option<Points> {
        let (given, got) = (u64::from(self.given), u64::from(self.got));
        let all = given + got;
        if all == 0 {
            None
        } else if self.is_young {
            Some(if given >= got { Points::FULL } else { Points::share(given, got) })
        } else {
            // 0.35 is 7 of 20; what lies nearer the middle is cut off at full.
            Some(Points::share(20 * given.min(got), 7 * all))
        }
    }
}

pub(super) fn figures(scene: &Scene<'_>) -> LedgerFigures {
    let (mut given, mut got) = (0, 0);
    for entry in scene.partner().ledger.values().filter(|entry| scene.in_last(WINDOW_DAYS, entry.on)) {
        let side = match entry.direction {
            Direction::Give => &mut given,
            Direction::Get => &mut got,
        };
        *side += u32::from(entry.points.get());
    }
    let is_young = scene.launched_on.is_none_or(|on| scene.days_since(on) < YOUNG_DAYS);
    LedgerFigures { given, got, is_young }
}
