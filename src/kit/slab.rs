//! The slab: a decision that is owed. There is at most one on a page.

use leptos::prelude::*;

use super::icon::Icon;

/// The inverse ground, a sentence that must be answered, and the ways to answer it.
#[component]
pub fn Slab(
    /// The icon of what is the matter.
    icon: &'static str,
    /// What is the matter, in a word.
    word: &'static str,
    /// What is owed.
    #[prop(into)]
    kicker: String,
    /// The sentence.
    #[prop(into)]
    title: String,
    /// Whether it is only the outline: there is time left.
    #[prop(optional)]
    is_outline: bool,
    /// A `slab__text` with the reason where there is one, and a `cluster` of slab buttons.
    children: Children,
) -> impl IntoView {
    let name = title.clone();
    view! {
        <section class="slab" data-look=is_outline.then_some("outline") aria-label=name>
            <p class="slab__kicker">
                <Icon name=icon />
                <strong>{word}</strong>
                <span>{kicker}</span>
            </p>
            <h2 class="slab__title">{title}</h2>
            {children()}
        </section>
    }
}
