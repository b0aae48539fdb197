//! The automatic backup to a file, the reminder, and whether the browser keeps what is stored.

use crate::catalogue::intl;

/// The offer.
pub const AUTOMATIC: &str = "Back up automatically to a file";
/// Below [`AUTOMATIC`].
pub const AUTOMATIC_ABOUT: &str = "Written a few seconds after every change, then read back. Best in a folder that is backed up or shared with your other devices.";
/// Chooses the file.
pub const CHOOSE: &str = "Choose a file";
/// Chooses another.
pub const CHOOSE_OTHER: &str = "Choose another";
/// Ends it.
pub const STOP: &str = "Stop";
/// Lets the page write it again.
pub const ALLOW: &str = "Allow again";
/// Writes it once more.
pub const TRY_AGAIN: &str = "Try again";
/// What the file is, in the browser's window.
pub const KIND: &str = "Bridgekeeper backup";
/// It was not written yet.
pub const NOT_YET: &str = "It is being written for the first time.";
/// The page must not write.
pub const NOT_OURS: &str = "this tab may not save any more, so the file may hold more than this tab does";
/// Something is missing here.
pub const NOT_WHOLE: &str =
    "something stored here is missing or cannot be read, and the file may still hold it";
/// What was written is not what is there.
pub const NOT_THE_SAME: &str = "what was written is not what the file holds";
/// The code that writes it did not arrive.
pub const NO_CODE: &str = "the page could not load the code for it";
/// The browser gave no reason.
pub const UNSAID: &str = "the browser does not say why";

/// Whether the browser keeps what is stored here.
pub const KEEPING: &str = "Ask the browser to keep this data";
/// Below [`KEEPING`].
pub const KEEPING_ABOUT: &str = "Without it, a browser short of space may clear pages that you rarely open. It is asked once, after your first change.";
/// It keeps it.
pub const GRANTED: &str = "Granted";
/// It may clear it.
pub const NOT_GRANTED: &str = "Not granted";
/// It cannot be asked.
pub const CANNOT_ASK: &str = "This browser cannot be asked";
/// Asks again.
pub const ASK_AGAIN: &str = "Ask again";

/// The name of the reminder, for those who do not see it.
pub const REMINDER: &str = "Reminder";
/// Puts the reminder off until tomorrow.
pub const NOT_TODAY: &str = "Not today";

/// The reminder: how old the last backup is, and what was changed since.
pub fn remind(age: &str, changes: usize) -> String {
    format!("{age}, {} since.", intl::counted(changes, "change", "changes"))
}

/// A file that is written after every change.
pub fn written(name: &str, moment: &str) -> String {
    format!("{name}, last written {moment}.")
}

/// A file that the browser wants to be asked about.
pub fn waiting(name: &str) -> String {
    format!("{name} is not written until you allow it again: the browser asks after a restart.")
}

/// A file that is not written.
pub fn failed(why: &str) -> String {
    format!(
        "The automatic backup was not written: {why}. Everything is still here; the file is as it was before."
    )
}
