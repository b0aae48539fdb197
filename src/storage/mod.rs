//! How a workspace survives in browser local storage.
//!
//! A **document** is a flat map from paths to stamped **records**, and merging two versions of a document is: per path, the
//! higher stamp wins. Everything else follows from that one rule. In reading order:
//!
//! | module | what it holds |
//! |---|---|
//! | [`stamp`], [`names`], [`document`] | what is kept and how it merges; pure |
//! | [`codec`], [`migrate`], `written` | from documents to stored text and back, record by record; pure |
//! | [`store`], [`memory`], `browser` | the place: what it must offer, in memory, in a browser |
//! | [`keys`], [`meta`], [`census`], [`quarantine`], [`reserve`], [`usage`], [`problem`] | one kind of key or report each |
//! | [`first_look`] | a few partners before the engine is there |
//! | [`vault`] | the engine: open, commit, tick, notice, rescan, replace |
//! | [`records`] | which record of which document holds what of the domain |
//! | [`backup`], [`compare`] | the file that holds everything; what it says otherwise, and merging it |
//!
//! A save writes an **intent** (the changed records of one action, under a key of its own) and reads it back: from there the
//! action is saved, whole. Then it brings the documents up to date, looks again after 1.5 s, and forgets the intent when its
//! records were seen in the documents.
//!
//! Deliberately absent: a clock, randomness and timers (they are passed in); locks, leaders and compaction (merging needs
//! none); any idea of what a record means (the domain's business); clearing the area or touching a stranger's key.

pub mod backup;
#[cfg(feature = "web")]
pub mod browser;
pub mod census;
pub mod codec;
pub mod compare;
pub mod document;
pub mod first_look;
pub mod keys;
pub mod memory;
pub mod meta;
pub mod migrate;
pub mod names;
pub mod problem;
pub mod quarantine;
pub mod records;
pub mod reserve;
pub mod stamp;
pub mod store;
#[cfg(feature = "web")]
pub mod tab;
pub mod usage;
pub mod vault;
pub mod written;

pub use document::{Document, Record};
pub use memory::MemoryArea;
pub use names::{DocumentKey, RecordPath};
pub use problem::Problem;
pub use stamp::{Millis, Stamp, TabSuffix};
pub use store::{Store, StoreError, StoredText};
pub use usage::Usage;
pub use vault::{Change, Opening, Outcome, Persistence, Status, StoreEvent, Vault, WrittenRecord};
