//! Days. No times of day and no zones: partnership work is dated, not timed.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use serde::Serialize;

use crate::domain::fields::reads_as;

/// A day between 1 January 1900 and 31 December 2200, written `2026-11-21`.
///
/// Arithmetic never panics: what would leave the range stops at its edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Date(NaiveDate);

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
    /// The first day that can be stored.
    pub const MIN: Self = Self(match NaiveDate::from_ymd_opt(1900, 1, 1) {
        Some(day) => day,
        None => NaiveDate::MIN,
    });
    /// The last day that can be stored.
    pub const MAX: Self = Self(match NaiveDate::from_ymd_opt(2200, 12, 31) {
        Some(day) => day,
        None => NaiveDate::MAX,
    });

    /// The day of this year, month (1–12) and day of the month (1–31), if there is one in range.
    pub fn new(year: i32, month: u32, day: u32) -> Result<Self, DateError> {
        Self::try_from(NaiveDate::from_ymd_opt(year, month, day).ok_or(DateError::NotADay)?)
    }

    /// The calendar year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1–12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1–31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
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
        let edge = if days < 0 { Self::MIN } else { Self::MAX };
        TimeDelta::try_days(days)
            .and_then(|delta| self.0.checked_add_signed(delta))
            .map_or(edge, |day| Self(day).max(Self::MIN).min(Self::MAX))
    }

    /// Days from this day to `later`; negative when `later` is earlier.
    pub fn days_until(self, later: Self) -> i64 {
        later.0.signed_duration_since(self.0).num_days()
    }
}

impl TryFrom<NaiveDate> for Date {
    type Error = DateError;

    fn try_from(day: NaiveDate) -> Result<Self, DateError> {
        if (Self::MIN.0..=Self::MAX.0).contains(&day) { Ok(Self(day)) } else { Err(DateError::OutOfRange) }
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
