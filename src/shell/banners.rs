//! What the user must know about their data; each stays until its cause is gone.

use leptos::prelude::*;

use crate::catalogue::{first_run, place, shell as words};
use crate::domain::{PartnerId, Workspace};
use crate::kit::{Icon, file};
use crate::route::{Route, SettingsPart};
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::edition;
use crate::state::here;
use crate::state::notices::{Offer, status_sentence};
use crate::storage::usage::Fullness;
use crate::storage::vault::Status;

/// The banners above a page.
#[component]
pub fn Banners() -> impl IntoView {
    let desk = Desk::of_page();
    let standing = desk.standing();
    let is_single_file = edition::is_single_file();
    let status = Memo::new(move |_| standing.with(|standing| standing.status.clone()));
    let problems = Memo::new(move |_| standing.with(|standing| standing.problems.clone()));
    let is_missing = Memo::new(move |_| standing.with(|standing| standing.is_missing_documents));
    let fullness = Memo::new(move |_| standing.with(|standing| standing.usage.fullness()));
    let unsettled = Memo::new(move |_| {
        desk.read(|_| ());
        desk.unsettled()
    });
    let shared_domains = Memo::new(move |_| desk.read(Workspace::shared_domains));
    let has_sample = Memo::new(move |_| desk.read(Workspace::has_sample));
    let backup_link = || {
        view! {
            <a class="button" href=Route::Settings(SettingsPart::Backup).href()>
                {words::BACK_UP}
            </a>
        }
    };
    view! {
        <div class="banners">
            {move || has_sample.get().then(|| view! { <SampleHere /> })}
            {move || {
                let status = status.get();
                let sentence = status_sentence(&status);
                match status {
                    Status::Saved => ().into_any(),
                    // There the bar of the file says it.
                    Status::MemoryOnly if is_single_file => ().into_any(),
                    Status::MemoryOnly => {
                        view! {
                            <Banner tone="warn" words=sentence>
                                {backup_link()}
                            </Banner>
                        }
                            .into_any()
                    }
                    Status::NotSaved { .. } | Status::ReadOnly { .. } => {
                        view! {
                            <Banner tone="failure" words=sentence>
                                {backup_link()}
                            </Banner>
                        }
                            .into_any()
                    }
                    Status::Superseded => {
                        view! {
                            <Banner tone="failure" words=sentence>
                                <DownloadEverything /> {backup_link()}
                                <button class="button button--primary" type="button" on:click=move |_| reload()>
                                    {words::RELOAD}
                                </button>
                            </Banner>
                        }
                            .into_any()
                    }
                    Status::Emptied => {
                        view! {
                            <Banner tone="failure" words=sentence>
                                <DownloadEverything /> {backup_link()}
                                <button class="button button--primary" type="button" on:click=move |_| desk.put_back()>
                                    {words::PUT_BACK}
                                </button>
                            </Banner>
                        }
                            .into_any()
                    }
                }
            }}
            {move || {
                is_missing
                    .get()
                    .then(|| {
                        view! {
                            <Banner
                                tone="failure"
                                words=words::MISSING.to_owned()
                            >
                                {backup_link()}
                                <button class="button" type="button" on:click=move |_| desk.accept_missing()>
                                    {words::GO_ON}
                                </button>
                            </Banner>
                        }
                    })
            }}
            {move || {
                let sentences: Vec<String> = problems.get().into_iter().chain(unsettled.get()).collect();
                (!sentences.is_empty()).then(|| view! { <Problems sentences /> })
            }}
            {move || {
                shared_domains
                    .get()
                    .into_iter()
                    .map(|(domain, partners)| view! { <SharedDomain domain=domain.to_string() partners /> })
                    .collect_view()
            }}
            {move || match fullness.get() {
                Fullness::Roomy => ().into_any(),
                Fullness::Filling => {
                    view! {
                        <Banner
                            tone="warn"
                            words=words::FILLING.to_owned()
                        >
                            {backup_link()}
                        </Banner>
                    }
                        .into_any()
                }
                Fullness::NearlyFull => {
                    view! {
                        <Banner
                            tone="failure"
                            words=words::NEARLY_FULL.to_owned()
                        >
                            {backup_link()}
                        </Banner>
                    }
                        .into_any()
                }
            }}
        </div>
    }
}

#[component]
fn Banner(tone: &'static str, words: String, children: Children) -> impl IntoView {
    view! {
        <div class="banner" data-tone=tone role="alert">
            <Icon name="warning" />
            <p>{words}</p>
            <div class="cluster">{children()}</div>
        </div>
    }
}

/// Says that what is shown is invented, and takes it away in one step.
#[component]
fn SampleHere() -> impl IntoView {
    let desk = Desk::of_page();
    let remove = move |_| {
        let result = desk.change(deeds::REMOVE_SAMPLE, |workspace, _| {
            workspace.remove_sample();
            Ok(())
        });
        if let Err(declined) = result {
            desk.say(&declined.sentence, Offer::Nothing);
        }
    };
    view! {
        <div class="banner screen-only" role="status">
            <Icon name="info" />
            <p>{first_run::SAMPLE_HERE}</p>
            <div class="cluster">
                <button class="button" type="button" on:click=remove>
                    {first_run::START_EMPTY}
                </button>
            </div>
        </div>
    }
}

/// Something two tabs brought about together: partners that share a domain.
#[component]
fn SharedDomain(domain: String, partners: Vec<PartnerId>) -> impl IntoView {
    let desk = Desk::of_page();
    let name = |id: PartnerId| {
        desk.read_once(|workspace| workspace.partner(id).map(|partner| partner.profile.name.to_string()))
    };
    let links: Vec<_> = partners
        .into_iter()
        .filter_map(|id| {
            let name = name(id)?;
            Some(view! {
                <a class="button" href=Route::Partner(id).href()>
                    <bdi>{name}</bdi>
                </a>
            })
        })
        .collect();
    view! {
        <div class="banner" data-tone="warn" role="alert">
            <Icon name="warning" />
            <p>
                {words::SHARED_DOMAIN} <bdi>{domain}</bdi> {words::SHARED_DOMAIN_END}
            </p>
            <div class="cluster">{links}</div>
        </div>
    }
}

/// Everything that could not be read, behind one sentence.
#[component]
fn Problems(sentences: Vec<String>) -> impl IntoView {
    view! {
        <div class="banner" data-tone="warn" role="alert">
            <Icon name="warning" />
            <details class="disclosure">
                <summary>
                    {words::UNREADABLE}
                </summary>
                <ul class="stack" data-gap="1">
                    {sentences.into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view()}
                </ul>
            </details>
            <div class="cluster">
                <a class="button" href=Route::Settings(SettingsPart::Storage).href()>
                    {words::LOOK_AT_IT}
                </a>
                <DownloadEverything />
            </div>
        </div>
    }
}

/// Hands out every key as it lies in the storage, and what is only in memory.
#[component]
fn DownloadEverything() -> impl IntoView {
    let desk = Desk::of_page();
    let download = move |_| {
        let name = place::backup_file(here::workspace().as_deref(), "everything");
        let result = file::download(&format!("{name}.json"), "application/json", &desk.dump());
        if let Err(why) = result {
            desk.say(&words::no_download(&why), Offer::Nothing);
        }
    };
    view! {
        <button class="button" type="button" on:click=download>
            <Icon name="download" />
            {words::DOWNLOAD_EVERYTHING}
        </button>
    }
}

fn reload() {
    // A page that cannot reload itself leaves that to the user.
    let _ = window().location().reload();
}
