//! A playbook at work: how far it is, what it asks, its items, and what to do when nothing is left.

use leptos::prelude::*;

use crate::catalogue::run as words;
use crate::domain::checklist::Sheet;
use crate::domain::{Field, Refusal};
use crate::kit::{CheckField, DateField, Form, Icon, Meter, RadioField};
use crate::parts::form::{FormErrors, FormSummary, form_deeds};
use crate::route::Route;
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::notices::Offer;

use super::deed::{change, press};
use super::item::RunItem;
use super::item_form::Asking;
use super::review::Review;
use super::told::{RunOf, Told, tell};

/// A run from top to bottom. Shows nothing once it is gone.
#[component]
pub fn RunPanel(
    /// Which.
    run: RunOf,
) -> impl IntoView {
    let desk = Desk::of_page();
    let told = Memo::new(move |_| run.follow(desk, tell));
    let open = RwSignal::new(None::<(String, Asking)>);
    let sections = Memo::new(move |_| {
        run.follow(desk, |sheet, _| {
            let titles = sheet.template.sections.iter().map(|section| section.title.clone());
            let shown = titles.enumerate().map(|(place, title)| (title, items_of(sheet, place)));
            shown.filter(|(_, items)| !items.is_empty()).collect::<Vec<_>>()
        })
        .unwrap_or_default()
    });
    let items = move |title: &str| {
        sections.with(|sections| {
            let found = sections.iter().find(|(known, _)| known == title);
            found.map(|(_, items)| items.clone()).unwrap_or_default()
        })
    };
    let titles = Memo::new(move |_| {
        sections.with(|sections| sections.iter().map(|(title, _)| title.clone()).collect::<Vec<_>>())
    });
    let section = move |title: String| {
        let heading = title.clone();
        let ids = Memo::new(move |_| items(&title));
        view! {
            <section>
                <h2 class="run__group">
                    <bdi>{heading}</bdi>
                </h2>
                <ul class="checklist">
                    <For each=move || ids.get() key=Clone::clone let:item>
                        <RunItem run item open />
                    </For>
                </ul>
            </section>
        }
    };
    view! {
        <Review run />
        <Questions run />
        <div class="panel run">
            {move || told.get().map(|told| head(&told))}
            <For each=move || titles.get() key=Clone::clone let:title>
                {section(title)}
            </For>
            {move || told.get().and_then(|told| foot(run, &told))}
        </div>
    }
}

fn items_of(sheet: Sheet<'_>, section: usize) -> Vec<String> {
    let items = sheet.standings().filter(|standing| standing.section == section);
    items.map(|standing| standing.item.id.clone()).collect()
}

fn head(told: &Told) -> AnyView {
    let progress = told.progress;
    let share = u32::try_from(progress.done * 100 / progress.of.max(1)).unwrap_or(0);
    view! {
        <div class="run__head">
            <strong>{words::done_of(progress)}</strong>
            <Meter value=Signal::stored(share) />
            {words::late(progress.late).map(|late| view! { <span class="run__late">{late}</span> })}
            {words::beside(progress).map(|beside| view! { <span class="quiet">{beside}</span> })}
        </div>
    }
    .into_any()
}

/// What to do when no required item is open any more.
fn foot(run: RunOf, told: &Told) -> Option<AnyView> {
    let desk = Desk::of_page();
    let next = told.next_round.filter(|_| told.is_over).map(|anchor| {
        let start = move |_| {
            let started = desk.change(deeds::START_PLAYBOOK, |workspace, moment| {
                workspace.runs_mut(run.home)?.start_next(run.id, anchor, moment)
            });
            match started {
                Ok(id) => {
                    // A browser that does not let the page navigate stays where it is.
                    let _ = window().location().set_hash(&Route::Run(id).to_string());
                }
                Err(declined) => desk.say(&declined.sentence, Offer::Nothing),
            }
        };
        view! {
            <button class="button" type="button" on:click=start>
                {words::start_next(anchor)}
            </button>
        }
    });
    let said = |words: String| view! { <span>{words}</span> };
    let inside = if let Some(on) = told.finished_on {
        let reopen = move |_| {
            let reopened =
                desk.change(deeds::REOPEN_PLAYBOOK, |workspace, _| workspace.reopen_run(run.home, run.id));
            if let Err(declined) = reopened {
                desk.say(&declined.sentence, Offer::Nothing);
            }
        };
        view! {
            {said(words::finished_on(on))}
            {next}
            <button class="button button--line" data-size="small" type="button" on:click=reopen>
                {words::GO_ON}
            </button>
        }
        .into_any()
    } else if told.required_open == 0 {
        let finish = move |_| {
            let finished = desk.change(deeds::FINISH_PLAYBOOK, |workspace, moment| {
                let today = moment.today();
                let traits = workspace.traits(run.home, today);
                workspace.runs_mut(run.home)?.finish(run.id, traits, today)
            });
            if let Err(declined) = finished {
                desk.say(&declined.sentence, Offer::Nothing);
            }
        };
        let why = if told.is_over { words::ALL_DONE } else { words::FINISH_WHY };
        view! {
            {said(why.to_owned())}
            {next}
            <button class="button button--primary" type="button" on:click=finish>
                <Icon name="check" />
                {words::FINISH}
            </button>
        }
        .into_any()
    } else {
        said(words::required_open(told.required_open)).into_any()
    };
    Some(view! { <div class="panel__foot screen-only">{inside}</div> }.into_any())
}

