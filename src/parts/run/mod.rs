//! Playbooks at work: starting one, working through its items, and the runs of a partner in a list.

pub mod deed;
mod item;
mod item_form;
pub mod list;
pub mod panel;
pub mod review;
pub mod start;
pub mod told;

pub use list::{PartnerRuns, RunRow};
pub use panel::RunPanel;
pub use start::StartForm;
