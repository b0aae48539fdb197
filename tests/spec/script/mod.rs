//! Scripts: text with fields, filled from the records of one partner.

mod answers;
mod checking;
mod fits;
mod given;
mod letters;
mod library;
mod mail;
mod records;
mod template;
