//! What the shell says about the last deed and about saving.

use crate::catalogue::desk as words;
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

impl Standing {
    /// How things stand while only a first look at the workspace was taken: nothing is unsaved, and nothing else known.
    pub fn of_first_look() -> Self {
        Self {
            status: Status::Saved,
            usage: Usage::default(),
            problems: Vec::new(),
            is_missing_documents: false,
            undo: None,
            redo: None,
            in_trash: 0,
        }
    }
}

/// What a status means for the user: what happened, what is kept, what to do.
pub fn status_sentence(status: &Status) -> String {
    let words = match status {
        Status::NotSaved { sentence } => sentence.as_str(),
        Status::Saved => words::SAVED,
        Status::MemoryOnly => words::MEMORY_ONLY,
        Status::ReadOnly { .. } => words::READ_ONLY,
        Status::Superseded => words::SUPERSEDED,
        Status::Emptied => words::EMPTIED,
    };
    words.to_owned()
}
