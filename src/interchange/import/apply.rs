//! Carrying a plan out, a chunk at a time, through the verbs of the domain.
//!
//! The ids of what is added are those of the plan, so a chunk that is applied twice, or in two tabs, adds nothing twice.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::known::Value;
use super::plan::{Change, notes_with};
use super::problem::{Complaint, Problem};
use super::target::Target;
use super::words;
use crate::domain::contact::{Contact, Person as Named};
use crate::domain::link::LinkAddress;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::text::{Domain, EmailAddress, Line, Note};
use crate::domain::workspace::NewPartner;
use crate::domain::{
    ContactId, CustomField, Date, Link, Moment, Partner, PartnerId, PartnerKind, Stage, Tag, Tier, Workspace,
    listing,
};

/// Rows to be applied in one go, within one change of the desk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chunk {
    /// What each row does.
    pub steps: Vec<Step>,
}

/// What one row does: a partner, a person, or a person and the partner they work at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The row, as a spreadsheet counts.
    pub number: u32,
    /// The partner to add, unless it is there, or to change.
    pub partner: Option<Part>,
    /// The person to add, unless they are there, or to change.
    pub person: Option<Person>,
}

/// A partner or a person to add or to change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its id.
    pub id: String,
    /// Whether it is added.
    pub is_new: bool,
    /// What it says; of what is changed only what changes.
    pub values: Vec<Value>,
}

/// A person to add or to change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Who.
    pub part: Part,
    /// Where they work.
    pub jobs: Vec<Job>,
    /// The places in [`crate::domain::contact::Role::ALL`] of what they are to us at the first of these.
    pub roles: Vec<u8>,
    /// What changes, in words for the preview.
    pub changes: Vec<Change>,
}

/// Where a person works.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// The partner's id.
    pub partner: String,
    /// As what; nothing leaves what stands.
    pub title: Option<String>,
    /// Whether they begin there.
    pub is_new: bool,
}

/// What a chunk did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Rows that did something.
    pub done: usize,
    /// Rows that were refused after all, because something changed since the plan was made; they changed nothing.
    pub refused: Vec<(u32, Complaint)>,
}

impl Chunk {
    /// Applies each row, whole or not at all.
    pub fn apply(&self, workspace: &mut Workspace, moment: &mut Moment<'_>) -> Report {
        let mut report = Report::default();
        for step in &self.steps {
            match step.apply(workspace, moment) {
                Ok(()) => report.done += 1,
                Err(problem) => report.refused.push((step.number, Complaint::of_row(problem))),
            }
        }
        report
    }
}

impl Step {
    /// Units of storage it takes, about.
    pub(super) fn weight(&self) -> usize {
        let values = |part: &Part| part.values.iter().map(|value| value.text.len() + 24).sum::<usize>();
        let partner = self
            .partner
            .as_ref()
            .map_or(0, |part| if part.is_new { NEW_PARTNER } else { CHANGED } + values(part));
        let person = self.person.as_ref().map_or(0, |person| {
            let of_jobs: usize =
                person.jobs.iter().map(|job| EMPLOYMENT + job.title.as_ref().map_or(0, String::len)).sum();
            let base = if person.part.is_new { NEW_PERSON } else { CHANGED };
            base + values(&person.part) + of_jobs + person.roles.len() * EMPLOYMENT
        });
        partner + person
    }

    /// The id of a partner that is added only because a person works there.
    pub(super) fn new_employer(&self) -> Option<&str> {
        let partner = self.partner.as_ref().filter(|partner| partner.is_new)?;
        // In a row that is a partner the name is not all.
        let is_beside =
            self.person.is_some() && partner.values.iter().all(|value| is_of_employer(&value.target));
        is_beside.then_some(partner.id.as_str())
    }

    fn apply(&self, workspace: &mut Workspace, moment: &mut Moment<'_>) -> Result<(), Problem> {
        let mut before = Before::default();
        let done = self.apply_noting(workspace, moment, &mut before);
        if done.is_err() {
            before.put_back(workspace);
        }
        done
    }

    fn apply_noting(
        &self,
        workspace: &mut Workspace,
        moment: &mut Moment<'_>,
        before: &mut Before,
    ) -> Result<(), Problem> {
        if let Some(part) = &self.partner {
            let id: PartnerId = part.id.parse().map_err(|_| Problem::Gone)?;
            before.partner = Some((id, workspace.partner(id).cloned()));
            apply_partner(id, part, workspace, moment)?;
        }
        if let Some(person) = &self.person {
            let id: ContactId = person.part.id.parse().map_err(|_| Problem::Gone)?;
            before.contact = Some((id, workspace.contacts.get(&id).cloned()));
            apply_person(id, person, workspace, moment)?;
        }
        Ok(())
    }
}

