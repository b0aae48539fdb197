//! Relationship: who speaks for us there, who decides, and how many we know.

use super::case::Scene;
use super::people::Tenure;
use super::points::Points;
use crate::domain::contact::{ContactId, Role};
use crate::domain::date::Date;

/// How it stands with the champion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Champion {
    /// Nobody is, and nobody was.
    Nobody,
    /// Somebody was, until this day.
    Left {
        /// Who it was.
        who: ContactId,
        /// The last day.
        on: Date,
    },
    /// Somebody is, and has been silent for more than twice the cadence, or always.
    Silent {
        /// Who it is.
        who: ContactId,
        /// The last two-way touch.
        last: Option<Date>,
    },
    /// Somebody is, and we spoke.
    InTouch {
        /// Who it is.
        who: ContactId,
        /// The last two-way touch.
        last: Date,
    },
}

impl Champion {
    /// Whether somebody is.
    pub fn is_current(self) -> bool {
        matches!(self, Self::Silent { .. } | Self::InTouch { .. })
    }
}

/// What the relationship rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RelationshipFigures {
    /// The champion.
    pub champion: Champion,
    /// Whether there is a current economic sponsor.
    pub has_sponsor: bool,
    /// People employed there with a two-way touch in the last 180 days.
    pub voices: u32,
    /// People employed there.
    pub employed: u32,
    /// People ever recorded there.
    pub ever: u32,
}

/// Days that a touch makes somebody a voice.
pub(super) const VOICE_DAYS: i64 = 180;

impl RelationshipFigures {
    /// 40 for a champion in touch, 30 for a sponsor, 30 for two voices. Missing when nobody was
    /// ever recorded there.
    pub(super) fn points(&self) -> Option<Points> {
        let champion = if matches!(self.champion, Champion::InTouch { .. }) { 40 } else { 0 };
        let sponsor = if self.has_sponsor { 30 } else { 0 };
        let voices = if self.voices >= 2 { 30 } else { 0 };
        (self.ever > 0).then(|| Points::share(champion + sponsor + voices, 100))
    }
}

pub(super) fn figures(scene: &Scene<'_>) -> RelationshipFigures {
    let mut figures = RelationshipFigures {
        champion: Champion::Nobody,
        has_sponsor: false,
        voices: 0,
        employed: 0,
        ever: 0,
    };
    for tenures in scene.people() {
        let Some(Tenure { who, .. }) = tenures.first().copied() else { continue };
        if !was_recorded(scene, tenures) {
            continue;
        }
        figures.ever += 1;
        let is_employed = scene.is(tenures, None);
        let last = if is_employed { scene.last_touch_with(who) } else { None };
        if is_employed {
            figures.employed += 1;
            figures.voices += u32::from(last.is_some_and(|on| scene.days_since(on) < VOICE_DAYS));
            figures.has_sponsor |= scene.is(tenures, Some(Role::EconomicSponsor));
        }
        let champion = if is_employed && scene.is(tenures, Some(Role::Champion)) {
            match last {
                Some(last) if scene.days_since(last) <= 2 * scene.cadence => Champion::InTouch { who, last },
                last => Champion::Silent { who, last },
            }
        } else {
            match was_champion_until(scene, tenures) {
                Some(on) => Champion::Left { who, on },
                None => Champion::Nobody,
            }
        };
        if rank(champion) > rank(figures.champion) {
            figures.champion = champion;
        }
    }
    figures
}

/// The better and the later champion stands for all.
fn rank(champion: Champion) -> (u8, Option<Date>) {
    match champion {
        Champion::Nobody => (0, None),
        Champion::Left { on, .. } => (1, Some(on)),
        Champion::Silent { last, .. } => (2, last),
        Champion::InTouch { last, .. } => (3, Some(last)),
    }
}

fn was_recorded(scene: &Scene<'_>, tenures: &[Tenure]) -> bool {
    let begun = |from: Option<Date>| from.is_none_or(|from| from <= scene.known);
    tenures.iter().any(|tenure| tenure.role.is_none() && begun(tenure.from))
}

/// The last day before the evaluated one on which the person was both employed there and the
/// champion.
fn was_champion_until(scene: &Scene<'_>, tenures: &[Tenure]) -> Option<Date> {
    let yesterday = scene.day.plus_days(-1);
    let mut until: Option<Date> = None;
    for held in tenures.iter().filter(|held| held.role == Some(Role::Champion)) {
        for job in tenures.iter().filter(|job| job.role.is_none()) {
            let from = held.from.max(job.from);
            let ends = [scene.end(held.to), scene.end(job.to), Some(yesterday)];
            let to = ends.into_iter().flatten().min();
            if from.is_none_or(|from| from <= scene.known && to.is_some_and(|to| from <= to)) {
                until = until.max(to);
            }
        }
    }
    until
}
