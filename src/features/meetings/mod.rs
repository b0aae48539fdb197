//! Meetings: all of them, and one from its brief to its recap on a single page.

mod brief;
mod decision;
mod form;
mod list;
mod one;
mod probes;
mod recap;
mod room;
mod sitting;
mod steps;
mod written;

pub use list::MeetingsPage;
pub use one::MeetingPage;
