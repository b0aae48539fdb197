//! What several screens share of the domain: choices, forms that show refusals, people.

pub mod band;
pub mod calendar;
pub mod card;
pub mod choice;
pub mod entries;
pub mod export;
pub mod first_run;
pub mod form;
pub mod gone;
pub mod markdown;
pub mod meeting;
pub mod merge_form;
pub mod own_file;
pub mod person;
pub mod person_form;
pub mod portfolio;
pub mod put_off;
pub mod run;
pub mod star;
pub mod take;
pub mod task;
pub mod zombie;
