//! What can be done from the palette and by keys, and what the palette and the list of keys say.

/// The palette, and the button that opens it.
pub const SEARCH_OR_RUN: &str = "Search or run";
/// Stands in the empty line of the palette.
pub const SEARCH_OR_RUN_HINT: &str = "Partner, person, page or action";
/// The list of what was found.
pub const RESULTS: &str = "Results";
/// Heading: opened lately.
pub const RECENT: &str = "Recent";
/// Heading: partners.
pub const PARTNERS: &str = "Partners";
/// Heading: people.
pub const PEOPLE: &str = "People";
/// Heading: scripts.
pub const SCRIPTS: &str = "Scripts";
/// Heading: places.
pub const GO_TO: &str = "Go to";
/// Heading: deeds.
pub const DO: &str = "Do";
/// Heading: rows of a list.
pub const IN_A_LIST: &str = "In a list";
/// At the foot of the palette: what the arrows do.
pub const CHOOSE: &str = "choose";
/// At the foot of the palette: what Enter does.
pub const RUN: &str = "run";
/// At the foot of the palette: what Escape does.
pub const CLOSE: &str = "close";
/// On the key cap of Escape.
pub const ESCAPE: &str = "esc";
/// On the key cap of Shift.
pub const SHIFT: &str = "Shift";
/// On the key cap of Control.
pub const CONTROL: &str = "Ctrl";

/// The list of keys.
pub const SHORTCUTS: &str = "Keyboard";
/// Said in the list of keys while single keys are off.
pub const SINGLE_KEYS_OFF: &str = "Single keys are switched off. Settings turn them on again.";
/// Said in the list of keys.
pub const SLEEPING: &str = "Single keys sleep while you type.";

/// A deed, where a file of the user's is all that keeps anything.
pub const SAVE_FILE: &str = "Save to your file";
/// A deed, there too.
pub const OPEN_FILE: &str = "Open a file";
/// A place.
pub const GO_TODAY: &str = "Today";
/// A place.
pub const GO_PARTNERS: &str = "Partners";
/// A place.
pub const GO_PEOPLE: &str = "People";
/// A place.
pub const GO_PLAYBOOKS: &str = "Playbooks";
/// A deed.
pub const START_PLAYBOOK: &str = "Start a playbook";
/// Heading: playbooks.
pub const PLAYBOOKS: &str = "Playbooks";
/// A place.
pub const GO_MEETINGS: &str = "Meetings";
/// A deed.
pub const PLAN_MEETING: &str = "Plan a meeting";
/// A place.
pub const GO_SCRIPTS: &str = "Scripts";
/// A place.
pub const GO_LESSONS: &str = "Lessons";
/// A place.
pub const GO_SETTINGS: &str = "Settings";
/// A place.
pub const GO_BACKUP: &str = "Backup and restore";
/// A place.
pub const GO_CALENDAR: &str = "Take it along to a calendar";
/// A place.
pub const IMPORT: &str = "Import a list";
/// A place.
pub const GO_STORAGE: &str = "Storage";
/// A place.
pub const GO_MODEL: &str = "Health model";
/// A place.
pub const GO_APPEARANCE: &str = "Appearance";
/// A place.
pub const GO_KEYBOARD: &str = "Shortcut settings";
/// A place.
pub const GO_TRASH: &str = "Recently deleted";

/// Opens the line for something new.
pub const NEW: &str = "Quick add";
/// The button that makes something new.
pub const NEW_BUTTON: &str = "New";
/// Opens the form for a partner.
pub const ADD_PARTNER: &str = "Add partner";
/// Opens the form for a touchpoint.
pub const LOG_TOUCH: &str = "Log touchpoint";
/// Goes to the search of the partners.
pub const FIND: &str = "Find in this list";
/// Takes the latest deed back.
pub const UNDO: &str = "Undo";
/// Does it again.
pub const REDO: &str = "Redo";
/// Hides private notes.
pub const PRESENT: &str = "Presenter mode";
/// Shows the list of keys.
pub const HELP: &str = "Keyboard shortcuts";
/// The next row.
pub const NEXT_ROW: &str = "Next row";
/// The row before.
pub const PREVIOUS_ROW: &str = "Row before";
/// Chooses the row.
pub const SELECT_ROW: &str = "Select row";
/// Corrects what the row or the page is about.
pub const EDIT: &str = "Edit";

/// Logs a touchpoint with a partner.
pub fn log_touch_with(partner: &str) -> String {
    format!("Log touch with {partner}")
}

/// Adds a promise to or of a partner.
pub fn add_promise_with(partner: &str) -> String {
    format!("Add promise with {partner}")
}

/// Takes what was typed over into the quick line.
pub fn quick_add_of(typed: &str) -> String {
    format!("Quick add: {typed}")
}

/// Said when nothing answers what was typed.
pub fn nothing_found(typed: &str) -> String {
    format!("Nothing is called “{typed}”. Try fewer letters, or begin with + to add something.")
}
