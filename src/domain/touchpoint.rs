//! Touchpoints: dated interactions with a partner.

use serde::Serialize;

use crate::domain::fields::{reads, written_as};

use super::collection::Collection;
use super::contact::ContactId;
use super::date::Date;
use super::entry::Entry;
use super::partner::Partner;
use super::refusal::{Field, Refusal};
use super::text::Note;

/// How an interaction took place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// A phone or video call.
    Call,
    /// Mail.
    Email,
    /// A chat or text message.
    Message,
    /// Face to face.
    InPerson,
    /// Anything else.
    Other,
}

written_as!(Channel {
    Call: "call",
    Email: "email",
    Message: "message",
    InPerson: "in_person",
    Other: "other"
});

impl Channel {
    /// All channels, most used first.
    pub const ALL: [Self; 5] = [Self::Call, Self::Email, Self::Message, Self::InPerson, Self::Other];
}

/// A dated interaction. Only a two-way one restarts the cadence: a call, a conversation, or a
/// reply from them; mail that went out alone never does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Touchpoint {
    /// The day it took place.
    pub on: Date,
    /// How it took place.
    pub channel: Channel,
    /// Whether they took part.
    pub two_way: bool,
    /// Who took part on their side.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<ContactId>,
    /// What it was about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
}

reads!(Touchpoint { on, channel, two_way } or_not { with, note });

impl Entry for Touchpoint {
    const WHAT: &'static str = "This touchpoint";

    fn on(&self) -> Date {
        self.on
    }

    fn check(&self, today: Date) -> Result<(), Refusal> {
        Refusal::unless_past(Field::On, self.on, today)
    }

    fn all(partner: &Partner) -> &Collection<Self> {
        &partner.touchpoints
    }

    fn all_mut(partner: &mut Partner) -> &mut Collection<Self> {
        &mut partner.touchpoints
    }
}
