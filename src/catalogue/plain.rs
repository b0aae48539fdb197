//! Dates and numbers where there is no browser to ask: in English, for the rulebook that reads the
//! sentences natively. It has the names of `intl`.

use super::english::letter::MONTHS;

/// A day such as `21 Nov 2026`.
pub fn day(year: i32, month: u32, day: u32) -> String {
    let name = self::month(month);
    format!("{day} {} {year}", name.get(..3).unwrap_or_default())
}

/// A day of a year that goes without saying, such as `21 Nov`.
pub fn day_of_year(_year: i32, month: u32, day: u32) -> String {
    format!("{day} {}", month_short(month))
}

/// A day with its weekday, such as `Sat, 21 Nov 2026`.
pub fn weekday(year: i32, month: u32, day: u32) -> String {
    let date = crate::domain::Date::new(year, month, day);
    date.map_or_else(|_| String::new(), |date| format!("{}, {}", date.weekday(), self::day(year, month, day)))
}

/// A day as a heading, such as `Sat 21 November`.
pub fn long_day(year: i32, month: u32, day: u32) -> String {
    let date = crate::domain::Date::new(year, month, day);
    date.map_or_else(|_| String::new(), |date| format!("{} {day} {}", date.weekday(), self::month(month)))
}

/// The name of a month, 1–12.
pub fn month(month: u32) -> String {
    let place = usize::try_from(month).unwrap_or(0).wrapping_sub(1);
    MONTHS.get(place).copied().unwrap_or_default().to_owned()
}

/// The name of a month, 1–12, as short as calendars write it.
pub fn month_short(month: u32) -> String {
    self::month(month).get(..3).unwrap_or_default().to_owned()
}

/// A moment, given in milliseconds since 1970.
pub fn moment(milliseconds: f64) -> String {
    milliseconds.to_string()
}

/// A number.
pub fn number(value: f64) -> String {
    value.to_string()
}

/// A whole number.
pub fn whole(count: usize) -> String {
    count.to_string()
}

/// `count` and its noun: the one for 1, or the other.
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
