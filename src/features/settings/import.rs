//! The way to bring a list in.

use leptos::prelude::*;

use crate::catalogue::{import as words, settings};
use crate::kit::Icon;
use crate::route::{Route, SettingsPart};

use super::Part;

/// Leads to the import.
#[component]
pub fn ImportPart() -> impl IntoView {
    view! {
        <Part part=SettingsPart::Import title=settings::IMPORT about=words::LEDE>
            <p>
                <a class="button" href=Route::Import.href()>
                    <Icon name="upload" />
                    {words::IMPORT}
                </a>
            </p>
        </Part>
    }
}
