//! What several screens share of the domain: its words, its dates, and forms that show refusals.

pub mod choice;
pub mod form;
pub mod words;
