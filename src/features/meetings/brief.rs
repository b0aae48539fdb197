//! What to know before one goes in: the person first, then what presses them, the ask, the hard questions, how they
//! decide, and what is still owed.

use leptos::prelude::*;

use crate::catalogue::{Word, meeting as words};
use crate::domain::agenda::{self, Task};
use crate::domain::fact::{Ask, AskKind};
use crate::domain::meeting::prep::{self, PrepPart, Pressure};
use crate::domain::meeting::{BriefPart, Probe};
use crate::domain::order::sorted_by_key;
use crate::domain::{Commitment, Contact, ContactId, Date, Fact, Field, Line, Note, Refusal};
use crate::kit::{ChoiceField, Form, Icon, Tag, TextField};
use crate::parts::choice::Choice;
use crate::parts::form::{FormErrors, FormSummary, form_deeds};
use crate::parts::person::{initials, standing};
use crate::parts::task::TaskItem;
use crate::route::Route;
use crate::state::deeds;
use crate::state::notices::Offer;

use super::decision::Decision;
use super::probes::Probes;
use super::sitting::Sitting;
use super::written::Written;

/// The brief.
#[component]
pub fn Brief(sitting: Sitting) -> impl IntoView {
    let missing = Memo::new(move |_| {
        let today = sitting.desk.today();
        // What was not prepared is of no use once it was held.
        let is_ahead = sitting.told(|meeting| meeting.held_on.is_none()).unwrap_or(false);
        let parts = sitting.told(|meeting| {
            sitting.desk.read(|workspace| {
                let partner = workspace.partner(sitting.partner)?;
                Some(prep::missing(workspace, partner, (sitting.id, meeting), today))
            })
        });
        parts.flatten().filter(|_| is_ahead).unwrap_or_default()
    });
    let is_open = move |part: PrepPart| Signal::derive(move || missing.with(|all| all.contains(&part)));
    let asked = move || {
        let probes = sitting.read(|partner| partner.meetings.of::<Probe>(sitting.id)).unwrap_or_default();
        let asked = probes.iter().filter(|(_, probe)| probe.answer.is_some()).count();
        (!probes.is_empty()).then(|| words::asked(asked, probes.len()))
    };
    let several = move || sitting.told(|meeting| meeting.theirs.len() > 1).unwrap_or(false);
    let people = move || if several() { words::THE_PEOPLE } else { words::THE_PERSON };
    let private = view! {
        <small class="screen-only">
            <Icon name="lock" size="s" />
            {words::PRIVATE}
        </small>
    };
    view! {
        <div class="brief" id="brief">
            <section class="brief__part" aria-labelledby="who">
                <div>
                    <h2 id="who">{people}</h2>
                    {private}
                    {to_do(is_open(PrepPart::Person))}
                </div>
                <div class="stack" data-gap="5">
                    {move || people_of(sitting)}
                </div>
            </section>
            <section class="brief__part" aria-labelledby="framing">
                <div>
                    <h2 id="framing">{words::PRESSURE}</h2>
                    {to_do(Signal::derive(move || {
                        missing.with(|all| all.contains(&PrepPart::Pressure) || all.contains(&PrepPart::Framing))
                    }))}
                </div>
                <PressureAndFraming sitting />
            </section>
            <section class="brief__part" aria-labelledby="ask">
                <div>
                    <h2 id="ask">{words::THE_ASK}</h2>
                    <small>{words::ASK_EARLY}</small>
                    {to_do(is_open(PrepPart::Ask))}
                </div>
                <div class="stack" data-gap="4">
                    <TheAsk sitting />
                    <div>
                        <h3 class="brief__label">{words::BRING}</h3>
                        <Written
                            sitting
                            part=BriefPart::Bring
                            label=words::BRING
                            hint=Signal::stored(words::BRING_HINT)
                        />
                    </div>
                </div>
            </section>
            <section class="brief__part" aria-labelledby="probes">
                <div>
                    <h2 id="probes">{words::PROBES}</h2>
                    <small>{asked}</small>
                    {to_do(is_open(PrepPart::Probes))}
                </div>
                <Probes sitting />
            </section>
            <Decision sitting is_open=is_open(PrepPart::Questions) />
            <section class="brief__part" aria-labelledby="open">
                <div>
                    <h2 id="open">{words::OPEN}</h2>
                </div>
                {open_promises(sitting)}
            </section>
        </div>
    }
}

