//! Who ever worked at a partner or had a role there.

use std::sync::Arc;

use super::case::Known;
use crate::domain::contact::{Contact, ContactId};
use crate::domain::partner::{Partner, PartnerId};
use crate::domain::table::Table;

/// The people of one partner, in the order of their ids.
pub fn at(contacts: &Table<ContactId, Arc<Contact>>, partner: PartnerId) -> Vec<Known> {
    contacts
        .iter()
        .filter(|(_, contact)| partners_of(contact).any(|named| named == partner))
        .map(|(id, contact)| (*id, Arc::clone(contact)))
        .collect()
}

/// The people of all partners.
#[derive(Default)]
pub struct People {
    at: Table<PartnerId, Vec<Known>>,
}

impl People {
    /// Gathers the people of these partners.
    pub fn of(partners: &Table<PartnerId, Arc<Partner>>, contacts: &Table<ContactId, Arc<Contact>>) -> Self {
        // Keys first and in their order, so that nobody has to be moved later.
        let mut at: Table<PartnerId, Vec<Known>> = partners.keys().map(|id| (*id, Vec::new())).collect();
        for (id, contact) in contacts {
            for partner in partners_of(contact) {
                let Some(people) = at.get_mut(&partner) else { continue };
                if people.last().is_none_or(|(last, _)| last != id) {
                    people.push((*id, Arc::clone(contact)));
                }
            }
        }
        Self { at }
    }

    /// The people of a partner, in the order of their ids.
    pub fn at(&self, partner: PartnerId) -> &[Known] {
        self.at.get(&partner).map_or(&[], Vec::as_slice)
    }
}

/// The partners that a person's history names, some of them more than once.
pub(super) fn partners_of(contact: &Contact) -> impl Iterator<Item = PartnerId> {
    let jobs = contact.employments.values().map(|job| job.partner);
    jobs.chain(contact.roles.values().map(|held| held.partner))
}
