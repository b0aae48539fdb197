//! The desk: the only door to change, and what views read. [`chores`] is what it does by itself, [`keeping`] what
//! concerns the workspace as a whole.

mod aside;
mod chores;
mod keeping;

use std::cell::LazyCell;
use std::sync::Arc;
use std::time::Duration;

pub use aside::NotUnderstood;

use leptos::prelude::*;

use crate::domain::table::Table;
use crate::domain::{Date, Field, Moment, Partner, PartnerId, Refusal, Workspace};
use crate::storage::browser;
use crate::storage::document::Document;
use crate::storage::first_look::first_look;
use crate::storage::names::DocumentKey;
use crate::storage::problem::Problem;
use crate::storage::store::{Store, StoreError};
use crate::storage::tab::TabStore;
use crate::storage::vault::{Persistence, Status, Vault};

use super::backup_age::BackupAge;
use super::deeds::{self, Deed};
use super::notices::{Offer, Standing, Toast};
use super::preferences::Preferences;
use super::session::{NotChanged, Session};
use super::trash::{Trashed, trashed};
use super::undo::Whole;
use super::{clock, edition, ids, persistence};
use crate::storage::backup;

/// A session that begins when it is asked for anything.
type Beginning = LazyCell<Session, Box<dyn FnOnce() -> Session>>;

/// The longest that a first look stands for the whole.
const LOOK_LASTS: Duration = Duration::from_millis(500);

/// The desk. A copy is a pointer to the same desk.
#[derive(Clone, Copy)]
pub struct Desk {
    session: StoredValue<Beginning, LocalStorage>,
    before_restore: RwSignal<Option<Table<DocumentKey, Document>>, LocalStorage>,
    preferences: StoredValue<Preferences>,
    /// The name of the workspace in the keys.
    name: StoredValue<String>,
    /// How often another workspace has taken the place of this one.
    lives: RwSignal<u32>,
    timer: StoredValue<Option<TimeoutHandle>>,
    /// Whether something is being done piece by piece, which is shown at its end.
    is_in_parts: StoredValue<bool>,
    workspace: RwSignal<Workspace>,
    is_whole: RwSignal<bool>,
    today: RwSignal<Date>,
    standing: RwSignal<Standing>,
    backup_age: RwSignal<BackupAge>,
    toast: RwSignal<Option<Toast>>,
}

/// Under which name this browser remembers the partners that stand first on the list.
const FIRST: &str = "first";

/// Why the desk declined: a sentence for the user, and its field if it belongs to one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declined {
    /// The field of the form.
    pub field: Option<Field>,
    /// What happened, what was kept, what to do.
    pub sentence: String,
}

impl From<NotChanged> for Declined {
    fn from(error: NotChanged) -> Self {
        let field = if let NotChanged::Refused(refusal) = &error { refusal.field() } else { None };
        Self { field, sentence: error.to_string() }
    }
}

