//! What the design system says by itself; everything else is handed to it.

/// Closes a dialog.
pub const CLOSE: &str = "Close";
/// Beside the label of a field that can stay empty.
pub const OPTIONAL: &str = "optional";
/// Stands for a number that is not known.
pub const NO_SCORE: &str = "no score";
/// The heading of a chart's table.
pub const SAME_AS_TABLE: &str = "The same as a table";
/// A file holds something else than text; it follows "could not be read: ".
pub const NOT_TEXT: &str = "the file is not text";

/// Takes away what a chip says.
pub fn remove(what: &str) -> String {
    format!("Remove: {what}")
}

/// Finishes one item of a checklist.
pub fn finish(what: &str) -> String {
    format!("Finish: {what}")
}

/// Heading where a part of the page did not arrive.
pub const NOT_LOADED: &str = "This part of the page has not arrived";
/// Below [`NOT_LOADED`].
pub const NOT_LOADED_WHY: &str =
    "There is no connection, or a newer version was published meanwhile. Your data is untouched.";
/// The way on from [`NOT_LOADED`].
pub const LOAD_AGAIN: &str = "Load the page again";
