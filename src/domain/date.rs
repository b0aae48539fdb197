//! Days. No times of day and no zones: partnership work is dated, not timed.

use std::fmt;
use std::num::NonZero;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::Serialize;

use crate::domain::fields::reads_as;

/// A day between 1 January 1900 and 31 December 2200, written `2026-11-21`.
///
/// Arithmetic never panics: what would leave the range stops at its edge. A day is kept as its distance from 1 January of
/// the year 1, because health asks a million times how far two days lie apart and hardly ever for a month. No day in range
/// is at distance 0, so that a day that may be absent takes no more room than one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Date(NonZero<i32>);

reads_as!(Date, from String);

/// Why a text is not a [`Date`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not a day of the calendar in the form `2026-11-21`.
    #[error("Write the date as year-month-day, for example 2026-11-21")]
    NotADay,
    /// A real day, but before 1900 or after 2200.
    #[error("Use a date between the years 1900 and 2200")]
    OutOfRange,
}

impl Date {
    /// The first day that can be stored: 1 January 1900.
    pub const MIN: Self = Self::at(693_596);
    /// The last day that can be stored: 31 December 2200.
    pub const MAX: Self = Self::at(803_533);

    /// The day of this year, month (1–12) and day of the month (1–31), if there is one in range.
    pub fn new(year: i32, month: u32, day: u32) -> Result<Self, DateError> {
        Self::try_from(NaiveDate::from_ymd_opt(year, month, day).ok_or(DateError::NotADay)?)
    }

    /// The calendar year.
    pub fn year(self) -> i32 {
        self.on_calendar().year()
    }

    /// The month, 1–12.
    pub fn month(self) -> u32 {
        self.on_calendar().month()
    }

    /// The calendar year and the month, 1–12, for the price of one.
    pub fn year_and_month(self) -> (i32, u32) {
        let day = self.on_calendar();
        (day.year(), day.month())
    }

    /// The day of the month, 1–31.
    pub fn day(self) -> u32 {
        self.on_calendar().day()
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        self.on_calendar().weekday()
    }

    /// The same day of the year before; of a leap day the day before it.
    #[must_use]
    pub fn a_year_earlier(self) -> Self {
        let before = |day| Self::new(self.year() - 1, self.month(), day);
        before(self.day()).or_else(|_| before(28)).unwrap_or(Self::MIN)
    }

    /// So many days later, or earlier when negative; stops at [`Date::MIN`] and [`Date::MAX`].
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let day = i64::from(self.0.get()).saturating_add(days);
        let day = day.clamp(Self::MIN.0.get().into(), Self::MAX.0.get().into());
        i32::try_from(day).map_or(Self::MAX, Self::at)
    }

    /// Days from this day to `later`; negative when `later` is earlier.
    pub fn days_until(self, later: Self) -> i64 {
        i64::from(later.0.get()) - i64::from(self.0.get())
    }

    /// The day at this distance, which may be out of range. At distance 0 there is none: it gets one out of range.
    const fn at(distance: i32) -> Self {
        match NonZero::new(distance) {
            Some(distance) => Self(distance),
            None => Self(NonZero::<i32>::MAX),
        }
    }

    fn on_calendar(self) -> NaiveDate {
        // Every day in range is a day of the calendar.
        NaiveDate::from_num_days_from_ce_opt(self.0.get()).unwrap_or_default()
    }
}

impl TryFrom<NaiveDate> for Date {
    type Error = DateError;

    fn try_from(day: NaiveDate) -> Result<Self, DateError> {
        let day = Self::at(day.num_days_from_ce());
        if (Self::MIN..=Self::MAX).contains(&day) { Ok(day) } else { Err(DateError::OutOfRange) }
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let mut parts = text.trim().splitn(3, '-');
        let mut number = || -> Option<u32> {
            let part = parts.next()?;
            let digits =
                !part.is_empty() && part.len() <= 6 && part.bytes().all(|byte| byte.is_ascii_digit());
            if digits { part.parse().ok() } else { None }
        };
        let (Some(year), Some(month), Some(day)) = (number(), number(), number()) else {
            return Err(DateError::NotADay);
        };
        // Years such as 9999 or 20266 are days to a date field; they are refused for their range.
        if !(1900..=2200).contains(&year) {
            return Err(DateError::OutOfRange);
        }
        Self::new(i32::try_from(year).map_err(|_| DateError::OutOfRange)?, month, day)
    }
}

impl TryFrom<String> for Date {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}
