//! The places, and beneath them how the data stands.

use leptos::prelude::*;

use crate::catalogue::{commands, intl, own_file, place, shell as words};
use crate::kit::Icon;
use crate::parts::own_file::OwnFile;
use crate::route::{Route, SettingsPart};
use crate::state::agenda::DayAgenda;
use crate::state::backup_age::{BackupAge, Urgency};
use crate::state::desk::Desk;
use crate::state::{clock, here, keys, notices::Standing};
use crate::storage::vault::Status;

use super::commands::{Does, Hands};
use super::overlays::{Overlay, keycaps};

/// The places and the save state.
#[component]
pub fn Sidebar(
    /// Where one is.
    route: RwSignal<Route>,
) -> impl IntoView {
    let hands = Hands::of_page();
    let is_today = Signal::derive(move || route.get() == Route::Today);
    let is_partners = Signal::derive(move || {
        matches!(route.get(), Route::Partners | Route::Partner(_) | Route::PartnerPart(..) | Route::Ending(_))
    });
    let is_people = Signal::derive(move || matches!(route.get(), Route::People | Route::Person(_)));
    let is_meetings = Signal::derive(move || matches!(route.get(), Route::Meetings | Route::Meeting(_)));
    let is_playbooks =
        Signal::derive(move || matches!(route.get(), Route::Playbooks | Route::Playbook(_) | Route::Run(_)));
    let is_scripts = Signal::derive(move || {
        matches!(route.get(), Route::Scripts(_) | Route::Script(..) | Route::ScriptEditor(_))
    });
    let is_lessons = Signal::derive(move || route.get() == Route::Lessons);
    let is_settings = Signal::derive(move || matches!(route.get(), Route::Settings(_)));
    let settings = Route::Settings(SettingsPart::Top);
    let agenda = DayAgenda::of_page();
    let count = Memo::new(move |_| agenda.count().filter(|count| *count > 0));
    let to_do = move || {
        count.get().map(|count| {
            view! {
                <span class="nav__count">
                    {intl::whole(count)} <span class="visually-hidden">{words::TO_DO}</span>
                </span>
            }
        })
    };
    let workspace = here::workspace();
    let brand = workspace.as_deref().map_or_else(|| words::BRAND.to_owned(), place::brand);
    view! {
        <header class="sidebar">
            <a class="brand" href=Route::Today.href() aria-label=brand.clone() title=brand>
                <Icon name="bridge" size="l" />
                <span class="brand__name">{words::BRIDGEKEEPER}</span>
                {workspace
                    .map(|name| {
                        view! {
                            " "
                            <span class="brand__workspace">{name}</span>
                        }
                    })}
            </a>
            <button
                class="sidebar__search"
                type="button"
                aria-keyshortcuts=keys::aria(keys::PALETTE)
                on:click=move |_| hands.overlays.open(Overlay::Palette)
            >
                <Icon name="search" />
                <span class="sidebar__searchtext">{commands::SEARCH_OR_RUN}</span>
                <span aria-hidden="true" class="sidebar__keys">
                    {keycaps(keys::PALETTE)}
                </span>
            </button>
            <nav class="nav" aria-label=words::MAIN>
                <ul class="nav__list nav__list--main">
                    <li class="nav__item">
                        <a
                            class="nav__link"
                            href=Route::Today.href()
                            aria-current=move || is_today.get().then_some("page")
                        >
                            <Icon name="today" />
                            <span class="nav__label">{words::TODAY}</span>
                            {to_do}
                        </a>
                    </li>
                    <li class="nav__item">
                        <Place route=Route::Partners icon="partners" label=words::PARTNERS is_here=is_partners />
                    </li>
                    <li class="nav__item">
                        <Place route=Route::People icon="people" label=words::PEOPLE is_here=is_people />
                    </li>
                    <li class="nav__item">
                        <Place route=Route::Meetings icon="meetings" label=words::MEETINGS is_here=is_meetings />
                    </li>
                    <li class="nav__item" data-bar="no">
                        <Place route=Route::Playbooks icon="playbooks" label=words::PLAYBOOKS is_here=is_playbooks />
                    </li>
                    <li class="nav__item" data-bar="no">
                        <Place route=Route::Scripts(None) icon="scripts" label=words::SCRIPTS is_here=is_scripts />
                    </li>
                    <li class="nav__item" data-bar="no">
                        <Place route=Route::Lessons icon="gate" label=words::LESSONS is_here=is_lessons />
                    </li>
                    <li class="nav__item app__new">
                        <button
                            class="nav__link"
                            type="button"
                            on:click=move |_| hands.run(&Does::Open(Overlay::QuickAdd(String::new())))
                        >
                            <Icon name="plus" />
                            <span class="nav__label">{words::NEW}</span>
                        </button>
                    </li>
                    <li class="nav__item app__more">
                        <Place route=settings icon="settings" label=words::SETTINGS is_here=is_settings />
                    </li>
                </ul>
            </nav>
            <SaveState />
            <ul class="nav__list nav__list--end">
                <li class="nav__item" data-bar="no">
                    <Place route=settings icon="settings" label=words::SETTINGS is_here=is_settings />
                </li>
            </ul>
        </header>
    }
}

