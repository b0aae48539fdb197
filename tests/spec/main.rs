//! The rulebook: one native binary that reads as the rules of the product.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod checklist;
mod domain;
mod ending;
mod errands;
mod health;
mod interchange;
mod library;
mod meeting;
mod privacy;
mod restore_words;
mod route;
mod script;
mod state;
mod storage;
