//! Said once inside a page of another site: the browser keeps what is entered there apart.

use leptos::prelude::*;

use crate::catalogue::place as words;
use crate::kit::{Icon, focus};
use crate::state::desk::Desk;
use crate::state::here;
use crate::storage::vault::Status;

/// The preference that says that it was understood.
const UNDERSTOOD: &str = "elsewhere";

/// The note, until it was understood. Where nothing is stored, the banner about that says more.
#[component]
pub fn Elsewhere() -> impl IntoView {
    let desk = Desk::of_page();
    let is_stored = desk.standing().with_untracked(|standing| standing.status != Status::MemoryOnly);
    let is_new = is_stored && here::is_elsewhere() && desk.preference(UNDERSTOOD).is_none();
    let is_shown = RwSignal::new(is_new);
    let understood = move |_| {
        desk.remember(UNDERSTOOD, "yes");
        is_shown.set(false);
        focus::keep("#main");
    };
    move || {
        is_shown.get().then(|| {
            view! {
                <aside class="reminder" aria-label=words::ELSEWHERE>
                    <Icon name="info" />
                    <p>{words::ELSEWHERE_WHY}</p>
                    <div class="cluster">
                        <a
                            class="button button--line"
                            data-size="small"
                            href=here::alone()
                            target="_blank"
                            rel="noopener"
                        >
                            {words::OPEN_ALONE}
                        </a>
                        <button class="button button--quiet" data-size="small" type="button" on:click=understood>
                            {words::UNDERSTOOD}
                        </button>
                    </div>
                </aside>
            }
        })
    }
}
