//! People across partners: when we last spoke, how much we invest, who is waiting to hear from us.
//! Derived each time, never stored.

use super::contact::{Contact, ContactId};
use super::date::Date;
use super::order::sorted_by;
use super::partner::{PartnerId, Stage, Tier};
use super::table::Table;
use super::workspace::Workspace;

/// A two-way touch with a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Touch {
    /// The day.
    pub on: Date,
    /// The partner it was recorded with.
    pub partner: PartnerId,
}

/// How we stand with a person on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Who.
    pub id: ContactId,
    /// Our investment; `None` for someone we invest nothing in.
    pub tier: Option<Tier>,
    /// The last two-way touch with the person at any partner; `None` when there was none.
    pub last: Option<Touch>,
    /// The day by which they should hear from us, by the cadence of the health model in force; `None`
    /// without a tier or a touch to count from.
    pub due: Option<Date>,
}

impl Standing {
    /// Days past [`Standing::due`]; `None` when that day is not past.
    pub fn days_over(&self, today: Date) -> Option<i64> {
        self.due.map(|due| due.days_until(today)).filter(|days| *days > 0)
    }
}

/// The last two-way touch with one person on or before `today`, at any partner.
pub fn last_touch(workspace: &Workspace, contact: ContactId, today: Date) -> Option<Touch> {
    touches(workspace, today).filter(|(id, _)| *id == contact).map(|(_, touch)| touch).max()
}

/// Our investment in a person on `today`: their own tier; else tier 1 for those to be kept in touch
/// with and the people of alumni; else that of the partner they work at, the highest of several.
pub fn tier_of(workspace: &Workspace, contact: &Contact, today: Date) -> Option<Tier> {
    let of_partner = |id: PartnerId| {
        let partner = workspace.partner(id)?;
        let is_alumni = partner.stage_on(today) == Stage::Alumni;
        Some(if is_alumni { Tier::One } else { partner.tier_on(today) })
    };
    let of_list = contact.person.nurture.then_some(Tier::One);
    let of_partners = || contact.employers_on(today).into_iter().filter_map(of_partner).min();
    contact.person.tier.or(of_list).or_else(of_partners)
}

/// How we stand with everybody on `today`: who should have heard from us first, the longest overdue
/// leading; then those never spoken to, then the others by the day they are due, and last those we
/// invest nothing in. Equal ones by name.
pub fn overdue_first(workspace: &Workspace, today: Date) -> Vec<Standing> {
    let mut last: Table<ContactId, Option<Touch>> = workspace.contacts.keys().map(|id| (*id, None)).collect();
    for (id, touch) in touches(workspace, today) {
        if let Some(last) = last.get_mut(&id) {
            *last = (*last).max(Some(touch));
        }
    }
    let (model, _) = workspace.health_model();
    let keyed = workspace.contacts.iter().map(|(id, contact)| {
        let tier = tier_of(workspace, contact, today);
        let last = last.get(id).copied().flatten();
        let cadence = |tier| i64::from(model.cadence(tier).ideal_days);
        let due = tier.zip(last).map(|(tier, last)| last.on.plus_days(cadence(tier)));
        let standing = Standing { id: *id, tier, last, due };
        let rank = match (standing.tier, standing.due) {
            (Some(_), Some(due)) if due < today => 0,
            (Some(_), None) => 1,
            (Some(_), Some(_)) => 2,
            (None, _) => 3,
        };
        let name = contact.person.name.as_str().to_lowercase();
        ((rank, standing.due, name, *id), standing)
    });
    let sorted = sorted_by(keyed.collect(), |(one, _), (other, _)| one.cmp(other));
    sorted.into_iter().map(|(_, standing)| standing).collect()
}

/// Every two-way touch on or before `today` with each person who took part.
fn touches(workspace: &Workspace, today: Date) -> impl Iterator<Item = (ContactId, Touch)> {
    workspace.partners.iter().flat_map(move |(id, partner)| {
        partner.two_way_touches(today).flat_map(|touch| {
            let on = Touch { on: touch.on, partner: *id };
            touch.with.iter().map(move |contact| (*contact, on))
        })
    })
}
