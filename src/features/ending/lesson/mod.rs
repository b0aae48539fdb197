//! The fourth step: asking why, naming root causes, and what changes because of them.

mod causes;
mod review;
mod whys;

use leptos::prelude::*;

use crate::catalogue::ending as words;
use crate::domain::ending::Step;

use super::script::link;
use super::work::{self, Open, Standing, Work};

use causes::follows;
use review::review;
use whys::{why_form, whys};

/// Days that a form gives an action, and the post-mortem.
const ACTION_DAYS: i64 = 14;

/// The step.
pub fn step(work: Work) -> AnyView {
    let body = view! {
        <div class="step__columns">
            <div class="stack">
                {whys(work)} {work.form(Open::Why(None), why_form)}
                <div class="cluster screen-only">
                    {move || {
                        let is_first = work.with(|_, chapter| chapter.whys.is_empty()).unwrap_or_default();
                        let label = if is_first { words::WHY_DID_IT_END } else { words::ANOTHER_REASON };
                        work.opens(Open::Why(None), label, if is_first { "button button--primary" } else { "button" })
                    }} {link("post-mortem-invite", work.id, words::INVITE)}
                    {link("post-mortem-summary", work.id, words::SUMMARY)}
                </div>
            </div>
            <div class="stack">{follows(work)} {review(work)}</div>
        </div>
    };
    work::step(work, Step::Lesson, standing, body.into_any())
}

fn standing(work: Work) -> Option<Standing> {
    let today = work.desk.today();
    work.with(|partner, chapter| {
        let review = &chapter.review;
        let words = words::lesson_state(chapter.causes().len(), review.due, review.done_on, today);
        work::done_or(chapter.is_done(Step::Lesson, partner, today), words)
    })
}
