//! What endings ask for: the call, the post-mortem, what changes because of it, the note to the person.

use crate::catalogue::{self, today as words};
use crate::domain::agenda::Asked;
use crate::domain::ending::{EndingDue, Wanted};
use crate::domain::{Date, Workspace};
use crate::route::Route;
use crate::state::deeds;

use super::change::{Change, change};
use super::rows::{Row, go_to, name_of};

/// What an ending asks for.
pub fn ending(workspace: &Workspace, one: &EndingDue, today: Date) -> Option<Row> {
    let name = name_of(workspace, one.partner)?;
    let route = Route::Ending(one.partner);
    let (icon, title) = match one.wanted {
        Wanted::Talk => ("video", words::CALL.to_owned()),
        Wanted::Review => ("flag", words::POST_MORTEM.to_owned()),
        Wanted::Action => ("target", one.about.clone()),
        Wanted::Note => ("key", words::note_to(&one.about)),
    };
    let (deed, act) = match one.wanted {
        Wanted::Talk | Wanted::Review => (words::OPEN, go_to(route)),
        Wanted::Action => {
            (deeds::FINISH_ACTION.doing, change(Change::Action(one.partner, one.chapter, one.part)))
        }
        Wanted::Note => (deeds::SEND_NOTE.doing, change(Change::Note(one.partner, one.chapter))),
    };
    let (when, urgency) = catalogue::due(one.due, today);
    Some(Row {
        icon,
        href: route.href(),
        about: title.clone(),
        title,
        meta: vec![words::ended_with(&name)],
        when,
        urgency: urgency.unwrap_or("today"),
        deed,
        act,
        asked: Some(Asked::Ending(one.clone())),
        other: None,
    })
}
