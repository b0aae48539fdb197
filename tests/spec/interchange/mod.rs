//! Files of other programs.

mod calendar;
mod card;
mod given;
mod sheet;
