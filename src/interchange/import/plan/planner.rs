//! Decides for each row, against what is here and the rows before it.

use std::collections::HashSet;

use super::changes;
use super::draft::{Draft, refused};
use super::{
    BadCells, Candidate, Change, Choice, Decisions, Employers, Outcome, Plan, PlannedRow, Undecided,
};
use crate::domain::refusal::Refusal;
use crate::domain::{Field, Id, Tag};
use crate::interchange::import::apply::{Job, Part, Person, Step};
use crate::interchange::import::known::{Known, KnownContact, KnownJob, Value};
use crate::interchange::import::mapping::{Mapping, MatchKey};
use crate::interchange::import::problem::{Complaint, Problem};
use crate::interchange::import::similar::{Index, Names, company_key};
use crate::interchange::import::table::Table;
use crate::interchange::import::target::{Subject, Target};
use crate::interchange::import::words;

/// Ids that one row may take: its partner's with its first changes, its person's.
const IDS_OF_ROW: u128 = 1 << 16;
const PERSON: u128 = 1 << 12;

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

    // ---- rows that are partners ----

    fn partner_row(
        &self,
        place: usize,
        draft: &Draft,
        choice: Option<&Choice>,
        before: &[PlannedRow],
        taken: &mut HashSet<String>,
        row: &mut PlannedRow,
    ) {
        let values = self.partner_values(draft);
        match self.settle(self.partner_verdict(place, draft, before), choice, &self.partners_by_id) {
            Verdict::New => {
                if let Some(problem) = self.domain_taken(place, draft, None, before) {
                    row.complaints.push(Complaint::of_row(problem));
                    return;
                }
                let id = self.partner_id(place);
                let person = self.person_of_partner(place, draft, &id, None, taken, row);
                row.outcome = Outcome::Create;
                let partner = Part { id, is_new: true, values };
                row.step = Some(Step { number: draft.number, partner: Some(partner), person });
            }
            Verdict::Known(at) => {
                let Some(known) = self.known.partners.get(at) else { return };
                if let Some(problem) = self.domain_taken(place, draft, Some(at), before) {
                    row.complaints.push(Complaint::of_row(problem));
                    return;
                }
                let (new, mut changes) = changes::of_partner(known, &values);
                let tags =
                    |values: &[Value]| values.iter().filter(|value| value.target == Target::Tags).count();
                if tags(&known.values) + tags(&new) > Tag::MOST && tags(&new) > 0 {
                    let full = Refusal::Full { field: Field::Tag, most: Tag::MOST };
                    row.complaints.push(Complaint::of_row(refused(&full)));
                    return;
                }
                let person = self.person_of_partner(place, draft, &known.id, Some(at), taken, row);
                changes.extend(person.iter().flat_map(Person::changes));
                if changes.is_empty() {
                    row.outcome = Outcome::Skip { why: Problem::NothingNew };
                    return;
                }
                let partner = Part { id: known.id.clone(), is_new: false, values: new };
                let partner = Some(partner).filter(|partner| !partner.values.is_empty());
                row.outcome = Outcome::Update { of: self.partner_candidate(at, 100), changes };
                row.step = Some(Step { number: draft.number, partner, person });
            }
            Verdict::Ask(with) => row.outcome = Outcome::Ask { with },
            Verdict::Refused(problem) => row.complaints.push(Complaint::of_row(problem)),
            Verdict::Skip(why) => {
                row.outcome = Outcome::Skip { why };
                self.another_person(place, draft, before, taken, row);
            }
        }
    }

    fn partner_values(&self, draft: &Draft) -> Vec<Value> {
        let name = draft.partner_name.iter().map(|name| Value::new(Target::PartnerName, name.as_str()));
        let domain = draft.domain.iter().map(|domain| Value::new(Target::Domain, domain.as_str()));
        name.chain(domain).chain(draft.partner.iter().cloned()).collect()
    }

    fn partner_verdict(&self, place: usize, draft: &Draft, before: &[PlannedRow]) -> Verdict {
        let domain = draft.domain.as_deref().unwrap_or_default();
        let is_by_domain = self.mapping.key == MatchKey::Domain;
        let of_domain = self.partners_by_domain.first(domain);
        let of_name: Vec<usize> = self.partners_by_key.get(&draft.partner_key).collect();
        if is_by_domain && let Some(at) = of_domain {
            return self.unless_said_before(place, draft, before, Verdict::Known(at));
        }
        let domain_of = |at: usize| {
            self.known.partners.get(at).and_then(|partner| text(&partner.values, &Target::Domain))
        };
        // With two domains that differ the name alone does not make them one.
        let agrees = |at: &usize| !is_by_domain || domain.is_empty() || domain_of(*at).is_none();
        if let ([at], true) = (of_name.as_slice(), of_name.iter().all(agrees)) {
            let clashes = of_domain.is_some_and(|other| other != *at);
            if !clashes {
                return self.unless_said_before(place, draft, before, Verdict::Known(*at));
            }
        }
        if let Some(verdict) = self.said_before(place, draft, before) {
            return verdict;
        }
        let mut with: Vec<Candidate> =
            of_domain.iter().chain(&of_name).map(|at| self.partner_candidate(*at, 100)).collect();
        for (at, likeness) in self.partner_names.like(&draft.company_key) {
            with.push(self.partner_candidate(at, likeness));
        }
        distinct(&mut with);
        if with.is_empty() { Verdict::New } else { Verdict::Ask(with) }
    }

    fn unless_said_before(
        &self,
        place: usize,
        draft: &Draft,
        before: &[PlannedRow],
        verdict: Verdict,
    ) -> Verdict {
        self.said_before(place, draft, before).unwrap_or(verdict)
    }

    /// A row before this one that is about the same partner and is imported.
    fn said_before(&self, place: usize, draft: &Draft, before: &[PlannedRow]) -> Option<Verdict> {
        let domain = draft.domain.as_deref().unwrap_or_default();
        let of_domain = self.rows_by_domain.get(domain).take_while(|at| *at < place);
        let other_domain = |at: &usize| {
            let other = self.drafts.get(*at).and_then(|other| other.domain.as_deref()).unwrap_or_default();
            self.mapping.key == MatchKey::Domain && !domain.is_empty() && !other.is_empty() && other != domain
        };
        let of_name = self.rows_by_key.get(&draft.partner_key).take_while(|at| *at < place);
        let of_name = of_name.filter(|at| !other_domain(at));
        let mut all = of_domain.chain(of_name).filter_map(|at| before.get(at)).filter(|row| row.counts());
        all.next().map(|row| Verdict::Skip(Problem::SameAsRow { row: row.number }))
    }

    fn domain_taken(
        &self,
        place: usize,
        draft: &Draft,
        but: Option<usize>,
        before: &[PlannedRow],
    ) -> Option<Problem> {
        let domain = draft.domain.as_deref()?;
        if let Some(at) = self.partners_by_domain.first(domain)
            && Some(at) != but
        {
            let name = self.partner_candidate(at, 100).name;
            return Some(Problem::DomainTaken { domain: domain.to_owned(), name });
        }
        let mut rows = self.rows_by_domain.get(domain).take_while(|at| *at < place);
        let row = rows.find_map(|at| before.get(at).filter(|row| row.counts()))?;
        Some(Problem::DomainOfRow { row: row.number })
    }

    /// A row about a partner that a row before speaks of, with another person.
    fn another_person(
        &self,
        place: usize,
        draft: &Draft,
        before: &[PlannedRow],
        taken: &mut HashSet<String>,
        row: &mut PlannedRow,
    ) {
        let Outcome::Skip { why: Problem::SameAsRow { row: number } } = &row.outcome else { return };
        let Ok(at) = before.binary_search_by_key(number, |row| row.number) else { return };
        let Some(first) = before.get(at) else { return };
        let (id, known) = match (&first.outcome, &first.step) {
            (Outcome::Update { of, .. }, _) => (of.id.clone(), self.partners_by_id.first(&of.id)),
            (_, Some(Step { partner: Some(partner), .. })) => (partner.id.clone(), None),
            _ => return,
        };
        let Some(person) = self.person_of_partner(place, draft, &id, known, taken, row) else { return };
        let name = first.title.clone();
        let changes = person.changes().collect();
        row.outcome = Outcome::Update { of: Candidate { id, name, likeness: 100 }, changes };
        row.step = Some(Step { number: draft.number, partner: None, person: Some(person) });
    }

    /// The person a partner's row speaks of: new, or somebody who is here and says more than before.
    fn person_of_partner(
        &self,
        place: usize,
        draft: &Draft,
        partner: &str,
        known: Option<usize>,
        taken: &mut HashSet<String>,
        row: &mut PlannedRow,
    ) -> Option<Person> {
        let name = match &draft.person_name {
            Some(name) => name,
            None => {
                if draft.email.is_some() || draft.title.is_some() || !draft.person.is_empty() {
                    row.notes.push(Complaint::of_row(Problem::NamelessPerson));
                }
                return None;
            }
        };
        let key = draft
            .email
            .as_ref()
            .map_or_else(|| format!("{partner} {}", draft.person_key), |email| email.to_lowercase());
        if !taken.insert(key) {
            return None;
        }
        let job = Job { partner: partner.to_owned(), title: draft.title.clone(), is_new: true };
        let mut values = vec![Value::new(Target::PersonName, name.as_str())];
        values.extend(draft.email.iter().map(|email| Value::new(Target::Email, email.as_str())));
        values.extend(draft.person.iter().cloned());
        let email = draft.email.as_ref().map(|email| email.to_lowercase()).unwrap_or_default();
        let by_email = self.contacts_by_email.first(&email);
        let works_there = |at: &usize| {
            let contact = self.known.contacts.get(*at);
            contact.is_some_and(|contact| contact.jobs.iter().any(|job| job.partner == partner))
        };
        let by_name = || {
            let mut named = self.contacts_by_key.get(&draft.person_key);
            known.and_then(|_| named.find(works_there))
        };
        let at = by_email.or_else(by_name);
        match at.and_then(|at| self.known.contacts.get(at)) {
            Some(known) => {
                let jobs = vec![(partner.to_owned(), draft.title.clone())];
                self.update_of_person(known, &values, jobs, &draft.roles)
            }
            None => Some(Person {
                part: Part { id: self.person_id(place), is_new: true, values },
                jobs: vec![job],
                roles: draft.roles.clone(),
                changes: vec![Change { target: Target::PersonName, from: None, to: name.clone() }],
            }),
        }
    }

    // ---- rows that are people ----

    fn contact_row(
        &self,
        place: usize,
        draft: &Draft,
        choice: Option<&Choice>,
        before: &[PlannedRow],
        taken: &mut HashSet<String>,
        row: &mut PlannedRow,
    ) {
        let (employer, titles) = self.employer(place, draft, row);
        let mut values: Vec<Value> =
            draft.person_name.iter().map(|name| Value::new(Target::PersonName, name.as_str())).collect();
        values.extend(draft.email.iter().map(|email| Value::new(Target::Email, email.as_str())));
        values.extend(draft.person.iter().cloned());
        match self.settle(self.contact_verdict(place, draft, &employer, before), choice, &self.contacts_by_id)
        {
            Verdict::New => {
                let (partner, jobs) = self.jobs(&employer, &titles, draft);
                let jobs =
                    jobs.into_iter().map(|(partner, title)| Job { partner, title, is_new: true }).collect();
                let part = Part { id: self.person_id(place), is_new: true, values };
                let person = Person { part, jobs, roles: draft.roles.clone(), changes: Vec::new() };
                row.outcome = Outcome::Create;
                row.step = Some(Step { number: draft.number, partner, person: Some(person) });
            }
            Verdict::Known(at) => {
                let Some(known) = self.known.contacts.get(at) else { return };
                if !taken.insert(known.id.clone()) {
                    let first = before.iter().find(|row| row.is_update_of(&known.id));
                    let row_before = first.map_or(0, |row| row.number);
                    row.outcome = Outcome::Skip { why: Problem::SameAsRow { row: row_before } };
                    return;
                }
                let (partner, jobs) = self.jobs(&employer, &titles, draft);
                let Some(person) = self.update_of_person(known, &values, jobs, &draft.roles) else {
                    row.outcome = Outcome::Skip { why: Problem::NothingNew };
                    return;
                };
                let changes = person.changes().collect();
                row.outcome = Outcome::Update { of: self.contact_candidate(at, 100), changes };
                row.step = Some(Step { number: draft.number, partner, person: Some(person) });
            }
            Verdict::Ask(with) => row.outcome = Outcome::Ask { with },
            Verdict::Skip(why) => row.outcome = Outcome::Skip { why },
            Verdict::Refused(problem) => row.complaints.push(Complaint::of_row(problem)),
        }
    }

    fn contact_verdict(
        &self,
        place: usize,
        draft: &Draft,
        employer: &Employer,
        before: &[PlannedRow],
    ) -> Verdict {
        let email = draft.email.as_ref().map(|email| email.to_lowercase()).unwrap_or_default();
        let of_email: Vec<usize> = self.contacts_by_email.get(&email).collect();
        if let Some(row) = self.person_before(place, draft, &email, before) {
            return Verdict::Skip(Problem::SameAsRow { row });
        }
        if self.mapping.key == MatchKey::Email {
            match of_email.as_slice() {
                [] => {}
                [at] => return Verdict::Known(*at),
                several => {
                    return Verdict::Ask(several.iter().map(|at| self.contact_candidate(*at, 100)).collect());
                }
            }
        }
        let employers: &[usize] = match employer {
            Employer::Known(places) => places,
            Employer::New(_) | Employer::Nowhere => &[],
        };
        let works_there = |at: usize| {
            let Some(contact) = self.known.contacts.get(at) else { return false };
            let at_one = |job: &KnownJob| {
                employers
                    .iter()
                    .filter_map(|at| self.known.partners.get(*at))
                    .any(|known| known.id == job.partner)
            };
            contact.jobs.iter().any(at_one) || contact.jobs.is_empty() && draft.partner_name.is_none()
        };
        let has_other_email = |at: usize| {
            let known = self.known.contacts.get(at).and_then(|one| text(&one.values, &Target::Email));
            self.mapping.key == MatchKey::Email
                && !email.is_empty()
                && known.is_some_and(|known| known.to_lowercase() != email)
        };
        let of_name: Vec<usize> = self.contacts_by_key.get(&draft.person_key).collect();
        let mut same = of_name.iter().copied().filter(|at| works_there(*at) && !has_other_email(*at));
        if let (Some(at), None) = (same.next(), same.next()) {
            return Verdict::Known(at);
        }
        let mut with: Vec<Candidate> =
            of_email.iter().chain(&of_name).map(|at| self.contact_candidate(*at, 100)).collect();
        for (at, likeness) in self.contact_names.like(&draft.person_key) {
            // Two people may have names alike; at one employer that is worth a look.
            if works_there(at) {
                with.push(self.contact_candidate(at, likeness));
            }
        }
        distinct(&mut with);
        if with.is_empty() { Verdict::New } else { Verdict::Ask(with) }
    }

    /// The number of a row before this one that is about the same person and is imported.
    fn person_before(&self, place: usize, draft: &Draft, email: &str, before: &[PlannedRow]) -> Option<u32> {
        let of_email = self.rows_by_email.get(email).take_while(|at| *at < place);
        let agrees = |at: &usize| {
            let Some(other) = self.drafts.get(*at) else { return false };
            let other_email = other.email.as_ref().map(|email| email.to_lowercase()).unwrap_or_default();
            other.company_key == draft.company_key
                && (email.is_empty() || other_email.is_empty() || email == other_email)
        };
        let of_name = self.rows_by_person.get(&draft.person_key).take_while(|at| *at < place).filter(agrees);
        let mut rows = of_email.chain(of_name).filter_map(|at| before.get(at));
        rows.find(|row| row.counts()).map(|row| row.number)
    }

    /// Where the person of a row works, with the title for each employer.
    fn employer(&self, place: usize, draft: &Draft, row: &mut PlannedRow) -> (Employer, Vec<Option<String>>) {
        let one_title = || vec![draft.title.clone()];
        if let Some(at) = draft.domain.as_deref().and_then(|domain| self.partners_by_domain.first(domain)) {
            return (Employer::Known(vec![at]), one_title());
        }
        let Some(name) = draft.partner_name.as_deref().or(draft.domain.as_deref()) else {
            return (Employer::Nowhere, one_title());
        };
        if let Some(at) = self.partner_named(name) {
            return (Employer::Known(vec![at]), one_title());
        }
        // Our own exports write several employers into one cell.
        let parts: Vec<&str> = name.split(", ").collect();
        let known: Vec<usize> = parts.iter().filter_map(|part| self.partner_named(part)).collect();
        if parts.len() > 1 && known.len() == parts.len() {
            let titles = self.titles(draft, &known, row);
            return (Employer::Known(known), titles);
        }
        if self.general.employers == Employers::LeaveOut {
            return (Employer::Nowhere, one_title());
        }
        let first = if draft.partner_name.is_some() {
            self.rows_by_company.first(&draft.company_key)
        } else {
            draft.domain.as_deref().and_then(|domain| self.rows_by_domain.first(domain))
        };
        (Employer::New(first.unwrap_or(place)), one_title())
    }

    /// Titles of several employers: as many as there are employers, or those that are known.
    fn titles(&self, draft: &Draft, employers: &[usize], row: &mut PlannedRow) -> Vec<Option<String>> {
        let Some(title) = &draft.title else { return vec![None; employers.len()] };
        let parts: Vec<&str> = title.split(", ").collect();
        if parts.len() == employers.len() {
            return parts.into_iter().map(|part| Some(part.to_owned())).collect();
        }
        row.notes.push(Complaint::of_row(Problem::WhoseTitle));
        vec![None; employers.len()]
    }

    fn partner_named(&self, name: &str) -> Option<usize> {
        let exact = self.partners_by_key.first(&words::key(name));
        let alike = || {
            let key = company_key(name);
            let mut found = self.partners_by_company.get(&key);
            found.next().filter(|_| found.next().is_none())
        };
        exact.or_else(alike)
    }

    /// The partner to add first, if there is one, and where the person works, with titles.
    fn jobs(
        &self,
        employer: &Employer,
        titles: &[Option<String>],
        draft: &Draft,
    ) -> (Option<Part>, Vec<(String, Option<String>)>) {
        match employer {
            Employer::Nowhere => (None, Vec::new()),
            Employer::Known(places) => {
                let ids =
                    places.iter().filter_map(|at| self.known.partners.get(*at)).map(|one| one.id.clone());
                (None, ids.zip(titles.iter().cloned()).collect())
            }
            Employer::New(first) => {
                let id = self.partner_id(*first);
                let named = self.drafts.get(*first).unwrap_or(draft);
                let name = named.partner_name.as_deref().or(named.domain.as_deref()).unwrap_or_default();
                let mut values = vec![Value::new(Target::PartnerName, name)];
                values.extend(named.domain.iter().map(|domain| Value::new(Target::Domain, domain.as_str())));
                let part = Part { id: id.clone(), is_new: true, values };
                (Some(part), vec![(id, titles.first().cloned().flatten())])
            }
        }
    }

    /// What is new about a person who is here; nothing when all of it is known.
    fn update_of_person(
        &self,
        known: &KnownContact,
        values: &[Value],
        jobs: Vec<(String, Option<String>)>,
        roles: &[u8],
    ) -> Option<Person> {
        let (new, mut changes) = changes::of_person(known, values);
        let held = |partner: &str| known.jobs.iter().find(|job| job.partner == partner);
        let mut kept: Vec<Job> = Vec::new();
        for (partner, title) in &jobs {
            let standing = held(partner);
            if standing.is_none() {
                let to = self.partners_by_id.first(partner).map(|at| self.partner_candidate(at, 100).name);
                let to = to.or_else(|| self.name_of_new(partner)).unwrap_or_default();
                let from = known.jobs.first().and_then(|job| self.partners_by_id.first(&job.partner));
                let from = from.map(|at| self.partner_candidate(at, 100).name);
                changes.push(Change { target: Target::PartnerName, from, to });
            }
            let before = standing.and_then(|job| job.title.clone());
            let is_retitled = title.is_some() && *title != before;
            if is_retitled {
                let to = title.clone().unwrap_or_default();
                changes.push(Change { target: Target::Title, from: before, to });
            }
            if standing.is_none() || is_retitled {
                kept.push(Job { partner: partner.clone(), title: title.clone(), is_new: standing.is_none() });
            }
        }
        let is_held = |role: &u8| known.jobs.iter().any(|job| job.roles.contains(role));
        let new_roles: Vec<u8> = roles.iter().copied().filter(|role| !is_held(role)).collect();
        for role in &new_roles {
            changes.push(Change { target: Target::Role, from: None, to: role.to_string() });
        }
        // A role is held somewhere: where the row says, or where the person works.
        let at_first = jobs.first().map(|(partner, _)| partner.clone());
        let place = at_first.or_else(|| known.jobs.first().map(|job| job.partner.clone()));
        if let (false, true, Some(partner)) = (new_roles.is_empty(), kept.is_empty(), place) {
            kept.push(Job { partner, title: None, is_new: false });
        }
        if changes.is_empty() {
            return None;
        }
        let part = Part { id: known.id.clone(), is_new: false, values: new };
        Some(Person { part, jobs: kept, roles: new_roles, changes })
    }

    fn name_of_new(&self, id: &str) -> Option<String> {
        let bits = id.parse::<Id<Plan>>().ok()?.bits();
        let place = bits.wrapping_sub(self.seed.bits()) / IDS_OF_ROW;
        let draft = self.drafts.get(usize::try_from(place).ok()?)?;
        draft.partner_name.clone().or_else(|| draft.domain.clone())
    }

    // ---- both ----

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

fn distinct(candidates: &mut Vec<Candidate>) {
    let mut seen = Vec::new();
    candidates.retain(|candidate| {
        let is_new = !seen.contains(&candidate.id);
        seen.push(candidate.id.clone());
        is_new
    });
    candidates.truncate(3);
}
