//! What could not be read, in the settings.

use crate::catalogue::intl;

/// Heading.
pub const ASIDE: &str = "What could not be read";
/// Below [`ASIDE`].
pub const ASIDE_ABOUT: &str = "Kept as it was found, so that nothing is lost by a mistake of ours or of the browser. Somebody who helps you may read more in it.";
/// Nothing lies aside.
pub const NOTHING_ASIDE: &str = "Everything stored here could be read.";
/// Hands all of it out.
pub const DOWNLOAD_ALL: &str = "Download all";
/// Hands one out.
pub const DOWNLOAD: &str = "Download";
/// Deletes one.
pub const DELETE: &str = "Delete";
/// Opens the text of one.
pub const SHOW: &str = "Show what it holds";
/// It was found before such things were noted.
pub const NOT_NOTED: &str = "Where it was found was not noted.";
/// The question before one is deleted.
pub const DELETE_ASKED: &str = "Delete this for good?";
/// What deleting means.
pub const DELETE_FINAL: &str =
    "It cannot be read here, and nothing brings it back but a download. Everything else stays as it is.";
/// Hands it out before.
pub const DOWNLOAD_FIRST: &str = "Download it first";
/// The word that confirms it.
pub const DELETE_WORD: &str = "delete";
/// Asks for [`DELETE_WORD`].
pub const TYPE_DELETE: &str = "Type delete to confirm";
/// It is deleted.
pub const DISCARDED: &str = "Deleted what could not be read";
/// A note of one action.
pub const ACTION: &str = "A change of yours";
/// A partner's dossier.
pub const PARTNER: &str = "A partner with all records";
/// A person.
pub const PERSON: &str = "A person with all records";
/// The description or the count of the workspace.
pub const BOOKKEEPING: &str = "The page's own bookkeeping";
/// Anything else.
pub const OTHER: &str = "Something stored";

/// When it was found.
pub fn found(moment: &str) -> String {
    format!("Found {moment}")
}

/// Why it could not be read.
pub fn why(reason: &str) -> String {
    format!("Why: {reason}")
}

/// Under which key it lay.
pub fn lay_under(key: &str) -> String {
    format!("It lay under {key}")
}

/// There is more of it than is shown.
pub fn cut_off(letters: usize) -> String {
    format!("The first {} characters; the download holds all.", intl::whole(letters))
}

/// A button of one row, for those who do not see the row.
pub fn button_of(doing: &str, what: &str) -> String {
    format!("{doing}: {what}")
}

/// The storage refused to delete it.
pub fn not_deleted(why: &str) -> String {
    format!("It was not deleted: {why}. Try again")
}
