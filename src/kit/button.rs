//! Buttons that stand in many places alike. All others are a class and an `on:click`.

use leptos::prelude::*;

/// A small button of a row. `label` says to what its words apply, for those who hear it without the row.
pub fn row_button(words: &'static str, label: String, on_click: impl Fn() + 'static) -> AnyView {
    drawn(words, label, Box::new(on_click))
}

fn drawn(words: &'static str, label: String, on_click: Box<dyn Fn()>) -> AnyView {
    view! {
        <button class="button button--line" data-size="small" type="button" aria-label=label on:click=move |_| on_click()>
            {words}
        </button>
    }
    .into_any()
}

/// Shows `page` more of a long list; nothing when none is `hidden`.
pub fn more_button(
    hidden: usize,
    page: usize,
    shown: RwSignal<usize>,
    words: fn(usize) -> String,
) -> Option<AnyView> {
    (hidden > 0).then(|| {
        view! {
            <button class="button" type="button" on:click=move |_| shown.update(|shown| *shown += page)>
                {words(hidden)}
            </button>
        }
        .into_any()
    })
}
