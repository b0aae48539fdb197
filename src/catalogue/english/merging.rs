//! Two records that turn out to be one.

use crate::catalogue::intl;

/// Opens the form at a partner.
pub const MERGE_PARTNER: &str = "Merge with another partner";
/// Opens the form at a person.
pub const MERGE_PERSON: &str = "Merge with another person";
/// What a partner looks for.
pub const WHICH_PARTNER: &str = "Which partner is the same?";
/// What a person looks for.
pub const WHICH_PERSON: &str = "Who is the same person?";
/// Says how to look.
pub const HOW: &str = "Type a few letters of the name.";
/// The matches.
pub const MATCHES: &str = "The same as";
/// Nobody is called so.
pub const NO_MATCH: &str = "Nothing else here is called so. Try fewer letters.";
/// Nothing is chosen yet.
pub const PICK_ONE: &str = "Choose which one is the same";
/// Which one stays.
pub const KEEP: &str = "Keep";
/// The button.
pub const MERGE: &str = "Merge";
/// What becomes of a partner that goes.
pub const PARTNER_GOES: &str = "All records and people of the other one come along. Where the two differ, the words of the other one go into \
                                the note or the links; stage and tier stay those of the one you keep. You can undo this.";
/// What becomes of a person that goes.
pub const PERSON_GOES: &str = "Employments, roles, research and every touchpoint of the other one come along. Where the two differ in name, \
                               address or number, that goes into the note. You can undo this.";

/// How much is recorded of a partner.
pub fn records(count: usize) -> String {
    intl::counted(count, "record", "records")
}
