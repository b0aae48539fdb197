//! The endings of the sample: one half-way across, with one item of its clean-up late, and one that was closed and
//! learnt from.

use crate::domain::checklist::{BuiltIn, Evidence, EvidenceKind, MarkState, Sheet, Template};
use crate::domain::contact::ContactId;
use crate::domain::ending::{
    DELETED_BY_THEM, HOLD_CALL, Held, NOTE_ITEM, NewAction, NewEnding, OFFBOARDING, PartId, Present,
    Scenario, Told,
};
use crate::domain::{Date, Field, Line, LinkAddress, Moment, Note, Partner, PartnerId, Refusal, Workspace};
use crate::library::checklists;

use super::row::{Colleague, Company};
use super::{Calendar, line};

/// Adds them.
pub fn add(
    workspace: &mut Workspace,
    known: &[(&Company, PartnerId)],
    people: &[(&Colleague, ContactId)],
    calendar: Calendar,
    moment: &mut Moment<'_>,
) -> Result<(), Refusal> {
    let Some(template) = BuiltIn::of_id(OFFBOARDING).and_then(checklists::template) else { return Ok(()) };
    let id_of = |name: &str| known.iter().find(|(company, _)| company.name == name).map(|(_, id)| *id);
    for (name, walk) in [("Rookhope", half_way as Walk), ("Beacon Hythe", closed)] {
        let Some(id) = id_of(name) else { continue };
        let mut partner = workspace.partner_mut(id)?.clone();
        // At the edge of the calendar there are no days left to walk on, and the ending stays a stage.
        if walk(&mut partner, template, people, calendar, moment).is_ok() {
            *workspace.partner_mut(id)? = partner;
        }
    }
    Ok(())
}

