//! Actions on one thing, behind a button.

use leptos::prelude::*;

use super::icon::Icon;
use super::keys::Keys;
use super::popover::{Face, Kind, close_around, opener};

/// A button that opens a list of [`MenuItem`]s. Arrows, Home and End go through it; Escape, Tab and a press elsewhere
/// close it, and the focus returns to the button. An `<hr>` between items parts them.
#[component]
pub fn Menu(
    /// The words on the button, and the name of the list. In a row they name its thing: `Actions for Northquay`.
    #[prop(into)]
    label: String,
    /// How the button looks.
    #[prop(default = Face::WORDS)]
    face: Face,
    /// The items, one beside the other; built anew each time it opens.
    children: ChildrenFn,
) -> impl IntoView {
    opener(label, face, Kind::Menu, children)
}

/// One action.
#[component]
pub fn MenuItem(
    /// What it does.
    #[prop(into)]
    words: String,
    /// An icon before the words.
    #[prop(optional_no_strip, into)]
    icon: Option<&'static str>,
    /// The keys that do the same.
    #[prop(optional)]
    keys: &'static [&'static str],
    /// Whether it takes something away.
    #[prop(optional)]
    is_danger: bool,
    /// Called when it is picked; the menu is closed by then and the focus is at its button.
    #[prop(into)]
    on_pick: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            class="menu__item"
            type="button"
            role="menuitem"
            tabindex="-1"
            data-tone=is_danger.then_some("danger")
            on:click=move |event| {
                close_around(&event);
                on_pick.run(());
            }
        >
            {icon.map(|name| view! { <Icon name /> })}
            {words}
            {(!keys.is_empty()).then(|| view! { <Keys keys /> })}
        </button>
    }
}
