//! What a meeting's preparation misses: six parts, the person first.

use crate::domain::contact::Contact;
use crate::domain::date::Date;
use crate::domain::partner::Partner;
use crate::domain::workspace::Workspace;

use super::parts::{BriefPart, is_of};
use super::{Meeting, MeetingId};

/// Hard questions that a meeting needs.
pub const PROBES: usize = 3;

/// A part of the preparation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrepPart {
    /// Somebody we will meet: the path they came, and something they share, said or care about.
    Person,
    /// What they are under pressure for, with evidence.
    Pressure,
    /// What we talk about because of it.
    Framing,
    /// What we ask, with a picture of success.
    Ask,
    /// At least [`PROBES`] hard questions.
    Probes,
    /// What to ask about the way they decide, as long as anything of it is not known.
    Questions,
}

impl PrepPart {
    /// All parts, in the order of the brief.
    pub const ALL: [Self; 6] =
        [Self::Person, Self::Pressure, Self::Framing, Self::Ask, Self::Probes, Self::Questions];
}

/// What they are under pressure for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressure {
    /// Numbers are due.
    Numbers,
    /// A new product line has to find its market.
    NewLine,
    /// Their operation is too complicated.
    Complexity,
}

/// What to talk about under a pressure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Framing {
    /// What it earns, and how soon.
    RevenueAndSpeed,
    /// How it extends what is new.
    ExtendTheLine,
    /// What it takes off their hands.
    Simplify,
}

impl Pressure {
    /// All of them, in the order of the choice.
    pub const ALL: [Self; 3] = [Self::Numbers, Self::NewLine, Self::Complexity];

    /// As it is written down.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Numbers => "numbers",
            Self::NewLine => "new_line",
            Self::Complexity => "complexity",
        }
    }

    /// Reads what [`Self::text`] wrote.
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.text() == text)
    }

    /// What to talk about under this pressure.
    pub const fn framing(self) -> Framing {
        match self {
            Self::Numbers => Framing::RevenueAndSpeed,
            Self::NewLine => Framing::ExtendTheLine,
            Self::Complexity => Framing::Simplify,
        }
    }
}

/// What the preparation of a meeting misses as of `day`, in the order of the brief. Only asks whether something is
/// written, never what, so that the page of the day can tell.
pub fn missing(
    workspace: &Workspace,
    partner: &Partner,
    (id, meeting): (MeetingId, &Meeting),
    day: Date,
) -> Vec<PrepPart> {
    let meetings = &partner.meetings;
    let is_written = |part: BriefPart| meetings.briefs.contains_key(&part.id(id));
    let is_there = |part: &PrepPart| match part {
        PrepPart::Person => meeting
            .with
            .iter()
            .filter_map(|contact| workspace.contacts.get(contact))
            .any(|it| is_researched(it)),
        PrepPart::Pressure => is_written(BriefPart::Pressure) && is_written(BriefPart::Evidence),
        PrepPart::Framing => is_written(BriefPart::Framing),
        PrepPart::Ask => partner.ask(day).is_some_and(|(_, ask)| ask.success.is_some()),
        PrepPart::Probes => meetings.probes.values().filter(|sealed| is_of(sealed, id)).count() >= PROBES,
        PrepPart::Questions => {
            is_written(BriefPart::Questions)
                || partner.decision_clarity(&workspace.contacts, day).points() == 6
        }
    };
    PrepPart::ALL.into_iter().filter(|part| !is_there(part)).collect()
}

/// Whether the path of a person is known, and something they share, said or care about.
pub fn is_researched(contact: &Contact) -> bool {
    let research = &contact.research;
    research.path.is_some()
        && (research.shares.is_some() || research.said.is_some() || research.cares_about.is_some())
}
