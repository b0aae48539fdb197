//! Files of other programs.

mod calendar;
mod card;
mod given;
mod import;
mod sheet;
