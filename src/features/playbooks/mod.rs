//! Playbooks: the library and what is at work, one playbook, one at work, and the editor of one's own.

mod editor;
mod editor_conditions;
mod editor_drag;
mod editor_parts;
mod file;
mod library;
mod one;
mod running;

pub use library::PlaybooksPage;
pub use one::PlaybookPage;
pub use running::RunPage;
