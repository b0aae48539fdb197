//! Decides for each row, against what is here and the rows before it.

mod partners;
mod people;

use std::collections::HashSet;

use super::draft::Draft;
use super::{BadCells, Candidate, Choice, Decisions, Outcome, Plan, PlannedRow, Undecided};
use crate::domain::Id;
use crate::interchange::import::known::{Known, Value};
use crate::interchange::import::mapping::Mapping;
use crate::interchange::import::problem::{Complaint, Problem};
use crate::interchange::import::similar::{Index, Names, company_key};
use crate::interchange::import::table::Table;
use crate::interchange::import::target::{Subject, Target};
use crate::interchange::import::words;

/// Ids that one row may take: its partner's with its first changes, its person's.
const IDS_OF_ROW: u128 = 1 << 16;
const PERSON: u128 = 1 << 12;
/// Namesakes that are looked at: a list of a hundred thousand of them is not compared each with each.
const NAMESAKES: usize = 32;

pub fn plan(table: &Table, mapping: &Mapping, known: &Known, decisions: &Decisions, seed: Id<Plan>) -> Plan {
    let today = known.today.parse().ok();
    let drafts: Vec<Draft> = table.rows().filter_map(|row| Draft::of(row, mapping, today)).collect();
    let planner = Planner::new(mapping, known, decisions, seed, &drafts);
    let mut taken = HashSet::new();
    let mut rows: Vec<PlannedRow> = Vec::with_capacity(drafts.len());
    for (place, draft) in drafts.iter().enumerate() {
        let row = planner.row(place, draft, &rows, &mut taken);
        rows.push(row);
    }
    Plan { rows }
}

/// What rows are compared with, prepared.
struct Planner<'a> {
    mapping: &'a Mapping,
    known: &'a Known,
    decisions: Vec<(u32, &'a Choice)>,
    general: &'a Decisions,
    seed: Id<Plan>,
    drafts: &'a [Draft],
    partners_by_id: Index,
    partners_by_domain: Index,
    partners_by_key: Index,
    partners_by_company: Index,
    partner_names: Names,
    contacts_by_id: Index,
    contacts_by_email: Index,
    contacts_by_key: Index,
    contact_names: Names,
    rows_by_domain: Index,
    rows_by_key: Index,
    rows_by_company: Index,
    rows_by_email: Index,
    rows_by_person: Index,
}

/// Whom a row is about.
enum Verdict {
    New,
    Known(usize),
    Ask(Vec<Candidate>),
    Skip(Problem),
    Refused(Problem),
}

/// Where the person of a row works.
enum Employer {
    Nowhere,
    /// Partners that are here, by their places.
    Known(Vec<usize>),
    /// A partner that this import adds, by the place of the first row that names it.
    New(usize),
}

impl<'a> Planner<'a> {
    fn new(
        mapping: &'a Mapping,
        known: &'a Known,
        decisions: &'a Decisions,
        seed: Id<Plan>,
        drafts: &'a [Draft],
    ) -> Self {
        let of_partners = |target: &Target, key: fn(&str) -> String| {
            let text = |values: &[Value]| text(values, target).map(key).unwrap_or_default();
            Index::of(known.partners.iter().map(|partner| text(&partner.values)))
        };
        let of_contacts = |target: &Target, key: fn(&str) -> String| {
            let text = |values: &[Value]| text(values, target).map(key).unwrap_or_default();
            Index::of(known.contacts.iter().map(|contact| text(&contact.values)))
        };
        let of_rows = |key: fn(&Draft) -> String| Index::of(drafts.iter().map(key));
        let is_of_partners = mapping.subject == Subject::Partners;
        let partner_names = known.partners.iter().filter(|_| is_of_partners);
        let contact_names = known.contacts.iter().filter(|_| !is_of_partners);
        let mut rows: Vec<(u32, &Choice)> =
            decisions.rows.iter().map(|(number, choice)| (*number, choice)).collect();
        rows.sort_by_key(|(number, _)| *number);
        Self {
            mapping,
            known,
            decisions: rows,
            general: decisions,
            seed,
            drafts,
            partners_by_id: Index::of(known.partners.iter().map(|partner| partner.id.clone())),
            partners_by_domain: of_partners(&Target::Domain, str::to_owned),
            partners_by_key: of_partners(&Target::PartnerName, words::key),
            partners_by_company: of_partners(&Target::PartnerName, company_key),
            partner_names: Names::of(
                partner_names
                    .map(|one| company_key(text(&one.values, &Target::PartnerName).unwrap_or_default())),
            ),
            contacts_by_id: Index::of(known.contacts.iter().map(|contact| contact.id.clone())),
            contacts_by_email: of_contacts(&Target::Email, str::to_lowercase),
            contacts_by_key: of_contacts(&Target::PersonName, words::key),
            contact_names: Names::of(
                contact_names
                    .map(|one| words::key(text(&one.values, &Target::PersonName).unwrap_or_default())),
            ),
            rows_by_domain: of_rows(|draft| draft.domain.clone().unwrap_or_default()),
            rows_by_key: of_rows(|draft| draft.partner_key.clone()),
            rows_by_company: of_rows(|draft| draft.company_key.clone()),
            rows_by_email: of_rows(|draft| {
                draft.email.as_ref().map(|email| email.to_lowercase()).unwrap_or_default()
            }),
            rows_by_person: of_rows(|draft| draft.person_key.clone()),
        }
    }

