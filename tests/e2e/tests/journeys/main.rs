//! What a person does with the page, from end to end, against the files to be published.

mod accessibility;
mod appearance;
mod backup;
mod blocked;
mod crash;
mod damage;
mod erase;
mod first_run;
mod foreign;
mod full;
mod health;
mod input;
mod keyboard;
mod large;
mod list;
mod model;
mod opening;
mod palette;
mod partner;
mod people;
mod quick_add;
mod seeded;
mod shortcuts;
mod tabs;
mod today;
mod versions;
