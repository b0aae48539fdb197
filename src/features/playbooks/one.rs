//! One playbook: what it is for, when to use it, what it holds, and starting it.

use leptos::prelude::*;

use crate::catalogue::{Word, playbooks as words, run};
use crate::domain::checklist::{BuiltIn, Condition, Item, PartnerField, Section, Template, TemplateKey};
use crate::domain::fields::FromJson;
use crate::domain::{PartnerKind, Refusal, Stage, Workspace};
use crate::kit::popover::Face;
use crate::kit::{Icon, Menu, MenuItem};
use crate::library::checklists;
use crate::parts::gone::gone;
use crate::parts::run::StartForm;
use crate::parts::run::review::template_now;
use crate::parts::star::Star;
use crate::route::Route;
use crate::state::address::go;
use crate::state::at_hand::{AtHand, Shelf};
use crate::state::deeds::{self, Deed};
use crate::state::desk::Desk;
use crate::state::notices::Offer;

use super::editor::{Editing, Editor};
use super::file;

/// One playbook.
#[component]
pub fn PlaybookPage(
    /// Which.
    key: TemplateKey,
) -> impl IntoView {
    let desk = Desk::of_page();
    let template = Memo::new(move |_| desk.read(|workspace| template_now(workspace, key).cloned()));
    let is_starting = RwSignal::new(false);
    let is_editing = RwSignal::new(false);
    let is_there = Memo::new(move |_| template.with(Option::is_some));
    let close_start = Callback::new(move |()| is_starting.set(false));
    let close_editor = Callback::new(move |()| is_editing.set(false));
    move || {
        if !is_there.get() {
            return gone(words::GONE, words::GONE_WHY, Route::Playbooks, words::GO_TO_PLAYBOOKS);
        }
        view! {
            {move || template.get().map(|template| head(key, &template, is_starting, is_editing))}
            {move || is_starting.get().then(|| view! { <StartForm partner=None template=Some(key) on_close=close_start /> })}
            {move || match key {
                TemplateKey::Own(id) if is_editing.get() => {
                    Some(view! { <Editor editing=Editing::Own(id) on_close=close_editor /> })
                }
                _ => None,
            }}
            <div hidden=move || is_editing.get()>
                {move || template.get().map(|template| body(&template))}
            </div>
        }
        .into_any()
    }
}

