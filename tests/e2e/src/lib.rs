//! Journeys through the built page in a real browser, and what they stand on.
//!
//! - [`server`]: the files of a folder over 127.0.0.1, under any sub-path, with pages of a journey's own
//! - [`browsers`]: which Chromium and which driver this machine has
//!
//! The journeys themselves are in `tests/journeys/`.

pub mod browsers;
pub mod server;
