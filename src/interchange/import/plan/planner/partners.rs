//! Rows that are partners.

use std::collections::HashSet;

use super::{NAMESAKES, Planner, Verdict, distinct, note_name, text};
use crate::interchange::import::apply::{Job, Part, Person, Step};
use crate::interchange::import::known::Value;
use crate::interchange::import::mapping::MatchKey;
use crate::interchange::import::plan::draft::{Draft, refused};
use crate::interchange::import::plan::{Candidate, Change, Choice, Outcome, PlannedRow, changes};
use crate::interchange::import::problem::{Complaint, Problem};
use crate::interchange::import::target::Target;

impl Planner<'_> {
    pub(super) fn partner_row(
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
                if let Err(refusal) = changes::unless_room(&[], &values) {
                    row.complaints.push(Complaint::of_row(refused(&refusal)));
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
                // One row changes a partner; others about it may still bring people.
                if taken.contains(&known.id)
                    && let Some(first) = before.iter().find(|row| row.is_update_of(&known.id))
                {
                    row.outcome = Outcome::Skip { why: Problem::SameAsRow { row: first.number } };
                    self.another_person(place, draft, before, taken, row);
                    return;
                }
                let (new, mut changes) = changes::of_partner(known, &values);
                if let Err(refusal) = changes::unless_room(&known.values, &new) {
                    row.complaints.push(Complaint::of_row(refused(&refusal)));
                    return;
                }
                note_name(draft.partner_name.as_deref(), text(&known.values, &Target::PartnerName), row);
                let person = self.person_of_partner(place, draft, &known.id, Some(at), taken, row);
                changes.extend(person.iter().flat_map(Person::changes));
                if changes.is_empty() {
                    row.outcome = Outcome::Skip { why: Problem::NothingNew };
                    return;
                }
                taken.insert(known.id.clone());
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
        let of_name: Vec<usize> = self.partners_by_key.get(&draft.partner_key).take(NAMESAKES).collect();
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
        let of_domain = self.rows_by_domain.get(domain).take(NAMESAKES).take_while(|at| *at < place);
        let other_domain = |at: &usize| {
            let other = self.drafts.get(*at).and_then(|other| other.domain.as_deref()).unwrap_or_default();
            self.mapping.key == MatchKey::Domain && !domain.is_empty() && !other.is_empty() && other != domain
        };
        let of_name = self.rows_by_key.get(&draft.partner_key).take(NAMESAKES).take_while(|at| *at < place);
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
            (Outcome::Skip { why: Problem::NothingNew }, _) => {
                let by_domain =
                    draft.domain.as_deref().and_then(|domain| self.partners_by_domain.first(domain));
                let at = by_domain.or_else(|| self.partners_by_key.first(&draft.partner_key));
                let Some((at, known)) = at.and_then(|at| Some((at, self.known.partners.get(at)?))) else {
                    return;
                };
                (known.id.clone(), Some(at))
            }
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
            let mut named = self.contacts_by_key.get(&draft.person_key).take(NAMESAKES);
            known.and_then(|_| named.find(works_there))
        };
        let at = by_email.or_else(by_name);
        match at.and_then(|at| self.known.contacts.get(at)) {
            Some(known) => {
                let jobs = vec![(partner.to_owned(), draft.title.clone())];
                self.update_of_person(known, &values, &jobs, &draft.roles)
            }
            None => Some(Person {
                part: Part { id: self.person_id(place), is_new: true, values },
                jobs: vec![job],
                roles: draft.roles.clone(),
                changes: vec![Change { target: Target::PersonName, from: None, to: name.clone() }],
            }),
        }
    }
}
