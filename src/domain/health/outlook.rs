//! Which partners fall into a lower band by themselves, found out a few partners at a time.

use std::sync::Arc;

use super::case::Case;
use super::forecast::Fall;
use super::{Board, HealthModel};
use crate::domain::calendar::FiscalStart;
use crate::domain::contact::{Contact, ContactId};
use crate::domain::date::Date;
use crate::domain::order::sorted_by_key;
use crate::domain::partner::{Partner, PartnerId};
use crate::domain::table::Table;
use crate::domain::workspace::Workspace;

/// Days that are looked ahead.
pub const OUTLOOK_DAYS: i64 = 90;

/// What all partners do by themselves after a day.
///
/// A partner takes as long as its health of a whole season, so it goes in steps, and remembers the dossiers it looked
/// at: after an edit only one is looked at anew.
#[derive(Default)]
pub struct Outlook {
    ground: Option<(Date, HealthModel, FiscalStart)>,
    contacts: Table<ContactId, Arc<Contact>>,
    known: Table<PartnerId, (Arc<Partner>, Option<Fall>)>,
}

impl Outlook {
    /// Goes on with so many partners that were not looked at since they changed. `board` is that of the same workspace
    /// and day. Says whether all are done.
    pub fn go_on(&mut self, workspace: &Workspace, board: &Board, day: Date, count: usize) -> bool {
        let (model, _) = workspace.health_model();
        let ground = (day, model, workspace.settings.fiscal_start);
        if self.ground.replace(ground) != Some(ground) || !self.contacts.ptr_eq(&workspace.contacts) {
            self.contacts = workspace.contacts.clone();
            self.known.clear();
        }
        self.known.retain(|id, _| workspace.partners.contains_key(id));
        let mut left = count;
        for (id, partner) in &workspace.partners {
            if self.known.get(id).is_some_and(|(known, _)| Arc::ptr_eq(known, partner)) {
                continue;
            }
            if left == 0 {
                return false;
            }
            left -= 1;
            let case =
                Case { id: *id, partner, people: board.people().at(*id), model: &model, fiscal: ground.2 };
            self.known.insert(*id, (Arc::clone(partner), case.first_fall(day, OUTLOOK_DAYS)));
        }
        true
    }

    /// The falls found so far, the first to come first.
    pub fn falls(&self) -> Vec<(PartnerId, Fall)> {
        let falls = self.known.iter().filter_map(|(id, (_, fall))| Some((*id, (*fall)?)));
        sorted_by_key(falls.collect(), |(_, fall)| fall.on)
    }
}
