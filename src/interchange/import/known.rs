//! What is here already, in a few words: a snapshot of the workspace to compare a file with.

use serde::{Deserialize, Serialize};

use super::target::Target;
use crate::domain::contact::{Contact, Role};
use crate::domain::people::tier_of;
use crate::domain::{Date, Partner, PartnerKind, Stage, Tier, Workspace};

/// What a target says. Days are written `2026-11-21`; a word of a list is its place in our list, from 0
/// ([`Value::place`]); everything else is text as the domain writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Value {
    /// Of what.
    pub target: Target,
    /// What it says.
    pub text: String,
}

impl Value {
    /// A value.
    pub fn new(target: Target, text: impl Into<String>) -> Self {
        Self { target, text: text.into() }
    }

    /// A word of a list of ours.
    pub fn word(target: Target, place: u8) -> Self {
        Self { target, text: place.to_string() }
    }

    /// The place in our list, of a word.
    pub fn place(&self) -> Option<u8> {
        self.text.parse().ok()
    }
}

/// The partners and people that are here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// The day, as `2026-11-21`.
    pub today: String,
    /// The partners.
    pub partners: Vec<KnownPartner>,
    /// The people.
    pub contacts: Vec<KnownContact>,
}

/// A partner that is here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownPartner {
    /// Its id.
    pub id: String,
    /// What it says of what can be imported.
    pub values: Vec<Value>,
}

/// A person who is here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownContact {
    /// Their id.
    pub id: String,
    /// What it says of what can be imported.
    pub values: Vec<Value>,
    /// Where they work today.
    pub jobs: Vec<KnownJob>,
    /// The place in [`Tier::ALL`] of the tier that an export of ours shows: their own, or the partner's.
    pub shown_tier: Option<u8>,
}

/// An employment that holds today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownJob {
    /// The partner's id.
    pub partner: String,
    /// As what.
    pub title: Option<String>,
    /// The places in [`Role::ALL`] of what they are to us there.
    pub roles: Vec<u8>,
}

impl Known {
    /// What a workspace holds on `today`.
    pub fn of(workspace: &Workspace, today: Date) -> Self {
        let partner = |(id, partner): (_, &std::sync::Arc<Partner>)| KnownPartner {
            id: format!("{id}"),
            values: partner_values(partner, today),
        };
        let contact = |id: String, contact: &Contact| KnownContact {
            id,
            values: contact_values(contact),
            jobs: jobs(contact, today),
            shown_tier: tier_of(workspace, contact, today).and_then(tier_place),
        };
        Self {
            today: today.to_string(),
            partners: workspace.partners.iter().map(partner).collect(),
            contacts: workspace.contacts.iter().map(|(id, one)| contact(id.to_string(), one)).collect(),
        }
    }
}

fn partner_values(partner: &Partner, today: Date) -> Vec<Value> {
    let profile = &partner.profile;
    let mut values = vec![Value::new(Target::PartnerName, profile.name.as_str())];
    let mut add = |target: Target, text: Option<String>| {
        values.extend(text.map(|text| Value { target, text }));
    };
    let place = |place: Option<u8>| place.map(|place| place.to_string());
    add(Target::Domain, profile.domain.as_ref().map(ToString::to_string));
    add(Target::Stage, place(stage_place(partner.stage_on(today))));
    add(Target::Tier, place(tier_place(partner.tier_on(today))));
    add(Target::Kind, place(kind_place(profile.kind)));
    add(Target::Owner, profile.owner.as_ref().map(ToString::to_string));
    add(Target::Notes, profile.notes.as_ref().map(ToString::to_string));
    add(Target::LaunchedOn, profile.launched_on.map(|day| day.to_string()));
    add(Target::TrackedFrom, Some(profile.tracked_from.to_string()));
    partner.tags.values().for_each(|tag| add(Target::Tags, Some(tag.as_str().to_owned())));
    partner.links.values().for_each(|link| add(Target::Link, Some(link.address.as_str().to_owned())));
    for field in partner.fields.values() {
        add(Target::Own(field.name.to_string()), Some(field.value.to_string()));
    }
    values
}

fn contact_values(contact: &Contact) -> Vec<Value> {
    let person = &contact.person;
    let mut values = vec![Value::new(Target::PersonName, person.name.as_str())];
    let mut add = |target: Target, text: Option<String>| {
        values.extend(text.map(|text| Value { target, text }));
    };
    add(Target::Email, person.email.as_ref().map(|email| email.as_str().to_owned()));
    add(Target::Phone, person.phone.as_ref().map(ToString::to_string));
    add(Target::PersonTier, person.tier.and_then(tier_place).map(|place| place.to_string()));
    add(Target::PersonNotes, person.notes.as_ref().map(ToString::to_string));
    contact.links.values().for_each(|link| add(Target::PersonLink, Some(link.address.as_str().to_owned())));
    values
}

fn jobs(contact: &Contact, today: Date) -> Vec<KnownJob> {
    let job = |partner| {
        let title = contact.employment_at(partner, today).and_then(|(_, job)| job.title.as_ref());
        KnownJob {
            partner: partner.to_string(),
            title: title.map(ToString::to_string),
            roles: contact.roles_at(partner, today).into_iter().filter_map(role_place).collect(),
        }
    };
    contact.employers_on(today).into_iter().map(job).collect()
}

pub(super) fn stage_place(stage: Stage) -> Option<u8> {
    place(&Stage::ALL, &stage)
}

pub(super) fn tier_place(tier: Tier) -> Option<u8> {
    place(&Tier::ALL, &tier)
}

pub(super) fn kind_place(kind: PartnerKind) -> Option<u8> {
    place(&PartnerKind::ALL, &kind)
}

pub(super) fn role_place(role: Role) -> Option<u8> {
    place(&Role::ALL, &role)
}

fn place<T: PartialEq>(all: &[T], one: &T) -> Option<u8> {
    all.iter().position(|other| other == one).and_then(|place| u8::try_from(place).ok())
}
