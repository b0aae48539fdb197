//! The fourth step: what would happen to each row, decided where somebody has to, and done.

use leptos::prelude::*;

use crate::catalogue::import as words;
use crate::errands::messages::Becomes;
use crate::interchange::import::plan::{Change, Choice, Outcome, PlannedRow};
use crate::interchange::import::{Complaint, Totals};
use crate::kit::{Icon, Meter, Tag};

use super::bench::{Bench, Progress, Work, count_of};
use super::choose::waiting;
use super::columns::{Label, choice};
use super::{carry, labels};

/// Ways to look at the rows.
const LOOKS: [Option<Becomes>; 6] = [
    None,
    Some(Becomes::Create),
    Some(Becomes::Update),
    Some(Becomes::Ask),
    Some(Becomes::Skip),
    Some(Becomes::Error),
];

/// The rows of the plan, and the button that carries it out.
#[component]
pub fn RowsPart(bench: Bench) -> impl IntoView {
    let totals = move || bench.totals.get().map(|(totals, _)| totals);
    let hidden = move || {
        let all = totals().map_or(0, |totals| count_of(&totals, bench.only.get()));
        all.saturating_sub(bench.rows.with(Vec::len))
    };
    let is_none = move || totals().is_some_and(|totals| count_of(&totals, bench.only.get()) == 0);
    view! {
        <section class="panel">
            <div class="panel__head">
                <h2>{words::ROWS}</h2>
            </div>
            <div class="panel__body stack" data-gap="3">
                {move || (bench.work.get() == Work::Comparing).then(|| waiting(bench, words::COMPARING))}
                <div class="toolbar__chips import__looks" role="group" aria-label=words::WHICH>
                    {LOOKS.map(|look| chip(bench, look)).into_iter().collect::<Vec<_>>()}
                </div>
                <div class="table-scroll" tabindex="0" role="region" aria-label=words::ROWS>
                    <table class="table import__rows" role="table">
                        <caption class="visually-hidden">{words::ROWS}</caption>
                        <thead role="rowgroup">
                            <tr role="row">
                                <th scope="col" role="columnheader" class="is-number">{words::ROW}</th>
                                <th scope="col" role="columnheader">{words::NAME}</th>
                                <th scope="col" role="columnheader">{words::OUTCOME}</th>
                                <th scope="col" role="columnheader">{words::WHY}</th>
                            </tr>
                        </thead>
                        <tbody role="rowgroup">
                            <For
                                each=move || {
                                    bench.rows.with(|rows| {
                                        rows.iter().map(|row| row.number).collect::<Vec<_>>()
                                    })
                                }
                                key=|number| *number
                                let:number
                            >
                                <RowLine bench number />
                            </For>
                        </tbody>
                    </table>
                </div>
                {move || is_none().then(|| view! { <p class="quiet">{words::NONE}</p> })}
                {move || {
                    (hidden() > 0)
                        .then(|| {
                            view! {
                                <p>
                                    <button class="button" type="button" on:click=move |_| bench.show_more()>
                                        {words::show_more(hidden())}
                                    </button>
                                </p>
                            }
                        })
                }}
            </div>
            {move || foot(bench)}
        </section>
    }
}

fn chip(bench: Bench, look: Option<Becomes>) -> AnyView {
    let count = move || bench.totals.get().map_or(0, |(totals, _)| count_of(&totals, look));
    let is_here = move || bench.only.get() == look;
    view! {
        <button
            class="chip"
            type="button"
            aria-pressed=move || is_here().to_string()
            data-state=move || is_here().then_some("set")
            disabled=move || bench.is_importing()
            on:click=move |_| bench.show_only(look)
        >
            {labels::becomes(look)}
            " "
            <span class="import__count">{move || crate::catalogue::intl::whole(count())}</span>
        </button>
    }
    .into_any()
}

/// One row of the file: who it is about, what becomes of it, and why.
#[component]
fn RowLine(bench: Bench, number: u32) -> impl IntoView {
    let row =
        Memo::new(move |_| bench.rows.with(|rows| rows.iter().find(|row| row.number == number).cloned()));
    let title = move || {
        let title = row.with(|row| row.as_ref().map(|row| row.title.clone())).unwrap_or_default();
        if title.is_empty() { words::UNNAMED.to_owned() } else { title }
    };
    let has_choice = Memo::new(move |_| bench.asked.with(|asked| asked.get(&number).is_some()));
    view! {
        <tr role="row" data-outcome=move || row.with(|row| row.as_ref().map(state))>
            <td role="cell" class="is-number">
                {crate::catalogue::intl::whole(usize::try_from(number).unwrap_or(0))}
            </td>
            <th scope="row" role="rowheader">
                <bdi>{title}</bdi>
            </th>
            <td role="cell">{move || row.with(|row| row.as_ref().map(outcome))}</td>
            <td role="cell" class="import__why">
                {move || row.with(|row| row.as_ref().map(why))}
                {move || has_choice.get().then(|| decision(bench, number))}
            </td>
        </tr>
    }
}

