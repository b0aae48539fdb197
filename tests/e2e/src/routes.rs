//! The screens to take pictures of.

/// One screen and the way there.
pub struct Screen {
    /// The name of its picture.
    pub name: &'static str,
    /// The part of the address after the page's own.
    pub hash: &'static str,
    /// The partner to go to from the list, by name.
    pub partner: Option<&'static str>,
    /// The buttons to press then, in order.
    pub presses: &'static [&'static str],
}

const fn at(name: &'static str, hash: &'static str) -> Screen {
    Screen { name, hash, partner: None, presses: &[] }
}

const fn partner(name: &'static str, presses: &'static [&'static str]) -> Screen {
    Screen { name, hash: "#/partners", partner: Some("Northquay"), presses }
}

/// What `cargo xtask shots` looks at before anything is entered.
pub const EMPTY: &[Screen] = &[
    at("start", ""),
    Screen { name: "start-form", hash: "", partner: None, presses: &["Add a partner"] },
    at("start-settings", "#/settings"),
    at("not-found", "#/nowhere"),
    at("kit", "#/kit"),
];

/// What it looks at in the workspace of [`crate::seed`].
pub const SEEDED: &[Screen] = &[
    at("today", "#/"),
    at("partners", "#/partners"),
    Screen { name: "partners-form", hash: "#/partners", partner: None, presses: &["Add partner"] },
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
    Screen { name: "person", hash: "#/people", partner: None, presses: &["Mara Lindqvist"] },
    Screen {
        name: "person-moved",
        hash: "#/people",
        partner: None,
        presses: &["Mara Lindqvist", "Moved to a new employer"],
    },
    at("settings", "#/settings"),
    Screen {
        name: "settings-erase",
        hash: "#/settings/erase",
        partner: None,
        presses: &["Erase everything"],
    },
];
