//! The workspace as a whole: the trash, backup and restore, erasing, and what the browser lost.

use leptos::prelude::*;

use super::{Declined, Desk};
use crate::catalogue::{desk as words, own_file};
use crate::state::backup_age::BackupAge;
use crate::state::clock;
use crate::state::deeds::{self, Deed};
use crate::state::notices::Offer;
use crate::state::preferences::Preferences;
use crate::state::session::NotChanged;
use crate::storage::backup::{self, Backup};
use crate::storage::browser;
use crate::storage::compare::{Choice, Comparison, Way};
use crate::storage::keys::Keys;
use crate::storage::names::{DocumentKey, RecordPath};
use crate::storage::store::Store;
use crate::storage::tab::TabStore;
use crate::storage::vault::{Persistence, Vault};

impl Desk {
    /// Brings something back from the trash.
    pub fn bring_back(self, deed: Deed, picked: &[(DocumentKey, RecordPath)]) -> Result<(), Declined> {
        self.with_session(|session| session.restore(deed.doing, picked, clock::now()))?;
        self.note_change();
        self.say(deed.done, Offer::Undo);
        Ok(())
    }

    /// Empties the trash for good.
    pub fn empty_trash(self) -> Result<(), Declined> {
        self.with_session(|session| session.empty_trash(clock::now()))?;
        self.say(words::TRASH_EMPTIED, Offer::Nothing);
        Ok(())
    }

    /// Erases everything this workspace keeps in the browser.
    pub fn erase(self) -> Result<(), Declined> {
        self.start_anew(|vault| vault.erase(clock::now()).map_err(|error| error.to_string()))?;
        self.before_restore.set(None);
        self.set_backup_age(BackupAge::default());
        self.say(words::ERASED, Offer::Nothing);
        Ok(())
    }

    /// Puts a backup in the place of the workspace; what it replaces can be put back once.
    pub fn replace_with(self, backup: Backup) -> Result<(), Declined> {
        let before = self.session.with_value(|session| session.documents());
        self.start_anew(|vault| {
            vault.replace(backup.into_documents(), clock::now()).map_err(|error| error.to_string())
        })?;
        self.before_restore.set(Some(before));
        self.note_other_life();
        self.say(words::RESTORED, Offer::UndoRestore);
        Ok(())
    }

    /// Opens a file of the user's in the place of the workspace: all of it is in that file.
    pub fn open_file(self, backup: Backup, name: &str) -> Result<(), Declined> {
        self.replace_with(backup)?;
        self.note_backup();
        self.say(&own_file::opened(name), Offer::UndoRestore);
        Ok(())
    }

    /// Puts back what the last restore replaced.
    pub fn undo_restore(self) {
        let Some(before) = self.before_restore.try_update(Option::take).flatten() else { return };
        let result = self.start_anew(|vault| {
            vault.replace(before.clone(), clock::now()).map_err(|error| error.to_string())
        });
        match result {
            Ok(()) => {
                self.note_other_life();
                self.say(words::RESTORE_UNDONE, Offer::Nothing);
            }
            Err(declined) => {
                self.before_restore.set(Some(before));
                self.say(&declined.sentence, Offer::UndoRestore);
            }
        }
    }

    /// Whether what a restore replaced can still be put back: as long as this page is open.
    pub fn can_undo_restore(self) -> bool {
        self.before_restore.with(Option::is_some)
    }

    /// The whole workspace as the text of a backup file, read back before it is handed out.
    pub fn backup(self) -> Result<String, Declined> {
        let documents = self.session.with_value(|session| session.documents());
        backup::write(&documents, clock::now())
            .map_err(|error| Declined { field: None, sentence: error.to_string() })
    }

    /// Every key of this workspace as it lies in the storage, and what is held in memory alone, as
    /// JSON: for a workspace that cannot be backed up any more.
    pub fn dump(self) -> String {
        self.session.with_value(|session| backup::dump(session.vault()))
    }

    /// A backup held against what is here.
    pub fn compare(self, way: Way, backup: &Backup) -> Comparison {
        let (here, born) =
            self.session.with_value(|session| (session.documents(), session.vault().generation().millis()));
        Comparison::new(way, here, born, backup, clock::now())
    }

