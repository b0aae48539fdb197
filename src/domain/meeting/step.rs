//! A next step, said in one line: `Ilse names an integration owner by 4 dec`, `we send the list fri`.
//!
//! Days, `@names` and quotes are read as in [`super::super::quick_add`]. A line that begins with the name of somebody in the room is
//! theirs or ours accordingly, and keeps the name, so that it can be read aloud.

use crate::domain::commitment::{Commitment, Side};
use crate::domain::date::Date;
use crate::domain::find::{Names, folded};
use crate::domain::partner::PartnerId;
use crate::domain::promise::Promise;
use crate::domain::quick_add::{Kind, Known, QuickAdd, Trouble};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::text::Line;
use crate::domain::workspace::Workspace;

use super::{Meeting, MeetingId};

/// What a line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What is to be done.
    pub what: String,
    /// Whose it is.
    pub side: Side,
    /// Who keeps it.
    pub person: Option<Line<120>>,
    /// By when.
    pub due: Option<Date>,
    /// What stands in the way, the first of it.
    pub trouble: Option<StepTrouble>,
}

/// What stands in the way of a next step.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StepTrouble {
    /// What a line for something new would be refused for.
    #[error("{0}")]
    Line(Trouble),
    /// Nobody keeps it.
    #[error("Say who: begin with a name, with “we” or with “they”")]
    Nobody,
    /// It would be due before the meeting.
    #[error("The meeting is on {0}. Choose that day or a later one")]
    BeforeTheMeeting(Date),
    /// Another partner is named.
    #[error("This meeting is with {0}. Put other names in quotes to keep them as text")]
    AnotherPartner(String),
    /// A touchpoint rather than a promise.
    #[error("Say what somebody will do, and leave out “log”")]
    NotAStep,
}

/// Who sits in the room.
#[derive(Clone, Copy, Debug)]
pub struct Room<'room> {
    /// The workspace.
    pub workspace: &'room Workspace,
    /// Its names.
    pub names: &'room Names,
    /// The partner.
    pub partner: PartnerId,
    /// The meeting.
    pub meeting: &'room Meeting,
    /// Today.
    pub today: Date,
}

impl Step {
    /// Reads a line.
    pub fn read(line: &str, room: Room<'_>) -> Self {
        let Room { workspace, names, partner, meeting, today } = room;
        let known = Known { workspace, names, today, here: Some(partner) };
        let spoken = room.speaker(line);
        let read = QuickAdd::read(line, known);
        let side = match (read.kind.means, &spoken) {
            (_, Some((side, _))) => *side,
            (Kind::Promise(side), None) => side,
            (Kind::Touch { .. }, None) => Side::Ours,
        };
        let typed = match read.person.as_ref() {
            Some(person) => workspace.contacts.get(&person.means).map(|contact| contact.person.name.clone()),
            None => None,
        };
        let person = match (&spoken, side) {
            (Some((_, name)), _) => Some(name.clone()),
            // "we call @Ana" is ours, whoever is called.
            (None, Side::Ours) => {
                workspace.settings.own_name.clone().or_else(|| meeting.ours.first().cloned())
            }
            (None, Side::Theirs) => typed.or_else(|| only(&meeting.theirs)),
        };
        let due = read.day.as_ref().map(|day| day.means);
        let is_touch = matches!(read.kind.means, Kind::Touch { .. });
        let trouble = if is_touch {
            Some(StepTrouble::NotAStep)
        } else if read.partner.as_ref().is_some_and(|named| named.means != partner) {
            let name = workspace.partner(partner).map(|partner| partner.profile.name.to_string());
            Some(StepTrouble::AnotherPartner(name.unwrap_or_default()))
        } else if let Some(trouble) = read.troubles.first() {
            Some(StepTrouble::Line(trouble.clone()))
        } else if due.is_some_and(|due| due < meeting.day()) {
            Some(StepTrouble::BeforeTheMeeting(meeting.day()))
        } else if person.is_none() {
            Some(StepTrouble::Nobody)
        } else {
            None
        };
        Self { what: read.what, side, person, due, trouble }
    }

    /// The promise it makes in a meeting, or why there is none.
    pub fn promise(&self, id: MeetingId, meeting: &Meeting, today: Date) -> Result<Commitment, StepTrouble> {
        if let Some(trouble) = &self.trouble {
            return Err(trouble.clone());
        }
        let refused = |refusal: Refusal| StepTrouble::Line(Trouble::Refused(refusal));
        let due = self.due.ok_or(StepTrouble::Line(Trouble::NoDay))?;
        Ok(Commitment {
            what: Line::parse(Field::What, &self.what).map_err(refused)?,
            side: self.side,
            person: self.person.clone(),
            // What was agreed yesterday and is written down today was promised yesterday.
            dates: Promise::new(meeting.day().min(today), due).map_err(refused)?,
            from_meeting: Some(id),
        })
    }
}

impl Room<'_> {
    /// Who of those in the room a line begins with: by the whole name, or the first one if no other has it.
    fn speaker(self, line: &str) -> Option<(Side, Line<120>)> {
        let said = folded(line.trim_start());
        let begins = |name: &str| {
            let rest = said.strip_prefix(&folded(name));
            rest.is_some_and(|rest| rest.starts_with(|next: char| !next.is_alphanumeric() && next != '@'))
        };
        let theirs = self.meeting.theirs.iter().map(|name| (Side::Theirs, name));
        let ours = self.workspace.settings.own_name.iter().chain(&self.meeting.ours);
        let mut people: Vec<(Side, &Line<120>)> = theirs.collect();
        for name in ours {
            if !people.iter().any(|(_, known)| *known == name) {
                people.push((Side::Ours, name));
            }
        }
        if let Some((side, name)) = people.iter().find(|(_, name)| begins(name.as_str())) {
            return Some((*side, (*name).clone()));
        }
        let first = |name: &str| name.split_whitespace().next().is_some_and(begins);
        let mut named = people.iter().filter(|(_, name)| first(name.as_str()));
        let (side, name) = named.next()?;
        named.next().is_none().then(|| (*side, (*name).clone()))
    }
}

/// The one name of a list that has no other.
fn only(names: &[Line<120>]) -> Option<Line<120>> {
    match names {
        [one] => Some(one.clone()),
        _ => None,
    }
}
