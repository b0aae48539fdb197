//! Noting a short fact. The nine kinds share one draft: each uses the few of its signals that it needs.

use leptos::prelude::*;

use crate::catalogue::{
    Word, companion::question, facts as words, partner as common, partner_health as health,
};
use crate::domain::fact::{
    AdjustedBand, Adjustment, Ask, AskKind, Breach, BreachKind, DecisionAnswer, DecisionTopic, Deferral,
    Escalation, FactKind, FitAspect, FitRating, Part, Signal as IntentSignal, Stakeholder, Stance, Who,
};
use crate::domain::{ContactId, Date, Entry, Fact, Field, Line, PartnerId, Rating, Refusal};
use crate::kit::{ChoiceField, DateField, TextField};
use crate::parts::form::FormErrors;
use crate::state::deeds::{self, Deed};
use crate::state::desk::Desk;

use super::super::subject::people_of;
use super::{Draft, today_text};

/// Days that a band set by hand holds unless said otherwise.
const ADJUSTMENT_DAYS: i64 = 30;
/// Days that a decision is put off unless said otherwise.
const DEFERRAL_DAYS: i64 = 14;
/// Days that a signal is worth acting on unless said otherwise.
const SIGNAL_DAYS: i64 = 30;

/// What is typed about a short fact.
#[derive(Clone, Copy)]
pub struct FactDraft {
    kind: FactKind,
    /// Whether the day can be chosen: a band set by hand and a decision put off begin when they are made.
    has_day: bool,
    on: RwSignal<String>,
    /// When it ends, or when it was over.
    end: RwSignal<String>,
    /// When a signal was answered.
    answered: RwSignal<String>,
    text: RwSignal<String>,
    more: RwSignal<String>,
    /// The place of what is chosen first: the band, the kind, the level, the part, the respect, the topic.
    first: RwSignal<usize>,
    /// The place of what is chosen next: the stance, the rating, whether it is known.
    second: RwSignal<usize>,
    /// The place of a stakeholder among `people`; then come a name and nobody.
    who: RwSignal<usize>,
    people: StoredValue<Vec<(ContactId, String)>>,
}

impl FactDraft {
    /// A form with dull defaults. `first` is the place of what is chosen first.
    pub fn blank(kind: FactKind, first: usize, partner: PartnerId) -> Self {
        let today = untrack(|| Desk::of_page().today());
        let days = match kind {
            FactKind::Adjustment => Some(ADJUSTMENT_DAYS),
            FactKind::Deferral => Some(DEFERRAL_DAYS),
            FactKind::Signal => Some(SIGNAL_DAYS),
            _ => None,
        };
        let people = if kind == FactKind::Stakeholder { people_of(partner, &[]) } else { Vec::new() };
        Self {
            kind,
            has_day: !matches!(kind, FactKind::Adjustment | FactKind::Deferral),
            on: today_text(),
            end: RwSignal::new(days.map(|days| today.plus_days(days).to_string()).unwrap_or_default()),
            answered: RwSignal::default(),
            text: RwSignal::default(),
            more: RwSignal::default(),
            first: RwSignal::new(first),
            // In the middle: a rating of 3. A stance is not known yet.
            second: RwSignal::new(match kind {
                FactKind::Fit => 2,
                FactKind::Stakeholder => place_of(Stance::ALL, Stance::Unknown),
                _ => 0,
            }),
            who: RwSignal::new(0),
            people: StoredValue::new(people),
        }
    }

    fn line<const MOST: usize>(self, field: Field) -> Result<Line<MOST>, Refusal> {
        Line::parse(field, &self.text.get_untracked())
    }

    fn maybe(self, field: Field) -> Result<Option<Line<500>>, Refusal> {
        Line::parse_optional(field, &self.text.get_untracked())
    }

    /// The day of the field `end`.
    fn ends(self) -> Result<Date, Refusal> {
        Refusal::date(Field::Until, &self.end.get_untracked())
    }

    fn whom(self) -> Result<Who, Refusal> {
        let place = self.who.get_untracked();
        self.people.with_value(|people| match people.get(place) {
            Some((contact, _)) => Ok(Who::Contact(*contact)),
            None if place == people.len() => Ok(Who::Name(self.line(Field::Name)?)),
            None => Ok(Who::Unnamed),
        })
    }

    /// A list to choose from first.
    fn chosen_first<W: Word>(self, label: &'static str, all: &[W]) -> AnyView {
        choice(label, all.iter().map(|one| one.word().to_owned()).collect(), self.first, true)
    }

