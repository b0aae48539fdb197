//! The day that the list is about: today, or any day before.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::catalogue::partners as words;
use crate::domain::{Date, Field, Quarter, Refusal};
use crate::kit::popover::{Face, close_open};
use crate::kit::{DateField, Form, Icon, Popover};
use crate::parts::form::FormErrors;
use crate::state::desk::Desk;

use super::state::ListState;

/// A button that says which day the list is about, and asks for another.
#[component]
pub fn AsOf() -> impl IntoView {
    let list = ListState::of_page();
    let face = Face { class: "button button--quiet", icon: Some("clock"), ..Face::WORDS };
    view! {
        <span class="views__day">
            {move || {
                let label = list.as_of.get().map_or_else(|| words::AS_OF_TODAY.to_owned(), words::as_of);
                view! {
                    <Popover label face>
                        <DayForm />
                    </Popover>
                }
            }}
        </span>
    }
}

/// Says that the list is not about today, and leads back.
#[component]
pub fn AsOfBanner() -> impl IntoView {
    let list = ListState::of_page();
    view! {
        <div class="views__told" role="status">
            {move || {
                let day = list.as_of.get()?;
                Some(
                    view! {
                        <div class="banner" data-tone="warn">
                            <Icon name="clock" />
                            <p>
                                <strong>{words::not_today(day)}</strong>
                                " "
                                {words::NOT_TODAY_MEANS}
                            </p>
                            <div class="cluster">
                                <button class="button" type="button" on:click=move |_| go_to(list, None)>
                                    {words::BACK_TO_TODAY}
                                </button>
                            </div>
                        </div>
                    },
                )
            }}
        </div>
    }
}

/// A day, and some that are often asked for.
#[component]
fn DayForm() -> impl IntoView {
    let (desk, list) = (Desk::of_page(), ListState::of_page());
    let errors = FormErrors::new();
    let today = desk.today();
    let asked = list.as_of.get_untracked().map(|day| day.to_string()).unwrap_or_default();
    let asked = RwSignal::new(asked);
    let show = move |day: Date| {
        close_open();
        go_to(list, (day < today).then_some(day));
    };
    let send = move |()| {
        errors.clear();
        let day = asked
            .with_untracked(|asked| Refusal::date(Field::On, asked))
            .and_then(|day| if day > today { Err(Refusal::NotYet { field: Field::On }) } else { Ok(day) });
        match day {
            Ok(day) => show(day),
            Err(refusal) => errors.show_refusal(&refusal),
        }
    };
    let fiscal = desk.read_once(|workspace| workspace.settings.fiscal_start);
    let presets: Vec<_> = [
        (words::FOUR_WEEKS_AGO, today.plus_days(-28)),
        (words::END_OF_LAST_QUARTER, Quarter::of(today, fiscal).first_day().plus_days(-1)),
        (words::A_YEAR_AGO, today.a_year_earlier()),
    ]
    .into_iter()
    .map(|(label, day)| {
        view! {
            <button class="button button--quiet" type="button" on:click=move |_| show(day)>
                {words::preset(label, day)}
            </button>
        }
    })
    .collect();
    view! {
        <Form class="stack" label=words::AS_OF_ANOTHER_DAY on_send=Callback::new(send)>
            <DateField label=words::SHOW_AS_ON value=asked error=errors.at(Field::On) hint=words::AS_OF_HINT />
            <button class="button button--primary" type="submit">
                {words::SHOW_THAT_DAY}
            </button>
            <div class="views__presets">{presets}</div>
        </Form>
    }
}

/// Has the list be about a day. The button that asked for it is made anew, and takes the focus back.
fn go_to(list: ListState, day: Option<Date>) {
    list.as_of.set(day);
    list.start_over();
    request_animation_frame(|| {
        let button = document().query_selector(".views__day button").ok().flatten();
        if let Some(button) = button.and_then(|button| button.dyn_into::<web_sys::HtmlElement>().ok()) {
            // A button that left the page meanwhile takes no focus.
            let _ = button.focus();
        }
    });
}
