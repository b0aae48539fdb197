//! A search in what the page shows.

use leptos::html;
use leptos::prelude::*;

use super::icon::Icon;

/// An input with an icon before what is typed.
#[component]
pub fn SearchField(
    /// What is searched, for those who do not see the icon.
    label: &'static str,
    /// Stands in it while it is empty.
    #[prop(into)]
    hint: Signal<String>,
    /// The key that leads here.
    shortcut: &'static str,
    /// What was typed.
    value: RwSignal<String>,
    /// The input, for [`focus_search`].
    node: NodeRef<html::Input>,
    /// Called before what is typed is taken.
    #[prop(optional, into)]
    on_type: Option<Callback<()>>,
) -> impl IntoView {
    view! {
        <label class="search">
            <span class="visually-hidden">{label}</span>
            <Icon name="search" />
            <input
                class="input"
                type="search"
                dir="auto"
                autocomplete="off"
                placeholder=move || hint.get()
                aria-keyshortcuts=shortcut
                node_ref=node
                prop:value=value
                on:input:target=move |event| {
                    if let Some(on_type) = on_type {
                        on_type.run(());
                    }
                    value.set(event.target().value());
                }
            />
        </label>
    }
}

/// Gives a search the focus, with what stands in it selected; nothing while it is not in the page.
pub fn focus_search(node: NodeRef<html::Input>) {
    if let Some(input) = node.get_untracked() {
        // A field that left the page meanwhile needs no focus.
        let _ = input.focus();
        input.select();
    }
}
