//! What is promised and not done yet; each finished, moved or dropped where it stands.

use std::sync::Arc;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::domain::partner::TimelineKind;
use crate::domain::{
    Commitment, Date, Entry, Field, Id, Line, Milestone, Partner, PartnerId, Promise, Refusal, Side,
};
use crate::kit::{DateField, Icon, TextField};
use crate::parts::form::{FormErrors, FormSummary};
use crate::parts::words;
use crate::state::deeds::{self, Deed};
use crate::state::desk::Desk;
use crate::state::notices::Offer;

use super::Open;

/// The open promises and milestones, first due first.
#[component]
pub fn OpenPromises(
    id: PartnerId,
    partner: Memo<Option<Arc<Partner>>>,
    open: RwSignal<Open>,
) -> impl IntoView {
    let desk = Desk::of_page();
    let keys = Memo::new(move |_| {
        let today = desk.today();
        partner.with(|partner| partner.as_ref().map(|partner| open_keys(partner, today)).unwrap_or_default())
    });
    view! {
        <section class="section" aria-labelledby="promises">
            <div class="section__head">
                <h2 id="promises">"Open promises"</h2>
                <span class="count">{move || keys.with(Vec::len)}</span>
                <button
                    class="button button--line push screen-only"
                    data-size="small"
                    type="button"
                    on:click=move |_| open.set(Open::New(TimelineKind::Commitment))
                >
                    "Add"
                </button>
            </div>
            {move || {
                keys.with(Vec::is_empty)
                    .then(|| {
                        view! {
                            <p class="quiet">"Nothing is promised. A dated next step keeps a partnership moving."</p>
                        }
                    })
            }}
            <ul class="items promises">
                <For each=move || keys.get() key=|key| *key let:key>
                    {match key {
                        Key::Promise(promise) => view! { <OpenItem id promise partner open /> }.into_any(),
                        Key::Milestone(promise) => view! { <OpenItem id promise partner open /> }.into_any(),
                    }}
                </For>
            </ul>
        </section>
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    Promise(Id<Commitment>),
    Milestone(Id<Milestone>),
}

fn open_keys(partner: &Partner, today: Date) -> Vec<Key> {
    let promises = partner
        .commitments
        .iter()
        .filter_map(|(id, promise)| Some((promise.dates.open_due(today)?, Key::Promise(*id))));
    let milestones = partner
        .milestones
        .iter()
        .filter_map(|(id, milestone)| Some((milestone.dates.open_due(today)?, Key::Milestone(*id))));
    let mut keys: Vec<_> = promises.chain(milestones).collect();
    keys.sort_by_key(|(due, _)| *due);
    keys.into_iter().map(|(_, key)| key).collect()
}

/// What promises and milestones have in common on this page.
trait Promised: Entry + Send + Sync + 'static {
    const FINISH: Deed;
    const KIND: TimelineKind;

    fn dates(&self) -> &Promise;
    fn dates_mut(&mut self) -> &mut Promise;
    fn what(&self) -> String;
    fn icon(&self) -> &'static str;
    fn whose(&self) -> String;
}

impl Promised for Commitment {
    const FINISH: Deed = deeds::KEEP_PROMISE;
    const KIND: TimelineKind = TimelineKind::Commitment;

    fn dates(&self) -> &Promise {
        &self.dates
    }

    fn dates_mut(&mut self) -> &mut Promise {
        &mut self.dates
    }

    fn what(&self) -> String {
        self.what.to_string()
    }

    fn icon(&self) -> &'static str {
        if self.side == Side::Ours { "ours" } else { "theirs" }
    }

    fn whose(&self) -> String {
        let side = if self.side == Side::Ours { "Ours" } else { "Theirs" };
        self.person.as_ref().map_or_else(|| side.to_owned(), |person| format!("{side}, {person}"))
    }
}

impl Promised for Milestone {
    const FINISH: Deed = deeds::REACH_MILESTONE;
    const KIND: TimelineKind = TimelineKind::Milestone;

    fn dates(&self) -> &Promise {
        &self.dates
    }

    fn dates_mut(&mut self) -> &mut Promise {
        &mut self.dates
    }

    fn what(&self) -> String {
        self.what.to_string()
    }

    fn icon(&self) -> &'static str {
        "both"
    }

    fn whose(&self) -> String {
        "Milestone of both sides".to_owned()
    }
}

/// What is asked beneath a promise.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asking {
    Nothing,
    NewDate,
    WhyDropped,
}

