//! Correcting an employment or a role, and taking up a role.

use leptos::prelude::*;

use crate::catalogue::people as words;
use crate::domain::contact::Role;
use crate::domain::{ContactId, Date, Field, Line, PartnerId, Refusal};
use crate::kit::{ChoiceField, DateField, TextField};
use crate::parts::form::{FormErrors, FormFrame};
use crate::state::deeds;
use crate::state::desk::Desk;

use super::history::{Key, role_words};

/// A time at a partner: an employment, or a role when one is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// Where.
    pub partner: PartnerId,
    /// As what; employments alone.
    pub title: Option<Line<120>>,
    /// Which role; roles alone.
    pub role: Option<Role>,
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

/// Corrects an entry, or notes a new role.
#[component]
pub fn DatedForm(
    /// Whose.
    id: ContactId,
    /// What is corrected.
    #[prop(optional)]
    key: Option<Key>,
    /// Where a new role is held.
    #[prop(optional)]
    new_role_at: Option<PartnerId>,
    /// Called when the form has done its work or the user leaves it.
    on_close: Callback<()>,
) -> impl IntoView {
    let desk = Desk::of_page();
    let errors = FormErrors::new();
    let today = untrack(|| desk.today());
    let known = key.and_then(|key| desk.read_once(|workspace| key.read(workspace.contacts.get(&id)?)));
    let is_role = new_role_at.is_some() || known.as_ref().is_some_and(|known| known.role.is_some());
    let day = |day: Option<Date>| RwSignal::new(day.map(|day| day.to_string()).unwrap_or_default());
    let from = day(known.as_ref().map_or(Some(today), |known| known.from));
    let to = day(known.as_ref().and_then(|known| known.to));
    let title = known.as_ref().and_then(|known| known.title.as_ref().map(ToString::to_string));
    let title = RwSignal::new(title.unwrap_or_default());
    let role = known.as_ref().and_then(|known| known.role).unwrap_or(Role::Champion);
    let role = RwSignal::new(Role::ALL.iter().position(|one| *one == role).unwrap_or(0));
    let partner = known.as_ref().map(|known| known.partner).or(new_role_at);
    let read = move || -> Result<Option<Dated>, Refusal> {
        let Some(partner) = partner else { return Ok(None) };
        Ok(Some(Dated {
            partner,
            title: Line::parse_optional(Field::Title, &title.get_untracked())?,
            role: is_role.then(|| Role::ALL.get(role.get_untracked()).copied()).flatten(),
            from: optional_day(Field::MadeOn, &from.get_untracked())?,
            to: optional_day(Field::On, &to.get_untracked())?,
        }))
    };
    let send = move |()| {
        errors.clear();
        let dated = match read() {
            Ok(Some(dated)) => dated,
            Ok(None) => return on_close.run(()),
            Err(refusal) => return errors.show_refusal(&refusal),
        };
        let deed = if key.is_some() { deeds::CORRECT } else { deeds::ADD_ROLE };
        let result = desk.change(deed, |workspace, moment| {
            let contact = workspace.contact_mut(id)?;
            match (key, dated.role) {
                (Some(key), _) => key.write(contact, dated),
                (None, Some(role)) => {
                    let taken = contact.take_role(dated.partner, role, dated.from, moment);
                    Key::Role(taken.bits()).write(contact, dated)
                }
                (None, None) => Ok(()),
            }
        });
        match result {
            Ok(()) => on_close.run(()),
            Err(declined) => errors.show_declined(&declined),
        }
    };
    let (heading, send_words) = match (key, is_role) {
        (None, _) => (deeds::ADD_ROLE.doing, deeds::ADD_ROLE.doing),
        (Some(_), true) => (words::EDIT_ROLE, words::SAVE),
        (Some(_), false) => (words::EDIT_EMPLOYMENT, words::SAVE),
    };
    let what = if is_role {
        view! { <ChoiceField label=words::ROLE choices=role_words() place=role focus=true /> }.into_any()
    } else {
        view! { <TextField label=words::TITLE value=title error=errors.at(Field::Title) focus=true optional=true /> }
            .into_any()
    };
    view! {
        <FormFrame title=heading send=send_words errors on_send=Callback::new(send) on_close>
            <div class="columns">
                {what}
                <DateField
                    label=words::FROM
                    value=from
                    error=errors.at(Field::MadeOn)
                    hint=words::FROM_HINT
                    optional=true
                />
                <DateField label=words::TO value=to error=errors.at(Field::On) hint=words::TO_HINT optional=true />
            </div>
        </FormFrame>
    }
}

fn optional_day(field: Field, typed: &str) -> Result<Option<Date>, Refusal> {
    if typed.trim().is_empty() { Ok(None) } else { Refusal::date(field, typed).map(Some) }
}
