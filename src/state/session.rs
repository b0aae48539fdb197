//! One sitting at the desk: the workspace, its vault and what can be taken back.
//!
//! Needs no browser, so every promise made here is tested natively. [`super::desk`] puts it behind
//! signals.

use crate::domain::order::sorted_by;
use crate::domain::table::Table;
use crate::domain::{Moment, Refusal, Workspace};
use crate::storage::document::{Document, Record};
use crate::storage::names::{DocumentKey, RecordPath};
use crate::storage::records::{self, Unsettled, WriteError};
use crate::storage::stamp::Millis;
use crate::storage::vault::{Change, NoRoom, Outcome, Status, Vault, WrittenRecord};
use crate::storage::written::Records;

use super::notices::status_sentence;
use super::undo::{Action, UndoStack, Whole, reversal};

/// One sitting at the desk.
pub struct Session {
    vault: Vault,
    workspace: Workspace,
    unsettled: Table<DocumentKey, Vec<Unsettled>>,
    undo: UndoStack,
}

/// Why a change was not made. The workspace is as it was.
#[derive(Debug, thiserror::Error)]
pub enum NotChanged {
    /// The domain said no.
    #[error("{0}")]
    Refused(#[from] Refusal),
    /// The browser has no room for it.
    #[error("{0}")]
    NoRoom(#[from] NoRoom),
    /// The page must not write now.
    #[error("{0}")]
    NotWritable(String),
    /// A record cannot be written down.
    #[error("{0}")]
    Unwritable(#[from] WriteError),
}

/// What undo or redo did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reversed {
    /// The action.
    pub label: String,
    /// Records left alone because somebody has changed them since.
    pub left_alone: usize,
}

/// What undoing or redoing a part did, and the whole of which more is left.
pub type Part = (Reversed, Option<Whole>);

impl Session {
    /// Begins with what the vault holds.
    pub fn new(vault: Vault) -> Self {
        let mut session = Self {
            vault,
            workspace: Workspace::default(),
            unsettled: Table::new(),
            undo: UndoStack::default(),
        };
        session.read_everything();
        session
    }

    /// Everything the user works with.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// How it is stored.
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// Records that count as absent, to be settled by the user.
    pub fn unsettled(&self) -> impl Iterator<Item = &Unsettled> {
        self.unsettled.values().flatten()
    }

    /// What can be undone and redone.
    pub fn undo_stack(&self) -> &UndoStack {
        &self.undo
    }

    /// Lets `verb` act on a copy; when it succeeds, the copy becomes the workspace, what changed is
    /// saved, and the action can be undone. When it refuses, or when there is no room for what it
    /// changed, nothing happened.
    pub fn change<T>(
        &mut self,
        label: &str,
        now: Millis,
        moment: &mut Moment<'_>,
        verb: impl FnOnce(&mut Workspace, &mut Moment<'_>) -> Result<T, Refusal>,
    ) -> Result<T, NotChanged> {
        let mut after = self.draft()?;
        let result = verb(&mut after, moment)?;
        self.adopt(label, after, now)?;
        Ok(result)
    }

    /// A copy of the workspace to act on, to be handed to [`Session::adopt`].
    pub fn draft(&self) -> Result<Workspace, NotChanged> {
        self.refuse_unless_writable()?;
        Ok(self.workspace.clone())
    }

    /// Takes over a copy that was acted on: saves what changed and notes how to take it back. False when nothing
    /// changed; then there is nothing to take back either.
    pub fn adopt(&mut self, label: &str, after: Workspace, now: Millis) -> Result<bool, NotChanged> {
        self.adopt_part(label, None, after, now)
    }

    /// As [`Session::adopt`], for a part of something that is taken back as one.
    pub fn adopt_part(
        &mut self,
        label: &str,
        part_of: Option<Whole>,
        after: Workspace,
        now: Millis,
    ) -> Result<bool, NotChanged> {
        let vault = &self.vault;
        let changes = records::changes(&self.workspace, &after, |key, path| {
            vault.record(key, path).filter(|record| !record.deleted).and_then(Record::text)
        })?;
        if changes.is_empty() {
            return Ok(false);
        }
        self.vault.room_for(&changes)?;
        self.workspace = after;
        let outcome = self.vault.commit(changes, now);
        let records = self.absorb(outcome);
        self.undo.push(Action { label: label.to_owned(), records, part_of });
        Ok(true)
    }

    /// Takes the latest action back, with all its parts; `None` when there is none.
    pub fn undo(&mut self, now: Millis) -> Result<Option<Reversed>, NotChanged> {
        self.through(now, Self::undo_part)
    }

    /// Does the action undone last again, with all its parts; `None` when there is none.
    pub fn redo(&mut self, now: Millis) -> Result<Option<Reversed>, NotChanged> {
        self.through(now, Self::redo_part)
    }

    /// Takes the latest action back, or the latest part of a whole, and names the whole when more of it is to be taken
    /// back.
    pub fn undo_part(&mut self, of: Option<Whole>, now: Millis) -> Result<Option<Part>, NotChanged> {
        self.refuse_unless_writable()?;
        let Some(action) = self.undo.take_done(of) else { return Ok(None) };
        let (again, reversed) = self.reverse(action, now);
        let whole = again.part_of;
        let [has_more, is_begun] = whole.map_or([false; 2], |whole| self.undo.has_part(whole));
        // Where something else was done meanwhile, half of it must not be done again.
        if of.is_none() || is_begun {
            self.undo.push_undone(again);
        }
        Ok(Some((reversed, whole.filter(|_| has_more))))
    }

    /// Does again what was undone last, or the latest part of a whole, and names the whole when more of it is to be done.
    pub fn redo_part(&mut self, of: Option<Whole>, now: Millis) -> Result<Option<Part>, NotChanged> {
        self.refuse_unless_writable()?;
        let Some(action) = self.undo.take_undone(of) else { return Ok(None) };
        let (again, reversed) = self.reverse(action, now);
        let whole = again.part_of;
        self.undo.push_done(again);
        let has_more = whole.is_some_and(|whole| {
            let [_, is_left] = self.undo.has_part(whole);
            is_left
        });
        Ok(Some((reversed, whole.filter(|_| has_more))))
    }

    fn through(
        &mut self,
        now: Millis,
        part: impl Fn(&mut Self, Option<Whole>, Millis) -> Result<Option<Part>, NotChanged>,
    ) -> Result<Option<Reversed>, NotChanged> {
        let Some((mut sum, mut rest)) = part(self, None, now)? else { return Ok(None) };
        while let Some((reversed, more)) = rest.map(|rest| part(self, Some(rest), now)).transpose()?.flatten()
        {
            sum.left_alone += reversed.left_alone;
            rest = more;
        }
        Ok(Some(sum))
    }

    /// Lets the vault do something that may change documents, and reads those again. True when any
    /// did.
    pub fn tend(&mut self, work: impl FnOnce(&mut Vault) -> Vec<DocumentKey>) -> bool {
        let changed = work(&mut self.vault);
        for key in &changed {
            self.read_again(key);
        }
        !changed.is_empty()
    }

    /// Brings deleted records back from the trash, as one action that can be undone.
    pub fn restore(
        &mut self,
        label: &str,
        picked: &[(DocumentKey, RecordPath)],
        now: Millis,
    ) -> Result<(), NotChanged> {
        self.refuse_unless_writable()?;
        let changes: Vec<_> = picked
            .iter()
            .filter_map(|(document, path)| {
                let value = self.vault.record(document, path)?.value.clone()?;
                Some(Change { document: document.clone(), path: path.clone(), value: Some(value) })
            })
            .collect();
        self.vault.room_for(&changes)?;
        self.commit_as_one(label, changes, now);
        Ok(())
    }

    /// Deletes records whatever they hold, as one action that can be undone: those that cannot be understood have no verb.
    pub fn delete(
        &mut self,
        label: &str,
        picked: &[(DocumentKey, RecordPath)],
        now: Millis,
    ) -> Result<(), NotChanged> {
        self.refuse_unless_writable()?;
        let changes: Vec<_> = picked
            .iter()
            .map(|(document, path)| Change { document: document.clone(), path: path.clone(), value: None })
            .collect();
        self.commit_as_one(label, changes, now);
        Ok(())
    }

    fn commit_as_one(&mut self, label: &str, changes: Vec<Change>, now: Millis) {
        let outcome = self.vault.commit(changes, now);
        let records = self.absorb(outcome);
        self.undo.push(Action { label: label.to_owned(), records, part_of: None });
    }

    /// Merges records that carry stamps of their own, such as those of a backup, as one action that can be undone.
    /// Returns how many records are not as they were.
    pub fn merge(&mut self, label: &str, records: Records, now: Millis) -> Result<usize, NotChanged> {
        self.refuse_unless_writable()?;
        self.vault.room_for_records(&records)?;
        let outcome = self.vault.merge(records, now);
        let records = self.absorb(outcome);
        let count = records.len();
        if count > 0 {
            self.undo.push(Action { label: label.to_owned(), records, part_of: None });
        }
        Ok(count)
    }

    /// Empties the trash for good. What it held cannot come back by undo either.
    pub fn empty_trash(&mut self, now: Millis) -> Result<(), NotChanged> {
        self.refuse_unless_writable()?;
        let outcome = self.vault.empty_trash(now);
        self.absorb(outcome);
        self.undo.clear();
        Ok(())
    }

    /// Erases the workspace, or puts other documents in its place; the past cannot be undone
    /// record by record any more.
    pub fn start_anew<E>(&mut self, work: impl FnOnce(&mut Vault) -> Result<(), E>) -> Result<(), E> {
        work(&mut self.vault)?;
        self.undo.clear();
        self.read_everything();
        Ok(())
    }

    /// Goes on in another vault, which takes over every record; what it holds already is merged. What was done can still
    /// be taken back.
    pub fn move_to(&mut self, vault: Vault, now: Millis) {
        let documents = self.documents();
        self.vault = vault;
        self.vault.merge(documents, now);
        self.read_everything();
    }

    /// All documents as they stand, for a backup.
    pub fn documents(&self) -> Table<DocumentKey, Document> {
        self.vault.documents().map(|(key, document)| (key.clone(), document.clone())).collect()
    }

    fn reverse(&mut self, action: Action, now: Millis) -> (Action, Reversed) {
        let vault = &self.vault;
        let (changes, left_alone) =
            reversal(&action, |written| vault.record(&written.document, &written.path));
        let outcome = self.vault.commit(changes, now);
        let records = self.absorb(outcome);
        let again = Action { label: action.label.clone(), records, part_of: action.part_of };
        (again, Reversed { label: action.label, left_alone })
    }

    fn refuse_unless_writable(&self) -> Result<(), NotChanged> {
        match self.vault.status() {
            Status::Saved | Status::NotSaved { .. } | Status::MemoryOnly => Ok(()),
            other => Err(NotChanged::NotWritable(status_sentence(other))),
        }
    }

    /// Reads again what an action wrote and what the vault merged meanwhile.
    fn absorb(&mut self, outcome: Outcome) -> Vec<WrittenRecord> {
        let mut keys: Vec<_> = outcome.written.iter().map(|written| written.document.clone()).collect();
        keys.extend(outcome.changed);
        let mut keys = sorted_by(keys, Ord::cmp);
        keys.dedup();
        for key in &keys {
            self.read_again(key);
        }
        outcome.written
    }

    fn read_again(&mut self, key: &DocumentKey) {
        let unsettled = records::refresh(&mut self.workspace, key, self.vault.document(key));
        if unsettled.is_empty() {
            self.unsettled.remove(key);
        } else {
            self.unsettled.insert(key.clone(), unsettled);
        }
    }

    fn read_everything(&mut self) {
        self.workspace = Workspace::default();
        self.unsettled = Table::new();
        let keys: Vec<_> = self.vault.documents().map(|(key, _)| key.clone()).collect();
        for key in &keys {
            self.read_again(key);
        }
    }
}
