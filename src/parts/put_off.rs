//! A row of the day that is seen again later: the button, the question beneath the row, and the way back.

use leptos::prelude::*;

use crate::catalogue::{partner::about, today as words};
use crate::domain::put_off::{RowId, near};
use crate::domain::{Date, Field, Refusal};
use crate::kit::later::arriving_view;
use crate::kit::{DateField, Form, Icon};
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::notices::Offer;

use super::form::{FormErrors, FormSummary, form_deeds};

/// The button that asks until when.
pub fn later_button(is_asked: RwSignal<bool>, title: &str) -> AnyView {
    let name = about(deeds::SHOW_LATER.doing, title);
    view! {
        <button
            class="button button--quiet"
            data-shape="icon"
            data-size="small"
            type="button"
            title=deeds::SHOW_LATER.doing
            aria-label=name
            aria-expanded=move || is_asked.get().to_string()
            on:click=move |_| is_asked.update(|is_asked| *is_asked = !*is_asked)
        >
            <Icon name="clock" />
        </button>
    }
    .into_any()
}

/// The question, while it is asked.
pub fn later_question(row: RowId, is_asked: RwSignal<bool>) -> AnyView {
    (move || is_asked.get().then(|| arriving_view(changing::view(row, is_asked)))).into_any()
}

// What changes something is no part of the first load; it comes with the desk's.
crate::apart! {
    mod changing(row: RowId, is_asked: RwSignal<bool>) { view! { <Question row is_asked /> } }
}

/// The way back.
pub mod back {
    use super::{Desk, Offer, RowId, deeds};

    crate::apart! {
        mod changing(desk: Desk, row: RowId) -> () { bring_back(desk, row) }
    }

    /// Puts a row back on the agenda. Without the module nothing happens, and the row stays where it is.
    pub fn bring_it_back(desk: Desk, row: RowId) {
        leptos::task::spawn_local(async move {
            let _ = changing::run(desk, row).await;
        });
    }

    fn bring_back(desk: Desk, row: RowId) {
        let result = desk.change(deeds::BRING_BACK, |workspace, moment| {
            workspace.bring_back(row, moment);
            Ok(())
        });
        if let Err(declined) = result {
            desk.say(&declined.sentence, Offer::Nothing);
        }
    }
}

/// Asks for the day, three of which are a press away.
#[component]
fn Question(row: RowId, is_asked: RwSignal<bool>) -> impl IntoView {
    let desk = Desk::of_page();
    let errors = FormErrors::new();
    let typed = RwSignal::new(String::new());
    let wait = move |until: Result<Date, Refusal>| {
        errors.clear();
        let until = match until {
            Ok(until) => until,
            Err(refusal) => return errors.show_refusal(&refusal),
        };
        match desk.change(deeds::SHOW_LATER, |workspace, moment| workspace.put_off(row, until, moment)) {
            Ok(()) => is_asked.set(false),
            Err(declined) => errors.show_declined(&declined),
        }
    };
    let send = move |()| wait(typed.with_untracked(|typed| Refusal::date(Field::Until, typed)));
    let leave = Callback::new(move |()| is_asked.set(false));
    let today = desk.today();
    let near: Vec<_> = near(today)
        .into_iter()
        .map(|(near, day)| {
            view! {
                <button class="chip" type="button" on:click=move |_| wait(Ok(day))>
                    {words::near(near, day)}
                </button>
            }
        })
        .collect();
    view! {
        <li>
            <Form
                class="stack question"
                label=deeds::SHOW_LATER.doing
                on_send=Callback::new(send)
                on_leave=leave
            >
                <div class="cluster" data-gap="2">
                    {near}
                </div>
                <DateField label=words::ANOTHER_DAY value=typed error=errors.at(Field::Until) />
                <FormSummary errors />
                {form_deeds(deeds::SHOW_LATER.doing, leave)}
            </Form>
        </li>
    }
}
