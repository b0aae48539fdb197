//! What the records promise, one file per noun; [`given`] builds dull ones.

mod agenda;
mod bulk;
mod calendar;
mod contact;
mod date;
mod details;
mod find;
pub mod given;
mod id;
mod ledger_balance;
mod merging;
mod partner;
mod people;
mod promise;
mod quick_add;
mod roster;
mod stage_and_tier;
mod stored_text;
mod table;
mod text;
mod timeline;
mod view;
mod workspace;
