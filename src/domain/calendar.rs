//! Fiscal quarters and cadence: how a year is cut, and how often a partner should hear from us.

use std::fmt;

use serde::Serialize;

use crate::domain::fields::reads_as;

use super::date::Date;
use super::refusal::{Field, Refusal};

/// The month, 1–12, on whose first day the fiscal year begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(into = "u8")]
pub struct FiscalStart(u8);

reads_as!(FiscalStart, from u8);

impl FiscalStart {
    /// The fiscal year is the calendar year.
    pub const JANUARY: Self = Self(1);

    /// Refuses anything but 1 to 12.
    pub fn new(month: u8) -> Result<Self, Refusal> {
        if (1..=12).contains(&month) {
            Ok(Self(month))
        } else {
            Err(Refusal::OutOfBounds { field: Field::FiscalStart, least: 1, most: 12 })
        }
    }

    /// The month, 1–12.
    pub fn month(self) -> u8 {
        self.0
    }
}

impl Default for FiscalStart {
    fn default() -> Self {
        Self::JANUARY
    }
}

impl TryFrom<u8> for FiscalStart {
    type Error = Refusal;

    fn try_from(month: u8) -> Result<Self, Refusal> {
        Self::new(month)
    }
}

impl From<FiscalStart> for u8 {
    fn from(start: FiscalStart) -> Self {
        start.0
    }
}

/// A fiscal quarter: three whole months, the first of which is the fiscal start month or a
/// multiple of three months later.
///
/// A fiscal year bears the number of the calendar year in which it ends, so the one that begins
/// in April 2026 is 2027; one that begins in January is 2026.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quarter {
    /// Months since January of year 0, of the first month of the quarter.
    first_month: i32,
    start: FiscalStart,
}

impl Quarter {
    /// The quarter that `day` lies in.
    pub fn of(day: Date, start: FiscalStart) -> Self {
        let (year, month) = day.year_and_month();
        let month = year * 12 + i32::try_from(month).unwrap_or(1) - 1;
        let since_start = (month - (i32::from(start.month()) - 1)).rem_euclid(3);
        Self { first_month: month - since_start, start }
    }

    /// The quarter after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self { first_month: self.first_month + 3, ..self }
    }

    /// The quarter before this one.
    #[must_use]
    pub fn previous(self) -> Self {
        Self { first_month: self.first_month - 3, ..self }
    }

    /// The first day of the quarter; [`Date::MIN`] or [`Date::MAX`] beyond the calendar.
    pub fn first_day(self) -> Date {
        let edge = if self.first_month < Date::MIN.year() * 12 { Date::MIN } else { Date::MAX };
        let month = u32::try_from(self.first_month.rem_euclid(12)).unwrap_or(0) + 1;
        Date::new(self.first_month.div_euclid(12), month, 1).unwrap_or(edge)
    }

    /// The last day of the quarter, with the same edges.
    pub fn last_day(self) -> Date {
        match self.next().first_day() {
            Date::MAX => Date::MAX,
            first => first.plus_days(-1),
        }
    }

    /// Whether the day lies in the quarter.
    pub fn contains(self, day: Date) -> bool {
        Self::of(day, self.start) == self
    }

    /// 1 to 4, counted from the fiscal start.
    pub fn number(self) -> i32 {
        (self.first_month - (i32::from(self.start.month()) - 1)).rem_euclid(12) / 3 + 1
    }

    /// The calendar year in which the fiscal year of this quarter ends.
    pub fn fiscal_year(self) -> i32 {
        let months_to_year_end = (4 - self.number()) * 3 + 2;
        (self.first_month + months_to_year_end).div_euclid(12)
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Q{} {}", self.number(), self.fiscal_year())
    }
}

/// How often a partner should hear from us, in days between two-way touches.
///
/// The longest is twice the ideal, because engagement is worth nothing only after three times the ideal, and a
/// nudge should come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cadence {
    /// Days after which a touch is due.
    pub ideal_days: u16,
    /// Days after which the silence is too long.
    pub longest_days: u16,
}

impl Cadence {
    /// The cadence with this ideal.
    pub fn every(ideal_days: u16) -> Self {
        Self { ideal_days, longest_days: ideal_days.saturating_mul(2) }
    }
}