#[component]
fn Place(route: Route, icon: &'static str, label: &'static str, is_here: Signal<bool>) -> impl IntoView {
    view! {
        <a class="nav__link" href=route.href() aria-current=move || is_here.get().then_some("page")>
            <Icon name=icon />
            <span class="nav__label">{label}</span>
        </a>
    }
}

/// Two facts, always in the same place: whether everything is saved, and how old the backup is.
#[component]
fn SaveState() -> impl IntoView {
    let desk = Desk::of_page();
    let (standing, backup_age) = (desk.standing(), desk.backup_age());
    let own = Hands::of_page().own_file;
    let own = move || own.filter(|own| own.is_wanted());
    let state = Memo::new(move |_| own().map_or_else(|| standing.with(save_words), file_state));
    let age = Memo::new(move |_| {
        if let Some(own) = own() {
            return Age { words: file_words(own), urgency: None };
        }
        // Read so that the age grows with the day.
        let _ = desk.today();
        age_words(backup_age.get())
    });
    view! {
        <div class="saved" data-age=move || age.get().urgency data-state=move || state.get().1>
            {move || {
                let icon = if state.get().1 == "saved" { "saved" } else { "warning" };
                view! { <svg class="icon saved__icon" aria-hidden="true"><use href=format!("#{icon}")></use></svg> }
            }}
            <span class="saved__state" role="status">
                {move || state.get().0}
            </span>
            <span class="saved__age">{move || age.get().words}</span>
            <a
                class="saved__link"
                href=Route::Settings(SettingsPart::Backup).href()
                title=words::BACK_UP
                aria-label=move || words::back_up_with(&age.get().words)
            >
                <Icon name="download" />
            </a>
        </div>
    }
}

fn save_words(standing: &Standing) -> (&'static str, &'static str) {
    match standing.status {
        Status::Saved => (words::SAVED, "saved"),
        Status::NotSaved { .. } => (words::NOT_SAVED, "not-saved"),
        Status::MemoryOnly => (words::IN_MEMORY, "memory"),
        Status::ReadOnly { .. } => (words::READ_ONLY, "read-only"),
        Status::Superseded | Status::Emptied => (words::NOT_SAVING, "not-saved"),
    }
}

fn file_state(own: OwnFile) -> (&'static str, &'static str) {
    match (own.changes(), own.name()) {
        (0, None) => (own_file::IN_MEMORY, "memory"),
        (0, Some(_)) => (own_file::SAVED, "saved"),
        _ => (own_file::UNSAVED, "memory"),
    }
}

fn file_words(own: OwnFile) -> String {
    own.name().unwrap_or_else(|| {
        if own.changes() == 0 { own_file::NOTHING_TO_SAVE } else { own_file::IN_NO_FILE }.to_owned()
    })
}

#[derive(Clone, PartialEq)]
struct Age {
    words: String,
    urgency: Option<&'static str>,
}

fn age_words(age: BackupAge) -> Age {
    let now = clock::now();
    let words = age.days(now).map_or_else(|| words::NO_BACKUP.to_owned(), words::backup_age);
    let urgency = match age.urgency(now) {
        Urgency::None => None,
        Urgency::Due => Some("ageing"),
        Urgency::Overdue => Some("old"),
    };
    Age { words, urgency }
}
