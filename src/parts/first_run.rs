//! What an empty workspace says and offers.

use leptos::prelude::*;

use super::own_file::OwnFile;
use crate::apart;
use crate::catalogue::first_run as words;
use crate::kit::empty::Drawing;
use crate::kit::later::later;
use crate::kit::{EmptyState, Icon};
use crate::library::sample;
use crate::route::{Route, SettingsPart};
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::notices::Offer;
use crate::storage::vault::Status;

/// Says what the product does in three lines, and offers the first step.
#[component]
pub fn FirstRun(
    /// Opens the form that adds a partner.
    on_add: Callback<()>,
) -> impl IntoView {
    let own = untrack(OwnFile::of_page);
    let standing = Desk::of_page().standing();
    let why = match own {
        Some(_) => words::LINES_IN_FILE,
        None if standing.with_untracked(|standing| standing.status == Status::MemoryOnly) => {
            words::LINES_IN_MEMORY
        }
        None => words::LINES,
    };
    let restore = match own {
        Some(own) => view! {
            <button class="button" type="button" on:click=move |_| own.open()>
                <Icon name="upload" />
                {words::OPEN_FILE}
            </button>
        }
        .into_any(),
        None => view! {
            <a class="button" href=Route::Settings(SettingsPart::Backup).href()>
                <Icon name="upload" />
                {words::RESTORE}
            </a>
        }
        .into_any(),
    };
    view! {
        <EmptyState drawing=Drawing::Whole title=words::TITLE why>
                <button class="button button--primary" type="button" on:click=move |_| on_add.run(())>
                    <Icon name="plus" />
                    {words::ADD_A_PARTNER}
                </button>
                <a class="button" href=Route::Import.href()>
                    <Icon name="upload" />
                    {words::IMPORT}
                </a>
                {later(sample_offer::view())}
                {restore}
        </EmptyState>
    }
}

// The sample is as large as a screen; only who starts empty loads it.
apart! {
    mod sample_offer() { view! { <SampleOffer /> } }
}

/// Fills the workspace with the sample.
#[component]
fn SampleOffer() -> impl IntoView {
    let desk = Desk::of_page();
    let fill = move |_| {
        if let Err(declined) = desk.change(deeds::FILL_SAMPLE, sample::fill) {
            desk.say(&declined.sentence, Offer::Nothing);
        }
    };
    view! {
        <button class="button" type="button" on:click=fill>
            <Icon name="sparkle" />
            {words::LOOK_AROUND}
        </button>
    }
}
