//! Endings: begun, walked, closed, and learnt from.

mod begin;
mod due;
mod gate;
pub mod given;
mod history;
mod lesson;
mod past;
mod person;
mod stored;
mod story;
mod talk;
