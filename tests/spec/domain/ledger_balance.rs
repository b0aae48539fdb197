//! Give and get over the last 180 days.

use bridgekeeper::domain::ledger::LedgerPoints;
use bridgekeeper::domain::partner::Balance;
use bridgekeeper::domain::partner::reading::BALANCE_DAYS;
use bridgekeeper::domain::{Date, Direction, Field, Partner};

use super::given::{TODAY, at, day, ledger_entry, partner};

/// A partner with ledger entries so many days back.
fn with(entries: &[(i64, Direction, u8)]) -> Partner {
    let mut partner = partner();
    for (days_back, direction, points) in entries {
        let entry = ledger_entry(day(TODAY).plus_days(-days_back), *direction, *points);
        at("2026-12-31", |moment| partner.record(entry, moment)).unwrap();
    }
    partner
}

fn check(entries: &[(i64, Direction, u8)], given: u32, got: u32) {
    assert_eq!(with(entries).balance(day(TODAY)), Balance { given, got }, "{entries:?}");
}

#[test]
fn gives_and_gets_are_summed_apart() {
    check(&[], 0, 0);
    check(&[(0, Direction::Give, 5), (1, Direction::Give, 3), (1, Direction::Get, 2)], 8, 2);
}

#[test]
fn the_balance_looks_back_180_days_with_today() {
    assert_eq!(BALANCE_DAYS, 180);
    check(&[(0, Direction::Give, 1)], 1, 0);
    check(&[(179, Direction::Give, 1)], 1, 0);
    check(&[(180, Direction::Give, 1)], 0, 0);
}

#[test]
fn what_is_given_tomorrow_does_not_count_today() {
    check(&[(-1, Direction::Get, 5)], 0, 0);
}

#[test]
fn the_balance_can_be_read_on_the_first_day_of_the_calendar() {
    let mut partner = partner();
    at(TODAY, |moment| partner.record(ledger_entry(Date::MIN, Direction::Give, 2), moment)).unwrap();
    assert_eq!(partner.balance(Date::MIN), Balance { given: 2, got: 0 });
    assert_eq!(partner.balance(Date::MIN.plus_days(179)), Balance { given: 2, got: 0 });
    assert_eq!(partner.balance(Date::MIN.plus_days(180)), Balance::default());
}

#[test]
fn many_entries_do_not_overflow() {
    check(&vec![(0, Direction::Get, 5); 2_000], 0, 10_000);
}

#[test]
fn an_entry_is_worth_1_to_5_points() {
    assert_eq!(LedgerPoints::new(1).map(LedgerPoints::get), Ok(1));
    assert_eq!(LedgerPoints::new(5).map(LedgerPoints::get), Ok(5));
    for points in [0, 6, 255] {
        let refusal = LedgerPoints::new(points).unwrap_err();
        assert_eq!(refusal.to_string(), "Use a whole number from 1 to 5");
        assert_eq!(refusal.field(), Some(Field::Points));
    }
}
