//! A record in the words of the history.

use crate::catalogue::facts::{ToldFact, told as told_fact};
use crate::catalogue::trash::MEETING;
use crate::catalogue::{Word, partner as words};
use crate::domain::fact::{FactKind, Who};
use crate::domain::partner::{TimelineItem, TimelineKind};
use crate::domain::{
    Commitment, ContactId, Date, Direction, Entry, Fact, Id, LedgerEntry, Meeting, Milestone, Partner, Pulse,
    Side, Touchpoint, TractionEvent,
};
use crate::state::desk::Desk;

/// A record in the words of the history.
#[derive(Clone, PartialEq)]
pub struct Told {
    /// The day it belongs to.
    pub on: Date,
    /// Its icon.
    pub icon: &'static str,
    /// What it is.
    pub title: String,
    /// What belongs to it.
    pub meta: Vec<String>,
    /// Its words.
    pub note: Option<String>,
    /// Whether it is a promise or milestone that was closed.
    pub is_closed: bool,
    /// Whether it is a signal, breach or escalation that nobody has settled.
    pub is_open: bool,
}

/// The record, and who took part in it.
pub fn tell_with(partner: &Partner, item: TimelineItem, today: Date) -> Option<(Told, Vec<ContactId>)> {
    let with = match item.kind {
        TimelineKind::Touchpoint => {
            partner.entry::<Touchpoint>(Id::from_bits(item.id_bits)).map(|touch| touch.with.clone())
        }
        TimelineKind::Meeting => {
            partner.entry::<Meeting>(Id::from_bits(item.id_bits)).map(|meeting| meeting.with.clone())
        }
        TimelineKind::Fact(_) => match partner.entry::<Fact>(Id::from_bits(item.id_bits)) {
            Some(Fact::Stakeholder(stakeholder)) => match stakeholder.who {
                Who::Contact(who) => Some(vec![who]),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    };
    Some((tell(partner, item, today)?, with.unwrap_or_default()))
}

/// What people are called; those who were deleted are left out.
pub fn names(people: &[ContactId]) -> Vec<String> {
    Desk::of_page().read(|workspace| {
        let contacts = people.iter().filter_map(|id| workspace.contacts.get(id));
        contacts.map(|contact| contact.person.name.to_string()).collect()
    })
}

fn tell(partner: &Partner, item: TimelineItem, today: Date) -> Option<Told> {
    let bits = item.id_bits;
    let told = match item.kind {
        TimelineKind::Touchpoint => {
            let touch = partner.entry::<Touchpoint>(Id::from_bits(bits))?;
            Told {
                on: touch.on,
                icon: "chat",
                title: touch.channel.word().to_owned(),
                meta: vec![if touch.two_way { words::TWO_WAY } else { words::ONE_WAY }.to_owned()],
                note: touch.note.as_ref().map(ToString::to_string),
                is_closed: false,
                is_open: false,
            }
        }
        TimelineKind::Meeting => {
            let meeting = partner.entry::<Meeting>(Id::from_bits(bits))?;
            Told {
                on: meeting.held_on?,
                icon: "meetings",
                title: meeting.title.to_string(),
                meta: vec![MEETING.to_owned(), meeting.how.word().to_owned(), words::TWO_WAY.to_owned()],
                note: None,
                is_closed: false,
                is_open: false,
            }
        }
        TimelineKind::Traction => {
            let event = partner.entry::<TractionEvent>(Id::from_bits(bits))?;
            let points = words::points(event.kind.points());
            let mut meta = vec![words::RESULT.to_owned(), points, event.attribution.word().to_lowercase()];
            meta.extend(event.amount.as_ref().map(ToString::to_string));
            Told {
                on: event.on,
                icon: "traction",
                title: event.kind.word().to_owned(),
                meta,
                note: event.note.as_ref().map(ToString::to_string),
                is_closed: false,
                is_open: false,
            }
        }
        TimelineKind::Ledger => {
            let entry = partner.entry::<LedgerEntry>(Id::from_bits(bits))?;
            Told {
                on: entry.on,
                icon: if entry.direction == Direction::Give { "ours" } else { "theirs" },
                title: words::exchanged(entry.direction.word(), entry.kind.word()),
                meta: vec![words::points(entry.points.get())],
                note: entry.note.as_ref().map(ToString::to_string),
                is_closed: false,
                is_open: false,
            }
        }
        TimelineKind::Pulse => {
            let pulse = partner.entry::<Pulse>(Id::from_bits(bits))?;
            Told {
                on: pulse.on,
                icon: "star",
                title: words::rated(pulse.rating.get()),
                meta: vec![words::rated_by(pulse.by.word())],
                note: pulse.note.as_ref().map(ToString::to_string),
                is_closed: false,
                is_open: false,
            }
        }
        TimelineKind::Commitment => {
            let promise = partner.entry::<Commitment>(Id::from_bits(bits))?;
            let is_ours = promise.side == Side::Ours;
            let mut meta = vec![if is_ours { words::OUR_PROMISE } else { words::THEIR_PROMISE }.to_owned()];
            meta.extend(promise.person.as_ref().map(ToString::to_string));
            meta.push(words::promise_state(&promise.dates.state_on(today), words::DONE));
            Told {
                on: promise.dates.made_on(),
                icon: if promise.side == Side::Ours { "ours" } else { "theirs" },
                title: promise.what.to_string(),
                meta,
                note: None,
                is_closed: promise.dates.outcome().is_some(),
                is_open: false,
            }
        }
        TimelineKind::Milestone => {
            let milestone = partner.entry::<Milestone>(Id::from_bits(bits))?;
            let state = words::promise_state(&milestone.dates.state_on(today), words::REACHED);
            Told {
                on: milestone.dates.made_on(),
                icon: "flag",
                title: milestone.what.to_string(),
                meta: vec![words::MILESTONE.to_owned(), state],
                note: None,
                is_closed: milestone.dates.outcome().is_some(),
                is_open: false,
            }
        }
        TimelineKind::Fact(kind) => {
            let fact = partner.entry::<Fact>(Id::from_bits(bits))?;
            // Who a stakeholder is, the caller looks up.
            let ToldFact { title, meta, note } = told_fact(fact, &|_| None);
            let icon = match kind {
                FactKind::Adjustment => "edit",
                FactKind::Deferral => "clock",
                FactKind::Breach => "critical",
                FactKind::Escalation => "level",
                FactKind::Signal => "bell",
                FactKind::Stakeholder => "person",
                FactKind::Fit => "gate",
                FactKind::Decision => "key",
                FactKind::Ask => "target",
            };
            let is_open = match fact {
                Fact::Signal(fact) => fact.answered_on.is_none() && fact.is_live(today),
                Fact::Breach(fact) => fact.cleared_on.is_none(),
                Fact::Escalation(fact) => fact.closed_on.is_none(),
                _ => false,
            };
            Told { on: fact.on(), icon, title, meta, note, is_closed: false, is_open }
        }
        TimelineKind::Stage => {
            let change = partner.stage_changes.get(&Id::from_bits(bits))?;
            Told {
                on: change.on,
                icon: "clock",
                title: words::stage_change(change.to.word()),
                meta: change.reason.iter().map(ToString::to_string).collect(),
                note: None,
                is_closed: false,
                is_open: false,
            }
        }
        TimelineKind::Tier => {
            let change = partner.tier_changes.get(&Id::from_bits(bits))?;
            Told {
                on: change.on,
                icon: "clock",
                title: change.to.word().to_owned(),
                meta: Vec::new(),
                note: None,
                is_closed: false,
                is_open: false,
            }
        }
    };
    Some(told)
}
