//! What past endings teach: their root causes, counted, and those that fit a partner that has just begun.

use crate::domain::date::Date;
use crate::domain::moment::Moment;
use crate::domain::order::{sorted_by, sorted_by_key};
use crate::domain::partner::{Partner, PartnerId, Stage};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::workspace::Workspace;
use crate::domain::{Commitment, Line, Promise, Side};

use super::parts::{Action, Heeded, Part, PartId};

/// A root cause of an ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastCause {
    /// Whose ending.
    pub partner: PartnerId,
    /// Which of its endings.
    pub chapter: u16,
    /// The answer that is the cause.
    pub why: PartId,
    /// The name of the cause.
    pub cause: String,
    /// The answer.
    pub what: String,
    /// What changes because of it.
    pub action: Option<(PartId, Action)>,
    /// The day the ending was closed, or began.
    pub on: Date,
}

/// The root causes of all endings, the latest ending first.
pub fn causes(workspace: &Workspace) -> Vec<PastCause> {
    let mut all = Vec::new();
    for (id, partner) in workspace.partners.iter().filter(|(_, partner)| !partner.endings.is_empty()) {
        for chapter in partner.chapters() {
            let on = chapter.ending.closed_on.unwrap_or(chapter.ending.begun_on);
            let causes = chapter.causes().into_iter().map(|branch| PastCause {
                partner: *id,
                chapter: chapter.number(),
                why: branch.id,
                cause: branch.why.cause.as_ref().map(ToString::to_string).unwrap_or_default(),
                what: branch.why.what.to_string(),
                action: chapter.action_of(branch.id).map(|(id, action)| (id, action.clone())),
                on,
            });
            all.extend(causes);
        }
    }
    sorted_by(all, |one, other| other.on.cmp(&one.on))
}

/// How often each cause stands, the most frequent first; capitals do not tell causes apart, and it is spelt as in
/// the latest ending.
pub fn counted(causes: &[PastCause]) -> Vec<(String, usize)> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for one in causes {
        match counts.iter_mut().find(|(cause, _)| is_same_cause(cause, &one.cause)) {
            Some((_, count)) => *count += 1,
            None => counts.push((one.cause.clone(), 1)),
        }
    }
    sorted_by(counts, |one, other| {
        other.1.cmp(&one.1).then_with(|| one.0.to_lowercase().cmp(&other.0.to_lowercase()))
    })
}

/// Whether two names mean one cause.
pub fn is_same_cause(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// A past cause that fits a partner, and why it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The cause.
    pub past: PastCause,
    /// Whether both partnerships are of one kind.
    pub same_kind: bool,
    /// The tags both have.
    pub tags: Vec<String>,
    /// Whether that one did not get beyond Onboarding either.
    pub died_in_onboarding: bool,
}

impl Match {
    /// The closer it fits, the more.
    fn weight(&self) -> usize {
        2 * usize::from(self.same_kind) + 2 * self.tags.len() + usize::from(self.died_in_onboarding)
    }
}

/// Past causes that fit a partner in Onboarding on `day`, the closest fit first, then the latest: of the same kind, or
/// with a tag in common. The stage that was reached brings a cause forward, and is none alone. What was answered for
/// this partner is left out.
pub fn matching(workspace: &Workspace, id: PartnerId, day: Date) -> Vec<Match> {
    let Some(partner) = workspace.partner(id).filter(|partner| partner.stage_on(day) == Stage::Onboarding)
    else {
        return Vec::new();
    };
    let heeded: Vec<(PartnerId, PartId)> = partner
        .ending_parts()
        .filter_map(|(_, part)| match part {
            Part::Heeded(heeded) => Some((heeded.partner, heeded.cause)),
            _ => None,
        })
        .collect();
    let fits = |past: PastCause| {
        let theirs = workspace.partner(past.partner)?;
        let chapter = theirs.chapters().into_iter().find(|chapter| chapter.number() == past.chapter)?;
        let common = partner.tags.iter().filter(|(tag, _)| theirs.tags.contains_key(tag));
        let fit = Match {
            same_kind: theirs.profile.kind == partner.profile.kind,
            tags: common.map(|(_, tag)| tag.as_str().to_owned()).collect(),
            died_in_onboarding: chapter.reached(theirs) == Stage::Onboarding,
            past,
        };
        (fit.same_kind || !fit.tags.is_empty()).then_some(fit)
    };
    let open = causes(workspace).into_iter().filter(|past| !heeded.contains(&(past.partner, past.why)));
    sorted_by_key(open.filter_map(fits).collect(), |fit| std::cmp::Reverse(fit.weight()))
}

impl Partner {
    /// Sets a past cause aside for this partner.
    pub fn set_cause_aside(&mut self, of: PartnerId, cause: PartId, today: Date) {
        let heeded = Heeded { partner: of, cause, on: today, acted: false };
        self.put(heeded.id(), &Part::Heeded(heeded));
    }

    /// Does something about a past cause here: a promise of ours, due on a day to come or today. Refuses an earlier
    /// one.
    pub fn act_on_cause(
        &mut self,
        of: PartnerId,
        cause: PartId,
        what: Line<200>,
        due: Date,
        moment: &mut Moment<'_>,
    ) -> Result<(), Refusal> {
        let today = moment.today();
        if due < today {
            return Err(Refusal::Before { field: Field::Due, earliest: today, why: "today" });
        }
        let dates = Promise::new(today, due)?;
        let promise = Commitment { what, side: Side::Ours, person: None, dates, from_meeting: None };
        self.record(promise, moment)?;
        let heeded = Heeded { partner: of, cause, on: today, acted: true };
        self.put(heeded.id(), &Part::Heeded(heeded));
        Ok(())
    }
}
