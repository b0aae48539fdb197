//! Twelve invented partners with two years of records, to look around in.
//!
//! Dated back from today, so that each situation of the rules is there on any day: [`current`] holds
//! the partners that are worked with, [`silent`] those without results, [`turning`] those that begin,
//! rest or end, and [`endings`] how two of them end. Companies and people are invented.

mod current;
mod endings;
mod facts;
mod meetings;
mod playbooks;
mod row;
mod silent;
mod turning;

use std::sync::Arc;

use crate::domain::contact::{Contact, ContactId, Person, Research};
use crate::domain::ledger::LedgerPoints;
use crate::domain::listing;
use crate::domain::text::EmailAddress;
use crate::domain::{
    Attribution, Commitment, CustomField, Date, Domain, Field, LedgerEntry, Line, Link, LinkAddress,
    Milestone, Moment, Note, Partner, PartnerId, Profile, Promise, Pulse, Quarter, Rating, Refusal, Side,
    Tag, Touchpoint, TractionEvent, TractionKind, Workspace,
};

use row::{Colleague, Company, Promised, QUARTER};

/// Adds the sample partners and their people, each marked as sample. Refuses when they are there.
pub fn fill(workspace: &mut Workspace, moment: &mut Moment<'_>) -> Result<(), Refusal> {
    if workspace.has_sample() {
        return Err(Refusal::SampleThere);
    }
    let calendar = Calendar {
        today: moment.today(),
        this: Quarter::of(moment.today(), workspace.settings.fiscal_start),
    };
    let companies = || current::COMPANIES.iter().chain(silent::COMPANIES).chain(turning::COMPANIES);
    let known: Vec<(&Company, PartnerId)> = companies().map(|company| (company, moment.new_id())).collect();
    let mut people: Vec<(&Colleague, ContactId)> = Vec::new();
    for (company, id) in &known {
        for colleague in company.people {
            let mut contact = met(company, *id, colleague, calendar, moment)?;
            if let Some((to, title, on)) = colleague.moved
                && let Some((_, to)) = known.iter().find(|(company, _)| company.name == to)
            {
                contact.move_to(*to, line(title)?, calendar.past(on), moment)?;
            }
            people.push((colleague, workspace.add_contact(contact, moment)));
        }
    }
    for (company, id) in &known {
        let mut partner = begun(workspace, company, calendar, moment)?;
        record(&mut partner, company, &people, calendar, moment)?;
        meetings::hold(&mut partner, company, &people, calendar, moment)?;
        workspace.partners.insert(*id, Arc::new(partner));
    }
    // What was recorded before stays as it is once a gate is closed.
    endings::add(workspace, &known, &people, calendar, moment)
}

/// The days that the tables mean.
#[derive(Clone, Copy)]
struct Calendar {
    today: Date,
    this: Quarter,
}

impl Calendar {
    /// The day of a table.
    fn day(self, day: i32) -> Date {
        if day < QUARTER {
            return self.today.plus_days(-i64::from(day));
        }
        let quarter = (0..day / QUARTER).fold(self.this, |quarter, _| quarter.previous());
        quarter.first_day().plus_days(i64::from(day % QUARTER))
    }

    /// The day of a fact: at the edge of the calendar no later than today.
    fn past(self, day: i32) -> Date {
        self.day(day).min(self.today)
    }
}

/// A person as they were when we met them.
fn met(
    company: &Company,
    at: PartnerId,
    colleague: &Colleague,
    calendar: Calendar,
    moment: &mut Moment<'_>,
) -> Result<Contact, Refusal> {
    let mailbox = colleague.name.to_lowercase().replace(' ', ".");
    let mut contact = Contact::new(Person {
        name: Line::parse(Field::Name, colleague.name)?,
        email: EmailAddress::parse_optional(&format!("{mailbox}@{}", company.domain))?,
        phone: None,
        tier: colleague.tier,
        notes: Note::parse_optional(colleague.notes)?,
        nurture: colleague.is_nurtured,
    });
    let [path, shares, said, cares_about] = colleague.research;
    contact.research = Research {
        path: Note::parse_optional(path)?,
        shares: Note::parse_optional(shares)?,
        said: Note::parse_optional(said)?,
        cares_about: Note::parse_optional(cares_about)?,
    };
    contact.is_sample = true;
    let since = Some(calendar.past(colleague.since));
    contact.join(at, line(colleague.title)?, since, moment);
    if let Some(role) = colleague.role {
        contact.take_role(at, role, since, moment);
    }
    Ok(contact)
}

