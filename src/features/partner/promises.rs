//! What is promised and not done yet; each finished, moved or dropped where it stands.

use leptos::prelude::*;

use crate::catalogue::partner as words;
use crate::domain::agenda::{self, Task};
use crate::domain::order::sorted_by_key;
use crate::domain::partner::TimelineKind;
use crate::domain::{Date, Partner};
use crate::parts::calendar::{Wanted, take};
use crate::parts::task::TaskItem;
use crate::state::deeds;
use crate::state::desk::Desk;

use super::history::{Records, Which};
use super::subject::{Open, Place, Subject};

/// Open promises and milestones, and those that were closed.
#[component]
pub fn PromisesTab(subject: Subject) -> impl IntoView {
    view! {
        <div class="stack" data-gap="8">
            <OpenPromises subject />
            <Records subject which=Which::Closed heading=words::CLOSED_PROMISES empty=words::NOTHING_CLOSED />
        </div>
    }
}

/// How many promises and milestones are open.
pub fn count_open(partner: &Partner, today: Date) -> usize {
    open_tasks(partner, today).len()
}

/// The open promises and milestones, first due first.
#[component]
pub fn OpenPromises(subject: Subject) -> impl IntoView {
    let desk = Desk::of_page();
    let tasks = Memo::new(move |before: Option<&Vec<Task>>| {
        let today = desk.today();
        let mut tasks = subject.read(|partner| open_tasks(partner, today)).unwrap_or_default();
        let open = subject.open.get();
        // What was closed elsewhere while its form is open stays, and with it what was typed.
        let place = before.and_then(|tasks| tasks.iter().position(|task| correct(*task) == open));
        if let Some((place, kept)) = place.and_then(|place| Some((place, *before?.get(place)?)))
            && !tasks.contains(&kept)
        {
            tasks.insert(place.min(tasks.len()), kept);
        }
        tasks
    });
    let count = move || {
        let today = desk.today();
        subject.read(|partner| count_open(partner, today))
    };
    view! {
        <section class="section" aria-labelledby="promises">
            <div class="section__head">
                <h2 id="promises">{words::OPEN_PROMISES}</h2>
                <span class="count">{count}</span>
                <button
                    class="button button--line push screen-only"
                    data-size="small"
                    type="button"
                    aria-label=deeds::ADD_PROMISE.doing
                    on:click=move |_| subject.open(Open::New(TimelineKind::Commitment, Place::Promises))
                >
                    {words::ADD}
                </button>
            </div>
            {subject.form_at(Place::Promises)}
            {move || tasks.with(Vec::is_empty).then(|| view! { <p class="quiet">{words::NOTHING_PROMISED}</p> })}
            <ul class="items promises">
                <For each=move || tasks.get() key=|task| *task let:task>
                    <OpenItem task subject />
                </For>
            </ul>
        </section>
    }
}

/// The form that corrects a task, beneath it.
fn correct(task: Task) -> Open {
    match task {
        Task::Promise(id) => Open::Correct(TimelineKind::Commitment, id.bits(), Place::Promises),
        Task::Milestone(id) => Open::Correct(TimelineKind::Milestone, id.bits(), Place::Promises),
    }
}

fn open_tasks(partner: &Partner, today: Date) -> Vec<Task> {
    let tasks = agenda::open_tasks(partner, today).map(|(due, task, _)| (due, task)).collect();
    sorted_by_key(tasks, |(due, _)| *due).into_iter().map(|(_, task)| task).collect()
}

/// One open promise or milestone, and the form that corrects it.
#[component]
fn OpenItem(task: Task, subject: Subject) -> impl IntoView {
    let form = subject.form_beneath(correct(task));
    let on_edit = Callback::new(move |()| subject.open(correct(task)));
    let desk = Desk::of_page();
    let on_calendar = Callback::new(move |()| take(desk, Wanted::Task(subject.id, task)));
    view! {
        <TaskItem partner=subject.id task on_edit on_calendar />
        {move || form().map(|form| view! { <li>{form}</li> })}
    }
}
