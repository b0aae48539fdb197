//! What the list shows: kept while the app is open, so that the way back from a partner leads to the
//! same rows and the same place on the page.

use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::domain::fields::FromJson;
use crate::domain::health::Badge;
use crate::domain::order::sorted_by;
use crate::domain::roster::Roster;
use crate::domain::view::{Column, Columns, Filter, SavedView, Sorting};
use crate::domain::{Date, Id, PartnerId, table};
use crate::state::boards::{Boards, Compared};
use crate::state::desk::Desk;

/// Rows drawn at most; more on request.
pub const PAGE_ROWS: usize = 200;
/// The height of a row in pixels, at its least: it is a card on a narrow page.
const ROW_PX: f64 = 52.0;
/// Rows that follow in each step, once nobody types.
const STEP_ROWS: usize = 12;
/// How long typing pauses before further rows are drawn.
const PAUSE: Duration = Duration::from_millis(200);
/// From step to step: a frame, so that a key never waits for more than one.
const STEP: Duration = Duration::from_millis(16);

/// The name under which this browser remembers the columns.
const COLUMNS: &str = "columns";

/// The partners as the list reads them, anew with each change.
pub type Rosters = Memo<Arc<Roster>>;

/// The view that the list began with; filters may have changed since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// One that is always there, by its place.
    BuiltIn(usize),
    /// One the user saved.
    Saved(Id<SavedView>),
}

/// Keeps what the list shows as long as the page is open, whichever screen is. The list itself is no part of the first
/// load.
#[derive(Clone)]
pub struct ListKeeper {
    owner: Owner,
    list: StoredValue<Option<ListState>>,
}

impl ListKeeper {
    /// Keeps nothing yet. To be made where the whole page is.
    pub fn empty() -> Self {
        Self { owner: Owner::current().unwrap_or_default(), list: StoredValue::new(None) }
    }
}

/// What the list shows. A copy is a pointer to the same.
#[derive(Clone, Copy)]
pub struct ListState {
    /// What is typed into search.
    pub query: RwSignal<String>,
    /// Which partners besides; its text is the query.
    pub filter: RwSignal<Filter>,
    /// The view it began with.
    pub at: RwSignal<At>,
    /// The order of the rows.
    pub sorting: RwSignal<Sorting>,
    /// The columns shown.
    pub columns: RwSignal<Columns>,
    /// The partners that are selected, shown or not.
    pub selected: RwSignal<table::Set<PartnerId>>,
    /// The past day that the list is about; none is today.
    pub as_of: RwSignal<Option<Date>>,
    /// The day that the list is about.
    pub day: Signal<Date>,
    /// The boards of today, and those of the past day.
    boards: (Compared, Compared),
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
        let as_of = RwSignal::new(None);
        let day = Signal::derive(move || as_of.get().unwrap_or_else(|| desk.today()));
        let past = Compared::with_past(desk, Boards::on(desk, day));
        Self {
            query: RwSignal::default(),
            filter: RwSignal::default(),
            at: RwSignal::new(At::BuiltIn(0)),
            sorting: RwSignal::default(),
            columns: RwSignal::new(columns),
            selected: RwSignal::default(),
            as_of,
            day,
            boards: (Compared::of_page(), past),
            limit: RwSignal::new(PAGE_ROWS),
            drawn: RwSignal::new(first_rows()),
            row: StoredValue::new(None),
            scroll: StoredValue::new(0.0),
            timer: StoredValue::new(None),
        }
    }

    /// The list of this page, made when it is shown first.
    pub fn of_page() -> Self {
        let keeper: ListKeeper = expect_context();
        if let Some(list) = keeper.list.get_value() {
            return list;
        }
        // What the page owns stays; what the screen owns ends with it.
        let list = keeper.owner.with(|| Self::new(Desk::of_page()));
        keeper.list.set_value(Some(list));
        list
    }

    /// The boards of the day that the list is about.
    pub fn boards(self) -> Compared {
        let (of_today, of_past) = self.boards;
        if self.as_of.get().is_none() { of_today } else { of_past }
    }

    /// Whether it shows what it begins with when the page is opened: all partners of today by name.
    pub fn is_plain(self) -> bool {
        self.as_of.get().is_none()
            && self.sorting.get() == Sorting::default()
            && self.query.with(String::is_empty)
            && self.filter.with(|filter| *filter == Filter::default())
    }

    /// Draws the top of the list at once, and what follows when nobody types.
    pub fn start_over(self) {
        self.limit.set(PAGE_ROWS);
        self.drawn.set(first_rows());
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

    /// Sorts by a column; by the one already sorted by, the other way round.
    pub fn sort_by(self, column: Column) {
        self.sorting.update(|sorting| sorting.pick(column));
        self.start_over();
    }

    /// Shows what a view filters.
    pub fn open(self, at: At, mut filter: Filter) {
        let text = filter.text.take();
        self.query.set(text.map(|text| text.to_string()).unwrap_or_default());
        self.filter.set(filter);
        self.at.set(at);
        self.start_over();
    }

    /// Changes the filter.
    pub fn narrow(self, change: impl FnOnce(&mut Filter)) {
        self.filter.update(change);
        self.start_over();
    }

    /// Shows the partners that have a badge today, and no others.
    pub fn show_only(self, badge: Badge) {
        self.as_of.set(None);
        self.open(At::BuiltIn(0), Filter { bands: vec![badge], ..Filter::default() });
    }

    /// Shows the partners with a badge too, or no longer.
    pub fn toggle_badge(self, badge: Badge) {
        self.narrow(|filter| {
            if filter.bands.contains(&badge) {
                filter.bands.retain(|one| *one != badge);
            } else {
                filter.bands.push(badge);
            }
        });
    }

    /// Takes search and filters away.
    pub fn clear(self) {
        self.open(At::BuiltIn(0), Filter::default());
    }

    /// Goes to where the list was left, and notes where it is left.
    pub fn keep_place(self) {
        let scroll = self.scroll.get_value();
        if scroll > 0.0 {
            // The page is at its top by then, as after every change of place.
            request_animation_frame(move || window().scroll_to_with_x_and_y(0.0, scroll));
        } else {
            self.drawn.set(first_rows());
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

/// Rows drawn at once: as many as can be seen, so that a key pressed in search is answered in the
/// next frame. Head, portfolio and filters take the room of eight.
pub fn first_rows() -> usize {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page has few rows")]
    let rows = (height / ROW_PX) as usize;
    rows.saturating_sub(8).clamp(8, PAGE_ROWS)
}
