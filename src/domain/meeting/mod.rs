//! Meetings: planned with people of a partner, prepared, held, closed with next steps, recapped.
//!
//! A [`Meeting`] is what every screen asks about: the day, the people, how far it has come. What is prepared for it and said
//! in it are [`parts`], records of their own, so that two tabs in one meeting keep what both wrote; they are
//! `Sealed`, because the first load need not understand them. [`prep`] says what the preparation misses,
//! [`course`] takes the meeting from planned to closed, [`step`] reads a next step from one line, [`recap`] is what is
//! written afterwards.
//!
//! Deliberately absent: a touchpoint for a meeting that was held. That it was held says so
//! ([`super::partner::reading`]).

pub mod course;
pub mod parts;
pub mod prep;
pub mod recap;
pub mod step;

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use crate::domain::fields::{reads, reads_as, written_as};

use super::collection::Collection;
use super::contact::ContactId;
use super::date::Date;
use super::entry::Entry;
use super::id::Id;
use super::partner::Partner;
use super::refusal::{Field, Refusal};
use super::sealed::Sealed;
use super::text::Line;

pub use course::Standing;
pub use parts::{BriefPart, Difference, MeetingNote, Objection, ObjectionState, Probe, Weight};
pub use prep::{PrepPart, Pressure};
pub use recap::Recap;

/// The identity of a meeting.
pub type MeetingId = Id<Meeting>;

/// How people meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// With faces on a screen.
    VideoCall,
    /// By phone.
    Call,
    /// In one room.
    InPerson,
}

written_as!(How { VideoCall: "video_call", Call: "call", InPerson: "in_person" });

impl How {
    /// All ways, most used first.
    pub const ALL: [Self; 3] = [Self::VideoCall, Self::Call, Self::InPerson];
}

/// A time of day where the user is, to the minute, written `14:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(into = "String")]
pub struct Time(u16);

reads_as!(Time, from String);

/// Minutes of a day.
const DAY_MINUTES: u16 = 24 * 60;

impl Time {
    /// So many minutes later; past midnight the clock begins anew.
    #[must_use]
    pub fn plus_minutes(self, minutes: u16) -> Self {
        Self((self.0 + minutes % DAY_MINUTES) % DAY_MINUTES)
    }
}

impl FromStr for Time {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let part = |part: &str, below: u16| part.parse::<u16>().ok().filter(|number| *number < below);
        let (hours, minutes) = text.trim().split_once(':').ok_or(Refusal::NotATime)?;
        // Some browsers add seconds.
        let minutes = minutes.split(':').next().unwrap_or_default();
        match (part(hours, 24), part(minutes, 60)) {
            (Some(hours), Some(minutes)) => Ok(Self(hours * 60 + minutes)),
            _ => Err(Refusal::NotATime),
        }
    }
}

impl TryFrom<String> for Time {
    type Error = Refusal;

    fn try_from(text: String) -> Result<Self, Refusal> {
        text.parse()
    }
}

impl From<Time> for String {
    fn from(time: Time) -> Self {
        time.to_string()
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// A meeting with people of a partner.
///
/// Who comes from their side is kept twice: as contacts, and by name, so that the name of somebody who is deleted stays
/// readable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Meeting {
    /// The day it is planned for.
    pub on: Date,
    /// When it begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Time>,
    /// How long it is, in minutes, 1 to 1,440.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// How people meet.
    pub how: How,
    /// What it is called.
    pub title: Line<120>,
    /// Those of theirs who are contacts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<ContactId>,
    /// The names of all of theirs: first of those in `with`, in the same order, then of the others.
    pub theirs: Vec<Line<120>>,
    /// The names of ours.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ours: Vec<Line<120>>,
    /// The day it was held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held_on: Option<Date>,
    /// The day it was called off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cancelled_on: Option<Date>,
    /// The day it was closed: its next steps were agreed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<Date>,
    /// The day the recap was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_on: Option<Date>,
    /// Whether somebody decided that no recap is needed.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub no_recap: bool,
}

reads!(Meeting { on, how, title, theirs } or_not { at, minutes, with, ours, held_on, cancelled_on, closed_on, sent_on, no_recap });

impl Meeting {
    /// A meeting that is planned. Refuses one without anybody of theirs, and what [`Entry::check`] refuses.
    pub fn planned(on: Date, how: How, title: Line<120>, theirs: Vec<Line<120>>) -> Self {
        Self {
            on,
            at: None,
            minutes: None,
            how,
            title,
            with: Vec::new(),
            theirs,
            ours: Vec::new(),
            held_on: None,
            cancelled_on: None,
            closed_on: None,
            sent_on: None,
            no_recap: false,
        }
    }

    /// Those of theirs: the contact, if it is one, and the name they had when they were asked.
    pub fn guests(&self) -> impl Iterator<Item = (Option<ContactId>, &Line<120>)> {
        self.theirs.iter().enumerate().map(|(place, name)| (self.with.get(place).copied(), name))
    }

    /// The day by which somebody who keeps a next step can have heard of it: the day it was held, or is planned for.
    pub fn day(&self) -> Date {
        self.held_on.unwrap_or(self.on)
    }
}

impl Entry for Meeting {
    const WHAT: &'static str = "This meeting";

    fn on(&self) -> Date {
        self.day()
    }

    fn check(&self, today: Date) -> Result<(), Refusal> {
        if self.theirs.is_empty() {
            return Err(Refusal::Empty { field: Field::Guests });
        }
        if self.minutes.is_some_and(|minutes| !(1..=DAY_MINUTES).contains(&minutes)) {
            return Err(Refusal::OutOfBounds { field: Field::Minutes, least: 1, most: DAY_MINUTES.into() });
        }
        let days = [self.held_on, self.cancelled_on, self.closed_on, self.sent_on];
        days.into_iter().flatten().try_for_each(|day| Refusal::unless_past(Field::DoneOn, day, today))
    }

    fn all(partner: &Partner) -> &Collection<Self> {
        &partner.meetings.all
    }

    fn all_mut(partner: &mut Partner) -> &mut Collection<Self> {
        &mut partner.meetings.all
    }
}

/// The meetings of a partner, and what belongs to them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meetings {
    /// The meetings.
    pub all: Collection<Meeting>,
    /// What is written in briefs, by the identity that follows from meeting and part ([`BriefPart`]).
    pub briefs: Collection<Sealed>,
    /// Hard questions with their answers ([`Probe`]).
    pub probes: Collection<Sealed>,
    /// Objections ([`Objection`]).
    pub objections: Collection<Sealed>,
    /// Notes ([`MeetingNote`]).
    pub notes: Collection<Sealed>,
    /// Where they read a recap differently ([`Difference`]).
    pub differences: Collection<Sealed>,
}
