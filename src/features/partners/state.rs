//! What the list shows: kept while the app is open, so that the way back from a partner leads to the
//! same rows and the same place on the page.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::domain::fields::FromJson;
use crate::domain::order::sorted_by;
use crate::domain::view::{Columns, Sorting};
use crate::domain::{PartnerId, table};
use crate::state::desk::Desk;

/// Rows drawn at most; more on request.
pub const PAGE_ROWS: usize = 200;
/// Rows drawn at once: a screen full, so that a key pressed in search is answered in the next frame.
const FIRST_ROWS: usize = 24;
/// Rows that follow in each step, once nobody types.
const STEP_ROWS: usize = 24;
/// How long typing pauses before further rows are drawn.
const PAUSE: Duration = Duration::from_millis(200);
/// From step to step: a frame, so that a key never waits for more than one.
const STEP: Duration = Duration::from_millis(16);

/// The name under which this browser remembers the columns.
const COLUMNS: &str = "columns";

/// What the list shows. A copy is a pointer to the same.
#[derive(Clone, Copy)]
pub struct ListState {
    /// What is typed into search.
    pub query: RwSignal<String>,
    /// The order of the rows.
    pub sorting: RwSignal<Sorting>,
    /// The columns shown.
    pub columns: RwSignal<Columns>,
    /// The partners that are selected, shown or not.
    pub selected: RwSignal<table::Set<PartnerId>>,
    /// Rows to be drawn in the end.
    pub limit: RwSignal<usize>,
    /// Rows to be drawn by now.
    pub drawn: RwSignal<usize>,
    /// The row that the keys stand at.
    pub row: StoredValue<Option<PartnerId>>,
    scroll: StoredValue<f64>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl ListState {
    /// The whole list, with the columns that this browser remembers.
    pub fn new(desk: Desk) -> Self {
        let columns =
            desk.preference(COLUMNS).and_then(|words| Columns::from_json(&words).ok()).unwrap_or_default();
        Self {
            query: RwSignal::default(),
            sorting: RwSignal::default(),
            columns: RwSignal::new(columns),
            selected: RwSignal::default(),
            limit: RwSignal::new(PAGE_ROWS),
            drawn: RwSignal::new(FIRST_ROWS),
            row: StoredValue::new(None),
            scroll: StoredValue::new(0.0),
            timer: StoredValue::new(None),
        }
    }

    /// The list of this page.
    pub fn of_page() -> Self {
        expect_context()
    }

    /// Draws the top of the list at once, and what follows when nobody types.
    pub fn start_over(self) {
        self.limit.set(PAGE_ROWS);
        self.drawn.set(FIRST_ROWS);
        self.draw_after(PAUSE);
    }

    /// Draws a page more.
    pub fn show_more(self) {
        self.limit.update(|limit| *limit += PAGE_ROWS);
        self.draw_after(STEP);
    }

    /// Shows these columns from now on.
    pub fn choose(self, desk: Desk, columns: Columns) {
        self.columns.set(columns);
        if let Ok(words) = serde_json::to_string(&columns) {
            desk.remember(COLUMNS, &words);
        }
    }

    /// Selects a partner, or no longer.
    pub fn toggle(self, id: PartnerId) {
        self.selected.update(|selected| {
            if !selected.remove(&id) {
                selected.insert(id);
            }
        });
    }

    /// Selects all of these, or none of them.
    pub fn select_all(self, found: &[PartnerId], is_selected: bool) {
        // In their order each is put at the end.
        let found: table::Set<PartnerId> = sorted_by(found.to_vec(), PartnerId::cmp).into_iter().collect();
        self.selected.update(|selected| {
            if selected.is_empty() && is_selected {
                *selected = found;
            } else if is_selected {
                selected.extend(found);
            } else {
                selected.retain(|id| !found.contains(id));
            }
        });
    }

    /// Takes search and filters away.
    pub fn clear(self) {
        self.query.set(String::new());
        self.start_over();
    }

    /// Goes to where the list was left, and notes where it is left.
    pub fn keep_place(self) {
        let scroll = self.scroll.get_value();
        if scroll > 0.0 {
            // The page is at its top by then, as after every change of place.
            request_animation_frame(move || window().scroll_to_with_x_and_y(0.0, scroll));
        } else {
            self.drawn.set(FIRST_ROWS);
        }
        self.draw_after(PAUSE);
        on_cleanup(move || {
            self.scroll.set_value(window().scroll_y().unwrap_or_default());
            self.wait_no_more();
        });
    }

    fn draw_after(self, pause: Duration) {
        self.wait_no_more();
        // A page that is going away draws no more.
        self.timer.set_value(set_timeout_with_handle(move || self.draw_more(), pause).ok());
    }

    fn draw_more(self) {
        let (drawn, limit) = (self.drawn.get_untracked(), self.limit.get_untracked());
        if drawn < limit {
            self.drawn.set((drawn + STEP_ROWS).min(limit));
            self.draw_after(STEP);
        }
    }

    fn wait_no_more(self) {
        if let Some(Some(timer)) = self.timer.try_update_value(Option::take) {
            timer.clear();
        }
    }
}
