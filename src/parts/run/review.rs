//! What changed in the template since a run copied it, and taking it over.

use leptos::prelude::*;

use crate::catalogue::run as words;
use crate::domain::Workspace;
use crate::domain::checklist::differences::differences;
use crate::domain::checklist::{Difference, Differs, Template, TemplateKey};
use crate::kit::Icon;
use crate::library::checklists;
use crate::state::deeds;
use crate::state::desk::Desk;

use super::told::RunOf;

/// What a template says now.
pub fn template_now(workspace: &Workspace, key: TemplateKey) -> Option<&Template> {
    match key {
        TemplateKey::BuiltIn(one) => checklists::template(one),
        TemplateKey::Own(id) => workspace.templates.get(&id),
    }
}

/// One difference in the words of both.
#[derive(Clone, PartialEq)]
struct Told {
    difference: Difference,
    here: Option<(String, String)>,
    now: Option<(String, String)>,
}

/// The differences, behind a button; nothing when there are none or the run is finished.
#[component]
pub fn Review(
    /// Which run.
    run: RunOf,
) -> impl IntoView {
    let desk = Desk::of_page();
    let told = Memo::new(move |_| {
        let today = desk.today();
        desk.read(|workspace| {
            run.read(workspace, today, |sheet| {
                if sheet.run.finished_on.is_some() {
                    return Vec::new();
                }
                let now = TemplateKey::read(&sheet.run.template).and_then(|key| template_now(workspace, key));
                let Some(now) = now else { return Vec::new() };
                let says = |template: &Template, id: &str| {
                    template.item(id).map(|item| (item.text.clone(), item.help.clone()))
                };
                let tell = |difference: Difference| Told {
                    here: says(sheet.template, &difference.item),
                    now: says(now, &difference.item),
                    difference,
                };
                differences(sheet.template, now).into_iter().map(tell).collect()
            })
            .unwrap_or_default()
        })
    });
    let is_none = Memo::new(move |_| told.with(Vec::is_empty));
    move || {
        (!is_none.get()).then(|| {
            view! {
                <div class="banner screen-only" data-tone="info">
                    <Icon name="info" />
                    <div class="stack" data-gap="2">
                        <p>
                            <strong>{words::REVIEW}</strong>
                            " "
                            {words::REVIEW_WHY}
                        </p>
                        <details class="disclosure">
                            <summary>
                                <Icon name="chevron-right" size="s" />
                                {move || words::review(told.with(Vec::len))}
                            </summary>
                            <ul class="differences">
                                {move || told.get().into_iter().map(|told| row(run, told)).collect::<Vec<_>>()}
                            </ul>
                        </details>
                    </div>
                </div>
            }
        })
    }
}

fn row(run: RunOf, told: Told) -> AnyView {
    let Told { difference, here, now } = told;
    let differs = difference.differs;
    let name = now.as_ref().or(here.as_ref()).map(|(text, _)| text.clone()).unwrap_or_default();
    let side = |label: &'static str, said: Option<(String, String)>| {
        said.map(|(text, help)| {
            view! {
                <dt>{label}</dt>
                <dd dir="auto">{text} <br /> <small>{help}</small></dd>
            }
        })
    };
    let both = (differs == Differs::Reworded).then(|| {
        view! {
            <dl class="facts">
                {side(words::HERE, here)}
                {side(words::NOW, now)}
            </dl>
        }
    });
    let label = words::about(words::TAKE_OVER, &name);
    let desk = Desk::of_page();
    let take = move |_| {
        let taken = desk.change(deeds::TAKE_OVER, |workspace, _| {
            let key = workspace.runs(run.home).and_then(|runs| runs.runs.get(&run.id));
            let key = key.and_then(|run| TemplateKey::read(&run.template));
            let now = key.and_then(|key| template_now(workspace, key)).cloned();
            let now = now.ok_or(crate::domain::Refusal::Gone { what: "This playbook" })?;
            workspace.runs_mut(run.home)?.take_over(run.id, &now, &difference)
        });
        if let Err(declined) = taken {
            desk.say(&declined.sentence, crate::state::notices::Offer::Nothing);
        }
    };
    view! {
        <li class="stack" data-gap="1">
            <p class="cluster">
                <span class="tag">{words::differs(differs)}</span>
                <bdi>{name}</bdi>
                <button
                    class="button push"
                    data-size="small"
                    type="button"
                    aria-label=label
                    on:click=take
                >
                    {words::TAKE_OVER}
                </button>
            </p>
            {both}
        </li>
    }
    .into_any()
}
