//! The portfolio: how many partners show which badge, now and before.

use std::cmp::Ordering;

use super::day;
use crate::catalogue::intl;
use crate::domain::Date;

/// Names the bar of today.
pub const NOW: &str = "Now";
/// Names the bar of the day that is shown, when that is not today.
pub const THAT_DAY: &str = "That day";
/// Names the bar of the day it is compared with.
pub const THEN: &str = "Then";

/// Heading.
pub fn by_health(count: usize) -> String {
    format!("{} by health", intl::counted(count, "partner", "partners"))
}

/// Beside the heading: what the counts are compared with.
pub fn compared_with(then: Date, days: usize) -> String {
    format!("Compared with {}, {} earlier", day(then), intl::counted(days, "day", "days"))
}

/// Beside a count: how many it was before.
pub fn change(now: usize, then: usize) -> String {
    match now.cmp(&then) {
        Ordering::Equal => "same".to_owned(),
        Ordering::Greater => format!("{} more", intl::whole(now - then)),
        Ordering::Less => format!("{} fewer", intl::whole(then - now)),
    }
}
