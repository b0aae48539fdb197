//! The frame around every screen: where you are, and how your data stands.

mod automatic;
mod banners;
mod commands;
mod elsewhere;
mod file_bar;
mod keyboard;
mod navigation;
mod overlays;
mod screens;
mod sidebar;
mod toaster;
mod topbar;
mod turned_away;

use leptos::prelude::*;

use crate::apart;
use crate::catalogue::shell as words;
use crate::features::partners::ListKeeper;
use crate::kit::later::arriving_view;
use crate::parts::own_file::OwnFile;
use crate::route::Route;
use crate::state::agenda::DayAgenda;
use crate::state::appearance::Appearance;
use crate::state::automatic::Automatic;
use crate::state::boards::{Boards, Compared};
use crate::state::desk::Desk;
use crate::state::keys::Keys;
use crate::state::offline::Offline;
use crate::state::page_name::PageName;
use crate::state::place::Place;
use crate::state::wishes::Wishes;
use crate::state::{crash, tabs};

use automatic::{AutomaticBackup, Reminder};
use banners::Banners;
use commands::Hands;
use elsewhere::Elsewhere;
use file_bar::FileBar;
use overlays::Overlays;
use sidebar::Sidebar;
use toaster::Toaster;
use topbar::Topbar;

/// Puts the app into the page.
pub fn start() {
    crash::install();
    let place = turned_away::place();
    let is_open = place.is_ok();
    match place {
        Ok(place) => mount_to_body(move || view! { <App place /> }),
        Err(turned_away) => mount_to_body(move || turned_away.page()),
    }
    crash::started();
    if is_open {
        screens::fetch_rest();
    }
}

// Nothing of it stands in the first picture of a workspace that is well.
apart! {
    mod changing() {
        view! {
            <Banners />
            <div class="banners">
                <FileBar />
                <AutomaticBackup />
                <Reminder />
                <Elsewhere />
            </div>
            <Toaster />
        }
    }
}

/// The whole app.
#[component]
fn App(
    /// Where the page stands.
    place: Place,
) -> impl IntoView {
    // Other screens show more of the workspace than a few partners.
    let desk = Desk::open(&place.key(), navigation::current() == Route::Partners);
    navigation::open_rest_first(desk);
    provide_context(desk);
    provide_context(Automatic::asleep());
    provide_context(Offline::unknown());
    let own_file = OwnFile::begin(desk);
    if let Some(own_file) = own_file {
        provide_context(own_file);
    }
    let boards = Boards::on(desk, desk.day());
    provide_context(boards);
    provide_context(Compared::with_past(desk, boards));
    let agenda = DayAgenda::new(desk, boards);
    provide_context(agenda);
    set_timeout(move || agenda.want(), screens::REST);
    tabs::listen(desk);
    provide_context(ListKeeper::empty());
    let appearance = Appearance::open(desk);
    let (keys, wishes) = (Keys::new(appearance.has_keys.into()), Wishes::none());
    provide_context(appearance);
    provide_context(keys);
    provide_context(wishes);
    provide_context(PageName::none());
    let overlays = Overlays::none();
    let hands = Hands { desk, wishes, overlays, appearance, own_file };
    provide_context(hands);
    let route = navigation::follow_hash(wishes);
    navigation::name_page(desk, agenda, route);
    let page = Memo::new(move |_| screens::page(route.get()));
    keyboard::listen(hands, keys);
    view! {
        <a class="skip-link" href="#main" on:click=|event| navigation::skip_to_content(&event)>
            {words::SKIP_TO_CONTENT}
        </a>
        <div class="app" data-embed=place.is_embedded.then_some("")>
            <Sidebar route />
            <div class="app__body">
                <Topbar route />
                {move || desk.is_whole().then(|| arriving_view(changing::view()))}
                <main id="main" class="page" tabindex="-1">
                    {move || screens::screen(page.get(), route)}
                </main>
            </div>
        </div>
        {move || overlays.shown().get().map(screens::over)}
    }
}
