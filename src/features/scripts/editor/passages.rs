//! The passages of a script, in their order, and the menu that puts fields into them.

use leptos::prelude::*;

use crate::catalogue::scripts as words;
use crate::domain::script::template::byte_after;
use crate::domain::script::{Passage, RecordField};
use crate::kit::popover::Face;
use crate::kit::{Icon, Menu, MenuItem};
use crate::state::deeds;

use super::controls::input;
use super::slot::Slot;
use super::{Editor, free_name};

/// The passages.
pub(super) fn passages(editor: Editor) -> AnyView {
    let count = Memo::new(move |_| editor.read(|script| script.passages.len()));
    let add = move |_| {
        editor.change(deeds::EDIT_SCRIPT, |script| {
            let id = free_name("passage-", |id| script.passages.iter().any(|passage| passage.id == id));
            let text = words::BLANK_PASSAGE.to_owned();
            script.passages.push(Passage { id, label: None, optional: false, text });
        });
    };
    view! {
        <section class="section stack" aria-labelledby="editor-passages">
            <div class="section__head">
                <h3 id="editor-passages">{words::PASSAGES}</h3>
            </div>
            {move || (0..count.get()).map(|place| passage(editor, place, count.get())).collect::<Vec<_>>()}
            <div>
                <button class="button" type="button" on:click=add>
                    <Icon name="plus" />
                    {words::ADD_PASSAGE}
                </button>
            </div>
        </section>
    }
    .into_any()
}

fn passage(editor: Editor, place: usize, count: usize) -> AnyView {
    let is_optional = Memo::new(move |_| {
        editor.read(|script| script.passages.get(place).is_some_and(|passage| passage.optional))
    });
    let tick = move |event: leptos::ev::Event| {
        let is_optional = event_target_checked(&event);
        editor.change(deeds::EDIT_SCRIPT, |script| {
            if let Some(passage) = script.passages.get_mut(place) {
                passage.optional = is_optional;
                if is_optional && passage.label.is_none() {
                    passage.label = Some(words::passage(place + 1));
                }
            }
        });
    };
    let swap = move |other: usize| {
        editor.change(deeds::EDIT_SCRIPT, |script| {
            if place.max(other) < script.passages.len() {
                script.passages.swap(place, other);
            }
        });
    };
    let remove = move |_| {
        editor.change(deeds::EDIT_SCRIPT, |script| {
            if place < script.passages.len() {
                script.passages.remove(place);
            }
        });
    };
    let tool = |icon: &'static str, words: String, is_off: bool, act: Callback<()>| {
        view! {
            <button
                class="button button--quiet"
                data-shape="icon"
                data-size="small"
                type="button"
                aria-label=words.clone()
                title=words
                disabled=is_off
                on:click=move |_| act.run(())
            >
                <Icon name=icon />
            </button>
        }
        .into_any()
    };
    let number = place + 1;
    view! {
        <div class="editor__part stack" data-gap="2">
            {input(editor, words::passage(number), Slot::Text(place), 4)} <div class="cluster">
                {insert_menu(editor, place)} <label class="check">
                    <input class="check__box" type="checkbox" prop:checked=move || is_optional.get() on:change=tick />
                    {words::IS_OPTIONAL}
                </label>
                <span class="push">
                    {tool(
                        "up",
                        words::passage_up(number),
                        place == 0,
                        Callback::new(move |()| swap(place.saturating_sub(1))),
                    )}
                    {tool("down", words::passage_down(number), number == count, Callback::new(move |()| swap(place + 1)))}
                    {tool("trash", words::remove_passage(number), count == 1, Callback::new(move |()| remove(())))}
                </span>
            </div> {move || is_optional.get().then(|| input(editor, words::BESIDE_BOX.to_owned(), Slot::Label(place), 1))}
        </div>
    }
    .into_any()
}

/// The menu that puts a field where the caret stands.
fn insert_menu(editor: Editor, place: usize) -> AnyView {
    let face = Face { class: "button", icon: Some("plus"), is_small: true, ..Face::WORDS };
    let label = words::INSERT_FIELD;
    let items = move || {
        let asked = editor.read(|script| {
            let asked = script.fields.iter().map(|asked| (asked.id.clone(), asked.label.clone()));
            asked.collect::<Vec<_>>()
        });
        let of_records = RecordField::ALL
            .iter()
            .map(|field| (field.name().to_owned(), words::record_field(*field).to_owned()));
        let item = |(name, label): (String, String)| {
            let words = words::field_item(&label, &name);
            view! { <MenuItem words on_pick=Callback::new(move |()| insert(editor, place, &name)) /> }
                .into_any()
        };
        let has_asked = !asked.is_empty();
        let asked: Vec<_> = asked.into_iter().map(item).collect();
        let of_records: Vec<_> = of_records.map(item).collect();
        view! {
            {asked}
            {has_asked.then(|| view! { <hr /> })}
            {of_records}
        }
        .into_any()
    };
    view! { <Menu label face>{items()}</Menu> }.into_any()
}

fn insert(editor: Editor, place: usize, name: &str) {
    let slot = Slot::Text(place);
    let field = ["{", name, "}"].concat();
    let area = text_area(slot);
    let caret = area.as_ref().and_then(|area| area.selection_end().ok().flatten());
    editor.change(deeds::EDIT_SCRIPT, |script| {
        let text = slot.read(script);
        let at = caret.and_then(|caret| usize::try_from(caret).ok());
        let at = at.map_or(text.len(), |units| byte_after(&text, units));
        let (before, after) = text.split_at_checked(at).unwrap_or((&text, ""));
        slot.write(script, [before, &field, after].concat());
    });
    if let Some(area) = area {
        let after = caret.map(|caret| caret + u32::try_from(field.len()).unwrap_or(0));
        // The text is there in the next turn; a caret that finds no place stays where it is.
        request_animation_frame(move || {
            let _ = area.focus();
            if let Some(after) = after {
                let _ = area.set_selection_range(after, after);
            }
        });
    }
}

fn text_area(slot: Slot) -> Option<web_sys::HtmlTextAreaElement> {
    use wasm_bindgen::JsCast;
    document().get_element_by_id(&slot.id())?.dyn_into().ok()
}
