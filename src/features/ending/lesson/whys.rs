//! Asking why, and naming the causes that the answers lead to.

use leptos::prelude::*;

use crate::catalogue::ending as words;
use crate::domain::Field;
use crate::domain::ending::PartId;
use crate::domain::ending::past::{causes, counted};
use crate::kit::popover::Face;
use crate::kit::{Menu, MenuItem, Tag, row_button};
use crate::state::deeds;

use super::super::line::{LineAsked, line_form};
use super::super::work::{Open, Work};

/// An answer in the words of the page.
#[derive(Clone, PartialEq)]
struct Told {
    id: PartId,
    depth: usize,
    what: String,
    cause: Option<String>,
    is_last: bool,
}

pub fn whys(work: Work) -> AnyView {
    let told = Memo::new(move |_| {
        work.with(|_, chapter| {
            let branch = |branch: &crate::domain::ending::Branch<'_>| Told {
                id: branch.id,
                depth: branch.depth,
                what: branch.why.what.to_string(),
                cause: branch.why.cause.as_ref().filter(|_| branch.is_last).map(ToString::to_string),
                is_last: branch.is_last,
            };
            chapter.branches().iter().map(branch).collect::<Vec<_>>()
        })
        .unwrap_or_default()
    });
    let ids = Memo::new(move |_| told.with(|told| told.iter().map(|one| one.id).collect::<Vec<_>>()));
    let row = move |id: PartId| {
        let one = Memo::new(move |_| told.with(|told| told.iter().find(|one| one.id == id).cloned()));
        let depth = move || one.get().map_or(0, |one| one.depth);
        let is_cause = move || one.get().is_some_and(|one| one.cause.is_some()).to_string();
        view! {
            <li style:--depth=move || depth().min(MOST_DEPTH).to_string() data-cause=is_cause>
                {move || one.get().map(|one| answer(work, &one))}
                <div class="whys__form">
                    {work.form(Open::Why(Some(id)), why_form)} {work.form(Open::Reword(id), reword_form)}
                    {work.form(Open::Cause(id), cause_form)}
                </div>
            </li>
        }
        .into_any()
    };
    let is_empty = Memo::new(move |_| ids.with(Vec::is_empty));
    view! {
        {move || is_empty.get().then(|| view! { <p class="quiet">{words::NO_WHYS}</p> })}
        <ol class="whys" hidden=move || is_empty.get()>
            <For each=move || ids.get() key=|id| *id let:id>
                {row(id)}
            </For>
        </ol>
    }
    .into_any()
}

/// Steps to the right that are drawn; deeper answers stand below each other.
const MOST_DEPTH: usize = 6;

fn answer(work: Work, one: &Told) -> AnyView {
    let id = one.id;
    let question = if one.depth == 0 { words::WHY_DID_IT_END } else { words::WHY_IS_THAT };
    let cause = one.cause.clone();
    let has_cause = cause.is_some();
    let tag = cause.map(|cause| view! { <Tag words=cause tone="accent" icon="flag" /> });
    let unname = Callback::new(move |()| {
        work.press(deeds::UNNAME_CAUSE, |partner, number, _| partner.name_cause(number, id, None));
    });
    let remove = Callback::new(move |()| {
        work.press(deeds::REMOVE_WHY, |partner, number, _| partner.remove_why(number, id));
    });
    let open = move |form| Callback::new(move |()| work.toggle(form));
    let ask_on = (!has_cause).then(|| {
        let label = words::about(words::ASK_ON, &one.what);
        row_button(words::ASK_ON, label, move || work.toggle(Open::Why(Some(id))))
    });
    let name_it = (one.is_last && !has_cause).then(|| {
        let label = words::about(words::NAME_CAUSE, &one.what);
        row_button(words::NAME_CAUSE, label, move || work.toggle(Open::Cause(id)))
    });
    view! {
        <i aria-hidden="true">{one.depth + 1}</i>
        <small>{question}</small>
        <p dir="auto">{one.what.clone()}</p>
        <div class="whys__tools">
            {tag} <span class="cluster screen-only" data-gap="1">
                {ask_on}
                {name_it}
                <Menu label=words::more_about(&one.what) face=Face::MORE>
                    <MenuItem words=deeds::REWORD_WHY.doing icon="edit" on_pick=open(Open::Reword(id)) />
                    {has_cause
                        .then(|| view! { <MenuItem words=words::NOT_A_CAUSE icon="undo" on_pick=unname /> })}
                    <MenuItem words=deeds::REMOVE_WHY.doing icon="trash" is_danger=true on_pick=remove />
                </Menu>
            </span>
        </div>
    }
    .into_any()
}

pub fn why_form(work: Work, which: Open) -> AnyView {
    let Open::Why(parent) = which else { return ().into_any() };
    let label = if parent.is_some() { words::WHY_IS_THAT } else { words::WHY_DID_IT_END };
    line_form(
        work,
        deeds::ANSWER_WHY,
        LineAsked::new(Field::What, label),
        move |partner, number, line, moment| partner.answer_why(number, parent, line, moment).map(|_| ()),
    )
}

fn reword_form(work: Work, which: Open) -> AnyView {
    let Open::Reword(id) = which else { return ().into_any() };
    let known = work.chapter.with_untracked(|chapter| {
        let whys = chapter.as_ref().map(|chapter| chapter.whys.iter());
        let found = whys.and_then(|mut whys| whys.find(|(known, _)| *known == id));
        found.map(|(_, why)| why.what.to_string()).unwrap_or_default()
    });
    line_form(
        work,
        deeds::REWORD_WHY,
        LineAsked { typed: known, ..LineAsked::new(Field::What, words::ANSWER) },
        move |partner, number, line, _| partner.reword_why(number, id, line),
    )
}

fn cause_form(work: Work, which: Open) -> AnyView {
    let Open::Cause(id) = which else { return ().into_any() };
    let used = work.desk.read_once(|workspace| {
        let counted = counted(&causes(workspace));
        counted.into_iter().map(|(cause, _)| cause).collect::<Vec<_>>()
    });
    line_form(
        work,
        deeds::NAME_CAUSE,
        LineAsked {
            hint: words::CAUSE_NAME_HINT,
            suggestions: used,
            ..LineAsked::new(Field::Tag, words::CAUSE_NAME)
        },
        move |partner, number, line, _| partner.name_cause(number, id, Some(line)),
    )
}
