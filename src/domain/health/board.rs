//! The health of all partners on a day, remembered, so that one edit rescores one partner.

use std::sync::Arc;

use super::case::Case;
use super::forecast::{MOVEMENT_DAYS, SPARKLINE_WEEKS};
use super::people::{People, tenures};
use super::{Health, HealthModel};
use crate::domain::calendar::FiscalStart;
use crate::domain::contact::{Contact, ContactId};
use crate::domain::date::Date;
use crate::domain::partner::{Partner, PartnerId};
use crate::domain::table::{Set, Table};
use crate::domain::workspace::Workspace;

/// The health of all partners on one day.
///
/// It holds the documents it was computed from, so a document is the same only if it was never
/// let go, and comparing pointers is enough.
#[derive(Default)]
pub struct Board {
    ground: Option<Ground>,
    partners: Table<PartnerId, Arc<Partner>>,
    contacts: Table<ContactId, Arc<Contact>>,
    people: People,
    /// In the order of partners.
    healths: Vec<(PartnerId, Option<Health>)>,
    /// At the same places, those that were asked for.
    courses: Vec<Option<Course>>,
    computed: usize,
}

/// How the score of a partner went in the twelve weeks up to a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Course([Option<u8>; SPARKLINE_WEEKS + 1]);

impl Course {
    /// The displayed scores, one a week, earliest first; weeks without one are left out.
    pub fn scores(&self) -> impl Iterator<Item = u8> {
        self.0.into_iter().flatten()
    }

    /// The displayed score minus that of 28 days before; none unless both are there.
    pub fn movement(&self) -> Option<i16> {
        const WEEKS: usize = MOVEMENT_DAYS as usize / 7;
        let [.., now] = self.0;
        let then = self.0[SPARKLINE_WEEKS - WEEKS];
        Some(i16::from(now?) - i16::from(then?))
    }
}

/// What every partner's health depends on.
#[derive(Clone, Copy, PartialEq)]
struct Ground {
    day: Date,
    model: HealthModel,
    fiscal: FiscalStart,
}

impl Board {
    /// Brings the board up to the workspace as of `day`. Computes only the partners that changed,
    /// or whose people did; all of them when the day, the model or the fiscal year did.
    pub fn refresh(&mut self, workspace: &Workspace, day: Date) {
        let (model, _) = workspace.health_model();
        let ground = Ground { day, model, fiscal: workspace.settings.fiscal_start };
        let is_first = self.ground.is_none();
        let is_same = self.ground.replace(ground) == Some(ground);
        let stale = if is_first { Set::new() } else { self.people_changed(workspace) };
        let same_ids = !is_first && self.partners.keys().eq(workspace.partners.keys());
        self.computed = 0;
        if !stale.is_empty() || !same_ids {
            self.people = People::of(&workspace.contacts);
        }
        let before = std::mem::replace(&mut self.partners, workspace.partners.clone());
        self.contacts = workspace.contacts.clone();
        if !same_ids {
            let old = std::mem::take(&mut self.healths);
            let known = |id: &PartnerId| {
                let place = old.binary_search_by(|(known, _)| known.cmp(id)).ok()?;
                old.get(place)?.1
            };
            self.healths.reserve_exact(workspace.partners.len());
            self.healths.extend(workspace.partners.keys().map(|id| (*id, known(id))));
            self.courses.clear();
        }
        self.courses.resize(self.healths.len(), None);
        let mut in_place = before.values();
        let places = self.healths.iter_mut().zip(&mut self.courses);
        for ((id, partner), ((_, health), course)) in workspace.partners.iter().zip(places) {
            let known = if same_ids { in_place.next() } else { before.get(id) };
            let is_known =
                is_same && known.is_some_and(|known| Arc::ptr_eq(known, partner)) && !stale.contains(id);
            if !is_known {
                self.computed += 1;
                let people = self.people.at(*id);
                let case = Case { id: *id, partner, people, model: &ground.model, fiscal: ground.fiscal };
                *health = case.health(day);
                *course = None;
            }
        }
    }

    /// The health of a partner; `None` in stages that are not scored.
    pub fn health(&self, id: PartnerId) -> Option<&Health> {
        self.healths.get(self.place(id)?)?.1.as_ref()
    }

    /// The same, for who goes through all partners in their order and knows the place.
    pub fn health_at(&self, place: usize, id: PartnerId) -> Option<&Health> {
        match self.healths.get(place) {
            Some((at, health)) if *at == id => health.as_ref(),
            _ => self.health(id),
        }
    }

    /// How the score of a partner went; `None` in stages that are not scored. It takes as long as
    /// the health of thirteen partners, so it is computed when it is first asked for.
    pub fn course(&mut self, id: PartnerId) -> Option<Course> {
        let place = self.place(id)?;
        let ground = self.ground?;
        self.healths.get(place)?.1.as_ref()?;
        let known = self.courses.get_mut(place)?;
        if known.is_none() {
            let (partner, people) = (self.partners.get(&id)?, self.people.at(id));
            let case = Case { id, partner, people, model: &ground.model, fiscal: ground.fiscal };
            *known = Some(Course(case.sparkline(ground.day)));
        }
        *known
    }

    fn place(&self, id: PartnerId) -> Option<usize> {
        self.healths.binary_search_by(|(known, _)| known.cmp(&id)).ok()
    }

    /// When the fiscal year of the board begins; none before it was ever brought up.
    pub fn fiscal(&self) -> Option<FiscalStart> {
        self.ground.map(|ground| ground.fiscal)
    }

    /// The people of a partner.
    pub fn people(&self) -> &People {
        &self.people
    }

    /// How many partners show each badge, in the order of [`super::Badge::ALL`].
    pub fn counts(&self) -> [usize; 7] {
        let mut counts = [0; 7];
        for health in self.healths.iter().filter_map(|(_, health)| health.as_ref()) {
            if let Some(count) = counts.get_mut(health.badge() as usize) {
                *count += 1;
            }
        }
        counts
    }

    /// How many partners the last refresh computed.
    pub fn computed(&self) -> usize {
        self.computed
    }

    /// The partners that somebody's history names, where that person changed since.
    fn people_changed(&self, workspace: &Workspace) -> Set<PartnerId> {
        let mut changed = Set::new();
        if self.contacts.ptr_eq(&workspace.contacts) {
            return changed;
        }
        let differs = |id: &ContactId, contact: &Arc<Contact>, others: &Table<ContactId, Arc<Contact>>| {
            !others.get(id).is_some_and(|other| Arc::ptr_eq(other, contact))
        };
        for (id, contact) in &workspace.contacts {
            if differs(id, contact, &self.contacts) {
                changed.extend(tenures(*id, contact).map(|(partner, _)| partner));
            }
        }
        for (id, contact) in &self.contacts {
            if differs(id, contact, &workspace.contacts) {
                changed.extend(tenures(*id, contact).map(|(partner, _)| partner));
            }
        }
        changed
    }
}
