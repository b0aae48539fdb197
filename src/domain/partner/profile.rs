//! Who a partner is.

use serde::Serialize;

use crate::domain::fields::{reads, written_as};

use crate::domain::date::Date;
use crate::domain::text::{Domain, Line, Note, PartnerName};

/// What kind of partnership it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartnerKind {
    /// Sends us customers.
    Referral,
    /// Sells what we make.
    Reseller,
    /// Connects its product with ours.
    Technology,
    /// Delivers services around what we make.
    Services,
    /// Reaches a market together with us.
    CoMarketing,
    /// More than one of these, for years.
    Strategic,
}

written_as!(PartnerKind {
    Referral: "referral",
    Reseller: "reseller",
    Technology: "technology",
    Services: "services",
    CoMarketing: "co_marketing",
    Strategic: "strategic"
});

impl PartnerKind {
    /// All kinds, in the order of a form.
    pub const ALL: [Self; 6] = [
        Self::Referral,
        Self::Reseller,
        Self::Technology,
        Self::Services,
        Self::CoMarketing,
        Self::Strategic,
    ];
}

/// Who a partner is, and since when it is known and worked with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Profile {
    /// Display name.
    pub name: PartnerName,
    /// Web domain; two partners never share one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub domain: Option<Domain>,
    /// What kind of partnership.
    pub kind: PartnerKind,
    /// Who is responsible on our side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<Line<120>>,
    /// What to remember.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<Note>,
    /// The day it first entered Onboarding or Active.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub launched_on: Option<Date>,
    /// The day from which absence of a record means absence.
    pub tracked_from: Date,
}

reads!(Profile { name, kind, tracked_from } or_not { domain, owner, notes, launched_on });

impl Profile {
    /// Since when the partner is known: the later of the day it launched and the day tracking
    /// began. Nothing before it is taken for silence.
    pub fn known_since(&self) -> Date {
        self.launched_on.map_or(self.tracked_from, |launched_on| launched_on.max(self.tracked_from))
    }
}
