//! Where one is, and the tools of every page.

use leptos::prelude::*;

use crate::catalogue::shell as words;
use crate::kit::Icon;
use crate::route::Route;
use crate::state::keys;

use super::commands::{Does, Hands};
use super::navigation::page_name;
use super::overlays::Overlay;

/// Breadcrumbs and the tools of every page.
#[component]
pub fn Topbar(
    /// Where one is.
    route: RwSignal<Route>,
) -> impl IntoView {
    let hands = Hands::of_page();
    let desk = hands.desk;
    let standing = desk.standing();
    // The list that a page of one thing belongs to.
    let above = Memo::new(move |_| match route.get() {
        Route::Partner(_) | Route::PartnerPart(..) => Some(Route::Partners),
        Route::Ending(id) => Some(Route::Partner(id)),
        Route::Person(_) => Some(Route::People),
        Route::Meeting(_) => Some(Route::Meetings),
        Route::Playbook(_) | Route::Run(_) => Some(Route::Playbooks),
        Route::Script(_, partner) => Some(Route::Scripts(partner)),
        Route::ScriptEditor(_) => Some(Route::Scripts(None)),
        _ => None,
    });
    let depth = move || if above.get().is_some() { "2" } else { "1" };
    let undo = move || {
        let label = standing.with(|standing| standing.undo.clone());
        (words::reversal(words::UNDO, label.as_deref()), label.is_none())
    };
    let redo = move || {
        let label = standing.with(|standing| standing.redo.clone());
        (words::reversal(words::REDO, label.as_deref()), label.is_none())
    };
    let is_presenting = hands.appearance.is_presenting;
    let presenter =
        move || (if is_presenting.get() { words::STOP_PRESENTING } else { words::PRESENT }.to_owned(), false);
    let help = || (words::HELP.to_owned(), false);
    view! {
        <section class="topbar" aria-label=words::PAGE_TOOLS data-depth=depth>
            <nav aria-label=words::BREADCRUMB>
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
                {tool(hands, "undo", keys::UNDO, Does::Undo, Signal::derive(undo), None)}
                {tool(hands, "redo", keys::REDO, Does::Redo, Signal::derive(redo), None)}
                {tool(
                    hands,
                    "eye-off",
                    keys::PRESENT,
                    Does::Present,
                    Signal::derive(presenter),
                    Some(is_presenting),
                )}
                {tool(hands, "help", keys::HELP, Does::Open(Overlay::Help), Signal::derive(help), None)}
                <button
                    class="button"
                    type="button"
                    aria-keyshortcuts=keys::NEW
                    on:click=move |_| hands.run(&Does::Open(Overlay::QuickAdd(String::new())))
                >
                    <Icon name="plus" />
                    {words::NEW}
                </button>
            </div>
        </section>
    }
}

/// A tool that is only an icon: its words, and whether there is nothing for it to do now.
fn tool(
    hands: Hands,
    icon: &'static str,
    keys: &'static str,
    does: Does,
    words: Signal<(String, bool)>,
    pressed: Option<RwSignal<bool>>,
) -> AnyView {
    let name = move || words.get().0;
    view! {
        <button
            class="button button--quiet"
            data-shape="icon"
            type="button"
            aria-label=name
            title=name
            aria-keyshortcuts=keys::aria(keys)
            aria-disabled=move || words.get().1.then_some("true")
            aria-pressed=move || pressed.map(|pressed| pressed.get().to_string())
            on:click=move |_| hands.run(&does)
        >
            <Icon name=icon />
        </button>
    }
    .into_any()
}
