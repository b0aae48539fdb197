//! Parts of the page that are loaded apart from the first load ([`crate::apart`]): [`later`] shows
//! them, and [`dress`] loads the style sheets that the first picture does without. All are fetched once
//! the page has come to rest (`shell::screens`), so in practice nobody waits for one, and a tab left
//! open needs no server.

use std::future::{Future, poll_fn};
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;

use crate::apart::{Arriving, NotLoaded};
use crate::catalogue::kit as words;

/// Shows a part of the page: at once when its module is there, otherwise once it has arrived. When
/// it does not arrive, says so and offers to try again by loading the page anew.
pub fn later(arriving: Arriving<AnyView>) -> AnyView {
    dress();
    arriving_view(arriving)
}

/// As [`later`], for a part that wears only what the first picture does.
pub fn arriving_view(arriving: Arriving<AnyView>) -> AnyView {
    // Views and their signals belong to where they are shown, also when they are made afterwards.
    let mut arriving = Box::pin(ScopedFuture::new(arriving));
    match arriving.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(arrived) => shown(arrived),
        Poll::Pending => {
            let (has_arrived, set_arrived) = signal(false);
            let slot = StoredValue::new_local(None);
            // Once one has moved on, the place of the view is gone, and with it all that the view would ask for.
            let next = move |context: &mut Context<'_>| match slot.try_with_value(|_| ()) {
                Some(()) => arriving.as_mut().poll(context).map(Some),
                None => Poll::Ready(None),
            };
            leptos::task::spawn_local(async move {
                let Some(arrived) = poll_fn(next).await else { return };
                if slot.try_set_value(Some(shown(arrived))).is_none() {
                    let _ = set_arrived.try_set(true);
                }
            });
            (move || has_arrived.get().then(|| slot.try_update_value(Option::take).flatten()).flatten())
                .into_any()
        }
    }
}

/// Has the browser load the style sheets that `index.html` links as `disabled`. They are a tenth of what a module
/// weighs, and come before it.
pub fn dress() {
    while let Some(sheet) = document().query_selector("link[rel=stylesheet][disabled]").ok().flatten() {
        if sheet.remove_attribute("disabled").is_err() {
            return;
        }
    }
}

fn shown(arrived: Result<AnyView, NotLoaded>) -> AnyView {
    arrived.unwrap_or_else(|NotLoaded| view! { <NotThere /> }.into_any())
}

/// Stands where a part of the page did not arrive.
#[component]
fn NotThere() -> impl IntoView {
    let reload = |_| {
        if let Some(window) = web_sys::window() {
            let _ = window.location().reload();
        }
    };
    view! {
        <div class="empty" role="alert">
            <h2>{words::NOT_LOADED}</h2>
            <p>{words::NOT_LOADED_WHY}</p>
            <button class="button" type="button" on:click=reload>{words::LOAD_AGAIN}</button>
        </div>
    }
}
