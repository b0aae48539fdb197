//! The meetings of the sample: one that is still to be prepared, and one whose recap waits to be sent.

use crate::domain::contact::ContactId;
use crate::domain::meeting::{
    BriefPart, How, Meeting, MeetingNote, Objection, ObjectionState, Pressure, Probe, Weight,
};
use crate::domain::{Commitment, Field, Line, Moment, Note, Partner, Refusal};

use super::row::{Colleague, Company, Promised, theirs};
use super::{Calendar, dates, line, named};

/// A meeting with somebody of the sample; `who` holds first names, apart by a blank.
pub struct Sitting {
    on: i32,
    at: &'static str,
    title: &'static str,
    who: &'static str,
    is_held: bool,
    brief: &'static [(BriefPart, &'static str)],
    /// Questions, with what was answered or nothing.
    probes: &'static [(&'static str, &'static str)],
    objections: &'static [(&'static str, Weight, ObjectionState)],
    notes: &'static [(&'static str, bool)],
    steps: &'static [Promised],
}

/// Today, and not prepared to the end.
pub const FIRST_ASK: Sitting = Sitting {
    on: 0,
    at: "14:30",
    title: "First ask",
    who: "Ilse Pia",
    is_held: false,
    brief: &[
        (BriefPart::Pressure, Pressure::Complexity.text()),
        (
            BriefPart::Evidence,
            "Forty firms to move and six consultants. Pia asked how it fails before how it sells.",
        ),
        (
            BriefPart::Framing,
            "One way of moving a customer, written down once, that her people need not invent again.",
        ),
    ],
    probes: &[
        ("What worries you most about doing this with us?", ""),
        ("What could stop this even if we both want it?", ""),
    ],
    objections: &[],
    notes: &[],
    steps: &[],
};

/// Held two days ago; the recap is written and not sent.
pub const REGIONS: Sitting = Sitting {
    on: 2,
    at: "10:00",
    title: "Four regions, one date each",
    who: "Oskar Ravi",
    is_held: true,
    brief: &[
        (BriefPart::Pressure, Pressure::Complexity.text()),
        (BriefPart::Evidence, "Two of the four regional managers wrote to Oskar about training days."),
        (BriefPart::Framing, "One training day for all four, in Ravi's words and with his people."),
        (BriefPart::Bring, "The training material of the northern region, ready to use."),
        (BriefPart::Questions, "Who in each region says yes to a date?"),
    ],
    probes: &[
        (
            "What worries you most about doing this with us?",
            "That the fourth region starts before the third is calm.",
        ),
        ("What could stop this even if we both want it?", "A freeze of the desk's systems in spring."),
        (
            "When did you last try something like this, and what happened?",
            "The hospitals. Longer tests, fewer people, no complaint.",
        ),
    ],
    objections: &[(
        "The desk cannot train two regions in one month",
        Weight::Serious,
        ObjectionState::Settled,
    )],
    notes: &[
        ("The first region starts when the desk has trained its people, not before.", false),
        ("Ravi looked tired. Ask him how he is before asking for dates.", true),
    ],
    steps: &[
        super::row::ours(2, -4, "", "Send the training material of the northern region"),
        theirs(2, -11, "Ravi Shah", "Name who is trained first in each region"),
    ],
};

/// Adds the meetings of a company to its dossier.
pub fn hold(
    partner: &mut Partner,
    company: &Company,
    people: &[(&Colleague, ContactId)],
    calendar: Calendar,
    moment: &mut Moment<'_>,
) -> Result<(), Refusal> {
    for sitting in company.meetings {
        let with: Vec<ContactId> = named(people, sitting.who).collect();
        let name = |id: &ContactId| people.iter().find(|(_, known)| known == id).map(|(one, _)| one.name);
        let names = with.iter().filter_map(name).map(|name| Line::parse(Field::Name, name));
        let on = calendar.past(sitting.on);
        let title = Line::parse(Field::What, sitting.title)?;
        let meeting = Meeting {
            at: Some(sitting.at.parse()?),
            minutes: Some(45),
            with: with.clone(),
            ours: vec![Line::parse(Field::Person, company.owner)?],
            held_on: sitting.is_held.then_some(on),
            closed_on: sitting.is_held.then_some(on),
            ..Meeting::planned(on, How::VideoCall, title, names.collect::<Result<_, _>>()?)
        };
        let id = partner.record(meeting, moment)?;
        for (part, words) in sitting.brief {
            partner.meetings.write_brief(id, *part, words)?;
        }
        for (question, answer) in sitting.probes {
            let probe = Probe { answer: Note::parse_optional(answer)?, ..Probe::ask(id, question)? };
            partner.meetings.add(&probe, moment)?;
        }
        for (text, weight, state) in sitting.objections {
            let text = Line::parse(Field::What, text)?;
            let objection = Objection { meeting: id, text, weight: *weight, state: *state };
            partner.meetings.add(&objection, moment)?;
        }
        for (text, private) in sitting.notes {
            let text = Note::parse_optional(text)?.ok_or(Refusal::Empty { field: Field::Note })?;
            partner.meetings.add(&MeetingNote { meeting: id, text, private: *private }, moment)?;
        }
        for step in sitting.steps {
            let by = if step.by.is_empty() { company.owner } else { step.by };
            let commitment = Commitment {
                what: Line::parse(Field::What, step.what)?,
                side: step.side,
                person: line(by)?,
                dates: dates(step, calendar)?,
                from_meeting: Some(id),
            };
            partner.record(commitment, moment)?;
        }
    }
    Ok(())
}
