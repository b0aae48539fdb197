//! How the page looks and behaves in this browser: theme, density, single keys, presenter mode.
//!
//! `src/shell/appearance.js` reads the same words before the first paint, so that no wrong theme flashes.

use leptos::ev;
use leptos::prelude::*;

use super::desk::Desk;
use super::tabs::when_free;

/// The name of the preference, which the script knows too.
const NAME: &str = "appearance";
/// The themes, in the order of the choice; the first leaves it to the system.
const THEMES: [&str; 3] = ["system", "light", "dark"];
/// The densities, in the order of the choice.
const DENSITIES: [&str; 2] = ["comfortable", "compact"];
const WITHOUT_KEYS: &str = "no-keys";
const PRESENTING: &str = "presenting";

/// What the user chose. A copy is a pointer to the same; what is set applies at once and is remembered.
#[derive(Clone, Copy)]
pub struct Appearance {
    /// The place of the theme: as the system says, light, dark.
    pub theme: RwSignal<usize>,
    /// The place of the density: comfortable, compact.
    pub density: RwSignal<usize>,
    /// Whether keys without a modifier do anything.
    pub has_keys: RwSignal<bool>,
    /// Whether private notes are hidden, because somebody else looks on.
    pub is_presenting: RwSignal<bool>,
}

impl Appearance {
    /// What this browser remembers, kept in step with the page and with other tabs as long as the page lives.
    pub fn open(desk: Desk) -> Self {
        let appearance = Self {
            theme: RwSignal::new(0),
            density: RwSignal::new(0),
            has_keys: RwSignal::new(true),
            is_presenting: RwSignal::new(false),
        };
        appearance.set_words(&desk.preference(NAME).unwrap_or_default());
        // Lives as long as the page.
        let _ = window_event_listener(ev::storage, move |event| {
            if event.key().is_some_and(|changed| Some(changed) == desk.preferences().key_of(NAME)) {
                let words = event.new_value().unwrap_or_default();
                when_free(Box::new(move || appearance.set_words(&words)));
            }
        });
        Effect::new(move |before: Option<String>| {
            let words = appearance.words();
            appearance.mark_page();
            if before.is_some_and(|before| before != words) {
                desk.remember(NAME, &words);
            }
            words
        });
        appearance
    }

    /// Has the browser remember it, where it was not asked to before.
    pub fn remember(self, desk: Desk) {
        desk.remember(NAME, &untrack(|| self.words()));
    }

    /// The appearance of this page.
    pub fn of_page() -> Self {
        expect_context()
    }

    fn words(self) -> String {
        let theme = THEMES.get(self.theme.get()).copied().unwrap_or_default();
        let density = DENSITIES.get(self.density.get()).copied().unwrap_or_default();
        let keys = if self.has_keys.get() { "" } else { WITHOUT_KEYS };
        let presenting = if self.is_presenting.get() { PRESENTING } else { "" };
        [theme, density, keys, presenting].join(" ").trim_end().to_owned()
    }

    fn set_words(self, words: &str) {
        let has = |word: &str| words.split(' ').any(|one| one == word);
        let place = |all: &[&str]| all.iter().position(|one| has(one)).unwrap_or(0);
        set(self.theme, place(&THEMES));
        set(self.density, place(&DENSITIES));
        set(self.has_keys, !has(WITHOUT_KEYS));
        set(self.is_presenting, has(PRESENTING));
    }

    /// Marks `<html>`, which the style sheets read.
    fn mark_page(self) {
        mark("data-theme", THEMES.get(self.theme.get()).copied().filter(|_| self.theme.get() > 0));
        mark("data-density", DENSITIES.get(self.density.get()).copied().filter(|_| self.density.get() > 0));
        mark("data-presenter", self.is_presenting.get().then_some(""));
    }
}

fn set<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|known| *known != value) {
        signal.set(value);
    }
}

fn mark(name: &str, value: Option<&str>) {
    let Some(root) = document().document_element() else { return };
    // The names are sound, and taking away what is not there is no error.
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}
