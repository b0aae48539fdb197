//! Chips: filters that are set, and words that were understood; each can be taken away.

use leptos::prelude::*;

use crate::catalogue::kit as words;

use super::icon::Icon;
use super::popover::{Face, Kind, opener};

/// A filter that is set. Pressing it takes it away.
#[component]
pub fn Chip(
    /// What it says, such as `Tier is 1`.
    #[prop(into)]
    words: String,
    /// Called when it is to go.
    #[prop(into)]
    on_remove: Callback<()>,
) -> impl IntoView {
    let name = words::remove(&words);
    view! {
        <button
            class="chip"
            data-state="set"
            type="button"
            aria-label=name.clone()
            title=name
            on:click=move |_| on_remove.run(())
        >
            {words}
            <Icon name="close" />
        </button>
    }
}

/// A filter on offer. It opens what sets it; from inside, `kit::popover::close_around` closes that.
#[component]
pub fn AddChip(
    /// What can be filtered by, such as `Stage`.
    #[prop(into)]
    label: String,
    /// What sets it.
    children: ChildrenFn,
) -> impl IntoView {
    opener(label, Face::CHIP, Kind::Dialog, children)
}
