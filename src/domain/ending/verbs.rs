//! Beginning an ending, walking it, and closing the gate.

use crate::domain::checklist::run::Answered;
use crate::domain::checklist::{BuiltIn, Evidence, MarkState, NewRun, RunId, Template, TemplateKey, Traits};
use crate::domain::date::Date;
use crate::domain::moment::Moment;
use crate::domain::partner::{Partner, Stage};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::text::{Line, Note};
use crate::domain::touchpoint::{Channel, Touchpoint};

use super::chapter::Chapter;
use super::parts::{Ending, Keep, Kind, Part, PartId, Present, Review, Scenario, Story, Talk};
use super::{HOLD_CALL, NOTE_ITEM, OFFBOARDING, SCENARIO, TALK_DAYS};

/// What it takes to begin an ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEnding {
    /// Why it ends.
    pub scenario: Scenario,
    /// The day it begins.
    pub on: Date,
    /// Why, in the words of the change of stage.
    pub reason: Option<Line<500>>,
    /// The day the conversation is booked for.
    pub talk_on: Option<Date>,
    /// Why the note to the person is no item of the clean-up: it has a step of its own.
    pub note_elsewhere: Line<500>,
}

/// How the conversation went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The day.
    pub on: Date,
    /// Who was there, the first one first.
    pub with: Vec<Present>,
    /// How long it took.
    pub minutes: Option<u16>,
    /// How it went.
    pub how: Option<Note>,
}

/// What either side would say, and what both say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// What we would have said.
    pub ours: Option<Note>,
    /// What they would have said.
    pub theirs: Option<Note>,
    /// What both say.
    pub joint: Option<Note>,
    /// What both say within their companies.
    pub internal: Option<Note>,
}

/// Minutes of a conversation, at most a day.
const MOST_MINUTES: u16 = 24 * 60;
const GONE: Refusal = Refusal::Gone { what: "This ending" };

impl Partner {
    pub(super) fn put(&mut self, id: PartId, part: &Part) {
        if let Some(sealed) = part.seal() {
            self.endings.insert(id, sealed);
        }
    }

    pub(super) fn chapter_numbered(&self, number: u16) -> Result<Chapter, Refusal> {
        self.chapters().into_iter().find(|chapter| chapter.number() == number).ok_or(GONE)
    }

    /// A chapter to go on with. Refuses one that was closed.
    fn open_chapter(&self, number: u16) -> Result<Chapter, Refusal> {
        let chapter = self.chapter_numbered(number)?;
        match chapter.ending.closed_on {
            Some(closed_on) => Err(Refusal::History { closed_on }),
            None => Ok(chapter),
        }
    }

    /// Begins to end: moves to the stage Ending, starts the clean-up from `template` and opens a chapter, whose number
    /// it gives. A chapter that was left open, because the partner was worked with again, is gone on with.
    ///
    /// # Errors
    /// Where nothing has begun yet, where it ended already or is being ended, on a day to come or before the present
    /// stage, and when the conversation is booked for a day before the beginning.
    pub fn begin_ending(
        &mut self,
        new: NewEnding,
        template: &Template,
        moment: &mut Moment<'_>,
    ) -> Result<u16, Refusal> {
        let today = moment.today();
        let NewEnding { scenario, on, reason, talk_on, note_elsewhere } = new;
        Refusal::unless_past(Field::On, on, today)?;
        let stage = self.stage_on(today);
        match stage {
            Stage::Prospect | Stage::Qualifying => {
                return Err(Refusal::NothingToEnd { stage: stage.name() });
            }
            Stage::Alumni => return Err(Refusal::EndedAlready),
            _ => {}
        }
        let chapters = self.chapters();
        let left_open = chapters.last().filter(|chapter| chapter.is_open());
        if let Some(chapter) = left_open.filter(|_| stage == Stage::Ending) {
            return Err(Refusal::EndingUnderWay { since: chapter.ending.begun_on });
        }
        if let Some(earliest) = self.in_stage_since(today).filter(|since| on < *since) {
            return Err(Refusal::Before { field: Field::On, earliest, why: "the first day of its stage" });
        }
        if talk_on.is_some_and(|talk_on| talk_on < on) {
            return Err(Refusal::Before {
                field: Field::Due,
                earliest: on,
                why: "the day the ending begins",
            });
        }
        if stage != Stage::Ending {
            self.move_stage(Stage::Ending, on, reason, moment)?;
        }
        let number = u16::try_from(chapters.len()).unwrap_or(u16::MAX - 1) + 1;
        let ending = match left_open {
            Some(chapter) if self.playbooks.runs.contains_key(&chapter.ending.run) => {
                // What was answered before is answered anew; a run that was finished stays as it is.
                let _ = self.playbooks.answer(chapter.ending.run, SCENARIO, Some(scenario.answer()));
                Ending { scenario, ..chapter.ending.clone() }
            }
            known => {
                let anchor = talk_on.unwrap_or_else(|| on.plus_days(TALK_DAYS));
                let run = self.start_clean_up(scenario, anchor, template, note_elsewhere, moment)?;
                let chapter = known.map_or(number, Chapter::number);
                Ending { chapter, scenario, begun_on: on, run, closed_on: None }
            }
        };
        let number = ending.chapter;
        self.put(Kind::Ending.id(number), &Part::Ending(ending));
        if let Some(talk_on) = talk_on {
            self.book_talk(number, Some(talk_on))?;
        }
        Ok(number)
    }