type Walk =
    fn(&mut Partner, &Template, &[(&Colleague, ContactId)], Calendar, &mut Moment<'_>) -> Result<(), Refusal>;

/// Acts on a past day, with the ids of now.
fn on<T>(
    day: Date,
    moment: &mut Moment<'_>,
    act: impl FnOnce(&mut Moment<'_>) -> Result<T, Refusal>,
) -> Result<T, Refusal> {
    let mut next_bits = || moment.new_id::<()>().bits();
    act(&mut Moment::new(day, &mut next_bits))
}

fn begin(
    partner: &mut Partner,
    scenario: Scenario,
    day: Date,
    template: &Template,
    moment: &mut Moment<'_>,
) -> Result<u16, Refusal> {
    let note_elsewhere = Line::parse(Field::Reason, "It has a step of its own: keep the person")?;
    let new = NewEnding { scenario, on: day, reason: None, talk_on: None, note_elsewhere };
    on(day, moment, |moment| partner.begin_ending(new, template, moment))
}

fn held(
    (name, minutes, how): (&str, u16, &str),
    day: Date,
    people: &[(&Colleague, ContactId)],
) -> Result<Held, Refusal> {
    let contact = people.iter().find(|(colleague, _)| colleague.name == name).map(|(_, id)| *id);
    let with = vec![Present { contact, name: Line::parse(Field::Person, name)? }];
    Ok(Held { on: day, with, minutes: Some(minutes), how: Note::parse_optional(how)? })
}

/// Closes every item of the clean-up but some, each with what it asks for.
fn clean_up(partner: &mut Partner, number: u16, but: &[&str], by: &str, day: Date) -> Result<(), Refusal> {
    let Some(chapter) = partner.chapters().into_iter().find(|chapter| chapter.number() == number) else {
        return Ok(());
    };
    let run = chapter.ending.run;
    partner.playbooks.answer(run, "customers", Some("yes"))?;
    partner.playbooks.answer(run, "money", Some("no"))?;
    let left = [HOLD_CALL, NOTE_ITEM];
    let open: Vec<(String, EvidenceKind)> = chapter
        .sheet(partner, day)
        .into_iter()
        .flat_map(Sheet::standings)
        .map(|standing| (standing.item.id.clone(), standing.item.evidence))
        .filter(|(id, _)| !left.contains(&id.as_str()) && !but.contains(&id.as_str()))
        .collect();
    for (id, kind) in open {
        let words = Note::parse_optional("Seen and filed, with the date")?;
        let evidence = match kind {
            EvidenceKind::None => None,
            EvidenceKind::Note => words.map(Evidence::Note),
            EvidenceKind::Link => Some(Evidence::Link(LinkAddress::parse("https://intranet.example/filed")?)),
            EvidenceKind::Written => words.map(|words| Evidence::Written { on: day, words }),
        };
        partner.playbooks.set_state(run, &id, MarkState::Done { on: day, by: line(by)?, evidence }, day)?;
    }
    Ok(())
}

/// A chain of answers, the last of which is a cause of this name.
fn cause(
    partner: &mut Partner,
    number: u16,
    chain: &[&str],
    name: &str,
    moment: &mut Moment<'_>,
) -> Result<Option<PartId>, Refusal> {
    let mut last = None;
    for answer in chain {
        last = Some(partner.answer_why(number, last, Line::parse(Field::What, answer)?, moment)?);
    }
    if let Some(last) = last {
        partner.name_cause(number, last, line(name)?)?;
    }
    Ok(last)
}

fn half_way(
    partner: &mut Partner,
    template: &Template,
    people: &[(&Colleague, ContactId)],
    calendar: Calendar,
    moment: &mut Moment<'_>,
) -> Result<(), Refusal> {
    let today = calendar.today;
    let day = calendar.past(20);
    let number = begin(partner, Scenario::NoTraction, day, template, moment)?;
    let how = "She was relieved, and wants to tell two customers together.";
    let held = held(("Tove Lindahl", 35, how), day, people)?;
    on(day, moment, |moment| partner.hold_talk(number, held, moment))?;
    partner.tell_story(number, Told {
        ours: Note::parse_optional("The connector worked, and nobody at the bakeries was shown how.")?,
        theirs: Note::parse_optional("We launched twice and never had anybody to train the shops.")?,
        joint: Note::parse_optional(
            "For two years we tried to bring ordering into small bakeries. The connector did what it should. What was \
             missing was somebody in the shops who shows how, and neither of us could be that. We think well of each \
             other, and both numbers stay the same.",
        )?,
        internal: None,
    })?;
    let agreed = calendar.past(17);
    partner.agree_story(number, agreed, Line::parse(Field::Person, "Tove Lindahl")?, agreed)?;
    clean_up(partner, number, &["redirects", DELETED_BY_THEM, "review"], "Mara Lindqvist", calendar.past(7))?;
    if let Some(chapter) = partner.chapter() {
        // She promised it for a later day.
        partner.playbooks.set_due(chapter.ending.run, DELETED_BY_THEM, Some(today.plus_days(4)))?;
    }
    partner.plan_review(number, Some(today.plus_days(5)))?;
    let chain = [
        "More than a year without one shared opportunity",
        "The shops had it and did not use it",
        "Nobody showed them how, at either launch",
        "We launch when the software is ready, and name nobody for the people",
    ];
    cause(partner, number, &chain, "Training without an owner", moment)?;
    Ok(())
}

fn closed(
    partner: &mut Partner,
    template: &Template,
    people: &[(&Colleague, ContactId)],
    calendar: Calendar,
    moment: &mut Moment<'_>,
) -> Result<(), Refusal> {
    let today = calendar.today;
    let number = begin(partner, Scenario::Acquired, calendar.past(255), template, moment)?;
    let talked = calendar.past(250);
    let how = "No surprise on either side. She asked that the eleven customers hear it from both of us.";
    let held = held(("Ruth Calloway", 45, how), talked, people)?;
    on(talked, moment, |moment| partner.hold_talk(number, held, moment))?;
    let joint = "For two years we moved customers together, and moved them well. Beacon Hythe has a new owner with a \
                 product of its own, so the work ends here. Whoever asks either of us gets the same answer.";
    partner.tell_story(number, Told { joint: Note::parse_optional(joint)?, ..Told::default() })?;
    let agreed = calendar.past(240);
    partner.agree_story(number, agreed, Line::parse(Field::Person, "Ruth Calloway")?, agreed)?;
    clean_up(partner, number, &[], "Priya Nand", calendar.past(212))?;
    let closed = calendar.past(210);
    on(closed, moment, |moment| partner.close_ending(number, None, moment))?;
    partner.hold_review(number, Some(calendar.past(200)), today)?;
    let first = cause(
        partner,
        number,
        &[
            "They were bought by a competitor of ours",
            "We read of it in the press",
            "Only Ruth spoke to us, and she was bound to silence",
        ],
        "One contact deep",
        moment,
    )?;
    let second = cause(
        partner,
        number,
        &["The new owner could end it within a week", "Our agreement says nothing about a change of owner"],
        "No exit terms",
        moment,
    )?;
    let action = |what: &str, owner: &str, due: Date, proof: &str| -> Result<NewAction, Refusal> {
        Ok(NewAction {
            what: Line::parse(Field::What, what)?,
            owner: Line::parse(Field::Person, owner)?,
            due,
            proof: line(proof)?,
        })
    };
    if let Some(first) = first {
        let new = action(
            "Know three people by name before a partner becomes Tier 2",
            "Priya Nand",
            calendar.past(180),
            "No Tier 2 partner has fewer than three people here",
        )?;
        let id = partner.add_action(number, first, new, moment)?;
        partner.finish_action(number, id, Some(calendar.past(185)), today)?;
    }
    if let Some(second) = second {
        let new =
            action("Put exit terms into every new agreement", "Mara Lindqvist", today.plus_days(12), "")?;
        partner.add_action(number, second, new, moment)?;
    }
    partner.send_note(number, calendar.past(196), today)
}