fn head(
    key: TemplateKey,
    template: &Template,
    is_starting: RwSignal<bool>,
    is_editing: RwSignal<bool>,
) -> AnyView {
    let desk = Desk::of_page();
    let duplicate = Callback::new(move |()| duplicate(desk, key));
    let export = Callback::new(move |()| {
        if let Some(template) = desk.read_once(|workspace| template_now(workspace, key).cloned()) {
            file::export(desk, &template);
        }
    });
    let print = Callback::new(move |()| {
        // Where the browser does not print, nothing happens.
        let _ = window().print();
    });
    let change = move |deed: Deed, verb: fn(&mut Workspace, TemplateKey) -> Result<(), Refusal>| {
        Callback::new(move |()| {
            if let Err(declined) = desk.change(deed, |workspace, _| verb(workspace, key)) {
                desk.say(&declined.sentence, Offer::Nothing);
            }
        })
    };
    let reset_pick = change(deeds::RESET_PLAYBOOK, reset);
    let delete_pick = change(deeds::DELETE_PLAYBOOK, |workspace, key| match key {
        TemplateKey::Own(id) => workspace.remove_template(id),
        TemplateKey::BuiltIn(_) => Ok(()),
    });
    let is_own = matches!(key, TemplateKey::Own(_));
    let can_reset = is_own && template.based_on.as_deref().and_then(BuiltIn::of_id).is_some();
    let kind = if is_own { words::IS_OWN } else { words::BUILT_IN };
    let edit_or_copy = if is_own {
        view! {
            <button class="button" type="button" on:click=move |_| is_editing.set(true)>
                <Icon name="edit" />
                {words::EDIT}
            </button>
        }
        .into_any()
    } else {
        view! {
            <button class="button" type="button" on:click=move |_| duplicate.run(())>
                <Icon name="copy" />
                {words::DUPLICATE}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="page__head">
            <div>
                <h1 tabindex="-1">
                    <bdi>{template.title.clone()}</bdi>
                </h1>
                <p class="page__lede" dir="auto">
                    {template.purpose.clone()}
                </p>
                <p class="page__lede">
                    {[kind, words::version(template.version).as_str(), &words::items(template.items().count())].join(" · ")}
                </p>
            </div>
            <div class="page__actions screen-only">
                <button class="button button--primary" type="button" on:click=move |_| is_starting.set(true)>
                    <Icon name="check" />
                    {words::START}
                </button>
                {edit_or_copy}
                <Star at_hand=AtHand::on(desk, Shelf::Playbooks) name=key.to_string() />
                <Menu label=words::MORE face=Face { is_small: false, ..Face::MORE }>
                    {is_own
                        .then(|| view! { <MenuItem words=words::DUPLICATE icon="copy" on_pick=duplicate /> })}
                    <MenuItem words=words::EXPORT icon="download" on_pick=export />
                    <MenuItem words=words::PRINT icon="print" on_pick=print />
                    {can_reset
                        .then(|| {
                            view! { <MenuItem words=deeds::RESET_PLAYBOOK.doing icon="undo" on_pick=reset_pick /> }
                        })}
                    {is_own
                        .then(|| {
                            view! {
                                <MenuItem
                                    words=deeds::DELETE_PLAYBOOK.doing
                                    icon="trash"
                                    is_danger=true
                                    on_pick=delete_pick
                                />
                            }
                        })}
                </Menu>
            </div>
        </div>
    }
    .into_any()
}

fn duplicate(desk: Desk, key: TemplateKey) {
    let added = desk.change(deeds::ADD_PLAYBOOK, |workspace, moment| {
        let template = template_now(workspace, key).ok_or(Refusal::Gone { what: "This playbook" })?;
        // A title has its length; a long one keeps itself.
        let title = Some(words::copy_of(&template.title)).filter(|title| title.chars().count() <= 80);
        let copy = template.duplicate(title.unwrap_or_else(|| template.title.clone()));
        Ok(workspace.add_template(copy, moment))
    });
    match added {
        Ok(id) => {
            go(Route::Playbook(TemplateKey::Own(id)));
        }
        Err(declined) => desk.say(&declined.sentence, Offer::Nothing),
    }
}

fn reset(workspace: &mut Workspace, key: TemplateKey) -> Result<(), Refusal> {
    let TemplateKey::Own(id) = key else { return Ok(()) };
    let gone = Refusal::Gone { what: "This playbook" };
    let own = workspace.templates.get(&id).ok_or(gone.clone())?;
    let built_in = own.based_on.as_deref().and_then(BuiltIn::of_id).and_then(checklists::template);
    let reset = own.reset_to(built_in.ok_or(gone)?);
    workspace.edit_template(id, reset)
}

fn body(template: &Template) -> AnyView {
    let sources: Vec<&str> = template.sources.iter().map(|source| words::source(*source)).collect();
    let asks: Vec<_> = template
        .questions
        .iter()
        .map(|question| {
            let answers: Vec<&str> = question.answers.iter().map(|answer| answer.text.as_str()).collect();
            view! { <li dir="auto">{question.text.clone()} " " <span class="quiet">{answers.join(", ")}</span></li> }
        })
        .collect();
    let asks = (!asks.is_empty()).then(|| view! { <dt>{words::ASKS}</dt> <dd><ul>{asks}</ul></dd> });
    let recurs = template.recurs.map(|recurs| view! { " " {run::recurs(recurs)} "." });
    let sections: Vec<_> = template.sections.iter().map(|section| section_view(template, section)).collect();
    let sources = (!sources.is_empty()).then(|| {
        view! {
            <dt>{words::SOURCES}</dt>
            <dd>{sources.join("; ")}</dd>
        }
    });
    view! {
        <div class="stack" data-gap="6">
            <dl class="facts playbook__facts">
                <dt>{words::WHEN}</dt>
                <dd dir="auto">{template.when.clone()}</dd>
                <dt>{words::NOT_WHEN}</dt>
                <dd dir="auto">{template.not_when.clone()}</dd>
                <dt>{words::DAYS_OF}</dt>
                <dd>{words::counted_from(&template.anchor)} {recurs}</dd>
                {asks}
                {sources}
            </dl>
            {sections}
        </div>
    }
    .into_any()
}

fn section_view(template: &Template, section: &Section) -> AnyView {
    let items: Vec<_> = section.items.iter().map(|item| item_view(template, item)).collect();
    view! {
        <section class="section">
            <div class="section__head">
                <h2>
                    <bdi>{section.title.clone()}</bdi>
                </h2>
            </div>
            <ol class="checklist">{items}</ol>
        </section>
    }
    .into_any()
}

fn item_view(template: &Template, item: &Item) -> AnyView {
    let conditions = item.only_if.iter().map(|condition| condition_words(template, condition));
    let conditions: Vec<_> =
        conditions.map(|words| view! { <p class="quiet" dir="auto">{words}</p> }).collect();
    let must = run::evidence(item.evidence).or((!item.required).then_some(run::OPTIONAL));
    view! {
        <li class="checklist__item" data-state="open">
            <span class="checklist__mark"></span>
            <div class="checklist__title">
                <bdi>{item.text.clone()}</bdi>
                {must.map(|must| view! { " " <span class="checklist__must">{must}</span> })}
            </div>
            <span class="checklist__when">{words::due(item.due, item.due_on)}</span>
            <div class="checklist__more">
                <p dir="auto">{item.help.clone()}</p>
                {conditions}
            </div>
        </li>
    }
    .into_any()
}

/// A condition in words.
fn condition_words(template: &Template, condition: &Condition) -> String {
    let question = condition.question.as_deref().and_then(|id| template.question(id));
    let (what, answers): (String, Vec<String>) = match (question, condition.partner) {
        (Some(question), _) => {
            let chosen = question.answers.iter().filter(|answer| condition.is_one_of.contains(&answer.id));
            (question.text.clone(), chosen.map(|answer| answer.text.clone()).collect())
        }
        (None, Some(field)) => {
            let answers = condition.is_one_of.iter().map(|word| trait_word(field, word)).collect();
            (words::partner_field(field).to_owned(), answers)
        }
        (None, None) => (String::new(), Vec::new()),
    };
    words::only_if(what.trim_end_matches('?'), &answers.join(words::OR))
}

/// A value of a field of the partner, as the page names it.
pub fn trait_word(field: PartnerField, word: &str) -> String {
    let quoted = format!("\"{word}\"");
    match field {
        PartnerField::Kind => {
            PartnerKind::from_json(&quoted).map_or(word.to_owned(), |kind| kind.word().to_owned())
        }
        PartnerField::Stage => {
            Stage::from_json(&quoted).map_or(word.to_owned(), |stage| stage.word().to_owned())
        }
        PartnerField::Tier => word.to_owned(),
    }
}
