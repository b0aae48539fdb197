//! Checklists: the library, what a file can get wrong, runs, and what changed in a template since.

mod differences;
mod edit;
mod faults;
pub mod given;
mod library;
mod run;
mod sheet;
mod stored;
