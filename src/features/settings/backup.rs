//! Downloading a backup, and putting one in the place of what is here.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local_scoped;

use crate::catalogue::intl;
use crate::kit::{Dialog, Icon, TextField, file};
use crate::route::SettingsPart;
use crate::state::clock;
use crate::state::desk::Desk;
use crate::state::preferences::BackupAge;
use crate::storage::backup::{self, Backup, Difference};
use crate::storage::records::{CONTACT, PARTNER, SETTINGS, VIEWS};

use super::Part;

/// The word that confirms what cannot be seen through.
const REPLACE: &str = "replace";

/// Backup and restore.
#[component]
pub fn BackupPart() -> impl IntoView {
    let desk = Desk::of_page();
    let age = desk.backup_age();
    let picked = RwSignal::new_local(None::<Backup>);
    let trouble = RwSignal::new(None::<String>);
    let headline = move || match age.get().made_at {
        None => "No backup yet".to_owned(),
        #[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 are exact in f64")]
        Some(made_at) => format!("Last backup {}", intl::moment(made_at as f64)),
    };
    let since = move || {
        let BackupAge { made_at, changes_since } = age.get();
        let changes = usize::try_from(changes_since).unwrap_or(usize::MAX);
        match (made_at, changes) {
            (None, 0) => "Nothing to lose yet.".to_owned(),
            (None, _) => format!("{} so far.", intl::counted(changes, "change", "changes")),
            (Some(_), 0) => "Nothing was changed since then.".to_owned(),
            (Some(_), _) => format!("{} since then.", intl::counted(changes, "change", "changes")),
        }
    };
    let download = move |_| trouble.set(download_backup(desk).err());
    let node = NodeRef::<leptos::html::Input>::new();
    let pick = move |_: ev::Event| {
        let Some(input) = node.get() else { return };
        let Some(chosen) = input.files().and_then(|files| files.get(0)) else { return };
        // So that the same file can be picked again.
        input.set_value("");
        trouble.set(None);
        spawn_local_scoped(async move {
            match read_file(chosen).await {
                Ok(backup) => picked.set(Some(backup)),
                Err(sentence) => trouble.set(Some(sentence)),
            }
        });
    };
    view! {
        <Part
            part=SettingsPart::Backup
            title="Backup"
            about="Everything you enter lives in this browser and nowhere else, and a browser may delete what it stores. A backup is one file that holds all of it; any copy of Bridgekeeper can open it."
        >
            <div class="panel">
                <div class="backup">
                    <Icon name="saved" size="xl" />
                    <div>
                        <p>{headline}</p>
                        <p>{since}</p>
                    </div>
                    <div class="cluster">
                        <button class="button button--primary" type="button" on:click=download>
                            <Icon name="download" />
                            "Download backup"
                        </button>
                        <button
                            class="button"
                            type="button"
                            on:click=move |_| {
                                if let Some(input) = node.get() {
                                    input.click();
                                }
                            }
                        >
                            <Icon name="upload" />
                            "Restore"
                        </button>
                        <input
                            hidden
                            type="file"
                            accept=".json,application/json"
                            aria-label="Backup file to restore"
                            node_ref=node
                            on:change=pick
                        />
                    </div>
                </div>
                <div role="alert">
                    {move || {
                        trouble
                            .get()
                            .map(|sentence| {
                                view! {
                                    <p class="panel__body field__error">
                                        <Icon name="warning" />
                                        <span>{sentence}</span>
                                    </p>
                                }
                            })
                    }}
                </div>
            </div>
            {move || {
                desk.can_undo_restore()
                    .then(|| {
                        view! {
                            <p>
                                <button class="button" type="button" on:click=move |_| desk.undo_restore()>
                                    <Icon name="undo" />
                                    "Undo the restore"
                                </button>
                            </p>
                        }
                    })
            }}
            {move || picked.get().map(|backup| view! { <Restore backup picked /> })}
        </Part>
    }
}

