//! Runs: a checklist at work, for a partner or for ourselves.

use serde::Serialize;

use crate::domain::collection::Collection;
use crate::domain::date::Date;
use crate::domain::fields::reads;
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::partner::PartnerId;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::text::Note;

use super::built_in::TemplateKey;
use super::differences::{Difference, take_over};
use super::mark::{Mark, MarkState};
use super::sheet::{Sheet, Traits};
use super::template::{EvidenceKind, Template};

/// The identity of a run.
pub type RunId = Id<Run>;

/// Whose run it is: a partner's, or our own.
pub type Home = Option<PartnerId>;

/// A checklist at work. What it copied from its template is in [`Runs::copies`], how its items stand in
/// [`Runs::marks`]: records that change rarely and often stay apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Run {
    /// Where it came from, as [`TemplateKey`] writes it.
    pub template: String,
    /// What it is called; that of its template when it started.
    pub title: String,
    /// The day it started.
    pub started_on: Date,
    /// The day its days are counted from.
    pub anchor: Date,
    /// Whether Saturdays and Sundays do not count.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub working_days: bool,
    /// What was answered; a question that is missing waits for its answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answered>,
    /// The day it was finished.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finished_on: Option<Date>,
    /// The latest round of it that was left out, by the day it would have been counted from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passed_over: Option<Date>,
}

reads!(Run { template, title, started_on, anchor } or_not { working_days, answers, finished_on, passed_over });

/// The answer to a question, both by their ids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answered {
    /// The question.
    pub question: String,
    /// Its answer.
    pub answer: String,
}

reads!(Answered { question, answer });

impl Run {
    /// The answer to a question.
    pub fn answer(&self, question: &str) -> Option<&str> {
        self.answers.iter().find(|one| one.question == question).map(|one| one.answer.as_str())
    }
}

/// What it takes to start a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRun {
    /// Where it comes from.
    pub template: TemplateKey,
    /// The day its days are counted from.
    pub anchor: Date,
    /// Whether Saturdays and Sundays do not count.
    pub working_days: bool,
    /// What was answered.
    pub answers: Vec<Answered>,
}

/// The runs of a partner, or our own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Runs {
    /// The runs.
    pub runs: Collection<Run>,
    /// What each copied when it started, under the bits of its id.
    pub copies: Collection<Template>,
    /// How their items stand.
    pub marks: Collection<Mark>,
}

const GONE: Refusal = Refusal::Gone { what: "This playbook" };

impl Runs {
    /// Whether both are the very same, told without looking into anything.
    pub fn is_same(&self, other: &Self) -> bool {
        let Self { runs, copies, marks } = self;
        runs.ptr_eq(&other.runs) && copies.ptr_eq(&other.copies) && marks.ptr_eq(&other.marks)
    }

    /// Starts a run with a copy of its template.
    pub fn start(&mut self, new: NewRun, template: &Template, moment: &mut Moment<'_>) -> RunId {
        let NewRun { template: key, anchor, working_days, answers } = new;
        let id: RunId = moment.new_id();
        self.runs.insert(
            id,
            Run {
                template: key.to_string(),
                title: template.title.clone(),
                started_on: moment.today(),
                anchor,
                working_days,
                answers,
                finished_on: None,
                passed_over: None,
            },
        );
        self.copies.insert(Id::from_bits(id.bits()), template.clone());
        id
    }

    /// Starts the round of a run that comes round which is counted from `anchor`, with the same answers and the items as
    /// they were; its template's changes can be taken over. Refuses one that does not come round.
    pub fn start_next(&mut self, id: RunId, anchor: Date, moment: &mut Moment<'_>) -> Result<RunId, Refusal> {
        let (run, copy) = (self.run(id)?.clone(), self.copy(id)?.clone());
        copy.recurs.ok_or(GONE)?;
        let next = Run { started_on: moment.today(), anchor, finished_on: None, passed_over: None, ..run };
        let id: RunId = moment.new_id();
        self.runs.insert(id, next);
        self.copies.insert(Id::from_bits(id.bits()), copy);
        Ok(id)
    }

    /// Leaves the round out that is counted from `anchor`; the one after it will be due in its time. Refuses a run that
    /// does not come round.
    pub fn pass_over(&mut self, id: RunId, anchor: Date) -> Result<(), Refusal> {
        self.copy(id)?.recurs.ok_or(GONE)?;
        self.runs.get_mut(&id).ok_or(GONE)?.passed_over = Some(anchor);
        Ok(())
    }

    /// Runs that are over and come round, whose next round has begun on `day`, each with the day that is counted from. Of
    /// one checklist only the latest run counts.
    pub fn due_again(&self, traits: Option<Traits>, day: Date) -> impl Iterator<Item = (Sheet<'_>, Date)> {
        self.sheets(traits).filter_map(move |sheet| {
            let anchor = sheet.next_round(day)?;
            let here = (sheet.run.anchor, sheet.id);
            let is_older =
                |(id, run): (&RunId, &Run)| run.template != sheet.run.template || (run.anchor, *id) <= here;
            let is_due = self.runs.iter().all(is_older) && sheet.is_over();
            (is_due && sheet.round_begins(anchor) <= day).then_some((sheet, anchor))
        })
    }

