//! Short lists of facts beside the page: the ask, intent signals, breaches and escalations.

use leptos::prelude::*;

use crate::catalogue::{companion as words, partner as common};
use crate::domain::fact::FactKind;
use crate::domain::order::sorted_by;
use crate::domain::partner::{TimelineItem, TimelineKind};
use crate::domain::{Date, Entry, Fact};
use crate::kit::{Tag, row_button};
use crate::state::deeds;
use crate::state::desk::Desk;

use super::super::history::HistoryItem;
use super::super::subject::{Open, Place, Subject};

/// The facts that `is_meant` picks as of today, latest first.
pub fn facts_of(subject: Subject, is_meant: fn(&Fact, Date) -> bool) -> Memo<Vec<TimelineItem>> {
    let desk = Desk::of_page();
    Memo::new(move |_| {
        let today = desk.today();
        let items = subject.read(|partner| {
            let meant = partner.facts.iter().filter(|(_, fact)| is_meant(fact, today));
            let item = |(id, fact): (&crate::domain::FactId, &Fact)| TimelineItem {
                on: fact.on(),
                id_bits: id.bits(),
                kind: TimelineKind::Fact(fact.kind()),
            };
            sorted_by(meant.map(item).collect(), |one, other| other.cmp(one))
        });
        items.unwrap_or_default()
    })
}

/// A list of facts, each corrected, settled and deleted where it stands.
pub fn list(subject: Subject, items: Memo<Vec<TimelineItem>>, place: Place, empty: &'static str) -> AnyView {
    view! {
        {move || items.with(Vec::is_empty).then(|| view! { <p class="quiet companion__empty">{empty}</p> })}
        <ul class="items history companion__items">
            <For each=move || items.get() key=|item| item.id_bits let:item>
                <HistoryItem item subject place />
            </For>
        </ul>
    }
    .into_any()
}

/// Opens the form of a new fact.
fn add(subject: Subject, kind: FactKind, place: Place, label: &'static str, shown: &'static str) -> AnyView {
    row_button(shown, label.to_owned(), move || subject.open(Open::NewFact(kind, 0, place)))
}

/// What we ask of them, and whether we gave first.
#[component]
pub fn AskSection(subject: Subject) -> impl IntoView {
    let desk = Desk::of_page();
    let latest = Memo::new(move |_| {
        let today = desk.today();
        subject.read(|partner| {
            let (id, ask) = partner.ask(today)?;
            let kind = TimelineKind::Fact(FactKind::Ask);
            Some(TimelineItem { on: ask.on, id_bits: id.bits(), kind })
        })
    });
    let items = Memo::new(move |_| latest.get().flatten().into_iter().collect::<Vec<_>>());
    let first = Memo::new(move |_| {
        let today = desk.today();
        subject.read(|partner| partner.give_first(today)).unwrap_or_default()
    });
    view! {
        <section class="section screen-only" aria-labelledby="ask">
            <div class="section__head">
                <h2 id="ask">{words::ASK}</h2>
                <span class="push">
                    {add(subject, FactKind::Ask, Place::Ask, deeds::NOTE_ASK.doing, words::NOTE_IT)}
                </span>
            </div>
            {subject.form_at(Place::Ask)}
            {list(subject, items, Place::Ask, words::NO_ASK)}
            <div class="give-first">
                <h3>
                    {words::GIVE_FIRST}
                    {move || {
                        let first = first.get();
                        let tone = first.is_flagged().then_some("warn");
                        view! { <Tag words=words::gave_first(&first) tone /> }
                    }}
                </h3>
                <p>{move || first.with(words::give_first)}</p>
            </div>
        </section>
    }
}

/// Signs of wanting partners that can still be acted on.
#[component]
pub fn Signals(subject: Subject) -> impl IntoView {
    let items = facts_of(subject, |fact, day| matches!(fact, Fact::Signal(signal) if signal.is_live(day)));
    let others = facts_of(subject, |fact, day| matches!(fact, Fact::Signal(signal) if !signal.is_live(day)));
    view! {
        <section class="section screen-only" aria-labelledby="signals">
            <div class="section__head">
                <h2 id="signals">{words::SIGNALS}</h2>
                <span class="count">{move || items.with(Vec::len)}</span>
                <span class="push">
                    {add(subject, FactKind::Signal, Place::Signals, deeds::LOG_SIGNAL.doing, common::LOG)}
                </span>
            </div>
            {subject.form_at(Place::Signals)}
            {list(subject, items, Place::Signals, words::NO_SIGNALS)}
            {in_history(others)}
        </section>
    }
}

/// Breaches and escalations that are open.
#[component]
pub fn Trouble(subject: Subject) -> impl IntoView {
    let items = facts_of(subject, is_open_trouble);
    let others = facts_of(subject, |fact, day| {
        matches!(fact, Fact::Breach(_) | Fact::Escalation(_)) && !is_open_trouble(fact, day)
    });
    view! {
        <section class="section screen-only" aria-labelledby="trouble">
            <div class="section__head">
                <h2 id="trouble">{words::TROUBLE}</h2>
                <span class="count">{move || items.with(Vec::len)}</span>
            </div>
            <div class="cluster companion__adds" data-gap="1">
                {add(subject, FactKind::Breach, Place::Trouble, deeds::LOG_BREACH.doing, words::ADD_BREACH)}
                {add(subject, FactKind::Escalation, Place::Trouble, deeds::LOG_ESCALATION.doing, words::ADD_ESCALATION)}
            </div>
            {subject.form_at(Place::Trouble)}
            {list(subject, items, Place::Trouble, words::NO_TROUBLE)}
            {in_history(others)}
        </section>
    }
}

/// Whether a fact is a breach in force or an open escalation.
pub fn is_open_trouble(fact: &Fact, day: Date) -> bool {
    let is_open =
        |on: Date, closed_on: Option<Date>| on <= day && closed_on.is_none_or(|closed| day < closed);
    match fact {
        Fact::Breach(fact) => is_open(fact.on, fact.cleared_on),
        Fact::Escalation(fact) => is_open(fact.on, fact.closed_on),
        _ => false,
    }
}

/// How many more there are, where they stand.
fn in_history(others: Memo<Vec<TimelineItem>>) -> AnyView {
    let told = move || {
        let count = others.with(Vec::len);
        (count > 0).then(|| view! { <p class="quiet companion__more">{words::in_history(count)}</p> })
    };
    told.into_any()
}
