//! What an empty workspace says, and what stands above the sample.

/// Heading.
pub const TITLE: &str = "Your partnerships, on one page that stays yours";
/// What the product does, line by line.
pub const LINES: &str = "See whom you work with, what you promised each other, and what came of it.\n\
    Know whom to talk to next, before a partnership goes quiet.\n\
    Everything stays in this browser, and one backup file restores it all.";
/// The same, where nothing is kept but in a file of the user's.
pub const LINES_IN_FILE: &str = "See whom you work with, what you promised each other, and what came of it.\n\
    Know whom to talk to next, before a partnership goes quiet.\n\
    Everything stays in this page until you save it to a file of your own.";
/// The same, where the browser stores nothing.
pub const LINES_IN_MEMORY: &str = "See whom you work with, what you promised each other, and what came of it.\n\
    Know whom to talk to next, before a partnership goes quiet.\n\
    Everything stays in this page, and one backup file restores it all.";
/// Offers a file, where that is all that keeps anything.
pub const OPEN_FILE: &str = "Open a file";
/// The first offer.
pub const ADD_A_PARTNER: &str = "Add a partner";
/// The second offer.
pub const IMPORT: &str = "Import CSV";
/// The third offer.
pub const LOOK_AROUND: &str = "Look around with sample data";
/// The fourth offer.
pub const RESTORE: &str = "Restore a backup";
/// Above every page while the sample is here.
pub const SAMPLE_HERE: &str =
    "You are looking at sample data: invented companies and people. What you add beside them stays.";
/// Removes the sample.
pub const START_EMPTY: &str = "Start empty";
