//! Playbooks: the library and what is at work, one playbook, one at work, and the editor of one's own.

mod editor;
mod editor_parts;
mod file;
mod library;
mod one;
mod running;

use leptos::prelude::*;

use crate::route::{Route, SettingsPart};

pub use library::PlaybooksPage;
pub use one::PlaybookPage;
pub use running::RunPage;

/// Said when what the address means is not in the workspace.
fn gone(title: &'static str, why: &'static str, go: &'static str, look: &'static str) -> AnyView {
    view! {
        <div class="empty">
            <h1 tabindex="-1">{title}</h1>
            <p>{why}</p>
            <div class="cluster">
                <a class="button button--primary" href=Route::Playbooks.href()>
                    {go}
                </a>
                <a class="button" href=Route::Settings(SettingsPart::Trash).href()>
                    <crate::kit::Icon name="trash" />
                    {look}
                </a>
            </div>
        </div>
    }
    .into_any()
}
