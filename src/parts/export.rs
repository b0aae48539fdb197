//! A list for other programs: as a file, or on the clipboard, as it is shown.

use leptos::prelude::*;

use crate::catalogue::{export as words, shell};
use crate::domain::Date;
use crate::interchange::sheet::Sheet;
use crate::kit::popover::Face;
use crate::kit::{Icon, Menu, MenuItem, clipboard, file};
use crate::route::Route;
use crate::state::desk::Desk;
use crate::state::notices::Offer;

/// The way to bring a list in.
pub fn import_link() -> AnyView {
    view! {
        <a class="button button--quiet" href=Route::Import.href()>
            <Icon name="upload" />
            {words::IMPORT}
        </a>
    }
    .into_any()
}

/// What can be done with a list as it is shown.
#[component]
pub fn Export(
    /// Gives the list, and the day it is of.
    read: Callback<(), (Sheet, Date)>,
    /// What the file is called, before the day.
    stem: &'static str,
    /// Says how many there are, as in "12 partners".
    counted: fn(usize) -> String,
    /// Another way to take it along, in words.
    #[prop(optional)]
    other: Option<(&'static str, Callback<()>)>,
) -> impl IntoView {
    let desk = Desk::of_page();
    let read = move || untrack(|| read.run(()));
    let download = move |is_raw| {
        let (sheet, day) = read();
        let said = match file::download(&words::file(stem, day), "text/csv;charset=utf-8", &sheet.csv(is_raw))
        {
            Ok(()) => words::downloaded(&counted(sheet.rows.len())),
            Err(why) => shell::no_download(&why),
        };
        desk.say(&said, Offer::Nothing);
    };
    let copy = move |()| {
        let (sheet, _) = read();
        leptos::task::spawn_local(async move {
            let said = match clipboard::copy(sheet.tabbed(), sheet.html()).await {
                Ok(()) => words::copied(&counted(sheet.rows.len())),
                Err(clipboard::NotCopied) => words::NOT_COPIED.to_owned(),
            };
            desk.say(&said, Offer::Nothing);
        });
    };
    let face = Face { class: "button button--quiet", icon: Some("download"), ..Face::WORDS };
    view! {
        <Menu label=words::EXPORT face>
            <MenuItem words=words::DOWNLOAD_CSV on_pick=Callback::new(move |()| download(false)) />
            <MenuItem words=words::DOWNLOAD_RAW on_pick=Callback::new(move |()| download(true)) />
            <MenuItem words=words::COPY_TABLE on_pick=Callback::new(copy) />
            {other.map(|(words, on_pick)| view! { <MenuItem words on_pick /> })}
        </Menu>
    }
}
