//! The fields a script asks for.

use leptos::prelude::*;

use crate::catalogue::scripts as words;
use crate::domain::script::{Asked, FieldKind, Script};
use crate::kit::Icon;
use crate::state::deeds;

use super::controls::{choice, input, place_of, words_of};
use super::slot::Slot;
use super::{Editor, free_name};

/// The fields.
pub(super) fn fields(editor: Editor) -> AnyView {
    let count = Memo::new(move |_| editor.read(|script| script.fields.len()));
    let add = move |_| {
        editor.change(deeds::EDIT_SCRIPT, |script| {
            let id = free_name("field_", |id| script.asked(id).is_some());
            let label = words::BLANK_FIELD.to_owned();
            script.fields.push(Asked { id, label, kind: FieldKind::Line, help: None, personal: false });
        });
    };
    view! {
        <section class="section stack" aria-labelledby="editor-fields">
            <div class="section__head">
                <h3 id="editor-fields">{words::ASKED_FIELDS}</h3>
            </div>
            <p class="soft">{words::ASKED_FIELDS_WHY}</p>
            {move || (0..count.get()).map(|place| asked_field(editor, place)).collect::<Vec<_>>()}
            <div>
                <button class="button" type="button" on:click=add>
                    <Icon name="plus" />
                    {words::ADD_FIELD}
                </button>
            </div>
        </section>
    }
    .into_any()
}

fn asked_field(editor: Editor, place: usize) -> AnyView {
    let kind = move |script: &Script| {
        script.fields.get(place).map_or(0, |asked| place_of(&FieldKind::ALL, &asked.kind))
    };
    let set_kind = move |script: &mut Script, chosen: usize| {
        if let (Some(asked), Some(kind)) = (script.fields.get_mut(place), FieldKind::ALL.get(chosen)) {
            asked.kind = *kind;
        }
    };
    let is_personal = Memo::new(move |_| {
        editor.read(|script| script.fields.get(place).is_some_and(|asked| asked.personal))
    });
    let tick = move |event: leptos::ev::Event| {
        let personal = event_target_checked(&event);
        editor.change(deeds::EDIT_SCRIPT, |script| {
            if let Some(asked) = script.fields.get_mut(place) {
                asked.personal = personal;
            }
        });
    };
    let remove = move |_| {
        editor.change(deeds::EDIT_SCRIPT, |script| {
            if place < script.fields.len() {
                script.fields.remove(place);
            }
        });
    };
    let number = place + 1;
    view! {
        <div class="editor__part stack" data-gap="2" role="group" aria-label=words::field(number)>
            <div class="columns">
                {input(editor, words::FIELD_LABEL.to_owned(), Slot::FieldLabel(place), 1)}
                {input(editor, words::FIELD_NAME.to_owned(), Slot::FieldName(place), 1)}
                {choice(
                    editor,
                    words::FIELD_KIND.to_owned(),
                    ["editor-kind-", &place.to_string()].concat(),
                    FieldKind::ALL.map(words_of).to_vec(),
                    kind,
                    set_kind,
                )}
            </div> {input(editor, words::FIELD_HELP.to_owned(), Slot::FieldHelp(place), 1)} <div class="cluster">
                <label class="check">
                    <input class="check__box" type="checkbox" prop:checked=move || is_personal.get() on:change=tick />
                    {words::IS_PERSONAL}
                </label>
                <button
                    class="button button--quiet push"
                    data-shape="icon"
                    data-size="small"
                    type="button"
                    aria-label=words::remove_field(number)
                    title=words::remove_field(number)
                    on:click=remove
                >
                    <Icon name="trash" />
                </button>
            </div>
        </div>
    }
    .into_any()
}
