//! What the desk does besides what the user asks of it in a form: undo, other tabs, waking up, the clock. Its code is
//! loaded after the first picture, which only reads.

use std::time::Duration;

use leptos::prelude::*;

use super::Desk;
use crate::catalogue::desk as words;
use crate::state::clock;
use crate::state::notices::Offer;
use crate::state::preferences::Preferences;
use crate::state::session::{NotChanged, Part, Reversed, Session};
use crate::state::undo::Whole;
use crate::storage::stamp::Millis;
use crate::storage::store::StoredText;
use crate::storage::vault::StoreEvent;

/// One chore.
#[derive(Clone)]
enum Chore {
    Tick,
    Hear(StoreEvent),
    Wake,
    Undo,
    Redo,
}

crate::apart! {
    mod changing(desk: Desk, chore: Chore) -> () {
        match chore {
            Chore::Tick => desk.tick_now(),
            Chore::Hear(event) => desk.tend(|vault| vault.notice(event, clock::now())),
            Chore::Wake => desk.wake_now(),
            Chore::Undo => desk.undo_now(),
            Chore::Redo => desk.redo_now(),
        }
    }
}

/// Undoes or redoes an action or a part of it.
type Reverse = fn(&mut Session, Option<Whole>, Millis) -> Result<Option<Part>, NotChanged>;

/// Between two attempts to have the code for chores.
const RETRY_MS: u64 = 2_000;

/// The longest wait before the clock is asked again whether the day is still the same.
const MOST_WAIT_MS: u64 = 60_000;

impl Desk {
    /// Takes the latest deed back.
    pub fn undo(self) {
        self.leave(Chore::Undo);
    }

    /// Does the deed undone last again.
    pub fn redo(self) {
        self.leave(Chore::Redo);
    }

    fn undo_now(self) {
        self.reverse(Session::undo_part, words::UNDONE, None, 0);
    }

    fn redo_now(self) {
        self.reverse(Session::redo_part, words::DONE_AGAIN, None, 0);
    }

    /// Goes part by part, so that nobody has to wait for an import to be taken back.
    fn reverse(self, part: Reverse, what: &'static str, of: Option<Whole>, left_alone: usize) {
        let result = self.with_session_quietly(|session| part(session, of, clock::now()));
        let all = |reversed: Reversed| Reversed { left_alone: reversed.left_alone + left_alone, ..reversed };
        match result {
            Ok(Some((reversed, Some(rest)))) => {
                let left_alone = all(reversed).left_alone;
                self.is_in_parts.set_value(true);
                self.keep_time();
                set_timeout(move || self.reverse(part, what, Some(rest), left_alone), Duration::ZERO);
            }
            result => {
                self.is_in_parts.set_value(false);
                self.tell();
                self.say_reversed(result.map(|part| part.map(|(reversed, _)| all(reversed))), what);
            }
        }
    }

    /// Another tab wrote to the storage.
    pub(in crate::state) fn hear(self, key: Option<String>, new_value: Option<StoredText>) {
        self.leave(Chore::Hear(StoreEvent { key, new_value }));
    }

    /// The page woke up, and may have missed what other tabs wrote.
    pub(in crate::state) fn wake(self) {
        self.leave(Chore::Wake);
    }

    fn wake_now(self) {
        self.tend(|vault| vault.rescan(clock::now()));
        // What is remembered by nobody is known here alone.
        if self.preferences.with_value(Preferences::is_kept) {
            self.backup_age.set(self.preferences.with_value(Preferences::backup_age));
        }
    }

    /// Keeps time: a new day, a second look at what was saved, a retry.
    fn tick_now(self) {
        if self.is_in_parts.get_value() {
            self.with_session_quietly(|session| session.tend(|vault| vault.tick(clock::now())));
            return self.keep_time();
        }
        self.tend(|vault| vault.tick(clock::now()));
    }

    /// Leaves a chore to the code that is loaded after the first picture, which only reads.
    fn leave(self, chore: Chore) {
        leptos::task::spawn_local(async move {
            if changing::run(self, chore.clone()).await.is_err() {
                // No way to the server: what is to be done stays so.
                set_timeout(move || self.leave(chore), Duration::from_millis(RETRY_MS));
            }
        });
    }

    /// Sets the timer for what comes due in so many milliseconds, or `None` for a long while.
    pub(super) fn set_timer(self, delay_ms: Option<u64>) {
        let delay_ms = delay_ms.unwrap_or(MOST_WAIT_MS).clamp(20, MOST_WAIT_MS);
        if let Some(Some(timer)) = self.timer.try_update_value(Option::take) {
            timer.clear();
        }
        let delay = Duration::from_millis(delay_ms);
        // A page that is going away gets no timer and needs none.
        self.timer.set_value(set_timeout_with_handle(move || self.leave(Chore::Tick), delay).ok());
    }

    fn say_reversed(self, result: Result<Option<Reversed>, NotChanged>, what: &str) {
        match result {
            Ok(None) => self.say(words::NOTHING_TO_TAKE_BACK, Offer::Nothing),
            Ok(Some(Reversed { label, left_alone: 0 })) => {
                self.note_change();
                self.say(&words::reversed(what, &label), Offer::Nothing);
            }
            Ok(Some(Reversed { label, left_alone })) => {
                self.note_change();
                self.say(&words::reversed_in_part(what, &label, left_alone), Offer::Nothing);
            }
            Err(error) => self.say(&error.to_string(), Offer::Nothing),
        }
    }
}
