//! Every sentence the page says, in one place: constants, and functions where a figure or a name
//! stands in the sentence. Views hold no words of their own.
//!
//! [`english`] is the one language so far. Another one is a folder beside it with the same names,
//! and a line here that picks it; the compiler lists what is missing. Refusals speak for
//! themselves (`domain::refusal`). Dates, numbers and plurals come from `Intl` through [`intl`].

pub mod english;
pub mod intl;

pub use english::*;
