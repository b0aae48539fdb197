//! Where a person works and worked, and what they are and were to us: dated, corrected in place.

use leptos::prelude::*;

use crate::catalogue::{Word, people as words};
use crate::domain::contact::{Employment, Role, RoleHeld};
use crate::domain::{Contact, ContactId, Date, Id, PartnerId, Refusal, Workspace};
use crate::kit::Icon;
use crate::route::Route;
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::notices::Offer;

use super::dated_form::{Dated, DatedForm};

/// An employment or a role, by the bits of its id.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// A time at a partner.
    Job(u128),
    /// A role held.
    Role(u128),
}

impl Key {
    fn delete(self, contact: &mut Contact) -> Result<(), Refusal> {
        match self {
            Self::Job(bits) => contact.remove_employment(Id::from_bits(bits)),
            Self::Role(bits) => contact.remove_role(Id::from_bits(bits)),
        }
    }

    /// What it says now; `None` once it is deleted.
    pub fn read(self, contact: &Contact) -> Option<Dated> {
        match self {
            Self::Job(bits) => contact.employments.get(&Id::from_bits(bits)).map(of_job),
            Self::Role(bits) => contact.roles.get(&Id::from_bits(bits)).map(of_role),
        }
    }

    /// Writes it anew.
    pub fn write(self, contact: &mut Contact, dated: Dated) -> Result<(), Refusal> {
        let Dated { partner, title, role, from, to } = dated;
        match (self, role) {
            (Self::Job(bits), _) => {
                contact.correct_employment(Id::from_bits(bits), Employment { partner, title, from, to })
            }
            (Self::Role(bits), Some(role)) => {
                contact.correct_role(Id::from_bits(bits), RoleHeld { partner, role, from, to })
            }
            (Self::Role(_), None) => Ok(()),
        }
    }
}

fn of_job(job: &Employment) -> Dated {
    Dated { partner: job.partner, title: job.title.clone(), role: None, from: job.from, to: job.to }
}

fn of_role(held: &RoleHeld) -> Dated {
    Dated { partner: held.partner, title: None, role: Some(held.role), from: held.from, to: held.to }
}

/// Where the person works and worked, latest first.
#[component]
pub fn Employments(id: ContactId) -> impl IntoView {
    let keys = keys_of(id, |contact| {
        contact.employments_in_order().into_iter().map(|(id, _)| Key::Job(id.bits())).collect()
    });
    view! {
        <section class="section" aria-labelledby="employments">
            <div class="section__head">
                <h2 id="employments">{words::EMPLOYMENTS}</h2>
            </div>
            {move || keys.with(Vec::is_empty).then(|| view! { <p class="quiet">{words::NO_EMPLOYMENTS}</p> })}
            <ul class="items dated">
                <For each=move || keys.get() key=|key| *key let:key>
                    <DatedItem id key />
                </For>
            </ul>
        </section>
    }
}

/// What the person is and was to us, latest first.
#[component]
pub fn Roles(id: ContactId) -> impl IntoView {
    let desk = Desk::of_page();
    let is_adding = RwSignal::new(false);
    let on_close = Callback::new(move |()| is_adding.set(false));
    let keys = keys_of(id, |contact| {
        contact.roles_in_order().into_iter().map(|(id, _)| Key::Role(id.bits())).collect()
    });
    let employer = Memo::new(move |_| {
        let today = desk.today();
        desk.read(|workspace| workspace.contacts.get(&id)?.employers_on(today).first().copied())
    });
    view! {
        <section class="section" aria-labelledby="roles">
            <div class="section__head">
                <h2 id="roles">{words::ROLES}</h2>
                {move || {
                    employer
                        .get()
                        .map(|_| {
                            view! {
                                <button
                                    class="button button--line push"
                                    data-size="small"
                                    type="button"
                                    aria-label=deeds::ADD_ROLE.doing
                                    on:click=move |_| is_adding.set(true)
                                >
                                    {words::ADD}
                                </button>
                            }
                        })
                }}
            </div>
            {move || {
                let partner = employer.get_untracked()?;
                is_adding.get().then(|| view! { <DatedForm id new_role_at=partner on_close /> })
            }}
            {move || keys.with(Vec::is_empty).then(|| view! { <p class="quiet">{words::NO_ROLES}</p> })}
            <ul class="items dated">
                <For each=move || keys.get() key=|key| *key let:key>
                    <DatedItem id key />
                </For>
            </ul>
        </section>
    }
}