impl Desk {
    /// Opens the workspace of that name in the keys: in the browser's storage, or in memory alone
    /// where the browser blocks it or nobody has asked the single file to keep it there.
    ///
    /// With a first look the desk shows the partners that stood first on the list ([`Desk::note_first`]) and opens the
    /// rest when they are in sight ([`Desk::open_rest`]), or when anything is done before.
    pub fn open(name: &str, has_first_look: bool) -> Self {
        let now = clock::now();
        let probed = if edition::stays_in_memory(name) { Err(StoreError::Blocked) } else { browser::probe() };
        let (store, persistence, preferences): (Box<dyn Store>, _, _) = match probed {
            Ok(store) => (Box::new(store), Persistence::Browser, Preferences::kept(name)),
            Err(_) => (Box::new(TabStore::empty()), Persistence::MemoryOnly, Preferences::forgotten()),
        };
        let first = has_first_look.then(|| preferences.words(FIRST)).flatten().unwrap_or_default();
        let first: Vec<_> = first.split_whitespace().filter_map(|id| id.parse().ok()).collect();
        let look = if first.is_empty() { None } else { first_look(store.as_ref(), name, &first) };
        let key = name.to_owned();
        let session = Beginning::new(Box::new(move || {
            Session::new(Vault::open(store, &key, now, ids::tab_suffix(now), persistence).0)
        }));
        let (workspace, standing, is_whole) = match look {
            Some(look) => (look, Standing::of_first_look(), false),
            None => (session.workspace().clone(), standing_of(&session), true),
        };
        let desk = Self {
            workspace: RwSignal::new(workspace),
            is_whole: RwSignal::new(is_whole),
            today: RwSignal::new(clock::today()),
            standing: RwSignal::new(standing),
            backup_age: RwSignal::new(preferences.backup_age()),
            toast: RwSignal::new(None),
            session: StoredValue::new_local(session),
            before_restore: RwSignal::new_local(None),
            preferences: StoredValue::new(preferences),
            name: StoredValue::new(name.to_owned()),
            lives: RwSignal::new(0),
            timer: StoredValue::new(None),
            is_in_parts: StoredValue::new(false),
        };
        if is_whole {
            desk.show();
        } else {
            // Also where the list never comes.
            set_timeout(move || desk.open_rest(), LOOK_LASTS);
        }
        desk
    }

    /// Whether the desk shows the whole workspace, and not the first look at it that a page may begin with.
    pub fn is_whole(self) -> bool {
        self.is_whole.get()
    }

    /// [`Desk::is_whole`] as it is now, without following it.
    pub fn is_whole_now(self) -> bool {
        self.is_whole.get_untracked()
    }

    /// Goes from a first look on to the whole workspace.
    pub fn open_rest(self) {
        // A page that is going away needs no more.
        if self.is_whole.try_get_untracked() == Some(false) {
            self.show();
        }
    }

    /// Remembers which partners stand first on the list, for a first look.
    pub fn note_first(self, partners: &[PartnerId]) {
        let words = partners.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        if self.preference(FIRST).as_ref() != Some(&words) {
            self.remember(FIRST, &words);
        }
    }

    /// The desk of this page.
    pub fn of_page() -> Self {
        expect_context()
    }

    // ------------------------------------------------------------ reading

    /// Today, where the user is.
    pub fn today(self) -> Date {
        self.today.get()
    }

    /// The day of today, to be followed.
    pub fn day(self) -> Signal<Date> {
        self.today.into()
    }

    /// What `read` makes of the workspace, read anew when it changes.
    pub fn read<T>(self, read: impl FnOnce(&Workspace) -> T) -> T {
        self.workspace.with(read)
    }

    /// What `read` makes of the workspace as it is now, without following it.
    pub fn read_once<T>(self, read: impl FnOnce(&Workspace) -> T) -> T {
        self.workspace.with_untracked(read)
    }

    /// One partner, followed by itself: other partners' changes do not reach it.
    pub fn partner(self, id: PartnerId) -> Memo<Option<Arc<Partner>>> {
        Memo::new_with_compare(
            move |_| self.workspace.with(|workspace| workspace.partner(id).cloned()),
            |old, new| match (old.and_then(Option::as_ref), new.and_then(Option::as_ref)) {
                (Some(old), Some(new)) => !Arc::ptr_eq(old, new),
                (None, None) => false,
                _ => true,
            },
        )
    }

    /// What this browser remembers beside the workspace.
    pub fn preferences(self) -> Preferences {
        self.preferences.get_value()
    }

    /// How things stand with saving, undo and storage.
    pub fn standing(self) -> Signal<Standing> {
        self.standing.into()
    }

    /// The age of the last backup.
    pub fn backup_age(self) -> Signal<BackupAge> {
        self.backup_age.into()
    }

    /// The notice about what just happened.
    pub fn toast(self) -> Signal<Option<Toast>> {
        self.toast.into()
    }

