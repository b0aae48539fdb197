//! Health in sentences: what each component rests on, how sure the score is, which rules are in
//! force, where it goes, and what would raise it.

use crate::catalogue::english::domain::{Word, day};
use crate::catalogue::intl::{counted, whole};
use crate::domain::commitment::Side;
use crate::domain::contact::ContactId;
use crate::domain::fact::{AdjustedBand, BreachKind, Fact};
use crate::domain::health::commitments::{CommitmentFigures, Tally};
use crate::domain::health::engagement::EngagementFigures;
use crate::domain::health::pulse::PulseFigures;
use crate::domain::health::reciprocity::LedgerFigures;
use crate::domain::health::relationship::{Champion, RelationshipFigures};
use crate::domain::health::traction::TractionFigures;
use crate::domain::health::{
    Badge, Band, Component, Confidence, Forecast, Health, Points, Raise, Spot, Step, Turn,
};
use crate::domain::order::sorted_by_key;
use crate::domain::{Date, Partner};

impl Word for Component {
    fn word(self) -> &'static str {
        match self {
            Self::Traction => "Traction",
            Self::Commitments => "Commitments",
            Self::Engagement => "Engagement",
            Self::Milestones => "Milestones",
            Self::Reciprocity => "Give and get",
            Self::Relationship => "Relationship",
            Self::Pulse => "Pulse",
        }
    }
}

impl Word for Badge {
    fn word(self) -> &'static str {
        match self {
            Self::Healthy => "Healthy",
            Self::Watch => "Watch",
            Self::AtRisk => "At risk",
            Self::Critical => "Critical",
            Self::ZombieWatch => "Zombie watch",
            Self::Zombie => "Zombie",
            Self::NotEnoughData => "Not enough data",
        }
    }
}

impl Word for Band {
    fn word(self) -> &'static str {
        Badge::of(self, false).word()
    }
}

impl Word for AdjustedBand {
    fn word(self) -> &'static str {
        Band::from(self).word()
    }
}

/// What a component rests on, with its figures.
pub fn sentence(health: &Health, component: Component) -> String {
    let figures = &health.figures;
    match component {
        Component::Traction => traction(&figures.traction),
        Component::Commitments => commitments(&figures.commitments),
        Component::Engagement => engagement(&figures.engagement),
        Component::Milestones => milestones(&figures.milestones),
        Component::Reciprocity => give_and_get(&figures.ledger),
        Component::Relationship => relationship(&figures.relationship, health.day),
        Component::Pulse => pulse(&figures.pulse),
    }
}

fn traction(figures: &TractionFigures) -> String {
    let TractionFigures { latest, before, target, ever, .. } = *figures;
    let points = |count: u32| counted(as_count(count), "point", "points");
    if !ever && figures.known_days < 90 {
        "No result yet. Too early to hold that against anyone: it counts from the 90th day.".to_owned()
    } else if figures.is_early() {
        let expected = whole(usize::from(target));
        format!(
            "{} in the last 90 days, where {expected} are expected. Young, so only these count.",
            points(latest)
        )
    } else if latest + before == 0 {
        let last = if ever { "No result in the last 180 days" } else { "No result ever" };
        format!("{last}; {} are expected in every 90.", points(target.into()))
    } else {
        let (latest, before) = (points(latest), whole(as_count(before)));
        format!(
            "{latest} in the last 90 days and {before} in the 90 before; {} are expected in each.",
            whole(target.into())
        )
    }
}

fn commitments(figures: &CommitmentFigures) -> String {
    let (ours, theirs) = (&figures.ours, &figures.theirs);
    let counted_in_all = ours.counted() + theirs.counted();
    if counted_in_all == 0 {
        return "No promise was due or kept in the last 180 days.".to_owned();
    }
    let mut sentence = match (ours.counted(), theirs.counted()) {
        (_, 0) => format!("We {}; they had nothing to keep", kept(ours, "our", " on time")),
        (0, _) => format!("They {}; we had nothing to keep", kept(theirs, "their", " on time")),
        _ => format!("We {}, they {}", kept(ours, "our", " on time"), kept(theirs, "their", "")),
    };
    match ours.open + theirs.open {
        0 => {}
        1 => sentence += "; 1 is overdue",
        overdue => sentence += &format!("; {} are overdue", whole(as_count(overdue))),
    }
    let moved = ours.moved + theirs.moved;
    if moved > 0 {
        sentence += &format!("; {} put off twice or more and worth half", whole(as_count(moved)));
    }
    if counted_in_all < 2 {
        sentence += ". One promise alone says too little to count";
    }
    sentence + "."
}

