//! What could not be read: where it lay, when it was found, why, and what it holds, to be handed out or deleted.

use leptos::prelude::*;

use crate::catalogue::{aside as words, intl, place, settings, shell};
use crate::kit::field::alert;
use crate::kit::{Dialog, Icon, TextField, file, on_enter};
use crate::state::desk::{Desk, NotUnderstood};
use crate::state::here;
use crate::state::notices::Offer;
use crate::storage::quarantine::Quarantined;

/// Characters of one value that are shown.
const MOST_LETTERS: usize = 4_000;

/// The list of what could not be read.
#[component]
pub fn Quarantine() -> impl IntoView {
    let desk = Desk::of_page();
    let standing = desk.standing();
    let anew = RwSignal::new(());
    let values = move || {
        standing.with(|_| ());
        anew.get();
        desk.quarantined()
    };
    let records = move || {
        desk.read(|_| ());
        standing.with(|_| ());
        desk.not_understood()
    };
    let asked = RwSignal::new_local(None::<Quarantined>);
    view! {
        <div class="panel" id="unreadable">
            <div class="panel__head">
                <h3>{words::ASIDE}</h3>
            </div>
            <p class="panel__body quiet">{words::ASIDE_ABOUT}</p>
            {move || {
                let (values, records) = (values(), records());
                if values.is_empty() && records.is_empty() {
                    return view! { <p class="panel__body">{words::NOTHING_ASIDE}</p> }.into_any();
                }
                let all = values.clone();
                let has_values = !values.is_empty();
                let values: Vec<_> = values.into_iter().map(|value| aside(value, asked)).collect();
                let records: Vec<_> = records.into_iter().map(not_understood).collect();
                view! {
                    <ul class="trash unreadable">{values} {records}</ul>
                    {has_values
                        .then(|| {
                            view! {
                                <div class="panel__foot">
                                    <button
                                        class="button"
                                        type="button"
                                        on:click=move |_| hand_out(desk, &all)
                                    >
                                        <Icon name="download" />
                                        {words::DOWNLOAD_ALL}
                                    </button>
                                </div>
                            }
                        })}
                }
                    .into_any()
            }}
            {move || asked.get().map(|value| view! { <Confirm value asked anew /> })}
        </div>
    }
}

fn hand_out(desk: Desk, values: &[Quarantined]) {
    let text = desk.aside_file(values);
    let name = place::backup_file(here::workspace().as_deref(), "unreadable");
    if let Err(why) = file::download(&format!("{name}.json"), "application/json", &text) {
        desk.say(&shell::no_download(&why), Offer::Nothing);
    }
}

/// What a key of ours holds, to a user.
fn named(value: &Quarantined) -> &'static str {
    let from = value.found.as_ref().map_or("", |found| found.from.as_str());
    let name = from.splitn(3, ':').nth(2).unwrap_or_default();
    match name.split_once('/').map_or(name, |(kind, _)| kind) {
        "d:partner" | "n:partner" => words::PARTNER,
        "d:contact" | "n:contact" => words::PERSON,
        "meta" | "census" => words::BOOKKEEPING,
        name if name.starts_with("i:") => words::ACTION,
        _ => words::OTHER,
    }
}

fn aside(value: Quarantined, asked: RwSignal<Option<Quarantined>, LocalStorage>) -> AnyView {
    let desk = Desk::of_page();
    let what = named(&value);
    let lines: Vec<String> = match &value.found {
        None => vec![words::NOT_NOTED.to_owned()],
        Some(found) => {
            #[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 are exact in f64")]
            let at = intl::moment(found.at as f64);
            vec![words::found(&at), words::why(&found.why), words::lay_under(&found.from)]
        }
    };
    let text = value.value.lossy();
    let (one, held) = (value.clone(), value);
    let buttons = view! {
        <button
            class="button"
            data-size="small"
            type="button"
            aria-label=words::button_of(words::DOWNLOAD, what)
            on:click=move |_| hand_out(desk, std::slice::from_ref(&one))
        >
            {words::DOWNLOAD}
        </button>
        <button
            class="button button--danger"
            data-size="small"
            type="button"
            aria-label=words::button_of(words::DELETE, what)
            on:click=move |_| asked.set(Some(held.clone()))
        >
            {words::DELETE}
        </button>
    };
    entry(what.to_owned(), lines, &text, buttons.into_any())
}

