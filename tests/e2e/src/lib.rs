//! Journeys through the built page in a real browser, and what they stand on.
//!
//! - [`server`]: the files of a folder over 127.0.0.1, under any sub-path, with pages of a journey's own
//! - [`browsers`]: which browsers and drivers this machine has, and which of them the journeys are told in
//! - `tools`: sets what a machine decides: size, colour scheme, time zone, paper
//! - [`lacks`]: what one of the browsers cannot do, and why
//! - [`session`]: one browser with a profile of its own: look, click, wait, kill, relaunch
//! - [`page`]: the page as a person uses it: fields by their labels, buttons by their words
//! - [`robot`]: a tireless user inside a tab, and the account of what was acknowledged to it
//! - [`journey`]: runs one story and leaves a picture when it fails
//! - [`routes`]: the screens to take pictures of
//! - [`seed`]: a workspace worth a picture, made through the page
//!
//! The journeys themselves are in `tests/journeys/`.

pub mod browsers;
pub mod server;

#[cfg(feature = "browser")]
mod driver;
#[cfg(feature = "browser")]
mod firefox;
#[cfg(feature = "browser")]
pub mod journey;
#[cfg(feature = "browser")]
pub mod lacks;
#[cfg(feature = "browser")]
pub mod netlog;
#[cfg(feature = "browser")]
pub mod page;
#[cfg(feature = "browser")]
pub mod robot;
#[cfg(feature = "browser")]
pub mod routes;
#[cfg(feature = "browser")]
pub mod seed;
#[cfg(feature = "browser")]
pub mod session;
#[cfg(feature = "browser")]
mod tools;