    /// Merges a backup with what is here, as one deed that can be taken back.
    pub fn merge_with(self, comparison: &Comparison, choices: &[Choice]) -> Result<(), Declined> {
        let now = clock::now();
        let suffix = self.session.with_value(|session| session.vault().suffix());
        let records = comparison.merged(choices, now, suffix);
        let count = self.with_session(|session| session.merge(deeds::MERGE_BACKUP.doing, records, now))?;
        if count > 0 {
            self.note_change();
            self.say(deeds::MERGE_BACKUP.done, Offer::Undo);
        } else {
            self.say(words::NOTHING_MERGED, Offer::Nothing);
        }
        Ok(())
    }

    /// Remembers that the user has a backup of everything as of now.
    pub fn note_backup(self) {
        self.set_backup_age(BackupAge { made_at: Some(clock::now().0), ..BackupAge::default() });
    }

    /// Remembers that a backup holds everything but what was changed after the first so many changes since the one before.
    pub fn note_backup_before(self, changes: u32) {
        let left = self.backup_age.get_untracked().changes_since.saturating_sub(changes);
        let now = clock::now().0;
        let changed_at = (left > 0).then_some(now);
        self.set_backup_age(BackupAge { made_at: Some(now), changes_since: left, changed_at });
    }

    /// Takes note that what was written last is there no more: something else wrote over it. Then all that is here counts as
    /// a change, even if nothing was changed since.
    pub fn note_backup_lost(self) {
        let age = self.backup_age.get_untracked();
        self.set_backup_age(BackupAge { changes_since: age.changes_since.max(1), ..age });
    }

    /// Goes on without the documents that the census misses.
    pub fn accept_missing(self) {
        self.tend(|vault| {
            vault.accept_missing();
            Vec::new()
        });
    }

    /// Writes everything again after the browser's storage was emptied under the page.
    pub fn put_back(self) {
        self.tend(|vault| {
            vault.put_back(clock::now());
            Vec::new()
        });
    }

    /// Keeps the workspace in the browser from now on, and at the next start. What lies there already is merged with it.
    pub fn keep_in_browser(self) -> Result<(), Declined> {
        let store = browser::probe().map_err(|error| cannot_keep(&error))?;
        let documents = self.session.with_value(|session| session.documents());
        let mut vault = self.vault_over(Box::new(store), Persistence::Browser);
        vault.room_for_records(&documents).map_err(NotChanged::NoRoom)?;
        if documents.is_empty() && vault.documents().next().is_none() {
            // So that there is something to know the wish by.
            vault.erase(clock::now()).map_err(|error| cannot_keep(&error))?;
        }
        self.move_to(vault, Preferences::kept(&self.name.get_value()));
        self.say(own_file::KEPT, Offer::Nothing);
        Ok(())
    }

    /// Takes everything of this workspace out of the browser. It stays in memory, to be saved to a file.
    pub fn stop_keeping(self) -> Result<(), Declined> {
        let keys = Keys::of(&self.name.get_value());
        browser::clear(keys.prefix()).map_err(|error| cannot_keep(&error))?;
        let vault = self.vault_over(Box::new(TabStore::empty()), Persistence::MemoryOnly);
        self.move_to(vault, Preferences::forgotten());
        self.note_change();
        self.say(own_file::NOT_KEPT, Offer::Nothing);
        Ok(())
    }

    fn vault_over(self, store: Box<dyn Store>, persistence: Persistence) -> Vault {
        let now = clock::now();
        let suffix = self.session.with_value(|session| session.vault().suffix());
        let (vault, _) = Vault::open(store, &self.name.get_value(), now, suffix, persistence);
        vault
    }

    fn move_to(self, vault: Vault, preferences: Preferences) {
        self.with_session(|session| session.move_to(vault, clock::now()));
        self.preferences.set_value(preferences);
        self.set_backup_age(self.backup_age.get_untracked());
    }

    fn start_anew(self, work: impl FnOnce(&mut Vault) -> Result<(), String>) -> Result<(), Declined> {
        self.with_session(|session| session.start_anew(work))
            .map_err(|sentence| Declined { field: None, sentence })?;
        self.lives.update(|lives| *lives = lives.wrapping_add(1));
        Ok(())
    }

    /// Where a file of the user's is all that keeps anything, it does not hold what was just put here.
    fn note_other_life(self) {
        if self.is_only_in_memory() {
            self.note_change();
        }
    }
}

fn cannot_keep(error: &dyn std::error::Error) -> Declined {
    Declined { field: None, sentence: own_file::cannot_keep(&error.to_string()) }
}
