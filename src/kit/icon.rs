//! Icons from the sprite that `index.html` carries.

use leptos::prelude::*;

/// An icon of `style/icons.svg`. It is decoration: the words beside it, or the label of its
/// control, say the same.
#[component]
pub fn Icon(
    /// The id of a symbol in the sprite.
    name: &'static str,
    /// `s`, `l` or `xl`; absent is 16 px.
    #[prop(optional)]
    size: Option<&'static str>,
) -> impl IntoView {
    view! {
        <svg class="icon" data-size=size aria-hidden="true">
            <use href=format!("#{name}")></use>
        </svg>
    }
}
