//! Before the first step: why it ends, since when, and when the call is.

use leptos::prelude::*;

use crate::catalogue::{Word, ending as words};
use crate::domain::checklist::{BuiltIn, Template};
use crate::domain::ending::{Chapter, NewEnding, OFFBOARDING, Scenario};
use crate::domain::{Field, Line, Refusal, Stage};
use crate::kit::{DateField, RadioField, TextField};
use crate::library::checklists;
use crate::parts::choice::Choice;
use crate::parts::form::{FormErrors, FormFrame};
use crate::route::Route;
use crate::state::address::go;
use crate::state::boards::Boards;
use crate::state::deeds;

use super::heading;
use super::work::Work;

/// The checklist that cleans up.
pub fn template() -> Result<&'static Template, Refusal> {
    let built_in = BuiltIn::of_id(OFFBOARDING).and_then(checklists::template);
    built_in.ok_or(Refusal::Gone { what: "This playbook" })
}

/// Why the note is no item of the clean-up.
pub fn note_elsewhere() -> Result<Line<500>, Refusal> {
    Line::parse(Field::Reason, words::NOTE_ELSEWHERE)
}

/// The form that begins an ending; where there is nothing to end, why that is so.
#[component]
pub fn Begin(work: Work) -> impl IntoView {
    let refusal = Memo::new(move |_| {
        let today = work.desk.today();
        let stage = work.partner.with(|partner| partner.as_ref().map(|partner| partner.stage_on(today)));
        match stage? {
            stage @ (Stage::Prospect | Stage::Qualifying) => {
                Some(Refusal::NothingToEnd { stage: stage.name() }.to_string())
            }
            Stage::Alumni => Some(Refusal::EndedAlready.to_string()),
            _ => None,
        }
    });
    view! {
        <div class="page__head">
            <div>
                {heading(work)}
                <p class="page__lede">{words::BEFORE}</p>
            </div>
        </div>
        {move || match refusal.get() {
            Some(sentence) => {
                view! {
                    <div class="stack">
                        <p>{sentence}</p>
                        <p>
                            <a class="button" href=Route::Partner(work.id).href()>
                                {move || words::go_to(&work.name())}
                            </a>
                        </p>
                    </div>
                }
                    .into_any()
            }
            None => form(work),
        }}
        {chapters_before(work, false)}
    }
}

fn form(work: Work) -> AnyView {
    let errors = FormErrors::new();
    let today = work.today_now();
    let scenario = Choice::new(&Scenario::ALL, Scenario::NoTraction);
    let is_zombie = untrack(|| {
        Boards::of_page()
            .read(|board, day| board.health(work.id).is_some_and(|health| health.rules.zombie.has_fired(day)))
    });
    let reason = if is_zombie { words::NO_TRACTION_FOR_LONG } else { "" };
    let (on, talk_on) = (RwSignal::new(today.to_string()), RwSignal::new(String::new()));
    let reason = RwSignal::new(reason.to_owned());
    let send = move |()| {
        errors.clear();
        let read = || {
            let talk_on = talk_on.get_untracked();
            Ok(NewEnding {
                scenario: scenario.chosen_or(Scenario::NoTraction),
                on: Refusal::date(Field::On, &on.get_untracked())?,
                reason: Line::parse_optional(Field::Reason, &reason.get_untracked())?,
                talk_on: Some(talk_on.trim())
                    .filter(|typed| !typed.is_empty())
                    .map(|typed| Refusal::date(Field::Due, typed))
                    .transpose()?,
                note_elsewhere: note_elsewhere()?,
            })
        };
        let new = match read() {
            Ok(new) => new,
            Err(refusal) => return errors.show_refusal(&refusal),
        };
        work.send(deeds::BEGIN_ENDING, errors, |partner, _, moment| {
            partner.begin_ending(new, template()?, moment).map(|_| ())
        });
    };
    let leave = move |()| go(Route::Partner(work.id));
    view! {
        <FormFrame
            title=deeds::BEGIN_ENDING.doing
            send=deeds::BEGIN_ENDING.doing
            errors
            on_send=Callback::new(send)
            on_close=Callback::new(leave)
        >
            <div>
                <RadioField label=words::WHY_IT_ENDS choices=scenario.words() place=scenario.place() />
                <p class="field__hint">{words::WHY_IT_ENDS_HINT}</p>
            </div>
            <div class="columns">
                <DateField label=words::BEGINS_ON value=on error=errors.at(Field::On) />
                <DateField
                    label=words::CALL_ON
                    value=talk_on
                    error=errors.at(Field::Due)
                    hint=words::CALL_ON_HINT
                    optional=true
                />
            </div>
            <TextField label=words::REASON value=reason error=errors.at(Field::Reason) optional=true />
        </FormFrame>
    }
    .into_any()
}

/// The chapters before the one that is shown, or all of them.
pub fn chapters_before(work: Work, but_the_last: bool) -> AnyView {
    let lines = Memo::new(move |_| {
        let mut chapters = work
            .partner
            .with(|partner| partner.as_ref().map(|partner| partner.chapters()).unwrap_or_default());
        if but_the_last {
            chapters.pop();
        }
        let line = |chapter: &Chapter| {
            let ending = &chapter.ending;
            words::chapter_line(ending.scenario.word(), ending.begun_on, ending.closed_on)
        };
        chapters.iter().rev().map(line).collect::<Vec<_>>()
    });
    let view = move || {
        let lines = lines.get();
        (!lines.is_empty()).then(|| {
            let rows: Vec<_> = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect();
            view! {
                <section class="stack" data-gap="2">
                    <h2 class="run__group">{words::CHAPTERS_BEFORE}</h2>
                    <ul class="stack" data-gap="1">
                        {rows}
                    </ul>
                    {(!but_the_last).then(|| view! { <p class="quiet">{words::ANOTHER}</p> })}
                </section>
            }
        })
    };
    view.into_any()
}
