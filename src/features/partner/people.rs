//! The people who work at a partner, what they are to us, and who worked there before.

use leptos::prelude::*;

use crate::catalogue::partner as words;
use crate::domain::order::sorted_by;
use crate::domain::people::last_touch;
use crate::domain::{Contact, ContactId, Date, PartnerId, Workspace};
use crate::kit::row_button;
use crate::parts::person::{avatar, role_tag, spoken, standing};
use crate::route::Route;
use crate::state::desk::Desk;

use super::subject::{Open, Place, Subject};

/// The people at a partner in short: who, as what, and when we last talked.
#[component]
pub fn PeopleGlance(subject: Subject) -> impl IntoView {
    let desk = Desk::of_page();
    let ids = ids_of(subject);
    view! {
        <section class="section" aria-labelledby="people">
            <PeopleHead subject ids />
            <ul class="roles">
                <For each=move || ids.get() key=|id| *id let:id>
                    {move || {
                        let today = desk.today();
                        desk.read(|workspace| {
                            let contact = workspace.contacts.get(&id)?;
                            let last = last_touch(workspace, id, today).map(|touch| touch.on);
                            Some(glance(id, contact, subject.id, last, today))
                        })
                    }}
                </For>
            </ul>
        </section>
    }
}

/// What somebody is to us is nothing for the printed page; their title is.
fn glance(id: ContactId, contact: &Contact, partner: PartnerId, last: Option<Date>, today: Date) -> AnyView {
    let name = contact.person.name.to_string();
    let job = contact.employment_at(partner, today);
    let title = job.and_then(|(_, job)| job.title.as_ref().map(ToString::to_string));
    view! {
        <li>
            {avatar(&name)}
            <span>
                <a href=Route::Person(id).href()>
                    <bdi>{name}</bdi>
                </a>
                <small class="screen-only">{standing(contact, partner, today)}</small>
                <small class="print-only">{title}</small>
            </span>
            {spoken(last, today)}
        </li>
    }
    .into_any()
}

/// The people at a partner, each corrected in place, and those who left.
#[component]
pub fn PeopleTab(subject: Subject) -> impl IntoView {
    let ids = ids_of(subject);
    let desk = Desk::of_page();
    let former = Memo::new(move |_| {
        let today = desk.today();
        desk.read(|workspace| former_at(workspace, subject.id, today))
    });
    view! {
        <div class="stack" data-gap="8">
            <section class="section" aria-labelledby="people">
                <PeopleHead subject ids />
                <ul class="items people-here">
                    <For each=move || ids.get() key=|id| *id let:id>
                        <PersonItem id subject />
                    </For>
                </ul>
            </section>
            {move || {
                (!former.with(Vec::is_empty))
                    .then(|| {
                        view! {
                            <section class="section" aria-labelledby="former">
                                <div class="section__head">
                                    <h2 id="former">{words::FORMER_PEOPLE}</h2>
                                </div>
                                <ul class="items">
                                    {former.get().into_iter().map(former_item).collect::<Vec<_>>()}
                                </ul>
                            </section>
                        }
                    })
            }}
        </div>
    }
}

/// The heading of the people, with the form of a new one beneath it.
#[component]
fn PeopleHead(subject: Subject, ids: Memo<Vec<ContactId>>) -> impl IntoView {
    view! {
        <div class="section__head">
            <h2 id="people">{words::PEOPLE}</h2>
            <span class="count">{move || ids.with(Vec::len)}</span>
            <button
                class="button button--line push screen-only"
                data-size="small"
                type="button"
                on:click=move |_| subject.open(Open::NewPerson)
            >
                {words::ADD}
            </button>
        </div>
        {subject.form_at(Place::People)}
        {move || ids.with(Vec::is_empty).then(|| view! { <p class="quiet">{words::NOBODY_NAMED}</p> })}
    }
}

/// One person who works there. Shows nothing once they are deleted.
#[component]
fn PersonItem(id: ContactId, subject: Subject) -> impl IntoView {
    let desk = Desk::of_page();
    let form = subject.form_beneath(Open::Person(id));
    view! {
        {move || {
            let today = desk.today();
            desk.read(|workspace| {
                let contact = workspace.contacts.get(&id)?;
                Some(item(id, contact, subject, last_touch(workspace, id, today).map(|touch| touch.on), today))
            })
        }}
        {move || form().map(|form| view! { <li>{form}</li> })}
    }
}

