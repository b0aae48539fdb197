//! What the calendar alone will do.

use std::time::Duration;

use leptos::prelude::*;

use crate::apart;
use crate::catalogue::today as words;
use crate::domain::agenda::Agenda;
use crate::domain::health::{Fall, Outlook};
use crate::domain::order::sorted_by_key;
use crate::domain::{Date, PartnerId};
use crate::route::Route;
use crate::state::agenda::DayAgenda;
use crate::state::boards::Boards;
use crate::state::desk::Desk;

use super::rows::name_of;

/// Rows that are shown; further ahead is not worth a morning.
const MOST_ROWS: usize = 8;
/// Partners up to which falls are looked for: each takes as long as its health of a whole season.
const MOST_PARTNERS: usize = 1000;
/// Partners that are looked at between two frames.
const STEP: usize = 4;
/// After a change, and after the page has come to rest.
const AFTER: Duration = Duration::from_millis(600);

/// What happens by itself.
#[derive(Clone, Copy, PartialEq)]
enum Coming {
    /// The watch begins.
    Watch,
    /// It becomes a Zombie.
    Zombie,
    /// It falls into a lower band.
    Fall(Fall),
}

type Row = (Date, PartnerId, Coming);

/// What happens if nothing changes.
#[component]
pub fn Ahead() -> impl IntoView {
    let (desk, agenda) = (Desk::of_page(), DayAgenda::of_page());
    let falls = follow_falls(desk);
    let rows = Memo::new(move |_| agenda.read(|agenda| falls.with(|falls| first_rows(agenda, falls))));
    let is_partial = Memo::new(move |_| desk.read(|workspace| workspace.partners.len() > MOST_PARTNERS));
    view! {
        <section class="section" aria-labelledby="ahead">
            <div class="section__head">
                <h2 id="ahead">{words::NOTHING_CHANGES}</h2>
            </div>
            {move || {
                let rows: Vec<AnyView> = rows
                    .with(|rows| {
                        desk.read(|workspace| {
                            rows.iter().filter_map(|one| Some(row(*one, name_of(workspace, one.1)?))).collect()
                        })
                    });
                if rows.is_empty() {
                    view! { <p class="quiet">{words::NOTHING_AHEAD}</p> }.into_any()
                } else {
                    view! { <ul class="forecast">{rows}</ul> }.into_any()
                }
            }}
            {move || is_partial.get().then(|| view! { <p class="quiet">{words::ONLY_ZOMBIES_AHEAD}</p> })}
        </section>
    }
}

fn first_rows(agenda: &Agenda, falls: &[(PartnerId, Fall)]) -> Vec<Row> {
    let ends = agenda.ahead.iter().map(|one| {
        let coming = if one.is_zombie { Coming::Zombie } else { Coming::Watch };
        (one.on, one.partner, coming)
    });
    let falls = falls.iter().map(|(partner, fall)| (fall.on, *partner, Coming::Fall(*fall)));
    let mut rows = sorted_by_key(ends.chain(falls).collect(), |(on, ..)| *on);
    rows.truncate(MOST_ROWS);
    rows
}

/// The falls of all partners, found out beside everything else and kept up.
fn follow_falls(desk: Desk) -> RwSignal<Vec<(PartnerId, Fall)>> {
    let boards = Boards::of_page();
    let falls = RwSignal::new(Vec::new());
    let (outlook, round) = (StoredValue::new(Outlook::default()), StoredValue::new(0_u32));
    Effect::new(move |_| {
        boards.read(|_, _| ());
        round.update_value(|round| *round = round.wrapping_add(1));
        let search = Search { desk, boards, outlook, round, falls };
        let of = round.get_value();
        let begin = move || {
            leptos::task::spawn_local(async move {
                // Without its module the page says what it knows without.
                let _ = changing::run(search, of).await;
            });
        };
        set_timeout(begin, AFTER);
    });
    falls
}

// What follows the first picture is no part of its load; it comes with what changes things.
apart! {
    mod changing(search: Search, of: u32) -> () { search.go_on(of) }
}

#[derive(Clone, Copy)]
struct Search {
    desk: Desk,
    boards: Boards,
    outlook: StoredValue<Outlook>,
    /// Rises with every change; an older search gives up.
    round: StoredValue<u32>,
    falls: RwSignal<Vec<(PartnerId, Fall)>>,
}

impl Search {
    fn go_on(self, of: u32) {
        // None once the page has moved on.
        if self.round.try_get_value() != Some(of) {
            return;
        }
        let is_done = untrack(|| {
            self.boards.read(|board, day| {
                self.desk.read_once(|workspace| {
                    let go_on = |outlook: &mut Outlook| outlook.go_on(workspace, board, day, STEP);
                    workspace.partners.len() > MOST_PARTNERS
                        || self.outlook.try_update_value(go_on).unwrap_or(true)
                })
            })
        });
        if !is_done {
            return set_timeout(move || self.go_on(of), Duration::ZERO);
        }
        let found = self.outlook.with_value(Outlook::falls);
        if self.falls.with_untracked(|known| *known != found) {
            self.falls.set(found);
        }
    }
}

fn row((on, partner, coming): Row, name: String) -> AnyView {
    let (what, why) = match coming {
        Coming::Watch => words::ahead(false),
        Coming::Zombie => words::ahead(true),
        Coming::Fall(fall) => (words::falls_to(fall.band), words::falls_because(fall.because)),
    };
    view! {
        <li>
            <time datetime=on.to_string()>{words::short(on)}</time>
            <span>
                <a href=Route::Partner(partner).href()>
                    <bdi>{name}</bdi>
                </a>
                " "
                {what}
            </span>
            <small>{why}</small>
        </li>
    }
    .into_any()
}