fn keys_of(id: ContactId, of: fn(&Contact) -> Vec<Key>) -> Memo<Vec<Key>> {
    let desk = Desk::of_page();
    Memo::new(move |_| {
        desk.read(|workspace| workspace.contacts.get(&id).map(|contact| of(contact)).unwrap_or_default())
    })
}

/// One entry. Shows nothing once it is deleted.
#[component]
fn DatedItem(id: ContactId, key: Key) -> impl IntoView {
    let desk = Desk::of_page();
    let is_open = RwSignal::new(false);
    let on_close = Callback::new(move |()| is_open.set(false));
    view! {
        {move || {
            let today = desk.today();
            desk.read(|workspace| {
                let dated = key.read(workspace.contacts.get(&id)?)?;
                Some(item(workspace, id, key, &dated, is_open, today))
            })
        }}
        {move || is_open.get().then(|| view! { <li><DatedForm id key on_close /></li> })}
    }
}

fn item(
    workspace: &Workspace,
    id: ContactId,
    key: Key,
    dated: &Dated,
    is_open: RwSignal<bool>,
    today: Date,
) -> AnyView {
    let desk = Desk::of_page();
    let what = match (dated.role, &dated.title) {
        (Some(role), _) => role.word().to_owned(),
        (None, Some(title)) => title.to_string(),
        (None, None) => words::WORKED.to_owned(),
    };
    let is_over = dated.to.is_some_and(|to| to < today);
    let delete = move |_| {
        let result = desk.change(deeds::DELETE, |workspace, _| key.delete(workspace.contact_mut(id)?));
        if let Err(declined) = result {
            desk.say(&declined.sentence, Offer::Nothing);
        }
    };
    view! {
        <li class="item" data-state=is_over.then_some("over")>
            <div class="item__body">
                <p class="item__title">
                    <bdi>{what.clone()}</bdi>
                </p>
                <p class="item__meta">
                    {employer(workspace, dated.partner)}
                    <span>{words::span(dated.from, dated.to)}</span>
                </p>
            </div>
            <span class="item__actions">
                {small("edit", words::edit(&what), Callback::new(move |()| is_open.set(true)))}
                <button
                    class="button button--quiet"
                    data-shape="icon"
                    data-size="small"
                    type="button"
                    aria-label=words::delete(&what)
                    on:click=delete
                >
                    <Icon name="trash" />
                </button>
            </span>
        </li>
    }
    .into_any()
}

fn small(icon: &'static str, label: String, on_click: Callback<()>) -> AnyView {
    view! {
        <button
            class="button button--quiet"
            data-shape="icon"
            data-size="small"
            type="button"
            aria-label=label
            on:click=move |_| on_click.run(())
        >
            <Icon name=icon />
        </button>
    }
    .into_any()
}

/// The partner's name, as a link as long as it is here.
fn employer(workspace: &Workspace, partner: PartnerId) -> AnyView {
    match workspace.partner(partner) {
        Some(dossier) => view! {
            <a href=Route::Partner(partner).href()>
                <bdi>{dossier.profile.name.to_string()}</bdi>
            </a>
        }
        .into_any(),
        None => view! { <span>{words::DELETED_PARTNER}</span> }.into_any(),
    }
}

/// The words of the roles, in the order of a form.
pub fn role_words() -> Vec<String> {
    Role::ALL.iter().map(|role| role.word().to_owned()).collect()
}
