//! How the workspace meets other programs: what they write, read as plans of records; records, written as they read them.
//!
//! [`sheet`] is tables, [`calendar`] what has a day, [`card`] people, both made of [`lines`]; [`markdown`] is words. [`import`]
//! makes partners and people of the lists of others.
//!
//! Deliberately absent: the backup file, which is the workspace itself ([`crate::storage`]), and anything that needs a
//! browser.

pub mod calendar;
pub mod card;
pub mod import;
pub mod lines;
pub mod markdown;
pub mod sheet;
