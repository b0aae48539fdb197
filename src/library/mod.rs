//! What comes with the product: the sample partners, the checklists and the scripts.
//!
//! Deliberately absent: anything the first load needs. Screens that hand this out load it with them.

pub mod checklists;
pub mod sample;
pub mod scripts;
