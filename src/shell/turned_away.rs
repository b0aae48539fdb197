//! Where nothing is opened: the address names no workspace, or the page may not be shown inside the one around it.

use leptos::prelude::*;

use crate::catalogue::place as words;
use crate::catalogue::shell::title;
use crate::state::here;
use crate::state::place::Place;

/// Why nothing is opened.
#[derive(Clone, Copy)]
pub enum TurnedAway {
    /// The owner does not let the page be shown there.
    NotShown,
    /// The address names a workspace by what is no name.
    NoWorkspace,
}

/// Where the page stands, unless nothing may be opened there. The storage is not touched.
pub fn place() -> Result<Place, TurnedAway> {
    if !here::may_be_shown() {
        return Err(TurnedAway::NotShown);
    }
    here::place().map_err(|_| TurnedAway::NoWorkspace)
}

impl TurnedAway {
    /// What is said, and the way back.
    pub fn page(self) -> AnyView {
        let (heading, why) = match self {
            Self::NotShown => (words::NOT_SHOWN, words::NOT_SHOWN_WHY),
            Self::NoWorkspace => (words::NO_WORKSPACE, words::NO_WORKSPACE_WHY),
        };
        let (go, words, target) = match self {
            Self::NotShown => (here::alone(), words::OPEN_ALONE, Some("_blank")),
            Self::NoWorkspace => (here::usual(), words::GO_TO_USUAL, None),
        };
        document().set_title(&title(heading, 0, None));
        view! {
            <main class="rescue page">
                <div class="empty">
                    <h1 tabindex="-1">{heading}</h1>
                    <p>{why}</p>
                    <div class="cluster">
                        <a class="button button--primary" href=go target=target rel="noopener">
                            {words}
                        </a>
                    </div>
                </div>
            </main>
        }
        .into_any()
    }
}
