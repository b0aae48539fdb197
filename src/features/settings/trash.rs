//! What was deleted in the last 30 days, and bringing it back.

use leptos::prelude::*;

use crate::catalogue::{intl, settings as words};
use crate::kit::{Icon, more_button};
use crate::route::SettingsPart;
use crate::state::deeds;
use crate::state::desk::Desk;
use crate::state::notices::Offer;
use crate::state::trash::Trashed;

use super::Part;

/// Rows drawn at once.
const PAGE_ROWS: usize = 50;

/// The trash.
#[component]
pub fn TrashPart() -> impl IntoView {
    let desk = Desk::of_page();
    let standing = desk.standing();
    let shown = RwSignal::new(PAGE_ROWS);
    let trash = Memo::new(move |_| {
        // The trash changes with the workspace or with what it counts.
        standing.with(|_| ());
        desk.read(|_| ());
        desk.trash()
    });
    let empty = move |_| {
        if let Err(declined) = desk.empty_trash() {
            desk.say(&declined.sentence, Offer::Nothing);
        }
    };
    view! {
        <Part
            part=SettingsPart::Trash
            title=words::TRASH
            about=words::TRASH_ABOUT
        >
            <div class="panel">
                {move || {
                    if trash.with(Vec::is_empty) {
                        return view! { <p class="panel__body quiet">{words::NOTHING_DELETED}</p> }.into_any();
                    }
                    let rows = trash.get();
                    let hidden = rows.len().saturating_sub(shown.get());
                    let rows: Vec<_> = rows.into_iter().take(shown.get()).map(row).collect();
                    view! {
                        <ul class="trash">{rows}</ul>
                        <div class="panel__foot">
                            {more_button(hidden, PAGE_ROWS, shown, words::show_more)}
                            <button class="button button--danger" type="button" on:click=empty>
                                <Icon name="trash" />
                                {words::EMPTY_TRASH}
                            </button>
                        </div>
                    }
                        .into_any()
                }}
            </div>
        </Part>
    }
}

fn row(trashed: Trashed) -> impl IntoView {
    let desk = Desk::of_page();
    let picked = [(trashed.document, trashed.path)];
    let bring_back = move |_| {
        if let Err(declined) = desk.bring_back(deeds::BRING_BACK, &picked) {
            desk.say(&declined.sentence, Offer::Nothing);
        }
    };
    #[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 are exact in f64")]
    let deleted = intl::moment(trashed.deleted_at.0 as f64);
    let place = trashed
        .belongs_to
        .map_or_else(|| trashed.what.to_owned(), |owner| words::belonging(trashed.what, &owner));
    view! {
        <li>
            <span>
                <bdi>{trashed.words.clone()}</bdi>
                <small>
                    <bdi>{place}</bdi>
                    {words::deleted(&deleted)}
                </small>
            </span>
            <button
                class="button"
                data-size="small"
                type="button"
                aria-label=words::bring_back(&trashed.words)
                on:click=bring_back
            >
                {words::BRING_BACK}
            </button>
        </li>
    }
}
