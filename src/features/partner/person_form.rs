//! Adding and correcting a person at a partner.

use std::sync::Arc;

use leptos::prelude::*;

use crate::catalogue::Word;
use crate::domain::contact::{Person, Role};
use crate::domain::text::EmailAddress;
use crate::domain::{Contact, ContactId, Date, Field, Line, Note, PartnerId, Refusal};
use crate::kit::{ChoiceField, NoteField, TextField};
use crate::parts::form::{FormErrors, FormFrame, Theirs};
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::notices::Offer;

/// Adds a person who works at a partner, or corrects one.
#[component]
pub fn PersonForm(partner: PartnerId, contact: Option<ContactId>, on_close: Callback<()>) -> impl IntoView {
    let desk = Desk::of_page();
    let errors = FormErrors::new();
    let today = untrack(|| desk.today());
    let known: Option<Arc<Contact>> =
        contact.and_then(|id| desk.read_once(|workspace| workspace.contacts.get(&id).cloned()));
    let of = |pick: &dyn Fn(&Contact) -> Option<String>| {
        RwSignal::new(known.as_deref().and_then(pick).unwrap_or_default())
    };
    let name = of(&|contact| Some(contact.person.name.to_string()));
    let email = of(&|contact| contact.person.email.as_ref().map(|email| email.as_str().to_owned()));
    let phone = of(&|contact| contact.person.phone.as_ref().map(ToString::to_string));
    let notes = of(&|contact| contact.person.notes.as_ref().map(ToString::to_string));
    let title = of(&|contact| {
        contact.employment_at(partner, today).and_then(|(_, job)| job.title.as_ref().map(ToString::to_string))
    });
    // The first place means no role.
    let known_role = known.as_deref().and_then(|contact| contact.roles_at(partner, today).first().copied());
    let place = Role::ALL.iter().position(|role| Some(*role) == known_role).map_or(0, |place| place + 1);
    let role = RwSignal::new(place);
    let read = move |before: Option<&Person>| -> Result<(Person, Option<Line<120>>), Refusal> {
        let person = Person {
            name: Line::parse(Field::Name, &name.get_untracked())?,
            email: EmailAddress::parse_optional(&email.get_untracked())?,
            phone: Line::parse_optional(Field::What, &phone.get_untracked())?,
            tier: before.and_then(|before| before.tier),
            notes: Note::parse_optional(&notes.get_untracked())?,
            nurture: before.is_some_and(|before| before.nurture),
        };
        Ok((person, Line::parse_optional(Field::Title, &title.get_untracked())?))
    };
    let is_new = contact.is_none();
    let theirs = RwSignal::new(None::<String>);
    let save = Callback::new(move |over_theirs: bool| {
        errors.clear();
        let (person, title) = match read(known.as_deref().map(|known| &known.person)) {
            Ok(read) => read,
            Err(refusal) => return errors.show_refusal(&refusal),
        };
        let standing =
            contact.and_then(|id| desk.read_once(|workspace| workspace.contacts.get(&id).cloned()));
        if let (false, Some(standing)) = (over_theirs, standing.filter(|now| known.as_ref() != Some(now))) {
            return theirs.set(Some(words(&standing, partner, today)));
        }
        let role = role.get_untracked().checked_sub(1).and_then(|place| Role::ALL.get(place).copied());
        let deed = if is_new { deeds::ADD_PERSON } else { deeds::EDIT_PERSON };
        let result = desk.change(deed, |workspace, moment| match contact {
            None => {
                let mut new = Contact::new(person);
                new.join(partner, title, None, moment);
                new.play(partner, role, moment);
                workspace.add_contact(new, moment);
                Ok(())
            }
            Some(id) => {
                let contact = workspace.contact_mut(id)?;
                contact.person = person;
                contact.retitle(partner, title, moment.today())?;
                contact.play(partner, role, moment);
                Ok(())
            }
        });
        match result {
            Ok(()) => on_close.run(()),
            Err(declined) => errors.show_declined(&declined),
        }
    });
    let submit = Callback::new(move |()| save.run(false));
    let on_mine = Callback::new(move |()| save.run(true));
    let roles = ["No role"].into_iter().chain(Role::ALL.into_iter().map(Word::word)).map(str::to_owned);
    let heading = if is_new { deeds::ADD_PERSON.doing } else { deeds::EDIT_PERSON.doing };
    view! {
        <FormFrame title=heading send=if is_new { "Add person" } else { "Save" } errors on_send=submit on_close>
            <div class="columns">
                <TextField label="Name" value=name error=errors.at(Field::Name) focus=true />
                <TextField label="Title" value=title error=errors.at(Field::Title) optional=true />
                <ChoiceField label="Role for us" choices=roles.collect() place=role />
                <TextField label="Email" value=email error=errors.at(Field::Email) kind="email" optional=true />
                <TextField label="Phone" value=phone error=errors.at(Field::What) kind="tel" optional=true />
            </div>
            <NoteField label="Notes" value=notes error=errors.at(Field::Note) />
            <Theirs words=theirs on_mine on_theirs=on_close />
            {contact.map(|id| view! { <Leaving partner contact=id on_close /> })}
        </FormFrame>
    }
}

/// What is known of a person, in one line.
fn words(contact: &Contact, partner: PartnerId, today: Date) -> String {
    let person = &contact.person;
    let title = contact
        .employment_at(partner, today)
        .and_then(|(_, job)| job.title.as_ref().map(ToString::to_string));
    let roles = contact.roles_at(partner, today).into_iter().map(|role| role.word().to_owned());
    let email = person.email.as_ref().map(|email| email.as_str().to_owned());
    let phone = person.phone.as_ref().map(ToString::to_string);
    let notes = person.notes.as_ref().map(ToString::to_string);
    let facts: Vec<String> = title.into_iter().chain(roles).chain(email).chain(phone).chain(notes).collect();
    format!("{}: {}", person.name, facts.join(", "))
}

/// What can happen to a person besides a correction: leaving the partner, or being deleted.
#[component]
fn Leaving(partner: PartnerId, contact: ContactId, on_close: Callback<()>) -> impl IntoView {
    let desk = Desk::of_page();
    let finish = move |result: Result<(), crate::state::desk::Declined>| match result {
        Ok(()) => on_close.run(()),
        Err(declined) => desk.say(&declined.sentence, Offer::Nothing),
    };
    view! {
        <div class="cluster">
            <button
                class="button"
                type="button"
                on:click=move |_| {
                    finish(
                        desk.change(
                            deeds::LEAVE_PARTNER,
                            |workspace, moment| workspace.contact_mut(contact)?.leave(partner, moment.today().plus_days(-1)),
                        ),
                    );
                }
            >
                "Left this partner"
            </button>
            <button
                class="button button--danger"
                type="button"
                on:click=move |_| {
                    finish(desk.change(deeds::DELETE_PERSON, |workspace, _| workspace.remove_contact(contact)));
                }
            >
                "Delete person"
            </button>
        </div>
    }
}
