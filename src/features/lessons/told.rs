//! Endings in the words of the page.

use crate::domain::ending::{Chapter, Scenario, Step, StepState};
use crate::domain::order::sorted_by;
use crate::domain::{Date, Partner, PartnerId, Stage, Workspace};

/// An answer to a why.
#[derive(Clone, PartialEq)]
pub struct ToldWhy {
    /// How many answers stand above it.
    pub depth: usize,
    /// The answer.
    pub what: String,
    /// The name of the root cause that it is.
    pub cause: Option<String>,
}

/// An ending.
#[derive(Clone, PartialEq)]
pub struct Told {
    /// Whose.
    pub partner: PartnerId,
    /// Its name.
    pub name: String,
    /// Why it ended.
    pub scenario: Scenario,
    /// The day it began.
    pub begun_on: Date,
    /// The day the gate was closed.
    pub closed_on: Option<Date>,
    /// Whether the partner is being ended now.
    pub is_under_way: bool,
    /// Steps behind us.
    pub done: usize,
    /// The step that is now.
    pub next: Option<Step>,
    /// The names of its root causes.
    pub causes: Vec<String>,
    /// Its whys.
    pub whys: Vec<ToldWhy>,
}

/// Every ending, the latest first.
pub fn told(workspace: &Workspace, today: Date) -> Vec<Told> {
    let mut all = Vec::new();
    for (id, partner) in workspace.partners.iter().filter(|(_, partner)| !partner.endings.is_empty()) {
        all.extend(partner.chapters().iter().map(|chapter| one(*id, partner, chapter, today)));
    }
    let day = |one: &Told| one.closed_on.unwrap_or(one.begun_on);
    sorted_by(all, |one, other| day(other).cmp(&day(one)))
}

fn one(id: PartnerId, partner: &Partner, chapter: &Chapter, today: Date) -> Told {
    let states = chapter.states(partner, today);
    let next = Step::ALL.into_iter().zip(states).find(|(_, state)| *state == StepState::Now);
    let why = |branch: &crate::domain::ending::Branch<'_>| ToldWhy {
        depth: branch.depth,
        what: branch.why.what.to_string(),
        cause: branch.why.cause.as_ref().filter(|_| branch.is_last).map(ToString::to_string),
    };
    let whys: Vec<ToldWhy> = chapter.branches().iter().map(why).collect();
    Told {
        partner: id,
        name: partner.profile.name.to_string(),
        scenario: chapter.ending.scenario,
        begun_on: chapter.ending.begun_on,
        closed_on: chapter.ending.closed_on,
        is_under_way: chapter.is_open() && partner.stage_on(today) == Stage::Ending,
        done: states.into_iter().filter(|state| *state == StepState::Done).count(),
        next: next.map(|(step, _)| step),
        causes: whys.iter().filter_map(|why| why.cause.clone()).collect(),
        whys,
    }
}
