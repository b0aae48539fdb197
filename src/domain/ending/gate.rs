//! The five steps, and what is missing before the gate can be closed.

use crate::domain::checklist::{Evidence, MarkState, Sheet};
use crate::domain::date::Date;
use crate::domain::partner::Partner;

use super::chapter::Chapter;
use super::{DELETED_BY_THEM, DELETED_BY_US};

/// A step of an ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The honest call.
    Talk,
    /// The story both tell.
    Story,
    /// Leaving nothing lying about.
    CleanUp,
    /// Asking why.
    Lesson,
    /// Keeping the person.
    Person,
}

impl Step {
    /// All of them, in their order.
    pub const ALL: [Self; 5] = [Self::Talk, Self::Story, Self::CleanUp, Self::Lesson, Self::Person];
}

/// How a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Behind us.
    Done,
    /// The first that is not.
    Now,
    /// Another that is not.
    Later,
}

/// Something that stands in the way of closing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The conversation was not held.
    Talk,
    /// The story is neither agreed nor declined.
    Story,
    /// The clean-up list is gone.
    List,
    /// A required item of it is open, in these words.
    Item(String),
    /// We have not confirmed in writing that their data is deleted.
    DeletionByUs,
    /// They have not confirmed in writing that ours is.
    DeletionByThem,
}

impl Missing {
    /// The step it belongs to.
    pub const fn step(&self) -> Step {
        match self {
            Self::Talk => Step::Talk,
            Self::Story => Step::Story,
            Self::List | Self::Item(_) | Self::DeletionByUs | Self::DeletionByThem => Step::CleanUp,
        }
    }
}

impl Chapter {
    /// Everything that stands in the way of closing on `day`, in the order of the steps.
    pub fn missing(&self, partner: &Partner, day: Date) -> Vec<Missing> {
        let mut missing = Vec::new();
        if self.talk.done_on.is_none() {
            missing.push(Missing::Talk);
        }
        if !self.is_settled() {
            missing.push(Missing::Story);
        }
        let Some(sheet) = self.sheet(partner, day) else {
            missing.push(Missing::List);
            return missing;
        };
        let confirmed = [(DELETED_BY_US, Missing::DeletionByUs), (DELETED_BY_THEM, Missing::DeletionByThem)];
        let items = sheet.required_open().filter(|open| confirmed.iter().all(|(id, _)| *id != open.item.id));
        missing.extend(items.map(|open| Missing::Item(open.item.text.clone())));
        // "Does not apply" is no confirmation: whoever held nothing says so in writing.
        missing.extend(confirmed.into_iter().filter(|(id, _)| !is_in_writing(sheet, id)).map(|(_, one)| one));
        missing
    }

    /// Whether the story was agreed, or declined with a reason.
    pub fn is_settled(&self) -> bool {
        self.story.agreed_on.is_some() || self.story.declined.is_some()
    }

    /// Whether nothing is left of a step on `day`.
    pub fn is_done(&self, step: Step, partner: &Partner, day: Date) -> bool {
        match step {
            Step::Talk | Step::Story | Step::CleanUp => {
                !self.missing(partner, day).iter().any(|missing| missing.step() == step)
            }
            Step::Lesson => {
                let causes = self.causes();
                !causes.is_empty() && causes.iter().all(|cause| self.action_of(cause.id).is_some())
            }
            Step::Person => self.keep.done_on.is_some() || self.keep.left.is_some(),
        }
    }

    /// How each step stands on `day`, in their order.
    pub fn states(&self, partner: &Partner, day: Date) -> [StepState; 5] {
        let mut has_now = false;
        Step::ALL.map(|step| {
            if self.is_done(step, partner, day) {
                StepState::Done
            } else if std::mem::replace(&mut has_now, true) {
                StepState::Later
            } else {
                StepState::Now
            }
        })
    }
}

/// Whether an item is done and somebody wrote so.
fn is_in_writing(sheet: Sheet<'_>, item: &str) -> bool {
    sheet.standing(item).is_some_and(|standing| {
        matches!(standing.state(), MarkState::Done { evidence: Some(Evidence::Written { .. }), .. })
    })
}
