//! Days: 1900 to 2200, written year-month-day.

use bridgekeeper::domain::date::DateError;
use bridgekeeper::domain::fields::FromJson;
use bridgekeeper::domain::{Date, Field, Refusal};
use proptest::prelude::*;

use super::given::{any_day, day};

fn check(typed: &str, read: Result<&str, DateError>) {
    let parsed = typed.parse::<Date>().map(|date| date.to_string());
    assert_eq!(parsed, read.map(str::to_owned), "{typed:?}");
}

#[test]
fn the_calendar_runs_from_1900_to_2200() {
    check("1900-01-01", Ok("1900-01-01"));
    check("2200-12-31", Ok("2200-12-31"));
    assert_eq!((Date::MIN, Date::MAX), (day("1900-01-01"), day("2200-12-31")));
}

#[test]
fn a_day_beyond_the_calendar_is_refused_for_its_range() {
    for typed in ["1899-12-31", "2201-01-01", "9999-12-31", "20266-01-01", "275760-09-13", "0026-01-01"] {
        check(typed, Err(DateError::OutOfRange));
    }
    assert_eq!(Date::new(1899, 12, 31), Err(DateError::OutOfRange));
    assert_eq!(Date::new(2201, 1, 1), Err(DateError::OutOfRange));
}

#[test]
fn what_names_no_day_is_refused_for_its_form() {
    let no_days = [
        "",
        "  ",
        "today",
        "2026",
        "2026-11",
        "2026-00-10",
        "2026-13-01",
        "2026-04-31",
        "2026-11-00",
        "21.11.2026",
        "11/21/2026",
        "2026-11-21-1",
        "2026-11-21T00:00:00",
        "-2026-11-21",
        "+2026-11-21",
        "2026--21",
        "2026 -11-21",
        "２０２６-11-21",
        "9999999999999999999999-01-01",
    ];
    for typed in no_days {
        check(typed, Err(DateError::NotADay));
    }
}

#[test]
fn blank_ends_and_missing_zeros_are_forgiven() {
    check("  2026-11-21\n", Ok("2026-11-21"));
    check("2026-1-5", Ok("2026-01-05"));
}

#[test]
fn the_29th_of_february_is_a_day_only_in_leap_years() {
    for leap in ["1904-02-29", "2000-02-29", "2024-02-29", "2196-02-29"] {
        check(leap, Ok(leap));
    }
    for common in ["1900-02-29", "2026-02-29", "2100-02-29", "2200-02-29"] {
        check(common, Err(DateError::NotADay));
    }
}

#[test]
fn counting_crosses_leap_days() {
    assert_eq!(day("2024-02-28").plus_days(1), day("2024-02-29"));
    assert_eq!(day("2024-02-29").plus_days(1), day("2024-03-01"));
    assert_eq!(day("2026-03-01").plus_days(-1), day("2026-02-28"));
    assert_eq!(day("2024-02-29").days_until(day("2025-02-28")), 365);
}

#[test]
fn counting_stops_at_the_edges_of_the_calendar() {
    assert_eq!(Date::MAX.plus_days(1), Date::MAX);
    assert_eq!(Date::MAX.plus_days(0), Date::MAX);
    assert_eq!(Date::MAX.plus_days(-1), day("2200-12-30"));
    assert_eq!(Date::MIN.plus_days(-1), Date::MIN);
    assert_eq!(Date::MIN.plus_days(1), day("1900-01-02"));
    assert_eq!(day("2026-06-15").plus_days(i64::MAX), Date::MAX);
    assert_eq!(day("2026-06-15").plus_days(i64::MIN), Date::MIN);
    assert_eq!(day("2026-06-15").plus_days(100_000_000), Date::MAX);
}

#[test]
fn days_until_an_earlier_day_are_negative() {
    assert_eq!(day("2026-06-15").days_until(day("2026-06-15")), 0);
    assert_eq!(day("2026-06-15").days_until(day("2026-06-14")), -1);
    assert_eq!(Date::MIN.days_until(Date::MAX), 109_937);
}

#[test]
fn a_date_field_says_what_to_type() {
    let sentence = |typed| Refusal::date(Field::Due, typed).unwrap_err().to_string();
    assert_eq!(sentence(" "), "Choose a day");
    assert_eq!(sentence("2026-02-30"), "Write the date as year-month-day, for example 2026-11-21");
    assert_eq!(sentence("9999-01-01"), "Use a date between the years 1900 and 2200");
    assert_eq!(Refusal::date(Field::Due, "9999-01-01").unwrap_err().field(), Some(Field::Due));
    assert_eq!(Refusal::date(Field::Due, "2026-11-21"), Ok(day("2026-11-21")));
}

#[test]
fn a_stored_day_is_its_text_and_nothing_else_is_read_as_one() {
    assert_eq!(serde_json::to_string(&day("2026-11-21")).unwrap(), r#""2026-11-21""#);
    for wrong in [r#""2026-02-30""#, r#""2201-01-01""#, r#""""#, "20261121", "null", "true"] {
        assert!(Date::from_json(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn a_year_earlier_is_the_same_day_or_the_one_before_a_leap_day() {
    let earlier = |text: &str| text.parse::<Date>().unwrap().a_year_earlier().to_string();
    assert_eq!(earlier("2026-11-21"), "2025-11-21");
    assert_eq!(earlier("2028-02-29"), "2027-02-28");
    assert_eq!(earlier("2029-02-28"), "2028-02-28");
    assert_eq!(Date::MIN.a_year_earlier(), Date::MIN);
}

proptest! {
    #[test]
    fn every_day_survives_being_written_and_read(date in any_day()) {
        prop_assert_eq!(date.to_string().parse::<Date>(), Ok(date));
        prop_assert_eq!(Date::new(date.year(), date.month(), date.day()), Ok(date));
    }

    #[test]
    fn texts_sort_as_their_days_do(one in any_day(), other in any_day()) {
        prop_assert_eq!(one.cmp(&other), one.to_string().cmp(&other.to_string()));
    }

    #[test]
    fn counting_there_and_back_arrives(one in any_day(), other in any_day()) {
        prop_assert_eq!(one.plus_days(one.days_until(other)), other);
    }

    #[test]
    fn counting_never_leaves_the_calendar(date in any_day(), days in any::<i64>()) {
        prop_assert!((Date::MIN..=Date::MAX).contains(&date.plus_days(days)));
    }

    #[test]
    fn no_text_makes_the_reader_panic(typed in "\\PC{0,12}|[0-9-]{0,14}") {
        if let Ok(date) = typed.parse::<Date>() {
            prop_assert!((Date::MIN..=Date::MAX).contains(&date));
        }
    }
}
