//! The gate: what stands in the way, and closing it.

use leptos::prelude::*;

use crate::catalogue::{Word, ending as words};
use crate::domain::ending::{Missing, Step};
use crate::domain::{Date, Field, Line};
use crate::kit::Icon;
use crate::route::Route;
use crate::state::deeds;

use super::work::{Work, go_to};

/// The gate at the foot of the page.
#[component]
pub fn Gate(work: Work) -> impl IntoView {
    let closed = Memo::new(move |_| work.with(|_, chapter| chapter.ending.closed_on).flatten());
    let missing = Memo::new(move |_| {
        let today = work.desk.today();
        work.with(|partner, chapter| chapter.missing(partner, today)).unwrap_or_default()
    });
    view! {
        <section class="closing" aria-labelledby="closing">
            <Icon name="gate" size="xl" />
            {move || match closed.get() {
                Some(on) => is_closed(on),
                None => is_open(work, &missing.get()),
            }}
        </section>
    }
}

fn is_closed(on: Date) -> AnyView {
    view! {
        <div>
            <h2 id="closing">{words::closed_on(on)}</h2>
            <p>{words::REOPEN_WHY}</p>
        </div>
    }
    .into_any()
}

fn is_open(work: Work, missing: &[Missing]) -> AnyView {
    let is_blocked = !missing.is_empty();
    let first = missing.first().map(Missing::step);
    let why = if is_blocked { words::in_the_way(missing.len()) } else { words::NOTHING_MISSING.to_owned() };
    let rows: Vec<_> = missing.iter().map(|one| row(work, one.step(), words::missing(one))).collect();
    let close = move |_| match first {
        Some(step) => go_to(step),
        None => work.press(deeds::CLOSE_ENDING, |partner, number, moment| {
            let scenario = partner.chapter().map(|chapter| chapter.ending.scenario.word());
            let reason = Line::parse_optional(Field::Reason, scenario.unwrap_or_default())?;
            partner.close_ending(number, reason, moment)
        }),
    };
    view! {
        <div>
            <h2 id="closing">{words::CLOSE_THE_GATE}</h2>
            <p id="closing-why">{why}</p>
            {is_blocked.then(|| view! { <ul class="closing__missing">{rows}</ul> })}
        </div>
        <button
            class="button button--primary screen-only"
            type="button"
            aria-disabled=is_blocked.then_some("true")
            aria-describedby="closing-why"
            on:click=close
        >
            {deeds::CLOSE_ENDING.doing}
        </button>
    }
    .into_any()
}

/// Something in the way, with the way to its step.
fn row(work: Work, step: Step, told: String) -> AnyView {
    let leap = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        go_to(step);
    };
    view! {
        <li>
            <a href=Route::Ending(work.id).href() on:click=leap dir="auto">
                {told}
            </a>
        </li>
    }
    .into_any()
}
