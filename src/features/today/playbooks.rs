//! What playbooks ask for: items that are due, and rounds that come again.

use leptos::prelude::*;

use crate::catalogue::{self, run, today as words};
use crate::domain::agenda::{Asked, ItemDue, PlaybookDue};
use crate::domain::checklist::{Home, RunId};
use crate::domain::{Date, Workspace};
use crate::route::Route;
use crate::state::address::go;
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::notices::Offer;

use super::rows::{Row, name_of};

/// An item of a playbook, or its next round.
pub fn item(workspace: &Workspace, one: &ItemDue, today: Date) -> Option<Row> {
    let sheet = workspace.runs(one.home)?.sheet(one.run, workspace.traits(one.home, today))?;
    let owner = match one.home {
        Some(id) => name_of(workspace, id)?,
        None => words::OUR_OWN.to_owned(),
    };
    let (title, part) = match &one.what {
        PlaybookDue::Item(item) => (sheet.template.item(item)?.text.clone(), sheet.run.title.clone()),
        PlaybookDue::Round(_) => (sheet.run.title.clone(), run::recurs(sheet.template.recurs?).to_owned()),
    };
    let (when, urgency) = catalogue::due(one.due, today);
    let (deed, act, other) = deeds_with(&one.what, one.home, one.run);
    Some(Row {
        icon: "playbooks",
        href: Route::Run(one.run).href(),
        title: title.clone(),
        meta: vec![owner, part],
        when,
        urgency: urgency.unwrap_or("today"),
        deed,
        about: title,
        act,
        asked: Some(Asked::Item(one.clone())),
        other,
    })
}

type RowDeed = (&'static str, Callback<()>);

/// An item is worked on in its playbook; a round begins or is left out where it stands.
fn deeds_with(what: &PlaybookDue, home: Home, id: RunId) -> (&'static str, Callback<()>, Option<RowDeed>) {
    let desk = Desk::of_page();
    match *what {
        PlaybookDue::Item(_) => (words::OPEN, Callback::new(move |()| go(Route::Run(id))), None),
        PlaybookDue::Round(anchor) => {
            let answer = move |starts| {
                Callback::new(move |()| round::answer(desk, Round { home, id, anchor }, starts))
            };
            (words::START_AGAIN, answer(true), Some((deeds::PASS_OVER.doing, answer(false))))
        }
    }
}

/// The next round of a playbook, by the run before it.
#[derive(Clone, Copy)]
struct Round {
    home: Home,
    id: RunId,
    anchor: Date,
}

mod round {
    use super::{Desk, Round, begin_or_leave};

    crate::apart! {
        mod changing(desk: Desk, round: Round, starts: bool) -> () { begin_or_leave(desk, round, starts) }
    }

    /// Begins a round, or leaves it out. Without the module nothing happens, and the row stays.
    pub fn answer(desk: Desk, round: Round, starts: bool) {
        leptos::task::spawn_local(async move {
            let _ = changing::run(desk, round, starts).await;
        });
    }
}

fn begin_or_leave(desk: Desk, Round { home, id, anchor }: Round, starts: bool) {
    let deed = if starts { deeds::START_PLAYBOOK } else { deeds::PASS_OVER };
    let result = desk.change(deed, |workspace, moment| {
        let runs = workspace.runs_mut(home)?;
        if starts { runs.start_next(id, anchor, moment).map(|_| ()) } else { runs.pass_over(id, anchor) }
    });
    if let Err(declined) = result {
        desk.say(&declined.sentence, Offer::Nothing);
    }
}