impl Person {
    /// What changes, in words for the preview.
    pub fn changes(&self) -> impl Iterator<Item = Change> + '_ {
        self.changes.iter().cloned()
    }
}

/// Measured on what the vault writes; see the test.
const NEW_PARTNER: usize = 700;
const NEW_PERSON: usize = 420;
const EMPLOYMENT: usize = 160;
const CHANGED: usize = 120;

fn is_of_employer(target: &Target) -> bool {
    matches!(target, Target::PartnerName | Target::Domain)
}

/// What a row touched, as it was.
#[derive(Default)]
struct Before {
    partner: Option<(PartnerId, Option<Arc<Partner>>)>,
    contact: Option<(ContactId, Option<Arc<Contact>>)>,
}

impl Before {
    fn put_back(self, workspace: &mut Workspace) {
        match self.partner {
            Some((id, Some(partner))) => drop(workspace.partners.insert(id, partner)),
            Some((id, None)) => drop(workspace.partners.remove(&id)),
            None => {}
        }
        match self.contact {
            Some((id, Some(contact))) => drop(workspace.contacts.insert(id, contact)),
            Some((id, None)) => drop(workspace.contacts.remove(&id)),
            None => {}
        }
    }
}

fn apply_partner(
    id: PartnerId,
    part: &Part,
    workspace: &mut Workspace,
    moment: &mut Moment<'_>,
) -> Result<(), Problem> {
    let today = moment.today();
    let is_there = workspace.partner(id).is_some();
    if part.is_new && is_there {
        return Ok(());
    }
    if !part.is_new && !is_there {
        return Err(Problem::Gone);
    }
    if part.is_new {
        // The ids follow from the plan's: those of the first stage and tier come before the partner's.
        let mut bits = id.bits().wrapping_sub(2);
        let mut next_bits = || {
            bits = bits.wrapping_add(1);
            bits.wrapping_sub(1)
        };
        let mut planned = Moment::new(today, &mut next_bits);
        let new = new_partner(&part.values).map_err(refused)?;
        workspace.add_partner(new, &mut planned).map_err(refused)?;
        // What comes with it, too.
        return change_partner(id, &part.values, true, workspace, &mut planned).map_err(refused);
    }
    change_partner(id, &part.values, false, workspace, moment).map_err(refused)
}

fn new_partner(values: &[Value]) -> Result<NewPartner, Refusal> {
    let text = |target: Target| values.iter().find(|value| value.target == target);
    let name = text(Target::PartnerName).map(|value| value.text.as_str()).unwrap_or_default();
    let place = |target: Target| text(target).and_then(Value::place);
    Ok(NewPartner {
        name: Line::parse(Field::Name, name)?,
        domain: Domain::parse_optional(text(Target::Domain).map_or("", |value| &value.text))?,
        kind: place(Target::Kind).and_then(words::kind).unwrap_or(PartnerKind::Referral),
        stage: place(Target::Stage).and_then(words::stage).unwrap_or(Stage::Prospect),
        tier: place(Target::Tier).and_then(words::tier).unwrap_or(Tier::DEFAULT),
        owner: Line::parse_optional(Field::Person, text(Target::Owner).map_or("", |value| &value.text))?,
    })
}

fn change_partner(
    id: PartnerId,
    values: &[Value],
    is_new: bool,
    workspace: &mut Workspace,
    moment: &mut Moment<'_>,
) -> Result<(), Refusal> {
    let today = moment.today();
    let partner = workspace.partner_mut(id)?;
    for value in values {
        match &value.target {
            Target::Stage if !is_new => {
                let stage = value.place().and_then(words::stage).filter(|to| *to != partner.stage_on(today));
                if let Some(stage) = stage {
                    partner.move_stage(stage, today, None, moment)?;
                }
            }
            Target::Tier if !is_new => {
                let tier = value.place().and_then(words::tier).filter(|to| *to != partner.tier_on(today));
                if let Some(tier) = tier {
                    partner.set_tier(tier, today, moment)?;
                }
            }
            Target::Tags => partner.add_tag(Tag::parse(&value.text)?)?,
            Target::Link => add_link(&mut partner.links, &value.text, moment)?,
            Target::Own(name) => {
                let name = Line::parse(Field::FieldName, name)?;
                let field = CustomField::new(name, Line::parse(Field::FieldValue, &value.text)?);
                let standing = partner.fields.iter().find(|(_, one)| one.name.has_same_letters(&field.name));
                match standing.map(|(id, _)| *id) {
                    Some(id) => partner.edit_field(id, field)?,
                    None => drop(partner.add_field(field, moment)?),
                }
            }
            _ => {}
        }
    }
    let mut profile = partner.profile.clone();
    for value in values {
        match &value.target {
            Target::PartnerName => profile.name = Line::parse(Field::Name, &value.text)?,
            Target::Domain => profile.domain = Domain::parse_optional(&value.text)?,
            Target::Kind => {
                profile.kind = value.place().and_then(words::kind).unwrap_or(profile.kind);
            }
            Target::Owner => profile.owner = Line::parse_optional(Field::Person, &value.text)?,
            Target::Notes => {
                let standing = profile.notes.as_ref().map(Note::as_str);
                if let Some(notes) = notes_with(standing, &value.text) {
                    profile.notes = Note::parse_optional(&notes)?;
                }
            }
            Target::LaunchedOn => profile.launched_on = Some(day(Field::LaunchedOn, &value.text)?),
            Target::TrackedFrom => profile.tracked_from = day(Field::TrackedFrom, &value.text)?,
            _ => {}
        }
    }
    if profile == partner.profile { Ok(()) } else { workspace.edit_profile(id, profile, moment) }
}

