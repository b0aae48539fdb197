//! The health of all partners, kept as the workspace and the day change.

use std::time::Duration;

use leptos::prelude::*;

use super::desk::Desk;
use crate::domain::health::forecast::MOVEMENT_DAYS;
use crate::domain::health::{Board, Course};
use crate::domain::{Date, PartnerId};

/// Partners up to which a board is computed for the first picture.
const AT_ONCE: usize = 1000;
/// When the board of more follows, and that of those that were not all there at first: the first picture is there by then.
const AFTER: Duration = Duration::from_millis(100);

/// The health of all partners on a day. A copy is a pointer to the same board.
///
/// It is brought up to date when it is read, once for each change, and an edit computes one partner.
#[derive(Clone, Copy)]
pub struct Boards {
    board: StoredValue<Board>,
    day: Signal<Date>,
    refreshed: Memo<u64>,
    is_due: RwSignal<bool>,
}

impl Boards {
    /// The board of a day, which may move.
    pub fn on(desk: Desk, day: Signal<Date>) -> Self {
        let board = StoredValue::new(Board::default());
        let refreshed = Memo::new(move |count: Option<&u64>| {
            let day = day.get();
            desk.read(|workspace| board.update_value(|board| board.refresh(workspace, day)));
            count.map_or(0, |count| count.wrapping_add(1))
        });
        let is_at_once =
            desk.is_whole_now() && desk.read_once(|workspace| workspace.partners.len() <= AT_ONCE);
        let is_due = RwSignal::new(is_at_once);
        if !is_at_once {
            let is_time = move || {
                // A page that is gone by then needs no board.
                let _ = is_due.try_set(true);
            };
            Effect::new(move |_| {
                if desk.is_whole() {
                    set_timeout(is_time, AFTER);
                }
            });
        }
        Self { board, day, refreshed, is_due }
    }

    /// The board of today that this page shares.
    pub fn of_page() -> Self {
        expect_context()
    }

    /// What `read` makes of the board and its day, read anew when one of them changes.
    pub fn read<T>(self, read: impl FnOnce(&Board, Date) -> T) -> T {
        // Reading the count brings the board up.
        let _ = self.refreshed.get();
        let day = self.day.get();
        self.board.with_value(|board| read(board, day))
    }

    /// The same, for what is shown unasked: with many partners, or when only a first look was taken at them, `None` for a
    /// moment after the page was opened, so that its first picture does not wait for all their health.
    pub fn read_soon<T>(self, read: impl FnOnce(&Board, Date) -> T) -> Option<T> {
        self.is_due.get().then(|| self.read(read))
    }

    /// How the score of a partner went, remembered like the board.
    pub fn course(self, id: PartnerId) -> Option<Course> {
        let _ = self.refreshed.get();
        self.board.try_update_value(|board| board.course(id)).flatten()
    }
}

/// The board of a day and the one it is compared with, of 28 days before. A copy is a pointer to
/// the same boards.
#[derive(Clone, Copy)]
pub struct Compared {
    /// The board of the day.
    pub now: Boards,
    /// The board of 28 days before.
    pub then: Boards,
}

impl Compared {
    /// A board, and the one 28 days before it.
    pub fn with_past(desk: Desk, now: Boards) -> Self {
        let day = now.day;
        let then = Boards::on(desk, Signal::derive(move || day.get().plus_days(-MOVEMENT_DAYS)));
        Self { now, then }
    }

    /// The boards of today that this page shares.
    pub fn of_page() -> Self {
        expect_context()
    }
}
