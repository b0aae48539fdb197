//! Settings: who we are, the backup, the calendar, the storage, the health model, how the page looks, what was deleted, and erasing everything.

mod appearance;
mod automatic;
mod backup;
mod calendar;
mod erase;
mod health_model;
mod import;
mod keep_here;
mod quarantine;
mod restore;
mod storage;
mod trash;
mod workspace;

use leptos::prelude::*;

use crate::catalogue::{health_model::HEALTH_MODEL, settings as words, shell};
use crate::route::{Route, SettingsPart};

use appearance::{AppearancePart, KeyboardPart};
use backup::BackupPart;
use calendar::CalendarPart;
use erase::ErasePart;
use health_model::HealthModelPart;
use import::ImportPart;
use storage::StoragePart;
use trash::TrashPart;
use workspace::WorkspacePart;

/// The settings, scrolled to a part when the address names one.
#[component]
pub fn SettingsPage(
    /// The part of the address.
    part: Signal<SettingsPart>,
) -> impl IntoView {
    Effect::new(move |_| {
        let part = part.get();
        let section =
            (part != SettingsPart::Top).then(|| document().get_element_by_id(part.slug())).flatten();
        if let Some(section) = section {
            section.scroll_into_view();
        }
    });
    let names = [
        (SettingsPart::Top, words::YOU),
        (SettingsPart::Backup, words::BACKUP),
        (SettingsPart::Import, words::IMPORT),
        (SettingsPart::Calendar, words::CALENDAR),
        (SettingsPart::Storage, words::STORAGE),
        (SettingsPart::HealthModel, HEALTH_MODEL),
        (SettingsPart::Appearance, words::APPEARANCE),
        (SettingsPart::Keyboard, words::KEYBOARD),
        (SettingsPart::Trash, words::TRASH),
        (SettingsPart::Erase, words::ERASE),
    ];
    view! {
        <div class="page__head">
            <h1 tabindex="-1">{shell::SETTINGS}</h1>
        </div>
        <div class="settings">
            <nav class="settings__nav" aria-label=shell::SETTINGS>
                {names
                    .into_iter()
                    .map(|(place, name)| {
                        view! {
                            <a
                                href=Route::Settings(place).href()
                                aria-current=move || (place == part.get()).then_some("true")
                            >
                                {name}
                            </a>
                        }
                    })
                    .collect_view()}
                <a href=Route::Privacy.href()>{shell::PRIVACY}</a>
            </nav>
            <div>
                <WorkspacePart />
                <BackupPart />
                <ImportPart />
                <CalendarPart />
                <StoragePart />
                <HealthModelPart />
                <AppearancePart />
                <KeyboardPart />
                <TrashPart />
                <ErasePart />
            </div>
        </div>
    }
}

/// One part: a heading, a sentence, its panels.
#[component]
fn Part(
    /// Its address.
    part: SettingsPart,
    /// Its heading.
    title: &'static str,
    /// What it is about.
    about: &'static str,
    /// Its panels.
    children: Children,
) -> impl IntoView {
    let id = if part == SettingsPart::Top { "you" } else { part.slug() };
    view! {
        <section class="settings__part" id=id aria-label=title>
            <header>
                <h2>{title}</h2>
                <p>{about}</p>
            </header>
            {children()}
        </section>
    }
}
