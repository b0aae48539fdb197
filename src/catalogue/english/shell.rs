//! The frame: places, save state, banners, notices.

use crate::catalogue::intl;

/// The name of the app.
pub const BRIDGEKEEPER: &str = "Bridgekeeper";
/// The mark at the top, which leads to the start.
pub const BRAND: &str = "Bridgekeeper, go to Today";
/// Skips the frame for the keyboard.
pub const SKIP_TO_CONTENT: &str = "Skip to content";
/// Heading for a hash that names no place.
pub const NOWHERE: &str = "This address leads nowhere";
/// Below [`NOWHERE`].
pub const NOWHERE_WHY: &str = "It may come from another version of Bridgekeeper, or a part of it is missing.";
/// The way back from [`NOWHERE`].
pub const GO_TO_TODAY: &str = "Go to Today";
/// The place of people, in the navigation, titles and breadcrumbs.
pub const PEOPLE: &str = "People";

/// The places, for those who do not see them.
pub const MAIN: &str = "Main";
/// A place.
pub const TODAY: &str = "Today";
/// How many rows of a place ask for something, for those who hear it: after the number.
pub const TO_DO: &str = " to do";
/// A place.
pub const PARTNERS: &str = "Partners";
/// The ending of a partner, in titles and breadcrumbs.
pub const ENDING: &str = "Ending";
/// A place.
pub const PLAYBOOKS: &str = "Playbooks";
/// A place.
pub const MEETINGS: &str = "Meetings";
/// A place.
pub const SCRIPTS: &str = "Scripts";
/// A place.
pub const LESSONS: &str = "Lessons";
/// A place.
pub const SETTINGS: &str = "Settings";
/// A place.
pub const PRIVACY: &str = "Privacy";
/// The name of a place for a partner that is gone.
pub const NOT_HERE: &str = "Not here";
/// The name of a place that is none.
pub const NOT_FOUND: &str = "Not found";
/// Where one is, for those who do not see it.
pub const BREADCRUMB: &str = "Breadcrumb";
/// The tools above the page, for those who do not see them.
pub const PAGE_TOOLS: &str = "Page tools";
/// Hides private notes.
pub const PRESENT: &str = "Presenter mode: hide private notes";
/// Shows them again.
pub const STOP_PRESENTING: &str = "Presenter mode is on: show private notes again";
/// Shows the list of keys.
pub const HELP: &str = "Keyboard shortcuts";
/// Makes something new.
pub const NEW: &str = "New";
/// Takes the latest deed back.
pub const UNDO: &str = "Undo";
/// Does it again.
pub const REDO: &str = "Redo";
/// Closes a notice.
pub const DISMISS: &str = "Dismiss";

/// Everything is saved.
pub const SAVED: &str = "Saved in this browser";
/// Something is not saved.
pub const NOT_SAVED: &str = "Not saved";
/// The browser does not store anything.
pub const IN_MEMORY: &str = "In memory only";
/// A newer version saved this workspace.
pub const READ_ONLY: &str = "Read only";
/// Another tab replaced the workspace.
pub const NOT_SAVING: &str = "Not saving";
/// There never was a backup.
pub const NO_BACKUP: &str = "No backup yet";
/// Makes a backup.
pub const BACK_UP: &str = "Back up";

/// Some documents are gone.
pub const MISSING: &str = "Some of what was saved here is missing. Restore a backup, or go on without it.";
/// Accepts [`MISSING`].
pub const GO_ON: &str = "Go on without it";
/// A newer version of the page has arrived, and waits.
pub const NEW_VERSION: &str = "New version. Finish what you are typing, then reload.";
/// Loads the page again.
pub const RELOAD: &str = "Reload";
/// Writes everything again.
pub const PUT_BACK: &str = "Put it back";
/// The storage fills up.
pub const FILLING: &str = "The browser's storage is more than 70% full. Back up now, then empty Recently deleted or remove partners you no longer need.";
/// The storage is nearly full.
pub const NEARLY_FULL: &str = "The browser's storage is more than 85% full, and saving will stop when it is full. Back up now, then make room.";
/// Before the domain that several partners have.
pub const SHARED_DOMAIN: &str = "These partners share the domain ";
/// After it.
pub const SHARED_DOMAIN_END: &str = ". Correct one of them, or delete it if they are the same.";
/// Something stored cannot be read.
pub const UNREADABLE: &str =
    "Something stored here could not be read. It was left as it is; everything else works.";
/// Leads to what could not be read.
pub const LOOK_AT_IT: &str = "Look at it";
/// Hands out everything stored.
pub const DOWNLOAD_EVERYTHING: &str = "Download everything";

/// The title of the page, after how many things there are to do today; the workspace is named unless it is the usual one.
pub fn title(place: &str, to_do: usize, workspace: Option<&str>) -> String {
    let whose = workspace.map_or_else(|| BRIDGEKEEPER.to_owned(), |name| format!("{name} · {BRIDGEKEEPER}"));
    match to_do {
        0 => format!("{place} · {whose}"),
        _ => format!("({}) {place} · {whose}", intl::whole(to_do)),
    }
}

/// How many days ago the last backup was made.
pub fn backup_age(days: u64) -> String {
    match days {
        0 => "Last backup today".to_owned(),
        1 => "Last backup yesterday".to_owned(),
        days => {
            let days = usize::try_from(days).unwrap_or(usize::MAX);
            format!("Last backup {} ago", intl::counted(days, "day", "days"))
        }
    }
}

/// The link to the backup, with how old the last one is.
pub fn back_up_with(age: &str) -> String {
    format!("{BACK_UP}. {age}")
}

/// Undo or redo, and what it would take back or do again.
pub fn reversal(verb: &str, what: Option<&str>) -> String {
    format!("{verb}: {}", what.unwrap_or("nothing"))
}

/// The browser refused a download.
pub fn no_download(why: &str) -> String {
    format!("The browser did not take the download ({why}). Try again")
}
