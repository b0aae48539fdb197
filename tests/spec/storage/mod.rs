//! How a workspace survives: merging, saving, faults, tabs.

mod bench;
mod coding;
mod faults;
mod faulty;
mod merging;
mod saving;
mod tabs;
