//! How the workspace meets other programs: what they write, read as plans of records; records, written as they read them.
//!
//! Deliberately absent: the backup file, which is the workspace itself ([`crate::storage`]), and anything that needs a
//! browser.

pub mod sheet;
