//! How the columns of the table are called and styled, and the choice of those shown.

use leptos::prelude::*;

use crate::catalogue::partners as words;
use crate::domain::view::{Column, Columns};
use crate::kit::popover::{Face, Popover};
use crate::state::desk::Desk;

use super::state::ListState;

/// The words of its heading.
pub const fn heading(column: Column) -> &'static str {
    match column {
        Column::Name => words::COLUMN_NAME,
        Column::Health => words::COLUMN_HEALTH,
        Column::Movement => words::COLUMN_MOVEMENT,
        Column::Stage => words::STAGE,
        Column::Tier => words::TIER,
        Column::Kind => words::KIND,
        Column::Owner => words::OWNER,
        Column::Tags => words::TAGS,
        Column::Balance => words::COLUMN_BALANCE,
        Column::LastTwoWay => words::COLUMN_LAST_TWO_WAY,
        Column::NextStep => words::COLUMN_NEXT_STEP,
    }
}

/// The class of its cells, which says how they are shown on narrow pages.
pub const fn class(column: Column) -> &'static str {
    match column {
        Column::Name => "partners__namecell",
        Column::Health => "partners__healthcell",
        Column::Movement => "partners__spark",
        Column::Stage => "partners__stage",
        Column::Tier | Column::Kind | Column::Owner => "partners__extra",
        Column::Tags => "partners__tags",
        Column::Balance => "partners__givecell",
        Column::LastTwoWay => "partners__touchcell",
        Column::NextStep => "partners__nextcell",
    }
}

/// Every column that is shown, in order; the name comes first.
pub fn shown(columns: Columns) -> impl Iterator<Item = Column> {
    Column::ALL.into_iter().filter(move |column| columns.has(*column))
}

/// Which columns are shown, remembered by this browser.
#[component]
pub fn ColumnChooser() -> impl IntoView {
    let (desk, list) = (Desk::of_page(), ListState::of_page());
    let face = Face { class: "button button--quiet", icon: Some("settings"), ..Face::WORDS };
    view! {
        <Popover label=words::COLUMNS face>
            <fieldset class="choices">
                <legend class="visually-hidden">{words::COLUMNS}</legend>
                {Column::ALL
                    .into_iter()
                    .filter(|column| *column != Column::Name)
                    .map(|column| {
                        view! {
                            <label class="check">
                                <input
                                    class="check__box"
                                    type="checkbox"
                                    prop:checked=move || list.columns.get().has(column)
                                    on:change=move |_| {
                                        let mut columns = list.columns.get_untracked();
                                        columns.toggle(column);
                                        list.choose(desk, columns);
                                    }
                                />
                                {heading(column)}
                            </label>
                        }
                    })
                    .collect::<Vec<_>>()}
            </fieldset>
            <button
                class="button button--quiet"
                type="button"
                on:click=move |_| list.choose(desk, Columns::USUAL)
            >
                {words::USUAL_COLUMNS}
            </button>
        </Popover>
    }
}
