//! A tag names a kind. It never carries health.

use leptos::prelude::*;

use super::icon::Icon;

/// A word on a quiet ground.
#[component]
pub fn Tag(
    /// The word.
    #[prop(into)]
    words: String,
    /// `accent`, `good`, `warn`, `late` or `plain`; absent is the quiet ground.
    #[prop(optional_no_strip, into)]
    tone: Option<&'static str>,
    /// An icon before the word.
    #[prop(optional_no_strip, into)]
    icon: Option<&'static str>,
) -> impl IntoView {
    view! {
        <span class="tag" data-tone=tone>
            {icon.map(|name| view! { <Icon name size="s" /> })}
            <bdi>{words}</bdi>
        </span>
    }
}
