//! Adding something in one line.

use crate::catalogue::intl;
use crate::domain::quick_add::Kind;
use crate::domain::{Channel, Date, Side};

use super::Word;

/// The dialog.
pub const QUICK_ADD: &str = "Quick add";
/// The label of the line.
pub const LINE: &str = "What, with whom and when";
/// Stands in the empty line.
pub const LINE_HINT: &str = "Call Ana @Northwind fri";
/// How a line is read.
pub const HOW: &str = "@ and a partner, then a day such as fri, 27 nov or in 2 weeks. Begin with “they” for their promise, \
                       or with “log call” for what took place. “Quotes” keep words as they are.";
/// The list of what was understood.
pub const UNDERSTOOD: &str = "Understood as";
/// The list of those who may be meant.
pub const WHO: &str = "Who is meant?";
/// Goes to the form for a partner instead.
pub const ADD_PARTNER: &str = "Add a partner instead";
/// A promise of ours.
pub const OUR_PROMISE: &str = "Our promise";
/// A promise of theirs.
pub const THEIR_PROMISE: &str = "Their promise";

/// What a line records, as a chip says it.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Promise(Side::Ours) => OUR_PROMISE,
        Kind::Promise(Side::Theirs) => THEIR_PROMISE,
        Kind::Touch { channel: Channel::Email, two_way: true } => "Reply",
        Kind::Touch { channel: Channel::Email, two_way: false } => "Email that went out",
        Kind::Touch { channel, .. } => channel.word(),
    }
}

/// A day with its weekday: `Fri, 27 Nov 2026`.
pub fn day(date: Date) -> String {
    intl::weekday(date.year(), date.month(), date.day())
}
