//! The page without its server: the service worker that keeps its files (`shell/offline.js`), and a newer version of them
//! that waits for its user.
//!
//! Only the published page names a worker, and only where the browser has them (https, or this machine) is there one.
//! Nothing here loads the page anew but [`Offline::take_over`], which a click asks for.

use std::cell::Cell;

use js_sys::{Promise, Reflect};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    RegistrationOptions, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration,
    ServiceWorkerState, ServiceWorkerUpdateViaCache,
};

use crate::storage::stamp::Millis;

use super::clock;

/// How long after the last look for a newer version the next may follow: an hour.
const BETWEEN_LOOKS_MS: u64 = 60 * 60 * 1000;
/// What `shell/offline.js` waits for.
const TAKE_OVER: &str = "take over";

/// What is kept of this page for use without its server. A copy is a pointer to the same.
#[derive(Clone, Copy)]
pub struct Offline {
    is_ready: RwSignal<bool>,
    has_newer: RwSignal<bool>,
    /// A [`ServiceWorkerRegistration`].
    registration: StoredValue<Option<JsValue>, LocalStorage>,
}

impl Offline {
    /// Nothing is kept yet, as far as is known.
    pub fn unknown() -> Self {
        Self {
            is_ready: RwSignal::new(false),
            has_newer: RwSignal::new(false),
            registration: StoredValue::new_local(None),
        }
    }

    /// That of this page.
    pub fn of_page() -> Self {
        expect_context()
    }

    /// Whether all files of the program are kept in this browser.
    pub fn is_ready(self) -> Signal<bool> {
        self.is_ready.into()
    }

    /// Whether a newer version has arrived that this page is not of.
    pub fn has_newer(self) -> Signal<bool> {
        self.has_newer.into()
    }

    /// Leaves the newer version for the next time the page is opened.
    pub fn put_off(self) {
        self.has_newer.set(false);
    }

    /// Has the files kept from now on, and looks for newer ones whenever the page is seen again, at most once an hour.
    ///
    /// Where that cannot be (an old browser, a page in a sandbox, a host that lacks a file) the page goes on without.
    pub async fn keep(self) {
        let Some((workers, address)) = workers().zip(address()) else { return };
        // The worker itself is never taken from a cache of the browser: it says what all else must hold.
        let options = RegistrationOptions::new();
        options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
        let registering: Promise = workers.register_with_options(&address, &options).unchecked_into();
        let Ok(registration) = JsFuture::from(registering).await else { return };
        let registration: ServiceWorkerRegistration = registration.unchecked_into();
        self.registration.set_value(Some(registration.clone().into()));
        self.look();
        self.follow(registration.installing().or_else(|| registration.waiting()));
        let found = {
            let registration = registration.clone();
            Closure::<dyn FnMut()>::new(move || self.follow(registration.installing()))
        };
        registration.set_onupdatefound(Some(found.as_ref().unchecked_ref()));
        // As the registration, for as long as the page lives.
        found.forget();
        // Opening the page made the browser look.
        let looked_at = Cell::new(now());
        let _ = window_event_listener(ev::visibilitychange, move |_| {
            let is_time = now().saturating_sub(looked_at.get()) >= BETWEEN_LOOKS_MS;
            if is_time && !document().hidden() {
                looked_at.set(now());
                ask_for_newer(&registration);
            }
        });
    }

    /// Has the newer version take over, and loads the page anew once it has.
    pub fn take_over(self) {
        let waiting = self.registration().and_then(|registration| registration.waiting());
        // Another tab may have done it already.
        let Some(waiting) = waiting else { return reload() };
        let then = {
            let waiting = waiting.clone();
            Closure::<dyn FnMut()>::new(move || {
                // Activated, or replaced by one that is newer still.
                if !matches!(waiting.state(), ServiceWorkerState::Installed | ServiceWorkerState::Activating)
                {
                    reload();
                }
            })
        };
        waiting.set_onstatechange(Some(then.as_ref().unchecked_ref()));
        then.forget();
        if waiting.post_message(&JsValue::from_str(TAKE_OVER)).is_err() {
            reload();
        }
    }

    /// Looks again whenever the worker has come further.
    fn follow(self, worker: Option<ServiceWorker>) {
        let Some(worker) = worker else { return };
        let changed = Closure::<dyn FnMut()>::new(move || self.look());
        worker.set_onstatechange(Some(changed.as_ref().unchecked_ref()));
        changed.forget();
    }

    fn look(self) {
        let Some(registration) = self.registration() else { return };
        let is_active = registration.active().is_some();
        self.is_ready.set(is_active);
        // What another tab has let take over is newer than this page, too: once said it stays.
        if is_active && registration.waiting().is_some() {
            self.has_newer.set(true);
        }
    }

    fn registration(self) -> Option<ServiceWorkerRegistration> {
        self.registration.get_value().map(JsCast::unchecked_into)
    }
}

fn ask_for_newer(registration: &ServiceWorkerRegistration) {
    let Ok(asking) = registration.update() else { return };
    leptos::task::spawn_local(async move {
        // Without a network there is nothing newer.
        let _ = JsFuture::from(asking.unchecked_into::<Promise>()).await;
    });
}

/// The browser's service workers. To ask for them is refused in a sandbox, and they are not there without a secure context.
fn workers() -> Option<ServiceWorkerContainer> {
    let workers = Reflect::get(&window().navigator(), &JsValue::from_str("serviceWorker")).ok()?;
    workers.is_object().then(|| workers.unchecked_into())
}

/// Where the worker's script lies: said by the published page alone.
fn address() -> Option<String> {
    document().query_selector("meta[name=offline]").ok().flatten()?.get_attribute("content")
}

fn reload() {
    // A page that cannot load itself anew is loaded anew by its user.
    let _ = window().location().reload();
}

fn now() -> u64 {
    let Millis(now) = clock::now();
    now
}
