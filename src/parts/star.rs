//! The star that keeps something at hand.

use leptos::prelude::*;

use crate::catalogue::at_hand as words;
use crate::kit::Icon;
use crate::state::at_hand::AtHand;

/// Keeps something at hand, or no longer.
#[component]
pub fn Star(
    /// Where it is kept.
    at_hand: AtHand,
    /// What is kept, by its name.
    name: String,
    /// Whether it stands in a row of small buttons.
    #[prop(optional)]
    is_small: bool,
) -> impl IntoView {
    let name = StoredValue::new(name);
    let is_kept = Memo::new(move |_| name.with_value(|name| at_hand.has(name)));
    let label = move || if is_kept.get() { words::LET_GO } else { words::KEEP };
    view! {
        <button
            class="button button--quiet star"
            data-shape="icon"
            data-size=is_small.then_some("small")
            type="button"
            aria-label=label
            title=label
            aria-pressed=move || is_kept.get().to_string()
            on:click=move |_| name.with_value(|name| at_hand.toggle(name))
        >
            <Icon name="star" />
        </button>
    }
}
