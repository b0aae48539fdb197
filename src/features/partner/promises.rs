//! What is promised and not done yet; each finished, moved or dropped where it stands.

use std::sync::Arc;

use leptos::prelude::*;

use crate::catalogue::{self, Word};
use crate::domain::order::sorted_by_key;
use crate::domain::partner::TimelineKind;
use crate::domain::{
    Commitment, Date, Field, Id, Line, Milestone, Partner, PartnerId, Promise, Refusal, Side,
};
use crate::kit::{DateField, Form, Icon, TextField};
use crate::parts::form::{FormErrors, FormSummary};
use crate::state::deeds::{self, Deed};
use crate::state::desk::{Declined, Desk};
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
                    <OpenItem id key partner open />
                </For>
            </ul>
        </section>
    }
}

/// A promise or a milestone; they differ in little here.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    Promise(Id<Commitment>),
    Milestone(Id<Milestone>),
}

impl Key {
    fn finish(self) -> Deed {
        match self {
            Self::Promise(_) => deeds::KEEP_PROMISE,
            Self::Milestone(_) => deeds::REACH_MILESTONE,
        }
    }

    fn correct(self) -> Open {
        match self {
            Self::Promise(id) => Open::Correct(TimelineKind::Commitment, id.bits()),
            Self::Milestone(id) => Open::Correct(TimelineKind::Milestone, id.bits()),
        }
    }

    fn amend(
        self,
        partner: &mut Partner,
        today: Date,
        verb: impl FnOnce(&mut Promise) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        match self {
            Self::Promise(id) => partner.amend(id, today, |record: &mut Commitment| verb(&mut record.dates)),
            Self::Milestone(id) => partner.amend(id, today, |record: &mut Milestone| verb(&mut record.dates)),
        }
    }

    fn tell(self, partner: &Partner, today: Date) -> Option<Told> {
        let (icon, what, whose, dates) = match self {
            Self::Promise(id) => {
                let promise = partner.entry(id)?;
                let icon = if promise.side == Side::Ours { "ours" } else { "theirs" };
                let side = promise.side.word();
                let whose = promise.person.as_ref().map(|person| format!("{side}, {person}"));
                (icon, promise.what.to_string(), whose.unwrap_or_else(|| side.to_owned()), &promise.dates)
            }
            Self::Milestone(id) => {
                let milestone = partner.entry(id)?;
                ("both", milestone.what.to_string(), "Milestone of both sides".to_owned(), &milestone.dates)
            }
        };
        Some(Told {
            icon,
            what,
            whose,
            due: dates.open_due(today)?,
            times_moved: dates.times_moved_by(today),
        })
    }
}

/// An open promise in the words of the list.
#[derive(Clone, PartialEq)]
struct Told {
    icon: &'static str,
    what: String,
    whose: String,
    due: Date,
    times_moved: usize,
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
    let keys: Vec<_> = promises.chain(milestones).collect();
    sorted_by_key(keys, |(due, _)| *due).into_iter().map(|(_, key)| key).collect()
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
fn OpenItem(
    id: PartnerId,
    key: Key,
    partner: Memo<Option<Arc<Partner>>>,
    open: RwSignal<Open>,
) -> impl IntoView {
    let desk = Desk::of_page();
    let asking = RwSignal::new(Asking::Nothing);
    let told = Memo::new(move |_| {
        let today = desk.today();
        partner.with(|partner| key.tell(partner.as_ref()?, today))
    });
    let finish = move |_| {
        let result = amend(id, key, key.finish(), |dates, today| dates.keep(today, today));
        if let Err(declined) = result {
            desk.say(&declined.sentence, Offer::Nothing);
        }
    };
    let item = move || {
        let Told { icon, what, whose, due, times_moved } = told.get()?;
        let (due_words, urgency) = catalogue::due(due, desk.today());
        let moved = match times_moved {
            0 => None,
            1 => Some("moved once".to_owned()),
            times => Some(format!("moved {times} times")),
        };
        Some(view! {
            <li class="item">
                <label class="tick-target screen-only">
                    <input
                        class="tick"
                        type="checkbox"
                        aria-label=format!("{}: {what}", key.finish().doing)
                        on:change=finish
                    />
                </label>
                <div class="item__body">
                    <p class="item__title">
                        <bdi>{what.clone()}</bdi>
                    </p>
                    <p class="item__meta">
                        <span class="side">
                            <Icon name=icon />
                            <bdi>{whose}</bdi>
                        </span>
                        {moved.map(|moved| view! { <span>{moved}</span> })}
                    </p>
                    <p class="cluster screen-only" data-gap="1">
                        <SmallDeed
                            words="New date"
                            what=what.clone()
                            on_click=Callback::new(move |()| asking.set(Asking::NewDate))
                        />
                        <SmallDeed
                            words="Edit"
                            what=what.clone()
                            on_click=Callback::new(move |()| open.set(key.correct()))
                        />
                        <SmallDeed
                            words="Drop"
                            what
                            on_click=Callback::new(move |()| asking.set(Asking::WhyDropped))
                        />
                    </p>
                </div>
                <span class="item__when" data-when=urgency>
                    <time datetime=due.to_string()>{due_words}</time>
                </span>
            </li>
        })
    };
    let question = move || (asking.get() != Asking::Nothing).then(|| view! { <Question id key asking /> });
    view! {
        {item}
        {question}
    }
}

fn amend(
    id: PartnerId,
    key: Key,
    deed: Deed,
    verb: impl FnOnce(&mut Promise, Date) -> Result<(), Refusal>,
) -> Result<(), Declined> {
    Desk::of_page().change(deed, |workspace, moment| {
        let today = moment.today();
        key.amend(workspace.partner_mut(id)?, today, |dates| verb(dates, today))
    })
}

#[component]
fn SmallDeed(words: &'static str, what: String, on_click: Callback<()>) -> impl IntoView {
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

/// What was answered.
enum Answer {
    NewDate(Date),
    Reason(Line<500>),
}

/// Asks for a new due day, or why a promise is dropped, in a small form beneath it.
#[component]
fn Question(id: PartnerId, key: Key, asking: RwSignal<Asking>) -> impl IntoView {
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
        let result = amend(id, key, deed, |dates, today| match answer {
            Answer::NewDate(to) => dates.move_to(today, to),
            Answer::Reason(reason) => dates.drop_it(today, reason, today),
        });
        match result {
            Ok(()) => asking.set(Asking::Nothing),
            Err(declined) => errors.show_declined(&declined),
        }
    };
    let field = if is_date {
        view! { <DateField label="New due date" value=typed error=errors.at(Field::Due) /> }.into_any()
    } else {
        view! { <TextField label="Why is it dropped?" value=typed error=errors.at(Field::Reason) focus=true /> }
            .into_any()
    };
    view! {
        <li>
            <Form
                class="stack question"
                label=deed.doing
                on_send=Callback::new(send)
                on_leave=Callback::new(move |()| asking.set(Asking::Nothing))
            >
                {field}
                <FormSummary errors />
                <div class="cluster">
                    <button class="button button--primary" data-size="small" type="submit">
                        {deed.doing}
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
            </Form>
        </li>
    }
}
