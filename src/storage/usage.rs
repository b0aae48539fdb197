//! How full the browser's storage is. No browser tells: we count.

use crate::domain::table::Table;

use super::keys::Kept;

/// What browsers grant an origin: 5,242,880 UTF-16 units, keys and values together.
pub const LIMIT_UNITS: usize = 5_242_880;
/// From here on the user is told, in percent of the limit.
pub const WARN_PERCENT: usize = 70;
/// From here on the user is told strongly, in percent of the limit.
pub const ALARM_PERCENT: usize = 85;

/// Units in use, ours and those of strangers on the same origin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// Everything under our prefix except the reserve.
    pub own_units: usize,
    /// The reserve, given up when the rest is full.
    pub pad_units: usize,
    /// What other pages of this origin keep, as last counted.
    pub foreign_units: usize,
    /// Our documents by kind, plus `intents`, `quarantine` and `other`.
    pub units_by_kind: Table<String, usize>,
}

/// How urgent the meter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fullness {
    /// Under 70 %.
    Roomy,
    /// 70 % or more.
    Filling,
    /// 85 % or more.
    NearlyFull,
}

impl Usage {
    /// Counts one key of ours.
    pub(super) fn count(&mut self, kept: &Kept, units: usize) {
        let kind = match kept {
            Kept::Pad => {
                self.pad_units += units;
                return;
            }
            Kept::Document(document) | Kept::Staged(document) => document.kind(),
            Kept::Intent(_) => "intents",
            Kept::Quarantined => "quarantine",
            Kept::Meta | Kept::Census | Kept::Unknown => "other",
        };
        self.own_units += units;
        *self.units_by_kind.get_or_default(kind.to_owned()) += units;
    }

    /// The limit that all pages of this origin share.
    #[must_use]
    pub const fn limit_units(&self) -> usize {
        LIMIT_UNITS
    }

    /// What is in use without the reserve.
    #[must_use]
    pub const fn used_units(&self) -> usize {
        self.own_units + self.foreign_units
    }

    /// What can still be written, the reserve included.
    #[must_use]
    pub const fn free_units(&self) -> usize {
        LIMIT_UNITS.saturating_sub(self.used_units())
    }

    /// What is in use without the reserve, in whole percent of the limit, rounded down.
    #[must_use]
    pub const fn percent(&self) -> usize {
        self.used_units() * 100 / LIMIT_UNITS
    }

    /// How urgent that is.
    #[must_use]
    pub const fn fullness(&self) -> Fullness {
        match self.percent() {
            ALARM_PERCENT.. => Fullness::NearlyFull,
            WARN_PERCENT..ALARM_PERCENT => Fullness::Filling,
            _ => Fullness::Roomy,
        }
    }
}