    /// Deletes a run. What it copied and how its items stand is kept for when it is brought back.
    pub fn remove(&mut self, id: RunId) -> Result<(), Refusal> {
        self.runs.remove(&id).map(|_| ()).ok_or(GONE)
    }

    /// A run and what it copied; nothing when either is missing.
    pub fn sheet(&self, id: RunId, traits: Option<Traits>) -> Option<Sheet<'_>> {
        Some(Sheet {
            id,
            run: self.runs.get(&id)?,
            template: self.copies.get(&Id::from_bits(id.bits()))?,
            marks: &self.marks,
            traits,
        })
    }

    /// All that are there, oldest first.
    pub fn sheets(&self, traits: Option<Traits>) -> impl Iterator<Item = Sheet<'_>> {
        self.runs.keys().filter_map(move |id| self.sheet(*id, traits))
    }

    /// Answers a question anew, or leaves it open.
    pub fn answer(&mut self, id: RunId, question: &str, answer: Option<&str>) -> Result<(), Refusal> {
        let run = self.open_run(id)?;
        run.answers.retain(|one| one.question != question);
        if let Some(answer) = answer {
            run.answers.push(Answered { question: question.to_owned(), answer: answer.to_owned() });
        }
        Ok(())
    }

    /// Counts the days of a run from another day, or in another way.
    pub fn set_days(&mut self, id: RunId, anchor: Date, working_days: bool) -> Result<(), Refusal> {
        let run = self.open_run(id)?;
        run.anchor = anchor;
        run.working_days = working_days;
        Ok(())
    }

    /// Says how an item stands. Refuses to call it done without the evidence it asks for, or on a day to come.
    pub fn set_state(&mut self, id: RunId, item: &str, state: MarkState, today: Date) -> Result<(), Refusal> {
        self.open_run(id)?;
        let asked = self.copy(id)?.item(item).map(|item| item.evidence);
        let asked = asked.ok_or(Refusal::Gone { what: "This item" })?;
        if let MarkState::Done { on, evidence, .. } = &state {
            Refusal::unless_past(Field::DoneOn, *on, today)?;
            match evidence {
                Some(evidence) if evidence.is_of(asked) => {}
                None if asked == EvidenceKind::None => {}
                _ => return Err(Refusal::Empty { field: Field::Evidence }),
            }
        }
        self.amend(id, item, |mark| mark.state = state);
        Ok(())
    }

    /// Writes down what to remember about an item.
    pub fn set_note(&mut self, id: RunId, item: &str, note: Option<Note>) -> Result<(), Refusal> {
        self.run(id)?;
        self.amend(id, item, |mark| mark.note = note);
        Ok(())
    }

    /// Agrees a day of its own for an item, or goes back to the one that is counted.
    pub fn set_due(&mut self, id: RunId, item: &str, due: Option<Date>) -> Result<(), Refusal> {
        self.open_run(id)?;
        self.amend(id, item, |mark| mark.due = due);
        Ok(())
    }

    /// Takes a change of the template over into the run.
    pub fn take_over(&mut self, id: RunId, now: &Template, difference: &Difference) -> Result<(), Refusal> {
        self.open_run(id)?;
        let copy = self.copies.get_mut(&Id::from_bits(id.bits())).ok_or(GONE)?;
        take_over(copy, now, difference);
        Ok(())
    }

    /// Finishes a run. Refuses while a required item is open that applies.
    pub fn finish(&mut self, id: RunId, traits: Option<Traits>, today: Date) -> Result<(), Refusal> {
        let sheet = self.sheet(id, traits).ok_or(GONE)?;
        let open = sheet.required_open().count();
        if open > 0 {
            return Err(Refusal::ItemsOpen { count: open });
        }
        self.open_run(id)?.finished_on = Some(today);
        Ok(())
    }

    /// Goes on with a run that was finished.
    pub fn reopen(&mut self, id: RunId) -> Result<(), Refusal> {
        self.runs.get_mut(&id).ok_or(GONE)?.finished_on = None;
        Ok(())
    }

    fn amend(&mut self, id: RunId, item: &str, change: impl FnOnce(&mut Mark)) {
        let key = Mark::id(id, item);
        let mut mark = self.marks.get(&key).cloned().unwrap_or_else(|| Mark::open(id, item.to_owned()));
        change(&mut mark);
        if mark.is_blank() {
            self.marks.remove(&key);
        } else {
            self.marks.insert(key, mark);
        }
    }

    fn run(&self, id: RunId) -> Result<&Run, Refusal> {
        self.runs.get(&id).ok_or(GONE)
    }

    fn copy(&self, id: RunId) -> Result<&Template, Refusal> {
        self.copies.get(&Id::from_bits(id.bits())).ok_or(GONE)
    }

    /// A run to change. Refuses one that is finished.
    fn open_run(&mut self, id: RunId) -> Result<&mut Run, Refusal> {
        let run = self.runs.get_mut(&id).ok_or(GONE)?;
        run.finished_on.map_or(Ok(run), |on| Err(Refusal::Closed { on }))
    }
}
