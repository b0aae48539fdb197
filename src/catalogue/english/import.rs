//! Import: bringing in lists of other programs.

use crate::catalogue::intl::{counted, whole};

/// Title of the page.
pub const IMPORT: &str = "Import a list";
/// Below the title.
pub const LEDE: &str =
    "Partners and people from another program. You see what would happen to each row before anything does.";

// ---------------------------------------------------------------- the file

/// Heading of the first step.
pub const FILE: &str = "The file";
/// Opens the browser's own choice of files.
pub const CHOOSE: &str = "Choose a file";
/// Opens it again.
pub const CHOOSE_OTHER: &str = "Choose another file";
/// Beside the button.
pub const OR_DROP: &str = "or drop it here";
/// Below the button.
pub const KINDS: &str = "CSV, TSV or text with a row for each partner or person, or address cards (.vcf), up to 25 MB. It is read in this page and sent nowhere.";
/// What the browser offers to choose.
pub const ACCEPT: &str = ".csv,.tsv,.txt,.vcf,text/csv,text/tab-separated-values,text/plain,text/vcard";
/// While the file is read.
pub const READING: &str = "Reading the file";
/// Ends what is going on.
pub const STOP: &str = "Cancel";
/// Said when reading or comparing was ended.
pub const STOPPED: &str = "Cancelled. Nothing was changed.";
/// Reads the file again after that.
pub const READ_AGAIN: &str = "Read it again";
/// The worker did not start, or broke off.
pub const LOST: &str = "The part of the app that reads files could not be loaded, or broke off. Nothing was changed. Load the page again, and try once more.";

/// Why an import broke off.
pub const LOST_MIDWAY: &str = "The part of the app that reads files broke off";

/// "partners.csv, 1.2 MB".
pub fn named(name: &str, size: &str) -> String {
    format!("{name}, {size}")
}

/// "1.2 MB".
pub fn megabytes(amount: &str) -> String {
    format!("{amount} MB")
}

/// "12 kB".
pub fn kilobytes(amount: usize) -> String {
    format!("{} kB", whole(amount))
}

/// What is wrong with a file, after its name.
pub fn refused(name: &str, why: &str) -> String {
    format!("{name} was not read. {why}. Nothing was changed.")
}

// ---------------------------------------------------------------- how it was read

/// Heading of the second step.
pub const HOW: &str = "How it was read";
/// How the characters are written.
pub const ENCODING: &str = "Characters";
/// What stands between cells.
pub const SEPARATOR: &str = "Between cells";
/// A separator.
pub const COMMA: &str = "Comma";
/// A separator.
pub const SEMICOLON: &str = "Semicolon";
/// A separator.
pub const TAB: &str = "Tab";
/// A separator.
pub const PIPE: &str = "Vertical bar";
/// What stands around cells.
pub const QUOTES: &str = "Around cells";
/// Quotation marks.
pub const DOUBLE: &str = "Double quotes";
/// Quotation marks.
pub const SINGLE: &str = "Single quotes";
/// No quotation marks.
pub const NO_QUOTES: &str = "Nothing";
/// Whether the first row holds headings.
pub const HAS_HEADINGS: &str = "The first row holds the headings";

/// "10,000 rows, 12 columns".
pub fn size(rows: usize, columns: usize) -> String {
    format!("{}, {}", counted(rows, "row", "rows"), counted(columns, "column", "columns"))
}

/// The file holds cards.
pub fn cards(count: usize) -> String {
    format!("Read as address cards: {}.", counted(count, "person", "people"))
}

/// Some rows are longer or shorter than the headings.
pub fn ragged(rows: usize, first: u32) -> String {
    let have = if rows == 1 { "has" } else { "have" };
    let first = if rows == 1 { format!("row {first}") } else { format!("the first is row {first}") };
    format!("{} {have} more or fewer cells than there are headings: {first}.", counted(rows, "row", "rows"))
}

/// Some characters could not be read.
pub fn unreadable(count: usize) -> String {
    format!("{} could not be read. Choose other characters above.", counted(count, "character", "characters"))
}

// ---------------------------------------------------------------- columns

