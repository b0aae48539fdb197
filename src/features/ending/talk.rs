//! The first step: the words of the call, when it is, and how it went.

use leptos::prelude::*;

use crate::catalogue::{self, ending as words};
use crate::domain::ending::{Held, Present, Scenario, Step, Talk};
use crate::domain::script::Value;
use crate::domain::script::records::{RecordField, Subject, people_of};
use crate::domain::{Field, Line, Note, Refusal, Workspace};
use crate::kit::field::tick_boxes;
use crate::kit::{DateField, Icon, NoteField, TextField};
use crate::parts::form::{FormErrors, FormFrame};
use crate::state::deeds;

use super::script::{Filled, fill, link, sheet};
use super::work::{self, Open, Standing, Work};

const SCRIPT: &str = "ending-conversation";

/// The step.
pub fn step(work: Work) -> AnyView {
    let body = view! {
        <div class="step__columns">
            {letter(work)}
            <div class="stack">
                {move || aside(work)} {work.form(Open::Book, book_form)}
            </div>
        </div>
        {work.form(Open::Hold, hold_form)}
    };
    work::step(work, Step::Talk, standing, body.into_any())
}

fn standing(work: Work) -> Option<Standing> {
    let today = work.desk.today();
    work.with(|_, chapter| {
        let talk = &chapter.talk;
        let words = words::talk_state(talk.due, talk.done_on, today);
        match (talk.done_on, talk.due) {
            (Some(_), _) => work::done_or(true, words),
            (None, Some(_)) => (words, None, Some("video")),
            (None, None) => work::done_or(false, words),
        }
    })
}

/// The words of the call; behind a heading once it was held.
fn letter(work: Work) -> AnyView {
    let filled = Memo::new(move |_| {
        let today = work.desk.today();
        work.desk.read(|workspace| filled(workspace, work, today))
    });
    let is_held = Memo::new(move |_| {
        work.with(|_, chapter| chapter.talk.done_on.is_some()).unwrap_or_default() || !work.is_open()
    });
    let sheet_of = move || filled.with(|filled| filled.as_ref().map(sheet));
    let foot = move || {
        filled.with(|filled| {
            let missing = filled.as_ref().map_or(0, |filled| filled.missing);
            let told = (missing > 0).then(|| view! { <span class="quiet">{words::fields_missing(missing)}</span> });
            view! {
                <div class="cluster screen-only">
                    {link(SCRIPT, work.id, words::FILL_IN)} {link("request-ending-call", work.id, words::ASK_FOR_CALL)}
                    {told}
                </div>
            }
        })
    };
    let view = move || {
        if is_held.get() {
            view! {
                <details class="disclosure screen-only">
                    <summary>
                        <Icon name="chevron-right" size="s" />
                        {words::THE_WORDS}
                    </summary>
                    {sheet_of}
                </details>
            }
            .into_any()
        } else {
            view! { <div class="stack" data-gap="3">{sheet_of} {foot}</div> }.into_any()
        }
    };
    view! { <div>{view}</div> }.into_any()
}

fn filled(workspace: &Workspace, work: Work, today: crate::domain::Date) -> Option<Filled> {
    let scenario = work.with(|_, chapter| chapter.ending.scenario)?;
    let chosen = work.with(|_, chapter| chapter.talk.with.first().and_then(|who| who.contact)).flatten();
    let contact = chosen.or_else(|| people_of(workspace, work.id, today).into_iter().next());
    let subject = Subject::of(workspace, Some(work.id), contact, today);
    let has_missed = matches!(
        subject.value(RecordField::MissedMilestones),
        Some(Value::Missed(missed)) if !missed.is_empty()
    );
    // The records decide which of the optional passages are true.
    let ticked = move |passage: &str| match passage {
        "two-quarters" => scenario == Scenario::NoTraction,
        "missed" => has_missed,
        "months" | "given-back" => true,
        _ => false,
    };
    fill(workspace, SCRIPT, work.id, contact, today, &ticked)
}

