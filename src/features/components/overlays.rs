//! What stands over the page or above it: dialogs, menus, notices, the palette, the keys; and what an empty place says.

use leptos::prelude::*;

use crate::catalogue::{components as words, kit as kit_words};
use crate::kit::empty::Drawing;
use crate::kit::{CheckField, Dialog, EmptyState, Icon, Keys, Menu, MenuItem, Popover};

use super::{part, specimen};

/// A dialog held open and one that opens; the same for menus.
pub fn dialogs() -> AnyView {
    let is_open = RwSignal::new(false);
    let close = move || is_open.set(false);
    let specimens = view! {
        <div class="stage">
            <dialog class="dialog" open data-inline="" aria-label=words::DIALOG_TITLE>
                <div class="dialog__head">
                    <h3>{words::DIALOG_TITLE}</h3>
                    {cross()}
                </div>
                {question(Callback::new(|()| {}))}
            </dialog>
        </div>
        <div class="cluster">
            <button class="button" type="button" on:click=move |_| is_open.set(true)>
                {words::DIALOG_OPEN}
            </button>
        </div>
        {move || {
            is_open
                .get()
                .then(|| {
                    view! {
                        <Dialog title=words::DIALOG_TITLE on_close=move |()| close()>
                            {question(Callback::new(move |()| close()))}
                        </Dialog>
                    }
                })
        }}
        {menus()}
    };
    part(words::DIALOG, specimens.into_any())
}

fn cross() -> AnyView {
    view! {
        <button
            class="button button--quiet"
            data-shape="icon"
            data-size="small"
            type="button"
            aria-label=kit_words::CLOSE
        >
            <Icon name="close" />
        </button>
    }
    .into_any()
}

/// The body and the foot of the dialog.
fn question(on_answer: Callback<()>) -> AnyView {
    let (keep, replace) = words::DIALOG_ANSWERS;
    view! {
        <div class="dialog__body">
            <p class="soft">{words::DIALOG_WORDS}</p>
            <CheckField label=words::DIALOG_CHECK value=RwSignal::new(true) />
        </div>
        <div class="dialog__foot">
            <button class="button" type="button" on:click=move |_| on_answer.run(())>
                {keep}
            </button>
            <button class="button button--danger" type="button" on:click=move |_| on_answer.run(())>
                {replace}
            </button>
        </div>
    }
    .into_any()
}

fn menus() -> AnyView {
    let picked = RwSignal::new(words::NOTHING_PICKED.to_owned());
    let pick = move |what: &'static str| Callback::new(move |()| picked.set(words::picked(what)));
    let items = move || {
        let items: Vec<_> = words::MENU_ITEMS
            .into_iter()
            .map(|(icon, words, keys)| view! { <MenuItem icon words keys on_pick=pick(words) /> })
            .collect();
        let (icon, last) = words::MENU_DANGER;
        view! {
            {items}
            <hr />
            <MenuItem icon words=last is_danger=true on_pick=pick(last) />
        }
        .into_any()
    };
    let [open, behind_button, popover] = words::MENUS;
    view! {
        <div class="specimens">
            {specimen(
                open,
                view! {
                    <div class="menu" role="menu" aria-label=words::MENU_NAME>
                        {items()}
                    </div>
                },
            )}
            {specimen(
                behind_button,
                view! {
                    <div class="cluster">
                        <Menu label=words::MENU_NAME>{items()}</Menu>
                    </div>
                    <p class="quiet" role="status">
                        {move || picked.get()}
                    </p>
                },
            )}
            {specimen(
                popover,
                view! {
                    <div class="cluster">
                        <Popover label=words::WHY_73>
                            <p>{words::WHY_73_WORDS}</p>
                        </Popover>
                    </div>
                },
            )}
        </div>
    }
    .into_any()
}

/// A toast and banners.
pub fn notices() -> AnyView {
    let (happened, undo, dismiss) = words::TOAST;
    let banners: Vec<_> = words::BANNERS
        .into_iter()
        .enumerate()
        .map(|(place, (tone, icon, title, what, answer))| {
            let first = (place == 0).then(|| {
                view! {
                    <button class="button button--quiet" type="button">
                        {words::TRY_AGAIN}
                    </button>
                }
            });
            view! {
                <div class="banner" data-tone=tone>
                    <Icon name=icon />
                    <div>
                        <strong>{title}</strong>
                        <p>{what}</p>
                    </div>
                    <div class="cluster">
                        <button class="button" type="button">
                            {(place == 0).then(|| view! { <Icon name="download" /> })}
                            {answer}
                        </button>
                        {first}
                    </div>
                </div>
            }
        })
        .collect();
    let specimens = view! {
        <div class="stack" data-gap="3">
            <div class="toast">
                <Icon name="check" />
                <span>{happened}</span>
                <span class="toast__time" style:--left="70" role="img" aria-label=words::TOAST_LEFT></span>
                <button class="button button--line" data-size="small" type="button">
                    <Icon name="undo" />
                    {undo}
                </button>
                <button
                    class="button button--quiet"
                    data-size="small"
                    data-shape="icon"
                    type="button"
                    aria-label=dismiss
                >
                    <Icon name="close" />
                </button>
            </div>
            {banners}
        </div>
    };
    part(words::NOTICE, specimens.into_any())
}