/// Heading of the third step.
pub const COLUMNS: &str = "What the columns become";
/// What each row is.
pub const SUBJECT: &str = "Each row is";
/// A subject.
pub const A_PARTNER: &str = "a partner";
/// A subject.
pub const A_PERSON: &str = "a person";
/// By what a row is recognised.
pub const KEY: &str = "Already here if it has the same";
/// A key.
pub const BY_DOMAIN: &str = "domain";
/// A key.
pub const BY_EMAIL: &str = "email";
/// A key.
pub const BY_NAME: &str = "name";
/// Heading of a column.
pub const COLUMN: &str = "Column";
/// Heading of a column.
pub const EXAMPLES: &str = "Examples";
/// Heading of a column.
pub const BECOMES: &str = "Becomes";
/// A column that nothing becomes of.
pub const LEFT_OUT: &str = "Nothing, leave it out";
/// A column without a cell.
pub const BLANK: &str = "empty in every row";
/// Above the words of a column.
pub const WORDS: &str = "Words";
/// Above the order of days.
pub const DAYS: &str = "Days are written like";
/// Beside the order of days, when it could be another.
pub const AMBIGUOUS: &str = "These days could be read in another order as well. Please look.";
/// A word that nobody gave a meaning to.
pub const UNKNOWN: &str = "Choose";
/// A word that means nothing.
pub const PASSED_OVER: &str = "Nothing, leave it out";
/// Heading of what has to be settled first.
pub const SETTLE: &str = "Before rows can be compared";

/// The label of what a column becomes.
pub fn becomes(heading: &str) -> String {
    format!("{heading} becomes")
}

/// The label of what a word means: "Gold (12) means".
pub fn means(word: &str) -> String {
    format!("{word} means")
}

/// How often a word is there.
pub fn times(count: usize) -> String {
    counted(count, "row", "rows")
}

/// Some cells are no days in that order.
pub fn unread_days(count: usize) -> String {
    format!("{} would be no day.", counted(count, "cell", "cells"))
}

/// A column becomes a field of one's own: "Own field “Region”".
pub fn own_field(name: &str) -> String {
    format!("Own field “{name}”")
}

/// The name of a partner.
pub const PARTNER_NAME: &str = "Partner name";
/// Their domain.
pub const DOMAIN: &str = "Domain";
/// Their kind.
pub const KIND: &str = "Kind of partnership";
/// Their stage.
pub const STAGE: &str = "Stage";
/// Their tier.
pub const TIER: &str = "Tier";
/// Their owner on our side.
pub const OWNER: &str = "Owner on our side";
/// Their tags.
pub const TAGS: &str = "Tags";
/// Notes about them.
pub const NOTES: &str = "Notes";
/// A link.
pub const LINK: &str = "Link";
/// The first day with us.
pub const LAUNCHED_ON: &str = "Launched on";
/// From which day on they are tracked.
pub const TRACKED_FROM: &str = "Tracked from";
/// The name of a person.
pub const PERSON_NAME: &str = "Person: name";
/// Their first name.
pub const FIRST_NAME: &str = "Person: first name";
/// Their last name.
pub const LAST_NAME: &str = "Person: last name";
/// Their mail address.
pub const EMAIL: &str = "Person: email";
/// Their phone number.
pub const PHONE: &str = "Person: phone";
/// Their title.
pub const TITLE: &str = "Person: title";
/// Their role for us.
pub const ROLE: &str = "Person: role for us";
/// Their own tier.
pub const PERSON_TIER: &str = "Person: cadence of their own";
/// Notes about them.
pub const PERSON_NOTES: &str = "Person: notes";
/// Their link.
pub const PERSON_LINK: &str = "Person: link";

// ---------------------------------------------------------------- rows

