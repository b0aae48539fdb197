//! What several screens share of the domain: choices and forms that show refusals.

pub mod choice;
pub mod form;
