//! What a verb may know of the world: which day it is, and a supply of new ids.

use super::date::Date;
use super::id::Id;

/// The moment in which a verb acts. The caller supplies the day and the ids, so the domain needs
/// neither clock nor randomness and a test can be any day.
pub struct Moment<'a> {
    today: Date,
    next_bits: &'a mut dyn FnMut() -> u128,
}

impl<'a> Moment<'a> {
    /// A moment on `today` that takes the bits of new ids from `next_bits`; each call must give
    /// bits never given before, rising with time.
    pub fn new(today: Date, next_bits: &'a mut dyn FnMut() -> u128) -> Self {
        Self { today, next_bits }
    }

    /// The day it is where the user is.
    pub fn today(&self) -> Date {
        self.today
    }

    /// A new id.
    pub fn new_id<Of>(&mut self) -> Id<Of> {
        Id::from_bits((self.next_bits)())
    }
}
