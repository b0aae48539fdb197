//! On or off, at once.

use leptos::prelude::*;

/// On or off; it applies as it is turned, without a button to save it.
#[component]
pub fn Switch(
    /// The words beside it: what is on when it is on.
    #[prop(into)]
    label: String,
    /// Whether it is on.
    value: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <label class="check">
            <input
                class="switch"
                type="checkbox"
                role="switch"
                prop:checked=value
                on:change:target=move |event| value.set(event.target().checked())
            />
            {label}
        </label>
    }
}
