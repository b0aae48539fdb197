//! Import: a list of another program, read and compared beside the page, and brought in as one deed.
//!
//! [`bench`] is the import at hand and talks with the worker; [`choose`], [`reading`], [`columns`] and [`rows`] are the
//! steps one sees, each as soon as it is known; [`carry`] carries the plan out.

mod bench;
mod carry;
mod choose;
mod columns;
mod labels;
mod reading;
mod rows;

use leptos::prelude::*;
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::catalogue::import as words;
use crate::kit::{Icon, focus};
use crate::route::Route;
use crate::state::deeds;

use bench::{Bench, Read, Said};
use choose::FilePart;
use columns::ColumnsPart;
use reading::reading_part;
use rows::RowsPart;

/// The import, step by step.
#[component]
pub fn ImportPage() -> impl IntoView {
    let bench = Bench::of_page();
    let is_mapped = Memo::new(move |_| bench.mapping.with(Option::is_some));
    let is_planned = Memo::new(move |_| bench.totals.with(Option::is_some));
    // What is said stands above, and the button that it is about further down, or nowhere any more.
    Effect::new(move |_| {
        if bench.said.with(Option::is_some) {
            request_animation_frame(show_said);
            focus::keep(SAID);
        }
    });
    view! {
        <div class="page__head">
            <div>
                <h1 tabindex="-1">{words::IMPORT}</h1>
                <p class="page__lede">{words::LEDE}</p>
            </div>
        </div>
        <div class="import">
            {left_over(bench)}
            <div class="import__said" role="alert" tabindex="-1">
                {move || bench.said.get().filter(|said| still_holds(bench, said)).map(|said| told(bench, said))}
            </div>
            <FilePart bench />
            {move || bench.found.with(|read| read.as_ref().map(|read| how(bench, read)))}
            {move || is_mapped.get().then(|| view! { <ColumnsPart bench /> })}
            {move || is_planned.get().then(|| view! { <RowsPart bench /> })}
        </div>
    }
}

/// Where it is said what became of the import.
const SAID: &str = ".import__said";

fn show_said() {
    if let Some(said) = document().query_selector(SAID).ok().flatten() {
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        said.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

fn how(bench: Bench, read: &Read) -> AnyView {
    match read {
        Read::List(found) => reading_part(bench, found),
        Read::Cards(cards) => view! {
            <p class="import__note" role="status">
                <Icon name="people" />
                <span>{words::cards(*cards)}</span>
            </p>
        }
        .into_any(),
    }
}

/// An import that was taken back is not done any more.
fn still_holds(bench: Bench, said: &Said) -> bool {
    let is_undone = || {
        let redo = bench.desk.standing().with(|standing| standing.redo.clone());
        redo.as_deref() == Some(deeds::IMPORT.doing)
    };
    !matches!(said, Said::Done(..)) || !is_undone()
}

/// What became of the import, or why nothing did.
fn told(bench: Bench, said: Said) -> AnyView {
    match said {
        Said::Trouble(sentence) => view! {
            <div class="banner" data-tone="failure">
                <Icon name="warning" />
                <p>{sentence}</p>
            </div>
        }
        .into_any(),
        Said::Stopped => view! {
            <div class="banner">
                <Icon name="info" />
                <p>{words::STOPPED}</p>
                <div class="cluster">
                    <button class="button" type="button" on:click=move |_| bench.read()>
                        {words::READ_AGAIN}
                    </button>
                </div>
            </div>
        }
        .into_any(),
        Said::Done(sentence, complaints) => {
            let left_out = (!complaints.is_empty()).then(|| {
                let count = complaints.len();
                let sentences: Vec<_> =
                    complaints.into_iter().take(50).map(|one| view! { <li>{one}</li> }).collect();
                view! {
                    <p>{words::left_out(count)}</p>
                    <ul class="import__problems">{sentences}</ul>
                }
            });
            view! {
                <div class="banner">
                    <Icon name="check" />
                    <div class="stack" data-gap="2">
                        <p>
                            <strong>{sentence}</strong>
                        </p>
                        {left_out}
                    </div>
                    <div class="cluster">
                        <a class="button" href=Route::Partners.href()>
                            {words::SEE_PARTNERS}
                        </a>
                        <a class="button" href=Route::People.href()>
                            {words::SEE_PEOPLE}
                        </a>
                    </div>
                </div>
            }
            .into_any()
        }
    }
}

/// Says so when an import was broken off with its tab.
fn left_over(bench: Bench) -> AnyView {
    let found = (!bench.is_importing_now()).then(|| carry::unfinished(bench)).flatten();
    let notice = RwSignal::new(found);
    let dismiss = move |_| {
        carry::dismiss(bench);
        notice.set(None);
    };
    let banner = move || {
        let carry::Unfinished { name, progress } = notice.get()?;
        let view = view! {
            <div class="banner" data-tone="warn">
                <Icon name="warning" />
                <p>{words::unfinished(&name, progress.done, progress.all)}</p>
                <div class="cluster">
                    <button class="button" type="button" on:click=dismiss>
                        {words::DISMISS}
                    </button>
                </div>
            </div>
        };
        Some(view)
    };
    banner.into_any()
}
