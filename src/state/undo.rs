//! Taking actions back, record by record, for as long as the session lasts.

use std::collections::VecDeque;

use crate::storage::document::Record;
use crate::storage::vault::{Change, WrittenRecord};

/// Actions that can be taken back.
pub const MOST_ACTIONS: usize = 200;

/// One thing the user did, or a part of it: each record it touched, before and after.
#[derive(Clone, Debug)]
pub struct Action {
    /// What the user called it, as on the button: "Log touchpoint".
    pub label: String,
    /// What it touched.
    pub records: Vec<WrittenRecord>,
    /// What it is a part of, when it was done piece by piece.
    pub part_of: Option<Whole>,
}

/// Something done piece by piece, such as an import, that is taken back as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whole(pub u64);

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

    /// Notes an action that was done again. The parts of a whole stay together, where the latest of them belongs.
    pub fn push_done(&mut self, action: Action) {
        if let Some(whole) = action.part_of {
            let is_part = |action: &Action| action.part_of == Some(whole);
            if !self.done.back().is_some_and(is_part) {
                let (parts, others): (Vec<_>, Vec<_>) = self.done.drain(..).partition(is_part);
                self.done.extend(others.into_iter().chain(parts));
            }
        }
        self.done.push_back(action);
        while self.deeds() > MOST_ACTIONS {
            let oldest = self.done.pop_front().and_then(|action| action.part_of);
            while oldest.is_some() && self.done.front().is_some_and(|action| action.part_of == oldest) {
                self.done.pop_front();
            }
        }
    }

    /// Notes an action that was taken back.
    pub fn push_undone(&mut self, action: Action) {
        self.undone.push(action);
    }

    /// Takes the action to undo next, or the latest part of a whole.
    pub fn take_done(&mut self, of: Option<Whole>) -> Option<Action> {
        let Some(whole) = of else { return self.done.pop_back() };
        let place = self.done.iter().rposition(|action| action.part_of == Some(whole))?;
        self.done.remove(place)
    }

    /// Takes the action to redo next, or the latest part of a whole.
    pub fn take_undone(&mut self, of: Option<Whole>) -> Option<Action> {
        let Some(whole) = of else { return self.undone.pop() };
        let place = self.undone.iter().rposition(|action| action.part_of == Some(whole))?;
        Some(self.undone.remove(place))
    }

    /// Whether a part of a whole is still to be undone, or to be redone.
    pub fn has_part(&self, whole: Whole) -> [bool; 2] {
        let is_part = |action: &Action| action.part_of == Some(whole);
        [self.done.iter().any(is_part), self.undone.iter().any(is_part)]
    }

    /// What can be undone, a whole counted once.
    fn deeds(&self) -> usize {
        let mut before = None;
        let begins = |action: &&Action| {
            let goes_on = action.part_of.is_some() && action.part_of == before;
            before = action.part_of;
            !goes_on
        };
        self.done.iter().filter(begins).count()
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
