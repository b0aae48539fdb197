//! People as cards: vCard. Written as version 4.0 (RFC 6350), read as 2.1, 3.0 and 4.0.
//!
//! [`file`] writes the people of a workspace; what was found out about them stays here unless it is asked for.
//! [`read`] takes the cards of a file apart, and never fails on one of them: what cannot be read of a card is passed over.
//! [`table_of`] makes a list of them that is imported as any other. Why by hand: ADR 11.

mod bytes;
mod read;
mod table;
mod write;

pub use read::{Card, NotCards, read};
pub use table::table_of;
pub use write::file;

/// What browsers are told to call a file of cards.
pub const MEDIA_TYPE: &str = "text/vcard;charset=utf-8";
