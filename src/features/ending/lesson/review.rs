//! When the post-mortem is held.

use leptos::prelude::*;

use crate::catalogue::ending as words;
use crate::domain::{Field, Refusal};
use crate::kit::DateField;
use crate::parts::form::{FormErrors, FormFrame};
use crate::state::deeds;

use super::super::work::{Open, Work};
use super::ACTION_DAYS;

/// When the post-mortem is held.
pub fn review(work: Work) -> AnyView {
    let state = move || {
        let today = work.desk.today();
        work.with(|_, chapter| {
            let review = &chapter.review;
            let is_held = review.done_on.is_some();
            let hold = move |_| {
                work.press(deeds::HOLD_REVIEW, |partner, number, moment| {
                    let today = moment.today();
                    partner.hold_review(number, (!is_held).then_some(today), today)
                });
            };
            let told = (review.due.is_some() || is_held)
                .then(|| words::lesson_state(0, review.due, review.done_on, today));
            let deed = if is_held { deeds::UNHOLD_TALK } else { deeds::HOLD_REVIEW };
            view! {
                {told.map(|told| view! { <p>{told}</p> })}
                <div class="cluster screen-only">
                    {work.opens(Open::Review, deeds::PLAN_REVIEW.doing, "button")}
                    <button class="button button--quiet" data-size="small" type="button" on:click=hold>
                        {deed.doing}
                    </button>
                </div>
            }
        })
    };
    view! {
        <div class="aside-note">{state}</div>
        {work.form(Open::Review, review_form)}
    }
    .into_any()
}

fn review_form(work: Work, _: Open) -> AnyView {
    let errors = FormErrors::new();
    let known =
        work.chapter.with_untracked(|chapter| chapter.as_ref().and_then(|chapter| chapter.review.due));
    let due = known.unwrap_or_else(|| work.today_now().plus_days(ACTION_DAYS));
    let on = RwSignal::new(due.to_string());
    let send = move |()| {
        errors.clear();
        match Refusal::date(Field::Due, &on.get_untracked()) {
            Err(refusal) => errors.show_refusal(&refusal),
            Ok(due) => work.send(deeds::PLAN_REVIEW, errors, |partner, number, _| {
                partner.plan_review(number, Some(due))
            }),
        }
    };
    view! {
        <FormFrame
            title=deeds::PLAN_REVIEW.doing
            send=words::SAVE
            errors
            on_send=Callback::new(send)
            on_close=work.on_close()
        >
            <DateField label=words::REVIEW_ON value=on error=errors.at(Field::Due) />
        </FormFrame>
    }
    .into_any()
}
