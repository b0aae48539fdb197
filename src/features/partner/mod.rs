//! One partner: who it is, what happened, what is promised. Everything is added, corrected and
//! deleted in place. Tabs are addresses.

mod companion;
mod drafts;
mod ending;
mod exchange;
mod health;
mod history;
mod masthead;
mod meetings;
mod next_step;
mod note;
mod overview;
mod past_causes;
mod people;
mod profile_form;
mod promises;
mod record_form;
mod stage_form;
mod subject;
mod tabs;
mod tags;
mod told;

use std::sync::Arc;

use leptos::prelude::*;

use crate::catalogue::partner as words;
use crate::domain::partner::TimelineKind;
use crate::domain::{Partner, PartnerId};
use crate::kit::later::later;
use crate::parts::gone::gone;
use crate::parts::run::PartnerRuns;
use crate::route::{PartnerPart, Route};
use crate::state::desk::Desk;
use crate::state::keys::{self, Keys};
use crate::state::wishes::{Wish, Wishes};

use companion::CompanionTab;
use exchange::ExchangeTab;
use history::{Records, Which};
use masthead::Masthead;
use meetings::MeetingsTab;
use overview::Overview;
use people::PeopleTab;
use promises::PromisesTab;
use subject::{Open, Place, Subject};
use tabs::PartnerTabs;

crate::apart! {
    mod playbooks(id: PartnerId) { view! { <PartnerRuns id /> } }
}

/// One partner.
#[component]
pub fn PartnerPage(
    /// Which.
    id: PartnerId,
    /// Which of its tabs; the overview when none is named.
    part: Signal<Option<PartnerPart>>,
) -> impl IntoView {
    let desk = Desk::of_page();
    let partner = desk.partner(id);
    let is_there = Memo::new(move |_| partner.with(Option::is_some));
    move || {
        if is_there.get() {
            view! { <Dossier id partner part /> }.into_any()
        } else {
            gone(words::NOT_HERE, words::NOT_HERE_WHY, Route::Partners, words::GO_TO_PARTNERS)
        }
    }
}

#[component]
fn Dossier(
    id: PartnerId,
    partner: Memo<Option<Arc<Partner>>>,
    part: Signal<Option<PartnerPart>>,
) -> impl IntoView {
    let desk = Desk::of_page();
    let open = RwSignal::new(Open::Nothing);
    let subject = Subject { id, partner, seen: health::follow(id, partner), open };
    // The address is the world outside: leaving a tab leaves the form in it.
    Effect::new(move |before: Option<Option<PartnerPart>>| {
        let part = part.get();
        if before.is_some_and(|before| before != part) && !open.get_untracked().is_above_tabs() {
            open.set(Open::Nothing);
        }
        part
    });
    Wishes::of_page().grant(move |wish| match wish {
        Wish::Record(partner, kind) if partner == id => {
            subject.open(Open::New(kind, Place::Head));
            true
        }
        Wish::PutOff(partner) if partner == id => {
            subject.open(Open::Defer);
            true
        }
        _ => false,
    });
    let keys = Keys::of_page();
    let log_touch = move |()| subject.open(Open::New(TimelineKind::Touchpoint, Place::Head));
    keys.bind(keys::LOG_TOUCH, Callback::new(log_touch));
    keys.bind(keys::EDIT, Callback::new(move |()| subject.open(Open::Profile)));
    view! {
        <Masthead subject part />
        {subject.form_at(Place::Head)}
        <PartnerTabs subject part />
        {move || match part.get() {
            None => view! { <Overview subject /> }.into_any(),
            Some(PartnerPart::People) => view! { <PeopleTab subject /> }.into_any(),
            Some(PartnerPart::Meetings) => view! { <MeetingsTab subject /> }.into_any(),
            Some(PartnerPart::Promises) => view! { <PromisesTab subject /> }.into_any(),
            Some(PartnerPart::Exchange) => view! { <ExchangeTab subject /> }.into_any(),
            Some(PartnerPart::Traction) => {
                view! {
                    <Records
                        subject
                        which=Which::Of(&[TimelineKind::Traction])
                        heading=words::TRACTION
                        empty=words::NO_TRACTION
                        adds=TimelineKind::Traction
                    />
                }
                    .into_any()
            }
            Some(PartnerPart::Fit) => view! { <CompanionTab subject /> }.into_any(),
            Some(PartnerPart::Playbooks) => later(playbooks::view(id)),
            Some(PartnerPart::History) => {
                view! { <Records subject which=Which::All heading=words::HISTORY empty=words::NO_RECORDS /> }.into_any()
            }
        }}
        <p class="print-only quiet">{move || words::printed(desk.today())}</p>
    }
}
