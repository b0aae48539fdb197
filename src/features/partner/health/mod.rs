//! How the partnership does, why, what would raise it, and where it goes. All of it is computed
//! from the dossier and today, and anew only when what it rests on changed.

mod panel;
mod quarters;
mod raise;
mod records;
mod trend;

use std::sync::Arc;

use leptos::prelude::*;

use crate::catalogue::{Word, health as sentences};
use crate::domain::health::{Badge, Case, Health, HealthModel, Tenure, people};
use crate::domain::{ContactId, Date, FiscalStart, Partner, PartnerId, Workspace};
use crate::kit::Band;
use crate::parts::band::look;
use crate::state::desk::Desk;

use super::subject::Subject;

pub use panel::HealthPanel;
pub use quarters::ZombieSlab;
pub use raise::RaiseIt;
pub use trend::Trend;

/// What health is computed from, and the health of today.
pub struct Seen {
    id: PartnerId,
    partner: Arc<Partner>,
    people: Vec<Tenure>,
    names: Vec<(ContactId, String)>,
    model: HealthModel,
    edited_on: Vec<Date>,
    fiscal: FiscalStart,
    today: Date,
    health: Option<Health>,
}

impl Seen {
    fn of(workspace: &Workspace, id: PartnerId, partner: Arc<Partner>, today: Date) -> Self {
        let people = people::at(&workspace.contacts, id);
        let mut names: Vec<(ContactId, String)> = Vec::new();
        for tenures in people.chunk_by(|one, other| one.who == other.who) {
            let who = tenures.first().map(|tenure| tenure.who);
            let contact = who.and_then(|who| Some((who, workspace.contacts.get(&who)?)));
            names.extend(contact.map(|(who, contact)| (who, contact.person.name.to_string())));
        }
        let (model, _) = workspace.health_model();
        let edited_on = workspace.health_editions.values().map(|edition| edition.on).collect();
        let fiscal = workspace.settings.fiscal_start;
        let mut seen = Self { id, partner, people, names, model, edited_on, fiscal, today, health: None };
        seen.health = seen.case().health(today);
        seen
    }

    fn case(&self) -> Case<'_> {
        let Self { id, partner, people, model, fiscal, .. } = self;
        Case { id: *id, partner, people, model, fiscal: *fiscal }
    }

    fn name_of(&self, who: ContactId) -> Option<String> {
        self.names.iter().find(|(id, _)| *id == who).map(|(_, name)| name.clone())
    }

    fn name(&self) -> &str {
        self.partner.profile.name.as_str()
    }

    fn rests_on_the_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.partner, &other.partner)
            && self.today == other.today
            && self.people == other.people
            && self.names == other.names
            && self.model == other.model
            && self.edited_on == other.edited_on
            && self.fiscal == other.fiscal
    }
}

/// A partner with its health, followed: other partners' changes do not reach it.
pub type Sight = Memo<Option<Arc<Seen>>>;

/// Follows the health of a partner.
pub fn follow(id: PartnerId, partner: Memo<Option<Arc<Partner>>>) -> Sight {
    let desk = Desk::of_page();
    Memo::new_with_compare(
        move |_| {
            let partner = partner.get()?;
            let today = desk.today();
            Some(Arc::new(desk.read(|workspace| Seen::of(workspace, id, partner, today))))
        },
        |old, new| match (old.and_then(Option::as_ref), new.and_then(Option::as_ref)) {
            (Some(old), Some(new)) => !old.rests_on_the_same(new),
            (None, None) => false,
            _ => true,
        },
    )
}

/// The health of today; nothing in stages that are not scored.
pub fn health_of(subject: Subject) -> Option<Health> {
    subject.seen.with(|seen| seen.as_ref()?.health)
}

/// The badge beside the name; nothing in stages that are not scored.
pub fn badge(subject: Subject) -> impl Fn() -> Option<AnyView> {
    move || subject.seen.with(|seen| Some(band(seen.as_ref()?.health.as_ref()?.badge())))
}

fn band(badge: Badge) -> AnyView {
    view! { <Band band=look(badge) word=badge.word() /> }.into_any()
}

/// The rules in force, each in a sentence.
fn rules(seen: &Seen, health: &Health) -> Vec<String> {
    sentences::rules(health, &seen.partner, &|who| seen.name_of(who))
}
