//! A backup that was opened: what it would change, record by record, and putting it in the place of what is here or
//! merging it.

use leptos::prelude::*;
use web_sys::Element;

use crate::catalogue::{restore as words, settings};
use crate::kit::{Dialog, Icon, Segmented, TextField, more_button, on_enter, row_button};
use crate::state::desk::Desk;
use crate::state::differences::{self, Told};
use crate::storage::backup::Backup;
use crate::storage::compare::{Choice, Comparison, Difference, Figures, Way};
use crate::storage::records::{AGENDA, CONTACT, PARTNER, PLAYBOOKS, SCRIPTS, SETTINGS, VIEWS};

use super::backup::download_backup;

/// Rows of one sort drawn at once.
const PAGE_ROWS: usize = 50;

/// The sorts of differences in the order they are listed.
const SORTS: [Difference; 6] = [
    Difference::Changed,
    Difference::DeletedThere,
    Difference::Removed,
    Difference::DeletedHere,
    Difference::Added,
    Difference::LongGone,
];

/// What differs, and what is chosen of it. A copy is a pointer to the same.
#[derive(Clone, Copy)]
struct Held {
    way: Way,
    comparison: StoredValue<Comparison, LocalStorage>,
    choices: RwSignal<Vec<Choice>>,
    /// Whether all of it is listed; it stays so when another way is looked at.
    is_listed: RwSignal<bool>,
}

/// Shows what a backup would change, and restores it.
#[component]
pub fn Restore(
    /// The file.
    backup: Backup,
    /// Emptied when it is done with.
    picked: RwSignal<Option<Backup>, LocalStorage>,
) -> impl IntoView {
    let desk = Desk::of_page();
    let (way, is_listed) = (RwSignal::new(0_usize), RwSignal::new(false));
    let has_something = desk.compare(Way::Replace, &backup).preview(&[]).records_here > 0;
    let (made_at, is_edited) = (backup.made_at.clone(), backup.is_edited);
    let ways = words::WAYS.iter().map(|words| (*words).to_owned()).collect::<Vec<_>>();
    let backup = StoredValue::new_local(backup);
    view! {
        <Dialog title=words::ASKED is_wide=true on_close=move |()| picked.set(None)>
            <div class="dialog__body restore">
                <p>{words::made(&made_at)}</p>
                {is_edited.then(|| trouble_line(words::EDITED.to_owned()))}
                {has_something.then(|| view! { <Segmented label=words::HOW choices=ways place=way /> })}
            </div>
            {move || {
                let way = if way.get() == 0 { Way::Replace } else { Way::Merge };
                let comparison = backup.with_value(|backup| desk.compare(way, backup));
                let choices = RwSignal::new(comparison.by_itself());
                let held = Held { way, comparison: StoredValue::new_local(comparison), choices, is_listed };
                view! { <Preview held backup picked has_something /> }
            }}
        </Dialog>
    }
}

/// What one way would do, and the button that does it.
#[component]
fn Preview(
    held: Held,
    backup: StoredValue<Backup, LocalStorage>,
    picked: RwSignal<Option<Backup>, LocalStorage>,
    has_something: bool,
) -> impl IntoView {
    let desk = Desk::of_page();
    let Held { way, comparison, choices, .. } = held;
    let is_merge = way == Way::Merge;
    let preview = move || choices.with(|choices| comparison.with_value(|held| held.preview(choices)));
    let needs_word = Memo::new(move |_| preview().needs_typed_word());
    let typed = RwSignal::new(String::new());
    let trouble = RwSignal::new(None::<String>);
    let (word, ask, doing) = if is_merge {
        (words::MERGE_WORD, words::TYPE_MERGE, words::MERGE)
    } else {
        (words::REPLACE, words::TYPE_REPLACE, words::RESTORE)
    };
    let is_ready = move || !needs_word.get() || typed.with(|typed| typed.trim().eq_ignore_ascii_case(word));
    let restore = move || {
        if !is_ready() {
            trouble.set(Some(ask.to_owned()));
            return;
        }
        let result = if is_merge {
            comparison.with_value(|held| choices.with_untracked(|choices| desk.merge_with(held, choices)))
        } else {
            // What is here is handed out first, so that the file and the undo both lead back.
            let handed_out = if has_something { download_backup(desk) } else { Ok(()) };
            match handed_out {
                Ok(()) => desk.replace_with(backup.get_value()),
                Err(sentence) => return trouble.set(Some(sentence)),
            }
        };
        match result {
            Ok(()) => picked.set(None),
            Err(declined) => trouble.set(Some(declined.sentence)),
        }
    };
    let rows =
        move || preview().by_kind.iter().map(|(kind, figures)| row(kind, *figures)).collect::<Vec<_>>();
    view! {
        <div class="dialog__body restore">
            <p>{if is_merge { words::MERGE_ABOUT } else { words::REPLACE_ABOUT }}</p>
            <table class="table">
                <caption class="visually-hidden">{words::WHAT_CHANGES}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words::RECORDS}</th>
                        {[words::ADDED, words::CHANGED, words::REMOVED, words::UNREADABLE]
                            .map(|column| {
                                view! {
                                    <th scope="col" class="is-number">
                                        {column}
                                    </th>
                                }
                            })
                            .collect_view()}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            {unreadable(held)}
            {differences(held)}
            {(has_something || is_merge)
                .then(|| {
                    view! {
                        <p class="quiet">
                            {if is_merge { words::MERGE_UNDO } else { words::HANDED_OUT_FIRST }}
                        </p>
                    }
                })}
            {move || {
                needs_word
                    .get()
                    .then(|| {
                        view! {
                            <div on:keydown=on_enter(restore)>
                                <TextField label=ask value=typed />
                            </div>
                        }
                    })
            }}
            <div role="alert">{move || trouble.get().map(trouble_line)}</div>
        </div>
        <div class="dialog__foot">
            <button class="button" type="button" on:click=move |_| picked.set(None)>
                {settings::CANCEL}
            </button>
            <button
                class="button button--primary"
                type="button"
                aria-disabled=move || (!is_ready()).then_some("true")
                on:click=move |_| restore()
            >
                {doing}
            </button>
        </div>
    }
}

