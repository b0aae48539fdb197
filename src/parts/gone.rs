//! Said in place of what an address means and the workspace does not have.

use leptos::prelude::*;

use crate::catalogue::trash as words;
use crate::kit::Icon;
use crate::route::{Route, SettingsPart};

/// What is not here and why, the way back with its words, and the way to what was deleted.
pub fn gone(title: &'static str, why: &'static str, back: Route, go: &'static str) -> AnyView {
    view! {
        <div class="empty">
            <h1 tabindex="-1">{title}</h1>
            <p>{why}</p>
            <div class="cluster">
                <a class="button button--primary" href=back.href()>
                    {go}
                </a>
                <a class="button" href=Route::Settings(SettingsPart::Trash).href()>
                    <Icon name="trash" />
                    {words::LOOK_IN_DELETED}
                </a>
            </div>
        </div>
    }
    .into_any()
}
