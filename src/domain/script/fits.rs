//! Which of the built-in scripts suit how a partner stands today.

use crate::domain::date::Date;
use crate::domain::fact::Fact;
use crate::domain::health::Health;
use crate::domain::partner::{Partner, Stage, Tier};
use crate::domain::traction::TractionKind;

/// Scripts named at most.
const MOST: usize = 4;
/// Days in which a conversation is fresh enough for a recap.
const RECAP_DAYS: i64 = 3;
/// Days in which a win is worth writing about.
const WIN_DAYS: i64 = 90;

/// The words of the scripts that suit `partner`, whose health on `day` is given, the most pressing first; at most
/// four. `cadence_days` is how often one should speak in its tier.
pub fn fitting(
    partner: &Partner,
    health: Option<&Health>,
    cadence_days: i64,
    day: Date,
) -> Vec<&'static str> {
    // Not by the badge: a worse band stands in front of the watch, and the quarter has closed empty all the same.
    let zombie = health.map(|health| health.rules.zombie).unwrap_or_default();
    let is_zombie = zombie.has_fired(day);
    let mut fitting: Vec<&'static str> = Vec::new();
    let spoke = partner.last_two_way(day).map(|on| on.days_until(day));
    let is_fresh = spoke.is_some_and(|days| days <= RECAP_DAYS);
    let is_escalated = partner.facts.values().any(|fact| {
        matches!(fact, Fact::Escalation(one) if one.on <= day && one.closed_on.is_none_or(|on| on > day))
    });
    let has_signal = partner.facts.values().any(|fact| {
        matches!(fact, Fact::Signal(one) if one.is_live(day) && one.answered_on.is_none_or(|on| on > day))
    });
    let has_win = partner.traction.values().any(|event| {
        event.kind == TractionKind::Win && event.on <= day && event.on.days_until(day) <= WIN_DAYS
    });
    if is_zombie {
        fitting.extend(["request-ending-call", "ending-conversation", "joint-narrative-public"]);
    }
    if zombie.is_watched(day) {
        fitting.extend(["watch-warning", "review-invite"]);
    }
    fitting.extend(is_escalated.then_some("escalation-note"));
    fitting.extend(has_signal.then_some("intent-reply"));
    fitting.extend(is_fresh.then_some("recap"));
    if !is_zombie && spoke.is_some_and(|days| days > cadence_days) {
        fitting.push(keep_in_touch(partner.tier_on(day)));
    }
    fitting.extend(has_win.then_some("early-win-case-request"));
    fitting.extend_from_slice(match partner.stage_on(day) {
        Stage::Prospect => &["give-intel", "give-comarketing", "give-product"],
        Stage::Qualifying => &["ask-statement", "objection-probes", "decision-questions"],
        Stage::Onboarding => &["close-faster", "forwardable-pitch", "next-steps-close"],
        Stage::Active if is_zombie => &[],
        Stage::Active => &["review-invite", "close-faster", "forwardable-pitch"],
        Stage::Paused => &["keep-in-touch-tier-3"],
        Stage::Ending => {
            &["joint-narrative-public", "joint-narrative-internal", "formal-notice", "deletion-request"]
        }
        Stage::Alumni => &["alumni-note", "keep-in-touch-tier-1", "post-mortem-invite"],
    });
    let mut once: Vec<&'static str> = Vec::new();
    for id in fitting {
        if !once.contains(&id) {
            once.push(id);
        }
    }
    once.truncate(MOST);
    once
}

const fn keep_in_touch(tier: Tier) -> &'static str {
    match tier {
        Tier::One => "keep-in-touch-tier-1",
        Tier::Two => "keep-in-touch-tier-2",
        Tier::Three => "keep-in-touch-tier-3",
        Tier::Four => "keep-in-touch-tier-4",
    }
}