/// A partner with its profile, its stages and tiers, and what hangs on it.
fn begun(
    workspace: &Workspace,
    company: &Company,
    calendar: Calendar,
    moment: &mut Moment<'_>,
) -> Result<Partner, Refusal> {
    let domain = Domain::parse_optional(company.domain)?;
    let is_taken = workspace.partners.values().any(|partner| partner.profile.domain == domain);
    let since = company.stages.first().map_or(0, |(_, since, _)| *since);
    let mut partner = Partner::new(Profile {
        name: Line::parse(Field::Name, company.name)?,
        // Whoever has the domain keeps it.
        domain: domain.filter(|_| !is_taken),
        kind: company.kind,
        owner: line(company.owner)?,
        notes: Note::parse_optional(company.notes)?,
        launched_on: None,
        tracked_from: calendar.past(since),
    });
    partner.is_sample = true;
    for (stage, on, reason) in company.stages {
        partner.move_stage(*stage, calendar.past(*on), line(reason)?, moment)?;
    }
    for (tier, on) in company.tiers {
        partner.set_tier(*tier, calendar.past(*on), moment)?;
    }
    for tag in company.tags {
        partner.add_tag(Tag::parse(tag)?)?;
    }
    for (label, address) in company.links {
        listing::add(&mut partner.links, Link::new(line(label)?, LinkAddress::parse(address)?), moment)?;
    }
    for (name, value) in company.fields {
        let field =
            CustomField::new(Line::parse(Field::FieldName, name)?, Line::parse(Field::FieldValue, value)?);
        partner.add_field(field, moment)?;
    }
    Ok(partner)
}

/// What happened with a partner.
fn record(
    partner: &mut Partner,
    company: &Company,
    people: &[(&Colleague, ContactId)],
    calendar: Calendar,
    moment: &mut Moment<'_>,
) -> Result<(), Refusal> {
    for touch in company.touches {
        let touchpoint = Touchpoint {
            on: calendar.past(touch.on),
            channel: touch.channel,
            two_way: touch.is_two_way,
            with: named(people, touch.who).collect(),
            note: Note::parse_optional(touch.note)?,
        };
        partner.record(touchpoint, moment)?;
    }
    for promised in company.promises {
        let person =
            if promised.side == Side::Ours && promised.by.is_empty() { company.owner } else { promised.by };
        let commitment = Commitment {
            what: Line::parse(Field::What, promised.what)?,
            side: promised.side,
            person: line(person)?,
            dates: dates(promised, calendar)?,
            from_meeting: None,
        };
        partner.record(commitment, moment)?;
    }
    for goal in company.milestones {
        let what = Line::parse(Field::What, goal.what)?;
        partner.record(Milestone { what, dates: dates(goal, calendar)? }, moment)?;
    }
    for result in company.results {
        let is_influence = result.kind == TractionKind::InfluencedOpportunity;
        let event = TractionEvent {
            on: calendar.past(result.on),
            kind: result.kind,
            attribution: if is_influence { Attribution::Influenced } else { Attribution::Sourced },
            amount: line(result.amount)?,
            note: Note::parse_optional(result.note)?,
        };
        partner.record(event, moment)?;
    }
    for value in company.ledger {
        let entry = LedgerEntry {
            on: calendar.past(value.on),
            direction: value.direction,
            kind: value.kind,
            points: LedgerPoints::new(value.points)?,
            note: Note::parse_optional(value.note)?,
        };
        partner.record(entry, moment)?;
    }
    for rated in company.pulses {
        let pulse = Pulse {
            on: calendar.past(rated.on),
            by: rated.by,
            rating: Rating::new(rated.rating)?,
            note: Note::parse_optional(rated.note)?,
        };
        partner.record(pulse, moment)?;
    }
    for noted in company.facts {
        // At the edge of the calendar there may be no day left for it to end on.
        let _ = partner.record(facts::fact(noted, people, calendar)?, moment);
    }
    for running in company.playbooks {
        playbooks::put_to_work(partner, running, line(company.owner)?.as_ref(), calendar, moment)?;
    }
    Ok(())
}

/// Those whose first names stand in a row.
fn named<'a>(
    people: &'a [(&Colleague, ContactId)],
    first_names: &'a str,
) -> impl Iterator<Item = ContactId> + 'a {
    let is_named = move |colleague: &Colleague| {
        let first_name = colleague.name.split(' ').next();
        first_name.is_some_and(|first_name| first_names.split(' ').any(|one| one == first_name))
    };
    people.iter().filter(move |(colleague, _)| is_named(colleague)).map(|(_, id)| *id)
}

fn dates(promised: &Promised, calendar: Calendar) -> Result<Promise, Refusal> {
    let today = calendar.today;
    let mut dates = Promise::new(calendar.past(promised.made), calendar.day(promised.due))?;
    for (on, to) in promised.moves {
        // At the edge of the calendar there is no day left to move it on.
        let _ = dates.move_to(calendar.past(*on), calendar.day(*to));
    }
    if let Some(on) = promised.done {
        dates.keep(calendar.past(on), today)?;
    }
    if let Some((on, why)) = promised.dropped {
        dates.drop_it(calendar.past(on), Line::parse(Field::Reason, why)?, today)?;
    }
    Ok(dates)
}

/// A line of a table; nothing when it is empty.
fn line<const MOST: usize>(text: &str) -> Result<Option<Line<MOST>>, Refusal> {
    Line::parse_optional(Field::What, text)
}
