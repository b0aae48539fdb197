//! What the page does with what is typed, and how anybody can check.

use leptos::prelude::*;

use crate::catalogue::{privacy as words, shell};
use crate::route::{Route, SettingsPart};
use crate::state::desk::Desk;
use crate::storage::Status;

/// The claims, their checks, their limits, and what is so here.
#[component]
pub fn PrivacyPage() -> impl IntoView {
    let standing = Desk::of_page().standing();
    let kept = move || {
        standing.with(|standing| match standing.status {
            Status::MemoryOnly => words::MEMORY,
            _ => words::BROWSER,
        })
    };
    // Without the hash: where the files lie.
    let address = window().location().href().unwrap_or_default();
    let address = address.split(['#', '?']).next().unwrap_or_default().to_owned();
    let link = |part: SettingsPart, words: &'static str| {
        view! { <a class="button" href=Route::Settings(part).href()>{words}</a> }
    };
    view! {
        <div class="page__head">
            <div>
                <h1 tabindex="-1">{shell::PRIVACY}</h1>
                <p class="page__lede">{words::LEDE}</p>
            </div>
        </div>
        <div class="beside">
            <div class="stack" data-gap="8">
                {part(words::PROMISES, &words::CLAIMS, None)}
                {part(words::CHECKS, &words::CHECKED, Some(words::YOURSELF))}
                {part(words::LIMITS, &words::LIMITED, None)}
            </div>
            <aside aria-label=words::THIS_COPY>
                <section class="panel">
                    <div class="panel__head">
                        <h2>{words::THIS_COPY}</h2>
                    </div>
                    <div class="panel__body stack" data-gap="4">
                        <dl class="facts privacy__copy">
                            <dt>{words::LOADED_FROM}</dt>
                            <dd class="privacy__address">{address}</dd>
                            <dt>{words::KEPT_IN}</dt>
                            <dd>{kept}</dd>
                        </dl>
                        <div class="stack" data-gap="2">
                            {link(SettingsPart::Storage, words::STORAGE)}
                            {link(SettingsPart::Backup, words::BACKUP)}
                            {link(SettingsPart::Erase, words::ERASE)}
                        </div>
                    </div>
                </section>
            </aside>
        </div>
    }
}

/// A heading and its sentences.
fn part(title: &'static str, sentences: &[&'static str], last: Option<&'static str>) -> AnyView {
    let sentences: Vec<_> = sentences.iter().map(|one| view! { <li>{*one}</li> }).collect();
    view! {
        <section class="privacy">
            <h2>{title}</h2>
            <ul class="privacy__list">{sentences}</ul>
            {last.map(|last| view! { <p class="quiet">{last}</p> })}
        </section>
    }
    .into_any()
}
