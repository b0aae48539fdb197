//! The settings.

use crate::catalogue::intl;

/// Heading: how the page looks.
pub const APPEARANCE: &str = "Appearance";
/// Below [`APPEARANCE`].
pub const APPEARANCE_ABOUT: &str = "Kept in this browser alone; it is no part of a backup.";
/// Light or dark.
pub const THEME: &str = "Theme";
/// The themes: as the system says, light, dark.
pub const THEMES: [&str; 3] = ["System", "Light", "Dark"];
/// How close things stand.
pub const DENSITY: &str = "Density";
/// The densities.
pub const DENSITIES: [&str; 2] = ["Comfortable", "Compact"];
/// Hides what is private.
pub const PRESENTER: &str = "Presenter mode";
/// Below [`PRESENTER`].
pub const PRESENTER_ABOUT: &str =
    "Hides private notes on people while others look on. Ctrl or ⌘ with the full stop does the same.";
/// Heading: keys.
pub const KEYBOARD: &str = "Keyboard";
/// Below [`KEYBOARD`].
pub const KEYBOARD_ABOUT: &str = "The question mark shows all shortcuts.";
/// Keys without a modifier.
pub const SINGLE_KEYS: &str = "Single-key shortcuts";
/// Below [`SINGLE_KEYS`].
pub const SINGLE_KEYS_ABOUT: &str =
    "Such as n for something new, or g and then p for Partners. Never active while you type.";

/// Heading: who we are.
pub const YOU: &str = "You";
/// Below [`YOU`].
pub const YOU_ABOUT: &str = "Your name and company appear in what you send.";
/// Who we are.
pub const YOUR_NAME: &str = "Your name";
/// Whom we work for.
pub const YOUR_COMPANY: &str = "Your company";
/// Saves who we are.
pub const SAVE: &str = "Save";

/// Heading: the backup.
pub const BACKUP: &str = "Backup";
/// Below [`BACKUP`].
pub const BACKUP_ABOUT: &str = "Everything you enter lives in this browser and nowhere else, and a browser may delete what it stores. A backup is one file that holds all of it; any copy of Bridgekeeper can open it.";
/// The same in the single file, which keeps its data in the browser only when asked.
pub const BACKUP_ABOUT_IN_FILE: &str = "What you enter is in this page and in the file you save, and in this browser only while you keep it here. A backup is one file that holds all of it, too; any copy of Bridgekeeper can open it.";
/// There is no backup, and nothing was entered.
pub const NOTHING_TO_LOSE: &str = "Nothing to lose yet.";
/// The backup holds everything.
pub const NOTHING_CHANGED: &str = "Nothing was changed since then.";
/// Hands out a backup.
pub const DOWNLOAD_BACKUP: &str = "Download backup";
/// Puts a backup in the place of what is here.
pub const RESTORE: &str = "Restore";
/// The field that takes the file.
pub const BACKUP_FILE: &str = "Backup file to restore";
/// Puts back what a restore replaced.
pub const UNDO_RESTORE: &str = "Undo the restore";
/// Leaves a question unanswered.
pub const CANCEL: &str = "Cancel";
/// A kind of document.
pub const PARTNERS: &str = "Partners";
/// A kind of document.
pub const PEOPLE: &str = "People";
/// A kind of document.
pub const OF_SETTINGS: &str = "Settings";
/// A kind of document.
pub const SAVED_VIEWS: &str = "Saved views";
/// A kind of document.
pub const SCRIPTS: &str = "Own scripts";
/// A kind of document.
pub const PLAYBOOKS: &str = "Own playbooks";
/// A kind of document.
pub const PUT_OFF: &str = "Put off on Today";
/// Every other kind.
pub const OTHER: &str = "Other";

/// Heading: what has a day, for calendars.
pub const CALENDAR: &str = "Calendar";

/// Heading: lists of other programs.
pub const IMPORT: &str = "Import";

