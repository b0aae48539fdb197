//! The controls of the editor, with what is wrong below each.

use leptos::prelude::*;

use crate::catalogue::Word;
use crate::domain::script::{Fault, Script};
use crate::kit::field::options;
use crate::state::deeds;

use super::Editor;
use super::slips::{follow, listed, underlines};
use super::slot::Slot;

/// A text of the script, with what is wrong in it.
pub(super) fn input(editor: Editor, label: String, slot: Slot, rows: u32) -> AnyView {
    let value = Memo::new(move |_| editor.read(|script| slot.read(script)));
    let faults = Memo::new(move |_| {
        let place = slot.place();
        let mine = |faults: &Vec<Fault>| {
            faults.iter().filter(|fault| Some(fault.place) == place).cloned().collect::<Vec<_>>()
        };
        editor.faults.with(mine)
    });
    let type_in = move |event: leptos::ev::Event| {
        editor.type_in(slot, event_target_value(&event));
    };
    let keep = move |_: leptos::ev::Event| editor.keep();
    let scrolled = move |event: leptos::ev::Event| follow(&event_target::<web_sys::Element>(&event));
    let (id, faults_id) = (slot.id(), [&slot.id(), "-faults"].concat());
    let is_wrong = move || faults.with(|faults| !faults.is_empty()).then_some("true");
    let describe = {
        let faults_id = faults_id.clone();
        move || faults.with(|faults| !faults.is_empty()).then(|| faults_id.clone())
    };
    let control = if rows == 1 {
        view! {
            <input
                class="input"
                id=id.clone()
                type="text"
                dir="auto"
                autocomplete="off"
                prop:value=value
                on:input=type_in
                on:change=keep
                on:scroll=scrolled
                aria-invalid=is_wrong
                aria-describedby=describe
            />
        }
        .into_any()
    } else {
        view! {
            <textarea
                class="input"
                id=id.clone()
                rows=rows.to_string()
                dir="auto"
                prop:value=value
                on:input=type_in
                on:change=keep
                on:scroll=scrolled
                aria-invalid=is_wrong
                aria-describedby=describe
            ></textarea>
        }
        .into_any()
    };
    view! {
        <div class="field">
            <label class="field__label" for=id>
                {label}
            </label>
            <div class="slips">{control} {underlines(value, faults, rows == 1)}</div>
            {move || {
                let rows = faults.with(|faults| listed(editor, slot, faults));
                (!rows.is_empty()).then(|| view! { <ul class="editor__faults" id=faults_id.clone()>{rows}</ul> })
            }}
        </div>
    }
    .into_any()
}

/// One of a few words.
pub(super) fn choice(
    editor: Editor,
    label: String,
    id: String,
    choices: Vec<&'static str>,
    read: impl Fn(&Script) -> usize + Send + Sync + 'static,
    write: impl Fn(&mut Script, usize) + Copy + Send + Sync + 'static,
) -> AnyView {
    let place = Memo::new(move |_| editor.read(|script| read(script)));
    let choose = move |event: leptos::ev::Event| {
        if let Ok(place) = event_target_value(&event).parse() {
            editor.change(deeds::EDIT_SCRIPT, |script| write(script, place));
        }
    };
    let choices = choices.into_iter().map(str::to_owned).collect();
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>
                {label}
            </label>
            <select class="input" id=id on:change=choose>
                {options(choices, place.into())}
            </select>
        </div>
    }
    .into_any()
}

pub(super) fn words_of<W: Word>(word: W) -> &'static str {
    word.word()
}

/// The place of a choice among all.
pub(super) fn place_of<W: PartialEq>(all: &[W], one: &W) -> usize {
    all.iter().position(|other| other == one).unwrap_or(0)
}
