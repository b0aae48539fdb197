//! A form that sends itself: the browser's own sending is blocked in a frame without `allow-forms`.

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::focus;

/// A form. Enter in a field and its button of type `submit` send it, Escape leaves it; when it goes, the focus returns
/// to where it came from.
#[component]
pub fn Form(
    /// Its class.
    class: &'static str,
    /// What it is, for those who do not see it.
    #[prop(into)]
    label: String,
    /// Called to send.
    on_send: Callback<()>,
    /// Called when the user leaves; without it Escape does nothing.
    #[prop(optional, into)]
    on_leave: Option<Callback<()>>,
    /// The fields and buttons.
    children: Children,
) -> impl IntoView {
    if on_leave.is_some() {
        give_focus_back_afterwards();
    }
    view! {
        <form
            class=class
            aria-label=label
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                on_send.run(());
            }
            on:click=move |event| {
                if is_submit(&event) {
                    event.prevent_default();
                    on_send.run(());
                }
            }
            on:keydown=move |event| match (event.key().as_str(), on_leave) {
                ("Escape", Some(on_leave)) => on_leave.run(()),
                ("Enter", _) if is_in_input(&event) => {
                    event.prevent_default();
                    on_send.run(());
                }
                _ => {}
            }
        >
            {children()}
        </form>
    }
}

fn is_submit(event: &MouseEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest("button[type='submit']").ok().flatten().is_some())
}

pub(super) fn is_in_input(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    !event.is_composing() && target.is_some_and(|target| target.tag_name() == "INPUT")
}

/// Remembers what has the focus now, and gives it back when the caller's view is gone, unless something else took it.
pub(super) fn give_focus_back_afterwards() {
    let before = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let before = StoredValue::new_local(before);
    let give_back = before.get_value();
    on_cleanup(move || {
        request_animation_frame(move || {
            if let (true, Some(element)) = (focus::is_lost(), give_back) {
                // An element that left the page meanwhile cannot take it; then the content has it.
                let _ = element.focus();
                focus::keep("#main");
            }
        });
    });
}
