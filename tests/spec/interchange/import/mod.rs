//! Lists of other programs become partners and people.

mod file;
mod given;
mod plan;
