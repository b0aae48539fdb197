//! Downloading a backup, and putting one in the place of what is here.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local_scoped;

use crate::catalogue::{intl, place, settings as words, shell};
use crate::kit::field::alert;
use crate::kit::{Icon, file};
use crate::parts::own_file::{OwnFile, read_backup};
use crate::route::SettingsPart;
use crate::state::backup_age::BackupAge;
use crate::state::clock;
use crate::state::desk::Desk;
use crate::state::edition;
use crate::state::here;
use crate::storage::backup::Backup;

use super::Part;
use super::automatic::AutomaticFile;
use super::restore::Restore;

/// Backup and restore.
#[component]
pub fn BackupPart() -> impl IntoView {
    let desk = Desk::of_page();
    let age = desk.backup_age();
    let picked = RwSignal::new_local(None::<Backup>);
    let trouble = RwSignal::new(None::<String>);
    let headline = move || match age.get().made_at {
        None => shell::NO_BACKUP.to_owned(),
        #[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 are exact in f64")]
        Some(made_at) => words::last_backup(&intl::moment(made_at as f64)),
    };
    let since = move || {
        let BackupAge { made_at, changes_since, .. } = age.get();
        let changes = usize::try_from(changes_since).unwrap_or(usize::MAX);
        match (made_at, changes) {
            (None, 0) => words::NOTHING_TO_LOSE.to_owned(),
            (None, _) => words::changes_so_far(changes),
            (Some(_), 0) => words::NOTHING_CHANGED.to_owned(),
            (Some(_), _) => words::changes_since(changes),
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
            match read_backup(chosen).await {
                Ok(backup) => picked.set(Some(backup)),
                Err(sentence) => trouble.set(Some(sentence)),
            }
        });
    };
    view! {
        <Part
            part=SettingsPart::Backup
            title=words::BACKUP
            about=if edition::is_single_file() { words::BACKUP_ABOUT_IN_FILE } else { words::BACKUP_ABOUT }
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
                            {words::DOWNLOAD_BACKUP}
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
                            {words::RESTORE}
                        </button>
                        <input
                            hidden
                            type="file"
                            accept=".json,application/json"
                            aria-label=words::BACKUP_FILE
                            node_ref=node
                            on:change=pick
                        />
                    </div>
                </div>
                {move || OwnFile::of_page().is_none().then(|| view! { <AutomaticFile /> })}
                {alert(trouble.into(), "panel__body")}
            </div>
            {move || {
                desk.can_undo_restore()
                    .then(|| {
                        view! {
                            <p>
                                <button class="button" type="button" on:click=move |_| desk.undo_restore()>
                                    <Icon name="undo" />
                                    {words::UNDO_RESTORE}
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
    let name = place::backup_file(here::workspace().as_deref(), &clock::today().to_string());
    file::download(&format!("{name}.json"), "application/json", &text)
        .map_err(|why| shell::no_download(&why))?;
    desk.note_backup();
    Ok(())
}
