//! What today asks for, kept as the workspace and the day change: Today shows it, the navigation counts it.

use std::sync::Arc;

use leptos::prelude::*;

use super::boards::Boards;
use super::desk::Desk;
use crate::domain::agenda::Agenda;

/// The agenda of today. A copy is a pointer to the same.
#[derive(Clone, Copy)]
pub struct DayAgenda {
    desk: Desk,
    agenda: Memo<Arc<Agenda>>,
    is_wanted: RwSignal<bool>,
}

impl DayAgenda {
    /// The agenda by this board.
    pub fn new(desk: Desk, boards: Boards) -> Self {
        let agenda = Memo::new(move |_| {
            boards.read(|board, day| Arc::new(desk.read(|workspace| Agenda::of(workspace, board, day))))
        });
        Self { desk, agenda, is_wanted: RwSignal::new(false) }
    }

    /// The agenda of this page.
    pub fn of_page() -> Self {
        expect_context()
    }

    /// What `read` makes of it, read anew when it changes.
    pub fn read<T>(self, read: impl FnOnce(&Agenda) -> T) -> T {
        self.agenda.with(|agenda| read(agenda))
    }

    /// How many rows ask for something; `None` until somebody [wants](Self::want) to know and all is there to be counted.
    /// Health has to be computed for it, and the first picture of another page does not wait for that.
    pub fn count(self) -> Option<usize> {
        (self.is_wanted.get() && self.desk.is_whole()).then(|| self.read(Agenda::count))
    }

    /// Somebody wants to know.
    pub fn want(self) {
        self.is_wanted.set(true);
    }
}
