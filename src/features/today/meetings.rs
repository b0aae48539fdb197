//! The rows of meetings and recaps.

use leptos::prelude::*;

use crate::catalogue::{self, meeting as words};
use crate::domain::agenda::{Asked, MeetingDue, RecapDue};
use crate::domain::meeting::How;
use crate::domain::{Date, Meeting, MeetingId, PartnerId, Workspace};
use crate::route::Route;
use crate::state::address::go;
use crate::state::deeds;
use crate::state::desk::Desk;

use super::rows::{Row, name_of};

/// What ends a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Deed {
    Hold,
    Send,
}

// What changes something is no part of the first load; it comes with the desk's.
crate::apart! {
    mod changing(desk: Desk, partner: PartnerId, meeting: MeetingId, deed: Deed) -> () {
        act(desk, partner, meeting, deed)
    }
}

/// A meeting of today, or one of an earlier day.
pub fn meeting(workspace: &Workspace, one: &MeetingDue, today: Date) -> Option<Row> {
    let name = name_of(workspace, one.partner)?;
    let meeting = workspace.partner(one.partner)?.meetings.all.get(&one.meeting)?;
    let route = Route::Meeting(one.meeting);
    let is_today = one.on == today;
    let title = words::heading(&name, meeting.title.as_str());
    let what = if is_today { words::missing_brief(&one.missing) } else { words::HELD_OR_NOT.to_owned() };
    let (deed, act) = if is_today {
        let deed = if one.missing.is_empty() { words::GO_IN } else { words::PREPARE };
        (deed, Callback::new(move |()| go(route)))
    } else {
        (words::WAS_HELD, end(one.partner, one.meeting, Deed::Hold))
    };
    Some(Row {
        icon: if meeting.how == How::VideoCall { "video" } else { "meetings" },
        href: route.href(),
        about: title.clone(),
        title,
        meta: vec![what],
        when: match one.at.filter(|_| is_today) {
            Some(at) => at.to_string(),
            None => catalogue::due(one.on, today).0,
        },
        urgency: if is_today { "today" } else { "late" },
        deed,
        act,
        asked: None,
        other: None,
    })
}

/// A recap that is due.
pub fn recap(workspace: &Workspace, one: &RecapDue, today: Date) -> Option<Row> {
    let name = name_of(workspace, one.partner)?;
    let meeting = workspace.partner(one.partner)?.meetings.all.get(&one.meeting)?;
    let (when, urgency) = catalogue::due(one.due, today);
    Some(Row {
        icon: "mail",
        href: Route::Meeting(one.meeting).href(),
        title: words::recap_of(meeting.title.as_str()),
        meta: vec![name.clone(), words::held(meeting.day())],
        when,
        urgency: urgency.unwrap_or("today"),
        deed: words::MARK_SENT,
        about: words::heading(&name, meeting.title.as_str()),
        act: end(one.partner, one.meeting, Deed::Send),
        asked: Some(Asked::Recap(*one)),
        other: None,
    })
}

fn end(partner: PartnerId, meeting: MeetingId, deed: Deed) -> Callback<()> {
    let desk = Desk::of_page();
    Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            // Without its module nothing happened, and the row stays.
            let _ = changing::run(desk, partner, meeting, deed).await;
        });
    })
}

fn act(desk: Desk, partner: PartnerId, meeting: MeetingId, deed: Deed) {
    let named = if deed == Deed::Hold { deeds::HOLD_MEETING } else { deeds::SEND_RECAP };
    let result = desk.change(named, |workspace, moment| {
        let today = moment.today();
        workspace.partner_mut(partner)?.amend(meeting, today, |meeting: &mut Meeting| match deed {
            Deed::Hold => meeting.hold(meeting.on.min(today), today),
            Deed::Send => meeting.send_recap(today, today),
        })
    });
    if let Err(declined) = result {
        desk.say(&declined.sentence, crate::state::notices::Offer::Nothing);
    }
}
