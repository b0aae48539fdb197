//! How the page looks and listens, in this browser.

use leptos::prelude::*;

use crate::catalogue::settings as words;
use crate::kit::Segmented;
use crate::route::SettingsPart;
use crate::state::appearance::Appearance;

use super::Part;

/// Theme, density and presenter mode.
#[component]
pub fn AppearancePart() -> impl IntoView {
    let appearance = Appearance::of_page();
    let choices = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    view! {
        <Part part=SettingsPart::Appearance title=words::APPEARANCE about=words::APPEARANCE_ABOUT>
            <div class="panel">
                <div class="setting">
                    <h3>{words::THEME}</h3>
                    <Segmented label=words::THEME choices=choices(&words::THEMES) place=appearance.theme />
                </div>
                <div class="setting">
                    <h3>{words::DENSITY}</h3>
                    <Segmented label=words::DENSITY choices=choices(&words::DENSITIES) place=appearance.density />
                </div>
                {turned("s-presenter", words::PRESENTER, words::PRESENTER_ABOUT, appearance.is_presenting)}
            </div>
        </Part>
    }
}

/// Shortcuts.
#[component]
pub fn KeyboardPart() -> impl IntoView {
    let appearance = Appearance::of_page();
    view! {
        <Part part=SettingsPart::Keyboard title=words::KEYBOARD about=words::KEYBOARD_ABOUT>
            <div class="panel">
                {turned("s-keys", words::SINGLE_KEYS, words::SINGLE_KEYS_ABOUT, appearance.has_keys)}
            </div>
        </Part>
    }
}

/// A statement, and a switch that makes it so.
fn turned(id: &'static str, title: &'static str, about: &'static str, value: RwSignal<bool>) -> AnyView {
    view! {
        <div class="setting">
            <div>
                <h3 id=id>{title}</h3>
                <p id=format!("{id}-about")>{about}</p>
            </div>
            <input
                class="switch"
                type="checkbox"
                role="switch"
                aria-labelledby=id
                aria-describedby=format!("{id}-about")
                prop:checked=value
                on:change:target=move |event| value.set(event.target().checked())
            />
        </div>
    }
    .into_any()
}
