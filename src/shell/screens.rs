//! Which screen belongs to which place. The list of partners comes with the first load; the other
//! screens arrive in modules of their own.

use std::time::Duration;

use leptos::prelude::*;

use crate::apart;
use crate::catalogue::shell as words;
use crate::domain::PartnerId;
use crate::features::{ComponentsPage, PartnerPage, PartnersPage, SettingsPage};
use crate::kit::later::{dress, later};
use crate::route::{Route, SettingsPart};

/// The screen of a place.
pub fn screen(route: Route, part: Signal<SettingsPart>) -> AnyView {
    match route {
        Route::Partners => view! { <PartnersPage /> }.into_any(),
        Route::Partner(id) => later(partner::view(id)),
        Route::Settings(_) => later(settings::view(part)),
        Route::Kit => later(components::view()),
        Route::NotFound => view! { <NotFound /> }.into_any(),
    }
}

apart! {
    mod partner(id: PartnerId) { view! { <PartnerPage id /> } }
}
apart! {
    mod settings(part: Signal<SettingsPart>) { view! { <SettingsPage part /> } }
}
apart! {
    mod components() { view! { <ComponentsPage /> } }
}

/// After the first picture and what a person does at once.
const REST: Duration = Duration::from_millis(400);

/// Fetches what the first load left out, so that every screen one is led to opens at once and a tab
/// left open does without the server.
pub fn fetch_rest() {
    let fetch = || {
        dress();
        leptos::task::spawn_local(async {
            partner::fetch().await;
            settings::fetch().await;
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
            <a class="button button--primary" href=Route::Partners.href()>
                {words::GO_TO_PARTNERS}
            </a>
        </div>
    }
}
