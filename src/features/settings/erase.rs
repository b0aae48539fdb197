//! Erasing everything this workspace keeps in the browser.

use leptos::prelude::*;

use crate::catalogue::settings as words;
use crate::kit::field::alert;
use crate::kit::{Dialog, Icon, TextField, on_enter};
use crate::route::SettingsPart;
use crate::state::automatic::Automatic;
use crate::state::desk::Desk;

use super::Part;
use super::backup::download_backup;

/// Erasing everything.
#[component]
pub fn ErasePart() -> impl IntoView {
    let is_asking = RwSignal::new(false);
    view! {
        <Part
            part=SettingsPart::Erase
            title=words::ERASE
            about=words::ERASE_ABOUT
        >
            <div class="panel">
                <div class="setting">
                    <div>
                        <h3>{words::ERASE_EVERYTHING}</h3>
                        <p>{words::ERASE_STEPS}</p>
                    </div>
                    <button class="button button--danger" type="button" on:click=move |_| is_asking.set(true)>
                        <Icon name="trash" />
                        {words::ERASE_EVERYTHING}
                    </button>
                </div>
            </div>
            {move || is_asking.get().then(|| view! { <Confirm is_asking /> })}
        </Part>
    }
}

#[component]
fn Confirm(is_asking: RwSignal<bool>) -> impl IntoView {
    let (desk, automatic) = (Desk::of_page(), Automatic::of_page());
    let typed = RwSignal::new(String::new());
    let trouble = RwSignal::new(None::<String>);
    let is_ready = move || typed.with(|typed| typed.trim().eq_ignore_ascii_case(words::ERASE_WORD));
    let erase = move || {
        if !is_ready() {
            trouble.set(Some(words::TYPE_ERASE.to_owned()));
            return;
        }
        match desk.erase() {
            Ok(()) => {
                // The file stays as it is, as backups do.
                automatic.stop(desk);
                is_asking.set(false);
            }
            Err(declined) => trouble.set(Some(declined.sentence)),
        }
    };
    view! {
        <Dialog title=words::ERASE_ASKED on_close=move |()| is_asking.set(false)>
            <div class="dialog__body" on:keydown=on_enter(erase)>
                <p>{words::ERASE_FINAL}</p>
                <div>
                    <button
                        class="button"
                        type="button"
                        on:click=move |_| trouble.set(download_backup(desk).err())
                    >
                        <Icon name="download" />
                        {words::BACKUP_FIRST}
                    </button>
                </div>
                <TextField label=words::TYPE_ERASE value=typed />
                {alert(trouble.into(), "")}
            </div>
            <div class="dialog__foot">
                <button class="button" type="button" on:click=move |_| is_asking.set(false)>
                    {words::CANCEL}
                </button>
                <button
                    class="button button--danger"
                    type="button"
                    aria-disabled=move || (!is_ready()).then_some("true")
                    on:click=move |_| erase()
                >
                    {words::ERASE_EVERYTHING}
                </button>
            </div>
        </Dialog>
    }
}