/// Empty places.
pub fn empty() -> AnyView {
    let (none, none_why, add, import) = words::EMPTY_LIST;
    let (done, done_why, ahead) = words::EMPTY_DAY;
    let (whole, whole_why) = words::EMPTY_WHOLE;
    let specimens = view! {
        <div class="columns" style:--column-min="18rem">
            <EmptyState drawing=Drawing::Begun title=none why=none_why>
                <button class="button button--primary" type="button">
                    <Icon name="plus" />
                    {add}
                </button>
                <button class="button" type="button">
                    <Icon name="upload" />
                    {import}
                </button>
            </EmptyState>
            <EmptyState drawing=Drawing::Finished title=done why=done_why>
                <button class="button" type="button">
                    {ahead}
                </button>
            </EmptyState>
            <EmptyState drawing=Drawing::Whole title=whole why=whole_why />
        </div>
    };
    part(words::EMPTY, specimens.into_any())
}

/// The palette, held open.
pub fn palette() -> AnyView {
    let mut number = 0;
    let groups: Vec<_> = words::PALETTE_GROUPS
        .into_iter()
        .map(|(name, results)| {
            let options: Vec<_> = results
                .iter()
                .map(|(icon, before, found, after, hint)| {
                    number += 1;
                    let is_chosen = number == 2;
                    let hint = match hint {
                        Some(hint) => Some((*hint).into_any()),
                        None => is_chosen.then(|| view! { <kbd class="kbd">"↵"</kbd> }.into_any()),
                    };
                    view! {
                        <div
                            class="palette__option"
                            role="option"
                            id=format!("palette-{number}")
                            aria-selected=is_chosen.to_string()
                        >
                            <Icon name=icon />
                            <span>{*before} <mark>{*found}</mark> {*after}</span>
                            {hint.map(|hint| view! { <span class="palette__hint">{hint}</span> })}
                        </div>
                    }
                })
                .collect();
            view! {
                <div role="group" aria-label=name>
                    <div class="palette__group" aria-hidden="true">
                        {name}
                    </div>
                    {options}
                </div>
            }
        })
        .collect();
    let keys: Vec<_> = words::PALETTE_KEYS
        .into_iter()
        .map(|(keys, what)| view! { <span class="keys"><Keys keys />{what}</span> })
        .collect();
    let specimens = view! {
        <div class="stage">
            <dialog class="dialog palette" open data-inline="" aria-label=words::PALETTE_NAME>
                <div class="palette__input">
                    <Icon name="search" size="l" />
                    <input
                        type="text"
                        role="combobox"
                        aria-expanded="true"
                        aria-controls="palette-list"
                        aria-activedescendant="palette-2"
                        aria-label=words::PALETTE_NAME
                        value=words::PALETTE_TYPED
                    />
                </div>
                <div class="palette__list" role="listbox" id="palette-list" aria-label=words::RESULTS>
                    {groups}
                </div>
                <div class="palette__foot">{keys}</div>
            </dialog>
        </div>
    };
    part(words::PALETTE, specimens.into_any())
}

/// The overlay of keys, held open.
pub fn shortcuts() -> AnyView {
    let lists: Vec<_> = words::SHORTCUT_LISTS
        .into_iter()
        .map(|list| {
            let rows: Vec<_> = list
                .iter()
                .map(|(what, keys)| {
                    view! {
                        <div>
                            <dt>{*what}</dt>
                            <dd>
                                <Keys keys=keys />
                            </dd>
                        </div>
                    }
                })
                .collect();
            view! { <dl class="shortcuts__list">{rows}</dl> }
        })
        .collect();
    let specimens = view! {
        <div class="stage">
            <dialog class="dialog shortcuts" open data-inline="" aria-label=words::KEYBOARD>
                <div class="dialog__head">
                    <h3>{words::KEYBOARD}</h3>
                    {cross()}
                </div>
                <div class="dialog__body">
                    <div class="columns" style:--columns-gap="var(--space-8)">
                        {lists}
                    </div>
                </div>
            </dialog>
        </div>
    };
    part(words::SHORTCUTS, specimens.into_any())
}
