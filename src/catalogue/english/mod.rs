//! The page in English: a file for each screen, the words of the domain, and their dates.

pub mod at_hand;
pub mod calendar;
pub mod commands;
pub mod companion;
pub mod components;
pub mod deeds;
pub mod desk;
mod domain;
pub mod ending;
pub mod entries;
pub mod export;
pub mod facts;
pub mod first_run;
pub mod form;
pub mod health;
pub mod health_model;
pub mod kit;
pub mod lessons;
pub mod letter;
pub mod meeting;
pub mod partner;
pub mod partner_health;
pub mod partners;
pub mod people;
pub mod playbooks;
pub mod portfolio;
pub mod quick_add;
pub mod records;
pub mod run;
pub mod scripts;
pub mod settings;
pub mod shell;
mod specimens;
pub mod today;
pub mod trash;

pub use domain::{Word, day, days_ago, due, recent_day, recent_day_or_month};