    fn start_clean_up(
        &mut self,
        scenario: Scenario,
        anchor: Date,
        template: &Template,
        note_elsewhere: Line<500>,
        moment: &mut Moment<'_>,
    ) -> Result<RunId, Refusal> {
        let built_in = BuiltIn::of_id(OFFBOARDING).ok_or(GONE)?;
        let answers = vec![Answered { question: SCENARIO.to_owned(), answer: scenario.answer().to_owned() }];
        let new = NewRun { template: TemplateKey::BuiltIn(built_in), anchor, working_days: false, answers };
        let run = self.playbooks.start(new, template, moment);
        if template.item(NOTE_ITEM).is_some() {
            let today = moment.today();
            let aside = MarkState::NotApplicable { on: today, by: None, reason: note_elsewhere };
            self.playbooks.set_state(run, NOTE_ITEM, aside, today)?;
        }
        Ok(run)
    }

    /// Starts the clean-up anew, when its list was deleted.
    pub fn restart_clean_up(
        &mut self,
        number: u16,
        template: &Template,
        note_elsewhere: Line<500>,
        moment: &mut Moment<'_>,
    ) -> Result<(), Refusal> {
        let chapter = self.open_chapter(number)?;
        if self.playbooks.runs.contains_key(&chapter.ending.run) {
            return Ok(());
        }
        let talk = &chapter.talk;
        let anchor = talk.done_on.or(talk.due).unwrap_or_else(|| moment.today());
        let run = self.start_clean_up(chapter.ending.scenario, anchor, template, note_elsewhere, moment)?;
        self.put(Kind::Ending.id(number), &Part::Ending(Ending { run, ..chapter.ending }));
        Ok(())
    }

    /// Books the conversation for a day, or for none; the days of the clean-up are counted from it. Refuses a day
    /// before the ending began, and once it was held.
    pub fn book_talk(&mut self, number: u16, on: Option<Date>) -> Result<(), Refusal> {
        let chapter = self.open_chapter(number)?;
        if let Some(held_on) = chapter.talk.done_on {
            return Err(Refusal::Closed { on: held_on });
        }
        let earliest = chapter.ending.begun_on;
        if on.is_some_and(|on| on < earliest) {
            return Err(Refusal::Before { field: Field::Due, earliest, why: "the day the ending began" });
        }
        if let Some(on) = on {
            self.count_from(chapter.ending.run, on);
        }
        self.put(Kind::Talk.id(number), &Part::Talk(Talk { due: on, ..chapter.talk }));
        Ok(())
    }

