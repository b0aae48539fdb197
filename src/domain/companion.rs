//! Scores that stand beside health and are never mixed into it: Fit, Decision clarity, Give first.

use std::sync::Arc;

use super::contact::{Contact, ContactId};
use super::date::Date;
use super::fact::{DecisionAnswer, DecisionTopic, Fact, FactId, FitAspect, Part, Who};
use super::ledger::Direction;
use super::partner::Partner;
use super::table::Table;

/// How well a partner fits our ideal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fit {
    /// Hundredths, 100 to 500; none until all four respects are rated.
    pub hundredths: Option<u16>,
    /// The rating that counts in each respect, in the order of [`FitAspect::ALL`], with its record.
    pub ratings: [Option<(FactId, u8)>; 4],
}

/// Least hundredths to go ahead with.
const GO: u16 = 350;

impl Fit {
    /// Whether to go ahead; none until all four respects are rated.
    pub fn is_go(&self) -> Option<bool> {
        self.hundredths.map(|hundredths| hundredths >= GO)
    }

    /// The respects that are not rated, in their order.
    pub fn unrated(&self) -> Vec<FitAspect> {
        let unrated = FitAspect::ALL.iter().zip(self.ratings).filter(|(_, rating)| rating.is_none());
        unrated.map(|(aspect, _)| *aspect).collect()
    }

    /// The respect that takes most from the result; the first of equal ones, and none when all is ideal.
    pub fn weakest(&self) -> Option<FitAspect> {
        let mut weakest = None;
        let mut most = 0;
        for (aspect, rating) in FitAspect::ALL.iter().zip(self.ratings) {
            let lost = rating.map_or(0, |(_, rating)| aspect.weight() * u16::from(5 - rating.min(5)));
            if lost > most {
                (weakest, most) = (Some(*aspect), lost);
            }
        }
        weakest
    }
}

impl FitAspect {
    /// What a respect counts for, in %.
    pub const fn weight(self) -> u16 {
        match self {
            Self::Capacity | Self::Commitment => 25,
            Self::Capability => 30,
            Self::Culture => 20,
        }
    }
}

/// How much is known about the way they decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecisionClarity {
    /// The steps from yes to signed are known.
    pub steps: bool,
    /// Somebody who approves is named.
    pub approver: bool,
    /// Somebody else with a say is named.
    pub others: bool,
    /// The time of each step is known.
    pub timeline: bool,
    /// They have done this before.
    pub precedent: bool,
    /// The papers are known.
    pub paper_process: bool,
    /// There are stakeholders and none of them has a name.
    pub is_nobody_named: bool,
}

impl DecisionClarity {
    /// 0 to 6.
    pub fn points(&self) -> u8 {
        let known =
            [self.steps, self.approver, self.others, self.timeline, self.precedent, self.paper_process];
        known.into_iter().map(u8::from).sum()
    }

    /// Whether it deserves a warning: nobody of the stakeholders is named, or there is no precedent.
    pub fn is_flagged(&self) -> bool {
        self.is_nobody_named || !self.precedent
    }
}

/// Who gave first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GiveFirst {
    /// The day of our first give.
    pub first_give: Option<Date>,
    /// The day of our first get.
    pub first_get: Option<Date>,
    /// The day of our first ask.
    pub first_ask: Option<Date>,
}

impl GiveFirst {
    /// Whether we got or asked before we gave anything. On one day it was in order.
    pub fn is_flagged(&self) -> bool {
        let takes = [self.first_get, self.first_ask].into_iter().flatten().min();
        takes.is_some_and(|took| self.first_give.is_none_or(|gave| took < gave))
    }
}

impl Partner {
    /// How well the partner fits as of `day`.
    pub fn fit(&self, day: Date) -> Fit {
        let mut ratings = [None; 4];
        let mut sum = Some(0);
        for (kept, aspect) in ratings.iter_mut().zip(FitAspect::ALL) {
            let rated = self.facts.iter().filter_map(|(id, fact)| match fact {
                Fact::Fit(rating) if rating.aspect == *aspect && rating.on <= day => {
                    Some((rating.on, *id, rating.rating.get()))
                }
                _ => None,
            });
            *kept = rated.max_by_key(|(on, id, _)| (*on, *id)).map(|(_, id, rating)| (id, rating));
            sum = sum.zip(*kept).map(|(sum, (_, rating))| sum + aspect.weight() * u16::from(rating));
        }
        Fit { hundredths: sum, ratings }
    }

    /// How much is known as of `day` about the way they decide.
    pub fn decision_clarity(&self, contacts: &Table<ContactId, Arc<Contact>>, day: Date) -> DecisionClarity {
        let known =
            |topic: DecisionTopic| self.decision_answer(topic, day).is_some_and(|(_, answer)| answer.known);
        let (mut approver, mut others, mut unnamed) = (false, false, false);
        for fact in self.facts.values() {
            let Fact::Stakeholder(stakeholder) = fact else { continue };
            if stakeholder.on > day {
                continue;
            }
            let is_named = match &stakeholder.who {
                Who::Contact(contact) => contacts.contains_key(contact),
                Who::Name(_) => true,
                Who::Unnamed => false,
            };
            match (is_named, stakeholder.part) {
                (true, Part::Approver) => approver = true,
                (true, Part::Other) => others = true,
                (false, _) => unnamed = true,
            }
        }
        DecisionClarity {
            steps: known(DecisionTopic::Steps),
            approver,
            others,
            timeline: known(DecisionTopic::Timeline),
            precedent: known(DecisionTopic::Precedent),
            paper_process: known(DecisionTopic::PaperProcess),
            is_nobody_named: unnamed && !approver && !others,
        }
    }

    /// What is known as of `day` about one question of how they decide: the latest answer.
    pub fn decision_answer(&self, topic: DecisionTopic, day: Date) -> Option<(FactId, &DecisionAnswer)> {
        let answers = self.facts.iter().filter_map(|(id, fact)| match fact {
            Fact::Decision(answer) if answer.topic == topic && answer.on <= day => Some((*id, answer)),
            _ => None,
        });
        answers.max_by_key(|(id, answer)| (answer.on, *id))
    }

    /// Who gave first, as of `day`.
    pub fn give_first(&self, day: Date) -> GiveFirst {
        let first = |direction: Direction| {
            let entries =
                self.ledger.values().filter(|entry| entry.direction == direction && entry.on <= day);
            entries.map(|entry| entry.on).min()
        };
        let asks = self.facts.values().filter_map(|fact| match fact {
            Fact::Ask(ask) if ask.on <= day => Some(ask.on),
            _ => None,
        });
        GiveFirst {
            first_give: first(Direction::Give),
            first_get: first(Direction::Get),
            first_ask: asks.min(),
        }
    }

    /// What we ask of them as of `day`: the latest ask.
    pub fn ask(&self, day: Date) -> Option<(FactId, &super::fact::Ask)> {
        let asks = self.facts.iter().filter_map(|(id, fact)| match fact {
            Fact::Ask(ask) if ask.on <= day => Some((*id, ask)),
            _ => None,
        });
        asks.max_by_key(|(id, ask)| (ask.on, *id))
    }
}