fn apply_person(
    id: ContactId,
    person: &Person,
    workspace: &mut Workspace,
    moment: &mut Moment<'_>,
) -> Result<(), Problem> {
    let is_there = workspace.contacts.contains_key(&id);
    if person.part.is_new && is_there {
        return Ok(());
    }
    if !person.part.is_new && !is_there {
        return Err(Problem::Gone);
    }
    let jobs: Vec<PartnerId> = person.jobs.iter().filter_map(|job| job.partner.parse().ok()).collect();
    if jobs.len() != person.jobs.len() || jobs.iter().any(|partner| workspace.partner(*partner).is_none()) {
        return Err(Problem::Gone);
    }
    let mut bits = id.bits();
    let mut next_bits = || {
        bits = bits.wrapping_add(1);
        bits.wrapping_sub(1)
    };
    let mut planned = Moment::new(moment.today(), &mut next_bits);
    if person.part.is_new {
        let name = person.part.values.iter().find(|value| value.target == Target::PersonName);
        let name = Line::parse(Field::Name, name.map_or("", |value| &value.text)).map_err(refused)?;
        let named = Named { name, email: None, phone: None, tier: None, notes: None, nurture: false };
        workspace.add_contact(Contact::new(named), &mut planned);
    }
    let contact = workspace.contact_mut(id).map_err(refused)?;
    let changed = if person.part.is_new {
        change_person(contact, person, &jobs, &mut planned)
    } else {
        change_person(contact, person, &jobs, moment)
    };
    changed.map_err(refused)
}

fn change_person(
    contact: &mut Contact,
    person: &Person,
    jobs: &[PartnerId],
    moment: &mut Moment<'_>,
) -> Result<(), Refusal> {
    let today = moment.today();
    let mut named = contact.person.clone();
    for value in &person.part.values {
        match &value.target {
            Target::PersonName => named.name = Line::parse(Field::Name, &value.text)?,
            Target::Email => named.email = EmailAddress::parse_optional(&value.text)?,
            Target::Phone => named.phone = Line::parse_optional(Field::What, &value.text)?,
            Target::PersonTier => named.tier = value.place().and_then(words::tier).or(named.tier),
            Target::PersonNotes => {
                let standing = named.notes.as_ref().map(Note::as_str);
                if let Some(notes) = notes_with(standing, &value.text) {
                    named.notes = Note::parse_optional(&notes)?;
                }
            }
            Target::PersonLink => add_link(&mut contact.links, &value.text, moment)?,
            _ => {}
        }
    }
    contact.person = named;
    for (job, partner) in person.jobs.iter().zip(jobs) {
        let title = match &job.title {
            Some(title) => Line::parse_optional(Field::Title, title)?,
            None => None,
        };
        if contact.works_at(*partner, today) {
            if title.is_some() {
                contact.retitle(*partner, title, today)?;
            }
        } else {
            // Of somebody who is new nobody knows since when; somebody who is here begins today.
            let from = (!person.part.is_new).then_some(today);
            contact.join(*partner, title, from, moment);
        }
    }
    if let Some(partner) = jobs.first() {
        for role in person.roles.iter().filter_map(|place| words::role(*place)) {
            if !contact.roles_at(*partner, today).contains(&role) {
                contact.take_role(*partner, role, Some(today), moment);
            }
        }
    }
    Ok(())
}

fn add_link(
    links: &mut crate::domain::Collection<Link>,
    text: &str,
    moment: &mut Moment<'_>,
) -> Result<(), Refusal> {
    let address = LinkAddress::parse(text)?;
    if links.values().any(|link| link.address == address) {
        return Ok(());
    }
    listing::add(links, Link::new(None, address), moment).map(|_| ())
}

fn day(field: Field, text: &str) -> Result<Date, Refusal> {
    Refusal::date(field, text)
}

#[expect(clippy::needless_pass_by_value, reason = "it stands behind `map_err`")]
fn refused(refusal: Refusal) -> Problem {
    Problem::Refused { sentence: refusal.to_string() }
}
