//! What has a day, as a file for calendars.

use leptos::prelude::*;

use crate::catalogue::{calendar as words, shell};
use crate::domain::agenda::Task;
use crate::domain::health::Board;
use crate::domain::occasion::{self, Kind, Occasion, What};
use crate::domain::{Date, MeetingId, PartnerId, Workspace};
use crate::interchange::calendar::{self, Told};
use crate::kit::{Icon, file};
use crate::parts::run::told::RunOf;
use crate::route::{PartnerPart, Route};
use crate::state::desk::Desk;
use crate::state::here;
use crate::state::notices::Offer;

/// What goes into the file.
#[derive(Clone, Copy)]
pub enum Wanted<'a> {
    /// All of these kinds.
    Kinds(&'a [Kind]),
    /// A meeting.
    Meeting(MeetingId),
    /// A promise or a milestone.
    Task(PartnerId, Task),
    /// The open items of a playbook at work.
    Run(RunOf),
}

/// Downloads a calendar, or says that nothing of it has a day.
pub fn take(desk: Desk, wanted: Wanted<'_>) {
    let day = untrack(|| desk.today());
    let found = desk.read_once(|workspace| find(workspace, wanted, day));
    let said = if found.is_empty() {
        words::NOTHING.to_owned()
    } else {
        let here = page_address();
        let text = calendar::file(&found, words::NAME, &|one| told(one, here.as_deref()));
        let stem = match wanted {
            Wanted::Kinds(_) => "calendar",
            Wanted::Meeting(_) => "meeting",
            Wanted::Task(..) => "promise",
            Wanted::Run(_) => "playbook",
        };
        match file::download(&words::file(stem, day), calendar::MEDIA_TYPE, &text) {
            Ok(()) => words::downloaded(found.len()),
            Err(why) => shell::no_download(&why),
        }
    };
    desk.say(&said, Offer::Nothing);
}

/// A button in a row that takes a meeting along.
pub fn meeting_button(id: MeetingId, about: &str) -> AnyView {
    let desk = Desk::of_page();
    let label = crate::catalogue::partner::about(words::TO_CALENDAR, about);
    view! {
        <button
            class="button button--quiet"
            data-size="small"
            data-shape="icon"
            type="button"
            aria-label=label
            title=words::TO_CALENDAR
            on:click=move |_| take(desk, Wanted::Meeting(id))
        >
            <Icon name="calendar" />
        </button>
    }
    .into_any()
}

fn find(workspace: &Workspace, wanted: Wanted<'_>, day: Date) -> Vec<Occasion> {
    match wanted {
        Wanted::Kinds(kinds) => {
            let mut board = Board::default();
            // Only who should hear from us depends on health.
            if kinds.contains(&Kind::Partner) {
                board.refresh(workspace, day);
            }
            occasion::occasions(workspace, &board, day, kinds)
        }
        Wanted::Meeting(id) => occasion::of_meeting(workspace, id).into_iter().collect(),
        Wanted::Task(partner, task) => occasion::of_task(workspace, partner, task, day).into_iter().collect(),
        Wanted::Run(run) => occasion::of_run(workspace, run.home, run.id, day),
    }
}

fn told(one: &Occasion, here: Option<&str>) -> Told {
    let partner = one.partner.as_ref().map(|(id, _)| *id);
    let route = match (&one.what, partner) {
        (What::Meeting { id, .. }, _) => Route::Meeting(*id),
        (What::Item { run, .. }, _) => Route::Run(*run),
        (What::Person { id, .. }, _) => Route::Person(*id),
        (What::Ending { .. }, Some(id)) => Route::Ending(id),
        (What::Promise { .. } | What::Milestone { .. }, Some(id)) => {
            Route::PartnerPart(id, PartnerPart::Promises)
        }
        (_, Some(id)) => Route::Partner(id),
        (_, None) => Route::Today,
    };
    Told {
        summary: words::summary(one),
        description: words::description(one),
        address: here.map(|here| [here, &route.href()].concat()),
    }
}

/// The address of this page in a tab of its own, where it is one that others can open and finds what is here: inside a
/// page of another site the browser keeps a copy apart.
fn page_address() -> Option<String> {
    let address = here::alone();
    let page = address.split('#').next()?;
    (page.starts_with("http") && !here::is_elsewhere()).then(|| page.to_owned())
}
