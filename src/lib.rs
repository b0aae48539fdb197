//! Bridgekeeper: a private workbench for partnerships.
//!
//! The map, in reading order: [`domain`] says what partnership work means, [`catalogue`] says it in
//! sentences, [`storage`] how a workspace survives in the browser, [`library`] what comes with the
//! product, [`interchange`] reads and writes the files of other programs, [`state`] joins them behind
//! one door, [`route`] names the places; with a browser come `kit` (the design system), `parts` (views
//! of the domain that screens share), `features` (one folder per screen) and `shell` (the frame around
//! them).
//!
//! Dependencies point one way, from the shell down to the domain; `ARCHITECTURE.md` says why.

pub mod catalogue;
pub mod domain;
pub mod errands;
pub mod interchange;
pub mod library;
pub mod route;
pub mod state;
pub mod storage;

#[cfg(feature = "web")]
pub mod apart;
#[cfg(feature = "web")]
pub mod features;
#[cfg(feature = "web")]
pub mod kit;
#[cfg(feature = "web")]
pub mod parts;
#[cfg(feature = "web")]
pub mod shell;
