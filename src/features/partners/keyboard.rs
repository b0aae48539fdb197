//! The rows by the keyboard: the focus goes from name to name, so that Enter opens and whatever reads
//! the page aloud comes along.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

use crate::domain::{PartnerId, table};
use crate::route::Route;
use crate::state::keys::{self, Keys};

use super::state::ListState;

/// Binds the keys of the list; `find` goes to its search.
pub fn listen(find: Callback<()>) {
    let (keys, list) = (Keys::of_page(), ListState::of_page());
    keys.bind(keys::FIND, find);
    keys.bind(keys::NEXT_ROW, Callback::new(move |()| step(list, true)));
    keys.bind(keys::PREVIOUS_ROW, Callback::new(move |()| step(list, false)));
    keys.bind(keys::EDIT, Callback::new(move |()| edit(list)));
    keys.bind(
        keys::SELECT_ROW,
        Callback::new(move |()| {
            if let Some(id) = row_in_focus(list).and_then(|row| partner_of(&row)) {
                list.toggle(id);
            }
        }),
    );
}

/// Goes to what can be done with those selected; with the row in focus when there are none.
fn edit(list: ListState) {
    if list.selected.with_untracked(table::Set::is_empty) {
        let Some(id) = row_in_focus(list).and_then(|row| partner_of(&row)) else { return };
        list.toggle(id);
    }
    request_animation_frame(|| focus(document().query_selector(".selection button").ok().flatten()));
}

/// Selects the row whose box was changed, or no longer.
pub fn toggle_row_of(list: ListState, event: &Event) {
    let control = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let row = control.and_then(|control| control.closest("tr").ok().flatten());
    if let Some(id) = row.and_then(|row| partner_of(&row)) {
        list.toggle(id);
    }
}

/// Goes to the row after the one in focus, or before it; to the first when there is none.
fn step(list: ListState, is_forward: bool) {
    let next = match row_in_focus(list) {
        Some(row) if is_forward => row.next_element_sibling(),
        Some(row) => row.previous_element_sibling(),
        None => document().query_selector("table.partners tbody tr").ok().flatten(),
    };
    let Some(row) = next else { return };
    list.row.set_value(partner_of(&row));
    focus(row.query_selector("th a").ok().flatten());
}

fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that left the page meanwhile takes no focus.
        let _ = element.focus();
    }
}

/// The row that has the focus; else the one the keys were at last, if it is still drawn.
fn row_in_focus(list: ListState) -> Option<Element> {
    let focused = document().active_element()?.closest("table.partners tbody tr").ok().flatten();
    focused.or_else(|| {
        let id = list.row.get_value()?;
        let link = format!("table.partners tbody a[href=\"{}\"]", Route::Partner(id).href());
        document().query_selector(&link).ok().flatten()?.closest("tr").ok().flatten()
    })
}

/// Which partner a row is about: the one its name leads to.
fn partner_of(row: &Element) -> Option<PartnerId> {
    let link = row.query_selector("th a").ok().flatten()?;
    match Route::parse(&link.get_attribute("href")?) {
        Route::Partner(id) => Some(id),
        _ => None,
    }
}
