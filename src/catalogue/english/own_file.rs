//! The file of the single-file edition: what is said of it, and of keeping the data in the browser instead.

use crate::catalogue::intl;

/// The bar, for those who do not see it.
pub const YOUR_FILE: &str = "Your file";
/// Opens a file.
pub const OPEN: &str = "Open";
/// Saves to the file.
pub const SAVE: &str = "Save";
/// The first thing said: nothing was done yet.
pub const NOTHING_KEPT: &str = "Nothing is kept yet: this page forgets everything when you close it. Open a file you saved, or save to a new one.";
/// What the file is called at first.
pub const SUGGESTED_NAME: &str = "bridgekeeper.json";
/// Offers the file to be dropped.
pub const NOT_A_FILE: &str = "That is no file. Drop a file that Bridgekeeper saved.";
/// The code for it is not there.
pub const NO_CODE: &str =
    "The page could not load the code for it. Everything is still here; reload only after saving.";

/// In the corner: everything is in the file.
pub const SAVED: &str = "Saved to a file";
/// In the corner: something is not.
pub const UNSAVED: &str = "Unsaved changes";
/// In the corner: there is nothing to save.
pub const IN_MEMORY: &str = "In memory only";
/// In the corner, below that.
pub const NOTHING_TO_SAVE: &str = "Nothing to save yet";
/// In the corner: there are changes and no file.
pub const IN_NO_FILE: &str = "Not in a file yet";

/// The setting that keeps the data in the browser.
pub const KEEP: &str = "Keep the data in this browser";
/// What it would mean.
pub const KEEP_ABOUT: &str = "So far it is only in memory and in the file you save. Kept here, it is there again when you open this page, but every other page opened from a disk can read it in Chromium browsers: they all share one storage. Choose it only if you trust what you open here.";
/// Does it.
pub const KEEP_HERE: &str = "Keep it here";
/// What it means now.
pub const KEPT_ABOUT: &str = "It is there again when you open this page, and in Chromium browsers every other page opened from a disk can read it. You can take it out again: it stays on screen, and you save it to a file.";
/// Takes it back.
pub const STOP_KEEPING: &str = "Take it out of this browser";
/// It was done.
pub const KEPT: &str = "Kept in this browser from now on";
/// It was taken back.
pub const NOT_KEPT: &str = "Taken out of this browser. Save it to a file before you leave";

/// There are changes and no file.
pub fn only_in_memory(changes: usize) -> String {
    format!(
        "{} only in memory, and gone when you close this page. Save to a file, or open one.",
        counted(changes)
    )
}

/// There are changes that the file lacks.
pub fn not_in(name: &str, changes: usize) -> String {
    format!("{} not in {name} yet.", counted(changes))
}

fn counted(changes: usize) -> String {
    let verb = if changes == 1 { "is" } else { "are" };
    format!("{} {verb}", intl::counted(changes, "change", "changes"))
}

/// The file holds everything.
pub fn all_in(name: &str) -> String {
    format!("Everything is in {name}. What you change stays in memory until you save.")
}

/// Something else wrote the file.
pub fn written_by_others(name: &str) -> String {
    format!(
        "Not saved: something else has written {name} since you opened or saved it here. Save to another file, or open \
         {name} to see what is in it."
    )
}

/// A file was opened.
pub fn opened(name: &str) -> String {
    format!("{name} opened")
}

/// It was saved.
pub fn saved(name: &str) -> String {
    format!("Saved to {name}")
}

/// It was not.
pub fn not_saved(why: &str) -> String {
    format!("Not saved: {why}. Everything is still here; try again, or download a backup in the settings.")
}

/// A file could not be opened.
pub fn not_opened(why: &str) -> String {
    format!("Not opened: {why}")
}

/// The browser does not let the page keep anything.
pub fn cannot_keep(why: &str) -> String {
    format!("Nothing was changed: {why}")
}
