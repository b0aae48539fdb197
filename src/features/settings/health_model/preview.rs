//! What the typed figures would change, worked out after a pause and a few partners at a time, so that
//! typing is never held up.

use std::cmp::Reverse;
use std::time::Duration;

use leptos::prelude::*;

use crate::catalogue::health_model as words;
use crate::domain::health::{Badge, HealthModel, Trial};
use crate::domain::order::sorted_by;
use crate::state::boards::Boards;
use crate::state::desk::Desk;

use super::draft::Draft;

/// After the last key.
const PAUSE: Duration = Duration::from_millis(300);
/// Partners computed before the page gets its turn.
const AT_ONCE: usize = 250;
/// Partners named.
const NAMED: usize = 4;

/// What the figures would do.
#[derive(Clone, PartialEq)]
pub enum Preview {
    /// They are those in force.
    Unchanged,
    /// One of them is refused.
    Faulty,
    /// It is being worked out.
    Working,
    /// So many partners change band, the first of them by name.
    Shifts(usize, Vec<(String, Badge, Badge)>),
}

/// Follows the figures.
pub fn follow(draft: Draft, in_force: Signal<HealthModel>) -> Signal<Preview> {
    let (desk, boards) = (Desk::of_page(), Boards::of_page());
    let shown = RwSignal::new(Preview::Unchanged);
    let preview = Watched { draft, in_force, desk, boards, shown, round: StoredValue::new(0) };
    Effect::new(move |_| {
        // What it depends on: the figures, the model in force, all records, and the day.
        let _ = draft.read(desk.today());
        in_force.with(|_| ());
        boards.read(|_, _| ());
        let round = preview.round.get_value() + 1;
        preview.round.set_value(round);
        set_timeout(move || preview.start(round), PAUSE);
    });
    shown.into()
}

#[derive(Clone, Copy)]
struct Watched {
    draft: Draft,
    in_force: Signal<HealthModel>,
    desk: Desk,
    boards: Boards,
    shown: RwSignal<Preview>,
    /// Rises with every change; an older one gives up.
    round: StoredValue<u32>,
}

impl Watched {
    fn is_current(self, round: u32) -> bool {
        // None once the page has moved on.
        self.round.try_get_value() == Some(round)
    }

    fn show(self, preview: Preview) {
        if self.shown.with_untracked(|known| *known != preview) {
            self.shown.set(preview);
        }
    }

    fn start(self, round: u32) {
        if !self.is_current(round) {
            return;
        }
        if self.draft.is_faulty() {
            self.draft.look_again();
        }
        let today = untrack(|| self.desk.today());
        let Some(model) = untrack(|| self.draft.read(today)).ok().and_then(|edition| edition.model().ok())
        else {
            return self.show(Preview::Faulty);
        };
        if model == self.in_force.get_untracked() {
            return self.show(Preview::Unchanged);
        }
        let trial = self.desk.read_once(|workspace| Trial::of(workspace, model, today));
        self.go_on(round, trial);
    }

    fn go_on(self, round: u32, mut trial: Trial) {
        if !self.is_current(round) {
            return;
        }
        if !untrack(|| self.boards.read(|board, _| trial.go_on(board, AT_ONCE))) {
            if self.shown.with_untracked(|known| !matches!(known, Preview::Shifts(..))) {
                self.show(Preview::Working);
            }
            return set_timeout(move || self.go_on(round, trial), Duration::ZERO);
        }
        let named = self.desk.read_once(|workspace| {
            let named = trial.shifts().iter().filter_map(|shift| {
                let name = workspace.partner(shift.id)?.profile.name.to_string();
                Some((name, shift.from, shift.to))
            });
            named.collect::<Vec<_>>()
        });
        let mut named =
            sorted_by(named, |one, other| (Reverse(one.2), &one.0).cmp(&(Reverse(other.2), &other.0)));
        named.truncate(NAMED);
        self.show(Preview::Shifts(trial.shifts().len(), named));
    }
}

/// The preview in a sentence.
pub fn told(preview: &Preview) -> AnyView {
    match preview {
        Preview::Unchanged => words::UNCHANGED.into_any(),
        Preview::Faulty => words::FAULTY.into_any(),
        Preview::Working => words::WORKING.into_any(),
        Preview::Shifts(count, named) => view! {
            {words::WITH_THESE}
            <strong>{words::shifting(*count)}</strong>
            <bdi>{words::shifts(named, count.saturating_sub(named.len()))}</bdi>
        }
        .into_any(),
    }
}
