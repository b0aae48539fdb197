//! The user's own scripts: made, brought in, handed out, deleted.

use leptos::prelude::*;

use crate::catalogue::scripts as words;
use crate::domain::script::check::faults;
use crate::domain::script::{Category, FORMAT, Medium, OwnScriptId, Passage, Script, Slug};
use crate::kit::file::{download, read_text};
use crate::kit::{Icon, Menu, MenuItem, popover::Face};
use crate::route::Route;
use crate::state::address::go;
use crate::state::deeds::{self, Deed};
use crate::state::notices::Offer;

use super::bench::{Bench, Known};

/// The buttons of the page: a new script, and one from a file.
#[component]
pub fn NewScript() -> impl IntoView {
    let bench = Bench::of_page();
    let refused = RwSignal::new(Vec::<String>::new());
    let input = NodeRef::<leptos::html::Input>::new();
    let new = move |_| add(bench, deeds::ADD_SCRIPT, &blank());
    let pick = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let read = move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlInputElement>| {
        let file = event.target().files().and_then(|files| files.get(0));
        // The same file can be picked again once it was put right.
        event.target().set_value("");
        let Some(file) = file else { return };
        leptos::task::spawn_local(async move {
            let text = read_text(file).await;
            refused.set(bring_in(bench, text).err().unwrap_or_default());
        });
    };
    view! {
        <div class="page__actions">
            <input
                class="visually-hidden"
                type="file"
                accept=".json,application/json"
                tabindex="-1"
                aria-label=words::IMPORT
                node_ref=input
                on:change:target=read
            />
            <button class="button button--quiet" type="button" on:click=pick>
                <Icon name="upload" />
                {words::IMPORT}
            </button>
            <button class="button" type="button" on:click=new>
                <Icon name="plus" />
                {deeds::ADD_SCRIPT.doing}
            </button>
        </div>
        {move || {
            let sentences = refused.get();
            (!sentences.is_empty()).then(|| not_brought_in(refused, sentences))
        }}
    }
}

/// Why a file was not taken, with the place of each fault.
fn not_brought_in(refused: RwSignal<Vec<String>>, sentences: Vec<String>) -> AnyView {
    view! {
        <div class="banner" data-tone="warn" role="alert">
            <Icon name="warning" />
            <div>
                <p>{words::NOT_IMPORTED}</p>
                <ul class="editor__faults">{listed(sentences)}</ul>
            </div>
            <button class="button" type="button" on:click=move |_| refused.set(Vec::new())>
                {words::DISMISS}
            </button>
        </div>
    }
    .into_any()
}

/// Sentences shown of a list of faults; more are counted.
const MOST_LISTED: usize = 20;

/// Sentences as rows, the first of them if there are very many.
pub fn listed(sentences: Vec<String>) -> Vec<AnyView> {
    let more = sentences.len().saturating_sub(MOST_LISTED);
    let first = sentences.into_iter().take(MOST_LISTED);
    let rest = (more > 0).then(|| words::and_more(more));
    first.chain(rest).map(|sentence| view! { <li dir="auto">{sentence}</li> }.into_any()).collect()
}

