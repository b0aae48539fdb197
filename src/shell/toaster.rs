//! What just happened, and how to take it back.

use std::time::Duration;

use leptos::prelude::*;

use crate::catalogue::shell as words;
use crate::kit::Icon;
use crate::state::desk::Desk;
use crate::state::notices::{Offer, Toast};

/// How long a notice stays when nobody looks at it.
const STAYS: Duration = Duration::from_secs(12);

/// The latest notice. It stays while the pointer or the focus is on it.
#[component]
pub fn Toaster() -> impl IntoView {
    let desk = Desk::of_page();
    let toast = desk.toast();
    let is_held = RwSignal::new(false);
    // The timer belongs to the world outside: it starts over with each notice and each letting go.
    Effect::new(move |timer: Option<Option<TimeoutHandle>>| {
        if let Some(Some(timer)) = timer {
            timer.clear();
        }
        let waits = toast.with(Option::is_some) && !is_held.get();
        waits.then(|| set_timeout_with_handle(move || desk.dismiss_toast(), STAYS).ok()).flatten()
    });
    view! {
        <div class="toaster" role="status" aria-live="polite">
            {move || toast.get().map(|toast| view! { <Notice toast is_held /> })}
        </div>
    }
}

#[component]
fn Notice(toast: Toast, is_held: RwSignal<bool>) -> impl IntoView {
    let desk = Desk::of_page();
    let offer = match toast.offer {
        Offer::Nothing => None,
        Offer::Undo => Some(Callback::new(move |()| desk.undo())),
        Offer::UndoRestore => Some(Callback::new(move |()| desk.undo_restore())),
    };
    let close = move || {
        is_held.set(false);
        desk.dismiss_toast();
    };
    view! {
        <div
            class="toast"
            on:pointerenter=move |_| is_held.set(true)
            on:pointerleave=move |_| is_held.set(false)
            on:focusin=move |_| is_held.set(true)
            on:focusout=move |_| is_held.set(false)
        >
            <Icon name="check" />
            <span>{toast.words}</span>
            {offer
                .map(|undo| {
                    view! {
                        <button
                            class="button button--line"
                            data-size="small"
                            type="button"
                            on:click=move |_| {
                                is_held.set(false);
                                undo.run(());
                            }
                        >
                            {words::UNDO}
                        </button>
                    }
                })}
            <span class="toast__time" aria-hidden="true"></span>
            <button
                class="button button--quiet"
                data-shape="icon"
                data-size="small"
                type="button"
                aria-label=words::DISMISS
                on:click=move |_| close()
            >
                <Icon name="close" />
            </button>
        </div>
    }
}
