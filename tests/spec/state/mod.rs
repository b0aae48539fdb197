//! The session: changing, taking back, reading what is stored, backup.

mod backup;
mod backup_age;
mod first_look;
pub mod given;
mod golden;
mod merge;
mod place;
mod records;
mod session;
mod trash;
