//! Where one is, and undo.

use leptos::prelude::*;

use crate::kit::Icon;
use crate::route::Route;
use crate::state::desk::Desk;

use super::navigation::page_name;

/// Breadcrumbs and the tools of every page.
#[component]
pub fn Topbar(
    /// Where one is.
    route: RwSignal<Route>,
) -> impl IntoView {
    let desk = Desk::of_page();
    let standing = desk.standing();
    // The list that a page of one thing belongs to.
    let above = Memo::new(move |_| match route.get() {
        Route::Partner(_) | Route::PartnerPart(..) => Some(Route::Partners),
        Route::Person(_) => Some(Route::People),
        _ => None,
    });
    let depth = move || if above.get().is_some() { "2" } else { "1" };
    let undo_label = Memo::new(move |_| standing.with(|standing| standing.undo.clone()));
    let redo_label = Memo::new(move |_| standing.with(|standing| standing.redo.clone()));
    view! {
        <section class="topbar" aria-label="Page tools" data-depth=depth>
            <nav aria-label="Breadcrumb">
                <ol class="crumbs">
                    {move || {
                        above
                            .get()
                            .map(|above| {
                                view! {
                                    <li>
                                        <a href=above.href()>{page_name(desk, above)}</a>
                                        <Icon name="chevron-right" />
                                    </li>
                                }
                            })
                    }}
                    <li>
                        <span aria-current="page">
                            <bdi>{move || page_name(desk, route.get())}</bdi>
                        </span>
                    </li>
                </ol>
            </nav>
            <div class="topbar__actions">
                <Reversal label=undo_label verb="Undo" keys="Control+Z" icon="undo" on_click=Callback::new(move |()| desk.undo()) />
                <Reversal
                    label=redo_label
                    verb="Redo"
                    keys="Control+Shift+Z"
                    icon="redo"
                    on_click=Callback::new(move |()| desk.redo())
                />
            </div>
        </section>
    }
}

/// Undo or redo, named after what it would take back.
#[component]
fn Reversal(
    label: Memo<Option<String>>,
    verb: &'static str,
    keys: &'static str,
    icon: &'static str,
    on_click: Callback<()>,
) -> impl IntoView {
    let words = move || match label.get() {
        Some(label) => format!("{verb}: {label}"),
        None => format!("{verb}: nothing"),
    };
    view! {
        <button
            class="button button--quiet"
            data-shape="icon"
            type="button"
            aria-label=words
            title=words
            aria-keyshortcuts=keys
            aria-disabled=move || label.with(Option::is_none).then_some("true")
            on:click=move |_| on_click.run(())
        >
            <Icon name=icon />
        </button>
    }
}
