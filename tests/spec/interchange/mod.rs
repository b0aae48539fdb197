//! Files of other programs.

mod calendar;
mod card;
mod foreign;
mod given;
mod import;
mod markdown;
mod outlines;
mod sheet;
