//! Where a practice of the library comes from.

use super::fields::written_as;

/// Where a practice comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// "How to recover from a partnership failure".
    Recover,
    /// "Why most partnership programs fail in the first year".
    FirstYear,
    /// "How to win a partnership meeting".
    Meeting,
    /// Public practice.
    Practice,
}

written_as!(Source { Recover: "recover", FirstYear: "first_year", Meeting: "meeting", Practice: "practice" });
