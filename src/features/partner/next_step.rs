//! The one thing that is due first.

use leptos::prelude::*;

use crate::catalogue::{self, Word, partner as words};
use crate::domain::partner::{NextStep, TimelineKind};
use crate::kit::Icon;
use crate::state::deeds;
use crate::state::desk::Desk;

use super::subject::{Open, Place, Subject};

/// What is due first, or the offer to plan it.
#[component]
pub fn NextStepSection(subject: Subject) -> impl IntoView {
    let desk = Desk::of_page();
    let step = Memo::new(move |_| {
        let today = desk.today();
        subject.read(|partner| partner.next_step(today)).flatten()
    });
    view! {
        <section class="section" aria-labelledby="next">
            <div class="section__head">
                <h2 id="next">{words::NEXT_STEP}</h2>
            </div>
            {move || match step.get() {
                Some(step) => due(&step).into_any(),
                None => {
                    view! {
                        <p class="soft">{words::NO_NEXT_STEP}</p>
                        <button
                            class="button screen-only"
                            type="button"
                            on:click=move |_| subject.open(Open::New(TimelineKind::Commitment, Place::Promises))
                        >
                            <Icon name="calendar" />
                            {deeds::ADD_PROMISE.doing}
                        </button>
                    }
                        .into_any()
                }
            }}
        </section>
    }
}

fn due(step: &NextStep) -> impl IntoView + use<> {
    let (due, urgency) = catalogue::due(step.due(), Desk::of_page().today());
    let whose = match step {
        NextStep::Promise { side, .. } => side.word(),
        NextStep::Milestone { .. } => words::BOTH_SIDES,
    };
    view! {
        <p class="next">
            <bdi>{step.what().to_owned()}</bdi>
            <small>
                {whose} ", " <time class="next__due" data-when=urgency datetime=step.due().to_string()>
                    {due}
                </time>
            </small>
        </p>
    }
}
