//! Meetings: what preparing one takes, when it can be closed, what its recap says, and that it was a touch.

mod course;
pub mod given;
mod prep;
mod recap;
mod step;
mod stored;
mod touch;
