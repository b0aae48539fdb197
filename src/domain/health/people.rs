//! Who ever worked at a partner or had a role there, as far as health looks at it.

use std::sync::Arc;

use crate::domain::contact::{Contact, ContactId, Role};
use crate::domain::date::Date;
use crate::domain::partner::{Partner, PartnerId};
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
    /// In the order of partners.
    at: Vec<(PartnerId, Vec<Tenure>)>,
}

impl People {
    /// Gathers the tenures at these partners.
    pub fn of(partners: &Table<PartnerId, Arc<Partner>>, contacts: &Table<ContactId, Arc<Contact>>) -> Self {
        let mut all = Self { at: Vec::with_capacity(partners.len()) };
        all.at.extend(partners.keys().map(|id| (*id, Vec::new())));
        // A job and a role mostly name the same partner.
        let mut found = None;
        for (id, contact) in contacts {
            for (partner, tenure) in tenures(*id, contact) {
                if found.is_none_or(|(known, _)| known != partner) {
                    found = Some((partner, all.place(partner)));
                }
                let place = found.and_then(|(_, place)| place);
                if let Some((_, tenures)) = place.and_then(|place| all.at.get_mut(place)) {
                    tenures.push(tenure);
                }
            }
        }
        all
    }

    /// The tenures at a partner, those of a person side by side, in the order of people.
    pub fn at(&self, partner: PartnerId) -> &[Tenure] {
        let entry = self.place(partner).and_then(|place| self.at.get(place));
        entry.map_or(&[], |(_, tenures)| tenures.as_slice())
    }

    fn place(&self, partner: PartnerId) -> Option<usize> {
        self.at.binary_search_by(|(id, _)| id.cmp(&partner)).ok()
    }
}

/// Every tenure of a person, and where.
pub(super) fn tenures(who: ContactId, contact: &Contact) -> impl Iterator<Item = (PartnerId, Tenure)> {
    let jobs = contact.employments.values();
    let jobs = jobs.map(move |job| (job.partner, Tenure { who, role: None, from: job.from, to: job.to }));
    let roles = contact.roles.values();
    jobs.chain(
        roles.map(move |held| {
            (held.partner, Tenure { who, role: Some(held.role), from: held.from, to: held.to })
        }),
    )
}