/// Heading: the storage.
pub const STORAGE: &str = "Storage";
/// Below [`STORAGE`].
pub const STORAGE_ABOUT: &str = "Browsers allow a page about five million characters. You are told at 70% and again at 85%; saving never stops without saying so. Pages of the same site share this room and can read it.";
/// Heading: opening the page without a network.
pub const OFFLINE: &str = "Without a network";
/// Below [`OFFLINE`].
pub const OFFLINE_ABOUT: &str = "Where the browser allows it, it keeps the program's own files, so that this page also opens offline. They hold nothing of yours, take none of the room above, and stay when you erase everything; clearing this site's data in the browser removes them.";
/// All files are kept.
pub const OFFLINE_READY: &str = "Opens offline";
/// They are not.
pub const OFFLINE_NOT: &str = "Needs its server";
/// What takes room: partners, and what is recorded at them.
pub const PARTNERS_AND_RECORDS: &str = "Partners and records";
/// What takes room: changes on their way into the documents.
pub const LATEST_CHANGES: &str = "Latest changes";
/// What takes room: other pages.
pub const OTHER_PAGES: &str = "Other pages of this site";
/// Less than is worth counting.
pub const UNDER_A_THOUSAND: &str = "under 1,000";

/// Heading: the trash.
pub const TRASH: &str = "Recently deleted";
/// Below [`TRASH`].
pub const TRASH_ABOUT: &str =
    "What you delete stays here for 30 days. It comes back where it was, with everything that belongs to it.";
/// Said when the trash is empty.
pub const NOTHING_DELETED: &str = "Nothing was deleted.";
/// Empties the trash.
pub const EMPTY_TRASH: &str = "Empty for good";
/// Takes one thing out of the trash.
pub const BRING_BACK: &str = "Bring back";

/// Heading: erasing everything.
pub const ERASE: &str = "Erase";
/// Below [`ERASE`].
pub const ERASE_ABOUT: &str = "Removes every partner, person and setting of this workspace from this browser, in all its tabs. Backup files you have stay as they are.";
/// Erases everything.
pub const ERASE_EVERYTHING: &str = "Erase everything";
/// Below [`ERASE_EVERYTHING`].
pub const ERASE_STEPS: &str = "Offers a backup first, then asks once more.";
/// The question before everything is erased.
pub const ERASE_ASKED: &str = "Erase everything?";
/// What erasing means.
pub const ERASE_FINAL: &str = "This cannot be undone. Only a backup brings it back.";
/// Hands out a backup before.
pub const BACKUP_FIRST: &str = "Download a backup first";
/// The word that confirms it.
pub const ERASE_WORD: &str = "erase";
/// Asks for [`ERASE_WORD`].
pub const TYPE_ERASE: &str = "Type erase to confirm";

/// When the last backup was made.
pub fn last_backup(moment: &str) -> String {
    format!("Last backup {moment}")
}

/// What was changed while there is no backup.
pub fn changes_so_far(changes: usize) -> String {
    format!("{} so far.", intl::counted(changes, "change", "changes"))
}

/// What was changed since the last backup.
pub fn changes_since(changes: usize) -> String {
    format!("{} since then.", intl::counted(changes, "change", "changes"))
}

/// The browser could not read a file.
pub fn unreadable(why: &str) -> String {
    format!("The file could not be read: {why}")
}

/// How much of the storage is used, both in millions of characters.
pub fn used(millions: &str, limit: &str) -> String {
    format!("{millions} of {limit} million characters")
}

/// What takes room, and how many characters.
pub fn taking(what: &str, characters: &str) -> String {
    format!("{what} {characters}")
}

/// A share in hundredths.
pub fn percent(share: usize) -> String {
    format!("{share}%")
}

/// A button: the next entries of the trash.
pub fn show_more(hidden: usize) -> String {
    format!("Show more, {} left", intl::counted(hidden, "entry", "entries"))
}

/// A kind of thing, and whose it was.
pub fn belonging(what: &str, owner: &str) -> String {
    format!("{what} of {owner}")
}

/// After what was deleted: when.
pub fn deleted(moment: &str) -> String {
    format!(", deleted {moment}")
}

/// The button of one thing in the trash, for those who do not see its row.
pub fn bring_back(what: &str) -> String {
    format!("Bring back {what}")
}
