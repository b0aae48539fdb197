//! Views of the list as tabs: those that are always there, then those the user saved.

use leptos::prelude::*;

use crate::catalogue::{intl, partners as words};
use crate::domain::Collection;
use crate::domain::health::{Badge, Board};
use crate::domain::listing;
use crate::domain::roster::Roster;
use crate::domain::view::{Filter, SavedView, Sorting};
use crate::domain::{Id, PartnerId, Stage, Tier};
use crate::kit::{Menu, MenuItem};
use crate::parts::export::Export;
use crate::state::desk::Desk;

use super::as_of::AsOf;
use super::columns::ColumnChooser;
use super::export;
use super::saving::SaveView;
use super::state::{At, ListState, Rosters};

/// Saved views that are tabs of their own; the others are behind one more.
const MOST_TABS: usize = 5;

/// The views that are always there.
const BUILT_IN: [&str; 6] =
    [words::ALL, words::CURRENT, words::NEEDS_ATTENTION, words::TIER_1, words::PROSPECTS, words::ALUMNI];

/// Which partners a view that is always there shows.
fn built_in(place: usize) -> Filter {
    let of_stages = |stages: &[Stage]| Filter { stages: stages.to_vec(), ..Filter::default() };
    match place {
        1 => of_stages(&[Stage::Onboarding, Stage::Active, Stage::Paused, Stage::Ending]),
        2 => Filter {
            bands: vec![Badge::Zombie, Badge::ZombieWatch, Badge::Critical, Badge::AtRisk],
            ..Filter::default()
        },
        3 => Filter { tiers: vec![Tier::One], ..Filter::default() },
        4 => of_stages(&[Stage::Prospect, Stage::Qualifying]),
        5 => of_stages(&[Stage::Alumni]),
        _ => Filter::default(),
    }
}

/// In which order it shows them: the worst health first where it is about those worked with.
fn order_of(place: usize) -> Sorting {
    if (1..=3).contains(&place) { Sorting::WORST_FIRST } else { Sorting::default() }
}

/// All views as tabs.
#[component]
pub fn ViewTabs(roster: Rosters, found: Memo<Vec<PartnerId>>) -> impl IntoView {
    let (desk, list) = (Desk::of_page(), ListState::of_page());
    let saved = saved_views(desk);
    let counts = Memo::new(move |_| {
        let all = |board: Option<&Board>| {
            roster.with(|roster| {
                let own = (0..BUILT_IN.len()).map(|place| count(roster, &built_in(place), board));
                saved.with(|saved| {
                    let first = listing::in_order(saved).into_iter().take(MOST_TABS);
                    own.chain(first.map(|(_, view)| count(roster, &view.filter, board))).collect::<Vec<_>>()
                })
            })
        };
        list.boards().now.read_soon(|board, _| all(Some(board))).unwrap_or_else(|| all(None))
    });
    let counted = move |place: usize| {
        move || {
            // Of a first look there is nothing to count.
            let count = || counts.with(|counts| counts.get(place).copied().flatten());
            desk.is_whole().then(count).flatten().map(intl::whole)
        }
    };
    let tab = move |at: At, label: String, place: usize, on_pick: Callback<()>| {
        view! {
            <button
                class="tabs__link"
                type="button"
                aria-current=move || (list.at.get() == at).then_some("true")
                on:click=move |_| on_pick.run(())
            >
                <bdi>{label}</bdi>
                " "
                <span class="count">{counted(place)}</span>
            </button>
        }
    };
    let own: Vec<_> = BUILT_IN
        .into_iter()
        .enumerate()
        .map(|(place, label)| {
            let pick = Callback::new(move |()| {
                list.sorting.set(order_of(place));
                list.open(At::BuiltIn(place), built_in(place));
            });
            tab(At::BuiltIn(place), label.to_owned(), place, pick)
        })
        .collect();
    view! {
        <div class="views">
            <nav class="tabs" aria-label=words::VIEWS>
                {own}
                {move || {
                    saved.with(|saved| {
                        let first = listing::in_order(saved).into_iter().take(MOST_TABS).enumerate();
                        first
                            .map(|(place, (id, view))| {
                                let pick = Callback::new(move |()| open(desk, list, id));
                                tab(At::Saved(id), view.name.to_string(), BUILT_IN.len() + place, pick)
                            })
                            .collect::<Vec<_>>()
                    })
                }}
            </nav>
            {move || {
                let more = saved.with(|saved| saved.len().saturating_sub(MOST_TABS));
                (more > 0).then(|| view! { <MoreViews saved more /> })
            }}
            <div class="views__end">
                <AsOf />
                <SaveView />
                <ColumnChooser />
                <Export read=Callback::new(move |()| export::read(desk, list, found)) stem="partners" counted=words::partners />
            </div>
        </div>
    }
}

/// The saved views beyond the tabs.
#[component]
fn MoreViews(saved: Memo<Collection<SavedView>>, more: usize) -> impl IntoView {
    let (desk, list) = (Desk::of_page(), ListState::of_page());
    view! {
        <Menu label=words::more_views(more)>
            {saved
                .with_untracked(|saved| {
                    let rest = listing::in_order(saved).into_iter().skip(MOST_TABS);
                    rest.map(|(id, view)| {
                            let pick = Callback::new(move |()| open(desk, list, id));
                            view! { <MenuItem words=view.name.as_str() on_pick=pick /> }
                        })
                        .collect::<Vec<_>>()
                })}
        </Menu>
    }
}

/// The saved views, followed by themselves: other changes do not reach them.
fn saved_views(desk: Desk) -> Memo<Collection<SavedView>> {
    Memo::new_with_compare(
        move |_| desk.read(|workspace| workspace.views.clone()),
        |before, after| !matches!((before, after), (Some(before), Some(after)) if before.ptr_eq(after)),
    )
}

/// Shows a saved view as it was saved.
fn open(desk: Desk, list: ListState, id: Id<SavedView>) {
    if let Some(view) = desk.read_once(|workspace| workspace.views.get(&id).cloned()) {
        list.sorting.set(view.sorting);
        list.columns.set(view.columns);
        list.open(At::Saved(id), view.filter);
    }
}

/// How many partners a filter shows; `None` as long as that takes their health and it is not there.
fn count(roster: &Roster, filter: &Filter, board: Option<&Board>) -> Option<usize> {
    if board.is_none() && filter.asks_for_health() {
        return None;
    }
    let none = Board::default();
    let board = board.unwrap_or(&none);
    Some(match &filter.text {
        None => {
            let is_shown = |partner, id| filter.matches(partner, board.health(id), roster.today());
            roster.lines().filter(|line| is_shown(&line.partner, line.id)).count()
        }
        Some(text) => {
            let places = roster.places(filter, Sorting::default(), board);
            roster.search(&places, text.as_str()).len()
        }
    })
}
