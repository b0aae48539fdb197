//! Who ever worked at a partner or had a role there, as far as health looks at it.

use std::sync::Arc;

use crate::domain::contact::{Contact, ContactId, Employment, Role, RoleHeld};
use crate::domain::date::Date;
use crate::domain::order::sorted_by_key;
use crate::domain::partner::PartnerId;
use crate::domain::table::Table;

/// A time that a person spent at a partner, or in a role there. An absent `from` means since ever;
/// `to` is the last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tenure {
    /// Who.
    pub who: ContactId,
    /// In which role; none for the employment itself.
    pub role: Option<Role>,
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

/// The tenures at one partner, those of a person side by side, in the order of people.
pub fn at(contacts: &Table<ContactId, Arc<Contact>>, partner: PartnerId) -> Vec<Tenure> {
    let all = contacts.iter().flat_map(|(id, contact)| tenures(*id, contact));
    all.filter(|(named, _)| *named == partner).map(|(_, tenure)| tenure).collect()
}

/// The tenures at all partners.
///
/// Copied out of the contacts, because ten thousand dossiers are scored in half the time when
/// their people need not be gathered from all over the memory.
#[derive(Default)]
pub struct People {
    /// Those of one partner side by side, in the order of partners.
    tenures: Vec<Tenure>,
    /// Where those of a partner begin, in the order of partners.
    at: Vec<(PartnerId, usize)>,
}

impl People {
    /// Gathers all tenures.
    pub fn of(contacts: &Table<ContactId, Arc<Contact>>) -> Self {
        // What a contact holds is three pointers away, and thousands of them are in no cache: each round follows one
        // or two for all, so that no contact waits for the one before.
        let mut lists = Vec::with_capacity(contacts.len());
        lists.extend(
            contacts.iter().map(|(id, contact)| (*id, contact.employments.values(), contact.roles.values())),
        );
        let mut named = Vec::with_capacity(2 * contacts.len());
        named.extend(lists.into_iter().flat_map(|(id, jobs, roles)| held(id, jobs, roles)));
        // People of one partner are mostly added together.
        if !named.is_sorted_by_key(|(partner, _)| *partner) {
            named = sorted_by_key(named, |(partner, _)| *partner);
        }
        let mut all = Self { tenures: Vec::with_capacity(named.len()), at: Vec::new() };
        for (partner, tenure) in named {
            if all.at.last().is_none_or(|(last, _)| *last != partner) {
                all.at.push((partner, all.tenures.len()));
            }
            all.tenures.push(tenure);
        }
        all
    }

    /// The tenures at a partner, those of a person side by side, in the order of people.
    pub fn at(&self, partner: PartnerId) -> &[Tenure] {
        let Ok(place) = self.at.binary_search_by(|(id, _)| id.cmp(&partner)) else { return &[] };
        let begin = |place: usize| self.at.get(place).map_or(self.tenures.len(), |(_, begin)| *begin);
        self.tenures.get(begin(place)..begin(place + 1)).unwrap_or_default()
    }
}

/// Every tenure of a person, and where.
pub(super) fn tenures(who: ContactId, contact: &Contact) -> impl Iterator<Item = (PartnerId, Tenure)> {
    held(who, contact.employments.values(), contact.roles.values())
}

fn held<'a>(
    who: ContactId,
    jobs: impl Iterator<Item = &'a Employment>,
    roles: impl Iterator<Item = &'a RoleHeld>,
) -> impl Iterator<Item = (PartnerId, Tenure)> {
    let jobs = jobs.map(move |job| (job.partner, Tenure { who, role: None, from: job.from, to: job.to }));
    jobs.chain(
        roles.map(move |held| {
            (held.partner, Tenure { who, role: Some(held.role), from: held.from, to: held.to })
        }),
    )
}