/// One open promise or milestone. Shows nothing once it is closed or deleted.
#[component]
fn OpenItem<P: Promised>(
    id: PartnerId,
    promise: Id<P>,
    partner: Memo<Option<Arc<Partner>>>,
    open: RwSignal<Open>,
) -> impl IntoView {
    let desk = Desk::of_page();
    let asking = RwSignal::new(Asking::Nothing);
    let record = Memo::new(move |_| {
        partner.with(|partner| partner.as_ref().and_then(|partner| partner.entry(promise).cloned()))
    });
    let finish = move |_| {
        let result = desk.change(P::FINISH, |workspace, moment| {
            let today = moment.today();
            workspace
                .partner_mut(id)?
                .amend(promise, today, |record: &mut P| record.dates_mut().keep(today, today))
        });
        if let Err(declined) = result {
            desk.say(&declined.sentence, Offer::Nothing);
        }
    };
    let item = move || {
        let today = desk.today();
        let record = record.get()?;
        let due = record.dates().open_due(today)?;
        let (due_words, urgency) = words::due(due, today);
        let what = record.what();
        let moved = record.dates().times_moved_by(today);
        Some(view! {
            <li class="item">
                <label class="tick-target screen-only">
                    <input
                        class="tick"
                        type="checkbox"
                        aria-label=format!("{}: {what}", P::FINISH.doing)
                        on:change=finish
                    />
                </label>
                <div class="item__body">
                    <p class="item__title">
                        <bdi>{what.clone()}</bdi>
                    </p>
                    <p class="item__meta">
                        <span class="side">
                            <Icon name=record.icon() />
                            <bdi>{record.whose()}</bdi>
                        </span>
                        {(moved > 0)
                            .then(|| {
                                let times = match moved {
                                    1 => "moved once".to_owned(),
                                    times => format!("moved {times} times"),
                                };
                                view! { <span>{times}</span> }
                            })}
                    </p>
                    <p class="cluster screen-only" data-gap="1">
                        <SmallDeed words="New date" what=what.clone() on_click=move |()| asking.set(Asking::NewDate) />
                        <SmallDeed
                            words="Edit"
                            what=what.clone()
                            on_click=move |()| open.set(Open::Correct(P::KIND, promise.bits()))
                        />
                        <SmallDeed words="Drop" what on_click=move |()| asking.set(Asking::WhyDropped) />
                    </p>
                </div>
                <span class="item__when" data-when=urgency>
                    <time datetime=due.to_string()>{due_words}</time>
                </span>
            </li>
        })
    };
    let question = move || match asking.get() {
        Asking::Nothing => None,
        Asking::NewDate => Some(view! { <NewDate id promise asking /> }.into_any()),
        Asking::WhyDropped => Some(view! { <WhyDropped id promise asking /> }.into_any()),
    };
    view! {
        {item}
        {question}
    }
}

#[component]
fn SmallDeed(words: &'static str, what: String, #[prop(into)] on_click: Callback<()>) -> impl IntoView {
    view! {
        <button
            class="button button--line"
            data-size="small"
            type="button"
            aria-label=format!("{words}: {what}")
            on:click=move |_| on_click.run(())
        >
            {words}
        </button>
    }
}

/// Asks for a new due day.
#[component]
fn NewDate<P: Promised>(id: PartnerId, promise: Id<P>, asking: RwSignal<Asking>) -> impl IntoView {
    let errors = FormErrors::new();
    let due = RwSignal::new(String::new());
    let amend = Callback::new(move |()| {
        let to = Refusal::date(Field::Due, &due.get_untracked());
        amend_or_show(id, promise, deeds::MOVE_DUE, errors, asking, to, |dates, to, today| {
            dates.move_to(today, to)
        });
    });
    view! {
        <Question title="New date" errors asking amend>
            <DateField label="New due date" value=due error=errors.at(Field::Due) />
        </Question>
    }
}

/// Asks why a promise is given up.
#[component]
fn WhyDropped<P: Promised>(id: PartnerId, promise: Id<P>, asking: RwSignal<Asking>) -> impl IntoView {
    let errors = FormErrors::new();
    let reason = RwSignal::new(String::new());
    let amend = Callback::new(move |()| {
        let reason = Line::<500>::parse(Field::Reason, &reason.get_untracked());
        amend_or_show(id, promise, deeds::DROP_PROMISE, errors, asking, reason, |dates, reason, today| {
            dates.drop_it(today, reason, today)
        });
    });
    view! {
        <Question title="Drop" errors asking amend>
            <TextField label="Why is it dropped?" value=reason error=errors.at(Field::Reason) focus=true />
        </Question>
    }
}

fn amend_or_show<P: Promised, A>(
    id: PartnerId,
    promise: Id<P>,
    deed: Deed,
    errors: FormErrors,
    asking: RwSignal<Asking>,
    answer: Result<A, Refusal>,
    verb: impl FnOnce(&mut Promise, A, Date) -> Result<(), Refusal>,
) {
    errors.clear();
    let answer = match answer {
        Ok(answer) => answer,
        Err(refusal) => return errors.show_refusal(&refusal),
    };
    let result = Desk::of_page().change(deed, |workspace, moment| {
        let today = moment.today();
        workspace
            .partner_mut(id)?
            .amend(promise, today, |record: &mut P| verb(record.dates_mut(), answer, today))
    });
    match result {
        Ok(()) => asking.set(Asking::Nothing),
        Err(declined) => errors.show_declined(&declined),
    }
}

/// A small form beneath a promise.
#[component]
fn Question(
    title: &'static str,
    errors: FormErrors,
    asking: RwSignal<Asking>,
    amend: Callback<()>,
    children: Children,
) -> impl IntoView {
    view! {
        <li>
            <form
                class="stack question"
                data-gap="2"
                aria-label=title
                novalidate
                on:submit=move |event: SubmitEvent| {
                    event.prevent_default();
                    amend.run(());
                }
                on:keydown=move |event| {
                    if event.key() == "Escape" {
                        asking.set(Asking::Nothing);
                    }
                }
            >
                {children()}
                <FormSummary errors />
                <div class="cluster">
                    <button class="button button--primary" data-size="small" type="submit">
                        {title}
                    </button>
                    <button
                        class="button button--quiet"
                        data-size="small"
                        type="button"
                        on:click=move |_| asking.set(Asking::Nothing)
                    >
                        "Cancel"
                    </button>
                </div>
            </form>
        </li>
    }
}
