//! Keys of the keyboard.

use leptos::prelude::*;

/// Key caps in a row: pressed together, or one after the other.
#[component]
pub fn Keys(
    /// What is on the caps, such as `Ctrl` and `K`.
    keys: &'static [&'static str],
) -> impl IntoView {
    let caps: Vec<_> = keys.iter().map(|cap| view! { <kbd class="kbd">{*cap}</kbd> }).collect();
    view! { <span class="keys">{caps}</span> }
}
