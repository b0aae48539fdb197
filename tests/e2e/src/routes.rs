//! The screens to take pictures of and to let axe look at.

use crate::server::Server;
use crate::session::Session;
use anyhow::Result;

/// One screen and the way there.
pub struct Screen {
    /// The name of its picture.
    pub name: &'static str,
    /// The part of the address after the page's own.
    pub hash: &'static str,
    /// The partner to go to from the list, by name.
    pub partner: Option<&'static str>,
    /// The buttons to press then, in order; `form > button` is the one in that form. The same words twice are the button
    /// that opens a form, then the one that sends it.
    pub presses: &'static [&'static str],
    /// What to type at last: the label of a field, and the words.
    pub types: Option<(&'static str, &'static str)>,
}

impl Screen {
    /// Goes there.
    ///
    /// # Errors
    /// When something on the way is not there.
    pub async fn reach(&self, session: &Session, server: &Server) -> Result<()> {
        // A route is only the part after #, and going there would not load the page anew.
        session.goto("about:blank").await?;
        session.start(&server.url(self.hash)).await?;
        if let Some(partner) = self.partner {
            session.press(partner).await?;
            session.see_heading(partner).await?;
        }
        for (place, words) in self.presses.iter().enumerate() {
            if let Some((form, button)) = words.split_once(" > ") {
                session.press_in(form, button).await?;
            } else if place > 0 && self.presses.get(place - 1) == Some(words) {
                session.press_in(words, words).await?;
            } else {
                session.press(words).await?;
            }
        }
        if let Some((label, words)) = self.types {
            session.put(label, words).await?;
        }
        Ok(())
    }
}

const fn at(name: &'static str, hash: &'static str) -> Screen {
    opened(name, hash, &[])
}

const fn opened(name: &'static str, hash: &'static str, presses: &'static [&'static str]) -> Screen {
    Screen { name, hash, partner: None, presses, types: None }
}

const fn partner(name: &'static str, presses: &'static [&'static str]) -> Screen {
    Screen { partner: Some("Northquay"), ..opened(name, "#/partners", presses) }
}

/// What `cargo xtask shots` looks at before anything is entered.
pub const EMPTY: &[Screen] = &[
    at("start", ""),
    opened("start-form", "", &["Add a partner"]),
    at("start-settings", "#/settings"),
    at("not-found", "#/nowhere"),
    at("kit", "#/kit"),
];

/// What it looks at in the workspace of [`crate::seed`].
pub const SEEDED: &[Screen] = &[
    at("today", "#/"),
    at("partners", "#/partners"),
    opened("partners-form", "#/partners", &["Add partner"]),
    partner("partner", &[]),
    partner("partner-touchpoint", &["Log touchpoint"]),
    partner("partner-promise", &["Add promise"]),
    partner("partner-more", &["More actions"]),
    partner("partner-wrong", &["Add promise", "Add promise"]),
    partner("partner-people", &["People 3"]),
    partner("partner-promises", &["Promises 4"]),
    partner("partner-give-and-get", &["Give and get 4"]),
    partner("partner-traction", &["Traction 2"]),
    partner("partner-history", &["History"]),
    at("people", "#/people"),
    opened("person", "#/people", &["Mara Lindqvist"]),
    opened("person-moved", "#/people", &["Mara Lindqvist", "Moved to a new employer"]),
    at("meetings", "#/meetings"),
    opened("meetings-form", "#/meetings", &["New meeting"]),
    at("lessons", "#/lessons"),
    at("settings", "#/settings"),
    at("privacy", "#/privacy"),
    opened("settings-erase", "#/settings/erase", &["Erase everything"]),
];

/// Playbooks and scripts, which any workspace has. Some of them add to it, and come last.
pub const LIBRARY: &[Screen] = &[
    at("playbooks", "#/playbooks"),
    at("playbook", "#/playbooks/offboarding"),
    opened("playbook-start", "#/playbooks/offboarding", &["Start"]),
    at("scripts", "#/scripts"),
    at("script", "#/scripts/watch-warning"),
    opened("playbook-run", "#/playbooks/offboarding", &["Start", "Start playbook > Start"]),
    opened("playbook-editor", "#/playbooks/go-live", &["Duplicate to edit", "Edit"]),
    opened("script-editor", "#/scripts/recap", &["Duplicate to edit"]),
    Screen {
        types: Some(("Passage 1", "Hello {contct_first_name},\nthis } and { that, and {}.")),
        ..opened("script-slips", "#/scripts/recap", &["Duplicate to edit"])
    },
];
