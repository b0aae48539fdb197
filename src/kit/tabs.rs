//! Tabs: parts of one place. Each has an address, so Back works.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::catalogue::intl;

/// One tab.
pub struct Tab {
    /// Where it leads.
    pub href: String,
    /// What it is called.
    pub label: &'static str,
    /// How many things are behind it, when that helps to choose.
    pub count: Option<Signal<usize>>,
}

/// A row of tabs. On a narrow page it scrolls, and the current tab comes into sight.
#[component]
pub fn Tabs(
    /// What they are parts of, for those who do not see it.
    label: &'static str,
    /// The tabs.
    tabs: Vec<Tab>,
    /// The place of the current one.
    #[prop(into)]
    here: Signal<usize>,
) -> impl IntoView {
    let node = NodeRef::<leptos::html::Nav>::new();
    Effect::new(move |_| {
        let _ = here.get();
        if let Some(row) = node.get() {
            // The links are marked in the same turn; they have their places in the next.
            request_animation_frame(move || show_current(&row));
        }
    });
    let links: Vec<_> = tabs
        .into_iter()
        .enumerate()
        .map(|(place, Tab { href, label, count })| {
            view! {
                <a class="tabs__link" href=href aria-current=move || (here.get() == place).then_some("page")>
                    {label} " "
                    {count
                        .map(|count| {
                            view! { <span class="count">{move || intl::whole(count.get())}</span> }
                        })}
                </a>
            }
        })
        .collect();
    view! {
        <nav class="tabs" aria-label=label node_ref=node>
            {links}
        </nav>
    }
}

/// Scrolls the row, and only the row, so that the current tab stands in its middle.
fn show_current(row: &HtmlElement) {
    let current = row.query_selector("[aria-current]").ok().flatten();
    if let Some(link) = current.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        row.set_scroll_left(link.offset_left() - (row.client_width() - link.offset_width()) / 2);
    }
}