/// Hands out a backup of everything and notes its age.
pub fn download_backup(desk: Desk) -> Result<(), String> {
    let text = desk.backup().map_err(|declined| declined.sentence)?;
    let name = format!("bridgekeeper-{}.json", clock::today());
    file::download(&name, "application/json", &text)
        .map_err(|words| format!("The browser did not take the download ({words}). Try again"))?;
    desk.note_backup();
    Ok(())
}

async fn read_file(chosen: web_sys::File) -> Result<Backup, String> {
    // A file's size is far below what f64 holds exactly.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "see above")]
    let bytes = chosen.size() as usize;
    if bytes > backup::MOST_BYTES {
        return Err(backup::BackupError::TooLarge(bytes).to_string());
    }
    let text =
        file::read_text(chosen).await.map_err(|words| format!("The file could not be read: {words}"))?;
    backup::read(&text).map_err(|error| error.to_string())
}

/// Shows what a restore would do, and does it.
#[component]
fn Restore(backup: Backup, picked: RwSignal<Option<Backup>, LocalStorage>) -> impl IntoView {
    let desk = Desk::of_page();
    let preview = desk.preview(&backup);
    let needs_word = preview.needs_typed_word();
    let has_something = preview.records_here > 0;
    let (made_at, is_edited) = (backup.made_at.clone(), backup.is_edited);
    let typed = RwSignal::new(String::new());
    let trouble = RwSignal::new(None::<String>);
    let is_ready = move || !needs_word || typed.with(|typed| typed.trim().eq_ignore_ascii_case(REPLACE));
    let replace = move |_| {
        if !is_ready() {
            trouble.set(Some(format!("Type {REPLACE} to confirm")));
            return;
        }
        // What is here is handed out first, so that the file and the undo both lead back.
        let handed_out = if has_something { download_backup(desk) } else { Ok(()) };
        let result =
            handed_out.and_then(|()| desk.replace_with(backup.clone()).map_err(|declined| declined.sentence));
        match result {
            Ok(()) => picked.set(None),
            Err(sentence) => trouble.set(Some(sentence)),
        }
    };
    let rows: Vec<_> = preview.by_kind.iter().map(|(kind, difference)| row(kind, *difference)).collect();
    view! {
        <Dialog title="Restore this backup?" on_close=move |()| picked.set(None)>
            <div class="dialog__body">
                <p>{format!("Made {made_at} (UTC). It takes the place of everything here.")}</p>
                {is_edited
                    .then(|| {
                        view! {
                            <p class="field__error">
                                <Icon name="warning" />
                                <span>"This file was edited after it was made. Look at the figures before you go on."</span>
                            </p>
                        }
                    })}
                <table class="table">
                    <caption class="visually-hidden">"What would change"</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Records"</th>
                            <th scope="col" class="is-number">
                                "Added"
                            </th>
                            <th scope="col" class="is-number">
                                "Changed"
                            </th>
                            <th scope="col" class="is-number">
                                "Removed"
                            </th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
                {has_something
                    .then(|| {
                        view! {
                            <p class="quiet">"A backup of what is here now is downloaded first, and you can undo the restore."</p>
                        }
                    })}
                {needs_word
                    .then(|| {
                        view! {
                            <TextField label="Type replace to confirm" value=typed />
                        }
                    })}
                <div role="alert">
                    {move || trouble.get().map(|sentence| view! { <p class="field__error">{sentence}</p> })}
                </div>
            </div>
            <div class="dialog__foot">
                <button class="button" type="button" on:click=move |_| picked.set(None)>
                    "Cancel"
                </button>
                <button
                    class="button button--primary"
                    type="button"
                    aria-disabled=move || (!is_ready()).then_some("true")
                    on:click=replace
                >
                    "Restore"
                </button>
            </div>
        </Dialog>
    }
}

fn row(kind: &str, difference: Difference) -> impl IntoView + use<> {
    let name = match kind {
        PARTNER => "Partners",
        CONTACT => "People",
        SETTINGS => "Settings",
        VIEWS => "Saved views",
        _ => "Other",
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="is-number">{difference.added}</td>
            <td class="is-number">{difference.changed}</td>
            <td class="is-number">{difference.removed}</td>
        </tr>
    }
}
