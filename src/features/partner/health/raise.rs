//! What would raise the score, best first; each opens the form that does it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::catalogue::{health as sentences, partner_health as words};
use crate::domain::agenda::Task;
use crate::domain::health::{Raise, Step};
use crate::kit::Icon;
use crate::parts::task::tick_id;

use super::super::subject::{Open, Place, Subject};
use super::Seen;

/// Steps in sight; the others are behind a disclosure.
const LISTED: usize = 4;

/// The model, run again with one thing done.
#[component]
pub fn RaiseIt(subject: Subject) -> impl IntoView {
    let is_scored = Memo::new(move |_| {
        subject.seen.with(|seen| {
            seen.as_ref().is_some_and(|seen| seen.health.is_some_and(|health| health.score.is_some()))
        })
    });
    move || {
        is_scored.get().then(|| {
            view! {
                <section class="section screen-only" aria-labelledby="raise">
                    <div class="section__head">
                        <h2 id="raise">{words::RAISE_IT}</h2>
                        <span class="section__note">{words::MODEL_RUN_AGAIN}</span>
                    </div>
                    {subject.form_at(Place::Raise)}
                    {move || subject.seen.with(|seen| Some(steps(subject, seen.as_deref()?)))}
                </section>
            }
        })
    }
}

fn steps(subject: Subject, seen: &Seen) -> AnyView {
    let raises = seen.case().raise(seen.today);
    if raises.is_empty() {
        return view! { <p class="quiet">{words::NOTHING_RAISES_IT}</p> }.into_any();
    }
    let (first, more) = raises.split_at(raises.len().min(LISTED));
    let more = (!more.is_empty()).then(|| {
        view! {
            <details class="disclosure">
                <summary>
                    <Icon name="chevron-right" size="s" />
                    {words::more_steps(more.len())}
                </summary>
                {list(subject, seen, more)}
            </details>
        }
    });
    view! {
        {list(subject, seen, first)}
        {more}
    }
    .into_any()
}

fn list(subject: Subject, seen: &Seen, raises: &[Raise]) -> AnyView {
    let items: Vec<_> = raises.iter().map(|raise| item(subject, seen, raise)).collect();
    view! { <ul class="levers">{items}</ul> }.into_any()
}

fn item(subject: Subject, seen: &Seen, raise: &Raise) -> AnyView {
    let step = raise.step;
    let what = sentences::step(step, &seen.partner, &|who| seen.name_of(who));
    view! {
        <li>
            <span class="levers__gain">{words::gain(raise.gain)}</span>
            <span>
                <button class="levers__step" type="button" on:click=move |_| take(subject, step)>
                    {what}
                </button>
                <small>{sentences::why(raise)}</small>
            </span>
        </li>
    }
    .into_any()
}

/// Goes where the step is taken: to the box that closes a promise, or into a form.
fn take(subject: Subject, step: Step) {
    let task = match step {
        Step::CloseCommitment(id) => Task::Promise(id),
        Step::ReachMilestone(id) => Task::Milestone(id),
        _ => return subject.open(Open::Step(step)),
    };
    let tick = document().get_element_by_id(&tick_id(task));
    if let Some(tick) = tick.and_then(|tick| tick.dyn_into::<web_sys::HtmlElement>().ok()) {
        // A box that left the page meanwhile needs no focus.
        let _ = tick.focus();
    }
}
