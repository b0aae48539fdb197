//! A record in one line, for comparing what was typed with what stands there now.

use super::domain::{Word, day};
use super::partner::{ONE_WAY, TWO_WAY, launched, owner_is, tracked_from};
use crate::domain::{Commitment, LedgerEntry, Milestone, Note, Profile, Pulse, Touchpoint, TractionEvent};

/// What a touchpoint says.
pub fn touchpoint(record: &Touchpoint) -> String {
    let direction = if record.two_way { TWO_WAY } else { ONE_WAY };
    format!("{}, {direction}, {}. {}", record.channel.word(), day(record.on), noted(record.note.as_ref()))
}

/// What a promise of one side says.
pub fn commitment(record: &Commitment) -> String {
    let person = record.person.as_ref().map(|person| format!(", {person}")).unwrap_or_default();
    format!("{}: {}{person}, due {}", record.side.word(), record.what, day(record.dates.first_due()))
}

/// What a milestone says.
pub fn milestone(record: &Milestone) -> String {
    format!("{}, by {}", record.what, day(record.dates.first_due()))
}

/// What a result says.
pub fn traction(record: &TractionEvent) -> String {
    let amount = record.amount.as_ref().map(|amount| format!(", {amount}")).unwrap_or_default();
    format!("{}, {}{amount}. {}", record.kind.word(), day(record.on), noted(record.note.as_ref()))
}

/// What an entry of the ledger says.
pub fn ledger_entry(record: &LedgerEntry) -> String {
    format!(
        "{}, {}, {} of 5 points, {}. {}",
        record.direction.word(),
        record.kind.word(),
        record.points.get(),
        day(record.on),
        noted(record.note.as_ref())
    )
}

/// What a rating says.
pub fn pulse(record: &Pulse) -> String {
    let note = noted(record.note.as_ref());
    format!("{}: {} of 5, {}. {note}", record.by.word(), record.rating.get(), day(record.on))
}

/// What a profile says.
pub fn profile(profile: &Profile) -> String {
    let domain = profile.domain.as_ref().map(ToString::to_string);
    let owner = profile.owner.as_ref().map(|owner| owner_is(owner.as_str()));
    let launched = profile.launched_on.map(launched);
    let tracked = Some(tracked_from(profile.tracked_from));
    let facts = [Some(profile.kind.word().to_owned()), domain, owner, launched, tracked];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    format!("{}: {}", profile.name, facts.join(", "))
}

fn noted(note: Option<&Note>) -> String {
    note.map(ToString::to_string).unwrap_or_default()
}
