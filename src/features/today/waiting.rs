//! What was put off: folded away, each row with the day it is back.

use leptos::prelude::*;

use crate::catalogue::today as words;
use crate::domain::agenda::{Asked, Waiting};
use crate::domain::{Date, Workspace};
use crate::kit::Icon;
use crate::parts::put_off::back::bring_it_back;
use crate::parts::task::told_in_words;
use crate::route::Route;
use crate::state::agenda::DayAgenda;
use crate::state::deeds;
use crate::state::desk::Desk;

use super::meetings::recap;
use super::rows::{Row, item, name_of, quiet, signal, watch};

/// The rows that are seen again later; nothing when there are none.
#[component]
pub fn WaitingRows() -> impl IntoView {
    let (desk, agenda) = (Desk::of_page(), DayAgenda::of_page());
    let waiting = Memo::new(move |_| agenda.read(|agenda| agenda.waiting.clone()));
    let count = Memo::new(move |_| waiting.with(Vec::len));
    // The fold stays as it is while rows come and go.
    let is_any = Memo::new(move |_| count.get() > 0);
    move || {
        is_any.get().then(|| {
            view! {
                <details class="disclosure screen-only">
                    <summary>
                        <Icon name="chevron-right" size="s" />
                        {move || words::waiting(count.get())}
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
        })
    }
}

fn row(workspace: &Workspace, waiting: &Waiting, today: Date) -> Option<Row> {
    let row = match &waiting.row {
        Asked::Task(due) => {
            let (icon, title, whose) = told_in_words(due.task, workspace.partner(due.partner)?, today)?;
            Row {
                icon,
                href: Route::Partner(due.partner).href(),
                about: title.clone(),
                title,
                meta: vec![whose, name_of(workspace, due.partner)?],
                when: String::new(),
                urgency: "",
                deed: "",
                act: Callback::new(|()| {}),
                asked: None,
                other: None,
            }
        }
        Asked::Item(one) => item(workspace, one, today)?,
        Asked::Touch(one) => quiet(workspace, one, today)?,
        Asked::Result(one) => watch(workspace, one, today)?,
        Asked::Answer(one) => signal(workspace, one, today)?,
        Asked::Recap(one) => recap(workspace, one, today)?,
    };
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