/// Heading of the fourth step.
pub const ROWS: &str = "What happens to the rows";
/// Which rows are shown.
pub const WHICH: &str = "Which rows";
/// All of them.
pub const ALL: &str = "All";
/// Rows that add something.
pub const CREATE: &str = "Add";
/// Rows that change something.
pub const UPDATE: &str = "Update";
/// Rows that somebody has to decide about.
pub const DECIDE: &str = "Decide";
/// Rows that are passed over.
pub const SKIP: &str = "Skip";
/// Rows that cannot be taken.
pub const ERROR: &str = "Cannot be read";
/// Heading of a column.
pub const ROW: &str = "Row";
/// Heading of a column.
pub const NAME: &str = "Name";
/// Heading of a column.
pub const OUTCOME: &str = "Becomes";
/// Heading of a column.
pub const WHY: &str = "What and why";
/// While rows are compared.
pub const COMPARING: &str = "Comparing the rows with what is here";
/// Stands where a row names nobody.
pub const UNNAMED: &str = "Without a name";
/// No row of that kind.
pub const NONE: &str = "No row of this kind.";
/// Heading of the choice about a row.
pub const IS_IT: &str = "Is it the same?";
/// It is one of its own.
pub const AS_NEW: &str = "No, add it";
/// The row is left out.
pub const LEAVE_OUT: &str = "Leave this row out";

/// It is the same as one that is here.
pub fn same_as(name: &str) -> String {
    format!("Yes, update {name}")
}

/// Draws more rows.
pub fn show_more(hidden: usize) -> String {
    format!("Show more, {} hidden", counted(hidden, "row", "rows"))
}

// ---------------------------------------------------------------- carrying it out

/// Nothing would change.
pub const NOTHING_TO_DO: &str = "No row adds or changes anything.";
/// While it goes on.
pub const GOES_ON: &str = "You can go on working. Keep this tab open until it is done.";

/// The button that imports: "Import 120 rows".
pub fn import(rows: usize) -> String {
    format!("Import {}", counted(rows, "row", "rows"))
}

/// What it will do: "Adds 100 and updates 20, skips 3, and 2 cannot be read."
pub fn summary(create: usize, update: usize, skip: usize, error: usize) -> String {
    format!(
        "{} added, {} updated, {} skipped, {} that cannot be read.",
        whole(create),
        whole(update),
        whole(skip),
        whole(error)
    )
}

/// How far it is: "1,200 of 10,000 rows".
pub fn progress(done: usize, all: usize) -> String {
    format!("{} of {} imported", whole(done), counted(all, "row", "rows"))
}

/// It will not fit: how much it needs and how much there is, in characters.
pub fn no_room(needed: usize, free: usize) -> String {
    format!(
        "This needs about {} characters of storage, and {} are free. Nothing was imported. Leave out columns or rows, or empty what was deleted in Settings.",
        whole(needed),
        whole(free)
    )
}

/// It is done.
pub fn done(rows: usize) -> String {
    format!("{} imported", counted(rows, "row", "rows"))
}

/// It was ended on the way.
pub fn ended(rows: usize, all: usize) -> String {
    format!("Stopped after {} of {}", whole(rows), counted(all, "row", "rows"))
}

/// It broke off: why, and how far it came.
pub fn broke_off(why: &str, rows: usize, all: usize) -> String {
    format!("{why}. {} of {} were imported, and can be taken back.", whole(rows), counted(all, "row", "rows"))
}

/// What was not carried out: "Row 12: …".
pub fn left_out(sentences: usize) -> String {
    format!("{} left out while importing", counted(sentences, "row was", "rows were"))
}

/// An import that was begun and not finished in an earlier sitting.
pub fn unfinished(name: &str, done: usize, all: usize) -> String {
    format!(
        "The import of {name} was broken off after {} of {}. Choose the file again to finish it: rows that are here already are recognised.",
        whole(done),
        counted(all, "row", "rows")
    )
}

/// Puts that notice away.
pub const DISMISS: &str = "Leave it as it is";
/// To the partners.
pub const SEE_PARTNERS: &str = "See partners";
/// To the people.
pub const SEE_PEOPLE: &str = "See people";

/// Rows that wait for a decision.
pub fn wait(rows: usize) -> String {
    let wait = if rows == 1 { "waits" } else { "wait" };
    format!("{} {wait} for your decision and would not be imported.", counted(rows, "row", "rows"))
}

/// Partners that are added beside the rows.
pub fn employers(count: usize) -> String {
    let is = if count == 1 { "is" } else { "are" };
    format!("{} {is} added as prospects, because people work there.", counted(count, "partner", "partners"))
}
