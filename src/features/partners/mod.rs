//! All partners: add, search, filter, sort, views, and one change for many.

mod add;
mod as_of;
mod columns;
mod export;
mod filters;
mod keyboard;
mod row;
mod saving;
mod selection;
mod state;
mod views;

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::catalogue::partners as words;
use crate::domain::PartnerId;
use crate::domain::health::Board;
use crate::domain::roster::Roster;
use crate::domain::view::Column;
use crate::kit::EmptyState;
use crate::kit::Icon;
use crate::parts::export::import_link;
use crate::parts::first_run::FirstRun;
use crate::parts::portfolio::Portfolio;
use crate::state::desk::Desk;
use crate::state::keys;
use crate::state::wishes::{Wish, Wishes};

use add::AddPartner;
use as_of::AsOfBanner;
use filters::FilterChips;
use row::PartnerRow;
use selection::SelectionBar;
pub use state::ListKeeper;
use state::{ListState, PAGE_ROWS, first_rows};
use views::ViewTabs;

/// All partners.
#[component]
pub fn PartnersPage() -> impl IntoView {
    let desk = Desk::of_page();
    let is_adding = RwSignal::new(false);
    let count = Memo::new(move |_| desk.read(|workspace| workspace.partners.len()));
    // Told apart from the count, so that the table and what is typed into its search stay when it grows.
    let is_empty = Memo::new(move |_| count.get() == 0);
    let search = NodeRef::<leptos::html::Input>::new();
    let find = move || {
        // A list without partners has nothing to search.
        if let Some(input) = search.get_untracked() {
            let _ = input.focus();
            input.select();
        }
    };
    keyboard::listen(Callback::new(move |()| find()));
    Wishes::of_page().grant(move |wish| {
        match wish {
            Wish::AddPartner => is_adding.set(true),
            Wish::FindPartner => request_animation_frame(find),
            Wish::ShowBadge(badge) => ListState::of_page().show_only(badge),
            Wish::Record(..) | Wish::PutOff(_) | Wish::StartPlaybook | Wish::PlanMeeting(_) => return false,
        }
        true
    });
    view! {
        <div class="page__head">
            <h1 tabindex="-1">{words::PARTNERS}</h1>
            <div class="page__actions">
                {import_link()}
                <button
                    class="button button--primary"
                    type="button"
                    aria-expanded=move || is_adding.get().to_string()
                    on:click=move |_| is_adding.set(true)
                >
                    <Icon name="plus" />
                    {words::ADD}
                </button>
            </div>
        </div>
        {move || {
            let on_close = Callback::new(move |()| is_adding.set(false));
            is_adding.get().then(|| view! { <AddPartner on_close /> })
        }}
        {move || {
            if is_empty.get() {
                view! { <FirstRun on_add=Callback::new(move |()| is_adding.set(true)) /> }.into_any()
            } else {
                view! { <List search /> }.into_any()
            }
        }}
    }
}

