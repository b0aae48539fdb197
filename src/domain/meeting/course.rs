//! How far a meeting has come: planned, held or called off, closed with next steps, recapped.

use crate::domain::checklist::sheet::due_day;
use crate::domain::commitment::{Commitment, Side};
use crate::domain::contact::{Contact, ContactId, Person};
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::order::sorted_by_key;
use crate::domain::partner::Partner;
use crate::domain::partner::PartnerId;
use crate::domain::promise::Promise;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::text::Line;
use crate::domain::workspace::Workspace;

use super::{Difference, Meeting, MeetingId};

/// How a meeting stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is still to come, or today.
    Planned,
    /// Its day has passed and nobody said whether it was held.
    Unsettled,
    /// It was held, and its recap is due on this day.
    RecapDue(Date),
    /// It was held, and nothing more is to be done.
    Over,
    /// It was called off.
    Cancelled,
}

/// The day on which the recap of a meeting is due: the next working day after it was held.
pub fn recap_due(held_on: Date) -> Date {
    due_day(held_on, 1, true)
}

impl Meeting {
    /// How it stands on `day`. What happened later is not known then.
    pub fn standing(&self, day: Date) -> Standing {
        let is_past = |on: Option<Date>| on.filter(|on| *on <= day);
        if let Some(held_on) = is_past(self.held_on) {
            let is_done = self.no_recap || is_past(self.sent_on).is_some();
            return if is_done { Standing::Over } else { Standing::RecapDue(recap_due(held_on)) };
        }
        if is_past(self.cancelled_on).is_some() {
            return Standing::Cancelled;
        }
        if self.on < day { Standing::Unsettled } else { Standing::Planned }
    }

    /// Notes that it was held on `on`. Refuses days to come.
    pub fn hold(&mut self, on: Date, today: Date) -> Result<(), Refusal> {
        Refusal::unless_past(Field::DoneOn, on, today)?;
        self.held_on = Some(on);
        self.cancelled_on = None;
        Ok(())
    }

    /// Calls it off. Refuses one that was held.
    pub fn cancel(&mut self, today: Date) -> Result<(), Refusal> {
        if let Some(on) = self.held_on {
            return Err(Refusal::Closed { on });
        }
        self.cancelled_on = Some(today);
        Ok(())
    }

    /// Takes back that it was held or called off, and all that followed from it.
    pub fn reopen(&mut self) {
        (self.held_on, self.cancelled_on, self.closed_on) = (None, None, None);
        (self.sent_on, self.no_recap) = (None, false);
    }

    /// Notes that the recap was sent on `on`. Refuses days to come, days before it was held, and a meeting that was
    /// not held.
    pub fn send_recap(&mut self, on: Date, today: Date) -> Result<(), Refusal> {
        let held_on = self.held_on.ok_or(Refusal::NotHeld)?;
        Refusal::unless_past(Field::DoneOn, on, today)?;
        if on < held_on {
            let why = "the day of the meeting";
            return Err(Refusal::Before { field: Field::DoneOn, earliest: held_on, why });
        }
        (self.sent_on, self.no_recap) = (Some(on), false);
        Ok(())
    }
}

impl Partner {
    /// The next steps that were agreed in a meeting, the first due first; what is to be settled about its recap is none.
    pub fn next_steps(&self, meeting: MeetingId) -> Vec<(Id<Commitment>, &Commitment)> {
        let differences: Vec<Id<Commitment>> =
            self.meetings.of::<Difference>(meeting).into_iter().map(|(_, one)| one.promise).collect();
        let is_step = |(id, promise): &(&Id<Commitment>, &Commitment)| {
            promise.from_meeting == Some(meeting) && !differences.contains(id)
        };
        let steps = self.commitments.iter().filter(is_step).map(|(id, promise)| (*id, promise)).collect();
        sorted_by_key(steps, |(id, promise): &(Id<Commitment>, &Commitment)| (promise.dates.first_due(), *id))
    }

    /// Closes a meeting: what was agreed is clear. Refuses one that was not held; one without a next step; a step that
    /// nobody keeps; and a step that is due before the meeting.
    pub fn close_meeting(&mut self, id: MeetingId, today: Date) -> Result<(), Refusal> {
        let meeting = self.meetings.all.get(&id).ok_or(Refusal::Gone { what: "This meeting" })?;
        let held_on = meeting.held_on.ok_or(Refusal::NotHeld)?;
        let steps = self.next_steps(id);
        if steps.is_empty() {
            return Err(Refusal::NoNextStep);
        }
        for (_, step) in steps {
            let what = || step.what.to_string();
            if step.person.is_none() {
                return Err(Refusal::NobodyKeepsIt { what: what() });
            }
            let due = step.dates.first_due();
            if due < held_on {
                return Err(Refusal::StepTooEarly { what: what(), due, held_on });
            }
        }
        self.amend(id, today, |meeting: &mut Meeting| {
            meeting.closed_on = Some(today);
            Ok(())
        })
    }

    /// Notes that they read the recap differently, and makes settling it a promise of ours, due on `due` and kept by
    /// `person`. Refuses a day before today.
    ///
    /// A promise and no milestone: it is ours to ask, whatever comes of it, and a promise is on Today with all the
    /// others.
    pub fn note_difference(
        &mut self,
        meeting: MeetingId,
        (text, promised): (Line<500>, Line<200>),
        person: Option<Line<120>>,
        due: Date,
        moment: &mut Moment<'_>,
    ) -> Result<(), Refusal> {
        let today = moment.today();
        let commitment = Commitment {
            what: promised,
            side: Side::Ours,
            person,
            dates: Promise::new(today, due)?,
            from_meeting: Some(meeting),
        };
        let promise = self.record(commitment, moment)?;
        self.meetings.add(&Difference { meeting, text, on: today, promise }, moment)
    }
}

impl Workspace {
    /// Makes a contact of somebody who is but a name in a meeting, or finds the one of that name at the partner. Refuses
    /// a name that the meeting does not have, and when the meeting is gone.
    pub fn meet_somebody(
        &mut self,
        (partner, meeting): (PartnerId, MeetingId),
        name: &Line<120>,
        moment: &mut Moment<'_>,
    ) -> Result<ContactId, Refusal> {
        let today = moment.today();
        let is_meant = |contact: &Contact| contact.person.name == *name && contact.works_at(partner, today);
        let known = self.contacts.iter().find(|(_, contact)| is_meant(contact)).map(|(id, _)| *id);
        let contact = known.unwrap_or_else(|| {
            let (name, email, phone, tier, notes) = (name.clone(), None, None, None, None);
            let mut contact = Contact::new(Person { name, email, phone, tier, notes, nurture: false });
            contact.join(partner, None, None, moment);
            self.add_contact(contact, moment)
        });
        self.partner_mut(partner)?.amend(meeting, today, |meeting: &mut Meeting| {
            let known = meeting.with.len();
            let place = meeting.theirs.iter().skip(known).position(|one| one == name);
            let place = place.ok_or(Refusal::Gone { what: "This person" })?;
            let name = meeting.theirs.remove(known + place);
            meeting.theirs.insert(known, name);
            meeting.with.push(contact);
            Ok(())
        })?;
        Ok(contact)
    }
}
