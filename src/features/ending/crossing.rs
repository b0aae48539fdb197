//! The bridge of five spans: where one is, and the way to each step.

use leptos::prelude::*;

use crate::catalogue::ending as words;
use crate::domain::ending::{Step, StepState};
use crate::route::Route;

use super::work::{Work, go_to, states};

/// The bridge.
#[component]
pub fn Crossing(work: Work) -> impl IntoView {
    let spans = Memo::new(move |_| {
        let today = work.desk.today();
        let states = states(work)?;
        let told = |step| work.with(|partner, chapter| words::state_of(step, partner, chapter, today));
        Some(
            Step::ALL
                .into_iter()
                .zip(states)
                .map(|(step, state)| (step, state, told(step)))
                .collect::<Vec<_>>(),
        )
    });
    view! {
        <nav aria-label=words::STEPS>
            <ol class="crossing">
                {move || {
                    spans
                        .get()
                        .unwrap_or_default()
                        .into_iter()
                        .map(|(step, state, told)| span(work, step, state, told.unwrap_or_default()))
                        .collect::<Vec<_>>()
                }}
            </ol>
        </nav>
    }
}

fn span(work: Work, step: Step, state: StepState, told: String) -> AnyView {
    let name = match state {
        StepState::Done => "done",
        StepState::Now => "now",
        StepState::Later => "later",
    };
    // The last span stands on a bank of its own.
    let posts = if step == Step::Person { "M0 10V52M200 10V52" } else { "M0 10V52" };
    let here = Route::Ending(work.id).href();
    let leap = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        go_to(step);
    };
    view! {
        <li data-state=name>
            <svg viewBox="0 0 200 52" preserveAspectRatio="none" aria-hidden="true">
                <path class="is-deck" d="M0 10H200"></path>
                <path class="is-arch" d="M2 50C30 8 170 8 198 50"></path>
                <path d=posts></path>
            </svg>
            <a href=here aria-current=(state == StepState::Now).then_some("step") on:click=leap>
                <b>
                    {words::span(step)}
                    {(state == StepState::Done)
                        .then(|| view! { <span class="visually-hidden">", " {words::DONE}</span> })}
                </b>
                <small>{told}</small>
            </a>
        </li>
    }
    .into_any()
}
