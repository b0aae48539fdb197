//! The decision that a Zombie is owed, and the outline of it while there is time: the sentence, the rule, and the
//! evidence quarter by quarter. What can be done about it, the screen says.

use leptos::prelude::*;

use crate::catalogue::{Word, health as sentences, partner_health as words};
use crate::domain::health::{Badge, Case, Health, QuarterSeen};
use crate::domain::{ContactId, Date};
use crate::kit::Slab;

use super::band::look;

/// What the slab says.
#[derive(Clone, PartialEq)]
pub struct Evidence {
    title: String,
    /// Whether there is time left.
    is_watch: bool,
    fires_on: Date,
    told: Vec<String>,
    quarters: Vec<QuarterSeen>,
    /// Whether the decision was put off before: that can be done once.
    pub was_put_off: bool,
}

impl Evidence {
    /// The evidence on the day of `health`; `None` when the rule has nothing to say. `name_of` knows people by name.
    pub fn of(
        case: Case<'_>,
        health: &Health,
        name_of: &dyn Fn(ContactId) -> Option<String>,
    ) -> Option<Self> {
        let (zombie, day) = (health.rules.zombie, health.day);
        let is_watch = zombie.is_watched(day);
        if !is_watch && !zombie.has_fired(day) {
            return None;
        }
        let was_put_off = health.rules.deferral.is_some();
        let told = if is_watch {
            vec![words::WATCH_WHY.to_owned()]
        } else {
            // The rule comes first among the sentences, and what was put off after it.
            let rules = sentences::rules(health, case.partner, name_of).into_iter();
            rules.take(1 + usize::from(was_put_off)).collect()
        };
        let last = case.partner.traction.values().map(|event| event.on).filter(|on| *on <= day).max();
        Some(Self {
            title: words::nothing_to_show(case.partner.profile.name.as_str(), last),
            is_watch,
            fires_on: zombie.fires_on?,
            told,
            quarters: case.quarters(day),
            was_put_off,
        })
    }

    /// Whether there is time left.
    pub fn is_watch(&self) -> bool {
        self.is_watch
    }
}

/// The slab, with the buttons of the screen.
pub fn slab(evidence: Evidence, actions: AnyView) -> AnyView {
    let Evidence { title, is_watch, fires_on, told, quarters, .. } = evidence;
    let (badge, kicker) = if is_watch {
        (Badge::ZombieWatch, words::becomes_zombie(fires_on))
    } else {
        (Badge::Zombie, words::decision_owed(fires_on))
    };
    let told: Vec<_> = told.into_iter().map(|words| view! { <p class="slab__text">{words}</p> }).collect();
    let quarters: Vec<_> = quarters.iter().map(quarter).collect();
    view! {
        <Slab icon=look(badge) word=badge.word() kicker title is_outline=is_watch>
            {told}
            <ol class="quarters" aria-label=words::QUARTERS>
                {quarters}
            </ol>
            <div class="cluster">{actions}</div>
        </Slab>
    }
    .into_any()
}

/// What a quarter brought, and what was done in it.
fn quarter(seen: &QuarterSeen) -> AnyView {
    let name = words::quarter(seen.quarter, seen.is_complete);
    let passed_over = (!seen.is_evaluable()).then(|| words::passed_over(seen.is_known, seen.paused_days));
    view! {
        <li>
            <span>{name}</span>
            <b>{words::results(seen.events)}</b>
            <span>{words::effort(seen.touches, seen.gives)}</span>
            {passed_over.map(|words| view! { <span>{words}</span> })}
        </li>
    }
    .into_any()
}
