//! What the desk says: how things stand with saving, and what just happened.

/// Everything is saved.
pub const SAVED: &str = "Everything is saved in this browser.";
/// The browser stores nothing.
pub const MEMORY_ONLY: &str = "This browser does not let the page store anything, so everything here is gone when you close it. Download a backup before you leave.";
/// A newer version saved the workspace.
pub const READ_ONLY: &str = "This workspace was saved by a newer version of Bridgekeeper. You can read it and download a backup here; reload the page to get the newer version and make changes.";
/// Another tab erased or replaced the workspace.
pub const SUPERSEDED: &str = "This workspace was erased or replaced in another tab. Nothing more is saved from this one. Download what you need, then reload.";
/// The storage was emptied from outside.
pub const EMPTIED: &str = "Something emptied this browser's storage while the page was open. This tab still holds everything. Put it back, or download it.";

/// Before what was undone.
pub const UNDONE: &str = "Undone";
/// Before what was done again.
pub const DONE_AGAIN: &str = "Done again";
/// There is nothing to undo or to do again.
pub const NOTHING_TO_TAKE_BACK: &str = "There is nothing to take back";
/// The trash is empty.
pub const TRASH_EMPTIED: &str = "Recently deleted is empty now";
/// Everything is gone.
pub const ERASED: &str = "Everything was erased from this browser";
/// A backup took the place of the workspace.
pub const RESTORED: &str = "Backup restored";
/// A backup that was merged held nothing that is not here.
pub const NOTHING_MERGED: &str = "Nothing to merge: all of it is here already";
/// What it replaced is back.
pub const RESTORE_UNDONE: &str = "Restore undone";

/// [`UNDONE`] or [`DONE_AGAIN`], and the deed.
pub fn reversed(what: &str, deed: &str) -> String {
    format!("{what}: {deed}")
}

/// The same, where some records were changed since.
pub fn reversed_in_part(what: &str, deed: &str, left_alone: usize) -> String {
    format!("{what}: {deed}. {left_alone} of its records were changed since and were left as they are")
}
