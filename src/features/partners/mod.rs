//! All partners: add, search, sort.

mod add;
mod row;
mod sorting;

use leptos::prelude::*;

use crate::catalogue::intl;
use crate::domain::{Partner, PartnerId};
use crate::kit::Icon;
use crate::route::{Route, SettingsPart};
use crate::state::desk::Desk;
use crate::state::keys::{self, Keys};
use crate::state::wishes::{Wish, Wishes};

use add::AddPartner;
use row::PartnerRow;
use sorting::{Column, Sorting};

/// Rows drawn at once; more on request.
const PAGE_ROWS: usize = 200;

/// All partners.
#[component]
pub fn PartnersPage() -> impl IntoView {
    let desk = Desk::of_page();
    let is_adding = RwSignal::new(false);
    let query = RwSignal::new(String::new());
    let sorting = RwSignal::new(Sorting::default());
    let shown_rows = RwSignal::new(PAGE_ROWS);
    let count = Memo::new(move |_| desk.read(|workspace| workspace.partners.len()));
    // Told apart from the count, so that the table and what is typed into its search stay when it grows.
    let is_empty = Memo::new(move |_| count.get() == 0);
    let found = Memo::new(move |_| {
        let today = desk.today();
        let words = query.with(|query| query.trim().to_lowercase());
        desk.read(|workspace| {
            let found: Vec<_> = workspace
                .partners
                .iter()
                .filter(|(_, partner)| matches_words(partner, &words))
                .map(|(id, partner)| (sorting.get().key(partner, today), *id))
                .collect();
            sorting.get().sort(found).into_iter().map(|(_, id)| id).collect::<Vec<PartnerId>>()
        })
    });
    let rows = Memo::new(move |_| {
        found.with(|found| found.iter().take(shown_rows.get()).copied().collect::<Vec<_>>())
    });
    let search = NodeRef::<leptos::html::Input>::new();
    let find = move || {
        // A list without partners has nothing to search.
        if let Some(input) = search.get_untracked() {
            let _ = input.focus();
            input.select();
        }
    };
    Keys::of_page().bind(keys::FIND, Callback::new(move |()| find()));
    Wishes::of_page().grant(move |wish| {
        match wish {
            Wish::AddPartner => is_adding.set(true),
            Wish::FindPartner => request_animation_frame(find),
            Wish::Record(..) => return false,
        }
        true
    });
    let hidden = move || found.with(Vec::len).saturating_sub(shown_rows.get());
    view! {
        <div class="page__head">
            <h1 tabindex="-1">"Partners"</h1>
            <div class="page__actions">
                <button
                    class="button button--primary"
                    type="button"
                    aria-expanded=move || is_adding.get().to_string()
                    on:click=move |_| is_adding.set(true)
                >
                    <Icon name="plus" />
                    "Add partner"
                </button>
            </div>
        </div>
        {move || is_adding.get().then(|| view! { <AddPartner on_close=move |()| is_adding.set(false) /> })}
        {move || {
            if is_empty.get() {
                view! { <FirstRun is_adding /> }.into_any()
            } else {
                view! {
                    <div class="toolbar">
                        <label class="search">
                            <span class="visually-hidden">"Search partners by name, domain or owner"</span>
                            <Icon name="search" />
                            <input
                                class="input"
                                type="search"
                                placeholder="Name, domain or owner"
                                autocomplete="off"
                                aria-keyshortcuts=keys::FIND
                                node_ref=search
                                prop:value=query
                                on:input:target=move |event| {
                                    shown_rows.set(PAGE_ROWS);
                                    query.set(event.target().value());
                                }
                            />
                        </label>
                        <p class="quiet" role="status">
                            {move || {
                                let (found, all) = (found.with(Vec::len), count.get());
                                if found == all {
                                    intl::counted(all, "partner", "partners")
                                } else {
                                    format!("{found} of {}", intl::counted(all, "partner", "partners"))
                                }
                            }}
                        </p>
                    </div>
                    <div class="table-scroll" tabindex="0" role="region" aria-label="Partners">
                        <table class="table partners" role="table" data-hover="">
                            <caption class="visually-hidden">{move || sorting.get().caption()}</caption>
                            <thead role="rowgroup">
                                <tr role="row">
                                    <SortHeader column=Column::Name sorting />
                                    <SortHeader column=Column::Stage sorting />
                                    <th role="columnheader" scope="col">
                                        "We gave, we got"
                                    </th>
                                    <SortHeader column=Column::LastTwoWay sorting />
                                    <SortHeader column=Column::NextStep sorting />
                                </tr>
                            </thead>
                            <tbody role="rowgroup">
                                <For each=move || rows.get() key=|id| *id let:id>
                                    <PartnerRow id />
                                </For>
                            </tbody>
                        </table>
                    </div>
                    {move || {
                        found.with(Vec::is_empty).then(|| view! {
                            <p class="quiet">
                                "No partner matches. Search looks at names, domains and owners."
                            </p>
                        })
                    }}
                    {move || {
                        (hidden() > 0)
                            .then(|| {
                                let more = hidden().min(PAGE_ROWS);
                                view! {
                                    <button
                                        class="button"
                                        type="button"
                                        on:click=move |_| shown_rows.update(|rows| *rows += PAGE_ROWS)
                                    >
                                        {format!("Show {more} more of {}", intl::counted(hidden(), "hidden partner", "hidden partners"))}
                                    </button>
                                }
                            })
                    }}
                }
                    .into_any()
            }
        }}
    }
}

