//! Everything that can be done without looking for its button: the one list that the palette, the overlay of
//! keys and the page's own keys share.

use leptos::prelude::*;

use crate::catalogue::{commands as words, shell};
use crate::parts::own_file::OwnFile;
use crate::route::{Route, SettingsPart};
use crate::state::address::go;
use crate::state::appearance::Appearance;
use crate::state::desk::Desk;
use crate::state::keys;
use crate::state::wishes::{Wish, Wishes};

use super::overlays::{Overlay, Overlays};

/// What a command does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Does {
    /// Goes somewhere.
    Go(Route),
    /// Asks a screen for something.
    Ask(Wish),
    /// Opens something over the page.
    Open(Overlay),
    /// Takes the latest deed back.
    Undo,
    /// Does it again.
    Redo,
    /// Hides private notes, or shows them again.
    Present,
    /// Saves to a file of the user's.
    Save,
    /// Opens one.
    OpenFile,
    /// Belongs to the screen that has rows; only the list of keys names it.
    InAList,
}

/// A command, in the words of the palette.
pub struct Command {
    /// What recents remember it by.
    pub name: &'static str,
    /// What the user reads.
    pub words: &'static str,
    /// Its icon in the palette.
    pub icon: &'static str,
    /// The keys that do the same; empty when there are none.
    pub keys: &'static str,
    /// What it does.
    pub does: Does,
}

const fn command(
    name: &'static str,
    words: &'static str,
    icon: &'static str,
    keys: &'static str,
    does: Does,
) -> Command {
    Command { name, words, icon, keys, does }
}

const fn settings(part: SettingsPart) -> Does {
    Does::Go(Route::Settings(part))
}

/// All commands, in the order of the palette.
pub static COMMANDS: [Command; 33] = [
    command("new", words::NEW, "plus", keys::NEW, Does::Open(Overlay::QuickAdd(String::new()))),
    command("partner", words::ADD_PARTNER, "partners", "", Does::Ask(Wish::AddPartner)),
    command("playbook", words::START_PLAYBOOK, "playbooks", "", Does::Ask(Wish::StartPlaybook)),
    command("meeting", words::PLAN_MEETING, "meetings", "", Does::Ask(Wish::PlanMeeting(None))),
    command("undo", words::UNDO, "undo", keys::UNDO, Does::Undo),
    command("redo", words::REDO, "redo", keys::REDO, Does::Redo),
    command("save", words::SAVE_FILE, "download", keys::SAVE, Does::Save),
    command("open", words::OPEN_FILE, "upload", keys::OPEN, Does::OpenFile),
    command("present", words::PRESENT, "eye-off", keys::PRESENT, Does::Present),
    command("help", words::HELP, "keyboard", keys::HELP, Does::Open(Overlay::Help)),
    command("today", words::GO_TODAY, "today", keys::GO_TODAY, Does::Go(Route::Today)),
    command("partners", words::GO_PARTNERS, "partners", keys::GO_PARTNERS, Does::Go(Route::Partners)),
    command("people", words::GO_PEOPLE, "people", keys::GO_PEOPLE, Does::Go(Route::People)),
    command("meetings", words::GO_MEETINGS, "meetings", keys::GO_MEETINGS, Does::Go(Route::Meetings)),
    command("playbooks", words::GO_PLAYBOOKS, "playbooks", keys::GO_PLAYBOOKS, Does::Go(Route::Playbooks)),
    command("scripts", words::GO_SCRIPTS, "scripts", keys::GO_SCRIPTS, Does::Go(Route::Scripts(None))),
    command("lessons", words::GO_LESSONS, "gate", keys::GO_LESSONS, Does::Go(Route::Lessons)),
    command("backup", words::GO_BACKUP, "download", "", settings(SettingsPart::Backup)),
    command("calendar", words::GO_CALENDAR, "calendar", "", settings(SettingsPart::Calendar)),
    command("import", words::IMPORT, "upload", "", Does::Go(Route::Import)),
    command("storage", words::GO_STORAGE, "level", "", settings(SettingsPart::Storage)),
    command("model", words::GO_MODEL, "target", "", settings(SettingsPart::HealthModel)),
    command("appearance", words::GO_APPEARANCE, "sparkle", "", settings(SettingsPart::Appearance)),
    command("keyboard", words::GO_KEYBOARD, "key", "", settings(SettingsPart::Keyboard)),
    command("trash", words::GO_TRASH, "trash", "", settings(SettingsPart::Trash)),
    command("privacy", shell::PRIVACY, "lock", "", Does::Go(Route::Privacy)),
    command("settings", words::GO_SETTINGS, "settings", keys::GO_SETTINGS, settings(SettingsPart::Top)),
    command("find", words::FIND, "search", keys::FIND, Does::Ask(Wish::FindPartner)),
    command("touch", words::LOG_TOUCH, "chat", keys::LOG_TOUCH, Does::InAList),
    command("next", words::NEXT_ROW, "down", keys::NEXT_ROW, Does::InAList),
    command("previous", words::PREVIOUS_ROW, "up", keys::PREVIOUS_ROW, Does::InAList),
    command("select", words::SELECT_ROW, "check", keys::SELECT_ROW, Does::InAList),
    command("edit", words::EDIT, "edit", keys::EDIT, Does::InAList),
];

/// What commands work on. A copy is a pointer to the same.
#[derive(Clone, Copy)]
pub struct Hands {
    /// The desk.
    pub desk: Desk,
    /// The wishes.
    pub wishes: Wishes,
    /// What lies over the page.
    pub overlays: Overlays,
    /// How the page looks.
    pub appearance: Appearance,
    /// The file of the single-file edition.
    pub own_file: Option<OwnFile>,
}

impl Hands {
    /// The hands of this page.
    pub fn of_page() -> Self {
        expect_context()
    }

    /// Does it.
    pub fn run(self, does: &Does) {
        match does {
            Does::Go(route) => go(*route),
            Does::Ask(wish) => self.wishes.ask(*wish),
            Does::Open(Overlay::QuickAdd(_)) if !self.has_partners() => self.wishes.ask(Wish::AddPartner),
            Does::Open(overlay) => self.overlays.open(overlay.clone()),
            Does::Undo => self.desk.undo(),
            Does::Redo => self.desk.redo(),
            Does::Present => self.appearance.is_presenting.update(|is_presenting| *is_presenting ^= true),
            Does::Save => {
                if let Some(own) = self.own_file {
                    own.save();
                }
            }
            Does::OpenFile => {
                if let Some(own) = self.own_file {
                    own.open();
                }
            }
            Does::InAList => {}
        }
    }

    /// Whether there is anything for a command to do on this page.
    pub fn offers(self, command: &Command) -> bool {
        let is_of_file = matches!(command.does, Does::Save | Does::OpenFile);
        !is_of_file || self.has_file()
    }

    /// Whether a file is all that keeps anything.
    pub fn has_file(self) -> bool {
        untrack(|| self.own_file.is_some_and(OwnFile::is_wanted))
    }

    /// Without a partner there is nobody to promise anything to.
    fn has_partners(self) -> bool {
        self.desk.read_once(|workspace| !workspace.partners.is_empty())
    }
}
