//! The page in English: a file for each screen, the words of the domain, and their dates.

mod domain;
pub mod kit;
pub mod shell;

pub use domain::{Word, day, days_ago, due};