/// When it is, or how it went.
fn aside(work: Work) -> Option<AnyView> {
    let talk = work.with(|_, chapter| chapter.talk.clone())?;
    let is_open = work.is_open();
    Some(match talk.done_on {
        Some(_) => went(work, &talk, is_open),
        None => view! {
            <aside class="aside-note" aria-label=words::WHEN>
                <h3>{words::WHEN}</h3>
                <p>{words::WHEN_WHY}</p>
                {talk
                    .due
                    .map(|due| {
                        view! {
                            <dl class="facts">
                                <dt>{words::BOOKED_FOR}</dt>
                                <dd>{catalogue::day(due)}</dd>
                            </dl>
                        }
                    })}
                <div class="cluster screen-only">
                    {work.opens(Open::Hold, deeds::HOLD_TALK.doing, "button button--primary")}
                    {work.opens(Open::Book, deeds::BOOK_TALK.doing, "button")}
                </div>
            </aside>
        }
        .into_any(),
    })
}

fn went(work: Work, talk: &Talk, is_open: bool) -> AnyView {
    let names: Vec<&str> = talk.with.iter().map(|who| who.name.as_str()).collect();
    let names = names.join(", ");
    let how = talk.how.as_ref().map(|how| {
        let how = how.to_string();
        view! { <p class="prose" dir="auto">{how}</p> }
    });
    let lasted = talk.minutes.map(|minutes| {
        view! {
            <dt>{words::LASTED}</dt>
            <dd>{words::minutes(minutes)}</dd>
        }
    });
    let unhold = move |_| work.press(deeds::UNHOLD_TALK, |partner, number, _| partner.unhold_talk(number));
    let deeds = is_open.then(|| {
        view! {
            <div class="cluster screen-only">
                {work.opens(Open::Hold, words::CORRECT, "button")}
                <button class="button button--quiet" data-size="small" type="button" on:click=unhold>
                    {deeds::UNHOLD_TALK.doing}
                </button>
            </div>
        }
    });
    view! {
        <aside class="aside-note" aria-label=words::HOW_IT_WENT>
            <h3>{words::HOW_IT_WENT}</h3>
            {how}
            <dl class="facts">
                <dt>{words::WITH}</dt>
                <dd>
                    <bdi>{names}</bdi>
                </dd>
                {lasted}
            </dl>
            {deeds}
        </aside>
    }
    .into_any()
}

fn book_form(work: Work, _: Open) -> AnyView {
    let errors = FormErrors::new();
    let known = work.chapter.with_untracked(|chapter| chapter.as_ref().and_then(|chapter| chapter.talk.due));
    let on = RwSignal::new(known.map(|on| on.to_string()).unwrap_or_default());
    let send = move |()| {
        errors.clear();
        let typed = on.get_untracked();
        let on = match Some(typed.trim()).filter(|typed| !typed.is_empty()) {
            None => Ok(None),
            Some(typed) => Refusal::date(Field::Due, typed).map(Some),
        };
        match on {
            Err(refusal) => errors.show_refusal(&refusal),
            Ok(on) => {
                work.send(deeds::BOOK_TALK, errors, |partner, number, _| partner.book_talk(number, on));
            }
        }
    };
    view! {
        <FormFrame
            title=deeds::BOOK_TALK.doing
            send=words::SAVE
            errors
            on_send=Callback::new(send)
            on_close=work.on_close()
        >
            <DateField
                label=words::CALL_ON
                value=on
                error=errors.at(Field::Due)
                hint=words::CALL_ON_HINT
                optional=true
            />
        </FormFrame>
    }
    .into_any()
}

/// People who can be ticked: those of the partner, and whoever was named before.
fn people(work: Work, named: &[Present]) -> Vec<Present> {
    let today = work.today_now();
    let mut people = work.desk.read_once(|workspace| {
        let of = |id| {
            let contact = workspace.contacts.get(&id)?;
            Some(Present { contact: Some(id), name: contact.person.name.clone() })
        };
        people_of(workspace, work.id, today).into_iter().filter_map(of).collect::<Vec<_>>()
    });
    // Somebody whose record was deleted keeps the name they had.
    for who in named.iter().filter(|who| who.contact.is_some()) {
        if !people.iter().any(|known| known.contact == who.contact) {
            people.push(who.clone());
        }
    }
    people
}

