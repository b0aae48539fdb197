//! What a dossier says on a day. Derived each time, never stored.

use crate::domain::commitment::{Commitment, Side};
use crate::domain::contact::ContactId;
use crate::domain::date::Date;
use crate::domain::fact::FactKind;
use crate::domain::id::Id;
use crate::domain::ledger::Direction;
use crate::domain::meeting::MeetingId;
use crate::domain::milestone::Milestone;
use crate::domain::order::sorted_by;
use crate::domain::touchpoint::Touchpoint;

use super::{Entry, Partner};

/// Days of give and get that a balance looks back on, the evaluated day included.
pub const BALANCE_DAYS: i64 = 180;

/// Points given and got in the last [`BALANCE_DAYS`] days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// Points from us to them.
    pub given: u32,
    /// Points from them to us.
    pub got: u32,
}

/// The open promise or milestone that is due first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// Somebody's promise.
    Promise {
        /// Which.
        id: Id<Commitment>,
        /// What was promised.
        what: String,
        /// Whose it is.
        side: Side,
        /// When it is due.
        due: Date,
    },
    /// A milestone of both.
    Milestone {
        /// Which.
        id: Id<Milestone>,
        /// What is to be reached.
        what: String,
        /// When it is due.
        due: Date,
    },
}

impl NextStep {
    /// When it is due.
    pub fn due(&self) -> Date {
        match self {
            Self::Promise { due, .. } | Self::Milestone { due, .. } => *due,
        }
    }

    /// What is to be done.
    pub fn what(&self) -> &str {
        match self {
            Self::Promise { what, .. } | Self::Milestone { what, .. } => what,
        }
    }
}

/// The record that shows a two-way touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TouchId {
    /// A touchpoint that is marked two-way.
    Touchpoint(Id<Touchpoint>),
    /// A meeting that was held.
    Meeting(MeetingId),
}

impl TouchId {
    /// The bits of its id.
    pub const fn bits(self) -> u128 {
        match self {
            Self::Touchpoint(id) => id.bits(),
            Self::Meeting(id) => id.bits(),
        }
    }
}

/// A day on which both sides spoke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TwoWay<'a> {
    /// The day.
    pub on: Date,
    /// Who took part on their side.
    pub with: &'a [ContactId],
    /// What shows it.
    pub record: TouchId,
}

/// What kind of record a timeline item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimelineKind {
    /// A touchpoint.
    Touchpoint,
    /// A meeting that was held.
    Meeting,
    /// A commitment.
    Commitment,
    /// A milestone.
    Milestone,
    /// A traction event.
    Traction,
    /// A ledger entry.
    Ledger,
    /// A pulse.
    Pulse,
    /// A short fact, of that kind.
    Fact(FactKind),
    /// A change of stage.
    Stage,
    /// A change of tier.
    Tier,
}

/// A record in the order of its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimelineItem {
    /// The day it belongs to.
    pub on: Date,
    /// The bits of its id.
    pub id_bits: u128,
    /// What it is.
    pub kind: TimelineKind,
}

/// Days after which a record that is entered later counts as backfilled.
const BACKFILL_DAYS: i64 = 7;

impl TimelineItem {
    /// Whether it was entered more than 7 days after its day. Only what happened can be; a promise
    /// or a stage is dated as it was agreed. `minutes_east` is how far the reader's clock is ahead
    /// of UTC, in which ids keep the time they were made.
    pub fn is_backfilled(&self, minutes_east: i32) -> bool {
        let happens = matches!(
            self.kind,
            TimelineKind::Touchpoint
                | TimelineKind::Meeting
                | TimelineKind::Traction
                | TimelineKind::Ledger
                | TimelineKind::Pulse
        );
        happens && self.on.days_until(entered_on(self.id_bits, minutes_east)) > BACKFILL_DAYS
    }
}

/// The day on which an id with these bits was made: the first 48 are milliseconds since 1970.
fn entered_on(id_bits: u128, minutes_east: i32) -> Date {
    let milliseconds = i64::try_from(id_bits >> 80).unwrap_or(0) + i64::from(minutes_east) * 60_000;
    let days = milliseconds.div_euclid(24 * 60 * 60 * 1000);
    Date::new(1970, 1, 1).map_or(Date::MIN, |first| first.plus_days(days))
}

impl Partner {
    /// The day on which its history here begins: the earliest of its first stage, its launch and
    /// the day tracking began. Lists of earlier days are without it.
    pub fn begins_on(&self) -> Date {
        let stages = self.stage_changes.values().map(|change| change.on);
        let days = stages.chain(self.profile.launched_on).chain([self.profile.tracked_from]);
        days.min().unwrap_or(self.profile.tracked_from)
    }

