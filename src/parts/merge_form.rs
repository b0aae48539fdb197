//! Finding the one that is the same, and making one of both.

use leptos::prelude::*;

use crate::catalogue::{Word, merging as words};
use crate::domain::find::{Names, Sought, Who};
use crate::domain::{ContactId, Date, Field, PartnerId, Workspace};
use crate::kit::{RadioField, TextField};
use crate::parts::form::{FormErrors, FormFrame};
use crate::route::Route;
use crate::state::address::go;
use crate::state::deeds;
use crate::state::desk::{Declined, Desk};

/// Matches shown at once.
const MOST_MATCHES: usize = 6;

/// One that may be the same.
#[derive(Clone, PartialEq)]
struct Candidate {
    who: Who,
    name: String,
    about: String,
}

/// The form that merges a partner or a person with another; `on_close` leaves it.
pub fn merge_form(who: Who, on_close: Callback<()>) -> AnyView {
    let desk = Desk::of_page();
    let errors = FormErrors::new();
    let typed = RwSignal::new(String::new());
    let picked = RwSignal::new(None::<Who>);
    let kept = RwSignal::new(0);
    let names = StoredValue::new(desk.read_once(Names::of));
    let own_name = desk.read_once(|workspace| name_of(workspace, who));
    let matches = Memo::new(move |_| {
        let today = desk.today();
        names.with_value(|names| {
            let found =
                names.best(&sought(&typed.get(), names, who), MOST_MATCHES, |other| may_be(who, other));
            let found = found.into_iter().map(|(name, _)| (name.who, name.shown.to_string()));
            desk.read_once(|workspace| {
                found
                    .map(|(who, name)| Candidate { who, name, about: about(workspace, who, today) })
                    .collect::<Vec<_>>()
            })
        })
    });
    let send = move |()| {
        errors.clear();
        let chosen = picked
            .get_untracked()
            .filter(|who| matches.with_untracked(|all| all.iter().any(|one| one.who == *who)));
        let Some(other) = chosen else {
            let sentence = words::PICK_ONE.to_owned();
            return errors.show_declined(&Declined { field: Some(Field::Name), sentence });
        };
        let (stays, gone) = if kept.get_untracked() == 0 { (who, other) } else { (other, who) };
        match merge(desk, stays, gone) {
            Ok(()) => {
                on_close.run(());
                go(page_of(stays));
            }
            Err(declined) => errors.show_declined(&declined),
        }
    };
    let (title, label, goes) = match who {
        Who::Partner(_) => (words::MERGE_PARTNER, words::WHICH_PARTNER, words::PARTNER_GOES),
        Who::Person(_) => (words::MERGE_PERSON, words::WHICH_PERSON, words::PERSON_GOES),
    };
    let keep = move || {
        let other = picked.get()?;
        let name = matches.with(|all| all.iter().find(|one| one.who == other).map(|one| one.name.clone()))?;
        let choices = vec![own_name.clone(), name];
        Some(view! { <RadioField label=words::KEEP choices place=kept /> })
    };
    view! {
        <FormFrame title send=words::MERGE errors on_send=Callback::new(send) on_close>
            <TextField label value=typed error=errors.at(Field::Name) hint=words::HOW focus=true />
            {move || matches_list(matches.get(), picked)}
            {keep}
            <p class="quiet">{goes}</p>
        </FormFrame>
    }
    .into_any()
}

/// What is typed; before that the first word of one's own name, because what is entered twice is mostly called alike.
fn sought(typed: &str, names: &Names, who: Who) -> Sought {
    if !typed.trim().is_empty() {
        return Sought::new(typed);
    }
    let own = names.name_of(who).unwrap_or_default();
    Sought::new(own.split_whitespace().next().unwrap_or_default())
}

fn may_be(who: Who, other: Who) -> bool {
    who != other
        && matches!((who, other), (Who::Partner(_), Who::Partner(_)) | (Who::Person(_), Who::Person(_)))
}

fn matches_list(matches: Vec<Candidate>, picked: RwSignal<Option<Who>>) -> AnyView {
    if matches.is_empty() {
        return view! { <p role="status">{words::NO_MATCH}</p> }.into_any();
    }
    let rows: Vec<_> = matches
        .into_iter()
        .map(|Candidate { who, name, about }| {
            view! {
                <label class="check">
                    <input
                        class="check__box"
                        type="radio"
                        name="merge-with"
                        prop:checked=move || picked.get() == Some(who)
                        on:change=move |_| picked.set(Some(who))
                    />
                    <span>
                        <bdi>{name}</bdi>
                        " "
                        <span class="quiet">{about}</span>
                    </span>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="choices">
            <legend class="field__label">{words::MATCHES}</legend>
            {rows}
        </fieldset>
    }
    .into_any()
}

fn merge(desk: Desk, stays: Who, gone: Who) -> Result<(), Declined> {
    match (stays, gone) {
        (Who::Partner(stays), Who::Partner(gone)) => desk
            .change(deeds::MERGE_PARTNERS, |workspace, moment| workspace.merge_partners(stays, gone, moment)),
        (Who::Person(stays), Who::Person(gone)) => {
            desk.change(deeds::MERGE_PEOPLE, |workspace, _| workspace.merge_contacts(stays, gone))
        }
        // A partner is never offered to a person, nor the other way round.
        _ => Ok(()),
    }
}

fn page_of(who: Who) -> Route {
    match who {
        Who::Partner(id) => Route::Partner(id),
        Who::Person(id) => Route::Person(id),
    }
}

fn name_of(workspace: &Workspace, who: Who) -> String {
    let name = match who {
        Who::Partner(id) => workspace.partner(id).map(|partner| partner.profile.name.to_string()),
        Who::Person(id) => workspace.contacts.get(&id).map(|contact| contact.person.name.to_string()),
    };
    name.unwrap_or_default()
}

/// What tells one from another of the same name.
fn about(workspace: &Workspace, who: Who, today: Date) -> String {
    let told = match who {
        Who::Partner(id) => about_partner(workspace, id, today),
        Who::Person(id) => about_person(workspace, id, today),
    };
    told.unwrap_or_default().join(" · ")
}

fn about_partner(workspace: &Workspace, id: PartnerId, today: Date) -> Option<Vec<String>> {
    let partner = workspace.partner(id)?;
    let domain = partner.profile.domain.as_ref().map(|domain| domain.as_str().to_owned());
    let stage = partner.stage_on(today).word().to_owned();
    Some(domain.into_iter().chain([stage, words::records(partner.timeline().len())]).collect())
}

fn about_person(workspace: &Workspace, id: ContactId, today: Date) -> Option<Vec<String>> {
    let contact = workspace.contacts.get(&id)?;
    let at = contact.employers_on(today).into_iter().filter_map(|id| workspace.partner(id));
    let at = at.map(|partner| partner.profile.name.to_string());
    let mail = contact.person.email.as_ref().map(|mail| mail.as_str().to_owned());
    Some(at.chain(mail).collect())
}
