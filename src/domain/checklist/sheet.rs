//! What a day makes of a run: which items apply, when each is due, and how far it has come.

use chrono::Weekday;

use crate::domain::collection::Collection;
use crate::domain::date::Date;
use crate::domain::fields::FromJson;
use crate::domain::partner::{Partner, PartnerKind, Stage, Tier};

use super::mark::{Mark, MarkState};
use super::run::{Run, RunId};
use super::template::{Condition, Item, PartnerField, Template};

/// What conditions may know of the partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Traits {
    /// What kind of partnership.
    pub kind: PartnerKind,
    /// How much we invest.
    pub tier: Tier,
    /// Where it stands.
    pub stage: Stage,
}

impl Traits {
    /// Those of a partner on `day`.
    pub fn of(partner: &Partner, day: Date) -> Self {
        Self { kind: partner.profile.kind, tier: partner.tier_on(day), stage: partner.stage_on(day) }
    }
}

/// A run with all that belongs to it.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// Which.
    pub id: RunId,
    /// The run.
    pub run: &'a Run,
    /// What it copied.
    pub template: &'a Template,
    /// How items stand, of this run and others.
    pub(super) marks: &'a Collection<Mark>,
    /// The partner it is for; our own runs have none.
    pub(super) traits: Option<Traits>,
}

/// An item that applies, and how it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing<'a> {
    /// The place of its section.
    pub section: usize,
    /// The item.
    pub item: &'a Item,
    /// What is known of it.
    pub mark: Option<&'a Mark>,
    /// When it is due.
    pub due: Option<Date>,
}

impl Standing<'_> {
    /// How it stands.
    pub fn state(&self) -> &MarkState {
        self.mark.map_or(&MarkState::Open, |mark| &mark.state)
    }

    /// Whether it is still to be done: open, or waiting.
    pub fn is_open(&self) -> bool {
        matches!(self.state(), MarkState::Open | MarkState::Blocked { .. })
    }
}

/// How far a run has come. Items that do not apply by a condition are in none of the counts but their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Items done.
    pub done: usize,
    /// Items done or to be done.
    pub of: usize,
    /// Items still open though their day has passed.
    pub late: usize,
    /// Items decided against, with a reason.
    pub not_applicable: usize,
    /// Items whose conditions do not hold.
    pub hidden: usize,
}

impl<'a> Sheet<'a> {
    /// The items that apply, in their order.
    pub fn standings(self) -> impl Iterator<Item = Standing<'a>> {
        self.template.items().filter(move |(_, item)| self.applies(item)).map(move |(section, item)| {
            let mark = self.marks.get(&Mark::id(self.id, &item.id));
            Standing { section, item, mark, due: self.due(item, mark) }
        })
    }

    /// The item of an id, if it applies.
    pub fn standing(self, item: &str) -> Option<Standing<'a>> {
        self.standings().find(|standing| standing.item.id == item)
    }

    /// How far it has come on `day`.
    pub fn progress(self, day: Date) -> Progress {
        let mut progress = Progress { hidden: self.template.items().count(), ..Progress::default() };
        for standing in self.standings() {
            progress.hidden -= 1;
            match standing.state() {
                MarkState::NotApplicable { .. } => progress.not_applicable += 1,
                MarkState::Done { .. } => {
                    progress.done += 1;
                    progress.of += 1;
                }
                MarkState::Open | MarkState::Blocked { .. } => {
                    progress.of += 1;
                    progress.late += usize::from(standing.due.is_some_and(|due| due < day));
                }
            }
        }
        progress
    }

    /// Required items that apply and are open.
    pub fn required_open(self) -> impl Iterator<Item = Standing<'a>> {
        self.standings().filter(|standing| standing.item.required && standing.is_open())
    }

    /// Whether nothing is left to do: it was finished, or every item that applies is closed.
    pub fn is_over(self) -> bool {
        self.run.finished_on.is_some() || !self.standings().any(|standing| standing.is_open())
    }

    /// The first day on which something open is due.
    pub fn next_due(self) -> Option<Date> {
        self.standings().filter(Standing::is_open).filter_map(|standing| standing.due).min()
    }

    /// The day its next round is counted from, if it comes round. A round that nobody began is over once the one after it
    /// begins, and so is one that was left out.
    pub fn next_round(self, day: Date) -> Option<Date> {
        let recurs = self.template.recurs?;
        let last = self.run.passed_over.map_or(self.run.anchor, |over| over.max(self.run.anchor));
        let mut next = recurs.next(last);
        loop {
            let after = recurs.next(next);
            if after <= next || self.round_begins(after) > day {
                return Some(next);
            }
            next = after;
        }
    }

    /// The day on which the first item of the round counted from `anchor` is due, and `anchor` at the latest.
    pub fn round_begins(self, anchor: Date) -> Date {
        let items = self.template.items().filter(|(_, item)| self.applies(item));
        let first = items.filter_map(|(_, item)| item.due).fold(0, i32::min);
        due_day(anchor, first, self.run.working_days)
    }

    fn due(self, item: &Item, mark: Option<&Mark>) -> Option<Date> {
        let counted = || {
            let days = item.due?;
            Some(due_day(self.run.anchor, days, self.run.working_days))
        };
        mark.and_then(|mark| mark.due).or(item.due_on).or_else(counted)
    }

    fn applies(self, item: &Item) -> bool {
        item.only_if.iter().all(|condition| self.holds(condition))
    }

    fn holds(self, condition: &Condition) -> bool {
        let is_one_of = |answer: &str| condition.is_one_of.iter().any(|one| one == answer);
        match (&condition.question, condition.partner, self.traits) {
            (Some(question), ..) => self.run.answer(question).is_some_and(is_one_of),
            (None, Some(field), Some(traits)) => {
                condition.is_one_of.iter().any(|word| is_trait(traits, field, word))
            }
            (None, ..) => false,
        }
    }
}

/// The day so many days from `anchor`. Counted in working days, Saturdays and Sundays are passed over; 0 is the anchor
/// itself, whatever day it is.
pub fn due_day(anchor: Date, days: i32, working_days: bool) -> Date {
    if !working_days {
        return anchor.plus_days(days.into());
    }
    let step = if days < 0 { -1 } else { 1 };
    let mut day = anchor;
    for _ in 0..days.unsigned_abs() {
        day = day.plus_days(step);
        while matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && day > Date::MIN && day < Date::MAX {
            day = day.plus_days(step);
        }
    }
    day
}

/// Whether a field of the partner is the one of this word, as records write it.
pub(super) fn is_trait(traits: Traits, field: PartnerField, word: &str) -> bool {
    let quoted = ["\"", word, "\""].concat();
    match field {
        PartnerField::Kind => PartnerKind::from_json(&quoted).is_ok_and(|kind| kind == traits.kind),
        PartnerField::Stage => Stage::from_json(&quoted).is_ok_and(|stage| stage == traits.stage),
        PartnerField::Tier => word.parse() == Ok(traits.tier.number()),
    }
}
