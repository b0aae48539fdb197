//! How a workspace survives: merging, saving, faults, tabs.

mod backups;
mod bench;
mod coding;
mod counting;
mod damage;
mod faults;
mod faulty;
mod figure;
mod found;
mod lives;
mod merging;
mod migrating;
mod saving;
mod schema;
mod tabs;
