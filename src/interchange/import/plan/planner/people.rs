//! Rows that are people.

use std::collections::HashSet;

use super::{Employer, IDS_OF_ROW, NAMESAKES, Planner, Verdict, distinct, note_name, text};
use crate::domain::Id;
use crate::interchange::import::apply::{Job, Part, Person, Step};
use crate::interchange::import::known::{KnownContact, KnownJob, Value};
use crate::interchange::import::mapping::MatchKey;
use crate::interchange::import::plan::draft::{Draft, refused};
use crate::interchange::import::plan::{
    Candidate, Change, Choice, Employers, Outcome, Plan, PlannedRow, changes,
};
use crate::interchange::import::problem::{Complaint, Problem};
use crate::interchange::import::similar::company_key;
use crate::interchange::import::target::Target;
use crate::interchange::import::words;

impl Planner<'_> {
    pub(super) fn contact_row(
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
                let (partner, jobs) = self.jobs(&employer, &titles, draft);
                let Some(person) = self.update_of_person(known, &values, &jobs, &draft.roles) else {
                    row.outcome = Outcome::Skip { why: Problem::NothingNew };
                    return;
                };
                if let Err(refusal) = changes::unless_room(&known.values, &person.part.values) {
                    row.complaints.push(Complaint::of_row(refused(&refusal)));
                    return;
                }
                if !taken.insert(known.id.clone())
                    && let Some(first) = before.iter().find(|row| row.is_update_of(&known.id))
                {
                    row.outcome = Outcome::Skip { why: Problem::SameAsRow { row: first.number } };
                    return;
                }
                note_name(draft.person_name.as_deref(), text(&known.values, &Target::PersonName), row);
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
        let of_email: Vec<usize> = self.contacts_by_email.get(&email).take(NAMESAKES).collect();
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
            let is_nowhere = draft.partner_name.is_none() && draft.domain.is_none();
            let is_enough = contact.jobs.is_empty() || self.mapping.key == MatchKey::Name;
            contact.jobs.iter().any(at_one) || is_nowhere && is_enough
        };
        let has_other_email = |at: usize| {
            let known = self.known.contacts.get(at).and_then(|one| text(&one.values, &Target::Email));
            self.mapping.key == MatchKey::Email
                && !email.is_empty()
                && known.is_some_and(|known| known.to_lowercase() != email)
        };
        let of_name: Vec<usize> = self.contacts_by_key.get(&draft.person_key).take(NAMESAKES).collect();
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
        let of_email = self.rows_by_email.get(email).take(NAMESAKES).take_while(|at| *at < place);
        let agrees = |at: &usize| {
            let Some(other) = self.drafts.get(*at) else { return false };
            let other_email = other.email.as_ref().map(|email| email.to_lowercase()).unwrap_or_default();
            other.company_key == draft.company_key
                && (email.is_empty() || other_email.is_empty() || email == other_email)
        };
        let of_name = self
            .rows_by_person
            .get(&draft.person_key)
            .take(NAMESAKES)
            .take_while(|at| *at < place)
            .filter(agrees);
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
        (Employer::New(self.first_of_company(place)), one_title())
    }

    /// The first row that speaks of the same company as this one, by its name or its domain, over as many rows as it takes.
    fn first_of_company(&self, place: usize) -> usize {
        let mut first = place;
        loop {
            let Some(draft) = self.drafts.get(first) else { return first };
            let of_name = self.rows_by_company.first(&draft.company_key);
            let of_domain = draft.domain.as_deref().and_then(|domain| self.rows_by_domain.first(domain));
            match of_name.into_iter().chain(of_domain).min() {
                Some(before) if before < first => first = before,
                _ => return first,
            }
        }
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
    pub(super) fn update_of_person(
        &self,
        known: &KnownContact,
        values: &[Value],
        jobs: &[(String, Option<String>)],
        roles: &[u8],
    ) -> Option<Person> {
        let (new, mut changes) = changes::of_person(known, values);
        let held = |partner: &str| known.jobs.iter().find(|job| job.partner == partner);
        let mut kept: Vec<Job> = Vec::new();
        for (partner, title) in jobs {
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
}
