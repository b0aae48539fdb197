//! What is kept at hand: scripts and playbooks, remembered in this browser.

use leptos::prelude::*;

use super::desk::Desk;

/// What can be kept.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    /// Scripts, by the words of their addresses.
    Scripts,
    /// Playbooks, by their keys.
    Playbooks,
}

impl Shelf {
    const fn name(self) -> &'static str {
        match self {
            Self::Scripts => "scripts-kept",
            Self::Playbooks => "playbooks-kept",
        }
    }

    /// What is kept on it, the oldest first; some of it may be gone.
    pub fn kept(self, desk: Desk) -> Vec<String> {
        let kept = desk.preference(self.name()).unwrap_or_default();
        kept.split_whitespace().map(str::to_owned).collect()
    }
}

/// What is kept on a shelf, followed. A copy is a pointer to the same.
#[derive(Clone, Copy)]
pub struct AtHand {
    desk: Desk,
    shelf: Shelf,
    kept: RwSignal<Vec<String>>,
}

impl AtHand {
    /// What is kept on a shelf.
    pub fn on(desk: Desk, shelf: Shelf) -> Self {
        Self { desk, shelf, kept: RwSignal::new(shelf.kept(desk)) }
    }

    /// Whether something is kept.
    pub fn has(self, name: &str) -> bool {
        self.kept.with(|kept| kept.iter().any(|known| known == name))
    }

    /// All of it, the oldest first.
    pub fn kept(self) -> Vec<String> {
        self.kept.get()
    }

    /// Keeps something, or no longer.
    pub fn toggle(self, name: &str) {
        self.kept.update(|kept| {
            let before = kept.len();
            kept.retain(|known| known != name);
            if kept.len() == before {
                kept.push(name.to_owned());
            }
        });
        self.desk.remember(self.shelf.name(), &self.kept.with_untracked(|kept| kept.join(" ")));
    }
}