    /// What was deleted and can come back, latest first. Read it inside something that follows
    /// [`Desk::standing`].
    pub fn trash(self) -> Vec<Trashed> {
        self.session.with_value(|session| trashed(session.vault()))
    }

    /// Records that count as absent, one sentence each.
    pub fn unsettled(self) -> Vec<String> {
        self.session.with_value(|session| session.unsettled().map(ToString::to_string).collect())
    }

    /// What this browser remembers under a name, beside the workspace.
    pub fn preference(self, name: &str) -> Option<String> {
        self.preferences.with_value(|preferences| preferences.words(name))
    }

    /// Lets this browser remember words under a name. They are in no backup, and are not undone.
    pub fn remember(self, name: &str, words: &str) {
        self.preferences.with_value(|preferences| preferences.set_words(name, words));
    }

    // ------------------------------------------------------------ changing

    /// Lets `verb` change the workspace, saves what changed and offers to undo it. When it is
    /// declined, nothing happened.
    pub fn change<T>(
        self,
        deed: Deed,
        verb: impl FnOnce(&mut Workspace, &mut Moment<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Declined> {
        let now = clock::now();
        let mut next_bits = || ids::next_bits(now);
        let mut moment = Moment::new(clock::today(), &mut next_bits);
        let mut after = self.draft()?;
        let result = verb(&mut after, &mut moment).map_err(NotChanged::Refused)?;
        self.adopt(deed, after)?;
        Ok(result)
    }

    // Apart from `change`, so that they are compiled once and not for each verb.
    fn draft(self) -> Result<Workspace, Declined> {
        Ok(self.session.with_value(|session| session.draft())?)
    }

    fn adopt(self, deed: Deed, after: Workspace) -> Result<(), Declined> {
        if self.with_session(|session| session.adopt(deed.doing, after, clock::now()))? {
            self.note_change();
            // What the sample holds is nobody's work yet.
            if deed != deeds::FILL_SAMPLE {
                persistence::ask_once(self);
            }
            if deed.done.is_empty() {
                // The notice of an earlier deed would offer to take this one back.
                self.dismiss_toast();
            } else {
                self.say(deed.done, Offer::Undo);
            }
        } else if !deed.done.is_empty() {
            // Undo would take back whatever was done before.
            self.say(deed.done, Offer::Nothing);
        }
        Ok(())
    }

    /// As [`Desk::change`], for a part of something done piece by piece, so that the page stays quick meanwhile. It is
    /// saved at once; the page shows it after [`Desk::finish_parts`].
    pub fn change_part(
        self,
        deed: Deed,
        whole: Whole,
        verb: &mut dyn FnMut(&mut Workspace, &mut Moment<'_>) -> Result<(), Refusal>,
    ) -> Result<(), Declined> {
        let now = clock::now();
        let mut next_bits = || ids::next_bits(now);
        let mut moment = Moment::new(clock::today(), &mut next_bits);
        let mut after = self.draft()?;
        verb(&mut after, &mut moment).map_err(NotChanged::Refused)?;
        self.is_in_parts.set_value(true);
        self.with_session_quietly(|session| session.adopt_part(deed.doing, Some(whole), after, now))?;
        self.keep_time();
        Ok(())
    }

    /// Shows what was done piece by piece, and says so.
    pub fn finish_parts(self, said: &str, offer: Offer) {
        self.is_in_parts.set_value(false);
        self.tell();
        self.note_change();
        persistence::ask_once(self);
        self.say(said, offer);
    }

    /// Which workspace this is since the page was opened: erasing one and restoring another begin anew.
    pub fn life(self) -> u32 {
        self.lives.get()
    }

    /// [`Desk::life`] as it is now, without following it.
    pub fn life_now(self) -> u32 {
        self.lives.get_untracked()
    }

    /// What is free in the storage, in its units.
    pub fn free_units(self) -> usize {
        self.session.with_value(|session| session.vault().usage().free_units())
    }

    /// Takes the notice away.
    pub fn dismiss_toast(self) {
        self.toast.set(None);
    }

    /// Says something that the user should know and need not answer.
    pub fn say(self, words: &str, offer: Offer) {
        self.toast.update(|toast| {
            let number = toast.as_ref().map_or(0, |toast| toast.number.wrapping_add(1));
            *toast = Some(Toast { number, words: words.to_owned(), offer });
        });
    }

    /// Whether leaving now would lose something.
    pub(in crate::state) fn has_unsaved(self) -> bool {
        self.standing.with_untracked(|standing| matches!(standing.status, Status::NotSaved { .. }))
            || self.is_only_in_memory() && self.backup_age.with_untracked(|age| age.changes_since > 0)
    }

    /// Whether this is the single file, and keeps nothing in the browser.
    fn is_only_in_memory(self) -> bool {
        edition::is_single_file()
            && self.standing.with_untracked(|standing| standing.status == Status::MemoryOnly)
    }

    fn tend(self, work: impl FnOnce(&mut Vault) -> Vec<DocumentKey>) {
        self.with_session(|session| session.tend(work));
    }

    /// Works with the session, then tells the page and sets the timer.
    fn with_session<T>(self, work: impl FnOnce(&mut Session) -> T) -> T {
        let result = self.with_session_quietly(work);
        self.tell();
        result
    }

    /// Works with the session, and leaves it to the caller to tell the page.
    fn with_session_quietly<T>(self, work: impl FnOnce(&mut Session) -> T) -> T {
        let mut result = None;
        self.session.update_value(|session| result = Some(work(session)));
        #[expect(clippy::expect_used, reason = "the desk lives as long as the page")]
        result.expect("the session is there as long as the page")
    }

    /// Brings the signals up to the session, and what the crash page hands out.
    fn tell(self) {
        let unsaved = self.session.with_value(|session| backup::unsaved(session.vault()));
        super::crash::remember_unsaved(unsaved.as_deref());
        self.show();
    }

    /// Brings the signals up to the session and sets the timer for what comes due.
    fn show(self) {
        let (workspace, standing) =
            self.session.with_value(|session| (session.workspace().clone(), standing_of(session)));
        if self.workspace.with_untracked(|known| !known.is_same(&workspace)) {
            self.workspace.set(workspace);
        }
        if self.standing.with_untracked(|known| *known != standing) {
            self.standing.set(standing);
        }
        if !self.is_whole.get_untracked() {
            self.is_whole.set(true);
        }
        let today = clock::today();
        if self.today.get_untracked() != today {
            self.today.set(today);
        }
        self.keep_time();
    }

    /// Sets the timer for what comes due.
    fn keep_time(self) {
        let next = self.session.with_value(|session| session.vault().next_tick());
        self.set_timer(next.map(|due| due.since(clock::now())));
    }

    fn note_change(self) {
        self.set_backup_age(self.backup_age.get_untracked().changed(clock::now()));
    }

    fn set_backup_age(self, age: BackupAge) {
        self.preferences.with_value(|preferences| preferences.set_backup_age(age));
        self.backup_age.set(age);
    }
}

/// Whether the storage holds fewer documents than were counted.
fn is_missing(vault: &Vault) -> bool {
    vault.problems().iter().any(|problem| matches!(problem, Problem::MissingDocuments { .. }))
}

fn standing_of(session: &Session) -> Standing {
    let vault = session.vault();
    Standing {
        status: vault.status().clone(),
        usage: vault.usage(),
        problems: vault.problems().iter().map(ToString::to_string).collect(),
        is_missing_documents: is_missing(vault),
        undo: session.undo_stack().undo_label().map(str::to_owned),
        redo: session.undo_stack().redo_label().map(str::to_owned),
        in_trash: vault.trash().count(),
    }
}
