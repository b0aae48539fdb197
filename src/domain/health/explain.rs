//! The very records that a component rests on.

use super::case::{Case, Scene};
use super::reciprocity::WINDOW_DAYS;
use super::relationship::VOICE_DAYS;
use super::traction::HALF_DAYS;
use super::{Component, commitments, milestones, pulse};
use crate::domain::commitment::Commitment;
use crate::domain::contact::{ContactId, Role};
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::domain::ledger::LedgerEntry;
use crate::domain::meeting::MeetingId;
use crate::domain::milestone::Milestone;
use crate::domain::partner::TouchId;
use crate::domain::pulse::{Pulse, RatedBy};
use crate::domain::touchpoint::Touchpoint;
use crate::domain::traction::TractionEvent;

/// A record of a dossier, or a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordId {
    /// A traction event.
    Traction(Id<TractionEvent>),
    /// A commitment.
    Commitment(Id<Commitment>),
    /// A touchpoint.
    Touchpoint(Id<Touchpoint>),
    /// A meeting.
    Meeting(MeetingId),
    /// A milestone.
    Milestone(Id<Milestone>),
    /// A ledger entry.
    Ledger(Id<LedgerEntry>),
    /// A person.
    Contact(ContactId),
    /// A rating.
    Pulse(Id<Pulse>),
}

impl Case<'_> {
    /// The records that a component rests on as of `day`.
    pub fn records(self, component: Component, day: Date) -> Vec<RecordId> {
        let Some(scene) = self.scene(day, day) else { return Vec::new() };
        let mut records = Vec::new();
        match component {
            Component::Traction => traction(&scene, &mut records),
            Component::Commitments => {
                let counted = |(id, promise): (&Id<Commitment>, &Commitment)| {
                    commitments::kept(&scene, &promise.dates).map(|_| RecordId::Commitment(*id))
                };
                records.extend(self.partner.commitments.iter().filter_map(counted));
            }
            Component::Engagement => {
                let last = scene.touches().max_by_key(|touch| (touch.on, touch.record.bits()));
                records.extend(last.map(|touch| match touch.record {
                    TouchId::Touchpoint(id) => RecordId::Touchpoint(id),
                    TouchId::Meeting(id) => RecordId::Meeting(id),
                }));
            }
            Component::Milestones => {
                let counted = |(id, milestone): (&Id<Milestone>, &Milestone)| {
                    milestones::kept(&scene, &milestone.dates).map(|_| RecordId::Milestone(*id))
                };
                records.extend(self.partner.milestones.iter().filter_map(counted));
            }
            Component::Reciprocity => {
                let counted = |(id, entry): (&Id<LedgerEntry>, &LedgerEntry)| {
                    scene.in_last(WINDOW_DAYS, entry.on).then_some(RecordId::Ledger(*id))
                };
                records.extend(self.partner.ledger.iter().filter_map(counted));
            }
            Component::Relationship => relationship(&scene, &mut records),
            Component::Pulse => {
                let ratings = RatedBy::ALL.into_iter().filter_map(|by| pulse::latest(&scene, by));
                records.extend(ratings.map(|(id, _)| RecordId::Pulse(id)));
            }
        }
        records
    }
}

fn traction(scene: &Scene<'_>, records: &mut Vec<RecordId>) {
    let is_early = scene.days_since(scene.known_since) < 2 * HALF_DAYS;
    let days = if is_early { HALF_DAYS } else { 2 * HALF_DAYS };
    let events = scene.partner().traction.iter().filter(|(_, event)| scene.in_last(days, event.on));
    records.extend(events.map(|(id, _)| RecordId::Traction(*id)));
}

/// Champions and sponsors, and everybody with whom we spoke lately.
fn relationship(scene: &Scene<'_>, records: &mut Vec<RecordId>) {
    for tenures in scene.people().filter(|tenures| scene.is(tenures, None)) {
        let Some(who) = tenures.first().map(|tenure| tenure.who) else { continue };
        let is_voice = || scene.last_touch_with(who).is_some_and(|on| scene.days_since(on) < VOICE_DAYS);
        let counts = |role| scene.is(tenures, Some(role));
        if counts(Role::Champion) || counts(Role::EconomicSponsor) || is_voice() {
            records.push(RecordId::Contact(who));
        }
    }
}
