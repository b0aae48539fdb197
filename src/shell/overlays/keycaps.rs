//! Keys as they are written on key caps.

use leptos::prelude::*;

use crate::catalogue::commands as words;

/// Key caps in a row, for keys as `state::keys` writes them.
pub fn keycaps(keys: &'static str) -> AnyView {
    let cap = |key: &'static str| match key {
        "mod" if is_mac() => "⌘",
        "mod" => words::CONTROL,
        "shift" => words::SHIFT,
        "k" if keys.starts_with("mod") => "K",
        "z" if keys.starts_with("mod") => "Z",
        key => key,
    };
    let caps: Vec<_> = keys.split(' ').map(|key| view! { <kbd class="kbd">{cap(key)}</kbd> }).collect();
    view! { <span class="keys">{caps}</span> }.into_any()
}

/// Whether keyboards here have ⌘.
fn is_mac() -> bool {
    window().navigator().platform().is_ok_and(|platform| platform.starts_with("Mac"))
}
