//! Listens to other tabs, to waking up and to leaving.

use leptos::ev;
use leptos::prelude::*;

use super::desk::Desk;

/// Keeps the desk in step with what happens outside this page, for as long as the page lives.
pub fn listen(desk: Desk) {
    // Listeners of the page are never taken away: they go with it.
    let _ = window_event_listener(ev::storage, move |event| desk.hear(event.key(), event.new_value()));
    let _ = window_event_listener(ev::pageshow, move |event| {
        if event.persisted() {
            desk.wake();
        }
    });
    let _ = window_event_listener(ev::Custom::<web_sys::Event>::new("resume"), move |_| desk.wake());
    let _ = window_event_listener(ev::visibilitychange, move |_| {
        if !document().hidden() {
            desk.wake();
        }
    });
    let _ = window_event_listener(ev::beforeunload, move |event| {
        if desk.has_unsaved() {
            event.prevent_default();
        }
    });
}
