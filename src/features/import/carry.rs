//! Carrying a plan out: chunk by chunk, so that the page stays quick, and as one deed, so that one undo takes all of it
//! back.

use std::time::Duration;

use leptos::prelude::*;

use crate::catalogue::import as words;
use crate::interchange::import::Chunk;
use crate::interchange::import::apply::Step;
use crate::kit::focus;
use crate::state::clock;
use crate::state::deeds;
use crate::state::notices::Offer;
use crate::state::undo::Whole;

use super::bench::{Bench, Carrying, Progress, Said, Work};

/// How long a part may keep the page busy. Saving goes on a little after it.
const WANTED_MS: u64 = 20;
/// Rows of the first part; later ones are as large as the machine is quick.
const FIRST_ROWS: usize = 15;
/// Rows of a part at least: what each part costs however small it is grows with the workspace, and parts that shrink for it
/// would make an import endless.
const LEAST_ROWS: usize = 25;
/// Rows of a part at most.
const MOST_ROWS: usize = 200;
/// Under which name an import that is not finished is remembered.
const UNFINISHED: &str = "import_unfinished";

/// An import that was broken off with its tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    /// The file.
    pub name: String,
    /// How far it came.
    pub progress: Progress,
}

/// Begins to import, when there is room for all of it.
pub fn begin(bench: Bench) {
    let Some((totals, chunks)) = bench.totals.get_untracked() else { return };
    let free = bench.desk.free_units();
    if totals.weight > free {
        return bench.said.set(Some(Said::Trouble(words::no_room(totals.weight, free))));
    }
    bench.remember();
    bench.said.set(None);
    bench.carrying.set_value(Some(Carrying {
        whole: Whole(clock::now().0),
        next: 0,
        chunks,
        is_stopping: false,
        complaints: Vec::new(),
        at_once: FIRST_ROWS,
    }));
    let progress = Progress { done: 0, all: totals.created + totals.updated };
    go_to(bench, progress);
    // The button made room for the one that ends it.
    focus::keep(".import__foot .button");
    next(bench);
}

/// Ends it after the part that is being saved.
pub fn stop(bench: Bench) {
    bench.carrying.update_value(|carrying| {
        if let Some(carrying) = carrying {
            carrying.is_stopping = true;
        }
    });
}

/// Takes a chunk from the worker.
pub fn take(bench: Bench, steps: Vec<Step>) {
    set_timeout(move || part(bench, steps), Duration::ZERO);
}

/// Ends an import because it cannot go on.
pub fn break_off(bench: Bench, why: &str) {
    let Work::Importing(Progress { done, all }) = bench.work.get_untracked() else { return };
    finish(bench, &words::broke_off(why, done, all));
}

/// An import that was begun in an earlier sitting and not finished.
pub fn unfinished(bench: Bench) -> Option<Unfinished> {
    let text = bench.desk.preference(UNFINISHED)?;
    let mut parts = text.splitn(3, ' ');
    let (done, all, name) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?);
    Some(Unfinished { name: name.to_owned(), progress: Progress { done, all } })
}

/// Says nothing more about it.
pub fn dismiss(bench: Bench) {
    bench.desk.remember(UNFINISHED, "");
}

fn next(bench: Bench) {
    let wanted = bench.carrying.try_update_value(|carrying| {
        let carrying = carrying.as_mut()?;
        let number = carrying.next;
        carrying.next += 1;
        (number < carrying.chunks).then_some(number)
    });
    match wanted.flatten() {
        Some(number) => bench.ask_chunk(number),
        None => {
            let Work::Importing(Progress { done, .. }) = bench.work.get_untracked() else { return };
            finish(bench, &words::done(done));
        }
    }
}

/// Saves some rows, then goes on with the others when the page has had its turn.
fn part(bench: Bench, mut steps: Vec<Step>) {
    let Work::Importing(Progress { done, all }) = bench.work.get_untracked() else { return };
    let plan = bench.carrying.with_value(|carrying| {
        carrying.as_ref().map(|carrying| (carrying.whole, carrying.at_once, carrying.is_stopping))
    });
    let Some((whole, at_once, is_stopping)) = plan else { return };
    if is_stopping {
        return finish(bench, &words::ended(done, all));
    }
    if steps.is_empty() {
        return next(bench);
    }
    let rest = steps.split_off(at_once.min(steps.len()));
    let rows = steps.len();
    let chunk = Chunk { steps };
    let began = clock::now();
    let mut complaints = Vec::new();
    let result = bench.desk.change_part(deeds::IMPORT, whole, &mut |workspace, moment| {
        let report = chunk.apply(workspace, moment);
        complaints = report.refused.iter().map(|(row, complaint)| complaint.in_row(*row)).collect();
        Ok(())
    });
    if let Err(declined) = result {
        return break_off(bench, declined.sentence.trim_end_matches('.'));
    }
    let took_ms = clock::now().since(began).max(1);
    bench.carrying.update_value(|carrying| {
        if let Some(carrying) = carrying {
            let fits = rows * usize::try_from(WANTED_MS).unwrap_or(1) / usize::try_from(took_ms).unwrap_or(1);
            // Not by leaps: a part that happened to be quick says little about the next.
            carrying.at_once = fits.clamp(LEAST_ROWS, (at_once * 2).clamp(LEAST_ROWS, MOST_ROWS));
            carrying.complaints.append(&mut complaints);
        }
    });
    go_to(bench, Progress { done: done + rows, all });
    set_timeout(move || part(bench, rest), Duration::ZERO);
}

fn go_to(bench: Bench, progress: Progress) {
    let Progress { done, all } = progress;
    bench.work.set(Work::Importing(progress));
    let name = bench.chosen.with_untracked(|chosen| chosen.as_ref().map(|chosen| chosen.name.clone()));
    bench.desk.remember(UNFINISHED, &format!("{done} {all} {}", name.unwrap_or_default()));
}

fn finish(bench: Bench, said: &str) {
    let carried = bench.carrying.try_update_value(Option::take).flatten();
    let complaints = carried.map(|carried| carried.complaints).unwrap_or_default();
    dismiss(bench);
    bench.begin_anew();
    bench.said.set(Some(Said::Done(said.to_owned(), complaints)));
    // A task of its own: all screens look at the workspace anew.
    let said = said.to_owned();
    set_timeout(move || bench.desk.finish_parts(&said, Offer::Undo), Duration::ZERO);
}
