//! Fiscal quarters under every start month, and cadence.

use bridgekeeper::domain::{Cadence, Date, FiscalStart, Quarter};
use proptest::prelude::*;

use super::given::{any_day, day};

fn start(month: u8) -> FiscalStart {
    FiscalStart::new(month).unwrap()
}

fn check(fiscal_start: u8, on: &str, quarter: &str, first_day: &str, last_day: &str) {
    let found = Quarter::of(day(on), start(fiscal_start));
    let told = (found.to_string(), found.first_day().to_string(), found.last_day().to_string());
    assert_eq!(told, (quarter.into(), first_day.into(), last_day.into()), "{on}, start {fiscal_start}");
}

fn all_starts() -> impl Iterator<Item = FiscalStart> {
    (1..=12).map(start)
}

#[test]
fn a_fiscal_year_begins_in_a_month_from_1_to_12() {
    assert!(FiscalStart::new(1).is_ok());
    assert!(FiscalStart::new(12).is_ok());
    assert_eq!(FiscalStart::default(), FiscalStart::JANUARY);
    for month in [0, 13, 255] {
        let refusal = FiscalStart::new(month).unwrap_err();
        assert_eq!(refusal.to_string(), "Use a whole number from 1 to 12");
    }
}

#[test]
fn calendar_quarters_turn_at_midnight_of_their_last_day() {
    check(1, "2026-01-01", "Q1 2026", "2026-01-01", "2026-03-31");
    check(1, "2026-03-31", "Q1 2026", "2026-01-01", "2026-03-31");
    check(1, "2026-04-01", "Q2 2026", "2026-04-01", "2026-06-30");
    check(1, "2026-06-30", "Q2 2026", "2026-04-01", "2026-06-30");
    check(1, "2026-07-01", "Q3 2026", "2026-07-01", "2026-09-30");
    check(1, "2026-12-31", "Q4 2026", "2026-10-01", "2026-12-31");
}

#[test]
fn a_fiscal_year_bears_the_number_of_the_year_it_ends_in() {
    check(4, "2026-03-31", "Q4 2026", "2026-01-01", "2026-03-31");
    check(4, "2026-04-01", "Q1 2027", "2026-04-01", "2026-06-30");
    check(4, "2027-01-01", "Q4 2027", "2027-01-01", "2027-03-31");
    check(12, "2026-11-30", "Q4 2026", "2026-09-01", "2026-11-30");
    check(12, "2026-12-01", "Q1 2027", "2026-12-01", "2027-02-28");
}

#[test]
fn a_quarter_can_span_the_turn_of_the_year_and_a_leap_day() {
    check(2, "2026-12-31", "Q4 2027", "2026-11-01", "2027-01-31");
    check(2, "2027-01-31", "Q4 2027", "2026-11-01", "2027-01-31");
    check(3, "2024-02-29", "Q4 2024", "2023-12-01", "2024-02-29");
}

#[test]
fn a_quarter_that_the_calendar_cuts_keeps_what_lies_inside() {
    check(2, "1900-01-01", "Q4 1900", "1900-01-01", "1900-01-31");
    check(2, "2200-12-31", "Q4 2201", "2200-11-01", "2200-12-31");
    check(1, "2200-12-31", "Q4 2200", "2200-10-01", "2200-12-31");
}

/// A quarter wholly outside the calendar borrowed the calendar's edge as its only day, so 1 January
/// 1900 lay in two quarters.
#[test]
fn a_quarter_beyond_the_calendar_holds_no_day() {
    let before = Quarter::of(Date::MIN, FiscalStart::JANUARY).previous();
    let after = Quarter::of(Date::MAX, FiscalStart::JANUARY).next();
    assert!(!before.contains(Date::MIN));
    assert!(!after.contains(Date::MAX));
}

#[test]
fn every_day_lies_in_exactly_one_quarter_whatever_the_start() {
    for start in all_starts() {
        let mut date = Date::MIN;
        let mut quarter = Quarter::of(date, start);
        loop {
            let of_day = Quarter::of(date, start);
            if of_day != quarter {
                assert_eq!(of_day, quarter.next(), "{date} skips a quarter");
                assert_eq!(date, of_day.first_day());
                assert_eq!(date.plus_days(-1), quarter.last_day());
                quarter = of_day;
            }
            assert!(quarter.contains(date), "{quarter} holds {date}");
            if date == Date::MAX {
                break;
            }
            date = date.plus_days(1);
        }
    }
}

#[test]
fn quarter_one_begins_in_the_start_month() {
    for start in all_starts() {
        let first = Quarter::of(Date::new(2026, start.month().into(), 1).unwrap(), start);
        assert_eq!(first.number(), 1);
        let numbers: Vec<i32> = std::iter::successors(Some(first), |quarter| Some(quarter.next()))
            .map(Quarter::number)
            .take(5)
            .collect();
        assert_eq!(numbers, [1, 2, 3, 4, 1], "start {}", start.month());
    }
}

proptest! {
    #[test]
    fn next_and_previous_undo_each_other(date in any_day(), month in 1..=12_u8) {
        let quarter = Quarter::of(date, start(month));
        prop_assert_eq!(quarter.next().previous(), quarter);
        prop_assert_eq!(quarter.previous().next(), quarter);
        prop_assert!(quarter.previous() < quarter && quarter < quarter.next());
    }

    #[test]
    fn a_day_lies_in_its_quarter_and_not_in_the_neighbours(date in any_day(), month in 1..=12_u8) {
        let quarter = Quarter::of(date, start(month));
        prop_assert!(quarter.first_day() <= date && date <= quarter.last_day());
        prop_assert!(quarter.contains(date));
        prop_assert!(!quarter.next().contains(date) && !quarter.previous().contains(date));
        prop_assert!((1..=4).contains(&quarter.number()));
    }

    #[test]
    fn the_fourth_quarter_ends_in_the_year_the_fiscal_year_is_named_after(
        date in any_day().prop_filter("whole years", |date| date.year() < 2199),
        month in 1..=12_u8,
    ) {
        let quarter = Quarter::of(date, start(month));
        let to_the_fourth = usize::try_from(4 - quarter.number()).unwrap();
        let fourth = (0..to_the_fourth).fold(quarter, |quarter, _| quarter.next());
        prop_assert_eq!(fourth.number(), 4);
        prop_assert_eq!(fourth.last_day().year(), quarter.fiscal_year());
    }

    #[test]
    fn four_quarters_on_is_the_same_quarter_a_year_later(date in any_day(), month in 1..=12_u8) {
        let quarter = Quarter::of(date, start(month));
        let later = quarter.next().next().next().next();
        prop_assert_eq!((later.number(), later.fiscal_year()), (quarter.number(), quarter.fiscal_year() + 1));
    }
}

#[test]
fn twice_the_ideal_is_too_long() {
    let lengths = |ideal| (Cadence::every(ideal).ideal_days, Cadence::every(ideal).longest_days);
    assert_eq!(lengths(30), (30, 60));
    assert_eq!(lengths(365), (365, 730));
    assert_eq!(lengths(u16::MAX), (u16::MAX, u16::MAX));
}
