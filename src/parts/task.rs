//! An open promise or milestone, finished, moved or dropped where it stands.

use leptos::prelude::*;

use crate::catalogue::{self, Word, partner as words};
use crate::domain::agenda::{Asked, Task};
use crate::domain::{Commitment, Date, Field, Line, Milestone, Partner, PartnerId, Promise, Refusal, Side};
use crate::kit::later::arriving_view;
use crate::kit::{DateField, Form, Icon, TextField, row_button};
use crate::route::Route;
use crate::state::deeds::{self, Deed};
use crate::state::desk::{Declined, Desk};
use crate::state::notices::Offer;

use super::form::{FormErrors, FormSummary, form_deeds};
use super::put_off::{later_button, later_question};

/// The id of the box that finishes a task.
pub fn tick_id(task: Task) -> String {
    format!("tick-{}", task.bits())
}

/// What is asked beneath a task.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asking {
    Nothing,
    NewDate,
    WhyDropped,
}

/// A task in the words of a list.
#[derive(Clone, PartialEq)]
struct Told {
    icon: &'static str,
    what: String,
    whose: String,
    due: Date,
    times_moved: usize,
    partner: String,
}

fn tell(task: Task, partner: &Partner, today: Date) -> Option<Told> {
    let (icon, what, whose, dates) = match task {
        Task::Promise(id) => {
            let promise = partner.entry::<Commitment>(id)?;
            let icon = if promise.side == Side::Ours { "ours" } else { "theirs" };
            let whose = words::whose(promise.side.word(), promise.person.as_ref().map(Line::as_str));
            (icon, promise.what.to_string(), whose, &promise.dates)
        }
        Task::Milestone(id) => {
            let milestone = partner.entry::<Milestone>(id)?;
            ("both", milestone.what.to_string(), words::BOTH_SIDES.to_owned(), &milestone.dates)
        }
    };
    Some(Told {
        icon,
        what,
        whose,
        due: dates.open_due(today)?,
        times_moved: dates.times_moved_by(today),
        partner: partner.profile.name.to_string(),
    })
}

/// An open task as its icon, what it is, and whose.
pub fn told_in_words(task: Task, partner: &Partner, today: Date) -> Option<(&'static str, String, String)> {
    let Told { icon, what, whose, .. } = tell(task, partner, today)?;
    Some((icon, what, whose))
}

const fn finishing(task: Task) -> Deed {
    match task {
        Task::Promise(_) => deeds::KEEP_PROMISE,
        Task::Milestone(_) => deeds::REACH_MILESTONE,
    }
}

// What changes something is no part of the first load, which shows tasks on Today; it comes with the desk's.
mod deed {
    use super::{Desk, PartnerId, Task, finish};

    crate::apart! {
        mod changing(desk: Desk, partner: PartnerId, task: Task) -> () { finish(desk, partner, task) }
    }

    /// Finishes a task. Without the module nothing happens, and the row stays.
    pub fn finish_it(desk: Desk, partner: PartnerId, task: Task) {
        leptos::task::spawn_local(async move {
            let _ = changing::run(desk, partner, task).await;
        });
    }
}
crate::apart! {
    mod changing(partner: PartnerId, task: Task, asking: RwSignal<Asking>) {
        view! { <Question partner task asking /> }
    }
}