fn state(row: &PlannedRow) -> &'static str {
    match row.outcome {
        Outcome::Create => "create",
        Outcome::Update { .. } => "update",
        Outcome::Ask { .. } => "ask",
        Outcome::Skip { .. } => "skip",
        Outcome::Error => "error",
    }
}

fn outcome(row: &PlannedRow) -> AnyView {
    view! { <Tag words=labels::becomes(Some(Becomes::of(&row.outcome))) /> }.into_any()
}

fn why(row: &PlannedRow) -> AnyView {
    let mut lines: Vec<AnyView> = Vec::new();
    match &row.outcome {
        Outcome::Update { changes, .. } => lines.extend(changes.iter().map(changed)),
        Outcome::Skip { why } => lines.push(said(why.to_string())),
        Outcome::Create | Outcome::Ask { .. } | Outcome::Error => {}
    }
    let complaints: fn(&Complaint) -> AnyView = |complaint| said(complaint.to_string());
    lines.extend(row.complaints.iter().chain(&row.notes).map(complaints));
    view! { <ul>{lines}</ul> }.into_any()
}

fn said(sentence: String) -> AnyView {
    view! { <li>{sentence}</li> }.into_any()
}

fn changed(change: &Change) -> AnyView {
    let Change { target, from, to } = change;
    let from = from.as_ref().map(|from| {
        view! {
            <del>
                <bdi>{labels::value(target, from)}</bdi>
            </del>
            " "
        }
    });
    view! {
        <li>
            <span class="quiet">{labels::target(target)}</span>
            " "
            {from}
            <ins>
                <bdi>{labels::value(target, to)}</bdi>
            </ins>
        </li>
    }
    .into_any()
}

/// Asks whether a row is somebody who is here.
fn decision(bench: Bench, number: u32) -> AnyView {
    let candidates = bench.asked.with_untracked(|asked| asked.get(&number).cloned().unwrap_or_default());
    let mut choices = vec![(words::UNKNOWN.to_owned(), None)];
    for candidate in candidates {
        choices.push((words::same_as(&candidate.name), Some(Choice::Update(candidate.id))));
    }
    choices.push((words::AS_NEW.to_owned(), Some(Choice::Create)));
    choices.push((words::LEAVE_OUT.to_owned(), Some(Choice::Skip)));
    let (said, meant): (Vec<_>, Vec<_>) = choices.into_iter().unzip();
    let of_row = meant.clone();
    let chosen = Signal::derive(move || {
        bench.decisions.with(|decisions| {
            let decided = decisions.rows.iter().find(|(row, _)| *row == number);
            let choice = decided.map(|(_, choice)| choice.clone());
            of_row.iter().position(|meant| *meant == choice).unwrap_or(0)
        })
    });
    let pick = move |place: usize| {
        if let Some(choice) = meant.get(place) {
            bench.decide(number, choice.clone());
        }
    };
    let is_disabled = Signal::derive(move || bench.is_importing());
    choice(Label::Seen(format!("import-row-{number}"), words::IS_IT), said, chosen, is_disabled, pick)
}

/// What the import comes to, and the button; while it goes on, how far it is.
fn foot(bench: Bench) -> AnyView {
    if let Work::Importing(progress) = bench.work.get() {
        return going_on(bench, progress);
    }
    let Some((totals, _)) = bench.totals.get() else { return ().into_any() };
    let Totals { created, updated, asked, skipped, errors, .. } = totals;
    let rows = created + updated;
    let waits = (asked > 0).then(|| view! { <span>{words::wait(asked)}</span> });
    let beside = (totals.employers > 0).then(|| view! { <span>{words::employers(totals.employers)}</span> });
    let is_busy = move || bench.work.get() != Work::Nothing;
    let send = if rows == 0 {
        view! { <span>{words::NOTHING_TO_DO}</span> }.into_any()
    } else {
        view! {
            <button
                class="button button--primary"
                type="button"
                disabled=is_busy
                on:click=move |_| carry::begin(bench)
            >
                <Icon name="check" />
                {words::import(rows)}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="panel__foot import__foot">
            <div class="import__sum">
                <span>{words::summary(created, updated, skipped, errors)}</span>
                {beside}
                {waits}
            </div>
            {send}
        </div>
    }
    .into_any()
}

fn going_on(bench: Bench, progress: Progress) -> AnyView {
    let Progress { done, all } = progress;
    let percent = u32::try_from(done * 100 / all.max(1)).unwrap_or(100);
    view! {
        <div class="panel__foot import__foot">
            <div class="import__sum">
                <strong>{words::progress(done, all)}</strong>
                <Meter value=Signal::derive(move || percent) />
                <span class="quiet">{words::GOES_ON}</span>
            </div>
            <button class="button" type="button" on:click=move |_| carry::stop(bench)>
                {words::STOP}
            </button>
        </div>
    }
    .into_any()
}
