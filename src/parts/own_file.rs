//! The file of the single-file edition: what the workspace was opened from, and what it is saved to.
//!
//! The page works in memory, as a program does on a document. Where the browser can write a file of the user's, saving
//! again writes the same one; elsewhere it is a download. A file belongs to the workspace that was opened from it or saved
//! to it: once another takes its place, saving asks for a file again, so that none is written over by mistake.

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::{DataTransfer, File};

use crate::apart;
use crate::catalogue::{own_file as words, settings as settings_words, shell};
use crate::kit::file;
use crate::state::desk::Desk;
use crate::state::notices::Offer;
use crate::state::{edition, files};
use crate::storage::backup::{self, Backup, BackupError};
use crate::storage::vault::Status;

/// The file of this page. A copy is a pointer to the same.
#[derive(Clone, Copy)]
pub struct OwnFile {
    desk: Desk,
    held: RwSignal<Option<Held>, LocalStorage>,
    trouble: RwSignal<Option<String>>,
}

/// A file that was opened or saved.
#[derive(Clone)]
struct Held {
    name: String,
    /// What writes it; absent where the browser only downloads.
    handle: Option<JsValue>,
    /// When it was written last, as far as we know.
    written: f64,
    /// The life of the workspace that it belongs to.
    life: u32,
    /// Whether something else wrote it since: then it holds what is not here, and is not written again.
    is_others: bool,
}

/// What is to be done.
#[derive(Clone)]
enum Work {
    Save,
    Open,
    Read(File, Option<JsValue>),
}

// With the settings, which write a file of the user's too.
apart! {
    mod settings(own: OwnFile, work: Work) -> () {
        leptos::task::spawn_local(own.do_now(work))
    }
}

impl OwnFile {
    /// That of this page, when it is the single file.
    pub fn begin(desk: Desk) -> Option<Self> {
        edition::is_single_file().then(|| Self {
            desk,
            held: RwSignal::new_local(None),
            trouble: RwSignal::new(None),
        })
    }

    /// That of this page, as long as nothing is kept in the browser. To be asked where views follow.
    pub fn of_page() -> Option<Self> {
        use_context::<Self>().filter(|own| own.is_wanted())
    }

    /// Whether the file is all that keeps anything.
    pub fn is_wanted(self) -> bool {
        self.desk.standing().with(|standing| standing.status == Status::MemoryOnly)
    }

    /// The name of the file, if there is one.
    pub fn name(self) -> Option<String> {
        self.name_where(false)
    }

    /// The name of the file that was the workspace's until something else wrote it.
    pub fn lost_name(self) -> Option<String> {
        self.name_where(true)
    }

    fn name_where(self, is_others: bool) -> Option<String> {
        let life = self.desk.life();
        self.held.with(|held| {
            let held = held.as_ref().filter(|held| held.life == life && held.is_others == is_others);
            held.map(|held| held.name.clone())
        })
    }

    /// Changes that are in no file.
    pub fn changes(self) -> usize {
        usize::try_from(self.desk.backup_age().get().changes_since).unwrap_or(usize::MAX)
    }

    /// Why the last thing asked for was not done.
    pub fn trouble(self) -> Signal<Option<String>> {
        self.trouble.into()
    }

    /// Saves to the file, or asks for one. To be called while the browser knows that the user asked for it.
    pub fn save(self) {
        self.leave(Work::Save);
    }

    /// Lets the user choose a file, and opens it. To be called while the browser knows that the user asked for it.
    pub fn open(self) {
        if files::can_be_written() {
            self.leave(Work::Open);
        } else if let Err(why) = file::choose(".json,application/json", move |file| self.read(file, None)) {
            self.trouble.set(Some(words::not_opened(&why)));
        }
    }

    /// Opens a file that was dropped on the page.
    pub fn take(self, dropped: &DataTransfer) {
        let file = dropped.files().and_then(|files| files.get(0));
        // Asked for at once: what was dropped is forgotten when the event is over.
        let item = files::get(dropped, "items").and_then(|items| files::get(&items, "0")).ok();
        let handle = item.and_then(|item| files::call(&item, "getAsFileSystemHandle", &[]).ok());
        match file {
            Some(file) => self.read(file, handle),
            None => self.trouble.set(Some(words::NOT_A_FILE.to_owned())),
        }
    }

