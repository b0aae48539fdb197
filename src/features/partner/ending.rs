//! The ending of the partner in a few lines, and the way to its page.

use leptos::prelude::*;

use crate::catalogue::{Word, ending as words};
use crate::domain::ending::{Chapter, Step, StepState};
use crate::domain::{Date, Partner, PartnerId, Stage};
use crate::kit::Icon;
use crate::route::Route;
use crate::state::deeds;
use crate::state::desk::Desk;

use super::subject::Subject;

/// How far the ending is, while the partner is being ended and afterwards; nothing in other stages.
#[component]
pub fn EndingGlance(subject: Subject) -> impl IntoView {
    let desk = Desk::of_page();
    move || {
        let today = desk.today();
        subject.read(|partner| glance(subject.id, partner, today)).flatten()
    }
}

fn glance(id: PartnerId, partner: &Partner, today: Date) -> Option<AnyView> {
    let stage = partner.stage_on(today);
    if !matches!(stage, Stage::Ending | Stage::Alumni) {
        return None;
    }
    let chapter = partner.chapter().filter(|chapter| chapter.is_open() == (stage == Stage::Ending));
    // Whoever became alumni by hand has no ending to show.
    if chapter.is_none() && stage == Stage::Alumni {
        return None;
    }
    let deed = match &chapter {
        None => deeds::BEGIN_ENDING.doing,
        Some(chapter) if chapter.is_open() => words::GO_TO_ENDING,
        Some(_) => words::SEE_ENDING,
    };
    let note = chapter.as_ref().map(|chapter| chapter.ending.scenario.word());
    let steps = chapter.as_ref().map(|chapter| steps(partner, chapter, today));
    Some(
        view! {
            <section class="panel" aria-labelledby="ending">
                <div class="panel__head">
                    <h2 id="ending">{words::ENDING_HEADING}</h2>
                    <span class="panel__note">{note}</span>
                    <a class="button button--line push screen-only" data-size="small" href=Route::Ending(id).href()>
                        <Icon name="gate" size="s" />
                        {deed}
                    </a>
                </div>
                {steps}
            </section>
        }
        .into_any(),
    )
}

fn steps(partner: &Partner, chapter: &Chapter, today: Date) -> AnyView {
    let states = chapter.states(partner, today);
    let lines: Vec<_> = Step::ALL
        .into_iter()
        .zip(states)
        .map(|(step, state)| {
            let is_done = state == StepState::Done;
            view! {
                <div>
                    <dt>{words::span(step)}</dt>
                    <dd>
                        {is_done.then(|| view! { <Icon name="check" size="s" /> })}
                        {words::state_of(step, partner, chapter, today)}
                    </dd>
                </div>
            }
        })
        .collect();
    view! {
        <div class="panel__body">
            <dl class="companion__lines">{lines}</dl>
        </div>
    }
    .into_any()
}

/// What the page of the ending is for, as an action of the partner.
pub fn deed(subject: Subject) -> &'static str {
    let has_one = subject.read(|partner| !partner.chapters().is_empty()).unwrap_or_default();
    if has_one { words::SEE_ENDING } else { deeds::BEGIN_ENDING.doing }
}
