//! How a workspace survives: merging, saving, faults, tabs.

mod bench;
mod faulty;
mod saving;
mod tabs;