/// "kept 3 of 4 promises on time"; without `on_time`, after another side, "kept 3 of 4".
fn kept(tally: &Tally, whose: &str, on_time: &str) -> String {
    let (in_time, all) = (as_count(tally.on_time), as_count(tally.counted()));
    let promises = if on_time.is_empty() { whole(all) } else { counted(all, "promise", "promises") };
    let promise = if on_time.is_empty() { "" } else { " promise" };
    match (in_time, all) {
        (1, 1) => format!("kept {whose} one{promise}{on_time}"),
        (0, 1) => format!("did not keep {whose} one{promise}{on_time}"),
        (2, 2) => format!("kept both{promise}{}{on_time}", if promise.is_empty() { "" } else { "s" }),
        (0, _) => format!("kept none of {promises}{on_time}"),
        _ if in_time == all => format!("kept all {promises}{on_time}"),
        _ => format!("kept {} of {promises}{on_time}", whole(in_time)),
    }
}

fn engagement(figures: &EngagementFigures) -> String {
    let EngagementFigures { last, days, cadence } = *figures;
    let every = days_long(cadence);
    if last.is_none() {
        "We have not spoken yet. Mail that nobody answered does not count.".to_owned()
    } else if days <= cadence {
        format!("We spoke {}, within the {every} we aim for.", ago(days))
    } else if days < 3 * cadence {
        format!(
            "We spoke {}, {} past the {} we aim for.",
            ago(days),
            days_long(days - cadence),
            count_of(cadence)
        )
    } else {
        format!("We spoke {}. With an aim of {every}, that is silence.", ago(days))
    }
}

fn milestones(tally: &Tally) -> String {
    if tally.counted() == 0 {
        return "No milestone was due or reached in the last 180 days.".to_owned();
    }
    let mut parts = Vec::new();
    for (count, what) in [
        (tally.on_time, "reached on time"),
        (tally.late + tally.very_late, "reached late"),
        (tally.open, "not reached"),
    ] {
        if count > 0 {
            parts.push(format!("{} {what}", whole(as_count(count))));
        }
    }
    let mut sentence = parts.join(", ");
    if tally.moved > 0 {
        sentence += &format!("; {} put off twice or more and worth half", whole(as_count(tally.moved)));
    }
    sentence + "."
}

fn give_and_get(figures: &LedgerFigures) -> String {
    let LedgerFigures { given, got, is_young } = *figures;
    let all = given + got;
    if all == 0 {
        return "Nothing given and nothing received in the last 180 days.".to_owned();
    }
    let flow = format!(
        "{} given, {} received in 180 days",
        counted(as_count(given), "point", "points"),
        whole(as_count(got))
    );
    let percent = |part: u32| whole(as_count((200 * part + all) / (2 * all)));
    if is_young {
        let advice =
            if given >= got { "giving more is right" } else { "we should give at least what we get" };
        format!("{flow}. In the first half-year, {advice}.")
    } else if 20 * got < 7 * all {
        format!("{flow}: {}% came back, where 35% is the least that is fair.", percent(got))
    } else if 20 * given < 7 * all {
        format!("{flow}: {}% went out, where 35% is the least that is fair.", percent(given))
    } else {
        format!("{flow}: a fair balance.")
    }
}

fn relationship(figures: &RelationshipFigures, today: Date) -> String {
    if figures.ever == 0 {
        return "Nobody is recorded there yet.".to_owned();
    }
    if figures.employed == 0 {
        return "Everybody we knew there has left.".to_owned();
    }
    let champion = match figures.champion {
        Champion::InTouch { last, .. } => {
            format!("A champion we spoke with {}", ago(last.days_until(today)))
        }
        Champion::Silent { last: Some(last), .. } => {
            format!("A champion silent for {}", days_long(last.days_until(today)))
        }
        Champion::Silent { last: None, .. } => "A champion we have never spoken with".to_owned(),
        Champion::Left { on, .. } => format!("No champion since {}", day(on)),
        Champion::Nobody => "No champion".to_owned(),
    };
    let sponsor = if figures.has_sponsor { "an economic sponsor" } else { "no economic sponsor" };
    let voices = match (figures.voices, figures.employed) {
        (0, _) => "nobody there has talked with us in half a year".to_owned(),
        (1, _) => "one person there has talked with us in half a year".to_owned(),
        (voices, _) => {
            format!("{} people there have talked with us in half a year", whole(as_count(voices)))
        }
    };
    format!("{champion}, {sponsor}; {voices}.")
}

