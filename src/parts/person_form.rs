//! Adding and correcting a person, at a partner or by themselves.

use std::sync::Arc;

use leptos::prelude::*;

use crate::catalogue::{Word, people as words};
use crate::domain::contact::{Person, Role};
use crate::domain::text::EmailAddress;
use crate::domain::{Contact, ContactId, Date, Field, Line, Note, PartnerId, Refusal, Tier};
use crate::kit::{CheckField, ChoiceField, NoteField, TextField};
use crate::parts::form::{FormErrors, FormFrame, Theirs};
use crate::parts::person::standing;
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::notices::Offer;

/// Adds a person, or corrects one. With a partner, it is also about what they are there today.
#[component]
pub fn PersonForm(
    /// Where they work; `None`: it is about the person alone.
    partner: Option<PartnerId>,
    /// Who is corrected; `None`: somebody new.
    contact: Option<ContactId>,
    /// Called when the form has done its work or the user leaves it.
    on_close: Callback<()>,
) -> impl IntoView {
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
    let title = of(&|contact| title_at(contact, partner?, today));
    // The first place means no role.
    let known_role = known.as_deref().and_then(|contact| contact.roles_at(partner?, today).first().copied());
    let place = Role::ALL.iter().position(|role| Some(*role) == known_role).map_or(0, |place| place + 1);
    let role = RwSignal::new(place);
    // The first place means that of the partner.
    let is_alone = partner.is_none();
    let known_tier = known.as_deref().and_then(|contact| contact.person.tier);
    let place = Tier::ALL.iter().position(|tier| Some(*tier) == known_tier).map_or(0, |place| place + 1);
    let own_tier = RwSignal::new(place);
    let nurture = RwSignal::new(known.as_deref().is_some_and(|contact| contact.person.nurture));
    let read = move |before: Option<&Person>| -> Result<(Person, Option<Line<120>>), Refusal> {
        let person = Person {
            name: Line::parse(Field::Name, &name.get_untracked())?,
            email: EmailAddress::parse_optional(&email.get_untracked())?,
            phone: Line::parse_optional(Field::What, &phone.get_untracked())?,
            tier: if is_alone {
                own_tier.get_untracked().checked_sub(1).and_then(tier_at)
            } else {
                before.and_then(|before| before.tier)
            },
            notes: Note::parse_optional(&notes.get_untracked())?,
            nurture: if is_alone {
                nurture.get_untracked()
            } else {
                before.is_some_and(|before| before.nurture)
            },
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
        let now = contact.and_then(|id| desk.read_once(|workspace| workspace.contacts.get(&id).cloned()));
        if let (false, Some(now)) = (over_theirs, now.filter(|now| known.as_ref() != Some(now))) {
            return theirs.set(Some(told(&now, partner, today)));
        }
        let role = role.get_untracked().checked_sub(1).and_then(|place| Role::ALL.get(place).copied());
        let deed = if is_new { deeds::ADD_PERSON } else { deeds::EDIT_PERSON };
        let result = desk.change(deed, |workspace, moment| match contact {
            None => {
                let mut new = Contact::new(person);
                if let Some(partner) = partner {
                    new.join(partner, title, None, moment);
                    new.play(partner, role, moment);
                }
                workspace.add_contact(new, moment);
                Ok(())
            }
            Some(id) => {
                let contact = workspace.contact_mut(id)?;
                contact.person = person;
                if let Some(partner) = partner {
                    contact.retitle(partner, title, moment.today())?;
                    contact.play(partner, role, moment);
                }
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
    let roles = [words::NO_ROLE].into_iter().chain(Role::ALL.into_iter().map(Word::word)).map(str::to_owned);
    let heading = if is_new { deeds::ADD_PERSON.doing } else { deeds::EDIT_PERSON.doing };
    view! {
        <FormFrame title=heading send=if is_new { words::ADD_PERSON } else { words::SAVE } errors on_send=submit on_close>
            <div class="columns">
                <TextField label=words::NAME value=name error=errors.at(Field::Name) focus=true />
                {partner
                    .map(|_| {
                        view! {
                            <TextField label=words::TITLE value=title error=errors.at(Field::Title) optional=true />
                            <ChoiceField label=words::ROLE choices=roles.collect() place=role />
                        }
                    })}
                <TextField label=words::EMAIL value=email error=errors.at(Field::Email) kind="email" optional=true />
                <TextField label=words::PHONE value=phone error=errors.at(Field::What) kind="tel" optional=true />
            </div>
            {is_alone
                .then(|| {
                    let tiers = [words::TIER_OF_PARTNER].into_iter().chain(Tier::ALL.into_iter().map(Word::word));
                    view! {
                        <ChoiceField
                            label=words::TIER
                            choices=tiers.map(str::to_owned).collect()
                            place=own_tier
                        />
                        <div>
                            <CheckField label=words::KEEP_IN_TOUCH value=nurture />
                            <p class="field__hint">{words::KEEP_IN_TOUCH_HINT}</p>
                        </div>
                    }
                })}
            <div data-private="">
                <NoteField label=words::NOTES value=notes error=errors.at(Field::Note) />
            </div>
            <Theirs words=theirs on_mine on_theirs=on_close />
            {partner.zip(contact).map(|(partner, contact)| view! { <Leaving partner contact on_close /> })}
        </FormFrame>
    }
}

fn tier_at(place: usize) -> Option<Tier> {
    Tier::ALL.get(place).copied()
}

fn title_at(contact: &Contact, partner: PartnerId, day: Date) -> Option<String> {
    contact.employment_at(partner, day).and_then(|(_, job)| job.title.as_ref().map(ToString::to_string))
}

/// What is known of a person, in one line.
fn told(contact: &Contact, partner: Option<PartnerId>, today: Date) -> String {
    let person = &contact.person;
    let standing =
        partner.map(|partner| standing(contact, partner, today)).filter(|standing| !standing.is_empty());
    let email = person.email.as_ref().map(|email| email.as_str().to_owned());
    let phone = person.phone.as_ref().map(ToString::to_string);
    let notes = person.notes.as_ref().map(ToString::to_string);
    let facts: Vec<String> = standing.into_iter().chain(email).chain(phone).chain(notes).collect();
    words::summary(person.name.as_str(), &facts)
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
                {deeds::LEAVE_PARTNER.doing}
            </button>
            <button
                class="button button--danger"
                type="button"
                on:click=move |_| {
                    finish(desk.change(deeds::DELETE_PERSON, |workspace, _| workspace.remove_contact(contact)));
                }
            >
                {deeds::DELETE_PERSON.doing}
            </button>
        </div>
    }
}
