//! Which screen belongs to which place. Today comes with the first load; the other
//! screens arrive in modules of their own.

use std::time::Duration;

use leptos::prelude::*;

use crate::apart;
use crate::catalogue::shell as words;
use crate::domain::{ContactId, MeetingId, PartnerId};
use crate::features::{
    ComponentsPage, EndingPage, ImportPage, LessonsPage, MeetingPage, MeetingsPage, PartnerPage,
    PartnersPage, PeoplePage, PersonPage, PlaybookPage, PlaybooksPage, PrivacyPage, RunPage, ScriptsPage,
    SettingsPage, TodayPage,
};
use crate::kit::later::{dress, later};
use crate::route::{PartnerPart, Route, SettingsPart};

use super::overlays::{Overlay, overlay};

/// The screen of a place; which part of it is shown, it reads in `route` by itself.
pub fn screen(page: Route, route: RwSignal<Route>) -> AnyView {
    match page {
        Route::Today => view! { <TodayPage /> }.into_any(),
        Route::Partners => later(partners::view()),
        Route::Partner(id) | Route::PartnerPart(id, _) => later(partner::view(id, part_of_partner(route))),
        Route::Ending(_) | Route::Lessons | Route::Playbooks | Route::Playbook(_) | Route::Run(_) => {
            later(playbooks::view(page))
        }
        Route::People => later(people::view(None)),
        Route::Person(id) => later(people::view(Some(id))),
        Route::Meetings => later(meetings::show(None)),
        Route::Meeting(id) => later(meetings::show(Some(id))),
        Route::Scripts(_) | Route::Script(..) | Route::ScriptEditor(_) => later(scripts::view(route.into())),
        Route::Settings(_) => later(settings::view(Some(part_of_settings(route)))),
        Route::Privacy => later(settings::view(None)),
        Route::Import => later(import::view()),
        Route::Kit => later(components::view()),
        Route::NotFound => view! { <NotFound /> }.into_any(),
    }
}

/// The place whose screen is shown: parts of one are one, so that what is typed there stays.
pub fn page(route: Route) -> Route {
    match route {
        Route::PartnerPart(id, _) => Route::Partner(id),
        Route::Scripts(_) | Route::Script(..) | Route::ScriptEditor(_) => Route::Scripts(None),
        Route::Settings(_) => Route::Settings(SettingsPart::Top),
        other => other,
    }
}

fn part_of_partner(route: RwSignal<Route>) -> Signal<Option<PartnerPart>> {
    Signal::derive(move || match route.get() {
        Route::PartnerPart(_, part) => Some(part),
        _ => None,
    })
}

fn part_of_settings(route: RwSignal<Route>) -> Signal<SettingsPart> {
    Signal::derive(move || match route.get() {
        Route::Settings(part) => part,
        _ => SettingsPart::Top,
    })
}

/// What lies over the page.
pub fn over(overlay: Overlay) -> AnyView {
    later(over_page::view(overlay))
}

apart! {
    mod over_page(shown: Overlay) { overlay(shown) }
}
apart! {
    mod partners() { view! { <PartnersPage /> } }
}
apart! {
    mod partner(id: PartnerId, part: Signal<Option<PartnerPart>>) { view! { <PartnerPage id part /> } }
}
// With the code of a partner: a module more would cost the first load its loading.
mod meetings {
    use super::{AnyView, IntoAny, MeetingId, MeetingPage, MeetingsPage, apart, view};
    use crate::apart::Arriving;

    apart! {
        mod partner(id: Option<MeetingId>) {
            match id {
                None => view! { <MeetingsPage /> }.into_any(),
                Some(id) => view! { <MeetingPage id /> }.into_any(),
            }
        }
    }

    /// The list of meetings, or one of them.
    pub fn show(id: Option<MeetingId>) -> Arriving<AnyView> {
        partner::view(id)
    }
}
apart! {
    mod people(id: Option<ContactId>) {
        match id {
            None => view! { <PeoplePage /> }.into_any(),
            Some(id) => view! { <PersonPage id /> }.into_any(),
        }
    }
}
apart! {
    mod playbooks(page: Route) {
        match page {
            Route::Playbook(key) => view! { <PlaybookPage key /> }.into_any(),
            Route::Run(id) => view! { <RunPage id /> }.into_any(),
            // Near playbooks: an ending runs one.
            Route::Ending(id) => view! { <EndingPage id /> }.into_any(),
            Route::Lessons => view! { <LessonsPage /> }.into_any(),
            _ => view! { <PlaybooksPage /> }.into_any(),
        }
    }
}
apart! {
    mod scripts(route: Signal<Route>) { view! { <ScriptsPage route /> } }
}
apart! {
    mod settings(part: Option<Signal<SettingsPart>>) {
        match part {
            Some(part) => view! { <SettingsPage part /> }.into_any(),
            None => view! { <PrivacyPage /> }.into_any(),
        }
    }
}
apart! {
    mod import() { view! { <ImportPage /> } }
}
apart! {
    mod components() { view! { <ComponentsPage /> } }
}

/// After the first picture and what a person does at once.
pub const REST: Duration = Duration::from_millis(400);

/// Fetches what the first load left out, so that every screen one is led to opens at once and a tab
/// left open does without the server.
pub fn fetch_rest() {
    let fetch = || {
        dress();
        leptos::task::spawn_local(async {
            partners::fetch().await;
            over_page::fetch().await;
            partner::fetch().await;
            people::fetch().await;
            playbooks::fetch().await;
            scripts::fetch().await;
            settings::fetch().await;
            import::fetch().await;
        });
    };
    set_timeout(fetch, REST);
}

/// A hash that names no place.
#[component]
fn NotFound() -> impl IntoView {
    view! {
        <div class="empty">
            <h1 tabindex="-1">{words::NOWHERE}</h1>
            <p>{words::NOWHERE_WHY}</p>
            <div class="cluster">
                <a class="button button--primary" href=Route::Today.href()>
                    {words::GO_TO_TODAY}
                </a>
            </div>
        </div>
    }
}