fn trouble_line(sentence: String) -> AnyView {
    view! {
        <p class="field__error">
            <Icon name="warning" />
            <span>{sentence}</span>
        </p>
    }
    .into_any()
}

fn row(kind: &str, figures: Figures) -> AnyView {
    let name = match kind {
        PARTNER => settings::PARTNERS,
        CONTACT => settings::PEOPLE,
        SETTINGS => settings::OF_SETTINGS,
        VIEWS => settings::SAVED_VIEWS,
        SCRIPTS => settings::SCRIPTS,
        PLAYBOOKS => settings::PLAYBOOKS,
        AGENDA => settings::PUT_OFF,
        _ => settings::OTHER,
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="is-number">{figures.added}</td>
            <td class="is-number">{figures.changed}</td>
            <td class="is-number">{figures.removed}</td>
            <td class="is-number">{figures.unreadable}</td>
        </tr>
    }
    .into_any()
}

/// What of the file cannot be read, by name.
fn unreadable(held: Held) -> Option<AnyView> {
    let sentences: Vec<String> = held.comparison.with_value(|held| {
        held.unreadable().iter().map(|record| differences::unreadable_told(held, record)).collect()
    });
    if sentences.is_empty() {
        return None;
    }
    let count = sentences.len();
    let items = sentences
        .into_iter()
        .take(PAGE_ROWS)
        .map(|sentence| view! { <li dir="auto">{sentence}</li> })
        .collect::<Vec<_>>();
    let hidden = count.saturating_sub(PAGE_ROWS);
    let about = if held.way == Way::Merge { words::UNREADABLE_MERGED } else { words::UNREADABLE_REPLACED };
    Some(
        view! {
            <details class="disclosure">
                <summary>
                    <Icon name="chevron-right" />
                    {words::unreadable(count)}
                </summary>
                <p>{about}</p>
                <ul class="stack" data-gap="1">
                    {items}
                    {(hidden > 0).then(|| view! { <li>{settings::show_more(hidden)}</li> })}
                </ul>
            </details>
        }
        .into_any(),
    )
}

/// Everything that differs, for those who ask; drawn when they do.
fn differences(held: Held) -> AnyView {
    let count = held.comparison.with_value(|held| held.differing().len());
    if count == 0 {
        return view! { <p>{words::NO_DIFFERENCE}</p> }.into_any();
    }
    let is_listed = held.is_listed;
    let sorts = move || {
        is_listed.get().then(|| SORTS.into_iter().filter_map(|sort| of_sort(held, sort)).collect::<Vec<_>>())
    };
    view! {
        <details
            class="disclosure"
            open=is_listed.get_untracked()
            on:toggle=move |event| is_listed.set(event_target::<Element>(&event).has_attribute("open"))
        >
            <summary>
                <Icon name="chevron-right" />
                {words::differences(count)}
            </summary>
            {sorts}
        </details>
    }
    .into_any()
}

