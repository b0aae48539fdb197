//! A question that must be answered first. Native `<dialog>`: focus, Escape and the top layer come
//! with it.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::catalogue::kit as words;

use super::form::{give_focus_back_afterwards, is_in_input};
use super::icon::Icon;

/// A modal dialog that is open as long as it is in the page. Escape and the cross call `on_close`; when
/// it goes, the focus returns to where it came from.
#[component]
pub fn Dialog(
    /// The question, as the heading.
    title: &'static str,
    /// Called when the user leaves without answering.
    #[prop(into)]
    on_close: Callback<()>,
    /// Whether it needs the room of a list.
    #[prop(optional)]
    is_wide: bool,
    /// The body, and the foot with its buttons.
    children: Children,
) -> impl IntoView {
    give_focus_back_afterwards();
    let node = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = node.get() {
            // It fails only for a dialog that is open already.
            let _ = dialog.show_modal();
        }
    });
    view! {
        <dialog
            class="dialog"
            data-size=is_wide.then_some("wide")
            node_ref=node
            aria-label=title
            on:cancel=move |event: leptos::ev::Event| {
                event.prevent_default();
                on_close.run(());
            }
        >
            {dialog_head(title, on_close)}
            {children()}
        </dialog>
    }
}

/// Answers the question when Enter is pressed in the field of a word that confirms it.
pub fn on_enter(answer: impl Fn() + 'static) -> impl Fn(KeyboardEvent) + 'static {
    move |event| {
        if event.key() == "Enter" && is_in_input(&event) {
            event.prevent_default();
            answer();
        }
    }
}

/// The heading of a dialog, and the cross that leaves it.
pub fn dialog_head(title: &'static str, on_close: Callback<()>) -> AnyView {
    view! {
        <div class="dialog__head">
            <h2>{title}</h2>
            <button
                class="button button--quiet"
                data-shape="icon"
                data-size="small"
                type="button"
                aria-label=words::CLOSE
                on:click=move |_| on_close.run(())
            >
                <Icon name="close" />
            </button>
        </div>
    }
    .into_any()
}