/// Beside a part that is not whole.
pub fn to_do(is_open: Signal<bool>) -> AnyView {
    (move || {
        is_open.get().then(|| view! { <p class="screen-only"><Tag words=words::TO_DO tone="warn" /></p> })
    })
    .into_any()
}

// ---------------------------------------------------------------- the people

fn people_of(sitting: Sitting) -> Vec<AnyView> {
    let today = sitting.desk.today();
    let guests: Vec<(Option<ContactId>, Line<120>)> = sitting
        .told(|meeting| meeting.guests().map(|(contact, name)| (contact, name.clone())).collect())
        .unwrap_or_default();
    sitting.desk.read(|workspace| {
        guests
            .into_iter()
            .map(|(id, name)| match id.and_then(|id| Some((id, workspace.contacts.get(&id)?))) {
                Some((id, contact)) => known(sitting, id, contact, today),
                None => unknown(sitting, name, id.is_some()),
            })
            .collect()
    })
}

fn known(sitting: Sitting, id: ContactId, contact: &Contact, today: Date) -> AnyView {
    let research = &contact.research;
    let findings = [
        (words::PATH, &research.path),
        (words::SHARES, &research.shares),
        (words::SAID, &research.said),
        (words::CARES_ABOUT, &research.cares_about),
    ];
    let findings: Vec<_> =
        findings.into_iter().filter_map(|(what, words)| Some((what, words.as_ref()?))).map(finding).collect();
    let deed = if findings.is_empty() { words::RESEARCH } else { words::EDIT_RESEARCH };
    let told = if findings.is_empty() {
        view! { <p class="quiet">{words::NO_RESEARCH}</p> }.into_any()
    } else {
        view! { <dl class="findings">{findings}</dl> }.into_any()
    };
    let href = Route::Person(id).href();
    let name = contact.person.name.to_string();
    view! {
        <div class="stack" data-gap="3">
            {portrait(&name, standing(contact, sitting.partner, today), Some(href.clone()))}
            <div class="meeting__private">
                {told}
                <a class="button button--line" data-size="small" href=href aria-label=words::about(deed, &name)>
                    {deed}
                </a>
            </div>
        </div>
    }
    .into_any()
}

