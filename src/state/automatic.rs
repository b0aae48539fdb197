//! Backing up to a file of the user's after every change, where the browser can (the File System Access API).
//!
//! The handle of the file is kept in IndexedDB, because nothing else keeps one; the browser may ask for permission anew
//! after a restart. A file is never written over by a workspace that is not well: what is missing here may be in it.

use std::time::Duration;

use js_sys::{Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::JsFuture;

use crate::catalogue::{automatic as words, place};
use crate::storage::vault::Status;

use super::clock;
use super::desk::Desk;
use super::files::{self, call, called, get, name, object, spoken};
use super::here;

/// The preference that says that a file was chosen.
const CHOSEN: &str = "automatic";
/// How long after a change the file is written: what is typed in one go is written once.
const WAIT: Duration = Duration::from_secs(4);
const DATABASE: &str = "bridgekeeper";
const FILES: &str = "files";

/// How the file stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// None was chosen.
    Off,
    /// The browser wants to be asked before it lets the page write the file again.
    Waiting {
        /// The name of the file.
        name: String,
    },
    /// It is written after every change.
    On {
        /// The name of the file.
        name: String,
        /// When it was written last, in milliseconds since 1970.
        written_at: Option<u64>,
    },
    /// It could not be written.
    Failed {
        /// The name of the file.
        name: String,
        /// What happened, what was kept, what to do.
        sentence: String,
    },
}

/// The automatic backup of this page. A copy is a pointer to the same.
#[derive(Clone, Copy)]
pub struct Automatic {
    state: RwSignal<State>,
    handle: StoredValue<Option<JsValue>, LocalStorage>,
    /// A write is waiting for its time.
    is_due: StoredValue<bool>,
    /// A file is being written.
    is_writing: StoredValue<bool>,
}

/// What is to be done about the file.
#[derive(Clone, Copy)]
enum Work {
    Open,
    Choose,
    Allow,
    Write,
    Stop,
}

// With the settings, where a file is chosen: who chose none never needs it.
crate::apart! {
    mod settings(automatic: Automatic, desk: Desk, work: Work) -> () {
        leptos::task::spawn_local(automatic.do_now(desk, work))
    }
}

impl Automatic {
    /// Nothing is known of a file yet.
    pub fn asleep() -> Self {
        Self {
            state: RwSignal::new(State::Off),
            handle: StoredValue::new_local(None),
            is_due: StoredValue::new(false),
            is_writing: StoredValue::new(false),
        }
    }

    /// That of this page.
    pub fn of_page() -> Self {
        expect_context()
    }

    /// Whether this browser can write a file of the user's; inside a page of another origin none lets one be chosen.
    pub fn is_offered() -> bool {
        files::can_be_written() && !here::is_inside_others()
    }

    /// How the file stands.
    pub fn state(self) -> Signal<State> {
        self.state.into()
    }

    /// Finds the file that was chosen in an earlier sitting, if one was.
    pub fn open(self, desk: Desk) {
        if Self::is_offered() && desk.preference(CHOSEN).is_some_and(|chosen| chosen == "on") {
            self.leave(desk, Work::Open);
        }
    }

    /// Lets the user choose a file. To be called while the browser knows that the user asked for it.
    pub fn choose(self, desk: Desk) {
        self.leave(desk, Work::Choose);
    }

    /// Asks the browser to let the page write the file again.
    pub fn allow(self, desk: Desk) {
        self.leave(desk, Work::Allow);
    }

    /// Writes the file now.
    pub fn write(self, desk: Desk) {
        self.leave(desk, Work::Write);
    }

    /// Leaves the file as it is from now on.
    pub fn stop(self, desk: Desk) {
        self.leave(desk, Work::Stop);
    }

    /// Something was changed: the file is written a few seconds from now.
    pub fn changed(self, desk: Desk) {
        let is_on =
            self.state.with_untracked(|state| matches!(state, State::On { .. } | State::Failed { .. }));
        if !is_on || self.is_due.get_value() {
            return;
        }
        self.is_due.set_value(true);
        set_timeout(
            move || {
                self.is_due.set_value(false);
                self.leave(desk, Work::Write);
            },
            WAIT,
        );
    }

    fn leave(self, desk: Desk, work: Work) {
        leptos::task::spawn_local(async move {
            if settings::run(self, desk, work).await.is_err() {
                self.fail(words::NO_CODE);
            }
        });
    }

    async fn do_now(self, desk: Desk, work: Work) {
        let done = match work {
            Work::Open => self.open_now(desk).await,
            Work::Choose => self.choose_now(desk).await,
            Work::Allow => self.allow_now(desk).await,
            Work::Write => self.write_now(desk).await,
            Work::Stop => self.stop_now(desk).await,
        };
        if let Err(error) = done {
            self.fail(&spoken(&error));
        }
    }

    async fn open_now(self, desk: Desk) -> Result<(), JsValue> {
        let Some(handle) = remembered(&key(desk)).await? else {
            desk.remember(CHOSEN, "");
            return Ok(());
        };
        self.hold(&handle);
        if permission(&handle, "queryPermission").await? {
            self.state.set(State::On {
                name: name(&handle),
                written_at: desk.backup_age().get_untracked().made_at,
            });
            if desk.backup_age().get_untracked().changes_since > 0 {
                self.changed(desk);
            }
        } else {
            self.state.set(State::Waiting { name: name(&handle) });
        }
        Ok(())
    }