    /// The day of it.
    fn day(self, label: &'static str, errors: FormErrors) -> AnyView {
        self.has_day
            .then(|| view! { <DateField label value=self.on error=errors.at(Field::On) /> })
            .into_any()
    }

    /// One line of text.
    fn said(self, label: &'static str, error: Signal<Option<String>>, more: Said) -> AnyView {
        let Said { hint, optional, focus } = more;
        view! { <TextField label value=self.text error hint optional focus /> }.into_any()
    }

    fn stakeholder_fields(self, errors: FormErrors) -> AnyView {
        let mut names: Vec<String> =
            self.people.with_value(|people| people.iter().map(|(_, name)| name.clone()).collect());
        let by_name = names.len();
        names.extend([words::BY_NAME, words::NOBODY_KNOWS].map(str::to_owned));
        let is_by_name = Memo::new(move |_| self.who.get() == by_name);
        let parts = Part::ALL.iter().map(|part| part.word().to_owned()).collect();
        let stances = Stance::ALL.iter().map(|stance| stance.word().to_owned()).collect();
        view! {
            <div class="columns">
                {choice(words::WHO, names, self.who, true)}
                {move || {
                    is_by_name
                        .get()
                        .then(|| self.said(words::THEIR_NAME, errors.at(Field::Name), Said::REQUIRED))
                }}
                {choice(words::THEIR_PART, parts, self.first, false)}
                {choice(words::THEIR_STANCE, stances, self.second, false)}
                {self.day(words::LEARNT_ON, errors)}
            </div>
        }
        .into_any()
    }
}

/// What lines of text differ in.
#[derive(Clone, Copy)]
struct Said {
    hint: &'static str,
    optional: bool,
    focus: bool,
}

impl Said {
    const REQUIRED: Self = Self { hint: "", optional: false, focus: false };
    const OPTIONAL: Self = Self { hint: "", optional: true, focus: false };
}

impl Draft for FactDraft {
    type Record = Fact;

    fn adds(self) -> Deed {
        match self.kind {
            FactKind::Adjustment => deeds::ADJUST_BAND,
            FactKind::Deferral => deeds::PUT_OFF,
            FactKind::Breach => deeds::LOG_BREACH,
            FactKind::Escalation => deeds::LOG_ESCALATION,
            FactKind::Signal => deeds::LOG_SIGNAL,
            FactKind::Stakeholder => deeds::ADD_STAKEHOLDER,
            FactKind::Fit => deeds::RATE_FIT,
            FactKind::Decision => deeds::NOTE_DECISION,
            FactKind::Ask => deeds::NOTE_ASK,
        }
    }

