//! How a person is shown wherever people are listed.

use leptos::prelude::*;

use crate::catalogue::{self, Word, people as words};
use crate::domain::contact::Role;
use crate::domain::people::Standing;
use crate::domain::{Contact, Date, Line, PartnerId, Workspace};
use crate::kit::Tag;
use crate::route::Route;

/// The first letters of the first two words of a name.
pub fn initials(name: &str) -> String {
    name.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect()
}

/// A disc with the initials. The name stands beside it.
pub fn avatar(name: &str) -> AnyView {
    view! {
        <span class="avatar" aria-hidden="true">
            {initials(name)}
        </span>
    }
    .into_any()
}

/// What somebody is at a partner on a day: roles, then the title. Empty when nothing is known.
pub fn standing(contact: &Contact, partner: PartnerId, day: Date) -> String {
    let roles = contact.roles_at(partner, day).into_iter().map(|role| role.word().to_owned());
    let job = contact.employment_at(partner, day);
    let title = job.and_then(|(_, job)| job.title.as_ref().map(ToString::to_string));
    roles.chain(title).collect::<Vec<_>>().join(", ")
}

/// A role as a tag.
pub fn role_tag(role: Role) -> AnyView {
    view! { <Tag words=role.word() tone="accent" /> }.into_any()
}

/// What somebody is and where: a title, and the partner as a link.
pub fn job_at(workspace: &Workspace, contact: &Contact, partner: PartnerId, day: Date) -> AnyView {
    let job = contact.employment_at(partner, day);
    let title = job.and_then(|(_, job)| job.title.as_ref().map(Line::as_str));
    let name = workspace.partner(partner).map(|partner| partner.profile.name.to_string());
    let Some(name) = name else {
        return view! { <span>{title.unwrap_or_default().to_owned()}</span> }.into_any();
    };
    view! {
        <span>
            <bdi>{words::job(title)}</bdi>
            " "
            <a href=Route::Partner(partner).href()>
                <bdi>{name}</bdi>
            </a>
        </span>
    }
    .into_any()
}

/// When somebody should hear from us, and how urgent that is, as the value of `data-when`.
pub fn due_words(standing: Standing, today: Date) -> (String, Option<&'static str>) {
    match (standing.tier, standing.due, standing.days_over(today)) {
        (None, ..) => (String::new(), None),
        (Some(_), None, _) => (words::NEVER_SPOKEN.to_owned(), Some("soon")),
        (Some(_), Some(_), Some(days)) => {
            (words::over(u32::try_from(days).unwrap_or(u32::MAX)), Some("late"))
        }
        (Some(_), Some(due), None) => (words::by(due), None),
    }
}

/// How long ago a person was last talked to.
pub fn spoken(last: Option<Date>, today: Date) -> AnyView {
    match last {
        None => view! { <span class="quiet">{words::NEVER}</span> }.into_any(),
        Some(on) => view! {
            <time datetime=on.to_string() title=words::last_two_way(on)>
                {catalogue::days_ago(on, today)}
            </time>
        }
        .into_any(),
    }
}
