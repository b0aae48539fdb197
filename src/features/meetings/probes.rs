//! Hard questions, answered where they stand.

use leptos::prelude::*;

use crate::catalogue::{kit, meeting as words};
use crate::domain::meeting::{Objection, ObjectionState, Probe, Weight};
use crate::domain::sealed::Sealed;
use crate::domain::{Field, Id, Line, Note};
use crate::kit::{Form, Icon};
use crate::parts::form::{FormErrors, FormSummary};
use crate::state::deeds;

use super::sitting::Sitting;
use super::written::{Words, form_of};

/// Characters of an answer that an objection takes over.
const MOST_OF_ANSWER: usize = 500;

/// The questions of a meeting.
#[component]
pub fn Probes(sitting: Sitting) -> impl IntoView {
    let ids = sitting.ids::<Probe>();
    let is_empty = Memo::new(move |_| ids.with(Vec::is_empty));
    let usual = move || {
        is_empty.get().then(|| {
            let add = move |_| {
                sitting.do_it(deeds::ADD_PROBE, |partner, moment| {
                    words::USUAL_PROBES
                        .into_iter()
                        .try_for_each(|text| partner.meetings.add(&Probe::ask(sitting.id, text)?, moment))
                });
            };
            let questions: Vec<_> =
                words::USUAL_PROBES.map(|text| view! { <li class="probes__question">{text}</li> }).into();
            view! {
                <div class="stack screen-only" data-gap="2">
                    <p class="quiet">{words::NO_PROBES}</p>
                    <ul class="stack" data-gap="1">{questions}</ul>
                    <p>
                        <button class="button" data-size="small" type="button" on:click=add>
                            {words::USE_THESE}
                        </button>
                    </p>
                </div>
            }
        })
    };
    view! {
        <div class="stack" data-gap="4">
            {usual}
            <ul class="probes">
                <For each=move || ids.get() key=|id| *id let:id>
                    <Question sitting id />
                </For>
            </ul>
            <NewProbe sitting />
        </div>
    }
}

#[component]
fn Question(sitting: Sitting, id: Id<Sealed>) -> impl IntoView {
    let probe = sitting.part::<Probe>(id);
    let question = Memo::new(move |_| {
        probe.with(|probe| probe.as_ref().map(|one| one.text.to_string())).unwrap_or_default()
    });
    let answer = Memo::new(move |_| {
        probe.with(|probe| probe.as_ref()?.answer.as_ref().map(ToString::to_string)).unwrap_or_default()
    });
    let is_open = RwSignal::new(false);
    let save = move |typed: String| {
        sitting.change(deeds::ANSWER_PROBE, |partner, _| {
            let answer = Note::parse_optional(&typed)?;
            partner.meetings.change(id, |probe: &mut Probe| probe.answer = answer)
        })
    };
    let save = Callback::new(save);
    let edit = Words { label: words::ANSWER, now: answer.into(), save, is_open };
    let has_answer = Memo::new(move |_| answer.with(|answer| !answer.is_empty()));
    let told = move || {
        view! {
            <div class="probes__answer">
                <Icon name="quote" />
                <span class="written" dir="auto">
                    {answer.get()}
                </span>
            </div>
            <p class="cluster screen-only" data-gap="1">
                <button
                    class="button button--line"
                    data-size="small"
                    type="button"
                    aria-label=move || words::edit(&question.get())
                    on:click=move |_| is_open.set(true)
                >
                    {words::EDIT}
                </button>
                <button
                    class="button button--line"
                    data-size="small"
                    type="button"
                    on:click=move |_| object(sitting, &answer.get_untracked())
                >
                    {words::AS_OBJECTION}
                </button>
            </p>
        }
        .into_any()
    };
    let view = move || {
        if has_answer.get() {
            (move || (!is_open.get()).then(told)).into_any()
        } else {
            view! { <Answer question save /> }.into_any()
        }
    };
    view! {
        <li>
            <div class="probes__head">
                <p class="probes__question" dir="auto">
                    {question}
                </p>
                {remove(move || question.get(), move || {
                    sitting.do_it(deeds::REMOVE_PART, |partner, _| partner.meetings.take_away::<Probe>(id));
                })}
            </div>
            {view}
            {form_of(edit)}
        </li>
    }
}

/// A small button that takes a part away.
pub fn remove(
    what: impl Fn() -> String + Send + Sync + 'static,
    act: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    let name = move || kit::remove(&what().chars().take(60).collect::<String>());
    view! {
        <button
            class="button button--quiet screen-only"
            data-shape="icon"
            data-size="small"
            type="button"
            aria-label=name
            on:click=move |_| act()
        >
            <Icon name="trash" />
        </button>
    }
    .into_any()
}

/// The field of an answer that is still to come. What is typed is kept until it is saved.
#[component]
fn Answer(
    question: Memo<String>,
    save: Callback<String, Result<(), crate::state::desk::Declined>>,
) -> impl IntoView {
    let errors = FormErrors::new();
    let typed = RwSignal::new(String::new());
    let send = Callback::new(move |()| {
        errors.clear();
        let text = typed.get_untracked();
        if text.trim().is_empty() {
            return;
        }
        if let Err(declined) = save.run(text) {
            errors.show_declined(&declined);
        }
    });
    view! {
        <Form class="capture__line" label=words::answer_to(&question.get_untracked()) on_send=send>
            <input
                class="input"
                type="text"
                dir="auto"
                autocomplete="off"
                placeholder=words::NOT_ASKED
                aria-label=move || words::answer_to(&question.get())
                prop:value=typed
                on:input:target=move |event| typed.set(event.target().value())
            />
            <button class="button screen-only" type="submit" hidden=move || typed.with(|typed| typed.trim().is_empty())>
                {words::KEEP}
            </button>
            <FormSummary errors />
        </Form>
    }
}

/// Makes an objection of an answer.
fn object(sitting: Sitting, answer: &str) {
    let brief: String = answer.chars().take(MOST_OF_ANSWER).collect();
    sitting.do_it(deeds::NOTE_OBJECTION, |partner, moment| {
        let text = Line::parse(Field::What, &brief)?;
        let objection =
            Objection { meeting: sitting.id, text, weight: Weight::Serious, state: ObjectionState::Open };
        partner.meetings.add(&objection, moment)
    });
}

#[component]
fn NewProbe(sitting: Sitting) -> impl IntoView {
    let add = move |typed: String| {
        sitting.change(deeds::ADD_PROBE, |partner, moment| {
            partner.meetings.add(&Probe::ask(sitting.id, &typed)?, moment)
        })
    };
    view! { <div class="screen-only">{super::room::capture("new-probe", words::NEW_PROBE, "", Callback::new(add))}</div> }
}