    fn corrects(self) -> &'static str {
        match self.kind {
            FactKind::Adjustment => words::EDIT_BAND,
            FactKind::Deferral => words::EDIT_DEFERRAL,
            FactKind::Breach => words::EDIT_BREACH,
            FactKind::Escalation => words::EDIT_ESCALATION,
            FactKind::Signal => words::EDIT_SIGNAL,
            FactKind::Stakeholder => words::EDIT_STAKEHOLDER,
            FactKind::Fit => words::EDIT_FIT,
            FactKind::Decision => words::EDIT_DECISION,
            FactKind::Ask => words::EDIT_ASK,
        }
    }

    fn of(partner: PartnerId, record: &Fact) -> Self {
        let draft = Self { has_day: true, ..Self::blank(record.kind(), 0, partner) };
        draft.on.set(record.on().to_string());
        let end = |on: Option<Date>| draft.end.set(on.map(|on| on.to_string()).unwrap_or_default());
        let text =
            |line: Option<&Line<500>>| draft.text.set(line.map(ToString::to_string).unwrap_or_default());
        match record {
            Fact::Adjustment(fact) => {
                draft.first.set(place_of(AdjustedBand::ALL, fact.band));
                end(Some(fact.expires_on));
                text(Some(&fact.reason));
            }
            Fact::Deferral(fact) => {
                end(Some(fact.until));
                text(Some(&fact.reason));
            }
            Fact::Breach(fact) => {
                draft.first.set(place_of(BreachKind::ALL, fact.kind));
                end(fact.cleared_on);
                text(fact.what.as_ref());
            }
            Fact::Escalation(fact) => {
                draft.first.set(usize::from(fact.level).saturating_sub(1));
                end(fact.closed_on);
                text(fact.what.as_ref());
            }
            Fact::Signal(fact) => {
                end(Some(fact.expires_on));
                text(Some(&fact.what));
                draft.answered.set(fact.answered_on.map(|on| on.to_string()).unwrap_or_default());
            }
            Fact::Stakeholder(fact) => {
                draft.first.set(place_of(Part::ALL, fact.part));
                draft.second.set(place_of(Stance::ALL, fact.stance));
                // Somebody who left since then can still be chosen.
                let too: &[ContactId] = if let Who::Contact(who) = &fact.who { &[*who] } else { &[] };
                let people = people_of(partner, too);
                draft.who.set(match &fact.who {
                    Who::Contact(who) => {
                        people.iter().position(|(id, _)| id == who).unwrap_or(people.len() + 1)
                    }
                    Who::Name(_) => people.len(),
                    Who::Unnamed => people.len() + 1,
                });
                draft.people.set_value(people);
                if let Who::Name(name) = &fact.who {
                    draft.text.set(name.to_string());
                }
            }
            Fact::Fit(fact) => {
                draft.first.set(place_of(FitAspect::ALL, fact.aspect));
                draft.second.set(5usize.saturating_sub(usize::from(fact.rating.get())));
                text(Some(&fact.evidence));
            }
            Fact::Decision(fact) => {
                draft.first.set(place_of(DecisionTopic::ALL, fact.topic));
                draft.second.set(usize::from(!fact.known));
                text(fact.answer.as_ref());
            }
            Fact::Ask(fact) => {
                draft.first.set(place_of(AskKind::ALL, fact.kind));
                text(fact.specifics.as_ref());
                draft.more.set(fact.success.as_ref().map(ToString::to_string).unwrap_or_default());
            }
        }
        draft
    }

    fn read(self, _: Option<&Fact>) -> Result<Fact, Refusal> {
        let on = Refusal::date(Field::On, &self.on.get_untracked())?;
        let (first, second) = (self.first.get_untracked(), self.second.get_untracked());
        Ok(match self.kind {
            FactKind::Adjustment => Fact::Adjustment(Adjustment {
                on,
                band: picked(AdjustedBand::ALL, first)?,
                expires_on: self.ends()?,
                reason: self.line(Field::Reason)?,
            }),
            FactKind::Deferral => {
                Fact::Deferral(Deferral { on, until: self.ends()?, reason: self.line(Field::Reason)? })
            }
            FactKind::Breach => Fact::Breach(Breach {
                on,
                kind: picked(BreachKind::ALL, first)?,
                what: self.maybe(Field::What)?,
                cleared_on: maybe_day(self.end)?,
            }),
            FactKind::Escalation => Fact::Escalation(Escalation {
                on,
                level: u8::try_from(first + 1).unwrap_or(u8::MAX),
                what: self.maybe(Field::What)?,
                closed_on: maybe_day(self.end)?,
            }),
            FactKind::Signal => Fact::Signal(IntentSignal {
                on,
                what: self.line(Field::What)?,
                expires_on: self.ends()?,
                answered_on: maybe_day(self.answered)?,
            }),
            FactKind::Stakeholder => Fact::Stakeholder(Stakeholder {
                on,
                who: self.whom()?,
                part: picked(Part::ALL, first)?,
                stance: picked(Stance::ALL, second)?,
            }),
            FactKind::Fit => Fact::Fit(FitRating {
                on,
                aspect: picked(FitAspect::ALL, first)?,
                rating: Rating::new(u8::try_from(5usize.saturating_sub(second)).unwrap_or(0))?,
                evidence: self.line(Field::Evidence)?,
            }),
            FactKind::Decision => Fact::Decision(DecisionAnswer {
                on,
                topic: picked(DecisionTopic::ALL, first)?,
                known: second == 0,
                answer: self.maybe(Field::What)?,
            }),
            FactKind::Ask => Fact::Ask(Ask {
                on,
                kind: picked(AskKind::ALL, first)?,
                specifics: self.maybe(Field::What)?,
                success: Line::parse_optional(Field::Note, &self.more.get_untracked())?,
            }),
        })
    }

    fn fields(self, errors: FormErrors) -> AnyView {
        let ends = |label, hint| {
            view! { <DateField label value=self.end error=errors.at(Field::Until) hint /> }.into_any()
        };
        let over = |label, value| {
            view! { <DateField label value error=errors.at(Field::DoneOn) optional=true /> }.into_any()
        };
        let say = |label, field, said| self.said(label, errors.at(field), said);
        let (row, below) = match self.kind {
            FactKind::Adjustment => {
                let ((ends_label, hint), (why, why_hint)) = (health::BAND_ENDS, health::BAND_WHY);
                let row = vec![
                    self.chosen_first(health::BAND, AdjustedBand::ALL),
                    self.day(common::DAY, errors),
                    ends(ends_label, hint),
                ];
                (row, vec![say(why, Field::Reason, Said { hint: why_hint, ..Said::REQUIRED })])
            }
            FactKind::Deferral => {
                let ((ends_label, hint), (why, why_hint)) = (health::DECIDE_ON, health::PUT_OFF_WHY);
                let why = say(why, Field::Reason, Said { hint: why_hint, focus: true, ..Said::REQUIRED });
                (vec![self.day(common::DAY, errors), ends(ends_label, hint)], vec![why])
            }
            FactKind::Breach => {
                let row = vec![
                    self.chosen_first(words::WHAT_BREACHED, BreachKind::ALL),
                    self.day(common::DAY, errors),
                    over(words::CLEARED_ON, self.end),
                ];
                (row, vec![say(words::WHAT_HAPPENED, Field::What, Said::OPTIONAL)])
            }
            FactKind::Escalation => {
                let levels = words::LEVELS.map(str::to_owned).to_vec();
                let row = vec![
                    choice(words::LEVEL, levels, self.first, true),
                    self.day(words::SINCE, errors),
                    over(words::CLOSED_ON, self.end),
                ];
                (row, vec![say(words::ABOUT_WHAT, Field::What, Said::OPTIONAL)])
            }
            FactKind::Signal => {
                let seen = Said { hint: words::WHAT_SEEN_HINT, focus: true, ..Said::REQUIRED };
                let row = vec![
                    self.day(words::SEEN_ON, errors),
                    ends(words::EXPIRES_ON, ""),
                    over(words::ANSWERED_ON, self.answered),
                ];
                (vec![say(words::WHAT_SEEN, Field::What, seen)], row)
            }
            FactKind::Stakeholder => return self.stakeholder_fields(errors),
            FactKind::Fit => {
                let ratings = words::RATINGS.map(str::to_owned).to_vec();
                let row = vec![
                    self.chosen_first(words::WHICH_RESPECT, FitAspect::ALL),
                    choice(words::HOW_WELL, ratings, self.second, false),
                    self.day(common::DAY, errors),
                ];
                let evidence = Said { hint: words::EVIDENCE_HINT, ..Said::REQUIRED };
                (row, vec![say(words::EVIDENCE, Field::Evidence, evidence)])
            }
            FactKind::Decision => {
                let topics: Vec<String> =
                    DecisionTopic::ALL.iter().map(|topic| question(*topic).to_owned()).collect();
                let known = words::KNOWN_OR_NOT.map(str::to_owned).to_vec();
                let row = vec![
                    choice(words::WHICH_QUESTION, topics, self.first, false),
                    choice(words::IS_IT_KNOWN, known, self.second, true),
                    self.day(common::DAY, errors),
                ];
                (row, vec![say(words::THE_ANSWER, Field::What, Said::OPTIONAL)])
            }
            FactKind::Ask => {
                let row =
                    vec![self.chosen_first(words::WHAT_OUTCOME, AskKind::ALL), self.day(common::DAY, errors)];
                let exactly = say(words::WHAT_EXACTLY, Field::What, Said::OPTIONAL);
                let success = view! {
                    <TextField
                        label=words::WHAT_SUCCESS
                        value=self.more
                        error=errors.at(Field::Note)
                        optional=true
                    />
                };
                (row, vec![exactly, success.into_any()])
            }
        };
        let (row, below) = if self.kind == FactKind::Signal {
            (row.into_any(), view! { <div class="columns">{below}</div> }.into_any())
        } else {
            (view! { <div class="columns">{row}</div> }.into_any(), below.into_any())
        };
        view! {
            {row}
            {below}
        }
        .into_any()
    }

    fn words(record: &Fact) -> String {
        let name = |who: ContactId| name_of(who);
        words::in_one_line(record, record.on(), &name)
    }
}

/// What a person is called.
fn name_of(who: ContactId) -> Option<String> {
    Desk::of_page()
        .read_once(|workspace| workspace.contacts.get(&who).map(|contact| contact.person.name.to_string()))
}

fn choice(label: &'static str, choices: Vec<String>, place: RwSignal<usize>, focus: bool) -> AnyView {
    view! { <ChoiceField label choices place focus /> }.into_any()
}

fn picked<W: Copy>(all: &[W], place: usize) -> Result<W, Refusal> {
    all.get(place).copied().ok_or(Refusal::Empty { field: Field::What })
}

fn place_of<W: Copy + PartialEq>(all: &[W], one: W) -> usize {
    all.iter().position(|other| *other == one).unwrap_or(0)
}

/// A day that need not be there yet.
fn maybe_day(text: RwSignal<String>) -> Result<Option<Date>, Refusal> {
    let text = text.get_untracked();
    if text.trim().is_empty() { Ok(None) } else { Refusal::date(Field::DoneOn, &text).map(Some) }
}