    /// Notes that the conversation was held, or corrects what was noted. It is a touchpoint in the history, the days
    /// of the clean-up are counted from it, and the item that asks for it is done.
    ///
    /// # Errors
    /// When nobody is named, on a day to come or before the ending began, and when it took longer than a day.
    pub fn hold_talk(&mut self, number: u16, held: Held, moment: &mut Moment<'_>) -> Result<(), Refusal> {
        let chapter = self.open_chapter(number)?;
        let Held { on, with, minutes, how } = held;
        let today = moment.today();
        Refusal::unless_past(Field::On, on, today)?;
        let earliest = chapter.ending.begun_on;
        if on < earliest {
            return Err(Refusal::Before { field: Field::On, earliest, why: "the day the ending began" });
        }
        let Some(first) = with.first() else { return Err(Refusal::Empty { field: Field::Person }) };
        if minutes.is_some_and(|minutes| !(1..=MOST_MINUTES).contains(&minutes)) {
            let most = i64::from(MOST_MINUTES);
            return Err(Refusal::OutOfBounds { field: Field::Amount, least: 1, most });
        }
        let contacts = with.iter().filter_map(|who| who.contact).collect();
        let touch =
            Touchpoint { on, channel: Channel::Call, two_way: true, with: contacts, note: how.clone() };
        let known = chapter.talk.touch.filter(|id| self.touchpoints.contains_key(id));
        let id = known.unwrap_or_else(|| moment.new_id());
        self.touchpoints.insert(id, touch);
        self.count_from(chapter.ending.run, on);
        self.tick_call(chapter.ending.run, on, how.clone(), first, today)?;
        let talk = Talk { done_on: Some(on), with, minutes, how, touch: Some(id), ..chapter.talk };
        self.put(Kind::Talk.id(number), &Part::Talk(talk));
        Ok(())
    }

    /// Takes back that the conversation was held; what was noted about it stays.
    pub fn unhold_talk(&mut self, number: u16) -> Result<(), Refusal> {
        let chapter = self.open_chapter(number)?;
        if let Some(touch) = chapter.talk.touch {
            self.touchpoints.remove(&touch);
        }
        let talk = Talk { done_on: None, touch: None, ..chapter.talk };
        self.put(Kind::Talk.id(number), &Part::Talk(talk));
        Ok(())
    }

    fn count_from(&mut self, run: RunId, on: Date) {
        if let Some(working_days) = self.playbooks.runs.get(&run).map(|run| run.working_days) {
            // A run that was finished keeps its days.
            let _ = self.playbooks.set_days(run, on, working_days);
        }
    }