/// One task as a list item. Shows nothing once it is closed or deleted.
#[component]
pub fn TaskItem(
    /// Whose dossier it is in.
    partner: PartnerId,
    /// Which.
    task: Task,
    /// Opens the form that corrects it; without one the item says whose partner it is and leads there.
    #[prop(optional)]
    on_edit: Option<Callback<()>>,
    /// Takes it along to a calendar, where there is room for a button that does.
    #[prop(optional)]
    on_calendar: Option<Callback<()>>,
) -> impl IntoView {
    let desk = Desk::of_page();
    let asking = RwSignal::new(Asking::Nothing);
    let is_put_off = RwSignal::new(false);
    let told = Memo::new(move |_| {
        let today = desk.today();
        desk.read(|workspace| tell(task, workspace.partner(partner)?, today))
    });
    let item = move || {
        let Told { icon, what, whose, due, times_moved, partner: name } = told.get()?;
        let (due_words, urgency) = catalogue::due(due, desk.today());
        let moved = words::moved(times_moved);
        let leads = on_edit.is_none().then(|| {
            let href = Route::Partner(partner).href();
            view! { <a href=href><bdi>{name}</bdi></a> }
        });
        let ask = move |what| Callback::new(move |()| asking.set(what));
        let drop = small_deed(words::DROP, &what, ask(Asking::WhyDropped));
        // Once it is due a new date does not count any more (ADR 4).
        let is_early = desk.today() < due;
        let new_date = is_early.then(|| small_deed(words::NEW_DATE, &what, ask(Asking::NewDate)));
        // A list of one partner has room for every deed; on the page of the day a row stays one line.
        let (all, one) = match on_edit {
            Some(on_edit) => {
                let edit = small_deed(words::EDIT, &what, on_edit);
                let calendar =
                    on_calendar.map(|take| small_deed(catalogue::calendar::TO_CALENDAR, &what, take));
                let all = view! {
                    <p class="cluster screen-only" data-gap="1">
                        {new_date} {edit} {drop} {calendar}
                    </p>
                };
                (Some(all), None)
            }
            None => {
                let later = later_button(is_put_off, &what);
                (None, Some(view! { <div class="item__actions">{drop} {later}</div> }))
            }
        };
        Some(view! {
            <li class="item">
                <label class="tick-target screen-only">
                    <input
                        class="tick"
                        type="checkbox"
                        id=tick_id(task)
                        aria-label=words::about(finishing(task).doing, &what)
                        on:change=move |_| deed::finish_it(desk, partner, task)
                    />
                </label>
                <div class="item__body">
                    <p class="item__title">
                        <bdi>{what}</bdi>
                    </p>
                    <p class="item__meta">
                        <span class="side">
                            <Icon name=icon />
                            <bdi>{whose}</bdi>
                        </span>
                        {leads}
                        {moved.map(|moved| view! { <span>{moved}</span> })}
                    </p>
                    {all}
                </div>
                <span class="item__when" data-when=urgency>
                    <time datetime=due.to_string()>{due_words}</time>
                </span>
                {one}
            </li>
        })
    };
    let question = move || {
        (asking.get() != Asking::Nothing).then(|| arriving_view(changing::view(partner, task, asking)))
    };
    view! {
        {item}
        {question}
        {later_question(Asked::task_id(task), is_put_off)}
    }
}

fn finish(desk: Desk, partner: PartnerId, task: Task) {
    let result = amend(desk, partner, task, finishing(task), |dates, today| dates.keep(today, today));
    if let Err(declined) = result {
        desk.say(&declined.sentence, Offer::Nothing);
    }
}

fn amend(
    desk: Desk,
    partner: PartnerId,
    task: Task,
    deed: Deed,
    verb: impl FnOnce(&mut Promise, Date) -> Result<(), Refusal>,
) -> Result<(), Declined> {
    desk.change(deed, |workspace, moment| {
        let today = moment.today();
        let dossier = workspace.partner_mut(partner)?;
        match task {
            Task::Promise(id) => {
                dossier.amend(id, today, |record: &mut Commitment| verb(&mut record.dates, today))
            }
            Task::Milestone(id) => {
                dossier.amend(id, today, |record: &mut Milestone| verb(&mut record.dates, today))
            }
        }
    })
}

fn small_deed(words: &'static str, what: &str, on_click: Callback<()>) -> AnyView {
    row_button(words, words::about(words, what), move || on_click.run(()))
}

/// What was answered.
enum Answer {
    NewDate(Date),
    Reason(Line<500>),
}

/// Asks for a new due day, or why a task is dropped, in a small form beneath it.
#[component]
fn Question(partner: PartnerId, task: Task, asking: RwSignal<Asking>) -> impl IntoView {
    let desk = Desk::of_page();
    let errors = FormErrors::new();
    let typed = RwSignal::new(String::new());
    let is_date = asking.get_untracked() == Asking::NewDate;
    let deed = if is_date { deeds::MOVE_DUE } else { deeds::DROP_PROMISE };
    let read = move |typed: &str| -> Result<Answer, Refusal> {
        if is_date {
            Refusal::date(Field::Due, typed).map(Answer::NewDate)
        } else {
            Line::parse(Field::Reason, typed).map(Answer::Reason)
        }
    };
    let send = move |()| {
        errors.clear();
        let answer = match typed.with_untracked(|typed| read(typed)) {
            Ok(answer) => answer,
            Err(refusal) => return errors.show_refusal(&refusal),
        };
        let result = amend(desk, partner, task, deed, |dates, today| match answer {
            Answer::NewDate(to) => dates.move_to(today, to),
            Answer::Reason(reason) => dates.drop_it(today, reason, today),
        });
        match result {
            Ok(()) => asking.set(Asking::Nothing),
            Err(declined) => errors.show_declined(&declined),
        }
    };
    let leave = Callback::new(move |()| asking.set(Asking::Nothing));
    let field = if is_date {
        view! { <DateField label=words::NEW_DUE value=typed error=errors.at(Field::Due) /> }.into_any()
    } else {
        view! { <TextField label=words::WHY_DROPPED value=typed error=errors.at(Field::Reason) focus=true /> }
            .into_any()
    };
    view! {
        <li>
            <Form
                class="stack question"
                label=deed.doing
                on_send=Callback::new(send)
                on_leave=leave
            >
                {field}
                <FormSummary errors />
                {form_deeds(deed.doing, leave)}
            </Form>
        </li>
    }
}
