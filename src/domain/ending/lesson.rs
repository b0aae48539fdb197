//! Asking why, and what changes because of it. A chapter that was closed is still learnt from.

use crate::domain::date::Date;
use crate::domain::moment::Moment;
use crate::domain::partner::Partner;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::text::Line;

use super::chapter::Chapter;
use super::parts::{Action, Part, PartId, Why};

/// What it takes for something to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAction {
    /// What changes.
    pub what: Line<500>,
    /// Who sees to it.
    pub owner: Line<120>,
    /// By when.
    pub due: Date,
    /// How a stranger would see that it works.
    pub proof: Option<Line<500>>,
}

const NO_WHY: Refusal = Refusal::Gone { what: "This answer" };
const NO_ACTION: Refusal = Refusal::Gone { what: "This action" };

impl Partner {
    /// Writes an answer down: to why it ended, or to why the answer `parent` is so. Refuses beneath a root cause.
    pub fn answer_why(
        &mut self,
        number: u16,
        parent: Option<PartId>,
        what: Line<500>,
        moment: &mut Moment<'_>,
    ) -> Result<PartId, Refusal> {
        let chapter = self.chapter_numbered(number)?;
        if let Some(parent) = parent
            && why(&chapter, parent)?.cause.is_some()
        {
            return Err(Refusal::CauseHere);
        }
        let id = moment.new_id();
        self.put(id, &Part::Why(Why { chapter: number, parent, what, cause: None }));
        Ok(id)
    }

    /// Puts an answer in other words.
    pub fn reword_why(&mut self, number: u16, id: PartId, what: Line<500>) -> Result<(), Refusal> {
        let known = why(&self.chapter_numbered(number)?, id)?.clone();
        self.put(id, &Part::Why(Why { what, ..known }));
        Ok(())
    }

    /// Names the root cause that an answer is, or takes the name off. Refuses an answer with others beneath it.
    pub fn name_cause(&mut self, number: u16, id: PartId, cause: Option<Line<40>>) -> Result<(), Refusal> {
        let chapter = self.chapter_numbered(number)?;
        let known = why(&chapter, id)?.clone();
        if cause.is_some() && chapter.whys.iter().any(|(_, other)| other.parent == Some(id)) {
            return Err(Refusal::NotTheLastWhy);
        }
        self.put(id, &Part::Why(Why { cause, ..known }));
        Ok(())
    }

    /// Deletes an answer with everything beneath it, and the actions of its causes.
    pub fn remove_why(&mut self, number: u16, id: PartId) -> Result<(), Refusal> {
        let chapter = self.chapter_numbered(number)?;
        why(&chapter, id)?;
        let mut gone = vec![id];
        let mut next = 0;
        while let Some(parent) = gone.get(next).copied() {
            let beneath = chapter.whys.iter().filter(|(_, why)| why.parent == Some(parent));
            let new: Vec<_> = beneath.map(|(id, _)| *id).filter(|id| !gone.contains(id)).collect();
            gone.extend(new);
            next += 1;
        }
        let actions = chapter.actions.iter().filter(|(_, action)| gone.contains(&action.why));
        let actions: Vec<_> = actions.map(|(id, _)| *id).collect();
        for id in gone.into_iter().chain(actions) {
            self.endings.remove(&id);
        }
        Ok(())
    }

    /// Adds what changes because of a root cause. Refuses what is no root cause, and a second action for one.
    pub fn add_action(
        &mut self,
        number: u16,
        cause: PartId,
        new: NewAction,
        moment: &mut Moment<'_>,
    ) -> Result<PartId, Refusal> {
        let chapter = self.chapter_numbered(number)?;
        if !chapter.causes().iter().any(|known| known.id == cause) {
            return Err(Refusal::NotACause);
        }
        if chapter.action_of(cause).is_some() {
            return Err(Refusal::HasAction);
        }
        let NewAction { what, owner, due, proof } = new;
        let id = moment.new_id();
        let action = Action { chapter: number, why: cause, what, owner, due, proof, done_on: None };
        self.put(id, &Part::Action(action));
        Ok(id)
    }

    /// Corrects an action, which may agree another day or owner.
    pub fn edit_action(&mut self, number: u16, id: PartId, new: NewAction) -> Result<(), Refusal> {
        let known = self.action(number, id)?;
        let NewAction { what, owner, due, proof } = new;
        self.put(id, &Part::Action(Action { what, owner, due, proof, ..known }));
        Ok(())
    }

    /// Notes the day an action was done, or that it is open again. Refuses a day to come.
    pub fn finish_action(
        &mut self,
        number: u16,
        id: PartId,
        on: Option<Date>,
        today: Date,
    ) -> Result<(), Refusal> {
        let known = self.action(number, id)?;
        if let Some(on) = on {
            Refusal::unless_past(Field::DoneOn, on, today)?;
        }
        self.put(id, &Part::Action(Action { done_on: on, ..known }));
        Ok(())
    }

    /// Deletes an action.
    pub fn remove_action(&mut self, number: u16, id: PartId) -> Result<(), Refusal> {
        self.action(number, id)?;
        self.endings.remove(&id);
        Ok(())
    }

    fn action(&self, number: u16, id: PartId) -> Result<Action, Refusal> {
        let chapter = self.chapter_numbered(number)?;
        let found = chapter.actions.into_iter().find(|(known, _)| *known == id);
        found.map(|(_, action)| action).ok_or(NO_ACTION)
    }
}

fn why(chapter: &Chapter, id: PartId) -> Result<&Why, Refusal> {
    let found = chapter.whys.iter().find(|(known, _)| *known == id);
    found.map(|(_, why)| why).ok_or(NO_WHY)
}
