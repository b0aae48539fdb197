//! Dates and numbers as the reader's browser writes them, through `Intl`.

use std::cell::OnceCell;

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

/// A day as the reader writes it, such as `21 Nov 2026`. `year`, `month` (1–12) and `day` name a
/// day of the calendar.
pub fn day(year: i32, month: u32, day: u32) -> String {
    thread_local! {
        static FORMAT: OnceCell<Option<Function>> = const { OnceCell::new() };
    }
    written_day(&FORMAT, &[("day", "numeric"), ("month", "short"), ("year", "numeric")], (year, month, day))
}

/// A day of a year that goes without saying, such as `21 Nov`; `year` tells leap days apart.
pub fn day_of_year(year: i32, month: u32, day: u32) -> String {
    thread_local! {
        static FORMAT: OnceCell<Option<Function>> = const { OnceCell::new() };
    }
    written_day(&FORMAT, &[("day", "numeric"), ("month", "short")], (year, month, day))
}

/// A day with its weekday, such as `Sat, 21 Nov 2026`.
pub fn weekday(year: i32, month: u32, day: u32) -> String {
    thread_local! {
        static FORMAT: OnceCell<Option<Function>> = const { OnceCell::new() };
    }
    let options = [("weekday", "short"), ("day", "numeric"), ("month", "short"), ("year", "numeric")];
    written_day(&FORMAT, &options, (year, month, day))
}

/// A day as a heading, such as `Saturday 21 November`.
pub fn long_day(year: i32, month: u32, day: u32) -> String {
    thread_local! {
        static FORMAT: OnceCell<Option<Function>> = const { OnceCell::new() };
    }
    written_day(&FORMAT, &[("weekday", "long"), ("day", "numeric"), ("month", "long")], (year, month, day))
}

fn written_day(
    kept: &'static std::thread::LocalKey<OnceCell<Option<Function>>>,
    options: &[(&str, &str)],
    (year, month, day): (i32, u32, u32),
) -> String {
    let Ok(date_year) = u32::try_from(year) else { return String::new() };
    let at_noon = Date::new_with_year_month_day_hr_min_sec_milli(
        date_year,
        i32::try_from(month).unwrap_or(1) - 1,
        i32::try_from(day).unwrap_or(1),
        12,
        0,
        0,
        0,
    );
    let format = || Some(Intl::DateTimeFormat::new(&Array::new(), &object(options)).format());
    written(kept, &at_noon, format).unwrap_or_else(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// The name of a month, 1–12.
pub fn month(month: u32) -> String {
    month_name(month, "long")
}

/// The name of a month, 1–12, as short as calendars write it.
pub fn month_short(month: u32) -> String {
    month_name(month, "short")
}

fn month_name(month: u32, length: &str) -> String {
    let first = Date::new_with_year_month_day(2026, i32::try_from(month).unwrap_or(1) - 1, 1);
    let format = Intl::DateTimeFormat::new(&Array::new(), &object(&[("month", length)])).format();
    format.call1(&JsValue::UNDEFINED, &first).ok().and_then(|name| name.as_string()).unwrap_or_default()
}

/// A moment, given in milliseconds since 1970, as the reader writes it, with day and time.
pub fn moment(milliseconds: f64) -> String {
    thread_local! {
        static FORMAT: OnceCell<Option<Function>> = const { OnceCell::new() };
    }
    let options = [("dateStyle", "medium"), ("timeStyle", "short")];
    let date = Date::new(&JsValue::from_f64(milliseconds));
    written(&FORMAT, &date, || Some(Intl::DateTimeFormat::new(&Array::new(), &object(&options)).format()))
        .unwrap_or_default()
}

/// A number with the reader's separators.
pub fn number(value: f64) -> String {
    thread_local! {
        static FORMAT: OnceCell<Option<Function>> = const { OnceCell::new() };
    }
    let value = JsValue::from_f64(value);
    written(&FORMAT, &value, || Some(Intl::NumberFormat::new(&Array::new(), &Object::new()).format()))
        .unwrap_or_default()
}

/// A count with the reader's separators.
pub fn whole(count: usize) -> String {
    // A count of records is far below the numbers that f64 cannot hold exactly.
    #[expect(clippy::cast_precision_loss, reason = "counts stay small")]
    number(count as f64)
}

/// `count` and its noun: the one for what English counts as one, or the other.
pub fn counted(count: usize, one: &str, many: &str) -> String {
    thread_local! {
        static RULES: Intl::PluralRules =
            Intl::PluralRules::new(&Array::of1(&JsValue::from_str("en")), &Object::new());
    }
    // A count of records is far below the numbers that f64 cannot hold exactly.
    #[expect(clippy::cast_precision_loss, reason = "counts stay small")]
    let count = count as f64;
    let noun = if RULES.with(|rules| rules.select(count) == "one") { one } else { many };
    format!("{} {noun}", number(count))
}

fn written(
    kept: &'static std::thread::LocalKey<OnceCell<Option<Function>>>,
    value: &JsValue,
    make: impl FnOnce() -> Option<Function>,
) -> Option<String> {
    kept.with(|cell| cell.get_or_init(make).as_ref()?.call1(&JsValue::UNDEFINED, value).ok()?.as_string())
}

fn object(options: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (name, value) in options {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    object
}
