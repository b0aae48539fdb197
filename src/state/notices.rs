//! What the shell says about the last deed and about saving.

use crate::storage::usage::Usage;
use crate::storage::vault::Status;

/// The notice about what just happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    /// Tells one notice from the next with the same words.
    pub number: u32,
    /// What happened.
    pub words: String,
    /// What can be done about it.
    pub offer: Offer,
}

/// What a notice offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Nothing.
    Nothing,
    /// To take the deed back.
    Undo,
    /// To put back what a restore replaced.
    UndoRestore,
}

/// How things stand with saving, undo and backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Whether everything is saved.
    pub status: Status,
    /// How full the storage is.
    pub usage: Usage,
    /// What could not be read, one sentence each.
    pub problems: Vec<String>,
    /// Whether the storage holds fewer documents than were counted.
    pub is_missing_documents: bool,
    /// What undo would take back.
    pub undo: Option<String>,
    /// What redo would do again.
    pub redo: Option<String>,
    /// Deleted records and documents that can come back.
    pub in_trash: usize,
}

/// What a status means for the user: what happened, what is kept, what to do.
pub fn status_sentence(status: &Status) -> String {
    match status {
        Status::Saved => "Everything is saved in this browser.".to_owned(),
        Status::NotSaved { sentence } => sentence.clone(),
        Status::MemoryOnly => {
            "This browser does not let the page store anything, so everything here is gone \
             when you close it. Download a backup before you leave."
                .to_owned()
        }
        Status::ReadOnly { .. } => {
            "This workspace was saved by a newer version of Bridgekeeper. You can read it \
             and download a backup here; reload the page to get the newer version and make changes."
                .to_owned()
        }
        Status::Superseded => {
            "This workspace was erased or replaced in another tab. Nothing more is saved from \
             this one. Download what you need, then reload."
                .to_owned()
        }
        Status::Emptied => {
            "Something emptied this browser's storage while the page was open. This tab still \
             holds everything. Put it back, or download it."
                .to_owned()
        }
    }
}
