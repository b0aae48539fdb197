//! What is promised and not done yet; each finished, moved or dropped where it stands.

use leptos::prelude::*;

use crate::catalogue::{self, Word, partner as words};
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

use super::history::{Records, Which};
use super::subject::{Open, Place, Subject, tick_id};

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
    open_keys(partner, today).len()
}

/// The open promises and milestones, first due first.
#[component]
pub fn OpenPromises(subject: Subject) -> impl IntoView {
    let desk = Desk::of_page();
    let keys = Memo::new(move |before: Option<&Vec<Key>>| {
        let today = desk.today();
        let mut keys = subject.read(|partner| open_keys(partner, today)).unwrap_or_default();
        let open = subject.open.get();
        // What was closed elsewhere while its form is open stays, and with it what was typed.
        let place = before.and_then(|keys| keys.iter().position(|key| key.correct() == open));
        if let Some((place, kept)) = place.and_then(|place| Some((place, *before?.get(place)?)))
            && !keys.contains(&kept)
        {
            keys.insert(place.min(keys.len()), kept);
        }
        keys
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
            {move || keys.with(Vec::is_empty).then(|| view! { <p class="quiet">{words::NOTHING_PROMISED}</p> })}
            <ul class="items promises">
                <For each=move || keys.get() key=|key| *key let:key>
                    <OpenItem key subject />
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

    fn bits(self) -> u128 {
        match self {
            Self::Promise(id) => id.bits(),
            Self::Milestone(id) => id.bits(),
        }
    }

    fn correct(self) -> Open {
        match self {
            Self::Promise(id) => Open::Correct(TimelineKind::Commitment, id.bits(), Place::Promises),
            Self::Milestone(id) => Open::Correct(TimelineKind::Milestone, id.bits(), Place::Promises),
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
                let whose = words::whose(promise.side.word(), promise.person.as_ref().map(Line::as_str));
                (icon, promise.what.to_string(), whose, &promise.dates)
            }
            Self::Milestone(id) => {
                let milestone = partner.entry(id)?;
                ("both", milestone.what.to_string(), words::BOTH_SIDES.to_owned(), &milestone.dates)
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
fn OpenItem(key: Key, subject: Subject) -> impl IntoView {
    let desk = Desk::of_page();
    let id = subject.id;
    let asking = RwSignal::new(Asking::Nothing);
    let told = Memo::new(move |_| {
        let today = desk.today();
        subject.read(|partner| key.tell(partner, today)).flatten()
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
        let moved = words::moved(times_moved);
        Some(view! {
            <li class="item">
                <label class="tick-target screen-only">
                    <input
                        class="tick"
                        type="checkbox"
                        id=tick_id(key.bits())
                        aria-label=words::about(key.finish().doing, &what)
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
                            words=words::NEW_DATE
                            what=what.clone()
                            on_click=Callback::new(move |()| asking.set(Asking::NewDate))
                        />
                        <SmallDeed
                            words=words::EDIT
                            what=what.clone()
                            on_click=Callback::new(move |()| subject.open(key.correct()))
                        />
                        <SmallDeed
                            words=words::DROP
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
    let form = subject.form_beneath(key.correct());
    view! {
        {item}
        {question}
        {move || form().map(|form| view! { <li>{form}</li> })}
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
            aria-label=words::about(words, &what)
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
                        {words::CANCEL}
                    </button>
                </div>
            </Form>
        </li>
    }
}