fn hold_form(work: Work, _: Open) -> AnyView {
    let errors = FormErrors::new();
    let talk = work
        .chapter
        .with_untracked(|chapter| chapter.as_ref().map(|chapter| chapter.talk.clone()).unwrap_or_default());
    let today = work.today_now();
    let day = talk.done_on.or(talk.due.filter(|due| *due <= today)).unwrap_or(today);
    let people = people(work, &talk.with);
    let is_new = talk.with.is_empty();
    let first = people.first().cloned();
    let ticked: Vec<Present> = if is_new {
        first.into_iter().collect()
    } else {
        talk.with.iter().filter(|who| who.contact.is_some()).cloned().collect()
    };
    let others: Vec<&str> =
        talk.with.iter().filter(|who| who.contact.is_none()).map(|who| who.name.as_str()).collect();
    let others = RwSignal::new(others.join(", "));
    let with = RwSignal::new(ticked);
    let on = RwSignal::new(day.to_string());
    let minutes = RwSignal::new(talk.minutes.map(|minutes| minutes.to_string()).unwrap_or_default());
    let how = RwSignal::new(talk.how.as_ref().map(ToString::to_string).unwrap_or_default());
    let read = move || {
        let mut with = with.get_untracked();
        for name in others.get_untracked().split(',').filter(|name| !name.trim().is_empty()) {
            with.push(Present { contact: None, name: Line::parse(Field::Person, name)? });
        }
        let typed = minutes.get_untracked();
        let most = 24 * 60;
        let minutes = match typed.trim() {
            "" => None,
            typed => Some(typed.parse::<u16>().map_err(|_| Refusal::OutOfBounds {
                field: Field::Amount,
                least: 1,
                most,
            })?),
        };
        let on = Refusal::date(Field::On, &on.get_untracked())?;
        Ok(Held { on, with, minutes, how: Note::parse_optional(&how.get_untracked())? })
    };
    let send = move |()| {
        errors.clear();
        match read() {
            Err(refusal) => errors.show_refusal(&refusal),
            Ok(held) => {
                let verb =
                    |partner: &mut crate::domain::Partner, number, moment: &mut crate::domain::Moment<'_>| {
                        partner.hold_talk(number, held, moment)
                    };
                work.send(deeds::HOLD_TALK, errors, verb);
            }
        }
    };
    let boxes = (!people.is_empty()).then(|| with_whom(people, with));
    view! {
        <FormFrame
            title=deeds::HOLD_TALK.doing
            send=words::SAVE
            errors
            on_send=Callback::new(send)
            on_close=work.on_close()
        >
            {boxes}
            <div class="columns">
                <DateField label=words::HELD_ON value=on error=errors.at(Field::On) />
                <TextField
                    label=words::MINUTES
                    value=minutes
                    kind="number"
                    error=errors.at(Field::Amount)
                    optional=true
                />
                <TextField
                    label=words::SOMEBODY_ELSE
                    value=others
                    error=errors.at(Field::Person)
                    hint=words::SOMEBODY_ELSE_HINT
                    optional=true
                />
            </div>
            <NoteField label=words::HOW value=how error=errors.at(Field::Note) hint=words::HOW_HINT focus=true />
        </FormFrame>
    }
    .into_any()
}

fn with_whom(people: Vec<Present>, with: RwSignal<Vec<Present>>) -> AnyView {
    let boxes = people.into_iter().map(|who| {
        let is_with = with.with_untracked(|with| with.iter().any(|known| known.contact == who.contact));
        let name = who.name.to_string();
        let tick = Callback::new(move |is_with: bool| {
            with.update(|with| {
                with.retain(|known| known.contact != who.contact);
                with.extend(is_with.then(|| who.clone()));
            });
        });
        (name, is_with, tick)
    });
    tick_boxes(words::WITH, boxes.collect())
}