fn finding((what, words): (&'static str, &Note)) -> AnyView {
    view! {
        <div>
            <dt>{what}</dt>
            <dd dir="auto" class="written">
                {words.to_string()}
            </dd>
        </div>
    }
    .into_any()
}

/// Somebody who is a name alone, or was deleted.
fn unknown(sitting: Sitting, name: Line<120>, was_known: bool) -> AnyView {
    let shown = name.to_string();
    let told = if was_known { words::NO_LONGER_HERE } else { words::NOT_A_CONTACT };
    let add = move |_| {
        let name = name.clone();
        let whose = (sitting.partner, sitting.id);
        let done = sitting.desk.change(deeds::ADD_PERSON, |workspace, moment| {
            workspace.meet_somebody(whose, &name, moment).map(|_| ())
        });
        if let Err(declined) = done {
            sitting.desk.say(&declined.sentence, Offer::Nothing);
        }
    };
    let label = words::about(words::ADD_TO_PEOPLE, &shown);
    let button = (!was_known).then(|| {
        view! {
            <button class="button button--line" data-size="small" type="button" aria-label=label on:click=add>
                {words::ADD_TO_PEOPLE}
            </button>
        }
    });
    view! {
        <div class="stack" data-gap="2">
            {portrait(&shown, String::new(), None)}
            <p class="quiet screen-only">{told}</p>
            <p class="screen-only">{button}</p>
        </div>
    }
    .into_any()
}

fn portrait(name: &str, what: String, href: Option<String>) -> AnyView {
    let shown = name.to_owned();
    let shown = match href {
        Some(href) => view! { <a href=href><bdi>{shown}</bdi></a> }.into_any(),
        None => view! { <bdi>{shown}</bdi> }.into_any(),
    };
    view! {
        <div class="portrait">
            <span class="avatar" data-size="l" aria-hidden="true">
                {initials(name)}
            </span>
            <div>
                <p>
                    <strong>{shown}</strong>
                </p>
                <p class="soft">
                    <bdi>{what}</bdi>
                </p>
            </div>
        </div>
    }
    .into_any()
}

// ---------------------------------------------------------------- pressure and framing

#[component]
fn PressureAndFraming(sitting: Sitting) -> impl IntoView {
    let pressure = Memo::new(move |_| {
        let written =
            sitting.read(|partner| partner.meetings.brief(sitting.id, BriefPart::Pressure)).flatten();
        let place = written.and_then(|text| Pressure::read(&text));
        place.and_then(|pressure| Pressure::ALL.iter().position(|one| *one == pressure))
    });
    let choices: Vec<_> = Pressure::ALL
        .into_iter()
        .enumerate()
        .map(|(place, one)| {
            let choose = move |_| {
                sitting.do_it(deeds::WRITE_BRIEF, |partner, _| {
                    partner.meetings.write_brief(sitting.id, BriefPart::Pressure, one.text())
                });
            };
            view! {
                <label>
                    <input
                        type="radio"
                        name="pressure"
                        prop:checked=move || pressure.get() == Some(place)
                        on:change=choose
                    />
                    {one.word()}
                </label>
            }
        })
        .collect();
    let hint = Signal::derive(move || {
        words::framing_hint(pressure.get().and_then(|place| Pressure::ALL.get(place).copied()))
    });
    view! {
        <div class="stack" data-gap="3">
            <fieldset class="segmented">
                <legend class="visually-hidden">{words::PRESSURE_KIND}</legend>
                {choices}
            </fieldset>
            <div class="framing">
                <div>
                    <h3 class="brief__label">{words::EVIDENCE}</h3>
                    <Written
                        sitting
                        part=BriefPart::Evidence
                        label=words::EVIDENCE
                        hint=Signal::stored(words::EVIDENCE_HINT)
                    />
                </div>
                <Icon name="right" />
                <div>
                    <h3 class="brief__label">{words::FRAMING}</h3>
                    <Written sitting part=BriefPart::Framing label=words::FRAMING hint />
                </div>
            </div>
        </div>
    }
}

// ---------------------------------------------------------------- the ask

/// The ask of the partner, which its page shows as well.
#[component]
fn TheAsk(sitting: Sitting) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let ask = Memo::new(move |_| {
        let today = sitting.desk.today();
        sitting.read(|partner| partner.ask(today).map(|(_, ask)| ask.clone())).flatten()
    });
    let told = move || match ask.get() {
        None => view! { <p class="quiet">{words::NO_ASK}</p> }.into_any(),
        Some(ask) => {
            let what = ask.specifics.map_or_else(|| ask.kind.word().to_owned(), |what| what.to_string());
            let success = match ask.success {
                Some(success) => view! { <dd dir="auto">{success.to_string()}</dd> }.into_any(),
                None => view! { <dd class="quiet">{words::NO_SUCCESS}</dd> }.into_any(),
            };
            view! {
                <p class="ask" dir="auto">
                    {what}
                </p>
                <dl class="findings">
                    <div>
                        <dt>{words::SUCCESS}</dt>
                        {success}
                    </div>
                </dl>
            }
            .into_any()
        }
    };
    let label = move || {
        if ask.with(Option::is_some) { words::edit(words::THE_ASK) } else { words::write(words::THE_ASK) }
    };
    view! {
        {move || (!is_open.get()).then(told)}
        <p class="screen-only" hidden=move || is_open.get()>
            <button
                class="button button--line"
                data-size="small"
                type="button"
                aria-label=label
                on:click=move |_| is_open.set(true)
            >
                {move || if ask.with(Option::is_some) { words::EDIT } else { words::WRITE }}
            </button>
        </p>
        {move || is_open.get().then(|| ask.with_untracked(|ask| ask_form(sitting, ask.as_ref(), is_open)))}
    }
}

