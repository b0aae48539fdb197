//! Scripts: the library, one script filled in for a partner, and the user's own.

mod bench;
mod compose;
mod editor;
mod fields;
mod library;
mod own;
mod sheet;
mod touchpoint;

use leptos::prelude::*;

use crate::catalogue::scripts as words;
use crate::domain::Workspace;
use crate::domain::script::{Script, Slug};
use crate::kit::empty::Drawing;
use crate::kit::{EmptyState, Icon};
use crate::library::scripts as built_in;
use crate::route::Route;
use crate::state::page_name::PageName;

use bench::Bench;
use compose::Compose;
use editor::ScriptEditor;
use library::Library;
use own::NewScript;

/// The words and titles of all scripts, for the palette.
pub fn titles(workspace: &Workspace) -> Vec<(Slug, String)> {
    let own = workspace.own_scripts().into_iter().filter_map(|(id, script)| {
        Some((id.to_string().parse().ok()?, words::title_of(&script.ok()?.title).to_owned()))
    });
    let built_in = built_in::all().into_iter();
    own.chain(built_in.filter_map(|Script { id, title, .. }| Some((id.parse().ok()?, title)))).collect()
}

/// The library, and the script of the address.
#[component]
pub fn ScriptsPage(
    /// Where one is.
    route: Signal<Route>,
) -> impl IntoView {
    let bench = Bench::new(route);
    provide_context(bench);
    let slug = Memo::new(move |_| match route.get() {
        Route::Script(slug, _) | Route::ScriptEditor(slug) => Some(slug),
        _ => None,
    });
    let known = Memo::new(move |_| slug.get().and_then(|slug| bench.find(slug.as_str())));
    let is_edited = Memo::new(move |_| {
        let is_own = known.with(|known| known.as_ref().is_some_and(|known| known.own.is_some()));
        is_own && matches!(route.get(), Route::ScriptEditor(_))
    });
    let page_name = PageName::of_page();
    Effect::new(move |_| {
        let name = known.with(|known| known.as_ref().map(|known| known.script.title.clone()));
        page_name.set(&name.unwrap_or_default());
    });
    on_cleanup(move || {
        page_name.set("");
        bench.put_by();
    });
    // What is shown changes with the address and not with each word that is kept.
    let shown = Memo::new(move |_| match (slug.get(), known.with(Option::is_some)) {
        (None, _) => Shown::Nothing,
        (Some(_), false) => Shown::NotHere,
        (Some(slug), true) => Shown::Script(slug, is_edited.get()),
    });
    view! {
        <div class="page__head">
            <h1 tabindex="-1">{words::SCRIPTS}</h1>
            <NewScript />
        </div>
        <div class="desk" data-open=move || slug.get().is_some().to_string()>
            <Library />
            <div class="desk__work">
                {move || match shown.get() {
                    Shown::Nothing => view! { <NothingChosen /> }.into_any(),
                    Shown::NotHere => view! { <NotHere /> }.into_any(),
                    Shown::Script(_, true) => view! { <ScriptEditor known /> }.into_any(),
                    Shown::Script(_, false) => view! { <Compose known /> }.into_any(),
                }}
            </div>
        </div>
    }
}

/// What stands beside the library.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    /// No script is chosen.
    Nothing,
    /// The one of the address is not there.
    NotHere,
    /// A script, and whether it is being changed.
    Script(Slug, bool),
}

/// Said while no script is chosen.
#[component]
fn NothingChosen() -> impl IntoView {
    view! { <EmptyState drawing=Drawing::Whole title=words::CHOOSE why=words::CHOOSE_WHY /> }
}

/// Said when the script of the address is not there.
#[component]
fn NotHere() -> impl IntoView {
    view! {
        <div class="empty">
            <h2>{words::NOT_HERE}</h2>
            <p>{words::NOT_HERE_WHY}</p>
            <a class="button" href=Route::Scripts(None).href()>
                <Icon name="scripts" />
                {words::ALL_SCRIPTS}
            </a>
        </div>
    }
}