/// What the run asks, each answered where it stands.
#[component]
fn Questions(run: RunOf) -> impl IntoView {
    let desk = Desk::of_page();
    // Drawn anew only when the questions themselves change, not when they are answered.
    let asked =
        Memo::new(move |_| run.follow(desk, |sheet, _| sheet.template.questions.clone()).unwrap_or_default());
    let is_finished =
        Memo::new(move |_| run.follow(desk, |sheet, _| sheet.run.finished_on.is_some()).unwrap_or_default());
    let field = move |question: crate::domain::checklist::Question| {
        let id = StoredValue::new(question.id.clone());
        let answers: Vec<String> = question.answers.iter().map(|answer| answer.id.clone()).collect();
        let mut choices: Vec<String> = question.answers.into_iter().map(|answer| answer.text).collect();
        choices.push(words::NOT_KNOWN.to_owned());
        let unknown = answers.len();
        let answers = StoredValue::new(answers);
        let standing = Memo::new(move |_| {
            let answer = run
                .follow(desk, |sheet, _| id.with_value(|id| sheet.run.answer(id).map(str::to_owned)))
                .flatten();
            let place =
                answers.with_value(|answers| answers.iter().position(|one| Some(one) == answer.as_ref()));
            place.unwrap_or(unknown)
        });
        let place = RwSignal::new(standing.get_untracked());
        // The choice is the world outside: it follows what another tab or an undo made of it.
        Effect::new(move |_| place.set(standing.get()));
        Effect::new(move |before: Option<usize>| {
            let chosen = place.get();
            if before.is_some_and(|before| before != chosen) && chosen != standing.get_untracked() {
                press(desk, deeds::ANSWER_QUESTION, run.home, |runs, _| {
                    answers.with_value(|answers| {
                        let answer = answers.get(chosen).map(String::as_str);
                        id.with_value(|id| runs.answer(run.id, id, answer))
                    })
                });
            }
            chosen
        });
        view! {
            <div class="run__question">
                <RadioField label=question.text choices place />
                {move || {
                    (place.get() == unknown).then(|| view! { <p class="field__hint">{words::ANSWER_SHOWS}</p> })
                }}
            </div>
        }
        .into_any()
    };
    move || {
        let asked = asked.get();
        (!asked.is_empty() && !is_finished.get()).then(|| {
            let fields: Vec<_> = asked.into_iter().map(field).collect();
            view! {
                <section class="panel run__questions screen-only" aria-labelledby="run-questions">
                    <div class="panel__head">
                        <h2 id="run-questions">{words::QUESTIONS}</h2>
                    </div>
                    <div class="panel__body columns">{fields}</div>
                </section>
            }
        })
    }
}

/// The form that counts the days of a run otherwise.
#[component]
pub fn DaysForm(
    /// Which.
    run: RunOf,
    /// Called when it is saved or left.
    on_close: Callback<()>,
) -> impl IntoView {
    let desk = Desk::of_page();
    let errors = FormErrors::new();
    let today = untrack(|| desk.today());
    let known = desk.read_once(|workspace| {
        run.read(workspace, today, |sheet| (sheet.run.anchor.to_string(), sheet.run.working_days))
    });
    let (anchor, working_days) = known.unwrap_or_default();
    let (anchor, working_days) = (RwSignal::new(anchor), RwSignal::new(working_days));
    let send = move |()| {
        errors.clear();
        let day = match Refusal::date(Field::On, &anchor.get_untracked()) {
            Ok(day) => day,
            Err(refusal) => return errors.show_refusal(&refusal),
        };
        let is_working = working_days.get_untracked();
        let result =
            change(desk, deeds::CHANGE_DAYS, run.home, |runs, _| runs.set_days(run.id, day, is_working));
        match result {
            Ok(()) => on_close.run(()),
            Err(declined) => errors.show_declined(&declined),
        }
    };
    view! {
        <Form
            class="stack question"
            label=deeds::CHANGE_DAYS.doing
            on_send=Callback::new(send)
            on_leave=on_close
        >
            <DateField label=words::ANCHOR value=anchor error=errors.at(Field::On) />
            <CheckField label=words::WORKING_DAYS value=working_days />
            <FormSummary errors />
            {form_deeds(words::SAVE, on_close)}
        </Form>
    }
}
