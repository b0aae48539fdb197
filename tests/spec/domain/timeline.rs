//! The timeline: every dated record of a dossier, latest first.

use bridgekeeper::domain::fact::{Fact, FactKind, Signal};
use bridgekeeper::domain::partner::{TimelineItem, TimelineKind};
use bridgekeeper::domain::{Direction, Field, Line, Partner, Stage, StageChange, Tier, TierChange};

use super::given::{
    commitment, day, id, ledger_entry, milestone, partner, promise, pulse, touchpoint, traction,
};

fn check(partner: &Partner, items: &[(&str, u128, TimelineKind)]) {
    let found: Vec<_> =
        partner.timeline().into_iter().map(|item| (item.on, item.id_bits, item.kind)).collect();
    let expected: Vec<_> = items.iter().map(|(on, bits, kind)| (day(on), *bits, *kind)).collect();
    assert_eq!(found, expected);
}

#[test]
fn an_empty_dossier_has_an_empty_timeline() {
    check(&partner(), &[]);
}

#[test]
fn every_kind_of_record_appears_on_its_day_latest_first() {
    let mut partner = partner();
    partner
        .stage_changes
        .insert(id(1), StageChange { on: day("2026-01-01"), to: Stage::Active, reason: None });
    partner.tier_changes.insert(id(2), TierChange { on: day("2026-01-02"), to: Tier::One });
    partner.touchpoints.insert(id(3), touchpoint("2026-01-03"));
    partner.commitments.insert(id(4), commitment("Send the deck", promise("2026-01-04", "2026-12-31")));
    partner.milestones.insert(id(5), milestone("First joint call", promise("2026-01-05", "2026-12-31")));
    partner.traction.insert(id(6), traction("2026-01-06"));
    partner.ledger.insert(id(7), ledger_entry(day("2026-01-07"), Direction::Give, 1));
    partner.pulses.insert(id(8), pulse("2026-01-08"));
    let signal = Signal {
        on: day("2026-01-09"),
        what: Line::parse(Field::What, "They hire").unwrap(),
        expires_on: day("2026-03-01"),
        answered_on: None,
    };
    partner.facts.insert(id(9), Fact::Signal(signal));
    check(
        &partner,
        &[
            ("2026-01-09", 9, TimelineKind::Fact(FactKind::Signal)),
            ("2026-01-08", 8, TimelineKind::Pulse),
            ("2026-01-07", 7, TimelineKind::Ledger),
            ("2026-01-06", 6, TimelineKind::Traction),
            ("2026-01-05", 5, TimelineKind::Milestone),
            ("2026-01-04", 4, TimelineKind::Commitment),
            ("2026-01-03", 3, TimelineKind::Touchpoint),
            ("2026-01-02", 2, TimelineKind::Tier),
            ("2026-01-01", 1, TimelineKind::Stage),
        ],
    );
}

#[test]
fn of_one_day_the_latest_entered_comes_first_whatever_its_kind() {
    let mut partner = partner();
    partner.touchpoints.insert(id(1), touchpoint("2026-01-01"));
    partner.traction.insert(id(2), traction("2026-01-01"));
    partner.pulses.insert(id(3), pulse("2026-01-01"));
    partner.touchpoints.insert(id(4), touchpoint("2026-01-01"));
    partner.touchpoints.insert(id(9), touchpoint("2025-12-31"));
    check(
        &partner,
        &[
            ("2026-01-01", 4, TimelineKind::Touchpoint),
            ("2026-01-01", 3, TimelineKind::Pulse),
            ("2026-01-01", 2, TimelineKind::Traction),
            ("2026-01-01", 1, TimelineKind::Touchpoint),
            ("2025-12-31", 9, TimelineKind::Touchpoint),
        ],
    );
}

#[test]
fn what_is_entered_more_than_7_days_late_is_backfilled() {
    // Made on 21 November 2026 at 23:30 in UTC.
    let made = u128::from(1_795_303_800_000_u64) << 80;
    let item = |kind, on: &str| TimelineItem { on: day(on), id_bits: made | 5, kind };
    let touched = |on: &str, minutes_east| item(TimelineKind::Touchpoint, on).is_backfilled(minutes_east);
    assert!(!touched("2026-11-21", 0));
    assert!(!touched("2026-11-14", 0));
    assert!(touched("2026-11-13", 0));
    assert!(touched("2026-11-14", 60), "the day had begun further east");
    assert!(!touched("2026-11-13", -24 * 60));
    for kind in [TimelineKind::Traction, TimelineKind::Ledger, TimelineKind::Pulse] {
        assert!(item(kind, "2026-01-01").is_backfilled(0));
    }
    for kind in [TimelineKind::Commitment, TimelineKind::Milestone, TimelineKind::Stage, TimelineKind::Tier] {
        assert!(!item(kind, "2026-01-01").is_backfilled(0));
    }
}
