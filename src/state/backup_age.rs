//! How old the last backup is, and when it is time for another.

use serde::{Deserialize, Serialize};

use crate::storage::stamp::Millis;

const DAY_MS: u64 = 24 * 60 * 60 * 1000;

/// Days without a backup after which one is due, when something was changed since.
pub const REMIND_DAYS: u64 = 7;
/// Changes since the last backup after which one is due.
pub const REMIND_CHANGES: u32 = 50;

/// When the last backup was made, and how much was changed since.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupAge {
    /// Milliseconds since 1970; absent when there was none.
    pub made_at: Option<u64>,
    /// Changes made in this browser since then.
    pub changes_since: u32,
    /// When the first of those changes was made, in milliseconds since 1970.
    #[serde(default)]
    pub changed_at: Option<u64>,
}

/// How pressing a backup is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// There is one, or nothing to lose.
    None,
    /// After 7 days or 50 changes.
    Due,
    /// After twice as much.
    Overdue,
}

impl BackupAge {
    /// With one change more.
    #[must_use]
    pub fn changed(self, now: Millis) -> Self {
        Self {
            changes_since: self.changes_since.saturating_add(1),
            changed_at: self.changed_at.or(Some(now.0)),
            ..self
        }
    }

    /// Whole days since the last backup; `None` without one.
    #[must_use]
    pub fn days(self, now: Millis) -> Option<u64> {
        self.made_at.map(|made_at| now.since(Millis(made_at)) / DAY_MS)
    }

    /// How pressing a backup is: by the days since the last one, or, without one, since the first change.
    #[must_use]
    pub fn urgency(self, now: Millis) -> Urgency {
        let since = self.made_at.or(self.changed_at).map_or(0, |since| now.since(Millis(since)) / DAY_MS);
        let reaches = |times: u32| {
            since >= REMIND_DAYS * u64::from(times) || self.changes_since >= REMIND_CHANGES * times
        };
        match self.changes_since {
            0 => Urgency::None,
            _ if reaches(2) => Urgency::Overdue,
            _ if reaches(1) => Urgency::Due,
            _ => Urgency::None,
        }
    }
}
