//! The design system on one page: every part in every state. It has an address and no link to it.

mod charts;
mod fields;
mod foundations;
mod lists;
mod overlays;
mod readings;
mod sentences;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::catalogue::components::{self as words, Part};
use crate::route::Route;

/// Every part in every state.
#[component]
pub fn ComponentsPage() -> impl IntoView {
    let index: Vec<_> = words::PARTS
        .into_iter()
        .map(|(id, name, _)| {
            view! {
                <a
                    href=Route::Kit.href()
                    on:click=move |event| {
                        event.prevent_default();
                        go_to(id);
                    }
                >
                    {name}
                </a>
            }
        })
        .collect();
    view! {
        <div class="page__head">
            <div>
                <h1 tabindex="-1">{words::TITLE}</h1>
                <p class="page__lede">{words::LEDE}</p>
            </div>
        </div>
        <nav class="gallery__index" aria-label=words::TITLE>
            {index}
        </nav>
        <div class="gallery">
            {foundations::colour()} {foundations::buttons()} {fields::fields()} {readings::bands()} {readings::tags()}
            {charts::charts()} {lists::table()} {lists::items()} {lists::checklist()} {overlays::dialogs()}
            {overlays::notices()} {overlays::empty()} {overlays::palette()} {overlays::shortcuts()}
            {sentences::letter()} {sentences::slab()}
        </div>
    }
}

/// A part of the page: its heading, what it is for, and its specimens.
fn part((id, name, lede): Part, specimens: AnyView) -> AnyView {
    let (title_id, labelled_by) = (format!("{id}-title"), format!("{id}-title"));
    view! {
        <section class="gallery__part" id=id aria-labelledby=labelled_by>
            <header>
                <h2 id=title_id tabindex="-1">
                    {name}
                </h2>
                <p>{lede}</p>
            </header>
            {specimens}
        </section>
    }
    .into_any()
}

/// One specimen under its name.
fn specimen(name: &'static str, shown: impl IntoView + 'static) -> AnyView {
    view! {
        <div class="specimen">
            <span class="specimen__name">{name}</span>
            {shown.into_any()}
        </div>
    }
    .into_any()
}

/// Moves the focus to a part. The address stays: it belongs to the route.
fn go_to(id: &str) {
    let heading = document().get_element_by_id(&format!("{id}-title"));
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        heading.scroll_into_view();
        // A heading that left the page meanwhile needs no focus.
        let _ = heading.focus();
    }
}