/// What is done with one script: kept, duplicated, changed, handed out, deleted.
pub fn actions(bench: Bench, known: &Known) -> AnyView {
    let kept = StoredValue::new(known.clone());
    let slug: Option<Slug> = known.slug.parse().ok();
    let edit = known.own.and(slug).map(|slug| {
        view! {
            <a class="button" data-size="small" href=Route::ScriptEditor(slug).href()>
                <Icon name="edit" />
                {words::EDIT}
            </a>
        }
    });
    let duplicate = move || kept.with_value(|known| add(bench, deeds::DUPLICATE_SCRIPT, &copy_of(known)));
    let duplicate_button = known.own.is_none().then(|| {
        view! {
            <button class="button" data-size="small" type="button" on:click=move |_| duplicate()>
                <Icon name="copy" />
                {words::DUPLICATE}
            </button>
        }
    });
    let is_own = known.own.is_some();
    let own = known.own;
    let more = move || {
        let delete = Callback::new(move |()| {
            if let Some(id) = own {
                delete(bench, id);
            }
        });
        view! {
            {is_own
                .then(|| {
                    view! {
                        <MenuItem
                            words=words::DUPLICATE
                            icon="copy"
                            on_pick=Callback::new(move |()| duplicate())
                        />
                    }
                })}
            <MenuItem
                words=words::EXPORT
                icon="download"
                on_pick=Callback::new(move |()| kept.with_value(|known| hand_out(bench, known)))
            />
            {is_own
                .then(|| {
                    view! {
                        <hr />
                        <MenuItem words=deeds::DELETE_SCRIPT.doing icon="trash" is_danger=true on_pick=delete />
                    }
                })}
        }
        .into_any()
    };
    view! {
        {edit}
        {duplicate_button}
        <Menu label=words::MORE face=Face::MORE>
            {more()}
        </Menu>
    }
    .into_any()
}

fn add(bench: Bench, deed: Deed, script: &Script) {
    match bench.desk.change(deed, |workspace, moment| workspace.add_script(script, moment)) {
        Ok(id) => {
            if let Ok(slug) = id.to_string().parse() {
                go(Route::ScriptEditor(slug));
            }
        }
        Err(declined) => bench.desk.say(&declined.sentence, Offer::Nothing),
    }
}

fn delete(bench: Bench, id: OwnScriptId) {
    match bench.desk.change(deeds::DELETE_SCRIPT, |workspace, _| workspace.remove_script(id)) {
        Ok(()) => go(Route::Scripts(None)),
        Err(declined) => bench.desk.say(&declined.sentence, Offer::Nothing),
    }
}

fn hand_out(bench: Bench, known: &Known) {
    let text = serde_json::to_string_pretty(&known.script).map_err(|error| error.to_string());
    let name = [known.script.id.as_str(), ".json"].concat();
    if let Err(why) = text.and_then(|text| download(&name, "application/json", &text)) {
        bench.desk.say(&why, Offer::Nothing);
    }
}

/// Takes a file as a script of the user's own; otherwise all that is wrong with it, a sentence each.
fn bring_in(bench: Bench, text: Result<String, String>) -> Result<(), Vec<String>> {
    let script = Script::read(&text.map_err(|why| vec![why])?).map_err(|why| vec![why.to_string()])?;
    let faults: Vec<String> = faults(&script).iter().map(ToString::to_string).collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    add(bench, deeds::IMPORT_SCRIPT, &script);
    Ok(())
}

/// A script to be changed, which remembers the built-in one it comes from.
fn copy_of(known: &Known) -> Script {
    let based_on =
        known.script.based_on.clone().or_else(|| known.own.is_none().then(|| known.script.id.clone()));
    Script { version: 1, based_on, title: words::copy_of(&known.script.title), ..known.script.clone() }
}

/// A script with a greeting, a middle and a name.
fn blank() -> Script {
    let passage = |id: &str, text: &str| Passage {
        id: id.to_owned(),
        label: None,
        optional: false,
        text: text.to_owned(),
    };
    let [greeting, middle, signature] = words::BLANK_PASSAGES;
    Script {
        format: FORMAT.to_owned(),
        id: "own-script".to_owned(),
        version: 1,
        based_on: None,
        title: words::BLANK_TITLE.to_owned(),
        category: Category::KeepInTouch,
        channel: Medium::Email,
        when: words::BLANK_WHEN.to_owned(),
        not_when: words::BLANK_NOT_WHEN.to_owned(),
        guardrail: None,
        sources: Vec::new(),
        subject: Some(words::BLANK_SUBJECT.to_owned()),
        fields: Vec::new(),
        passages: vec![
            passage("greeting", greeting),
            passage("middle", middle),
            passage("signature", signature),
        ],
    }
}
