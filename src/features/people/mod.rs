//! People across partners: who should hear from us first, and one person with their history.

mod dated_form;
mod export;
mod history;
mod list;
mod move_form;
mod person;
mod research;

pub use list::PeoplePage;
pub use person::PersonPage;
