//! What another model would change, found out a few partners at a time.

use super::case::Case;
use super::{Badge, Board, HealthModel};
use crate::domain::date::Date;
use crate::domain::partner::PartnerId;
use crate::domain::workspace::Workspace;

/// A partner that would show another badge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// Which.
    pub id: PartnerId,
    /// What it shows now.
    pub from: Badge,
    /// What it would show.
    pub to: Badge,
}

/// Another model than the one in force, tried on all partners as of a day.
///
/// In steps, because ten thousand partners at once would hold up whoever types the figures.
pub struct Trial {
    workspace: Workspace,
    model: HealthModel,
    day: Date,
    done: usize,
    shifts: Vec<Shift>,
}

impl Trial {
    /// A trial of a model as of `day`; nothing is computed yet.
    pub fn of(workspace: &Workspace, model: HealthModel, day: Date) -> Self {
        Self { workspace: workspace.clone(), model, day, done: 0, shifts: Vec::new() }
    }

    /// Goes on with so many partners, compared with `board`, which is that of the same workspace and
    /// day with the model in force. Says whether all are done.
    pub fn go_on(&mut self, board: &Board, count: usize) -> bool {
        let Self { workspace, model, day, done, shifts } = self;
        let fiscal = workspace.settings.fiscal_start;
        for (id, partner) in workspace.partners.iter().skip(*done).take(count) {
            *done += 1;
            let Some(now) = board.health(*id) else { continue };
            let people = board.people().at(*id);
            let case = Case { id: *id, partner, people, model, fiscal };
            let (from, to) = (now.badge(), case.health(*day).map_or(now.badge(), |health| health.badge()));
            if from != to {
                shifts.push(Shift { id: *id, from, to });
            }
        }
        *done >= workspace.partners.len()
    }

    /// The partners found so far that would show another badge, in the order of their ids.
    pub fn shifts(&self) -> &[Shift] {
        &self.shifts
    }
}
