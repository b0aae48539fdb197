//! Days as other programs write them, and in which order.

use serde::{Deserialize, Serialize};

use crate::domain::Date;

/// In which order a column writes its days. A time of day behind one is passed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum DateOrder {
    /// `2026-11-21`, `2026/11/21`, `20261121`.
    #[default]
    YearFirst,
    /// `21.11.2026`, `21/11/2026`.
    DayFirst,
    /// `11/21/2026`.
    MonthFirst,
    /// `21 Nov 2026`, `Nov 21, 2026`: the month by its English name.
    Named,
    /// `46347`: days since the end of 1899, as spreadsheets count.
    Serial,
}

/// The order of a column, and whether another one reads it as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateChoice {
    /// The order in which its days are read.
    pub order: DateOrder,
    /// Whether its cells are days in more than one order, so that somebody has to look.
    pub is_ambiguous: bool,
    /// Cells that are no day in this order.
    pub unread: usize,
}

impl DateOrder {
    /// All orders; of equally good ones the first is taken.
    pub const ALL: [Self; 5] = [Self::YearFirst, Self::DayFirst, Self::MonthFirst, Self::Named, Self::Serial];

    /// How 21 November 2026 is written in it.
    pub const fn example(self) -> &'static str {
        match self {
            Self::YearFirst => "2026-11-21",
            Self::DayFirst => "21.11.2026",
            Self::MonthFirst => "11/21/2026",
            Self::Named => "21 Nov 2026",
            Self::Serial => "46347",
        }
    }

    /// Reads a day.
    pub fn read(self, cell: &str) -> Option<Date> {
        let cell = cell.trim();
        match self {
            Self::Serial => {
                let (whole, time) = cell.split_once('.').unwrap_or((cell, ""));
                if !time.bytes().all(|byte| byte.is_ascii_digit()) {
                    return None;
                }
                // Smaller numbers count something else. 1 is the first day of 1900, which is taken for a leap year.
                let days: i64 = whole.parse().ok().filter(|days| (10_000..=110_000).contains(days))?;
                Some(Date::MIN.plus_days(days - 2))
            }
            Self::YearFirst => {
                let numbers = Numbers::of(cell)?;
                let [year, month, day] = numbers.values;
                (numbers.first_length == 4).then(|| date(year, month, day)).flatten()
            }
            Self::DayFirst => {
                let numbers = Numbers::of(cell)?;
                let [day, month, year] = numbers.values;
                (numbers.first_length < 4).then(|| date(full_year(year), month, day)).flatten()
            }
            Self::MonthFirst => {
                let numbers = Numbers::of(cell)?;
                let [month, day, year] = numbers.values;
                // A point between is never written with the month first.
                let is_one = numbers.first_length < 4 && numbers.separator != '.';
                is_one.then(|| date(full_year(year), month, day)).flatten()
            }
            Self::Named => named(cell),
        }
    }

    /// The order that reads most cells of a column.
    pub fn detect(cells: &[&str]) -> DateChoice {
        let all = cells.len();
        let mut best: Option<DateChoice> = None;
        let mut is_ambiguous = false;
        for order in Self::ALL {
            let read = cells.iter().filter(|cell| order.read(cell).is_some()).count();
            let unread = all - read;
            match &best {
                Some(standing) if unread == standing.unread && read > 0 => {
                    // The same day either way is no question.
                    let differs = |cell: &&str| order.read(cell) != standing.order.read(cell);
                    is_ambiguous |= cells.iter().any(differs);
                }
                Some(standing) if unread >= standing.unread => {}
                _ => {
                    best = Some(DateChoice { order, is_ambiguous: false, unread });
                    is_ambiguous = false;
                }
            }
        }
        let best = best.unwrap_or(DateChoice { order: Self::YearFirst, is_ambiguous: false, unread: 0 });
        DateChoice { is_ambiguous, ..best }
    }
}

/// Three numbers with the same sign between them.
struct Numbers {
    values: [u32; 3],
    first_length: usize,
    separator: char,
}

impl Numbers {
    fn of(cell: &str) -> Option<Self> {
        if cell.len() == 8 && cell.bytes().all(|byte| byte.is_ascii_digit()) {
            let part = |from: usize, to: usize| cell.get(from..to)?.parse().ok();
            return Some(Self {
                values: [part(0, 4)?, part(4, 6)?, part(6, 8)?],
                first_length: 4,
                separator: '-',
            });
        }
        // What comes behind a day is its time.
        let day = cell.split([' ', 'T']).next()?;
        // `21. 11. 2026` has spaces behind its points.
        let joined;
        let day = if day.ends_with('.') {
            joined = cell.replace(". ", ".");
            joined.split(' ').next()?
        } else {
            day
        };
        let separator = day.chars().find(|letter| !letter.is_ascii_digit())?;
        if !matches!(separator, '-' | '/' | '.') {
            return None;
        }
        let mut parts = day.trim_end_matches('.').split(separator);
        let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
        let number = |part: &str| {
            let is_number = (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
            if is_number { part.parse::<u32>().ok() } else { None }
        };
        let values = [number(first)?, number(second)?, number(third)?];
        parts.next().is_none().then_some(Self { values, first_length: first.len(), separator })
    }
}

/// Two digits are of this century until 49, as spreadsheets take them.
fn full_year(year: u32) -> u32 {
    match year {
        0..=49 => 2000 + year,
        50..=99 => 1900 + year,
        _ => year,
    }
}

fn date(year: u32, month: u32, day: u32) -> Option<Date> {
    Date::new(i32::try_from(year).ok()?, month, day).ok()
}

fn named(cell: &str) -> Option<Date> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let mut words = cell.split([' ', ',', '-', '.', '/']).filter(|word| !word.is_empty());
    let (one, two, three) = (words.next()?, words.next()?, words.next()?);
    let month = |word: &str| {
        let begin = word.get(..3)?.to_ascii_lowercase();
        let place = MONTHS.iter().position(|month| *month == begin)?;
        word.bytes().all(|byte| byte.is_ascii_alphabetic()).then_some(u32::try_from(place).ok()? + 1)
    };
    let number = |word: &str| {
        let digits = word.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']);
        digits.parse::<u32>().ok().filter(|_| digits.len() <= 4)
    };
    match (month(one), month(two)) {
        (None, Some(month)) => date(full_year(number(three)?), month, number(one)?),
        (Some(month), None) => date(full_year(number(three)?), month, number(two)?),
        _ => None,
    }
}
