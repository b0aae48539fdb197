//! Taking actions back, record by record, for as long as the session lasts.

use std::collections::VecDeque;

use crate::storage::document::Record;
use crate::storage::vault::{Change, WrittenRecord};

/// Actions that can be taken back.
pub const MOST_ACTIONS: usize = 200;

/// One thing the user did: each record it touched, before and after.
#[derive(Clone, Debug)]
pub struct Action {
    /// What the user called it, as on the button: "Log touchpoint".
    pub label: String,
    /// What it touched.
    pub records: Vec<WrittenRecord>,
}

/// The actions to take back and those to do again, latest last.
#[derive(Debug, Default)]
pub struct UndoStack {
    done: VecDeque<Action>,
    undone: Vec<Action>,
}

impl UndoStack {
    /// Notes a new action; what was undone before it cannot be redone any more.
    pub fn push(&mut self, action: Action) {
        self.undone.clear();
        self.push_done(action);
    }

    /// Notes an action that was done again.
    pub fn push_done(&mut self, action: Action) {
        self.done.push_back(action);
        if self.done.len() > MOST_ACTIONS {
            self.done.pop_front();
        }
    }

    /// Notes an action that was taken back.
    pub fn push_undone(&mut self, action: Action) {
        self.undone.push(action);
    }

    /// Takes the action to undo next.
    pub fn take_done(&mut self) -> Option<Action> {
        self.done.pop_back()
    }

    /// Takes the action to redo next.
    pub fn take_undone(&mut self) -> Option<Action> {
        self.undone.pop()
    }

    /// What undo would take back.
    pub fn undo_label(&self) -> Option<&str> {
        self.done.back().map(|action| action.label.as_str())
    }

    /// What redo would do again.
    pub fn redo_label(&self) -> Option<&str> {
        self.undone.last().map(|action| action.label.as_str())
    }

    /// Forgets everything, for a workspace that was erased or replaced.
    pub fn clear(&mut self) {
        self.done.clear();
        self.undone.clear();
    }
}

/// Whether a record still says what an action wrote. Stamps may differ: taking back a later action
/// writes the same words anew.
fn says_the_same(standing: Option<&Record>, after: &Record) -> bool {
    standing.is_some_and(|standing| {
        standing.deleted == after.deleted && (after.deleted || standing.text() == after.text())
    })
}

/// What takes the action back: each record it wrote that still stands as it was written, with its
/// earlier value; and how many records somebody has changed since, which are left alone.
pub fn reversal<'a>(
    action: &Action,
    standing: impl Fn(&WrittenRecord) -> Option<&'a Record>,
) -> (Vec<Change>, usize) {
    let (still, changed_since): (Vec<_>, Vec<_>) =
        action.records.iter().partition(|written| says_the_same(standing(written), &written.after));
    let changes = still
        .into_iter()
        .map(|written| Change {
            document: written.document.clone(),
            path: written.path.clone(),
            value: written
                .before
                .as_ref()
                .filter(|before| !before.deleted)
                .and_then(|before| before.value.clone()),
        })
        .collect();
    (changes, changed_since.len())
}