/// Search, and the table of what it finds.
#[component]
fn List(search: NodeRef<leptos::html::Input>) -> impl IntoView {
    let (desk, list) = (Desk::of_page(), ListState::of_page());
    list.keep_place();
    if !desk.is_whole_now() {
        // Once the frame with the first rows is on screen.
        request_animation_frame(move || {
            request_animation_frame(move || set_timeout(move || desk.open_rest(), Duration::ZERO));
        });
    }
    let roster = Memo::new_with_compare(
        move |before: Option<&Arc<Roster>>| {
            let (day, today) = (list.day.get(), desk.today());
            Arc::new(desk.read(|workspace| Roster::read(workspace, day, today, before.map(AsRef::as_ref))))
        },
        |before, after| !matches!((before, after), (Some(before), Some(after)) if before.is_same(after)),
    );
    // In steps, so that a key of search pays for neither filter nor sort.
    let places = Memo::new(move |_| {
        let sorting = list.sorting.get();
        roster.with(|roster| {
            list.filter.with(|filter| {
                if filter.asks_for_health() || sorting.asks_for_health() {
                    list.boards().now.read(|board, _| roster.places(filter, sorting, board))
                } else {
                    roster.places(filter, sorting, &Board::default())
                }
            })
        })
    });
    let is_any_selected = Memo::new(move |_| list.selected.with(|selected| !selected.is_empty()));
    let found = Memo::new(move |_| {
        roster.with(|roster| places.with(|places| list.query.with(|query| roster.search(places, query))))
    });
    let rows = Memo::new(move |_| {
        found.with(|found| found.iter().take(list.drawn.get()).copied().collect::<Vec<PartnerId>>())
    });
    Effect::new(move |_| {
        if desk.is_whole() && list.is_plain() {
            let first = rows.with(|rows| rows.iter().take(first_rows()).copied().collect::<Vec<_>>());
            // Not within what runs: Firefox goes on with its events inside of a call to the storage.
            set_timeout(move || desk.note_first(&first), Duration::ZERO);
        }
    });
    let limits = Memo::new(move |_| desk.read(|workspace| workspace.health_model().0.limits()));
    let scale = move || {
        (desk.is_whole() && list.columns.get().has(Column::Health)).then(|| words::scale(limits.get()))
    };
    let hidden = move || found.with(Vec::len).saturating_sub(list.limit.get());
    view! {
        <AsOfBanner />
        <Portfolio
            boards=Signal::derive(move || list.boards())
            chosen=Signal::derive(move || list.filter.with(|filter| filter.bands.clone()))
            on_pick=Callback::new(move |badge| list.toggle_badge(badge))
        />
        <div class="stack" data-gap="3">
            <ViewTabs roster found />
            <div class="toolbar">
                <label class="search">
                    <span class="visually-hidden">{words::SEARCH}</span>
                    <Icon name="search" />
                    <input
                        class="input"
                        type="search"
                        placeholder=words::SEARCH_HINT
                        autocomplete="off"
                        maxlength="200"
                        aria-keyshortcuts=keys::FIND
                        node_ref=search
                        prop:value=list.query
                        on:input:target=move |event| {
                            list.start_over();
                            list.query.set(event.target().value());
                        }
                    />
                    <span class="kbd" aria-hidden="true">
                        {keys::FIND}
                    </span>
                </label>
                <FilterChips roster />
            </div>
        </div>
        <div class="table-scroll" tabindex="0" role="region" aria-label=words::PARTNERS>
            <table class="table partners" role="table" data-hover="">
                <caption class="visually-hidden">
                    {move || {
                        let sorting = list.sorting.get();
                        words::caption(columns::heading(sorting.column), sorting.is_descending)
                    }}
                </caption>
                <thead role="rowgroup">{move || headings(list, found)}</thead>
                <tbody role="rowgroup" on:change=move |event| keyboard::toggle_row_of(list, &event)>
                    <For each=move || 0..rows.with(Vec::len) key=|place| *place let:place>
                        <PartnerRow rows place />
                    </For>
                </tbody>
            </table>
        </div>
        {move || {
            let is_before_all = list.as_of.get().is_some() && roster.with(|roster| roster.is_empty());
            match found.with(Vec::is_empty) {
                true if is_before_all => Some(none_yet_then()),
                true => Some(no_match(list)),
                false => None,
            }
        }}
        <p class="partners__count quiet">
            <small role="status">
                {move || {
                    desk.is_whole().then(|| words::count(found.with(Vec::len), roster.with(|roster| roster.len())))
                }}
            </small>
            " "
            <small>{scale}</small>
        </p>
        {move || {
            (hidden() > 0)
                .then(|| {
                    view! {
                        <button class="button" type="button" on:click=move |_| list.show_more()>
                            {words::show_more(hidden().min(PAGE_ROWS), hidden())}
                        </button>
                    }
                })
        }}
        {move || is_any_selected.get().then(|| view! { <SelectionBar roster found /> })}
    }
}

/// The row of headings, for the columns that are shown.
fn headings(list: ListState, found: Memo<Vec<PartnerId>>) -> AnyView {
    let headings: Vec<_> = columns::shown(list.columns.get()).map(|column| heading(column, list)).collect();
    let selected_of_found = move || {
        list.selected.with(|selected| {
            found.with(|found| (found.iter().filter(|id| selected.contains(*id)).count(), found.len()))
        })
    };
    let is_all = Memo::new(move |_| selected_of_found());
    view! {
        <tr role="row">
            <th role="columnheader" scope="col" class="partners__check">
                <label class="check check--bare">
                    <input
                        class="check__box"
                        type="checkbox"
                        aria-label=move || words::select_all(is_all.get().1)
                        prop:checked=move || matches!(is_all.get(), (some, all) if some == all && all > 0)
                        prop:indeterminate=move || matches!(is_all.get(), (some, all) if some > 0 && some < all)
                        on:change:target=move |event| {
                            let is_checked = event.target().checked();
                            found.with_untracked(|found| list.select_all(found, is_checked));
                        }
                    />
                </label>
            </th>
            {headings}
        </tr>
    }
    .into_any()
}

/// A heading that sorts its column.
fn heading(column: Column, list: ListState) -> AnyView {
    let sorting = list.sorting;
    if !column.is_sortable() {
        return view! {
            <th role="columnheader" scope="col" class=columns::class(column)>
                {columns::heading(column)}
            </th>
        }
        .into_any();
    }
    let is_here = move || sorting.get().column == column;
    let order =
        move || is_here().then(|| if sorting.get().is_descending { "descending" } else { "ascending" });
    view! {
        <th role="columnheader" scope="col" class=columns::class(column) aria-sort=order>
            <button class="table__sort" type="button" on:click=move |_| list.sort_by(column)>
                {columns::heading(column)}
                {move || {
                    let name = if is_here() && sorting.get().is_descending { "down" } else { "up" };
                    view! { <Icon name /> }
                }}
            </button>
        </th>
    }
    .into_any()
}

/// What the table says of a day on which there was no partner yet; the way back stands above it.
fn none_yet_then() -> AnyView {
    view! { <EmptyState title=words::NONE_YET_THEN why=words::NONE_YET_THEN_WHY /> }.into_any()
}

/// What the table says when nothing is left in it.
fn no_match(list: ListState) -> AnyView {
    view! {
        <EmptyState title=words::NONE_MATCHES why=words::SEARCHED>
            <button class="button" type="button" on:click=move |_| list.clear()>
                {words::CLEAR_FILTERS}
            </button>
        </EmptyState>
    }
    .into_any()
}
