//! Stages of a partnership, from Prospect to Alumni.

use serde::Serialize;

use crate::domain::fields::{reads, written_as};

use crate::domain::date::Date;
use crate::domain::text::Line;

/// Where a partnership stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// We would like to.
    Prospect,
    /// We are finding out whether it fits.
    Qualifying,
    /// Agreed, not yet productive.
    Onboarding,
    /// Working together.
    Active,
    /// Resting by agreement.
    Paused,
    /// Being ended.
    Ending,
    /// Ended; the people stay.
    Alumni,
}

written_as!(Stage {
    Prospect: "prospect",
    Qualifying: "qualifying",
    Onboarding: "onboarding",
    Active: "active",
    Paused: "paused",
    Ending: "ending",
    Alumni: "alumni"
});

impl Stage {
    /// All stages, in their order.
    pub const ALL: [Self; 7] = [
        Self::Prospect,
        Self::Qualifying,
        Self::Onboarding,
        Self::Active,
        Self::Paused,
        Self::Ending,
        Self::Alumni,
    ];

    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Prospect => "Prospect",
            Self::Qualifying => "Qualifying",
            Self::Onboarding => "Onboarding",
            Self::Active => "Active",
            Self::Paused => "Paused",
            Self::Ending => "Ending",
            Self::Alumni => "Alumni",
        }
    }

    /// Onboarding or Active: the stages in which results are expected.
    pub const fn is_worked_with(self) -> bool {
        matches!(self, Self::Onboarding | Self::Active)
    }
}

/// A change of stage on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StageChange {
    /// The day.
    pub on: Date,
    /// The stage from that day on.
    pub to: Stage,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line<500>>,
}

reads!(StageChange { on, to } or_not { reason });