    /// Every two-way touch on or before `until`: a touchpoint that is marked so, or a meeting that was held. The only
    /// place that says what one is. Touchpoints come before meetings, each with the oldest id first.
    pub fn two_way_touches(&self, until: Date) -> impl DoubleEndedIterator<Item = TwoWay<'_>> {
        let touchpoints = self.touchpoints.iter().filter_map(move |(id, touch)| {
            let is_meant = touch.two_way && touch.on <= until;
            is_meant.then(|| TwoWay { on: touch.on, with: &touch.with, record: TouchId::Touchpoint(*id) })
        });
        let meetings = self.meetings.all.iter().filter_map(move |(id, meeting)| {
            let on = meeting.held_on.filter(|on| *on <= until)?;
            Some(TwoWay { on, with: &meeting.with, record: TouchId::Meeting(*id) })
        });
        touchpoints.chain(meetings)
    }

    /// What a two-way touch was about: the note of a touchpoint, the title of a meeting.
    pub fn topic_of(&self, record: TouchId) -> Option<&str> {
        match record {
            TouchId::Touchpoint(id) => Some(self.touchpoints.get(&id)?.note.as_ref()?.as_str()),
            TouchId::Meeting(id) => Some(self.meetings.all.get(&id)?.title.as_str()),
        }
    }

    /// The day of the last two-way touch on or before `today`.
    pub fn last_two_way(&self, today: Date) -> Option<Date> {
        self.two_way_touches(today).map(|touch| touch.on).max()
    }

    /// Days since the last two-way touch; without one since the partner is known.
    pub fn days_quiet(&self, today: Date) -> i64 {
        self.last_two_way(today).unwrap_or_else(|| self.profile.known_since()).days_until(today)
    }

    /// Points given and got in the last [`BALANCE_DAYS`] days, `today` included.
    pub fn balance(&self, today: Date) -> Balance {
        let first = today.plus_days(1 - BALANCE_DAYS);
        let mut balance = Balance::default();
        for entry in self.ledger.values().filter(|entry| (first..=today).contains(&entry.on)) {
            let side = match entry.direction {
                Direction::Give => &mut balance.given,
                Direction::Get => &mut balance.got,
            };
            *side += u32::from(entry.points.get());
        }
        balance
    }

    /// The open promise or milestone that is due first on `today`.
    pub fn next_step(&self, today: Date) -> Option<NextStep> {
        let promises = self.commitments.iter().filter_map(|(id, promise)| {
            promise.dates.open_due(today).map(|due| NextStep::Promise {
                id: *id,
                what: promise.what.to_string(),
                side: promise.side,
                due,
            })
        });
        let milestones = self.milestones.iter().filter_map(|(id, milestone)| {
            milestone.dates.open_due(today).map(|due| NextStep::Milestone {
                id: *id,
                what: milestone.what.to_string(),
                due,
            })
        });
        promises.chain(milestones).min_by_key(NextStep::due)
    }

    /// Every dated record, latest day first; of one day the latest entered first.
    pub fn timeline(&self) -> Vec<TimelineItem> {
        fn add<E: Entry>(items: &mut Vec<TimelineItem>, partner: &Partner, kind: TimelineKind) {
            items.extend(E::all(partner).iter().map(|(id, entry)| TimelineItem {
                on: entry.on(),
                id_bits: id.bits(),
                kind,
            }));
        }
        let mut items = Vec::new();
        add::<Touchpoint>(&mut items, self, TimelineKind::Touchpoint);
        items.extend(self.meetings.all.iter().filter_map(|(id, meeting)| {
            Some(TimelineItem { on: meeting.held_on?, id_bits: id.bits(), kind: TimelineKind::Meeting })
        }));
        add::<Commitment>(&mut items, self, TimelineKind::Commitment);
        add::<Milestone>(&mut items, self, TimelineKind::Milestone);
        add::<crate::domain::TractionEvent>(&mut items, self, TimelineKind::Traction);
        add::<crate::domain::LedgerEntry>(&mut items, self, TimelineKind::Ledger);
        add::<crate::domain::Pulse>(&mut items, self, TimelineKind::Pulse);
        items.extend(self.facts.iter().map(|(id, fact)| TimelineItem {
            on: fact.on(),
            id_bits: id.bits(),
            kind: TimelineKind::Fact(fact.kind()),
        }));
        items.extend(self.stage_changes.iter().map(|(id, change)| TimelineItem {
            on: change.on,
            id_bits: id.bits(),
            kind: TimelineKind::Stage,
        }));
        items.extend(self.tier_changes.iter().map(|(id, change)| TimelineItem {
            on: change.on,
            id_bits: id.bits(),
            kind: TimelineKind::Tier,
        }));
        sorted_by(items, |one, other| other.cmp(one))
    }
}
