//! What just happened, and how to take it back; and that a newer version of the page is there.

use std::time::Duration;

use leptos::prelude::*;

use crate::catalogue::shell as words;
use crate::kit::{Icon, focus};
use crate::state::desk::Desk;
use crate::state::notices::{Offer, Toast};
use crate::state::offline::Offline;

/// How long a notice stays when nobody looks at it.
const STAYS: Duration = Duration::from_secs(12);
/// How long the page is left to itself before its files are kept: what it loads by itself has arrived by then.
const IDLE: Duration = Duration::from_secs(3);

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
            <NewVersion />
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
        focus::keep("#main");
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
                                focus::keep("#main");
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

/// Says that a newer version of the page has arrived. It stays until it is answered, and nothing happens before.
#[component]
fn NewVersion() -> impl IntoView {
    let offline = Offline::of_page();
    set_timeout(move || leptos::task::spawn_local(offline.keep()), IDLE);
    let has_newer = offline.has_newer();
    move || {
        has_newer.get().then(|| {
            view! {
                <div class="toast" data-tone="news">
                    <Icon name="saved" />
                    <span>{words::NEW_VERSION}</span>
                    <button
                        class="button button--line"
                        data-size="small"
                        type="button"
                        on:click=move |_| offline.take_over()
                    >
                        {words::RELOAD}
                    </button>
                    <button
                        class="button button--quiet"
                        data-shape="icon"
                        data-size="small"
                        type="button"
                        aria-label=words::DISMISS
                        on:click=move |_| {
                            offline.put_off();
                            focus::keep("#main");
                        }
                    >
                        <Icon name="close" />
                    </button>
                </div>
            }
        })
    }
}
