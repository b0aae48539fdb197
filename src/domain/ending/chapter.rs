//! A chapter: everything that belongs to one breakup, read together.

use crate::domain::checklist::{Sheet, Traits};
use crate::domain::date::Date;
use crate::domain::order::sorted_by_key;
use crate::domain::partner::{Partner, Stage};

use super::NOTE_DAYS;
use super::parts::{Action, Ending, Keep, Part, PartId, Present, Review, Story, Talk, Why};

/// One breakup. What was not written yet is blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// The ending itself.
    pub ending: Ending,
    /// The conversation.
    pub talk: Talk,
    /// What both sides say.
    pub story: Story,
    /// The post-mortem as a meeting.
    pub review: Review,
    /// The person to keep.
    pub keep: Keep,
    /// The whys, oldest first.
    pub whys: Vec<(PartId, Why)>,
    /// What changes, oldest first.
    pub actions: Vec<(PartId, Action)>,
}

/// A why, with how deep it lies and what is known of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Branch<'a> {
    /// Which.
    pub id: PartId,
    /// The answer.
    pub why: &'a Why,
    /// How many answers stand above it.
    pub depth: usize,
    /// Whether nothing is asked beneath it.
    pub is_last: bool,
}

impl Chapter {
    fn new(ending: Ending) -> Self {
        let chapter = ending.chapter;
        Self {
            ending,
            talk: Talk { chapter, ..Talk::default() },
            story: Story { chapter, ..Story::default() },
            review: Review { chapter, ..Review::default() },
            keep: Keep { chapter, ..Keep::default() },
            whys: Vec::new(),
            actions: Vec::new(),
        }
    }

    /// Its number, from 1.
    pub fn number(&self) -> u16 {
        self.ending.chapter
    }

    /// Whether the gate is still open.
    pub fn is_open(&self) -> bool {
        self.ending.closed_on.is_none()
    }

    /// The clean-up: the run of the offboarding checklist, if it is there.
    pub fn sheet<'a>(&self, partner: &'a Partner, day: Date) -> Option<Sheet<'a>> {
        partner.playbooks.sheet(self.ending.run, Some(Traits::of(partner, day)))
    }

    /// Whom the note is for: the person that was chosen, or the first of the conversation.
    pub fn kept(&self) -> Option<&Present> {
        self.keep.who.as_ref().or_else(|| self.talk.with.first())
    }

    /// When the note is due: the day that was chosen, or [`NOTE_DAYS`] after the conversation.
    pub fn note_due(&self) -> Option<Date> {
        self.keep.due.or_else(|| self.talk.done_on.map(|on| on.plus_days(NOTE_DAYS)))
    }

    /// The whys as one reads them: each followed by what was asked beneath it. One whose answer above is gone stands
    /// with the first ones.
    pub fn branches(&self) -> Vec<Branch<'_>> {
        let is_there = |id: PartId| self.whys.iter().any(|(known, _)| *known == id);
        let mut branches = Vec::new();
        let first = self.whys.iter().filter(|(_, why)| why.parent.is_none_or(|parent| !is_there(parent)));
        for (id, why) in first {
            self.branch(*id, why, 0, &mut branches);
        }
        branches
    }

    fn branch<'a>(&'a self, id: PartId, why: &'a Why, depth: usize, branches: &mut Vec<Branch<'a>>) {
        let beneath: Vec<_> = self.whys.iter().filter(|(_, other)| other.parent == Some(id)).collect();
        branches.push(Branch { id, why, depth, is_last: beneath.is_empty() });
        // A circle, which no verb makes, is not followed for ever.
        if branches.len() <= self.whys.len() {
            for (id, why) in beneath {
                self.branch(*id, why, depth + 1, branches);
            }
        }
    }

    /// The root causes: the last answers of their branches that carry a name.
    pub fn causes(&self) -> Vec<Branch<'_>> {
        let mut branches = self.branches();
        branches.retain(|branch| branch.is_last && branch.why.cause.is_some());
        branches
    }

    /// The action of a root cause.
    pub fn action_of(&self, cause: PartId) -> Option<(PartId, &Action)> {
        self.actions.iter().find(|(_, action)| action.why == cause).map(|(id, action)| (*id, action))
    }

    /// The stage that was reached before it began to end: Active, or Onboarding.
    pub fn reached(&self, partner: &Partner) -> Stage {
        let before = partner.stage_changes.values().filter(|change| change.on <= self.ending.begun_on);
        let worked = before.map(|change| change.to).filter(|stage| stage.is_worked_with());
        worked.max().unwrap_or(Stage::Onboarding)
    }
}

impl Partner {
    /// The parts of all chapters that can be read, oldest id first.
    pub fn ending_parts(&self) -> impl Iterator<Item = (PartId, Part)> {
        self.endings.iter().filter_map(|(id, sealed)| Some((*id, Part::read(sealed).ok()?)))
    }

    /// Every breakup, the first one first.
    pub fn chapters(&self) -> Vec<Chapter> {
        if self.endings.is_empty() {
            return Vec::new();
        }
        let parts: Vec<_> = self.ending_parts().collect();
        let endings = parts.iter().filter_map(|(_, part)| match part {
            Part::Ending(ending) => Some(Chapter::new(ending.clone())),
            _ => None,
        });
        let mut chapters = sorted_by_key(endings.collect(), Chapter::number);
        for chapter in &mut chapters {
            let number = chapter.number();
            for (id, part) in &parts {
                match part {
                    Part::Talk(talk) if talk.chapter == number => chapter.talk = talk.clone(),
                    Part::Story(story) if story.chapter == number => chapter.story = story.clone(),
                    Part::Review(review) if review.chapter == number => chapter.review = review.clone(),
                    Part::Keep(keep) if keep.chapter == number => chapter.keep = keep.clone(),
                    Part::Why(why) if why.chapter == number => chapter.whys.push((*id, why.clone())),
                    Part::Action(action) if action.chapter == number => {
                        chapter.actions.push((*id, action.clone()));
                    }
                    _ => {}
                }
            }
        }
        chapters
    }

    /// The latest breakup.
    pub fn chapter(&self) -> Option<Chapter> {
        self.chapters().pop()
    }
}
