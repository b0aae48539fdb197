//! The fifth step: the note to the person, and keeping them.

use leptos::prelude::*;

use crate::catalogue::ending as words;
use crate::domain::ending::{Chapter, Present, Step};
use crate::domain::script::records::people_of;
use crate::domain::{ContactId, Field, Refusal, Tier};
use crate::kit::{ChoiceField, DateField};
use crate::parts::form::{FormErrors, FormFrame};
use crate::route::Route;
use crate::state::deeds;
use crate::state::notices::Offer;

use super::line::{LineAsked, line_form};
use super::script::{fill, link, sheet};
use super::work::{self, Open, Standing, Work};

const SCRIPT: &str = "alumni-note";

/// The step.
pub fn step(work: Work) -> AnyView {
    let body = view! {
        <div class="step__columns">
            <div class="stack screen-only" data-gap="3">
                {note(work)}
                <div class="cluster">{link(SCRIPT, work.id, words::WRITE_IT)}</div>
            </div>
            <div class="stack">
                {move || aside(work)} {work.form(Open::Keep, keep_form)} {work.form(Open::Leave, leave_form)}
            </div>
        </div>
    };
    work::step(work, Step::Person, standing, body.into_any())
}

fn standing(work: Work) -> Option<Standing> {
    let today = work.desk.today();
    work.with(|partner, chapter| {
        let keep = &chapter.keep;
        let due = chapter.note_due();
        let words = words::person_state(due, keep.done_on, keep.left.is_some(), today);
        let is_done = chapter.is_done(Step::Person, partner, today);
        if !is_done && due.is_some_and(|due| due < today) {
            return (words, Some("late"), Some("clock"));
        }
        if is_done { work::done_or(true, words) } else { (words, None, due.map(|_| "clock")) }
    })
}

fn kept(chapter: &Chapter) -> Option<Present> {
    chapter.kept().cloned()
}

/// The note as it reads now.
fn note(work: Work) -> AnyView {
    let filled = Memo::new(move |_| {
        let today = work.desk.today();
        let contact = work.with(|_, chapter| kept(chapter)).flatten().and_then(|who| who.contact);
        work.desk.read(|workspace| fill(workspace, SCRIPT, work.id, contact, today, &|_| false))
    });
    (move || filled.with(|filled| filled.as_ref().map(sheet))).into_any()
}

/// For whom, when, and how they are kept.
fn aside(work: Work) -> Option<AnyView> {
    let (who, keep, due) =
        work.with(|_, chapter| (kept(chapter), chapter.keep.clone(), chapter.note_due()))?;
    let today = work.desk.today();
    let is_held = due.is_some();
    let state = match (keep.done_on, &keep.left) {
        (None, Some(reason)) => words::left(reason.as_str()),
        (sent, _) => words::person_state(due, sent, false, today),
    };
    let name = who.as_ref().map(|who| {
        let name = who.name.to_string();
        match who.contact.filter(|id| work.desk.read(|workspace| workspace.contacts.contains_key(id))) {
            Some(id) => view! {
                <a href=Route::Person(id).href()>
                    <bdi>{name}</bdi>
                </a>
            }
            .into_any(),
            None => view! { <bdi>{name}</bdi> }.into_any(),
        }
    });
    let name = name.unwrap_or_else(|| view! { <span>{words::NOBODY_YET}</span> }.into_any());
    let is_known = who.is_some();
    let boxes = who.and_then(|who| who.contact).and_then(|id| nurture(work, id));
    let boxes = boxes.or_else(|| is_known.then(|| view! { <p>{words::NOT_AMONG_PEOPLE}</p> }.into_any()));
    let is_answered = keep.done_on.is_some() || keep.left.is_some();
    let send = move |_| {
        work.press(deeds::SEND_NOTE, |partner, number, moment| {
            let today = moment.today();
            partner.send_note(number, today, today)
        });
    };
    let again = move |_| {
        work.press(deeds::WRITE_NOTE_AFTER_ALL, |partner, number, _| partner.leave_note(number, None));
    };
    let buttons = if is_answered {
        view! {
            <button class="button button--quiet" data-size="small" type="button" on:click=again>
                {if keep.done_on.is_some() {
                    deeds::UNSEND_NOTE.doing
                } else {
                    deeds::WRITE_NOTE_AFTER_ALL.doing
                }}
            </button>
        }
        .into_any()
    } else {
        let sent = is_held.then(|| {
            view! {
                <button class="button button--primary" data-size="small" type="button" on:click=send>
                    {deeds::SEND_NOTE.doing}
                </button>
            }
        });
        view! {
            {sent}
            {work.opens(Open::Keep, words::CHOOSE, "button")}
            {work.opens(Open::Leave, deeds::LEAVE_NOTE.doing, "button button--quiet")}
        }
        .into_any()
    };
    Some(
        view! {
            <aside class="aside-note" aria-label=words::AND_THEN>
                <h3>{words::AND_THEN}</h3>
                <p>{name}</p>
                <p dir="auto">{state}</p>
                {boxes}
                <div class="cluster screen-only">{buttons}</div>
            </aside>
        }
        .into_any(),
    )
}

