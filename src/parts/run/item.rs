//! One item of a run, and what can be done with it.

use leptos::prelude::*;

use crate::catalogue::run as words;
use crate::domain::checklist::{EvidenceKind, MarkState};
use crate::kit::popover::Face;
use crate::kit::{ChecklistItem, Evidence, Icon, Menu, MenuItem};
use crate::state::deeds;
use crate::state::desk::Desk;

use super::deed::press;
use super::item_form::{Asking, ItemForm};
use super::told::{Line, RunOf, ToldItem, tell_item};

/// One item. Shows nothing once it does not apply any more.
#[component]
pub fn RunItem(
    /// The run.
    run: RunOf,
    /// The item, by its id.
    #[prop(into)]
    item: String,
    /// Which form of which item is open; one at a time, so that nothing typed is out of sight.
    open: RwSignal<Option<(String, Asking)>>,
) -> impl IntoView {
    let desk = Desk::of_page();
    let item = StoredValue::new(item);
    let told = Memo::new(move |_| {
        item.with_value(|item| {
            let tell = |sheet: crate::domain::checklist::Sheet<'_>, today| {
                Some(tell_item(sheet.standing(item)?, today, sheet.run.finished_on.is_some()))
            };
            run.follow(desk, tell).flatten()
        })
    });
    let ask = Callback::new(move |asking: Asking| open.set(Some((item.get_value(), asking))));
    let asking = Memo::new(move |_| {
        open.with(|open| {
            let (asked, asking) = open.as_ref()?;
            item.with_value(|item| item == asked).then_some(*asking)
        })
    });
    let on_close = Callback::new(move |()| open.set(None));
    let finish = Callback::new(move |()| {
        if told.with_untracked(|told| told.as_ref().is_some_and(|told| told.evidence != EvidenceKind::None)) {
            return ask.run(Asking::Evidence);
        }
        let by = desk.read_once(|workspace| workspace.settings.own_name.clone());
        press(desk, deeds::FINISH_ITEM, run.home, |runs, today| {
            let state = MarkState::Done { on: today, by, evidence: None };
            item.with_value(|item| runs.set_state(run.id, item, state, today))
        });
    });
    let reopen = Callback::new(move |()| {
        press(desk, deeds::REOPEN_ITEM, run.home, |runs, today| {
            item.with_value(|item| runs.set_state(run.id, item, MarkState::Open, today))
        });
    });
    view! {
        {move || told.get().map(|told| view_of(told, finish, reopen, ask))}
        {move || {
            asking
                .get()
                .zip(told.with_untracked(Clone::clone))
                .map(|(asking, told)| {
                    let item = item.get_value();
                    view! {
                        <li class="checklist__form">
                            <ItemForm run item told asking on_close />
                        </li>
                    }
                })
        }}
    }
}

fn view_of(
    told: ToldItem,
    finish: Callback<()>,
    reopen: Callback<()>,
    ask: Callback<Asking>,
) -> impl IntoView {
    let ToldItem { text, help, evidence, look, word, when, must, lines, is_open, .. } = told;
    let lines: Vec<_> = lines.into_iter().map(line).collect();
    let needs = is_open && evidence != EvidenceKind::None;
    let add = needs.then(|| {
        view! {
            <button
                class="button"
                data-size="small"
                type="button"
                aria-label=words::about(words::ADD_EVIDENCE, &text)
                on:click=move |_| ask.run(Asking::Evidence)
            >
                {words::ADD_EVIDENCE}
            </button>
        }
    });
    let is_closed = word == words::IS_DONE || word == words::DOES_NOT_APPLY;
    let menu = view! {
        <Menu label=words::more_about(&text) face=Face::MORE>
            {if is_closed {
                view! { <MenuItem words=words::OPEN_AGAIN icon="undo" on_pick=reopen /> }.into_any()
            } else {
                let pick = move |asking| Callback::new(move |()| ask.run(asking));
                view! {
                    <MenuItem words=words::NOT_APPLICABLE icon="level" on_pick=pick(Asking::WhyNot) />
                    <MenuItem words=words::WAITING icon="pause" on_pick=pick(Asking::WaitsFor) />
                    <MenuItem words=words::OTHER_DAY icon="calendar" on_pick=pick(Asking::Due) />
                }
                    .into_any()
            }}
            <MenuItem words=words::NOTE icon="edit" on_pick=Callback::new(move |()| ask.run(Asking::Note)) />
        </Menu>
    };
    let on_finish = is_open.then_some(finish);
    view! {
        <ChecklistItem state=look word title=text when must on_finish>
            {lines}
            <div class="checklist__tools screen-only">
                <details class="disclosure">
                    <summary>
                        <Icon name="chevron-right" size="s" />
                        {words::HOW}
                    </summary>
                    <p dir="auto">{help}</p>
                </details>
                <div class="checklist__deeds">{add} {menu}</div>
            </div>
        </ChecklistItem>
    }
}

fn line(line: Line) -> AnyView {
    match line {
        Line::Words(words) => view! { <p dir="auto">{words}</p> }.into_any(),
        Line::Evidence(words) => view! { <Evidence words /> }.into_any(),
        Line::Link(address) => {
            let href = address.clone();
            view! {
                <p class="evidence">
                    <Icon name="link" />
                    <a href=href target="_blank" rel="noopener noreferrer">
                        <bdi>{address}</bdi>
                    </a>
                </p>
            }
            .into_any()
        }
    }
}