    fn read(self, file: File, handle: Option<JsValue>) {
        self.leave(Work::Read(file, handle));
    }

    fn leave(self, work: Work) {
        leptos::task::spawn_local(async move {
            if settings::run(self, work).await.is_err() {
                self.trouble.set(Some(words::NO_CODE.to_owned()));
            }
        });
    }

    async fn do_now(self, work: Work) {
        self.trouble.set(None);
        let done = match work {
            Work::Save => self.save_now().await,
            Work::Open => self.open_now().await,
            Work::Read(file, handle) => self.read_now(file, handle).await,
        };
        if let Err(sentence) = done {
            self.trouble.set(Some(sentence));
        }
    }

    async fn save_now(self) -> Result<(), String> {
        let life = self.desk.life_now();
        let held = self.held.get_untracked().filter(|held| held.life == life && !held.is_others);
        let name = held.as_ref().map_or(words::SUGGESTED_NAME, |held| held.name.as_str()).to_owned();
        let spoken = |error: JsValue| words::not_saved(&files::spoken(&error));
        let handle = match held.as_ref().and_then(|held| held.handle.clone()) {
            Some(handle) => {
                let is_as_left = files::file_of(&handle).await.map_err(spoken)?.last_modified();
                let lost = held.filter(|held| (held.written - is_as_left).abs() > f64::EPSILON);
                if let Some(lost) = lost {
                    self.held.set(Some(Held { handle: None, is_others: true, ..lost }));
                    self.desk.note_backup_lost();
                    return Ok(());
                }
                Some(handle)
            }
            None if files::can_be_written() => match files::choose_to_write(&name).await.map_err(spoken)? {
                Some(handle) => Some(handle),
                None => return Ok(()),
            },
            None => None,
        };
        let changes = self.desk.backup_age().get_untracked().changes_since;
        let text = self.desk.backup().map_err(|declined| declined.sentence)?;
        let (name, written) = match &handle {
            Some(handle) => {
                files::written(handle, &text).await.map_err(spoken)?;
                (files::name(handle), files::file_of(handle).await.map_err(spoken)?.last_modified())
            }
            None => {
                file::download(&name, "application/json", &text).map_err(|why| shell::no_download(&why))?;
                (name, 0.0)
            }
        };
        self.desk.note_backup_before(changes);
        self.desk.say(&words::saved(&name), Offer::Nothing);
        self.held.set(Some(Held { name, handle, written, life, is_others: false }));
        Ok(())
    }

    async fn open_now(self) -> Result<(), String> {
        let spoken = |error: JsValue| words::not_opened(&files::spoken(&error));
        let Some(handle) = files::choose_to_read().await.map_err(spoken)? else { return Ok(()) };
        let file = files::file_of(&handle).await.map_err(spoken)?;
        self.take_in(file, Some(handle)).await
    }

    async fn read_now(self, file: File, handle: Option<JsValue>) -> Result<(), String> {
        let handle = match handle {
            // Without it the file can be read all the same.
            Some(promised) => files::awaited(&promised).await.ok().filter(JsValue::is_object),
            None => None,
        };
        self.take_in(file, handle).await
    }

    async fn take_in(self, file: File, handle: Option<JsValue>) -> Result<(), String> {
        let (name, written) = (file.name(), file.last_modified());
        let backup = read_backup(file).await?;
        self.desk.open_file(backup, &name).map_err(|declined| declined.sentence)?;
        self.held.set(Some(Held { name, handle, written, life: self.desk.life_now(), is_others: false }));
        Ok(())
    }
}

/// Reads a backup out of a file; otherwise the sentence that says why not.
///
/// # Errors
/// When the browser cannot read the file, or it is no backup.
pub async fn read_backup(chosen: File) -> Result<Backup, String> {
    // A file's size is far below what f64 holds exactly.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "see above")]
    let bytes = chosen.size() as usize;
    if bytes > backup::MOST_BYTES {
        return Err(BackupError::TooLarge(bytes).to_string());
    }
    let text = file::read_text(chosen).await.map_err(|why| settings_words::unreadable(&why))?;
    backup::read(&text).map_err(|error| error.to_string())
}
