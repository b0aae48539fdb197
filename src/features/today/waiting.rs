//! What was put off: folded away, each row with the day it is back.

use leptos::prelude::*;

use crate::apart;
use crate::catalogue::today as words;
use crate::domain::agenda::Waiting;
use crate::domain::{Date, Workspace};
use crate::kit::Icon;
use crate::kit::later::arriving_view;
use crate::parts::put_off::back::bring_it_back;
use crate::state::agenda::DayAgenda;
use crate::state::deeds;
use crate::state::desk::Desk;

use super::rows::{Row, row_of};

/// The rows that are seen again later; nothing when there are none.
#[component]
pub fn WaitingRows() -> impl IntoView {
    let agenda = DayAgenda::of_page();
    // The fold stays as it is while rows come and go.
    let is_any = Memo::new(move |_| agenda.read(|agenda| !agenda.waiting.is_empty()));
    move || is_any.get().then(|| arriving_view(changing::view()))
}

// Folded away, it is no part of the first load.
apart! {
    mod changing() { view! { <Fold /> } }
}

#[component]
fn Fold() -> impl IntoView {
    let (desk, agenda) = (Desk::of_page(), DayAgenda::of_page());
    let waiting = Memo::new(move |_| agenda.read(|agenda| agenda.waiting.clone()));
    view! {
        <details class="disclosure screen-only">
            <summary>
                <Icon name="chevron-right" size="s" />
                {move || words::waiting(waiting.with(Vec::len))}
            </summary>
            <ul class="items">
                {move || {
                    let today = desk.today();
                    waiting
                        .with(|waiting| {
                            desk.read(|workspace| {
                                waiting
                                    .iter()
                                    .filter_map(|one| row(workspace, one, today))
                                    .map(Row::into_view)
                                    .collect::<Vec<_>>()
                            })
                        })
                }}
            </ul>
        </details>
    }
}

fn row(workspace: &Workspace, waiting: &Waiting, today: Date) -> Option<Row> {
    let row = row_of(workspace, &waiting.row, today)?;
    let (desk, id) = (Desk::of_page(), waiting.row.id());
    Some(Row {
        when: words::back_on(waiting.until, today),
        urgency: "",
        deed: deeds::BRING_BACK.doing,
        act: Callback::new(move |()| bring_it_back(desk, id)),
        asked: None,
        other: None,
        ..row
    })
}