fn pulse(figures: &PulseFigures) -> String {
    match (figures.us, figures.them) {
        (Some(us), Some(them)) => format!("We rate it {us} of 5, they {them}."),
        (Some(us), None) => format!("We rate it {us} of 5. They have not been asked in 90 days."),
        (None, Some(them)) => format!("They rate it {them} of 5. We have not in 90 days."),
        (None, None) => "No rating by either side in the last 90 days.".to_owned(),
    }
}

/// How sure the score is, and what the missing data could change.
pub fn certainty(health: &Health) -> String {
    let (least, most) = health.range;
    let coverage = health.coverage;
    let how = match health.confidence() {
        Confidence::TooLow => {
            return format!(
                "Only {coverage}% of the model has data, and a score takes 30%. As it stands it could be anything from {least} to {most}."
            );
        }
        Confidence::Low => "low",
        Confidence::Medium => "medium",
        Confidence::High => "high",
    };
    let missing = health.to_record();
    let what = match missing.as_slice() {
        [] => return format!("Coverage is {how}: every component has data."),
        [one] => format!("{} has none. Whatever it turned out to be", one.word()),
        _ => "Whatever the rest turned out to be".to_owned(),
    };
    let dot = if missing.len() == 1 { "; " } else { ". " };
    format!(
        "Coverage is {how}: {coverage}% of the model has data{dot}{what}, the score would stay between {least} and {most}."
    )
}

/// What to record so that a missing component counts.
pub fn to_record(component: Component) -> &'static str {
    match component {
        Component::Traction => "A result. A lead that became a meeting is enough",
        Component::Commitments => "Two promises with a day, ours or theirs",
        Component::Engagement => "The last call, meeting or reply",
        Component::Milestones => "A milestone both sides agreed on",
        Component::Reciprocity => "What we gave, and what we got",
        Component::Relationship => "Who we know there",
        Component::Pulse => "How we rate it, and how they do",
    }
}

/// The rules in force, worst first, each in a sentence. `name` knows people by name.
pub fn rules(health: &Health, partner: &Partner, name: &dyn Fn(ContactId) -> Option<String>) -> Vec<String> {
    let mut sentences = Vec::new();
    let rules = &health.rules;
    if let Some(on) = rules.zombie.fires_on.filter(|on| *on <= health.day) {
        sentences.push(format!(
            "Two quarters in a row without any traction. A Zombie since {}: end it, or record the traction that is missing.",
            day(on)
        ));
    }
    if let Some(Fact::Deferral(deferral)) = rules.deferral.and_then(|id| partner.facts.get(&id)) {
        let verb = if health.day < deferral.until { "is" } else { "was" };
        sentences.push(format!(
            "The decision {verb} put off until {}: {}",
            day(deferral.until),
            ended(&deferral.reason)
        ));
    }
    if let Some(Fact::Breach(breach)) = rules.breach.and_then(|id| partner.facts.get(&id)) {
        let kind = match breach.kind {
            BreachKind::Contract => "A breach of contract",
            BreachKind::Data => "A data breach",
        };
        sentences.push(format!("{kind} of {} is open: Critical until it is cleared.", day(breach.on)));
    }
    if let Some(on) = rules.revived_on {
        sentences.push(format!(
            "Back since {} after two empty quarters: at most At risk until a new quarter with traction has closed.",
            day(on)
        ));
    }
    if health.rules.zombie.is_watched(health.day)
        && let Some(on) = rules.zombie.fires_on
    {
        sentences.push(format!(
            "The last whole quarter brought no traction, nor has the time since. Without any it becomes a Zombie on {}.",
            day(on)
        ));
    }
    if let Some((who, on)) = rules.champion_left {
        let who = name(who).unwrap_or_else(|| "The champion".to_owned());
        sentences.push(format!(
            "{who} was the champion until {}, and nobody has taken the place: at most At risk.",
            day(on)
        ));
    }
    if rules.escalation.is_some() {
        sentences.push(
            "An escalation has reached the leaders of both sides: at most At risk until it is closed."
                .to_owned(),
        );
    }
    if let Some(Fact::Adjustment(adjustment)) = rules.adjustment.and_then(|(id, _)| partner.facts.get(&id)) {
        let (band, reason) = (adjustment.band.word(), ended(&adjustment.reason));
        let until = day(adjustment.expires_on.plus_days(-1));
        sentences.push(format!("Set to {band} by hand, up to and including {until}: {reason}"));
    }
    sentences
}

