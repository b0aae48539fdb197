//! Whether the single file keeps its data in the browser, which it does only when asked.

use leptos::prelude::*;

use crate::catalogue::own_file as words;
use crate::kit::field::alert;
use crate::parts::own_file::OwnFile;
use crate::state::appearance::Appearance;
use crate::state::desk::Desk;

/// The choice, with its reasons; nothing in the folder's edition, where there is none.
#[component]
pub fn KeepHere() -> impl IntoView {
    let (desk, appearance) = (Desk::of_page(), Appearance::of_page());
    let own = use_context::<OwnFile>()?;
    let is_memory = Memo::new(move |_| own.is_wanted());
    let trouble = RwSignal::new(None::<String>);
    let change = move |_| {
        let result = if is_memory.get_untracked() {
            desk.keep_in_browser().inspect(|()| appearance.remember(desk))
        } else {
            desk.stop_keeping()
        };
        trouble.set(result.err().map(|declined| declined.sentence));
    };
    Some(view! {
        <div class="setting" id="keep-here">
            <div>
                <h3>{words::KEEP}</h3>
                <p>{move || if is_memory.get() { words::KEEP_ABOUT } else { words::KEPT_ABOUT }}</p>
                {alert(trouble.into(), "")}
            </div>
            <button class="button" type="button" on:click=change>
                {move || if is_memory.get() { words::KEEP_HERE } else { words::STOP_KEEPING }}
            </button>
        </div>
    })
}
