//! The very records that a component rests on, opened from its row.

use leptos::prelude::*;

use crate::catalogue::{Word, meeting, partner_health as words};
use crate::domain::health::{Component, RecordId};
use crate::kit::Popover;
use crate::kit::popover::Face;
use crate::route::{PartnerPart, Route};

use super::super::drafts::{
    Draft, LedgerDraft, MilestoneDraft, PromiseDraft, PulseDraft, TouchpointDraft, TractionDraft,
};
use super::super::subject::Subject;
use super::Seen;
use super::panel::add;

/// How the button looks that opens the records.
const FACE: Face = Face { class: "button button--line", is_small: true, ..Face::WORDS };

/// A button that opens the records; without any, one that adds the first.
pub fn rests_on(subject: Subject, seen: &Seen, component: Component) -> AnyView {
    let records = seen.case().records(component, seen.today);
    let told: Vec<String> = records.iter().filter_map(|record| tell(seen, *record)).collect();
    if told.is_empty() {
        return add(subject, component);
    }
    let tab = match component {
        Component::Traction => PartnerPart::Traction,
        Component::Commitments | Component::Milestones => PartnerPart::Promises,
        Component::Engagement | Component::Pulse => PartnerPart::History,
        Component::Reciprocity => PartnerPart::Exchange,
        Component::Relationship => PartnerPart::People,
    };
    let href = Route::PartnerPart(subject.id, tab).href();
    let label = words::rests_on(component, told.len());
    view! {
        <Popover label face=FACE>
            {list(component, &told, href.clone())}
        </Popover>
    }
    .into_any()
}

fn list(component: Component, told: &[String], href: String) -> AnyView {
    let records: Vec<_> = told.iter().map(|told| view! { <li dir="auto">{told.clone()}</li> }).collect();
    view! {
        <div class="rests-on">
            <h3>{words::rests_on_these(component.word())}</h3>
            <ul>{records}</ul>
            <a href=href>{words::SEE_AND_CORRECT}</a>
        </div>
    }
    .into_any()
}

/// A record in one line.
fn tell(seen: &Seen, record: RecordId) -> Option<String> {
    let partner = &*seen.partner;
    let told = match record {
        RecordId::Traction(id) => TractionDraft::words(partner.entry(id)?),
        RecordId::Commitment(id) => PromiseDraft::words(partner.entry(id)?),
        RecordId::Touchpoint(id) => TouchpointDraft::words(partner.entry(id)?),
        RecordId::Meeting(id) => meeting::in_one_line(partner.entry(id)?),
        RecordId::Milestone(id) => MilestoneDraft::words(partner.entry(id)?),
        RecordId::Ledger(id) => LedgerDraft::words(partner.entry(id)?),
        RecordId::Pulse(id) => PulseDraft::words(partner.entry(id)?),
        RecordId::Contact(who) => seen.name_of(who)?,
    };
    Some(told.trim_end().to_owned())
}
