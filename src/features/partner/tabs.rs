//! The tabs of a partner: links, each with an address, so that Back works.

use leptos::prelude::*;

use crate::catalogue::companion::FIT_AND_DECISION;
use crate::catalogue::meeting::MEETINGS;
use crate::catalogue::partner as words;
use crate::domain::checklist::Traits;
use crate::domain::{Date, Partner};
use crate::kit::Tabs;
use crate::kit::tabs::Tab;
use crate::route::{PartnerPart, Route};
use crate::state::desk::Desk;

use super::people::people_at;
use super::promises::count_open;
use super::subject::Subject;

/// The tabs, each with the number of what it holds.
#[component]
pub fn PartnerTabs(subject: Subject, part: Signal<Option<PartnerPart>>) -> impl IntoView {
    let places = || [None].into_iter().chain(PartnerPart::ALL.map(Some));
    let here = Signal::derive(move || places().position(|place| place == part.get()).unwrap_or(0));
    let tabs = places().map(|place| tab(subject, place)).collect();
    view! { <Tabs label=words::TABS tabs here /> }
}

fn tab(subject: Subject, place: Option<PartnerPart>) -> Tab {
    let desk = Desk::of_page();
    let of = move |read: fn(&Partner) -> usize| {
        Some(Signal::derive(move || subject.read(read).unwrap_or_default()))
    };
    let href = place.map_or(Route::Partner(subject.id), |part| Route::PartnerPart(subject.id, part)).href();
    let (label, count) = match place {
        None => (words::OVERVIEW, None),
        Some(PartnerPart::People) => {
            let people = move || {
                let today = desk.today();
                desk.read(|workspace| people_at(workspace, subject.id, today).len())
            };
            (words::PEOPLE, Some(Signal::derive(people)))
        }
        Some(PartnerPart::Meetings) => (MEETINGS, of(|partner| partner.meetings.all.len())),
        Some(PartnerPart::Promises) => {
            let open = move || {
                let today = desk.today();
                subject.read(|partner| count_open(partner, today)).unwrap_or_default()
            };
            (words::PROMISES, Some(Signal::derive(open)))
        }
        Some(PartnerPart::Exchange) => (words::GIVE_AND_GET, of(|partner| partner.ledger.len())),
        Some(PartnerPart::Traction) => (words::TRACTION, of(|partner| partner.traction.len())),
        Some(PartnerPart::Fit) => (FIT_AND_DECISION, None),
        Some(PartnerPart::Playbooks) => {
            let open = move || {
                let today = desk.today();
                subject.read(|partner| count_at_work(partner, today)).unwrap_or_default()
            };
            (words::PLAYBOOKS, Some(Signal::derive(open)))
        }
        Some(PartnerPart::History) => (words::HISTORY, None),
    };
    Tab { href, label, count }
}

/// Playbooks at work.
fn count_at_work(partner: &Partner, today: Date) -> usize {
    let sheets = partner.playbooks.sheets(Some(Traits::of(partner, today)));
    sheets.filter(|sheet| !sheet.is_over()).count()
}
