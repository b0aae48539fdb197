//! What this browser remembers beside the workspace: not part of a backup, not merged, not undone.
//!
//! Every function is silent when storage is blocked: a preference that is not kept loses nothing.

use gloo_storage::{LocalStorage, Storage};

use super::backup_age::BackupAge;

/// The preferences of one workspace. Made only when storage is there, because gloo-storage panics
/// where it is blocked.
#[derive(Clone, Debug)]
pub struct Preferences {
    prefix: Option<String>,
}

impl Preferences {
    /// Preferences kept under the keys of a workspace.
    pub fn kept(workspace: &str) -> Self {
        Self { prefix: Some(format!("bk1:{workspace}:p:")) }
    }

    /// Preferences that nobody remembers, for a page that must not store anything.
    pub const fn forgotten() -> Self {
        Self { prefix: None }
    }

    /// Whether anybody remembers them.
    pub fn is_kept(&self) -> bool {
        self.prefix.is_some()
    }

    /// The age of the last backup.
    pub fn backup_age(&self) -> BackupAge {
        self.key_of("backup").and_then(|key| LocalStorage::get(key).ok()).unwrap_or_default()
    }

    /// Remembers the age of the last backup.
    pub fn set_backup_age(&self, age: BackupAge) {
        if let Some(key) = self.key_of("backup") {
            // A full storage keeps the old age, which only makes the reminder come early.
            let _ = LocalStorage::set(key, age);
        }
    }

    /// Words remembered under a name.
    pub fn words(&self, name: &str) -> Option<String> {
        // First the key: where storage is blocked there is none, and asking for the storage would panic.
        let key = self.key_of(name)?;
        LocalStorage::raw().get_item(&key).ok().flatten()
    }

    /// Remembers words under a name.
    pub fn set_words(&self, name: &str, words: &str) {
        if let Some(key) = self.key_of(name) {
            // A full storage keeps the old ones.
            let _ = LocalStorage::raw().set_item(&key, words);
        }
    }

    /// The key behind a name, as other tabs name it when they change it.
    pub fn key_of(&self, name: &str) -> Option<String> {
        self.prefix.as_ref().map(|prefix| format!("{prefix}{name}"))
    }
}