fn not_understood(record: NotUnderstood) -> AnyView {
    let desk = Desk::of_page();
    let what = match &record.belongs_to {
        Some(owner) => settings::belonging(record.what, owner),
        None => record.what.to_owned(),
    };
    let text = record.text.clone();
    let lines = vec![words::why(&record.why)];
    let label = words::button_of(words::DELETE, &what);
    let delete = move |_| {
        if let Err(declined) = desk.delete_not_understood(&record) {
            desk.say(&declined.sentence, Offer::Nothing);
        }
    };
    let button = view! {
        <button class="button" data-size="small" type="button" aria-label=label on:click=delete>
            {words::DELETE}
        </button>
    };
    entry(what, lines, &text, button.into_any())
}

fn entry(what: String, lines: Vec<String>, text: &str, buttons: AnyView) -> AnyView {
    let letters = text.chars().count();
    let shown: String = text.chars().take(MOST_LETTERS).collect();
    let lines: Vec<_> = lines.into_iter().map(|line| view! { <small dir="auto">{line}</small> }).collect();
    view! {
        <li>
            <span>
                <bdi>{what}</bdi>
                {lines}
            </span>
            <span class="cluster">{buttons}</span>
            <details class="disclosure">
                <summary>
                    <Icon name="chevron-right" />
                    {words::SHOW}
                </summary>
                {(letters > MOST_LETTERS).then(|| view! { <p class="quiet">{words::cut_off(MOST_LETTERS)}</p> })}
                <pre tabindex="0">{shown}</pre>
            </details>
        </li>
    }
    .into_any()
}

#[component]
fn Confirm(
    value: Quarantined,
    asked: RwSignal<Option<Quarantined>, LocalStorage>,
    anew: RwSignal<()>,
) -> impl IntoView {
    let desk = Desk::of_page();
    let typed = RwSignal::new(String::new());
    let trouble = RwSignal::new(None::<String>);
    let is_ready = move || typed.with(|typed| typed.trim().eq_ignore_ascii_case(words::DELETE_WORD));
    let one = value.clone();
    let value = StoredValue::new_local(value);
    let delete = move || {
        if !is_ready() {
            trouble.set(Some(words::TYPE_DELETE.to_owned()));
            return;
        }
        match value.with_value(|value| desk.discard(std::slice::from_ref(value))) {
            Ok(()) => {
                asked.set(None);
                anew.notify();
            }
            Err(declined) => trouble.set(Some(declined.sentence)),
        }
    };
    view! {
        <Dialog title=words::DELETE_ASKED on_close=move |()| asked.set(None)>
            <div class="dialog__body" on:keydown=on_enter(delete)>
                <p>{words::DELETE_FINAL}</p>
                <div>
                    <button
                        class="button"
                        type="button"
                        on:click=move |_| hand_out(desk, std::slice::from_ref(&one))
                    >
                        <Icon name="download" />
                        {words::DOWNLOAD_FIRST}
                    </button>
                </div>
                <TextField label=words::TYPE_DELETE value=typed />
                {alert(trouble.into(), "")}
            </div>
            <div class="dialog__foot">
                <button class="button" type="button" on:click=move |_| asked.set(None)>
                    {settings::CANCEL}
                </button>
                <button
                    class="button button--danger"
                    type="button"
                    aria-disabled=move || (!is_ready()).then_some("true")
                    on:click=move |_| delete()
                >
                    {words::DELETE}
                </button>
            </div>
        </Dialog>
    }
}
