//! Which edition of the page this is: the folder on a host, or everything in one file on a disk.
//!
//! `cargo xtask dist` marks the single file; this is the one place that reads the mark. All pages opened from a disk share
//! one storage in Chromium, so the single file leaves it alone until it is asked to keep its data there.

use leptos::prelude::document;

use crate::storage::browser;
use crate::storage::keys::Keys;

/// Whether everything is in one file.
pub fn is_single_file() -> bool {
    document().query_selector("meta[name=edition][content=single-file]").ok().flatten().is_some()
}

/// Whether the browser's storage is not to be touched: nobody has asked for this workspace to be kept there. That it lies
/// there is how the wish is known, so one key is read and none is written.
pub fn stays_in_memory(workspace: &str) -> bool {
    is_single_file() && !browser::holds(&Keys::of(workspace).meta())
}
