//! Every sentence the page says, in one place: constants, and functions where a figure or a name
//! stands in the sentence. Views hold no words of their own.
//!
//! [`english`] is the one language so far. Another one is a folder beside it with the same names,
//! and a line here that picks it; the compiler lists what is missing. Refusals speak for
//! themselves (`domain::refusal`). Dates, numbers and plurals come from `Intl` through [`intl`];
//! where there is no browser, in the rulebook, from `plain.rs`, which has the same names.

pub mod english;
#[cfg(feature = "web")]
pub mod intl;
#[cfg(not(feature = "web"))]
#[path = "plain.rs"]
pub mod intl;

pub use english::*;
