//! All keys, on one sheet.

use leptos::prelude::*;

use crate::catalogue::commands as words;
use crate::kit::dialog_head;
use crate::route::{Route, SettingsPart};
use crate::shell::commands::{COMMANDS, Command, Does, Hands};
use crate::state::keys;

use super::{keycaps, modal};

/// The list of keys.
pub fn help() -> AnyView {
    let hands = Hands::of_page();
    let list = move |is_meant: fn(&Command) -> bool| {
        let rows: Vec<_> = COMMANDS
            .iter()
            .filter(|command| !command.keys.is_empty() && is_meant(command) && hands.offers(command))
            .map(|command| row(command.words, command.keys))
            .collect();
        rows
    };
    let has_keys = hands.appearance.has_keys;
    let inside = view! {
        {dialog_head(words::SHORTCUTS, Callback::new(move |()| hands.overlays.close()))}
        <div class="dialog__body">
            <div class="columns">
                <dl class="shortcuts__list">
                    {row(words::SEARCH_OR_RUN, keys::PALETTE)}
                    {list(|command| !matches!(command.does, Does::InAList | Does::Ask(_)))}
                </dl>
                <dl class="shortcuts__list">{list(|command| matches!(command.does, Does::InAList | Does::Ask(_)))}</dl>
            </div>
            <p class="quiet">
                {move || if has_keys.get() { words::SLEEPING } else { words::SINGLE_KEYS_OFF }} " "
                <a href=Route::Settings(SettingsPart::Keyboard).href() on:click=move |_| hands.overlays.close()>
                    {words::GO_KEYBOARD}
                </a>
            </p>
        </div>
    };
    modal("dialog shortcuts", words::SHORTCUTS, inside.into_any())
}

fn row(words: &'static str, keys: &'static str) -> AnyView {
    view! {
        <div>
            <dt>{words}</dt>
            <dd>{keycaps(keys)}</dd>
        </div>
    }
    .into_any()
}
