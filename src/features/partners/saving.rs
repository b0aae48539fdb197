//! Saving what the list shows as a view with a name.

use leptos::prelude::*;

use crate::catalogue::partners as words;
use crate::domain::view::SavedView;
use crate::domain::{Field, Line, Refusal, listing};
use crate::kit::popover::{Face, close_open};
use crate::kit::{Form, Popover, TextField};
use crate::parts::form::{FormErrors, FormSummary};
use crate::state::deeds;
use crate::state::desk::{Declined, Desk};

use super::state::{At, ListState};

/// A button that asks for the name of the view.
#[component]
pub fn SaveView() -> impl IntoView {
    let face = Face { class: "button button--quiet", icon: Some("star"), ..Face::WORDS };
    view! {
        <Popover label=words::SAVE_VIEW face>
            <ViewForm />
        </Popover>
    }
}

/// The name of the view, and what becomes of it. A view that was opened can be changed, saved as
/// another or deleted.
#[component]
fn ViewForm() -> impl IntoView {
    let (desk, list) = (Desk::of_page(), ListState::of_page());
    let errors = FormErrors::new();
    let opened = match list.at.get_untracked() {
        At::Saved(id) => {
            desk.read_once(|workspace| workspace.views.get(&id).map(|view| (id, view.name.to_string())))
        }
        At::BuiltIn(_) => None,
    };
    let id = opened.as_ref().map(|(id, _)| *id);
    let name = RwSignal::new(opened.map(|(_, name)| name).unwrap_or_default());
    let view = move || -> Result<SavedView, Refusal> {
        let mut filter = list.filter.get_untracked();
        filter.text = list.query.with_untracked(|query| Line::parse_optional(Field::What, query))?;
        let name = name.with_untracked(|name| Line::parse(Field::Name, name))?;
        Ok(SavedView::new(name, filter, list.sorting.get_untracked(), list.columns.get_untracked()))
    };
    // Says what went wrong, or closes.
    let finish = move |outcome: Result<(), Declined>| match outcome {
        Ok(()) => close_open(),
        Err(declined) => errors.show_declined(&declined),
    };
    let save_new = move |()| {
        errors.clear();
        match view() {
            Err(refusal) => errors.show_refusal(&refusal),
            Ok(view) => {
                let saved =
                    desk.change(deeds::SAVE_VIEW, |workspace, moment| workspace.save_view(view, moment));
                finish(saved.map(|id| list.at.set(At::Saved(id))));
            }
        }
    };
    let change = move |()| {
        errors.clear();
        match (view(), id) {
            (Err(refusal), _) => errors.show_refusal(&refusal),
            (Ok(view), Some(id)) => {
                finish(desk.change(deeds::CHANGE_VIEW, |workspace, _| workspace.change_view(id, view)));
            }
            (Ok(_), None) => {}
        }
    };
    let delete = move |_| {
        let Some(id) = id else { return };
        finish(desk.change(deeds::DELETE_VIEW, |workspace, _| listing::remove(&mut workspace.views, id)));
    };
    let on_send = if id.is_some() { Callback::new(change) } else { Callback::new(save_new) };
    view! {
        <Form class="stack" label=words::SAVE_VIEW on_send>
            <TextField label=words::VIEW_NAME value=name error=errors.at(Field::Name) hint=words::VIEW_HINT />
            <FormSummary errors />
            <div class="cluster">
                <button class="button button--primary" type="submit">
                    {if id.is_some() { words::SAVE_CHANGES } else { words::SAVE_VIEW }}
                </button>
                {id
                    .map(|_| {
                        view! {
                            <button class="button" type="button" on:click=move |_| save_new(())>
                                {words::SAVE_AS_NEW}
                            </button>
                            <button class="button button--quiet" type="button" on:click=delete>
                                {words::DELETE_VIEW}
                            </button>
                        }
                    })}
            </div>
        </Form>
    }
}
