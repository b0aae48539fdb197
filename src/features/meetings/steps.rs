//! Who does what, by when: said in one line, read out at once, and closed once all of it is clear.

use leptos::prelude::*;

use crate::catalogue::{self, Word, meeting as words, partner};
use crate::domain::find::Names;
use crate::domain::meeting::step::{Room, Step};
use crate::domain::{Commitment, Id, Side};
use crate::kit::field::error_line;
use crate::kit::{Form, Icon, Tag};
use crate::parts::form::{FormErrors, FormSummary};
use crate::state::deeds;

use super::probes::remove;
use super::sitting::Sitting;

/// The id of the line.
const LINE: &str = "capture";

/// The next steps of a meeting.
#[component]
pub fn Steps(sitting: Sitting) -> impl IntoView {
    let ids = Memo::new(move |_| {
        let steps = sitting.read(|partner| {
            partner.next_steps(sitting.id).into_iter().map(|(id, _)| id).collect::<Vec<Id<Commitment>>>()
        });
        steps.unwrap_or_default()
    });
    let count = move || {
        let count = ids.with(Vec::len);
        (count > 0).then(|| view! { <span class="panel__note push">{words::so_far(count)}</span> })
    };
    view! {
        <section class="panel" aria-labelledby="room">
            <div class="panel__head">
                <h2 id="room">{words::STEPS}</h2>
                {count}
            </div>
            <Capture sitting />
            <ul class="items">
                <For each=move || ids.get() key=|id| *id let:id>
                    <OneStep sitting id />
                </For>
            </ul>
            <Closing sitting />
        </section>
    }
}

/// The line in which a step is said.
#[component]
fn Capture(sitting: Sitting) -> impl IntoView {
    let desk = sitting.desk;
    let typed = RwSignal::new(String::new());
    let declined = RwSignal::new(None::<String>);
    // Prepared when the line is used: with thousands of names that takes a moment.
    let names = StoredValue::new(None::<Names>);
    let prepare = move || names.set_value(Some(desk.read_once(Names::of)));
    let read = move || {
        let today = desk.today();
        let line = typed.get();
        if line.trim().is_empty() {
            return None;
        }
        if names.with_value(Option::is_none) {
            prepare();
        }
        sitting.told(|meeting| {
            names.with_value(|names| {
                let names = names.as_ref()?;
                desk.read(|workspace| {
                    Some(Step::read(
                        &line,
                        Room { workspace, names, partner: sitting.partner, meeting, today },
                    ))
                })
            })
        })?
    };
    let send = Callback::new(move |()| {
        let Some(step) = untrack(read) else { return };
        let today = untrack(|| desk.today());
        let Some(promise) = untrack(|| sitting.told(|meeting| step.promise(sitting.id, meeting, today)))
        else {
            return;
        };
        let result = match promise {
            Err(trouble) => Err(trouble.to_string()),
            Ok(promise) => sitting
                .change(deeds::ADD_STEP, |partner, moment| partner.record(promise, moment).map(|_| ()))
                .map_err(|declined| declined.sentence),
        };
        match result {
            Ok(()) => typed.set(String::new()),
            Err(sentence) => declined.set(Some(sentence)),
        }
    });
    let understood = move || match read() {
        None => view! { {words::NO_STEPS} }.into_any(),
        Some(step) => chips(&step),
    };
    view! {
        <Form class="capture" label=words::STEPS on_send=send>
            <label class="field__label" for=LINE>
                {words::SAY_IT}
            </label>
            <div class="capture__line">
                <input
                    class="input"
                    id=LINE
                    type="text"
                    dir="auto"
                    autocomplete="off"
                    placeholder=words::SAY_IT_HINT
                    prop:value=typed
                    on:focus=move |_| prepare()
                    on:input:target=move |event| {
                        declined.set(None);
                        typed.set(event.target().value());
                    }
                    aria-invalid=move || declined.with(Option::is_some).then_some("true")
                    aria-describedby="capture-read capture-trouble"
                />
                <button class="button button--primary" type="submit">
                    {words::ADD}
                </button>
            </div>
            <p class="capture__read" id="capture-read" role="status">
                {understood}
            </p>
            <div role="alert">{error_line("capture-trouble".to_owned(), declined.into())}</div>
        </Form>
    }
}