/// Where the partnership goes if nobody acts.
pub fn forecast(forecast: &Forecast, partner: &str) -> String {
    let mut turns = Vec::new();
    if let Some((on, band)) = forecast.first_change.filter(|(_, band)| *band != Band::Zombie) {
        turns.push((on, format!("is {} from {}", band.word(), day(on))));
    }
    if let Some(on) = forecast.watch_on {
        let is = if on > forecast.day {
            "is on Zombie watch from"
        } else {
            "stays on the Zombie watch it has been on since"
        };
        turns.push((on, format!("{is} {}", day(on))));
    }
    if let Some(on) = forecast.zombie_on {
        let is = if forecast.watch_on.is_some() {
            "becomes a Zombie on"
        } else {
            "stays the Zombie it has been since"
        };
        turns.push((on, format!("{is} {}", day(on))));
    }
    let turns = sorted_by_key(turns, |(on, _)| *on);
    let mut parts: Vec<String> = turns.into_iter().map(|(_, part)| part).collect();
    let last = parts.pop().unwrap_or_else(|| "stays as it is".to_owned());
    let before = parts.join(", ");
    let and = if before.is_empty() { "" } else { " and " };
    format!("If nothing changes, {partner} {before}{and}{last}.")
}

/// What to do, as a heading. `name` knows people by name.
pub fn step(step: Step, partner: &Partner, name: &dyn Fn(ContactId) -> Option<String>) -> String {
    let named = |who: Option<ContactId>| who.and_then(name);
    match step {
        Step::CloseCommitment(id) => match partner.commitments.get(&id) {
            Some(promise) if promise.side == Side::Theirs => {
                format!("Get what they promised: {}", promise.what)
            }
            Some(promise) => format!("Do what we promised: {}", promise.what),
            None => "Close the overdue promise".to_owned(),
        },
        Step::Touch(who) => match named(who) {
            Some(name) => format!("Speak with {name}"),
            None => "Speak with somebody there".to_owned(),
        },
        Step::Champion(who) => match named(who) {
            Some(name) => format!("Win {name} as a champion"),
            None => "Find a champion and speak with them".to_owned(),
        },
        Step::Sponsor(_) => "Find out who can say yes to the money".to_owned(),
        Step::ReachMilestone(id) => match partner.milestones.get(&id) {
            Some(milestone) => format!("Reach the milestone: {}", milestone.what),
            None => "Reach the milestone".to_owned(),
        },
        Step::LeadBecameMeeting => "Turn one lead into a meeting".to_owned(),
        Step::Win => "Win one deal together".to_owned(),
        Step::Give => "Give them something worth a point".to_owned(),
        Step::Get => "Ask for something worth a point".to_owned(),
        Step::PulseByUs => "Rate the partnership 5 yourself".to_owned(),
        Step::PulseByThem => "Earn a 5 from them".to_owned(),
    }
}

/// Why a step raises the score.
pub fn why(raise: &Raise) -> String {
    let component = raise.component.word();
    match raise.from {
        Some(from) => format!("{component} {from} to {}", raise.to),
        None => format!("{component} would count, at {}", raise.to),
    }
}

/// What moved the score overnight: "Traction lowered it from 82 to 74".
pub fn turn(turn: &Turn) -> String {
    let Turn { from, to, because, .. } = *turn;
    let verb = if to > from { "lifted" } else { "lowered" };
    format!("{} {verb} it from {from} to {to}", because.word())
}

/// A day of the trend, for those who read it as a table.
pub fn spot(spot: &Spot) -> String {
    match (spot.score, spot.badge) {
        (Some(score), Some(badge)) => format!("{score}, {}", badge.word()),
        (None, Some(badge)) => badge.word().to_owned(),
        (_, None) => "Not scored".to_owned(),
    }
}

/// Points of a component as a figure, or a dash.
pub fn points(points: Option<Points>) -> String {
    points.map_or_else(|| "–".to_owned(), |points| points.rounded().to_string())
}

/// Tenths as a figure with one decimal.
pub fn tenths(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn as_count(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

fn count_of(days: i64) -> String {
    whole(usize::try_from(days).unwrap_or(0))
}

fn days_long(days: i64) -> String {
    counted(usize::try_from(days).unwrap_or(0), "day", "days")
}

fn ago(days: i64) -> String {
    match days {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        days => format!("{} ago", days_long(days)),
    }
}

/// A reason as the end of a sentence.
fn ended(reason: &crate::domain::Line<500>) -> String {
    let reason = reason.as_str();
    let dot = if reason.ends_with(['.', '!', '?', '…']) { "" } else { "." };
    format!("{reason}{dot}")
}
