//! What a person does with the page, from end to end, against the files to be published.

mod blocked;
mod damage;
mod full;
mod opening;
mod partner;
mod tabs;
