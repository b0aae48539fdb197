//! A calendar for other programs: iCalendar, RFC 5545.
//!
//! The same records give the same bytes: stamps are the days of the records, identities follow from theirs, and a time is
//! that of the user's own clock, wherever that is, because no record knows a zone. Why by hand: ADR 11.

use std::fmt::Write as _;

use crate::domain::occasion::{Kind, Occasion};

use super::lines::Lines;

/// What calendars are told to call a file, a media type for it.
pub const MEDIA_TYPE: &str = "text/calendar;charset=utf-8";

/// An occasion in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// What it is, in one line.
    pub summary: String,
    /// More about it.
    pub description: String,
    /// Where it is found here: an address of the web, or nothing.
    pub address: Option<String>,
}

/// The calendar of some occasions; `name` is what calendars call it, `tell` finds the words.
pub fn file(occasions: &[Occasion], name: &str, tell: &dyn Fn(&Occasion) -> Told) -> String {
    let mut lines = Lines::default();
    lines.word("BEGIN", "VCALENDAR");
    lines.word("VERSION", "2.0");
    lines.text("PRODID", "-//Bridgekeeper//Bridgekeeper//EN");
    lines.word("CALSCALE", "GREGORIAN");
    lines.text("X-WR-CALNAME", &in_one_line(name));
    for occasion in occasions {
        event(&mut lines, occasion, &tell(occasion));
    }
    lines.word("END", "VCALENDAR");
    lines.done()
}

fn event(lines: &mut Lines, occasion: &Occasion, told: &Told) {
    let Occasion { kind, bits, on, at, said_on, moves, .. } = occasion;
    let summary = in_one_line(&told.summary);
    lines.word("BEGIN", "VEVENT");
    lines.word("UID", &format!("{}-{bits:032x}@bridgekeeper", kind.slug()));
    lines.word("DTSTAMP", &[&compact(*said_on), "T000000Z"].concat());
    match at {
        Some((at, minutes)) => {
            let time: String = at.to_string().chars().filter(char::is_ascii_digit).collect();
            lines.word("DTSTART", &[&compact(*on), "T", &time, "00"].concat());
            if let Some(minutes) = minutes {
                lines.word("DURATION", &format!("PT{minutes}M"));
            }
        }
        None => {
            lines.word("DTSTART;VALUE=DATE", &compact(*on));
            // What is due on a day leaves the day free.
            lines.word("TRANSP", "TRANSPARENT");
        }
    }
    lines.word("SEQUENCE", &moves.to_string());
    lines.text("SUMMARY", &summary);
    if !told.description.is_empty() {
        lines.text("DESCRIPTION", &told.description);
    }
    if let Some(address) = &told.address {
        lines.word("URL", address);
    }
    if let Some(trigger) = alarm(*kind, at.is_some()) {
        lines.word("BEGIN", "VALARM");
        lines.word("ACTION", "DISPLAY");
        lines.word("TRIGGER", trigger);
        lines.text("DESCRIPTION", &summary);
        lines.word("END", "VALARM");
    }
    lines.word("END", "VEVENT");
}

/// When a calendar speaks up: a quarter of an hour before a meeting, and at nine on the day something is due. To be in
/// touch is no matter of an hour.
const fn alarm(kind: Kind, has_time: bool) -> Option<&'static str> {
    match (kind, has_time) {
        (_, true) => Some("-PT15M"),
        (Kind::Partner | Kind::Person, false) => None,
        (_, false) => Some("PT9H"),
    }
}

/// A day as calendars write it: `20261121`.
fn compact(day: crate::domain::Date) -> String {
    let mut text = String::with_capacity(8);
    // Nothing can go wrong while writing into memory.
    let _ = write!(text, "{:04}{:02}{:02}", day.year(), day.month(), day.day());
    text
}

fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