fn matches_words(partner: &Partner, words: &str) -> bool {
    if words.is_empty() {
        return true;
    }
    let profile = &partner.profile;
    let texts = [
        Some(profile.name.as_str()),
        profile.domain.as_ref().map(crate::domain::Domain::as_str),
        profile.owner.as_ref().map(crate::domain::Line::as_str),
    ];
    let text = texts.into_iter().flatten().collect::<Vec<_>>().join(" ").to_lowercase();
    words.split_whitespace().all(|word| text.contains(word))
}

/// A heading that sorts its column.
#[component]
fn SortHeader(column: Column, sorting: RwSignal<Sorting>) -> impl IntoView {
    let is_here = move || sorting.get().column == column;
    let order =
        move || is_here().then(|| if sorting.get().is_descending { "descending" } else { "ascending" });
    view! {
        <th role="columnheader" scope="col" aria-sort=order>
            <button class="table__sort" type="button" on:click=move |_| sorting.update(|now| now.pick(column))>
                {column.heading()}
                {move || {
                    let name = if is_here() && sorting.get().is_descending { "down" } else { "up" };
                    view! { <Icon name /> }
                }}
            </button>
        </th>
    }
}

/// What an empty workspace says.
#[component]
fn FirstRun(is_adding: RwSignal<bool>) -> impl IntoView {
    view! {
        <div class="empty">
            <svg class="empty__art" viewBox="0 0 176 56" aria-hidden="true">
                <path class="is-faint" d="M4 46h168" />
                <path d="M20 46c4-22 22-34 44-34M156 46c-4-22-22-34-44-34" />
                <path class="is-accent" d="M64 12c8-1.5 40-1.5 48 0" />
                <path class="is-faint" d="M40 22v24M64 12v34M88 11v35M112 12v34M136 22v24" />
            </svg>
            <h2>"Your partnerships, on one page that stays yours"</h2>
            <p>
                "Keep whom you work with, what you promised each other and what came of it. "
                "Everything stays in this browser: no account, no server. "
                "A backup file is all it takes to move or restore it."
            </p>
            <div class="cluster">
                <button class="button button--primary" type="button" on:click=move |_| is_adding.set(true)>
                    <Icon name="plus" />
                    "Add a partner"
                </button>
                <a class="button" href=Route::Settings(SettingsPart::Backup).href()>
                    <Icon name="upload" />
                    "Restore a backup"
                </a>
            </div>
        </div>
    }
}
