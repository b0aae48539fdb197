//! One partner: who it is, what happened, what is promised. Everything is added, corrected and
//! deleted in place.

mod drafts;
mod exchange;
mod history;
mod masthead;
mod people;
mod person_form;
mod profile_form;
mod promises;
mod record_form;
mod stage_form;

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::partner::TimelineKind;
use crate::domain::{ContactId, Id, Partner, PartnerId};
use crate::kit::Icon;
use crate::route::{Route, SettingsPart};
use crate::state::desk::Desk;
use crate::state::keys::{self, Keys};
use crate::state::wishes::{Wish, Wishes};

use drafts::{Draft, LedgerDraft, MilestoneDraft, PromiseDraft, PulseDraft, TouchpointDraft, TractionDraft};
use exchange::Exchange;
use history::History;
use masthead::Masthead;
use people::People;
use person_form::PersonForm;
use profile_form::ProfileForm;
use promises::OpenPromises;
use record_form::record_form;
use stage_form::{StageForm, TierForm};

/// Which form is open. One at a time, so that nothing typed is out of sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Open {
    /// None.
    Nothing,
    /// Who the partner is.
    Profile,
    /// A change of stage.
    Stage,
    /// A change of tier.
    Tier,
    /// A new record.
    New(TimelineKind),
    /// A record to correct, by the bits of its id.
    Correct(TimelineKind, u128),
    /// A new person.
    NewPerson,
    /// A person to correct.
    Person(ContactId),
}

/// One partner.
#[component]
pub fn PartnerPage(
    /// Which.
    id: PartnerId,
) -> impl IntoView {
    let desk = Desk::of_page();
    let partner = desk.partner(id);
    let is_there = Memo::new(move |_| partner.with(Option::is_some));
    move || {
        if is_there.get() {
            view! { <Dossier id partner /> }.into_any()
        } else {
            view! { <NotHere /> }.into_any()
        }
    }
}

#[component]
fn Dossier(id: PartnerId, partner: Memo<Option<Arc<Partner>>>) -> impl IntoView {
    let open = RwSignal::new(Open::Nothing);
    let close = Callback::new(move |()| open.set(Open::Nothing));
    Wishes::of_page().grant(move |wish| match wish {
        Wish::Record(partner, kind) if partner == id => {
            open.set(Open::New(kind));
            true
        }
        _ => false,
    });
    let keys = Keys::of_page();
    keys.bind(keys::LOG_TOUCH, Callback::new(move |()| open.set(Open::New(TimelineKind::Touchpoint))));
    keys.bind(keys::EDIT, Callback::new(move |()| open.set(Open::Profile)));
    view! {
        <Masthead id partner open />
        {move || {
            let form = match open.get() {
                Open::Nothing => return None,
                Open::Profile => view! { <ProfileForm id partner on_close=close /> }.into_any(),
                Open::Stage => view! { <StageForm id partner on_close=close /> }.into_any(),
                Open::Tier => view! { <TierForm id partner on_close=close /> }.into_any(),
                Open::NewPerson => view! { <PersonForm partner=id contact=None on_close=close /> }.into_any(),
                Open::Person(contact) => {
                    view! { <PersonForm partner=id contact=Some(contact) on_close=close /> }.into_any()
                }
                Open::New(kind) => form_of(id, partner, kind, None, close),
                Open::Correct(kind, bits) => form_of(id, partner, kind, Some(bits), close),
            };
            Some(form)
        }}
        <div class="beside">
            <History id partner open />
            <aside class="stack" data-gap="8" aria-label="At a glance">
                <OpenPromises id partner open />
                <Exchange partner open />
                <People id open />
            </aside>
        </div>
    }
}

/// The form of a record of that kind: blank, or with the record of those bits in it.
fn form_of(
    id: PartnerId,
    partner: Memo<Option<Arc<Partner>>>,
    kind: TimelineKind,
    bits: Option<u128>,
    on_close: Callback<()>,
) -> AnyView {
    match kind {
        TimelineKind::Touchpoint => draft_form::<TouchpointDraft>(id, partner, bits, on_close),
        TimelineKind::Commitment => draft_form::<PromiseDraft>(id, partner, bits, on_close),
        TimelineKind::Milestone => draft_form::<MilestoneDraft>(id, partner, bits, on_close),
        TimelineKind::Traction => draft_form::<TractionDraft>(id, partner, bits, on_close),
        TimelineKind::Ledger => draft_form::<LedgerDraft>(id, partner, bits, on_close),
        TimelineKind::Pulse => draft_form::<PulseDraft>(id, partner, bits, on_close),
        TimelineKind::Stage => view! { <StageForm id partner on_close /> }.into_any(),
        TimelineKind::Tier => view! { <TierForm id partner on_close /> }.into_any(),
    }
}

fn draft_form<D: Draft>(
    id: PartnerId,
    partner: Memo<Option<Arc<Partner>>>,
    bits: Option<u128>,
    on_close: Callback<()>,
) -> AnyView {
    let correcting = bits.and_then(|bits| {
        let record = Id::from_bits(bits);
        let known =
            partner.with_untracked(|partner| partner.as_ref()?.entry::<D::Record>(record).cloned())?;
        Some((record, known))
    });
    let draft = correcting.as_ref().map_or_else(|| D::blank(Desk::of_page()), |(_, record)| D::of(record));
    record_form(id, draft, correcting, on_close)
}

/// Said when the partner of the address is not in the workspace.
#[component]
fn NotHere() -> impl IntoView {
    view! {
        <div class="empty">
            <h1 tabindex="-1">"This partner is not here"</h1>
            <p>"It may have been deleted, here or in another tab, or the address is from another browser."</p>
            <div class="cluster">
                <a class="button button--primary" href=Route::Partners.href()>
                    "Go to Partners"
                </a>
                <a class="button" href=Route::Settings(SettingsPart::Trash).href()>
                    <Icon name="trash" />
                    "Look in Recently deleted"
                </a>
            </div>
        </div>
    }
}
