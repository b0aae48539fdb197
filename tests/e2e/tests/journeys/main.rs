//! What a person does with the page, from end to end, against the files to be published.

mod opening;
mod partner;
mod tabs;