/// What was understood of a line.
fn chips(step: &Step) -> AnyView {
    let side = if step.side == Side::Ours { "ours" } else { "theirs" };
    let person = match &step.person {
        Some(name) => view! { <Tag words=name.to_string() tone="accent" icon="person" /> }.into_any(),
        None => view! { <Tag words=words::NOBODY tone="late" icon="person" /> }.into_any(),
    };
    let due = match step.due {
        Some(due) => view! { <Tag words=catalogue::day(due) tone="accent" icon="calendar" /> }.into_any(),
        None => view! { <Tag words=words::NO_DATE tone="late" icon="calendar" /> }.into_any(),
    };
    let trouble = step
        .trouble
        .as_ref()
        .map(|trouble| view! { <span class="capture__why">{trouble.to_string()}</span> });
    view! {
        {words::READ_AS}
        <Tag words=step.side.word() tone="accent" icon=side />
        {person}
        {due}
        {trouble}
    }
    .into_any()
}

#[component]
fn OneStep(sitting: Sitting, id: Id<Commitment>) -> impl IntoView {
    let step = Memo::new(move |_| sitting.read(|partner| partner.commitments.get(&id).cloned()).flatten());
    move || {
        let Commitment { what, side, person, dates, .. } = step.get()?;
        let (icon, what) = (if side == Side::Ours { "ours" } else { "theirs" }, what.to_string());
        let whose = partner::whose(side.word(), person.as_ref().map(crate::domain::Line::as_str));
        let due = dates.first_due();
        let title = what.clone();
        Some(view! {
            <li class="item">
                <span class="item__lead">
                    <Icon name=icon />
                </span>
                <div class="item__body">
                    <p class="item__title">
                        <bdi>{what}</bdi>
                    </p>
                    <p class="item__meta">
                        <span>
                            <bdi>{whose}</bdi>
                        </span>
                    </p>
                </div>
                <span class="item__when">
                    <time datetime=due.to_string()>{catalogue::day(due)}</time>
                </span>
                {remove(move || title.clone(), move || {
                    sitting.do_it(deeds::DELETE, |partner, _| partner.remove::<Commitment>(id));
                })}
            </li>
        })
    }
}

/// Closes the meeting, or says that it is closed.
#[component]
fn Closing(sitting: Sitting) -> impl IntoView {
    let errors = FormErrors::new();
    let closed_on = Memo::new(move |_| sitting.told(|meeting| meeting.closed_on).flatten());
    let is_held = Memo::new(move |_| sitting.told(|meeting| meeting.held_on.is_some()).unwrap_or(false));
    let steps = move || sitting.read(|partner| partner.next_steps(sitting.id).len()).unwrap_or_default();
    // What was wrong may be right once the steps change.
    Effect::new(move |_| {
        let _ = steps();
        errors.clear();
    });
    let close = move |_| {
        errors.clear();
        let closed = sitting.change(deeds::CLOSE_MEETING, |partner, moment| {
            partner.close_meeting(sitting.id, moment.today())
        });
        if let Err(declined) = closed {
            errors.show_declined(&declined);
        }
    };
    move || match (is_held.get(), closed_on.get()) {
        (false, _) => None,
        (true, Some(on)) => {
            let words = move || words::closed(on, steps());
            Some(
                view! { <div class="panel__foot"><Icon name="check" /><span>{words}</span></div> }.into_any(),
            )
        }
        (true, None) => Some(
            view! {
                <div class="panel__foot">
                    <button class="button" type="button" on:click=close>
                        {deeds::CLOSE_MEETING.doing}
                    </button>
                    <span>{words::CLOSE_WHY}</span>
                    <FormSummary errors />
                </div>
            }
            .into_any(),
        ),
    }
}