fn item(id: ContactId, contact: &Contact, subject: Subject, last: Option<Date>, today: Date) -> AnyView {
    let name = contact.person.name.to_string();
    let roles = contact.roles_at(subject.id, today).into_iter().map(role_tag).collect::<Vec<_>>();
    let title = contact
        .employment_at(subject.id, today)
        .and_then(|(_, job)| job.title.as_ref().map(ToString::to_string));
    let reach = [
        contact.person.email.as_ref().map(|email| email.as_str().to_owned()),
        contact.person.phone.as_ref().map(ToString::to_string),
    ];
    let facts = title.into_iter().chain(reach.into_iter().flatten());
    let facts: Vec<_> = facts.map(|fact| view! { <span><bdi>{fact}</bdi></span> }).collect();
    view! {
        <li class="item">
            {avatar(&name)}
            <div class="item__body">
                <p class="item__title">
                    <a href=Route::Person(id).href()>
                        <bdi>{name.clone()}</bdi>
                    </a>
                    {roles}
                </p>
                <p class="item__meta">{facts}</p>
            </div>
            <span class="item__when">{spoken(last, today)}</span>
            <span class="item__actions screen-only">
                {row_button(words::EDIT, words::edit(&name), move || subject.open(Open::Person(id)))}
            </span>
        </li>
    }
    .into_any()
}

/// Somebody who worked there: who, as what, until when.
#[derive(Clone, PartialEq)]
struct Former {
    id: ContactId,
    name: String,
    title: Option<String>,
    until: Date,
}

fn former_item(former: Former) -> AnyView {
    view! {
        <li class="item">
            {avatar(&former.name)}
            <div class="item__body">
                <p class="item__title">
                    <a href=Route::Person(former.id).href()>
                        <bdi>{former.name.clone()}</bdi>
                    </a>
                </p>
                <p class="item__meta">
                    {former.title.map(|title| view! { <span><bdi>{title}</bdi></span> })}
                    <span>{words::until(former.until)}</span>
                </p>
            </div>
        </li>
    }
    .into_any()
}

fn ids_of(subject: Subject) -> Memo<Vec<ContactId>> {
    let desk = Desk::of_page();
    Memo::new(move |before: Option<&Vec<ContactId>>| {
        let today = desk.today();
        let mut ids = desk.read(|workspace| people_at(workspace, subject.id, today));
        // Who left meanwhile stays as long as their form is open, and with it what was typed.
        if let Open::Person(open) = subject.open.get()
            && !ids.contains(&open)
            && let Some(place) = before.and_then(|ids| ids.iter().position(|id| *id == open))
        {
            ids.insert(place.min(ids.len()), open);
        }
        ids
    })
}

/// Who works at a partner, by name.
pub fn people_at(workspace: &Workspace, partner: PartnerId, today: Date) -> Vec<ContactId> {
    let here = workspace.contacts.iter().filter(|(_, contact)| contact.works_at(partner, today));
    let here: Vec<_> = here.map(|(id, contact)| (*id, contact.person.name.as_str())).collect();
    sorted_by(here, |one, other| one.1.cmp(other.1)).into_iter().map(|(id, _)| id).collect()
}

fn former_at(workspace: &Workspace, partner: PartnerId, today: Date) -> Vec<Former> {
    let gone = workspace.contacts.iter().filter(|(_, contact)| !contact.works_at(partner, today));
    let gone = gone.filter_map(|(id, contact)| {
        let jobs = contact.employments.values().filter(|job| job.partner == partner);
        let last = jobs.filter_map(|job| Some((job.to?, job.title.as_ref()))).max_by_key(|(to, _)| *to);
        last.filter(|(until, _)| *until < today).map(|(until, title)| Former {
            id: *id,
            name: contact.person.name.to_string(),
            title: title.map(ToString::to_string),
            until,
        })
    });
    sorted_by(gone.collect(), |one: &Former, other: &Former| other.until.cmp(&one.until))
}
