//! The people who work at a partner, and what they are to us.

use leptos::prelude::*;

use crate::catalogue::Word;
use crate::domain::order::sorted_by;
use crate::domain::{Contact, ContactId, Date, PartnerId, Workspace};
use crate::state::desk::Desk;

use super::Open;

/// The people at a partner today.
#[component]
pub fn People(id: PartnerId, open: RwSignal<Open>) -> impl IntoView {
    let desk = Desk::of_page();
    let people = Memo::new(move |_| {
        let today = desk.today();
        desk.read(|workspace| people_at(workspace, id, today))
    });
    view! {
        <section class="section" aria-labelledby="people">
            <div class="section__head">
                <h2 id="people">"People"</h2>
                <span class="count">{move || people.with(Vec::len)}</span>
                <button
                    class="button button--line push screen-only"
                    data-size="small"
                    type="button"
                    on:click=move |_| open.set(Open::NewPerson)
                >
                    "Add"
                </button>
            </div>
            {move || {
                people
                    .with(Vec::is_empty)
                    .then(|| view! { <p class="quiet">"Nobody is named yet. Who would miss us if we left?"</p> })
            }}
            <ul class="roles">
                <For each=move || people.get() key=Clone::clone let:person>
                    <li>
                        <span class="avatar" aria-hidden="true">
                            {person.initials}
                        </span>
                        <span>
                            <bdi>{person.name.clone()}</bdi>
                            <small>{person.what}</small>
                        </span>
                        <span class="screen-only">
                            <button
                                class="button button--line"
                                data-size="small"
                                type="button"
                                aria-label=format!("Edit {}", person.name)
                                on:click=move |_| open.set(Open::Person(person.id))
                            >
                                "Edit"
                            </button>
                        </span>
                    </li>
                </For>
            </ul>
        </section>
    }
}

/// A person in the words of the list.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Listed {
    id: ContactId,
    name: String,
    initials: String,
    what: String,
}

fn people_at(workspace: &Workspace, partner: PartnerId, today: Date) -> Vec<Listed> {
    let people: Vec<Listed> = workspace
        .contacts
        .iter()
        .filter(|(_, contact)| contact.works_at(partner, today))
        .map(|(id, contact)| listed(*id, contact, partner, today))
        .collect();
    sorted_by(people, |one, other| one.name.cmp(&other.name))
}

fn listed(id: ContactId, contact: &Contact, partner: PartnerId, today: Date) -> Listed {
    let name = contact.person.name.to_string();
    let initials = name.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect();
    let roles = contact.roles_at(partner, today).into_iter().map(|role| role.word().to_owned());
    let title = contact
        .employment_at(partner, today)
        .and_then(|(_, job)| job.title.as_ref().map(ToString::to_string));
    let what: Vec<String> = roles.chain(title).collect();
    Listed { id, name, initials, what: what.join(", ") }
}
