//! The third step: the offboarding checklist, run where it stands.

use leptos::prelude::*;

use crate::catalogue::ending as words;
use crate::domain::checklist::RunId;
use crate::domain::ending::Step;
use crate::parts::run::RunPanel;
use crate::parts::run::told::RunOf;
use crate::state::deeds;

use super::begin::{note_elsewhere, template};
use super::script::link;
use super::work::{self, Standing, Work};

/// The step.
pub fn step(work: Work) -> AnyView {
    let run = Memo::new(move |_| {
        work.with(|partner, chapter| {
            let run = chapter.ending.run;
            partner.playbooks.runs.contains_key(&run).then_some(run)
        })
        .flatten()
    });
    let body = view! {
        <div class="stack">
            {move || run.get().map_or_else(|| no_list(work), |run| list(work, run))}
            {move || {
                work.is_open()
                    .then(|| {
                        view! {
                            <div class="cluster screen-only">
                                {link("deletion-request", work.id, words::DELETION_REQUEST)}
                                {link("deletion-confirmation", work.id, words::DELETION_CONFIRMATION)}
                            </div>
                        }
                    })
            }}
        </div>
    };
    work::step(work, Step::CleanUp, standing, body.into_any())
}

fn standing(work: Work) -> Option<Standing> {
    let today = work.desk.today();
    work.with(|partner, chapter| {
        let progress = chapter.sheet(partner, today)?.progress(today);
        if chapter.is_open() && progress.late > 0 {
            return Some((words::late(progress.late), Some("late"), Some("clock")));
        }
        Some(work::done_or(chapter.is_done(Step::CleanUp, partner, today), words::clean_up_state(progress)))
    })
    .flatten()
}

fn list(work: Work, run: RunId) -> AnyView {
    let run = RunOf { home: Some(work.id), id: run };
    view! { <RunPanel run /> }.into_any()
}

fn no_list(work: Work) -> AnyView {
    let restart = move |_| {
        work.press(deeds::RESTART_CLEAN_UP, |partner, number, moment| {
            partner.restart_clean_up(number, template()?, note_elsewhere()?, moment)
        });
    };
    view! {
        <p>{words::NO_LIST}</p>
        <div class="cluster">
            <button class="button button--primary" type="button" on:click=restart>
                {deeds::RESTART_CLEAN_UP.doing}
            </button>
        </div>
    }
    .into_any()
}
