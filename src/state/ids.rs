//! The only place that draws random numbers.

use std::cell::OnceCell;

use uuid::{ContextV7, Timestamp, Uuid};

use crate::storage::stamp::{Millis, TabSuffix};

/// Bits of a new id: a UUID v7, rising even within one millisecond.
pub fn next_bits(now: Millis) -> u128 {
    thread_local! {
        static ORDER: OnceCell<ContextV7> = const { OnceCell::new() };
    }
    ORDER.with(|order| {
        let order = order.get_or_init(ContextV7::new);
        let nanoseconds = u32::try_from(now.0 % 1000).unwrap_or(0) * 1_000_000;
        Uuid::new_v7(Timestamp::from_unix(order, now.0 / 1000, nanoseconds)).as_u128()
    })
}

/// What tells this tab from others that write in the same millisecond.
pub fn tab_suffix(now: Millis) -> TabSuffix {
    // The low bits of a UUID v7 are random.
    let [.., a, b, c, d] = Uuid::from_u128(next_bits(now)).into_bytes();
    TabSuffix::from_random(u32::from_be_bytes([a, b, c, d]))
}
