//! Changing an own script. What is typed is kept when a field is left, with whatever is wrong in it: faults are listed
//! beside what they concern, and keep the script from being copied until they are put right.

mod asked;
mod controls;
mod passages;
mod slips;
mod slot;

use leptos::prelude::*;

use crate::catalogue::scripts as words;
use crate::domain::Refusal;
use crate::domain::script::check::faults;
use crate::domain::script::{Category, Fault, Medium, OwnScriptId, Script};
use crate::kit::Icon;
use crate::library::scripts::built_in;
use crate::route::Route;
use crate::state::deeds::{self, Deed};
use crate::state::notices::Offer;

use super::bench::{Bench, Known};
use super::compose::Work;
use super::fields::{contact_field, partner_field};
use super::sheet::shown;
use asked::fields;
use controls::{choice, input, place_of, words_of};
use passages::passages;
use slot::Slot;

/// What is being typed.
#[derive(Clone, PartialEq)]
struct Typing {
    script: OwnScriptId,
    slot: Slot,
    text: String,
}

/// The editor. A copy is a pointer to the same.
#[derive(Clone, Copy)]
struct Editor {
    bench: Bench,
    known: Memo<Option<Known>>,
    /// What is being typed and not kept yet, and in which script.
    typing: RwSignal<Option<Typing>>,
    /// The script with what is being typed.
    draft: Memo<Option<Known>>,
    faults: Memo<Vec<Fault>>,
    /// Why the last change was not kept.
    refused: RwSignal<Option<String>>,
}

impl Editor {
    fn read<T: Default>(self, read: impl FnOnce(&Script) -> T) -> T {
        self.draft.with(|draft| draft.as_ref().map(|known| read(&known.script)).unwrap_or_default())
    }

    /// Takes what is being typed, and keeps what was typed elsewhere before.
    fn type_in(self, slot: Slot, text: String) {
        let is_elsewhere =
            |typing: &Option<Typing>| typing.as_ref().is_some_and(|typing| typing.slot != slot);
        if self.typing.with_untracked(is_elsewhere) {
            self.keep();
        }
        let script = self.known.with_untracked(|known| known.as_ref().and_then(|known| known.own));
        self.typing.set(script.map(|script| Typing { script, slot, text }));
    }

    /// Keeps what is being typed.
    fn keep(self) {
        // A control that left the page with its focus tells of it when the signals are gone.
        if self.typing.try_with_untracked(Option::is_some).unwrap_or_default() {
            self.change(deeds::EDIT_SCRIPT, |_| {});
        }
    }

    /// Keeps what was being typed when the page goes elsewhere: by then the address names another script.
    fn keep_at_last(self) {
        let Some(Typing { script: id, slot, text }) = self.typing.get_untracked() else { return };
        let kept = self.bench.desk.change(deeds::EDIT_SCRIPT, |workspace, _| {
            let mut script = workspace.own_script(id).ok_or(Refusal::Gone { what: "This script" })?;
            slot.write(&mut script, text);
            workspace.change_script(id, &script)
        });
        if let Err(declined) = kept {
            self.bench.desk.say(&words::not_kept(&declined.sentence), Offer::Nothing);
        }
    }

    /// Changes the script, and keeps what is being typed with it. When that is declined, it stays typed.
    fn change(self, deed: Deed, change: impl FnOnce(&mut Script)) {
        let Some(Known { own: Some(id), mut script, .. }) = self.draft.get_untracked() else { return };
        change(&mut script);
        self.store(deed, id, &script);
    }

    fn store(self, deed: Deed, id: OwnScriptId, script: &Script) {
        match self.bench.desk.change(deed, |workspace, _| workspace.change_script(id, script)) {
            Ok(()) => {
                self.refused.set(None);
                self.typing.set(None);
            }
            Err(declined) => self.refused.set(Some(declined.sentence)),
        }
    }
}

/// Changes an own script.
#[component]
pub fn ScriptEditor(known: Memo<Option<Known>>) -> impl IntoView {
    let bench = Bench::of_page();
    let typing = RwSignal::new(None::<Typing>);
    let draft = Memo::new(move |_| {
        let mut draft = known.get()?;
        if let Some(Typing { script, slot, text }) = typing.get()
            && draft.own == Some(script)
        {
            slot.write(&mut draft.script, text);
        }
        Some(draft)
    });
    let faults = Memo::new(move |_| {
        draft.with(|draft| draft.as_ref().map(|known| faults(&known.script)).unwrap_or_default())
    });
    let editor = Editor { bench, known, typing, draft, faults, refused: RwSignal::new(None) };
    on_cleanup(move || editor.keep_at_last());
    view! {
        <article class="stack" data-gap="6">
            {head(editor)} <div class="compose" data-part="editor">
                <div class="editor stack" data-gap="6" role="group" aria-label=words::EDITOR>
                    {basics(editor)} {passages(editor)} {fields(editor)}
                </div>
                {preview(editor)}
            </div>
        </article>
    }
}

