//! The health of all partners, kept as the workspace and the day change.

use leptos::prelude::*;

use super::desk::Desk;
use crate::domain::Date;
use crate::domain::health::Board;

/// The health of all partners on a day. A copy is a pointer to the same board.
///
/// It is brought up to date when it is read, once for each change, and an edit computes one partner.
#[derive(Clone, Copy)]
pub struct Boards {
    board: StoredValue<Board>,
    day: Signal<Date>,
    refreshed: Memo<u64>,
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
        Self { board, day, refreshed }
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
}
