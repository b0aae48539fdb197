//! How a letter says what the records hold. The library is written in English, and so are its days and lists, whatever
//! language the browser speaks.

use crate::catalogue::Word;
use crate::domain::Date;
use crate::domain::Side;
use crate::domain::script::Value;
use crate::domain::script::records::{Achieved, Owed};

/// The months, from January on.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day, such as `21 November 2026`.
pub fn day(date: Date) -> String {
    let month = usize::try_from(date.month()).unwrap_or(1) - 1;
    format!("{} {} {}", date.day(), MONTHS.get(month).copied().unwrap_or_default(), date.year())
}

/// What the records say in a field, as a letter says it; of an empty list, that there is nothing.
pub fn value(value: &Value) -> String {
    match value {
        Value::Words(words) => words.clone(),
        Value::Day(date) => day(*date),
        Value::Number(number) => number.to_string(),
        Value::Owed(side, owed) => {
            let nothing = match side {
                Some(Side::Ours) => "Nothing is open on our side.",
                Some(Side::Theirs) => "Nothing is open on your side.",
                None => "Nothing is open between us.",
            };
            list(&owed.iter().map(self::owed).collect::<Vec<_>>(), nothing)
        }
        Value::Missed(missed) => {
            let lines = missed.iter().map(|(what, due)| format!("- {what} (due {})", day(*due)));
            list(&lines.collect::<Vec<_>>(), "Every milestone whose day has come was reached.")
        }
        Value::Results(results) => {
            list(&results.iter().map(achieved).collect::<Vec<_>>(), "None are recorded.")
        }
    }
}

fn list(lines: &[String], nothing: &str) -> String {
    if lines.is_empty() { nothing.to_owned() } else { lines.join("\n") }
}

fn owed(Owed { what, who, due }: &Owed) -> String {
    match who {
        Some(who) => format!("- {what} ({who}, by {})", day(*due)),
        None => format!("- {what} (by {})", day(*due)),
    }
}

fn achieved(Achieved { on, kind, about }: &Achieved) -> String {
    match about.as_deref().filter(|about| !about.is_empty()) {
        Some(about) => format!("- {}: {about} ({})", kind.word(), day(*on)),
        None => format!("- {} ({})", kind.word(), day(*on)),
    }
}
