//! Keys without a modifier: who listens to which, and when they sleep.
//!
//! The shell binds the keys of the whole page, a screen those of its rows; the latest binding of a key
//! answers it, and ends with the view that made it. All sleep while something is typed, while a dialog is
//! open, and when the user has switched them off.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Finds in what is on screen.
pub const FIND: &str = "/";
/// Makes something new.
pub const NEW: &str = "n";
/// Shows all keys.
pub const HELP: &str = "?";
/// The next row.
pub const NEXT_ROW: &str = "j";
/// The row before.
pub const PREVIOUS_ROW: &str = "k";
/// Chooses the row, or no longer.
pub const SELECT_ROW: &str = "x";
/// Corrects the row, or what the page is about.
pub const EDIT: &str = "e";
/// Logs a touchpoint.
pub const LOG_TOUCH: &str = "t";
/// Goes to what the day asks for.
pub const GO_TODAY: &str = "g t";
/// Goes to the partners.
pub const GO_PARTNERS: &str = "g p";
/// Goes to the people: `p` is taken, and `c` stands for contacts.
pub const GO_PEOPLE: &str = "g c";
/// Goes to the meetings.
pub const GO_MEETINGS: &str = "g m";
/// Goes to the playbooks: `p` is taken, and `b` is the next in the word that is not.
pub const GO_PLAYBOOKS: &str = "g b";
/// Goes to the scripts; `s` is taken, and `w` stands for words.
pub const GO_SCRIPTS: &str = "g w";
/// Goes to the lessons.
pub const GO_LESSONS: &str = "g l";
/// Goes to the settings.
pub const GO_SETTINGS: &str = "g s";

/// Opens the palette; `mod` is Ctrl, or ⌘ on a Mac.
pub const PALETTE: &str = "mod k";
/// Hides and shows private notes.
pub const PRESENT: &str = "mod .";
/// Takes the latest deed back.
pub const UNDO: &str = "mod z";
/// Does it again.
pub const REDO: &str = "mod shift z";

/// Saves to a file of the user's.
pub const SAVE: &str = "mod s";
/// Opens one.
pub const OPEN: &str = "mod o";

/// Keys as `aria-keyshortcuts` wants them; none for two keys one after the other, which it cannot say.
pub fn aria(keys: &'static str) -> Option<String> {
    match keys.strip_prefix("mod ") {
        Some(rest) => {
            let (shift, key) = rest.strip_prefix("shift ").map_or(("", rest), |key| ("Shift+", key));
            let key = key.to_ascii_uppercase();
            Some(format!("Control+{shift}{key} Meta+{shift}{key}"))
        }
        None => (!keys.contains(' ')).then(|| keys.to_owned()),
    }
}

/// How long the first key of two waits for the second, in milliseconds.
const CHORD_WAITS_MS: f64 = 1500.0;

/// One key, or two pressed one after the other, and what they do.
#[derive(Clone, Copy)]
struct Binding {
    number: u32,
    keys: &'static str,
    act: Callback<()>,
}

/// The keys of the page. A copy is a pointer to the same.
#[derive(Clone, Copy)]
pub struct Keys {
    bindings: StoredValue<Vec<Binding>>,
    /// The first key of two, and when it was pressed.
    first: StoredValue<Option<(String, f64)>>,
    is_on: Signal<bool>,
}

impl Keys {
    /// No key does anything yet. They sleep while `is_on` says no.
    pub fn new(is_on: Signal<bool>) -> Self {
        Self { bindings: StoredValue::new(Vec::new()), first: StoredValue::new(None), is_on }
    }

    /// The keys of this page.
    pub fn of_page() -> Self {
        expect_context()
    }

    /// From now on `keys` does `act`, until the caller's view is gone. Two keys are written with a space
    /// between them.
    pub fn bind(self, keys: &'static str, act: Callback<()>) {
        let mut number = 0;
        self.bindings.update_value(|bindings| {
            number = bindings.last().map_or(0, |last| last.number + 1);
            bindings.push(Binding { number, keys, act });
        });
        on_cleanup(move || {
            // At the end of the page the list may be gone before its views.
            let _ = self.bindings.try_update_value(|all| all.retain(|binding| binding.number != number));
        });
    }

    /// Lets a pressed key do what it is bound to. A key that is not bound is left to the browser.
    pub fn press(self, event: &KeyboardEvent) {
        let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
        if has_modifier || event.is_composing() || !self.is_on.get_untracked() || is_asleep() {
            self.first.set_value(None);
            return;
        }
        let key = event.key();
        // A key such as Shift alone is no second key.
        if key.chars().count() != 1 {
            return;
        }
        let first = self.first.try_update_value(Option::take).flatten();
        let pressed = match first {
            Some((first, at)) if event.time_stamp() - at <= CHORD_WAITS_MS => format!("{first} {key}"),
            _ => key,
        };
        let bound = self.bindings.with_value(|all| all.iter().rfind(|one| one.keys == pressed).copied());
        if let Some(binding) = bound {
            event.prevent_default();
            binding.act.run(());
        } else if self.begins_two(&pressed) {
            event.prevent_default();
            self.first.set_value(Some((pressed, event.time_stamp())));
        }
    }

    fn begins_two(self, key: &str) -> bool {
        self.bindings.with_value(|all| {
            all.iter().any(|one| one.keys.split_once(' ').is_some_and(|(first, _)| first == key))
        })
    }
}

/// Whether keys belong to something else: a field, a list, a menu, or a question that must be answered first.
fn is_asleep() -> bool {
    // Apart, because a browser that does not know popovers refuses the whole selector.
    let is_open = |selector: &str| document().query_selector(selector).ok().flatten().is_some();
    is_open("dialog:modal") || is_open(":popover-open") || is_typing()
}

/// Whether what has the focus takes text.
pub fn is_typing() -> bool {
    document().active_element().is_some_and(|element| takes_text(&element))
}

fn takes_text(element: &Element) -> bool {
    match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => !matches!(element.get_attribute("type").as_deref(), Some("checkbox" | "radio" | "file")),
        _ => element.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable),
    }
}