/// How somebody is kept in touch with, as their own record says.
fn nurture(work: Work, id: ContactId) -> Option<AnyView> {
    let (is_first, is_listed) = work.desk.read(|workspace| {
        let person = &workspace.contacts.get(&id)?.person;
        Some((person.tier == Some(Tier::One), person.nurture))
    })?;
    let change = move |is_first: Option<bool>, is_listed: Option<bool>| {
        let changed = work.desk.change(deeds::NURTURE, |workspace, _| {
            let person = &mut workspace.contact_mut(id)?.person;
            if let Some(is_first) = is_first {
                person.tier = is_first.then_some(Tier::One);
            }
            person.nurture = is_listed.unwrap_or(person.nurture);
            Ok(())
        });
        if let Err(declined) = changed {
            work.desk.say(&declined.sentence, Offer::Nothing);
        }
    };
    Some(
        view! {
            <ul class="stack" data-gap="2">
                <li>
                    <label class="check">
                        <input
                            class="check__box"
                            type="checkbox"
                            prop:checked=is_first
                            on:change=move |event| change(Some(event_target_checked(&event)), None)
                        />
                        {words::KEEP_TIER_ONE}
                    </label>
                </li>
                <li>
                    <label class="check">
                        <input
                            class="check__box"
                            type="checkbox"
                            prop:checked=is_listed
                            on:change=move |event| change(None, Some(event_target_checked(&event)))
                        />
                        {words::KEEP_LISTED}
                    </label>
                </li>
            </ul>
        }
        .into_any(),
    )
}

fn keep_form(work: Work, _: Open) -> AnyView {
    let errors = FormErrors::new();
    let today = work.today_now();
    let keep = work
        .chapter
        .with_untracked(|chapter| chapter.as_ref().map(|chapter| chapter.keep.clone()).unwrap_or_default());
    let mut people = work.desk.read_once(|workspace| {
        let of = |id| {
            let contact = workspace.contacts.get(&id)?;
            Some(Present { contact: Some(id), name: contact.person.name.clone() })
        };
        people_of(workspace, work.id, today).into_iter().filter_map(of).collect::<Vec<_>>()
    });
    if let Some(who) = keep.who.as_ref().filter(|who| !people.contains(who)) {
        people.push(who.clone());
    }
    let chosen = keep.who.as_ref().and_then(|who| people.iter().position(|one| one == who));
    let place = RwSignal::new(chosen.map_or(0, |place| place + 1));
    let mut choices = vec![words::WHOEVER_IT_WAS.to_owned()];
    choices.extend(people.iter().map(|who| who.name.to_string()));
    let people = StoredValue::new(people);
    let on = RwSignal::new(keep.due.map(|due| due.to_string()).unwrap_or_default());
    let send = move |()| {
        errors.clear();
        let typed = on.get_untracked();
        let due = match Some(typed.trim()).filter(|typed| !typed.is_empty()) {
            None => Ok(None),
            Some(typed) => Refusal::date(Field::Due, typed).map(Some),
        };
        let chosen = place.get_untracked().checked_sub(1);
        let who = people.with_value(|people| chosen.and_then(|place| people.get(place).cloned()));
        match due {
            Err(refusal) => errors.show_refusal(&refusal),
            Ok(due) => work
                .send(deeds::KEEP_PERSON, errors, |partner, number, _| partner.keep_person(number, who, due)),
        }
    };
    view! {
        <FormFrame
            title=deeds::KEEP_PERSON.doing
            send=words::SAVE
            errors
            on_send=Callback::new(send)
            on_close=work.on_close()
        >
            <ChoiceField label=words::FOR_WHOM choices place focus=true />
            <DateField
                label=words::NOTE_ON
                value=on
                error=errors.at(Field::Due)
                hint=words::NOTE_ON_HINT
                optional=true
            />
        </FormFrame>
    }
    .into_any()
}

fn leave_form(work: Work, _: Open) -> AnyView {
    let asked = LineAsked::new(Field::Reason, words::WHY_NO_NOTE);
    line_form(work, deeds::LEAVE_NOTE, asked, |partner, number, reason, _| {
        partner.leave_note(number, Some(reason))
    })
}
