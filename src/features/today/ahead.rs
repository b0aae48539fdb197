//! What the calendar alone will do.

use leptos::prelude::*;

use crate::catalogue::today as words;
use crate::domain::agenda;
use crate::route::Route;
use crate::state::agenda::DayAgenda;
use crate::state::desk::Desk;

use super::rows::name_of;

/// Rows that are shown; further ahead is not worth a morning.
const MOST_ROWS: usize = 8;

/// What happens if nothing changes.
#[component]
pub fn Ahead() -> impl IntoView {
    let (desk, agenda) = (Desk::of_page(), DayAgenda::of_page());
    let ahead = Memo::new(move |_| {
        agenda.read(|agenda| agenda.ahead.iter().take(MOST_ROWS).copied().collect::<Vec<_>>())
    });
    view! {
        <section class="section" aria-labelledby="ahead">
            <div class="section__head">
                <h2 id="ahead">{words::NOTHING_CHANGES}</h2>
            </div>
            {move || {
                let rows: Vec<AnyView> = ahead
                    .with(|ahead| {
                        desk.read(|workspace| {
                            ahead.iter().filter_map(|one| Some(row(*one, name_of(workspace, one.partner)?))).collect()
                        })
                    });
                if rows.is_empty() {
                    view! { <p class="quiet">{words::NOTHING_AHEAD}</p> }.into_any()
                } else {
                    view! { <ul class="forecast">{rows}</ul> }.into_any()
                }
            }}
        </section>
    }
}

fn row(ahead: agenda::Ahead, name: String) -> AnyView {
    let agenda::Ahead { partner, on, is_zombie } = ahead;
    let (what, why) = words::ahead(is_zombie);
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
