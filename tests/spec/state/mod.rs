//! The session: changing, taking back, reading what is stored, backup.

mod backup;
mod given;
mod golden;
mod records;
mod session;
mod trash;
