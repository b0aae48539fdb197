//! Traction: evidence of a commercial result. Meetings, mails, signatures and plans are not.

use serde::Serialize;

use crate::domain::fields::{reads, written_as};

use super::collection::Collection;
use super::date::Date;
use super::entry::Entry;
use super::partner::Partner;
use super::refusal::{Field, Refusal};
use super::text::{Line, Note};

/// What kind of result it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TractionKind {
    /// A lead or an introduction, on the day it became a meeting.
    LeadBecameMeeting,
    /// An opportunity the partner influenced.
    InfluencedOpportunity,
    /// A joint campaign with a measured response.
    MeasuredCoMarketing,
    /// An opportunity the partner brought.
    SourcedOpportunity,
    /// A joint customer that went live.
    LiveJointCustomer,
    /// A deal that was won.
    Win,
}

written_as!(TractionKind {
    LeadBecameMeeting: "lead_became_meeting",
    InfluencedOpportunity: "influenced_opportunity",
    MeasuredCoMarketing: "measured_co_marketing",
    SourcedOpportunity: "sourced_opportunity",
    LiveJointCustomer: "live_joint_customer",
    Win: "win"
});

impl TractionKind {
    /// All kinds, smallest result first.
    pub const ALL: [Self; 6] = [
        Self::LeadBecameMeeting,
        Self::InfluencedOpportunity,
        Self::MeasuredCoMarketing,
        Self::SourcedOpportunity,
        Self::LiveJointCustomer,
        Self::Win,
    ];

    /// Points the result counts for: 1, 2 or 4. Results are counted, never priced.
    pub fn points(self) -> u8 {
        match self {
            Self::LeadBecameMeeting | Self::InfluencedOpportunity | Self::MeasuredCoMarketing => 1,
            Self::SourcedOpportunity | Self::LiveJointCustomer => 2,
            Self::Win => 4,
        }
    }
}

/// Whether the partner brought the result or helped it along.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Attribution {
    /// The partner brought it.
    #[default]
    Sourced,
    /// The partner helped it along.
    Influenced,
}

written_as!(Attribution { Sourced: "sourced", Influenced: "influenced" });

impl Attribution {
    /// Both, in the order of a form.
    pub const ALL: [Self; 2] = [Self::Sourced, Self::Influenced];
}

/// A commercial result on a day. The amount is shown and never scored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TractionEvent {
    /// The day of the result.
    pub on: Date,
    /// What kind of result.
    pub kind: TractionKind,
    /// Whether they brought it or helped.
    pub attribution: Attribution,
    /// An amount as the user writes it, with currency, such as "12,000 EUR".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Line<60>>,
    /// What it was about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
}

reads!(TractionEvent { on, kind } or_not { attribution, amount, note });

impl Entry for TractionEvent {
    const WHAT: &'static str = "This result";

    fn on(&self) -> Date {
        self.on
    }

    fn check(&self, today: Date) -> Result<(), Refusal> {
        Refusal::unless_past(Field::On, self.on, today)
    }

    fn all(partner: &Partner) -> &Collection<Self> {
        &partner.traction
    }

    fn all_mut(partner: &mut Partner) -> &mut Collection<Self> {
        &mut partner.traction
    }
}