fn of_sort(held: Held, sort: Difference) -> Option<AnyView> {
    let places: Vec<usize> = held.comparison.with_value(|held| {
        let of_sort = |(place, differing): (usize, &crate::storage::compare::Differing)| {
            (differing.difference == sort).then_some(place)
        };
        held.differing().iter().enumerate().filter_map(of_sort).collect()
    });
    if places.is_empty() {
        return None;
    }
    let count = places.len();
    let places = StoredValue::new(places);
    let shown = RwSignal::new(PAGE_ROWS);
    let (title, about) = match sort {
        Difference::Added => (words::ONLY_IN_FILE, None),
        Difference::Changed => (words::DIFFERENT, None),
        Difference::Removed => (words::ONLY_HERE, None),
        Difference::DeletedThere => (words::DELETED_THERE, None),
        Difference::DeletedHere => (words::DELETED_HERE, None),
        Difference::LongGone => (words::LONG_GONE, Some(words::LONG_GONE_ABOUT)),
    };
    let choose = move |choice: Choice| {
        held.choices.update(|choices| {
            places.with_value(|places| {
                for place in places {
                    if let Some(held) = choices.get_mut(*place) {
                        *held = choice;
                    }
                }
            });
        });
    };
    let all = (held.way == Way::Merge && count > 1).then(|| {
        let button = |name: &'static str, choice: Choice| {
            row_button(name, format!("{name}, {title}"), move || choose(choice))
        };
        view! { <span class="cluster">{button(words::TICK_ALL, Choice::Theirs)} {button(words::TICK_NONE, Choice::Ours)}</span> }
    });
    let rows = move || {
        let drawn: Vec<usize> =
            places.with_value(|places| places.iter().copied().take(shown.get()).collect());
        drawn.into_iter().filter_map(|place| difference(held, place)).collect::<Vec<_>>()
    };
    let more = move || {
        let hidden = count.saturating_sub(shown.get());
        more_button(hidden, PAGE_ROWS, shown, settings::show_more)
    };
    Some(
        view! {
            <section class="differences">
                <header>
                    <h3>{words::heading(title, count)}</h3>
                    {all}
                </header>
                {about.map(|about| view! { <p class="quiet">{about}</p> })}
                <ul>{rows}</ul>
                {more}
            </section>
        }
        .into_any(),
    )
}

fn difference(held: Held, place: usize) -> Option<AnyView> {
    let (told, differing) = held.comparison.with_value(|held| {
        let differing = held.differing().get(place)?.clone();
        Some((differences::told(held, &differing), differing))
    })?;
    let Told { what, words: own_words, belongs_to, fields } = told;
    let sort = differing.difference;
    let tick = match sort {
        Difference::Added => words::ADD,
        Difference::Changed => words::TAKE,
        Difference::Removed | Difference::DeletedThere => words::DELETE_TOO,
        Difference::DeletedHere | Difference::LongGone => words::BRING_BACK,
    };
    let of = match belongs_to {
        Some(owner) => settings::belonging(what, &owner),
        None => words::whole(what, differing.records),
    };
    let label = words::tick_of(tick, what, &own_words);
    let choices = held.choices;
    let box_ = (held.way == Way::Merge).then(|| {
        let is_theirs = move || {
            choices.with(|choices| choices.get(place).is_some_and(|choice| *choice == Choice::Theirs))
        };
        view! {
            <label class="check">
                <input
                    class="check__box"
                    type="checkbox"
                    aria-label=label
                    prop:checked=is_theirs
                    on:change:target=move |event| {
                        let choice = if event.target().checked() { Choice::Theirs } else { Choice::Ours };
                        choices
                            .update(|choices| {
                                if let Some(held) = choices.get_mut(place) {
                                    *held = choice;
                                }
                            });
                    }
                />
                {tick}
            </label>
        }
    });
    let fields: Vec<_> = fields
        .into_iter()
        .map(|field| {
            view! {
                <dt>{field.name}</dt>
                <dd>
                    <span>{words::HERE}</span>
                    <bdi>{field.here}</bdi>
                    <span>{words::IN_FILE}</span>
                    <bdi>{field.file}</bdi>
                </dd>
            }
        })
        .collect();
    let fields = (!fields.is_empty()).then(|| view! { <dl class="differences__fields">{fields}</dl> });
    Some(
        view! {
            <li>
                <span>
                    <bdi>{own_words}</bdi>
                    <small>
                        <bdi>{of}</bdi>
                    </small>
                </span>
                {box_}
                {fields}
            </li>
        }
        .into_any(),
    )
}
