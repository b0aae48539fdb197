//! A meeting as a row of a list.

use leptos::prelude::*;

use crate::catalogue::{self, Word, meeting as words};
use crate::domain::meeting::Standing;
use crate::domain::{Date, Meeting, MeetingId, PartnerId, Workspace};
use crate::kit::{Icon, Tag};
use crate::route::Route;

use super::calendar::meeting_button;

/// A meeting in a list: what it is about, with whom, when, and what is still to be done about it.
pub fn meeting_row(
    workspace: &Workspace,
    partner: PartnerId,
    (id, meeting): (MeetingId, &Meeting),
    today: Date,
) -> AnyView {
    let standing = meeting.standing(today);
    let name = workspace.partner(partner).map(|partner| partner.profile.name.to_string()).unwrap_or_default();
    let people = words::listed(&guests(workspace, meeting));
    let on = meeting.day();
    let when = match (today.days_until(on), meeting.at) {
        (0 | 1, Some(at)) => format!("{} {at}", catalogue::due(on, today).0),
        (0 | 1, None) => catalogue::due(on, today).0,
        _ => catalogue::day(on),
    };
    let urgency = (standing == Standing::Planned && on == today).then_some("today");
    let tag = words::standing(standing, today);
    let is_to_come = matches!(standing, Standing::Planned | Standing::Unsettled);
    let take = is_to_come.then(|| {
        view! { <div class="item__actions screen-only">{meeting_button(id, meeting.title.as_str())}</div> }
    });
    view! {
        <li class="item">
            <span class="item__lead">
                <Icon name="meetings" />
            </span>
            <div class="item__body">
                <p class="item__title">
                    <a href=Route::Meeting(id).href()>
                        <bdi>{meeting.title.to_string()}</bdi>
                    </a>
                    " "
                    {tag.map(|(words, tone)| view! { <Tag words tone /> })}
                </p>
                <p class="item__meta">
                    <a href=Route::Partner(partner).href()>
                        <bdi>{name}</bdi>
                    </a>
                    <span>
                        <bdi>{people}</bdi>
                    </span>
                    <span>{meeting.how.word()}</span>
                </p>
            </div>
            <span class="item__when" data-when=urgency>
                <time datetime=on.to_string()>{when}</time>
            </span>
            {take}
        </li>
    }
    .into_any()
}

/// The names of those of theirs: as they are now, or as they were for somebody who was deleted.
pub fn guests(workspace: &Workspace, meeting: &Meeting) -> Vec<String> {
    let now = |contact| workspace.contacts.get(&contact).map(|contact| contact.person.name.to_string());
    meeting
        .guests()
        .map(|(contact, name)| contact.and_then(now).unwrap_or_else(|| name.to_string()))
        .collect()
}
