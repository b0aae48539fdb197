//! Erasing everything this workspace keeps in the browser.

use leptos::prelude::*;

use crate::kit::{Dialog, Icon, TextField};
use crate::route::SettingsPart;
use crate::state::desk::Desk;

use super::Part;
use super::backup::download_backup;

/// The word that confirms.
const ERASE: &str = "erase";

/// Erasing everything.
#[component]
pub fn ErasePart() -> impl IntoView {
    let is_asking = RwSignal::new(false);
    view! {
        <Part
            part=SettingsPart::Erase
            title="Erase"
            about="Removes every partner, person and setting of this workspace from this browser, in all its tabs. Backup files you have stay as they are."
        >
            <div class="panel">
                <div class="setting">
                    <div>
                        <h3>"Erase everything"</h3>
                        <p>"Offers a backup first, then asks once more."</p>
                    </div>
                    <button class="button button--danger" type="button" on:click=move |_| is_asking.set(true)>
                        <Icon name="trash" />
                        "Erase everything"
                    </button>
                </div>
            </div>
            {move || is_asking.get().then(|| view! { <Confirm is_asking /> })}
        </Part>
    }
}

#[component]
fn Confirm(is_asking: RwSignal<bool>) -> impl IntoView {
    let desk = Desk::of_page();
    let typed = RwSignal::new(String::new());
    let trouble = RwSignal::new(None::<String>);
    let is_ready = move || typed.with(|typed| typed.trim().eq_ignore_ascii_case(ERASE));
    let erase = move |_| {
        if !is_ready() {
            trouble.set(Some(format!("Type {ERASE} to confirm")));
            return;
        }
        match desk.erase() {
            Ok(()) => is_asking.set(false),
            Err(declined) => trouble.set(Some(declined.sentence)),
        }
    };
    view! {
        <Dialog title="Erase everything?" on_close=move |()| is_asking.set(false)>
            <div class="dialog__body">
                <p>"This cannot be undone. Only a backup brings it back."</p>
                <div>
                    <button
                        class="button"
                        type="button"
                        on:click=move |_| trouble.set(download_backup(desk).err())
                    >
                        <Icon name="download" />
                        "Download a backup first"
                    </button>
                </div>
                <TextField label="Type erase to confirm" value=typed />
                <div role="alert">
                    {move || trouble.get().map(|sentence| view! { <p class="field__error">{sentence}</p> })}
                </div>
            </div>
            <div class="dialog__foot">
                <button class="button" type="button" on:click=move |_| is_asking.set(false)>
                    "Cancel"
                </button>
                <button
                    class="button button--danger"
                    type="button"
                    aria-disabled=move || (!is_ready()).then_some("true")
                    on:click=erase
                >
                    "Erase everything"
                </button>
            </div>
        </Dialog>
    }
}