    fn row(
        &self,
        place: usize,
        draft: &Draft,
        before: &[PlannedRow],
        taken: &mut HashSet<String>,
    ) -> PlannedRow {
        let (subject, name) = match self.mapping.subject {
            Subject::Partners => (Subject::Partners, draft.partner_name.as_ref()),
            Subject::Contacts => (Subject::Contacts, draft.person_name.as_ref()),
        };
        let mut row = PlannedRow {
            number: draft.number,
            title: name.or(draft.domain.as_ref()).or(draft.email.as_ref()).cloned().unwrap_or_default(),
            outcome: Outcome::Error,
            complaints: Vec::new(),
            notes: draft.notes.clone(),
            step: None,
        };
        let choice = self.choice(draft.number);
        if choice == Some(&Choice::Skip) {
            row.outcome = Outcome::Skip { why: Problem::LeftOut };
            return row;
        }
        match self.general.bad_cells {
            BadCells::Refuse => row.complaints.extend(draft.complaints.iter().cloned()),
            BadCells::LeaveOut => row.notes.extend(draft.complaints.iter().cloned()),
        }
        if name.is_none() && !row.complaints.iter().any(|complaint| self.is_about_name(complaint)) {
            row.complaints.push(Complaint::of_row(Problem::NoName));
        }
        if name.is_none() || !row.complaints.is_empty() {
            return row;
        }
        match subject {
            Subject::Partners => self.partner_row(place, draft, choice, before, taken, &mut row),
            Subject::Contacts => self.contact_row(place, draft, choice, before, taken, &mut row),
        }
        row
    }

    fn is_about_name(&self, complaint: &Complaint) -> bool {
        let Some(heading) = &complaint.column else { return true };
        let column = self.mapping.columns.iter().find(|column| column.heading == *heading);
        let name = match self.mapping.subject {
            Subject::Partners => Target::PartnerName,
            Subject::Contacts => Target::PersonName,
        };
        column.is_some_and(|column| column.target.as_ref() == Some(&name))
    }

    fn choice(&self, number: u32) -> Option<&'a Choice> {
        let place = self.decisions.partition_point(|(held, _)| *held <= number).checked_sub(1)?;
        self.decisions.get(place).filter(|(held, _)| *held == number).map(|(_, choice)| *choice)
    }

    /// What the user decided about it, or else what was found.
    fn settle(&self, found: Verdict, choice: Option<&Choice>, ids: &Index) -> Verdict {
        match choice {
            Some(Choice::Create) => match found {
                Verdict::Refused(problem) => Verdict::Refused(problem),
                _ => Verdict::New,
            },
            Some(Choice::Update(id)) => match ids.first(id) {
                Some(at) => Verdict::Known(at),
                None => Verdict::Refused(Problem::Gone),
            },
            Some(Choice::Skip) => Verdict::Skip(Problem::LeftOut),
            None => match (found, self.general.undecided) {
                (Verdict::Ask(_), Undecided::Create) => Verdict::New,
                (Verdict::Ask(_), Undecided::Skip) => Verdict::Skip(Problem::Undecided),
                (Verdict::Ask(with), Undecided::Update) => {
                    let most_alike = with.first().and_then(|first| ids.first(&first.id));
                    most_alike.map_or(Verdict::Ask(with), Verdict::Known)
                }
                (found, _) => found,
            },
        }
    }

    fn partner_candidate(&self, at: usize, likeness: u8) -> Candidate {
        let partner = self.known.partners.get(at);
        let name = partner.and_then(|one| text(&one.values, &Target::PartnerName)).unwrap_or_default();
        let id = partner.map(|one| one.id.clone()).unwrap_or_default();
        Candidate { id, name: name.to_owned(), likeness }
    }

    fn contact_candidate(&self, at: usize, likeness: u8) -> Candidate {
        let contact = self.known.contacts.get(at);
        let name = contact.and_then(|one| text(&one.values, &Target::PersonName)).unwrap_or_default();
        let id = contact.map(|one| one.id.clone()).unwrap_or_default();
        Candidate { id, name: name.to_owned(), likeness }
    }

    /// The id of the partner that a row adds; the two before it are those of its first stage and tier.
    fn partner_id(&self, place: usize) -> String {
        self.id(place, 2)
    }

    fn person_id(&self, place: usize) -> String {
        self.id(place, PERSON)
    }

    fn id(&self, place: usize, offset: u128) -> String {
        let place = u128::try_from(place).unwrap_or_default();
        let bits = self.seed.bits().wrapping_add(place.wrapping_mul(IDS_OF_ROW)).wrapping_add(offset);
        Id::<Plan>::from_bits(bits).to_string()
    }
}

impl PlannedRow {
    /// Whether it is imported, or waits to be.
    fn counts(&self) -> bool {
        matches!(self.outcome, Outcome::Create | Outcome::Update { .. } | Outcome::Ask { .. })
            || matches!(self.outcome, Outcome::Skip { why: Problem::NothingNew })
    }

    fn is_update_of(&self, id: &str) -> bool {
        matches!(&self.outcome, Outcome::Update { of, .. } if of.id == id)
    }
}

fn text<'v>(values: &'v [Value], target: &Target) -> Option<&'v str> {
    values.iter().find(|value| value.target == *target).map(|value| value.text.as_str())
}

/// Says that a name stays, where the file has another one.
fn note_name(said: Option<&str>, here: Option<&str>, row: &mut PlannedRow) {
    if let (Some(said), Some(here)) = (said, here)
        && words::key(said) != words::key(here)
    {
        row.notes.push(Complaint::of_row(Problem::NameStays { name: here.to_owned() }));
    }
}

fn distinct(candidates: &mut Vec<Candidate>) {
    let mut seen = Vec::new();
    candidates.retain(|candidate| {
        let is_new = !seen.contains(&candidate.id);
        seen.push(candidate.id.clone());
        is_new
    });
    candidates.truncate(3);
}