    /// The item that asks for the conversation is done by it, unless it was closed by hand.
    fn tick_call(
        &mut self,
        run: RunId,
        on: Date,
        how: Option<Note>,
        first: &Present,
        today: Date,
    ) -> Result<(), Refusal> {
        let sheet = self.playbooks.sheet(run, Some(Traits::of(self, today)));
        let is_open = |sheet: crate::domain::checklist::Sheet<'_>| {
            sheet.run.finished_on.is_none()
                && sheet.standing(HOLD_CALL).is_some_and(|standing| standing.is_open())
        };
        if !sheet.is_some_and(is_open) {
            return Ok(());
        }
        let evidence = match how {
            Some(how) => Some(how),
            None => Note::parse_optional(first.name.as_str())?,
        };
        let done = MarkState::Done { on, by: None, evidence: evidence.map(Evidence::Note) };
        self.playbooks.set_state(run, HOLD_CALL, done, today)
    }

    /// Writes what either side would say, and what both say. Words that change after they were agreed are not agreed.
    pub fn tell_story(&mut self, number: u16, told: Told) -> Result<(), Refusal> {
        let chapter = self.open_chapter(number)?;
        let Told { ours, theirs, joint, internal } = told;
        let before = chapter.story;
        let is_same = before.joint == joint && before.internal == internal;
        let mut story = Story { ours, theirs, joint, internal, ..before };
        if !is_same {
            (story.agreed_on, story.agreed_with) = (None, None);
        }
        self.put(Kind::Story.id(number), &Part::Story(story));
        Ok(())
    }

    /// Notes that both sides agreed on what they say. Refuses before the conversation was held, without words, on a
    /// day to come or before the conversation.
    pub fn agree_story(
        &mut self,
        number: u16,
        on: Date,
        with: Line<120>,
        today: Date,
    ) -> Result<(), Refusal> {
        let chapter = self.open_chapter(number)?;
        let earliest = chapter.talk.done_on.ok_or(Refusal::TalkFirst)?;
        if chapter.story.joint.is_none() {
            return Err(Refusal::Empty { field: Field::Note });
        }
        Refusal::unless_past(Field::On, on, today)?;
        if on < earliest {
            return Err(Refusal::Before { field: Field::On, earliest, why: "the day of the conversation" });
        }
        let story = Story { agreed_on: Some(on), agreed_with: Some(with), declined: None, ..chapter.story };
        self.put(Kind::Story.id(number), &Part::Story(story));
        Ok(())
    }

    /// Notes why there is no story of both, or with no reason that there may be one again.
    pub fn decline_story(&mut self, number: u16, reason: Option<Line<500>>) -> Result<(), Refusal> {
        let chapter = self.open_chapter(number)?;
        let story = Story { declined: reason, agreed_on: None, agreed_with: None, ..chapter.story };
        self.put(Kind::Story.id(number), &Part::Story(story));
        Ok(())
    }

    /// Plans the post-mortem for a day, or for none.
    pub fn plan_review(&mut self, number: u16, due: Option<Date>) -> Result<(), Refusal> {
        let review = self.chapter_numbered(number)?.review;
        self.put(Kind::Review.id(number), &Part::Review(Review { due, ..review }));
        Ok(())
    }

    /// Notes the day the post-mortem was held, or that it was not. Refuses a day to come.
    pub fn hold_review(&mut self, number: u16, on: Option<Date>, today: Date) -> Result<(), Refusal> {
        let review = self.chapter_numbered(number)?.review;
        if let Some(on) = on {
            Refusal::unless_past(Field::On, on, today)?;
        }
        self.put(Kind::Review.id(number), &Part::Review(Review { done_on: on, ..review }));
        Ok(())
    }

    /// Chooses whom to keep, and on which day to write; absent: whoever the conversation was with, and the day that
    /// follows from it.
    pub fn keep_person(
        &mut self,
        number: u16,
        who: Option<Present>,
        due: Option<Date>,
    ) -> Result<(), Refusal> {
        let keep = self.chapter_numbered(number)?.keep;
        self.put(Kind::Keep.id(number), &Part::Keep(Keep { who, due, ..keep }));
        Ok(())
    }

    /// Notes the day the note was sent. Refuses before the conversation was held, and a day to come or before it.
    pub fn send_note(&mut self, number: u16, on: Date, today: Date) -> Result<(), Refusal> {
        let chapter = self.chapter_numbered(number)?;
        let earliest = chapter.talk.done_on.ok_or(Refusal::TalkFirst)?;
        Refusal::unless_past(Field::On, on, today)?;
        if on < earliest {
            return Err(Refusal::Before { field: Field::On, earliest, why: "the day of the conversation" });
        }
        // The name stays with the note, whatever becomes of the person's record.
        let who = chapter.kept().cloned();
        let keep = Keep { who, done_on: Some(on), left: None, ..chapter.keep };
        self.put(Kind::Keep.id(number), &Part::Keep(keep));
        Ok(())
    }

    /// Notes why no note is sent, or with no reason that it is to be written again.
    pub fn leave_note(&mut self, number: u16, reason: Option<Line<500>>) -> Result<(), Refusal> {
        let keep = self.chapter_numbered(number)?.keep;
        self.put(Kind::Keep.id(number), &Part::Keep(Keep { left: reason, done_on: None, ..keep }));
        Ok(())
    }

    /// Closes the gate: finishes the clean-up and moves to the stage Alumni. Refuses while anything is missing.
    pub fn close_ending(
        &mut self,
        number: u16,
        reason: Option<Line<500>>,
        moment: &mut Moment<'_>,
    ) -> Result<(), Refusal> {
        let chapter = self.open_chapter(number)?;
        let today = moment.today();
        let count = chapter.missing(self, today).len();
        if count > 0 {
            return Err(Refusal::GateStaysOpen { count });
        }
        let run = chapter.ending.run;
        if self.playbooks.runs.get(&run).is_some_and(|run| run.finished_on.is_none()) {
            self.playbooks.finish(run, Some(Traits::of(self, today)), today)?;
        }
        let closed = Ending { closed_on: Some(today), ..chapter.ending };
        self.put(Kind::Ending.id(number), &Part::Ending(closed));
        if self.stage_on(today) != Stage::Alumni {
            self.move_stage(Stage::Alumni, today, reason, moment)?;
        }
        Ok(())
    }

    /// Whether a run is the clean-up of a chapter that was closed.
    pub fn is_closed_clean_up(&self, run: RunId) -> bool {
        self.chapters().iter().any(|chapter| chapter.ending.run == run && !chapter.is_open())
    }
}