    async fn choose_now(self, desk: Desk) -> Result<(), JsValue> {
        let Some(handle) = files::choose_to_write(&suggested_name()).await? else { return Ok(()) };
        self.hold(&handle);
        self.state.set(State::On { name: name(&handle), written_at: None });
        remember(&key(desk), &handle).await?;
        desk.remember(CHOSEN, "on");
        self.write_now(desk).await
    }

    async fn allow_now(self, desk: Desk) -> Result<(), JsValue> {
        let Some(handle) = self.handle.get_value() else { return Ok(()) };
        if permission(&handle, "requestPermission").await? {
            self.state.set(State::On { name: name(&handle), written_at: None });
            return self.write_now(desk).await;
        }
        Ok(())
    }

    async fn stop_now(self, desk: Desk) -> Result<(), JsValue> {
        desk.remember(CHOSEN, "");
        self.handle.set_value(None);
        self.state.set(State::Off);
        forget(&key(desk)).await
    }

    async fn write_now(self, desk: Desk) -> Result<(), JsValue> {
        let Some(handle) = self.handle.get_value() else { return Ok(()) };
        if self.is_writing.get_value() {
            self.changed(desk);
            return Ok(());
        }
        if let Some(sentence) = why_not(desk) {
            self.fail(sentence);
            return Ok(());
        }
        let changes = desk.backup_age().get_untracked().changes_since;
        let text = desk.backup().map_err(|declined| JsValue::from_str(&declined.sentence))?;
        self.is_writing.set_value(true);
        let written = files::written(&handle, &text).await;
        self.is_writing.set_value(false);
        written?;
        desk.note_backup_before(changes);
        // Stopped or another chosen meanwhile: then this file is of no interest any more.
        if self.handle.with_value(|held| held.as_ref() == Some(&handle)) {
            self.state.set(State::On { name: name(&handle), written_at: Some(clock::now().0) });
        }
        Ok(())
    }

    fn hold(self, handle: &JsValue) {
        self.handle.set_value(Some(handle.clone()));
    }

    fn fail(self, why: &str) {
        let name = self.handle.with_value(|handle| handle.as_ref().map(name)).unwrap_or_default();
        self.state.set(State::Failed { name, sentence: words::failed(why) });
    }
}

/// Why the file must not be written over now.
fn why_not(desk: Desk) -> Option<&'static str> {
    desk.standing().with_untracked(|standing| match standing.status {
        Status::Superseded | Status::Emptied | Status::ReadOnly { .. } => Some(words::NOT_OURS),
        _ if standing.is_missing_documents || !standing.problems.is_empty() => Some(words::NOT_WHOLE),
        _ => None,
    })
}

async fn permission(handle: &JsValue, method: &str) -> Result<bool, JsValue> {
    let asked = object(&[("mode", JsValue::from_str("readwrite"))])?;
    Ok(called(handle, method, &[asked.into()]).await? == JsValue::from_str("granted"))
}

fn suggested_name() -> String {
    format!("{}.json", place::backup_file(here::workspace().as_deref(), "backup"))
}

// ---------------------------------------------------------------- the handle, in IndexedDB

fn key(desk: Desk) -> JsValue {
    JsValue::from_str(&desk.preferences().key_of(CHOSEN).unwrap_or_default())
}

async fn remembered(key: &JsValue) -> Result<Option<JsValue>, JsValue> {
    let request = call(&store_of_files("readonly").await?, "get", std::slice::from_ref(key))?;
    Ok(Some(answered(&request).await?).filter(JsValue::is_object))
}

async fn remember(key: &JsValue, handle: &JsValue) -> Result<(), JsValue> {
    let request = call(&store_of_files("readwrite").await?, "put", &[handle.clone(), key.clone()])?;
    answered(&request).await.map(drop)
}

async fn forget(key: &JsValue) -> Result<(), JsValue> {
    let request = call(&store_of_files("readwrite").await?, "delete", std::slice::from_ref(key))?;
    answered(&request).await.map(drop)
}

async fn store_of_files(mode: &str) -> Result<JsValue, JsValue> {
    let factory = get(&js_sys::global(), "indexedDB")?;
    let opening = call(&factory, "open", &[JsValue::from_str(DATABASE), JsValue::from_f64(1.0)])?;
    let made = opening.clone();
    let make = Closure::once_into_js(move || {
        // When it fails, the opening does, and says so.
        let _ = get(&made, "result")
            .and_then(|base| call(&base, "createObjectStore", &[JsValue::from_str(FILES)]));
    });
    Reflect::set(&opening, &JsValue::from_str("onupgradeneeded"), &make)?;
    let base = answered(&opening).await?;
    let deal = call(&base, "transaction", &[JsValue::from_str(FILES), JsValue::from_str(mode)])?;
    call(&deal, "objectStore", &[JsValue::from_str(FILES)])
}

/// What a request of IndexedDB brings.
async fn answered(request: &JsValue) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        let _ = Reflect::set(request, &JsValue::from_str("onsuccess"), &resolve);
        let _ = Reflect::set(request, &JsValue::from_str("onerror"), &reject);
    });
    match JsFuture::from(promise).await {
        Ok(_) => get(request, "result"),
        Err(_) => Err(get(request, "error")?),
    }
}
