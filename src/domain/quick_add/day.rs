//! Days as people write them in passing: `fri`, `next tue`, `in 2 weeks`, `27 nov`, `eom`, `2026-12-04`.
//!
//! Weeks begin on Monday. A day without a year is the nearest one in the direction that is meant: ahead for
//! what is promised, back for what happened.

use super::token::{Token, TokenKind, span_of};
use super::{Found, Span};
use crate::domain::date::Date;

/// Where a day without a year lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Today or later; a weekday is later than today.
    Ahead,
    /// Today or before.
    Back,
}

/// Takes the last day that stands in the line out of it. `Err` is a day that no calendar has, as typed.
pub fn take(
    tokens: &mut Vec<Token>,
    today: Date,
    direction: Direction,
) -> Result<Option<Found<Date>>, String> {
    for place in (0..tokens.len()).rev() {
        let rest = tokens.get(place..).unwrap_or_default();
        let words: Vec<&str> = rest
            .iter()
            .take_while(|token| token.kind == TokenKind::Word)
            .map(|token| token.folded.as_str())
            .collect();
        let Some((day, taken)) = read(&words, today, direction) else { continue };
        let Some(day) = day else {
            let typed: Vec<&str> = rest.iter().take(taken).map(|token| token.text.as_str()).collect();
            return Err(typed.join(" "));
        };
        let (mut from, to) = (place, place + taken);
        // Longer readings begin earlier: the whole of "next fri" and not only its last word.
        let mut day = day;
        for earlier in (place.saturating_sub(3)..place).rev() {
            let words: Vec<&str> = tokens
                .get(earlier..to)
                .unwrap_or_default()
                .iter()
                .take_while(|token| token.kind == TokenKind::Word)
                .map(|token| token.folded.as_str())
                .collect();
            match read(&words, today, direction) {
                Some((Some(longer), taken)) if earlier + taken == to => (from, day) = (earlier, longer),
                _ => {}
            }
        }
        let is_linked = |token: &Token| {
            token.kind == TokenKind::Word && matches!(token.folded.as_str(), "on" | "by" | "until" | "due")
        };
        while from > 0 && tokens.get(from - 1).is_some_and(is_linked) {
            from -= 1;
        }
        let span: Option<Span> = span_of(tokens.get(from..to).unwrap_or_default());
        tokens.drain(from..to);
        return Ok(Some(Found { means: day, span }));
    }
    Ok(None)
}

/// The day that these words begin with, and how many of them say it. A day of `None` is written like one and
/// is in no calendar.
fn read(words: &[&str], today: Date, direction: Direction) -> Option<(Option<Date>, usize)> {
    match words {
        ["today", ..] => Some((Some(today), 1)),
        ["tomorrow" | "tmr", ..] => Some((Some(today.plus_days(1)), 1)),
        ["yesterday", ..] => Some((Some(today.plus_days(-1)), 1)),
        ["eow", ..] => Some((Some(weekday_of_week(today, 4)), 1)),
        ["eom", ..] => Some((Some(end_of_month(today)), 1)),
        ["end", "of", "week", ..] => Some((Some(weekday_of_week(today, 4)), 3)),
        ["end", "of", "month", ..] => Some((Some(end_of_month(today)), 3)),
        ["next", "week", ..] => Some((Some(weekday_of_week(today.plus_days(7), 0)), 2)),
        ["next", "month", ..] => Some((Some(end_of_month(today).plus_days(1)), 2)),
        ["next", day, ..] => Some((Some(weekday_of_week(today.plus_days(7), weekday(day)?)), 2)),
        ["this", day, ..] => Some((Some(weekday_of_week(today, weekday(day)?)), 2)),
        ["last", day, ..] => Some((Some(weekday_of_week(today.plus_days(-7), weekday(day)?)), 2)),
        ["in", count, unit, ..] => {
            let count = match *count {
                "a" | "an" | "one" => 1,
                digits => small_number(digits, 1000)?,
            };
            Some((Some(later(today, count, unit)?), 3))
        }
        [one, two, rest @ ..] => day_and_month(one, two, rest, today, direction)
            .or_else(|| single(one, today, direction).map(|day| (day, 1))),
        [one] => single(one, today, direction).map(|day| (day, 1)),
        [] => None,
    }
}

