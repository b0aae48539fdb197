//! Tables, tabs, items, panels, checklists.

use leptos::prelude::*;

use crate::catalogue::components as words;
use crate::kit::checklist::ItemState;
use crate::kit::tabs::Tab;
use crate::kit::{ChecklistItem, Evidence, Icon, Tabs};
use crate::route::Route;

use super::part;

/// Tabs and a table.
pub fn table() -> AnyView {
    let tabs = words::TAB_NAMES
        .into_iter()
        .zip([14_usize, 5, 3])
        .map(|(label, count)| Tab { href: Route::Kit.href(), label, count: Some(Signal::stored(count)) })
        .collect();
    let [date, what, partner, points] = words::TABLE_HEADINGS;
    let rows: Vec<_> = words::TABLE_ROWS
        .into_iter()
        .enumerate()
        .map(|(place, [date, what, partner, points])| {
            view! {
                <tr aria-selected=(place == 1).then_some("true")>
                    <td>{date}</td>
                    <td>{what}</td>
                    <td>{partner}</td>
                    <td class="is-number">{points}</td>
                </tr>
            }
        })
        .collect();
    let (total, sum) = words::TABLE_TOTAL;
    let specimens = view! {
        <Tabs label=words::TABS tabs here=Signal::stored(0_usize) />
        <div class="table-scroll" tabindex="0" role="region" aria-label=words::EXAMPLE_TABLE>
            <table class="table" data-hover="">
                <caption>{words::TABLE_CAPTION}</caption>
                <thead>
                    <tr>
                        <th scope="col" aria-sort="descending">
                            {sort_button(date)}
                        </th>
                        <th scope="col">{what}</th>
                        <th scope="col">{sort_button(partner)}</th>
                        <th scope="col" class="is-number">
                            {points}
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <td>{total}</td>
                        <td></td>
                        <td></td>
                        <td class="is-number">{sum}</td>
                    </tr>
                </tfoot>
            </table>
        </div>
    };
    part(words::TABLE, specimens.into_any())
}

fn sort_button(heading: &'static str) -> AnyView {
    view! {
        <button class="table__sort" type="button">
            {heading}
            <Icon name="down" />
        </button>
    }
    .into_any()
}

/// Items in a section, a panel with facts, a disclosure.
pub fn items() -> AnyView {
    let items: Vec<_> = words::ITEMS
        .into_iter()
        .map(|(side, title, meta, when, urgency)| {
            let lead = if side == "ours" {
                view! {
                    <label class="tick-target">
                        <input class="tick" type="checkbox" aria-label=words::MARK_DONE />
                    </label>
                }
                .into_any()
            } else {
                view! { <span class="item__lead"><Icon name=side /></span> }.into_any()
            };
            view! {
                <li class="item">
                    {lead} <div class="item__body">
                        <p class="item__title">{title}</p>
                        <p class="item__meta">
                            <span>{meta}</span>
                        </p>
                    </div> <span class="item__when" data-when=urgency>
                        {when}
                    </span>
                </li>
            }
        })
        .collect();
    let facts: Vec<_> = words::FACTS
        .into_iter()
        .map(|(name, value)| {
            view! {
                <div>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                </div>
            }
        })
        .collect();
    let (heading, count) = words::PROMISES;
    let (title, body, answer) = words::PANEL;
    let (summary, more) = words::DISCLOSURE;
    let specimens = view! {
        <div class="columns" style:--column-min="20rem">
            <section class="section">
                <div class="section__head">
                    <h3>{heading}</h3>
                    <span class="count">{count}</span>
                    <span class="section__note">{words::PROMISES_NOTE}</span>
                </div>
                <ul class="items">{items}</ul>
            </section>
            <div class="panel">
                <div class="panel__head">
                    <h3>{title}</h3>
                </div>
                <div class="panel__body stack">
                    <p>{body}</p>
                    <dl class="facts">{facts}</dl>
                    <details class="disclosure">
                        <summary>
                            <Icon name="chevron-right" size="s" />
                            {summary}
                        </summary>
                        <p>{more}</p>
                    </details>
                </div>
                <div class="panel__foot">
                    <button class="button" type="button">
                        {answer}
                    </button>
                </div>
            </div>
        </div>
    };
    part(words::ITEM, specimens.into_any())
}

/// Items of a checklist. The open one can be finished and opened again.
pub fn checklist() -> AnyView {
    let [open, done, overdue, blocked, not_applicable] = words::CHECKLIST_ITEMS;
    let specimens = view! {
        <div class="panel">
            <ul class="checklist panel__body">
                <ChecklistItem state=ItemState::Open title=open.0 when=open.1 word=open.2 on_finish=still() />
                <ChecklistItem
                    state=ItemState::Done
                    title=done.0
                    when=done.1
                    word=done.2
                    must=Some(words::EVIDENCE_KEPT)
                >
                    <Evidence words=words::EVIDENCE />
                </ChecklistItem>
                <ChecklistItem
                    state=ItemState::Overdue
                    title=overdue.0
                    when=overdue.1
                    word=overdue.2
                    must=Some(words::EVIDENCE_NEEDED)
                    on_finish=still()
                >
                    <Evidence words=words::EVIDENCE_MISSING is_missing=true />
                    <div class="cluster">
                        <button class="button" data-size="small" type="button">
                            {words::ADD_EVIDENCE}
                        </button>
                    </div>
                </ChecklistItem>
                <ChecklistItem state=ItemState::Blocked title=blocked.0 when=blocked.1 word=blocked.2>
                    <p>{words::BLOCKED_BY}</p>
                </ChecklistItem>
                <ChecklistItem
                    state=ItemState::NotApplicable
                    title=not_applicable.0
                    when=not_applicable.1
                    word=not_applicable.2
                >
                    <p>{words::NOT_APPLICABLE_WHY}</p>
                </ChecklistItem>
            </ul>
        </div>
    };
    part(words::CHECKLIST, specimens.into_any())
}

/// A specimen finishes nothing.
fn still() -> Option<Callback<()>> {
    Some(Callback::new(|()| {}))
}