fn ask_form(sitting: Sitting, ask: Option<&Ask>, is_open: RwSignal<bool>) -> AnyView {
    let errors = FormErrors::new();
    let text = |line: Option<&Line<500>>| RwSignal::new(line.map(ToString::to_string).unwrap_or_default());
    let kind = ask.map_or(AskKind::Distribution, |ask| ask.kind);
    let kind = Choice::new(AskKind::ALL, kind);
    let what = text(ask.and_then(|ask| ask.specifics.as_ref()));
    let success = text(ask.and_then(|ask| ask.success.as_ref()));
    let read = move |on: Date| -> Result<Fact, Refusal> {
        Ok(Fact::Ask(Ask {
            on,
            kind: kind.chosen_or(AskKind::Other),
            specifics: Some(Line::parse(Field::What, &what.get_untracked())?),
            success: Line::parse_optional(Field::Note, &success.get_untracked())?,
        }))
    };
    let close = Callback::new(move |()| is_open.set(false));
    let send = Callback::new(move |()| {
        errors.clear();
        let result = sitting.change(deeds::NOTE_ASK, |partner, moment| {
            let today = moment.today();
            let asked = read(today)?;
            // What was asked on an earlier day stays in the history.
            match partner.ask(today).filter(|(_, ask)| ask.on == today).map(|(id, _)| id) {
                Some(id) => partner.correct(id, asked, today),
                None => partner.record(asked, moment).map(|_| ()),
            }
        });
        match result {
            Ok(()) => close.run(()),
            Err(declined) => errors.show_declined(&declined),
        }
    });
    view! {
        <Form class="stack question" label=words::THE_ASK on_send=send on_leave=close>
            <ChoiceField label=words::ASK_KIND choices=kind.words() place=kind.place() />
            <TextField label=words::ASK_WHAT value=what error=errors.at(Field::What) focus=true />
            <TextField label=words::SUCCESS value=success error=errors.at(Field::Note) optional=true />
            <FormSummary errors />
            {form_deeds(words::SAVE, close)}
        </Form>
    }
    .into_any()
}

// ---------------------------------------------------------------- open promises

/// What is owed on either side, but for what was agreed in this meeting.
fn open_promises(sitting: Sitting) -> AnyView {
    let tasks = Memo::new(move |_| {
        let today = sitting.desk.today();
        let tasks = sitting.read(|partner| {
            let is_ours = |task: &Task| match task {
                Task::Promise(id) => {
                    partner.entry::<Commitment>(*id).is_some_and(|one| one.from_meeting != Some(sitting.id))
                }
                Task::Milestone(_) => true,
            };
            let open = agenda::open_tasks(partner, today).filter(|(_, task, _)| is_ours(task));
            open.map(|(due, task, _)| (due, task)).collect::<Vec<_>>()
        });
        let tasks = sorted_by_key(tasks.unwrap_or_default(), |(due, _)| *due);
        tasks.into_iter().map(|(_, task)| task).collect::<Vec<Task>>()
    });
    view! {
        <div>
            {move || tasks.with(Vec::is_empty).then(|| view! { <p class="quiet">{words::NOTHING_OPEN}</p> })}
            <ul class="items">
                <For each=move || tasks.get() key=|task| *task let:task>
                    <TaskItem partner=sitting.partner task />
                </For>
            </ul>
        </div>
    }
    .into_any()
}
