//! Ids for what labels and descriptions point at.

use std::sync::atomic::{AtomicU32, Ordering};

/// An id that nothing else of this page has.
pub(super) fn next_id() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!("kit-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}
