//! A backup file that was opened: what it would change, and what is taken of it.

use super::domain::day;
use crate::catalogue::intl;

/// The question before a restore.
pub const ASKED: &str = "Restore this backup?";
/// Somebody edited the file.
pub const EDITED: &str = "This file was edited after it was made. Look at the figures before you go on.";
/// What is done with the file.
pub const HOW: &str = "What to do with it";
/// The ways: in the place of what is here, or merged with it.
pub const WAYS: [&str; 2] = ["Replace what is here", "Merge with what is here"];
/// What replacing means.
pub const REPLACE_ABOUT: &str = "It takes the place of everything here.";
/// What merging means.
pub const MERGE_ABOUT: &str = "Where both hold a record, the one written last stands, unless you choose otherwise. What the file lacks stays.";
/// The name of the table of differences.
pub const WHAT_CHANGES: &str = "What would change";
/// The column of kinds.
pub const RECORDS: &str = "Records";
/// The column of what comes.
pub const ADDED: &str = "Added";
/// The column of what becomes different.
pub const CHANGED: &str = "Changed";
/// The column of what goes.
pub const REMOVED: &str = "Removed";
/// The column of what cannot be read.
pub const UNREADABLE: &str = "Unreadable";
/// There is nothing to list.
pub const NO_DIFFERENCE: &str = "The file and what is here say the same.";
/// What happens before a replacement.
pub const HANDED_OUT_FIRST: &str =
    "A backup of what is here now is downloaded first, and you can undo the restore.";
/// What can be done after a merge.
pub const MERGE_UNDO: &str = "One undo takes the whole merge back.";
/// The word that confirms a replacement.
pub const REPLACE: &str = "replace";
/// Asks for [`REPLACE`].
pub const TYPE_REPLACE: &str = "Type replace to confirm";
/// The word that confirms a merge that removes much.
pub const MERGE_WORD: &str = "merge";
/// Asks for [`MERGE_WORD`].
pub const TYPE_MERGE: &str = "Type merge to confirm";
/// Replaces.
pub const RESTORE: &str = "Restore";
/// Merges.
pub const MERGE: &str = "Merge";
/// Ticks all of a list.
pub const TICK_ALL: &str = "Tick all";
/// Unticks all of a list.
pub const TICK_NONE: &str = "Tick none";
/// What stands here.
pub const HERE: &str = "Here";
/// What stands in the file.
pub const IN_FILE: &str = "In the file";
/// A value that is not there.
pub const EMPTY: &str = "nothing";
/// Stands for what is nested too deep to be read out.
pub const MORE: &str = "…";
/// An id of something that is on neither side.
pub const ANOTHER_RECORD: &str = "another record";
/// A yes.
pub const YES: &str = "yes";
/// A no.
pub const NO: &str = "no";

/// A sort of differences.
pub const ONLY_IN_FILE: &str = "Only in the file";
/// A sort of differences.
pub const DIFFERENT: &str = "Different here and in the file";
/// A sort of differences.
pub const ONLY_HERE: &str = "Only here";
/// A sort of differences.
pub const DELETED_THERE: &str = "Deleted in the file";
/// A sort of differences.
pub const DELETED_HERE: &str = "Deleted here";
/// A sort of differences.
pub const LONG_GONE: &str = "Only in the file, and older than Recently deleted reaches";
/// Below [`LONG_GONE`].
pub const LONG_GONE_ABOUT: &str =
    "They may have been deleted here more than 30 days ago, so they come only when you tick them.";
/// What a tick does.
pub const ADD: &str = "Add";
/// What a tick does.
pub const TAKE: &str = "Take the file's";
/// What a tick does.
pub const DELETE_TOO: &str = "Delete here too";
/// What a tick does.
pub const BRING_BACK: &str = "Bring back";

/// When a backup was made, from what stands in the file: `2026-11-22T10:42:47Z`.
pub fn made(at: &str) -> String {
    let told = at.split_once('T').and_then(|(date, time)| {
        let time =
            time.get(..5).filter(|time| time.bytes().all(|byte| byte.is_ascii_digit() || byte == b':'))?;
        Some(format!("Made {} at {time} UTC.", day(date.parse().ok()?)))
    });
    told.unwrap_or_else(|| format!("Made {at}."))
}

/// Opens the list of differences.
pub fn differences(count: usize) -> String {
    format!("Show {}", intl::counted(count, "difference", "differences"))
}

/// Opens the list of what cannot be read.
pub fn unreadable(count: usize) -> String {
    let records = intl::counted(count, "record of this file cannot", "records of this file cannot");
    format!("{records} be read")
}

/// What becomes of them.
pub const UNREADABLE_REPLACED: &str =
    "They come along as they are, and count as absent until a version can read them.";
/// What becomes of them in a merge.
pub const UNREADABLE_MERGED: &str =
    "What is no record at all stays in the file; the others come along as they are and count as absent.";

/// A record that cannot be read: what, whose, where, why.
pub fn unreadable_record(what: &str, owner: &str, place: &str, why: &str) -> String {
    format!("{what} of {owner} ({place}): {why}")
}

/// A sort of differences, and how many.
pub fn heading(sort: &str, count: usize) -> String {
    format!("{sort}: {}", intl::whole(count))
}

/// A tick, for those who do not see its row.
pub fn tick_of(tick: &str, what: &str, words: &str) -> String {
    format!("{tick}: {what} {words}")
}

/// A field and its value.
pub fn field(name: &str, value: &str) -> String {
    format!("{name}: {value}")
}

/// A partner or person as a whole, and how many records go with it.
pub fn whole(what: &str, records: usize) -> String {
    format!("{what}, with {}", intl::counted(records, "record", "records"))
}
