//! The only place that reads a clock.

use crate::domain::Date;
use crate::storage::stamp::Millis;

/// What the wall clock says. It may be wrong, and it may jump.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
pub fn now() -> Millis {
    // Milliseconds since 1970 are whole and far below 2^53; a clock before 1970 counts as 1970.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "see above")]
    Millis(js_sys::Date::now().max(0.0) as u64)
}

/// Which day it is where the user is; a clock outside the calendar counts as its nearest day.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
pub fn today() -> Date {
    let date = js_sys::Date::new_0();
    let year = i32::try_from(date.get_full_year()).unwrap_or(i32::MAX);
    Date::new(year, date.get_month() + 1, date.get_date()).unwrap_or(if year < 1900 {
        Date::MIN
    } else {
        Date::MAX
    })
}
