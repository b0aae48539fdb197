//! The portfolio: how many partners show which badge, on a day and before.

use leptos::prelude::*;

use super::band::look;
use crate::catalogue::{Word, intl, portfolio as words};
use crate::domain::Date;
use crate::domain::health::Badge;
use crate::kit::meter::Share;
use crate::kit::{Icon, Stacked};
use crate::state::boards::Compared;
use crate::state::desk::Desk;

/// The counts of a day, and of the day it is compared with.
#[derive(Clone, Copy, PartialEq)]
struct Counts {
    now: [usize; 7],
    then: [usize; 7],
    days: (Date, Date),
    is_today: bool,
}

/// How many partners show which badge, and how many did before; each badge leads to its partners.
/// Shows nothing where no partner is scored.
#[component]
pub fn Portfolio(
    /// The boards that are compared.
    #[prop(into)]
    boards: Signal<Compared>,
    /// Called with the badge whose partners are wanted.
    on_pick: Callback<Badge>,
    /// The badges that are chosen, where picking one chooses.
    #[prop(optional, into)]
    chosen: Option<Signal<Vec<Badge>>>,
) -> impl IntoView {
    let desk = Desk::of_page();
    let counts = Memo::new(move |_| {
        let Compared { now, then } = boards.get();
        let (now, today) = now.read_soon(|board, day| (board.counts(), day))?;
        let (then, before) = then.read_soon(|board, day| (board.counts(), day))?;
        Some(Counts { now, then, days: (today, before), is_today: today == desk.today() })
    });
    move || match counts.get() {
        // The room it will take.
        None => Some(view! { <section class="panel portfolio"></section> }.into_any()),
        Some(counts) => strip(&counts, on_pick, chosen),
    }
}

fn strip(counts: &Counts, on_pick: Callback<Badge>, chosen: Option<Signal<Vec<Badge>>>) -> Option<AnyView> {
    let all: usize = counts.now.iter().sum();
    if all + counts.then.iter().sum::<usize>() == 0 {
        return None;
    }
    let (today, before) = counts.days;
    let days = usize::try_from(before.days_until(today)).unwrap_or(0);
    let bands: Vec<_> = Badge::ALL
        .into_iter()
        .zip(counts.now.into_iter().zip(counts.then))
        .filter(|(_, (now, then))| now + then > 0)
        .map(|(badge, (now, then))| band(badge, now, then, on_pick, chosen))
        .collect();
    Some(
        view! {
            <section class="panel portfolio" aria-labelledby="portfolio">
                <div class="portfolio__head">
                    <h2 id="portfolio">{words::by_health(all)}</h2>
                    <p class="panel__note">{words::compared_with(before, days)}</p>
                </div>
                <div class="portfolio__bars">
                    <span>{if counts.is_today { words::NOW } else { words::THAT_DAY }}</span>
                    <Stacked shares=shares(counts.now) />
                    <span>{words::THEN}</span>
                    <div class="portfolio__then">
                        <Stacked shares=shares(counts.then) />
                    </div>
                </div>
                <ul class="portfolio__bands">{bands}</ul>
            </section>
        }
        .into_any(),
    )
}

fn shares(counts: [usize; 7]) -> Vec<Share> {
    let share = |(badge, count): (Badge, usize)| Share { band: look(badge), word: badge.word(), count };
    Badge::ALL.into_iter().zip(counts).map(share).collect()
}

fn band(
    badge: Badge,
    now: usize,
    then: usize,
    on_pick: Callback<Badge>,
    chosen: Option<Signal<Vec<Badge>>>,
) -> AnyView {
    let is_chosen = move || {
        let chosen = chosen?;
        Some(chosen.with(|chosen| chosen.contains(&badge)).to_string())
    };
    view! {
        <li>
            <button type="button" data-band=look(badge) aria-pressed=is_chosen on:click=move |_| on_pick.run(badge)>
                <Icon name=look(badge) />
                <span class="portfolio__word">{badge.word()}</span>
                <span class="portfolio__count">
                    <b>{intl::whole(now)}</b>
                    " "
                    <small>{words::change(now, then)}</small>
                </span>
            </button>
        </li>
    }
    .into_any()
}
