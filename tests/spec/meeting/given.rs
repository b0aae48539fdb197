//! A dull meeting: tomorrow, with Ana, for half an hour.

use std::sync::Arc;

use bridgekeeper::domain::contact::{Contact, ContactId};
use bridgekeeper::domain::meeting::parts::OfMeeting;
use bridgekeeper::domain::meeting::{How, Meeting, MeetingId};
use bridgekeeper::domain::{Commitment, Date, Id, Line, Moment, Partner, Settings, Side, Workspace};

use crate::domain::given::{commitment, contact, promise};

pub use crate::domain::given::line;
pub use crate::health::given::{HERE, Story, ago, day, today};

pub const MEETING: MeetingId = Id::from_bits(70);
pub const ANA: ContactId = Id::from_bits(40);

/// With Ana Sample and nobody of ours.
pub fn meeting(on: Date) -> Meeting {
    Meeting {
        with: vec![ANA],
        ..Meeting::planned(on, How::VideoCall, line("First meeting"), vec![line("Ana Sample")])
    }
}

/// Held on a day.
pub fn held(on: Date) -> Meeting {
    Meeting { held_on: Some(on), ..meeting(on) }
}

/// A workspace of Ines with Ana, and one partner who has this meeting.
pub fn workspace(meeting: Meeting) -> Workspace {
    let mut workspace = Workspace::default();
    let mut ana = contact("Ana Sample");
    act(|moment| {
        ana.join(HERE, None, Some(ago(400)), moment);
    });
    workspace.contacts.insert(ANA, Arc::new(ana));
    workspace.change_settings(Settings { own_name: Some(line("Ines Ortega")), ..Settings::default() });
    let mut partner = Story::active(400).partner;
    partner.meetings.all.insert(MEETING, meeting);
    workspace.partners.insert(HERE, Arc::new(partner));
    workspace
}

/// Acts today, with ids that rise.
pub fn act<T>(act: impl FnOnce(&mut Moment<'_>) -> T) -> T {
    crate::domain::given::at(&today().to_string(), act)
}

pub fn partner(workspace: &mut Workspace) -> &mut Partner {
    workspace.partner_mut(HERE).unwrap()
}

pub fn ana(workspace: &mut Workspace) -> &mut Contact {
    workspace.contact_mut(ANA).unwrap()
}

/// Adds a part of the meeting.
pub fn add<P: OfMeeting>(workspace: &mut Workspace, part: &P) -> Id<bridgekeeper::domain::sealed::Sealed> {
    act(|moment| partner(workspace).meetings.add(part, moment)).unwrap();
    *P::all(&workspace.partner(HERE).unwrap().meetings).keys().next_back().unwrap()
}

/// A promise made in the meeting.
pub fn agreed(what: &str, side: Side, person: &str, due: Date) -> Commitment {
    let person: Option<Line<120>> =
        Line::parse_optional(bridgekeeper::domain::Field::Person, person).unwrap();
    let dates = promise(&due.min(today()).to_string(), &due.to_string());
    Commitment { side, person, from_meeting: Some(MEETING), ..commitment(what, dates) }
}
