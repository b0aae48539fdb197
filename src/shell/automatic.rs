//! What the frame says about backups by itself: that the automatic one needs the user, and, once a day, that one is due.

use leptos::prelude::*;

use crate::catalogue::{automatic as words, shell};
use crate::kit::Icon;
use crate::parts::own_file::OwnFile;
use crate::route::{Route, SettingsPart};
use crate::state::automatic::{Automatic, State};
use crate::state::backup_age::Urgency;
use crate::state::clock;
use crate::state::desk::Desk;

/// The preference that holds the day on which the reminder was put off.
const PUT_OFF: &str = "reminder-put-off";

/// Keeps the chosen file up with the workspace, and says when it cannot.
#[component]
pub fn AutomaticBackup() -> impl IntoView {
    let (desk, automatic) = (Desk::of_page(), Automatic::of_page());
    automatic.open(desk);
    Effect::new(move |earlier: Option<()>| {
        desk.read(|_| ());
        if earlier.is_some() {
            automatic.changed(desk);
        }
    });
    let state = automatic.state();
    move || match state.get() {
        State::Off | State::On { .. } => None,
        State::Waiting { name } => {
            Some(notice("warn", words::waiting(&name), words::ALLOW, move || automatic.allow(desk)))
        }
        State::Failed { sentence, .. } => {
            Some(notice("failure", sentence, words::TRY_AGAIN, move || automatic.write(desk)))
        }
    }
}

fn notice(tone: &'static str, sentence: String, doing: &'static str, work: impl Fn() + 'static) -> AnyView {
    view! {
        <div class="banner" data-tone=tone role="alert">
            <Icon name="warning" />
            <p>{sentence}</p>
            <div class="cluster">
                <button class="button" type="button" on:click=move |_| work()>
                    {doing}
                </button>
                <a class="button" href=Route::Settings(SettingsPart::Backup).href()>
                    {shell::SETTINGS}
                </a>
            </div>
        </div>
    }
    .into_any()
}

/// Once a day, when it is time: how old the backup is. Decided as the page opens and as a day begins, so that nothing
/// moves under the hand of somebody at work.
#[component]
pub fn Reminder() -> impl IntoView {
    let desk = Desk::of_page();
    let age = desk.backup_age();
    let is_put_off = RwSignal::new(false);
    let is_due = Memo::new(move |_| {
        let today = desk.today().to_string();
        let put_off = desk.preference(PUT_OFF);
        put_off.as_deref() != Some(&today) && age.get_untracked().urgency(clock::now()) > Urgency::None
    });
    let put_off = move |_| {
        desk.remember(PUT_OFF, &desk.today().to_string());
        is_put_off.set(true);
    };
    move || {
        let has_bar = OwnFile::of_page().is_some();
        let shown = is_due.get() && !is_put_off.get() && age.get().changes_since > 0 && !has_bar;
        shown.then(|| {
            let age = age.get();
            let changes = usize::try_from(age.changes_since).unwrap_or(usize::MAX);
            let told = age.days(clock::now()).map_or_else(|| shell::NO_BACKUP.to_owned(), shell::backup_age);
            view! {
                <aside class="reminder" aria-label=words::REMINDER>
                    <Icon name="saved" />
                    <p>{words::remind(&told, changes)}</p>
                    <div class="cluster">
                        <a class="button button--line" data-size="small" href=Route::Settings(SettingsPart::Backup).href()>
                            {shell::BACK_UP}
                        </a>
                        <button class="button button--quiet" data-size="small" type="button" on:click=put_off>
                            {words::NOT_TODAY}
                        </button>
                    </div>
                </aside>
            }
        })
    }
}
