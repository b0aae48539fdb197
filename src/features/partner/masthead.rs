//! Who the partner is, and what can be done.

use std::sync::Arc;

use leptos::prelude::*;

use crate::catalogue::{self, Word};
use crate::domain::partner::TimelineKind;
use crate::domain::{Cadence, Partner, PartnerId};
use crate::kit::Icon;
use crate::route::Route;
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::notices::Offer;

use super::Open;

/// Name, facts and the deeds of every day.
#[component]
pub fn Masthead(id: PartnerId, partner: Memo<Option<Arc<Partner>>>, open: RwSignal<Open>) -> impl IntoView {
    let desk = Desk::of_page();
    let name = Memo::new(move |_| {
        partner.with(|partner| {
            partner.as_ref().map(|partner| partner.profile.name.to_string()).unwrap_or_default()
        })
    });
    let initial = move || name.with(|name| name.chars().next().map(String::from).unwrap_or_default());
    let delete = move |_| {
        match desk.change(deeds::DELETE_PARTNER, |workspace, _| workspace.remove_partner(id)) {
            // A page that refuses a new hash says that the partner is not here.
            Ok(()) => drop(window().location().set_hash(&Route::Partners.to_string())),
            Err(declined) => desk.say(&declined.sentence, Offer::Nothing),
        }
    };
    view! {
        <header class="masthead">
            <span class="avatar" data-shape="company" data-size="l" aria-hidden="true">
                {initial}
            </span>
            <div class="masthead__name">
                <h1 tabindex="-1">
                    <bdi>{move || name.get()}</bdi>
                </h1>
            </div>
            <div class="page__actions screen-only">
                <Deed words=deeds::LOG_TOUCHPOINT.doing icon="chat" opens=Open::New(TimelineKind::Touchpoint) open is_primary=true />
                <Deed words=deeds::LOG_RESULT.doing icon="traction" opens=Open::New(TimelineKind::Traction) open />
                <Deed words=deeds::ADD_PROMISE.doing icon="check" opens=Open::New(TimelineKind::Commitment) open />
                <Deed words=deeds::LOG_GIVE_GET.doing icon="gift" opens=Open::New(TimelineKind::Ledger) open />
                <details class="more">
                    <summary class="button" data-shape="icon" aria-label="More actions">
                        <Icon name="more" />
                    </summary>
                    <div class="more__list">
                        <Deed words=deeds::ADD_MILESTONE.doing icon="flag" opens=Open::New(TimelineKind::Milestone) open />
                        <Deed words=deeds::LOG_PULSE.doing icon="star" opens=Open::New(TimelineKind::Pulse) open />
                        <Deed words=deeds::MOVE_STAGE.doing icon="right" opens=Open::Stage open />
                        <Deed words=deeds::SET_TIER.doing icon="target" opens=Open::Tier open />
                        <Deed words=deeds::EDIT_PARTNER.doing icon="edit" opens=Open::Profile open />
                        <button class="button button--danger" type="button" on:click=delete>
                            <Icon name="trash" />
                            {deeds::DELETE_PARTNER.doing}
                        </button>
                    </div>
                </details>
            </div>
            {move || {
                let today = desk.today();
                partner.with(|partner| partner.as_ref().map(|partner| facts(partner, today)))
            }}
        </header>
    }
}

fn facts(partner: &Partner, today: crate::domain::Date) -> impl IntoView + use<> {
    let profile = &partner.profile;
    let (stage, tier) = (partner.stage_on(today), partner.tier_on(today));
    let since =
        partner.in_stage_since(today).map(|day| format!("{}, since {}", stage.word(), catalogue::day(day)));
    let cadence = format!("{}, touch every {} days", tier.number(), Cadence::of(tier).ideal_days);
    let fact = |label: &'static str, value: Option<String>| {
        value.map(|value| {
            view! {
                <div>
                    <dt>{label}</dt>
                    <dd>
                        <bdi>{value}</bdi>
                    </dd>
                </div>
            }
        })
    };
    view! {
        <dl class="facts facts--line">
            {fact("Stage", Some(since.unwrap_or_else(|| stage.word().to_owned())))} {fact("Tier", Some(cadence))}
            {fact("Kind", Some(profile.kind.word().to_owned()))}
            {fact("Launched", profile.launched_on.map(catalogue::day))}
            {fact("Tracked from", Some(catalogue::day(profile.tracked_from)))}
            {fact("Owner", profile.owner.as_ref().map(ToString::to_string))}
            {fact("Domain", profile.domain.as_ref().map(ToString::to_string))}
        </dl>
        {profile
            .notes
            .as_ref()
            .map(|notes| {
                view! {
                    <p class="masthead__notes" dir="auto">
                        {notes.to_string()}
                    </p>
                }
            })}
    }
}

/// A button that opens a form.
#[component]
fn Deed(
    words: &'static str,
    icon: &'static str,
    opens: Open,
    open: RwSignal<Open>,
    #[prop(optional)] is_primary: bool,
) -> impl IntoView {
    view! {
        <button
            class="button"
            class:button--primary=is_primary
            type="button"
            aria-expanded=move || (open.get() == opens).to_string()
            on:click=move |event| {
                close_list(&event);
                open.set(opens);
            }
        >
            <Icon name=icon />
            {words}
        </button>
    }
}

/// Folds the list that a button was picked from.
fn close_list(event: &leptos::ev::MouseEvent) {
    use leptos::wasm_bindgen::JsCast;
    let button = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    if let Some(list) = button.and_then(|button| button.closest("details").ok().flatten()) {
        // A list that is not open stays so.
        let _ = list.remove_attribute("open");
    }
}
