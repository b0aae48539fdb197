//! Playbooks as files: handed out, and brought in.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::catalogue::playbooks as words;
use crate::domain::checklist::{Template, TemplateKey, check};
use crate::kit::Icon;
use crate::kit::file;
use crate::route::Route;
use crate::state::address::go;
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::notices::Offer;

/// Hands a playbook out as a file.
pub fn export(desk: Desk, template: &Template) {
    let text = serde_json::to_string_pretty(template).unwrap_or_default();
    if let Err(why) = file::download(&name_of(template), "application/json", &text) {
        desk.say(&why, Offer::Nothing);
    }
}

/// The name of its file: its title in the letters of an id.
fn name_of(template: &Template) -> String {
    let mut name = String::new();
    for letter in template.title.to_lowercase().chars() {
        if letter.is_ascii_alphanumeric() {
            name.push(letter);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let name = name.trim_end_matches('-');
    let name = if name.is_empty() { template.id.as_str() } else { name };
    format!("{name}.checklist.json")
}

/// The button that brings a file in; what is wrong with one is said in `refused`.
#[component]
pub fn Import(
    /// Why a file was not brought in.
    refused: RwSignal<Option<String>>,
) -> impl IntoView {
    let desk = Desk::of_page();
    let input = NodeRef::<leptos::html::Input>::new();
    let pick = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let read = move |event: leptos::ev::Event| {
        let target = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = target else { return };
        let Some(picked) = input.files().and_then(|files| files.get(0)) else { return };
        let name = picked.name();
        // The same file can be picked again once it is corrected.
        input.set_value("");
        refused.set(None);
        // Before a byte of it is read: a film would fill the memory.
        #[expect(clippy::cast_precision_loss, reason = "a limit, not a measure")]
        if picked.size() > check::MOST_BYTES as f64 {
            return refused.set(Some(words::unreadable(&name, words::TOO_LARGE)));
        }
        leptos::task::spawn_local(async move {
            match file::read_text(picked).await {
                Err(why) => refused.set(Some(words::unreadable(&name, &why))),
                Ok(text) => match check::read(&text) {
                    Err(fault) => refused.set(Some(words::refused(&name, &fault.to_string()))),
                    Ok(template) => take_in(desk, template, refused),
                },
            }
        });
    };
    view! {
        <button class="button" type="button" on:click=pick>
            <Icon name="upload" />
            {words::IMPORT}
        </button>
        <input
            class="visually-hidden"
            type="file"
            accept="application/json,.json"
            tabindex="-1"
            aria-label=words::IMPORT
            node_ref=input
            on:change=read
        />
    }
}

fn take_in(desk: Desk, template: Template, refused: RwSignal<Option<String>>) {
    let added =
        desk.change(deeds::ADD_PLAYBOOK, |workspace, moment| Ok(workspace.add_template(template, moment)));
    match added {
        Ok(id) => {
            go(Route::Playbook(TemplateKey::Own(id)));
        }
        Err(declined) => refused.set(Some(declined.sentence)),
    }
}
