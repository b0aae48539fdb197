//! What the single file says about itself as long as it keeps nothing in the browser: where the data is, and the two
//! buttons that keep it.

use leptos::ev;
use leptos::prelude::*;

use crate::catalogue::own_file as words;
use crate::kit::Icon;
use crate::parts::own_file::OwnFile;
use crate::state::keys;

/// The bar above a page, where a file of the user's is all that keeps anything.
#[component]
pub fn FileBar() -> impl IntoView {
    let own = use_context::<OwnFile>();
    let is_wanted = Memo::new(move |_| own.is_some_and(OwnFile::is_wanted));
    move || own.filter(|_| is_wanted.get()).map(bar)
}

fn bar(own: OwnFile) -> AnyView {
    accept_dropped(own);
    let told = move || match (own.lost_name(), own.name(), own.changes()) {
        (Some(lost), ..) => ("warning", Some("failure"), words::written_by_others(&lost)),
        (_, None, 0) => ("info", None, words::NOTHING_KEPT.to_owned()),
        (_, None, changes) => ("warning", Some("warn"), words::only_in_memory(changes)),
        (_, Some(name), 0) => ("saved", Some("calm"), words::all_in(&name)),
        (_, Some(name), changes) => ("warning", Some("warn"), words::not_in(&name, changes)),
    };
    let told = Memo::new(move |_| told());
    let trouble = own.trouble();
    view! {
        <section class="banner screen-only" data-tone=move || told.get().1 aria-label=words::YOUR_FILE>
            {move || view! { <Icon name=told.get().0 /> }}
            <p role="status">{move || told.get().2}</p>
            <div class="cluster">
                <button
                    class="button"
                    type="button"
                    aria-keyshortcuts=keys::aria(keys::OPEN)
                    on:click=move |_| own.open()
                >
                    <Icon name="upload" />
                    {words::OPEN}
                </button>
                <button
                    class="button button--primary"
                    type="button"
                    aria-keyshortcuts=keys::aria(keys::SAVE)
                    on:click=move |_| own.save()
                >
                    <Icon name="download" />
                    {words::SAVE}
                </button>
            </div>
        </section>
        <div role="alert">
            {move || {
                trouble
                    .get()
                    .map(|sentence| {
                        view! {
                            <div class="banner" data-tone="failure">
                                <Icon name="warning" />
                                <p>{sentence}</p>
                            </div>
                        }
                    })
            }}
        </div>
    }
    .into_any()
}

/// A file that is dropped anywhere on the page is opened; without this the browser would leave the page for it, and all
/// that is in memory would be gone. A place of the page that takes files itself comes first.
fn accept_dropped(own: OwnFile) {
    let is_ours = |event: &ev::DragEvent| {
        let files = event.data_transfer().filter(|_| !event.default_prevented());
        files.filter(|dropped| dropped.types().includes(&"Files".into(), 0))
    };
    let over = window_event_listener(ev::dragover, move |event| {
        if is_ours(&event).is_some() {
            event.prevent_default();
        }
    });
    let dropped = window_event_listener(ev::drop, move |event| {
        if let Some(dropped) = is_ours(&event) {
            event.prevent_default();
            own.take(&dropped);
        }
    });
    on_cleanup(move || {
        over.remove();
        dropped.remove();
    });
}
