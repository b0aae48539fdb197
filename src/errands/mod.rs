//! Long work done beside the page, in the worker: [`messages`] is what can be asked and answered, [`office`] does it.
//!
//! Both are pure and tested natively; `worker` alone needs a browser, and carries texts between the two.

pub mod messages;
pub mod office;
#[cfg(feature = "worker")]
pub mod worker;

/// What the worker says first: it listens.
pub const READY: &str = "ready";
