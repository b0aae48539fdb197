//! The first step: a file, chosen or dropped.

use leptos::prelude::*;
use web_sys::DragEvent;

use crate::catalogue::{import as words, intl};
use crate::kit::Icon;

use super::bench::{Bench, Chosen, Work};

/// Where a file is chosen or dropped, and what is being done with it.
#[component]
pub fn FilePart(bench: Bench) -> impl IntoView {
    let input = NodeRef::<leptos::html::Input>::new();
    let is_over = RwSignal::new(false);
    let open = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let pick = move |_| {
        let Some(input) = input.get_untracked() else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        // The same file can be chosen again once it is corrected.
        input.set_value("");
        bench.choose(file);
    };
    let over = move |event: DragEvent| {
        event.prevent_default();
        is_over.set(true);
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        is_over.set(false);
        let files = event.data_transfer().and_then(|transfer| transfer.files());
        if let Some(file) = files.and_then(|files| files.get(0)).filter(|_| !bench.is_importing_now()) {
            bench.choose(file);
        }
    };
    let is_busy = move || bench.is_importing();
    let words_of_button =
        move || if bench.chosen.with(Option::is_some) { words::CHOOSE_OTHER } else { words::CHOOSE };
    view! {
        <section class="panel" aria-labelledby="import-file">
            <div class="panel__head">
                <h2 id="import-file">{words::FILE}</h2>
            </div>
            <div
                class="panel__body import__drop"
                data-over=move || is_over.get().then_some("")
                on:dragover=over
                on:dragleave=move |_| is_over.set(false)
                on:drop=drop
            >
                {move || bench.chosen.with(|chosen| chosen.as_ref().map(named))}
                <p class="cluster">
                    <button
                        class=move || {
                            if bench.chosen.with(Option::is_some) { "button" } else { "button button--primary" }
                        }
                        type="button"
                        disabled=is_busy
                        on:click=open
                    >
                        <Icon name="upload" />
                        {words_of_button}
                    </button>
                    <span class="quiet">{words::OR_DROP}</span>
                </p>
                <p class="field__hint">{words::KINDS}</p>
                <input
                    class="visually-hidden"
                    type="file"
                    accept=words::ACCEPT
                    tabindex="-1"
                    aria-label=words::CHOOSE
                    node_ref=input
                    on:change=pick
                />
                {move || (bench.work.get() == Work::Reading).then(|| waiting(bench, words::READING))}
            </div>
        </section>
    }
}

/// What the worker is doing, and the way to end it.
pub fn waiting(bench: Bench, what: &'static str) -> AnyView {
    view! {
        <div class="import__waiting">
            <p role="status">
                <Icon name="clock" />
                {what}
            </p>
            <button class="button" type="button" on:click=move |_| bench.cancel()>
                {words::STOP}
            </button>
        </div>
    }
    .into_any()
}

fn named(chosen: &Chosen) -> AnyView {
    const MEGABYTE: usize = 1_000_000;
    #[expect(clippy::cast_precision_loss, reason = "a size to read, at most 25 MB")]
    let size = if chosen.bytes < MEGABYTE {
        words::kilobytes(chosen.bytes.div_ceil(1_000))
    } else {
        words::megabytes(&intl::number((chosen.bytes as f64 / 100_000.0).round() / 10.0))
    };
    view! {
        <p class="import__named">
            <Icon name="folder" />
            <strong>
                <bdi>{words::named(&chosen.name, &size)}</bdi>
            </strong>
        </p>
    }
    .into_any()
}
