//! The partners as a table reads them: what search looks through and what they are put in order by.
//!
//! Prepared once for each change of the workspace, so that a key pressed in search costs only the
//! looking. What did not change is taken over from the roster before.

use std::sync::Arc;

use super::contact::{Contact, ContactId};
use super::date::Date;
use super::health::Board;
use super::order::{sorted_by, sorted_by_key};
use super::partner::{Partner, PartnerId};
use super::table::Table;
use super::view::{Column, Filter, Sorting};
use super::workspace::Workspace;

/// All partners on a day, each prepared to be searched, filtered and sorted.
#[derive(Clone, Debug)]
pub struct Roster {
    today: Date,
    is_past: bool,
    partners: Table<PartnerId, Arc<Partner>>,
    contacts: Table<ContactId, Arc<Contact>>,
    lines: Arc<Vec<Arc<RosterLine>>>,
    /// Places in `lines`, by name.
    by_name: Arc<Vec<usize>>,
}

/// One partner of a [`Roster`].
#[derive(Debug)]
pub struct RosterLine {
    /// Which partner.
    pub id: PartnerId,
    /// Its dossier.
    pub partner: Arc<Partner>,
    /// What search looks through, in small letters; the name comes first.
    text: String,
    /// Where the name ends in it.
    name_end: usize,
}

impl RosterLine {
    fn name(&self) -> &str {
        self.text.get(..self.name_end).unwrap_or_default()
    }

    fn has(&self, words: &str) -> bool {
        words.split_whitespace().all(|word| self.text.contains(word))
    }
}

impl Roster {
    /// The partners of `workspace` on `day`; of a day before `today` those that had begun by then. What
    /// `before` has prepared and did not change since is taken over.
    pub fn read(workspace: &Workspace, day: Date, today: Date, before: Option<&Self>) -> Self {
        let is_past = day < today;
        let before = before.filter(|before| before.today == day && before.is_past == is_past);
        let has_same_people = before.is_some_and(|before| before.contacts.ptr_eq(&workspace.contacts));
        if let Some(before) = before
            && has_same_people
            && before.partners.ptr_eq(&workspace.partners)
        {
            return before.clone();
        }
        let employed = employed(workspace, day);
        let mut people = employed.iter().peekable();
        let mut known = before.map(|before| before.lines.iter()).unwrap_or_default().peekable();
        let mut has_same_names = true;
        let mut lines = Vec::with_capacity(workspace.partners.len());
        for (id, partner) in &workspace.partners {
            while known.next_if(|line| line.id < *id).is_some() {}
            while people.next_if(|(at, _)| at < id).is_some() {}
            let known = known.next_if(|line| line.id == *id);
            if is_past && partner.begins_on() > day {
                continue;
            }
            if let Some(line) = known
                && has_same_people
                && Arc::ptr_eq(&line.partner, partner)
            {
                lines.push(Arc::clone(line));
                continue;
            }
            let mut text = String::new();
            let name_end = write_profile(&mut text, partner);
            while let Some((_, name)) = people.next_if(|(at, _)| at == id) {
                add(&mut text, name);
            }
            let line = RosterLine { id: *id, partner: Arc::clone(partner), text, name_end };
            has_same_names &= known.is_some_and(|known| known.name() == line.name());
            lines.push(Arc::new(line));
        }
        let by_name = match before {
            Some(before) if has_same_names && before.lines.len() == lines.len() => {
                Arc::clone(&before.by_name)
            }
            _ => Arc::new(sorted_by((0..lines.len()).collect(), |one, other| {
                let name = |place: &usize| lines.get(*place).map(|line| line.name());
                name(one).cmp(&name(other))
            })),
        };
        Self {
            today: day,
            is_past,
            partners: workspace.partners.clone(),
            contacts: workspace.contacts.clone(),
            lines: Arc::new(lines),
            by_name,
        }
    }

    /// The day it is about.
    pub fn today(&self) -> Date {
        self.today
    }

    /// Whether both are the very same, told without looking at them.
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.lines, &other.lines)
    }

    /// How many partners there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether there is no partner.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The partners, in the order they were added.
    pub fn lines(&self) -> impl Iterator<Item = &RosterLine> {
        self.lines.iter().map(AsRef::as_ref)
    }

    /// The places of the partners that meet `filter`, in the order of `sorting` and then by name. The
    /// text of the filter is for [`Roster::search`]. `board` is that of the day; where neither filter
    /// nor order asks for health, any will do.
    pub fn places(&self, filter: &Filter, sorting: Sorting, board: &Board) -> Vec<usize> {
        let asks = filter.asks_for_health() || sorting.asks_for_health();
        let kept = self.by_name.iter().filter_map(|place| {
            let line = self.lines.get(*place)?;
            let health = asks.then(|| board.health_at(*place, line.id)).flatten();
            filter.matches(&line.partner, health, self.today).then_some((*place, line, health))
        });
        // They are in that order already.
        if sorting.column == Column::Name {
            let places = kept.map(|(place, ..)| place);
            return if sorting.is_descending { places.rev().collect() } else { places.collect() };
        }
        let keyed = kept.map(|(place, line, health)| (place, sorting.key(&line.partner, health, self.today)));
        let sorted = sorted_by(keyed.collect(), |(_, one), (_, other)| sorting.compare(one, other));
        sorted.into_iter().map(|(place, _)| place).collect()
    }

    /// Of the partners at `places`, those that have every word of `query`, in the same order. Search
    /// looks at name, domain, owner, tags and the people who work there.
    pub fn search(&self, places: &[usize], query: &str) -> Vec<PartnerId> {
        let words = query.to_lowercase();
        let lines = places.iter().filter_map(|place| self.lines.get(*place));
        lines.filter(|line| line.has(&words)).map(|line| line.id).collect()
    }
}

/// Who works where on `today`, by partner.
fn employed(workspace: &Workspace, today: Date) -> Vec<(PartnerId, &str)> {
    let mut employed = Vec::new();
    for contact in workspace.contacts.values() {
        let jobs = contact.employments.values().map(|job| job.partner);
        let current = jobs.filter(|partner| contact.works_at(*partner, today));
        employed.extend(current.map(|partner| (partner, contact.person.name.as_str())));
    }
    sorted_by_key(employed, |(partner, _)| *partner)
}

/// Writes what the profile says for search; returns where the name ends.
fn write_profile(text: &mut String, partner: &Partner) -> usize {
    let profile = &partner.profile;
    text.push_str(&profile.name.as_str().to_lowercase());
    let name_end = text.len();
    if let Some(domain) = &profile.domain {
        add(text, domain.as_str());
    }
    if let Some(owner) = &profile.owner {
        add(text, owner.as_str());
    }
    for tag in partner.tags.values() {
        add(text, tag.as_str());
    }
    name_end
}

/// Adds words that no query can find together with those before: a query has no line break.
fn add(text: &mut String, words: &str) {
    text.push('\n');
    text.push_str(&words.to_lowercase());
}
