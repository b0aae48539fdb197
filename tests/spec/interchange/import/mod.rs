//! Lists of other programs become partners and people.

mod any_file;
mod applied;
mod dates;
mod file;
mod foreign;
mod given;
mod headings;
mod mapping;
mod plan;