fn head(editor: Editor) -> AnyView {
    let slug = move || editor.known.with(|known| known.as_ref().and_then(|known| known.slug.parse().ok()));
    let based_on =
        Memo::new(move |_| editor.read(|script| script.based_on.clone().filter(|id| built_in(id).is_some())));
    let reset = move |_| {
        let Some(origin) = based_on.get_untracked().and_then(|id| built_in(&id)) else { return };
        editor.change(deeds::RESET_SCRIPT, |script| {
            let based_on = Some(origin.id.clone());
            *script = Script { based_on, version: script.version, ..origin };
        });
    };
    view! {
        <header class="compose__head">
            <div class="stack" data-gap="2">
                <h2>
                    <bdi>{move || words::title_of(&editor.read(|script| script.title.clone())).to_owned()}</bdi>
                </h2>
                <p>{words::EDITOR_WHY}</p>
                <p class="compose__why" role="status">
                    {move || {
                        let count = editor.faults.with(Vec::len);
                        (count > 0)
                            .then(|| {
                                view! {
                                    <Icon name="warning" />
                                    <span>{words::faults_listed(count)}</span>
                                }
                            })
                    }}
                </p>
                {move || {
                    editor
                        .refused
                        .get()
                        .map(|sentence| {
                            view! {
                                <p class="field__error" role="alert">
                                    <Icon name="warning" />
                                    <span>{words::not_kept(&sentence)}</span>
                                </p>
                            }
                        })
                }}
            </div>
            <div class="cluster push">
                {move || {
                    based_on
                        .get()
                        .map(|_| {
                            view! {
                                <button class="button" data-size="small" type="button" on:click=reset>
                                    <Icon name="undo" />
                                    {deeds::RESET_SCRIPT.doing}
                                </button>
                            }
                        })
                }}
                {move || {
                    slug()
                        .map(|slug| {
                            view! {
                                <a
                                    class="button button--primary"
                                    data-size="small"
                                    href=Route::Script(slug, editor.bench.preview.get()).href()
                                >
                                    <Icon name="check" />
                                    {words::DONE}
                                </a>
                            }
                        })
                }}
            </div>
        </header>
    }
    .into_any()
}

fn basics(editor: Editor) -> AnyView {
    let category = |script: &Script| place_of(&Category::ALL, &script.category);
    let set_category = |script: &mut Script, place: usize| {
        script.category = Category::ALL.get(place).copied().unwrap_or(script.category);
    };
    let channel = |script: &Script| place_of(&Medium::ALL, &script.channel);
    let set_channel = |script: &mut Script, place: usize| {
        script.channel = Medium::ALL.get(place).copied().unwrap_or(script.channel);
        // Only a mail has a subject; one that was typed is taken along when it becomes a mail again by undo.
        let is_mail = script.channel == Medium::Email;
        script.subject =
            is_mail.then(|| script.subject.take().unwrap_or_else(|| words::BLANK_SUBJECT.to_owned()));
    };
    let is_mail = Memo::new(move |_| editor.read(|script| script.channel == Medium::Email));
    view! {
        <div class="stack">
            {input(editor, words::TITLE.to_owned(), Slot::Title, 1)} <div class="columns">
                {choice(editor, words::CATEGORY.to_owned(), "editor-category".to_owned(), Category::ALL.map(words_of).to_vec(), category, set_category)}
                {choice(editor, words::MEDIUM.to_owned(), "editor-channel".to_owned(), Medium::ALL.map(words_of).to_vec(), channel, set_channel)}
            </div> {input(editor, words::WHEN.to_owned(), Slot::When, 3)}
            {input(editor, words::NOT_WHEN.to_owned(), Slot::NotWhen, 3)}
            {input(editor, words::GUARDRAIL.to_owned(), Slot::Guardrail, 2)}
            {move || is_mail.get().then(|| input(editor, words::SUBJECT.to_owned(), Slot::Subject, 1))}
        </div>
    }
    .into_any()
}

/// A name that is not taken: the beginning with the first number that is free.
fn free_name(beginning: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let names = (1_u32..).map(|number| format!("{beginning}{number}"));
    names.into_iter().find(|name| !is_taken(name)).unwrap_or_default()
}

/// The script as a partner would read it, with every optional passage.
fn preview(editor: Editor) -> AnyView {
    let bench = editor.bench;
    let whose = Memo::new(move |_| bench.whose());
    let letter = Memo::new(move |_| {
        editor.draft.with(|draft| {
            draft.as_ref().map(|known| bench.letter_with(known, whose.get(), &|_| true)).unwrap_or_default()
        })
    });
    let work = Work { bench, known: editor.draft, whose, letter };
    view! {
        <section class="compose__sheet stack" aria-label=words::PREVIEW>
            <h3 class="field__label">{words::PREVIEW}</h3>
            {partner_field(work)}
            {contact_field(work)}
            {move || shown(work)}
        </section>
    }
    .into_any()
}
