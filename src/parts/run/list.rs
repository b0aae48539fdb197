//! Runs in a list: of one partner, or of all.

use leptos::prelude::*;

use crate::catalogue::run as words;
use crate::domain::checklist::{Home, RunId};
use crate::domain::order::sorted_by_key;
use crate::domain::{Date, PartnerId, Workspace};
use crate::kit::EmptyState;
use crate::kit::Icon;
use crate::kit::empty::Drawing;
use crate::route::Route;
use crate::state::desk::Desk;

use super::start::StartForm;
use super::told::{RunOf, Told, tell, whose};

/// The runs of one home, by what is due first; those that are over come last, the newest first.
pub fn runs_of(workspace: &Workspace, home: Home, today: Date) -> Vec<(RunOf, bool, Option<Date>)> {
    let Some(runs) = workspace.runs(home) else { return Vec::new() };
    let traits = workspace.traits(home, today);
    let of = |id: &RunId| {
        let sheet = runs.sheet(*id, traits)?;
        Some((RunOf { home, id: *id }, sheet.is_over(), sheet.next_due()))
    };
    runs.runs.keys().rev().filter_map(of).collect()
}

/// All runs that are at work, what is due first first.
pub fn at_work(workspace: &Workspace, today: Date) -> Vec<RunOf> {
    let homes = std::iter::once(None).chain(workspace.partners.keys().copied().map(Some));
    let runs = homes.flat_map(|home| runs_of(workspace, home, today));
    in_order(runs.filter(|(_, is_over, _)| !is_over).collect())
}

fn in_order(runs: Vec<(RunOf, bool, Option<Date>)>) -> Vec<RunOf> {
    let sorted = sorted_by_key(runs, |(_, is_over, due)| (*is_over, due.is_none(), *due));
    sorted.into_iter().map(|(run, ..)| run).collect()
}

/// One run as a row that leads to it.
#[component]
pub fn RunRow(
    /// Which.
    run: RunOf,
    /// Whether the row says whose it is.
    #[prop(optional)]
    names_partner: bool,
) -> impl IntoView {
    let desk = Desk::of_page();
    let told = Memo::new(move |_| run.follow(desk, tell));
    let owner = Memo::new(move |_| desk.read(|workspace| whose(workspace, run.home)));
    move || {
        let Told { title, progress, is_over, next_due, finished_on, .. } = told.get()?;
        let (when, urgency) = match next_due.filter(|_| !is_over) {
            Some(due) => words::when(due, desk.today()),
            None => (finished_on.map(words::finished_on).unwrap_or_default(), None),
        };
        let owner = names_partner.then(|| view! { <bdi>{owner.get()}</bdi> });
        Some(view! {
            <li class="item">
                <span class="item__lead">
                    <Icon name="playbooks" />
                </span>
                <div class="item__body">
                    <p class="item__title">
                        <a href=Route::Run(run.id).href()>
                            <bdi>{title}</bdi>
                        </a>
                    </p>
                    <p class="item__meta">
                        {owner} <span>{words::done_of(progress)}</span>
                        {words::late(progress.late).map(|late| view! { <span class="run__late">{late}</span> })}
                    </p>
                </div>
                <span class="item__when" data-when=urgency>
                    {when}
                </span>
            </li>
        })
    }
}

/// The runs of a partner, and the form that starts another.
#[component]
pub fn PartnerRuns(
    /// Whose.
    id: PartnerId,
) -> impl IntoView {
    let desk = Desk::of_page();
    let is_starting = RwSignal::new(false);
    let on_close = Callback::new(move |()| is_starting.set(false));
    let runs = Memo::new(move |_| {
        let today = desk.today();
        let all = desk.read(|workspace| runs_of(workspace, Some(id), today));
        let (over, open): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, is_over, _)| *is_over);
        (in_order(open), over.into_iter().map(|(run, ..)| run).collect::<Vec<_>>())
    });
    let has_open = Memo::new(move |_| runs.with(|(open, _)| !open.is_empty()));
    let has_over = Memo::new(move |_| runs.with(|(_, over)| !over.is_empty()));
    view! {
        <div class="stack" data-gap="8">
            <section class="section" aria-labelledby="at-work">
                <div class="section__head">
                    <h2 id="at-work">{words::AT_WORK}</h2>
                    <span class="count">{move || runs.with(|(open, _)| open.len())}</span>
                    <button
                        class="button button--line push screen-only"
                        data-size="small"
                        type="button"
                        on:click=move |_| is_starting.set(true)
                    >
                        {words::START}
                    </button>
                </div>
                {move || is_starting.get().then(|| view! { <StartForm partner=Some(id) template=None on_close /> })}
                {move || {
                    (!has_open.get())
                        .then(|| {
                            view! {
                                <EmptyState drawing=Drawing::Begun title=words::AT_WORK why=words::NONE_AT_WORK>
                                    <a class="button" href=Route::Playbooks.href()>
                                        {words::GO_TO_PLAYBOOKS}
                                    </a>
                                </EmptyState>
                            }
                        })
                }}
                <ul class="items runs">
                    <For each=move || runs.get().0 key=|run| run.id let:run>
                        <RunRow run />
                    </For>
                </ul>
            </section>
            <section class="section" aria-labelledby="finished" hidden=move || !has_over.get()>
                <div class="section__head">
                    <h2 id="finished">{words::FINISHED}</h2>
                </div>
                <ul class="items runs">
                    <For each=move || runs.get().1 key=|run| run.id let:run>
                        <RunRow run />
                    </For>
                </ul>
            </section>
        </div>
    }
}