/// A day that is one word.
fn single(word: &str, today: Date, direction: Direction) -> Option<Option<Date>> {
    if let Some(weekday) = weekday(word) {
        let days = (weekday - weekday_number(today)).rem_euclid(7);
        let days = match direction {
            Direction::Ahead if days == 0 => 7,
            Direction::Ahead => days,
            Direction::Back if days == 0 => 0,
            Direction::Back => days - 7,
        };
        return Some(Some(today.plus_days(days)));
    }
    let parts: Vec<&str> = word.split('-').collect();
    let is_iso = matches!(parts.as_slice(), [year, month, day]
        if year.len() == 4 && (1..=2).contains(&month.len()) && (1..=2).contains(&day.len())
            && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit())));
    is_iso.then(|| word.parse().ok())
}

/// `27 nov`, `nov 27`, `27th november 2026`.
fn day_and_month(
    one: &str,
    two: &str,
    rest: &[&str],
    today: Date,
    direction: Direction,
) -> Option<(Option<Date>, usize)> {
    let (day, month) = match (month(one), month(two)) {
        (None, Some(month)) => (day_of_month(one)?, month),
        (Some(month), None) => (day_of_month(two)?, month),
        _ => return None,
    };
    let year = rest.first().filter(|year| year.len() == 4).and_then(|year| small_number(year, 9999));
    if let Some(year) = year {
        return Some((Date::new(i32::try_from(year).unwrap_or(0), month, day).ok(), 3));
    }
    // 29 February may be years away.
    let years: Vec<i32> = match direction {
        Direction::Ahead => (0..=8).map(|years| today.year() + years).collect(),
        Direction::Back => (0..=8).map(|years| today.year() - years).collect(),
    };
    let is_there = |date: &Date| match direction {
        Direction::Ahead => *date >= today,
        Direction::Back => *date <= today,
    };
    let date = years.into_iter().filter_map(|year| Date::new(year, month, day).ok()).find(is_there);
    Some((date, 2))
}

fn later(today: Date, count: i64, unit: &str) -> Option<Date> {
    match unit {
        "day" | "days" => Some(today.plus_days(count)),
        "week" | "weeks" => Some(today.plus_days(7 * count)),
        "month" | "months" => {
            let months = i64::from(today.year()) * 12 + i64::from(today.month()) - 1 + count;
            let year = i32::try_from(months.div_euclid(12)).ok()?;
            let month = u32::try_from(months.rem_euclid(12)).ok()? + 1;
            // The last day where the month has none of that number.
            let days = (1..=today.day()).rev();
            Some(days.filter_map(|day| Date::new(year, month, day).ok()).next().unwrap_or(Date::MAX))
        }
        _ => None,
    }
}

fn end_of_month(day: Date) -> Date {
    (28..=31).rev().find_map(|last| Date::new(day.year(), day.month(), last).ok()).unwrap_or(day)
}

/// The weekday, 0 for Monday, of the week that `day` lies in.
fn weekday_of_week(day: Date, weekday: i64) -> Date {
    day.plus_days(weekday - weekday_number(day))
}

fn weekday_number(day: Date) -> i64 {
    i64::from(day.weekday().num_days_from_monday())
}

fn weekday(word: &str) -> Option<i64> {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    place_of(word, &DAYS, &["tues", "weds", "thur", "thurs"])
}

fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let place = place_of(word.trim_end_matches('.'), &MONTHS, &["sept"])?;
    Some(u32::try_from(place).ok()? + 1)
}

/// The place of a name that is written in full, with three letters, or in one of the other short ways.
fn place_of(word: &str, names: &[&str], short: &[&str]) -> Option<i64> {
    let is_short = word.len() == 3 || short.contains(&word);
    let place = names.iter().position(|name| *name == word || (is_short && name.starts_with(word)))?;
    i64::try_from(place).ok()
}

/// `27`, `27.` or `27th`.
fn day_of_month(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches('.');
    let digits =
        ["st", "nd", "rd", "th"].into_iter().find_map(|end| digits.strip_suffix(end)).unwrap_or(digits);
    u32::try_from(small_number(digits, 99)?).ok()
}

fn small_number(digits: &str, most: i64) -> Option<i64> {
    let is_number =
        !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|number| is_number && *number <= most)
}
