//! A list for other programs.

use crate::domain::Date;

/// Leads to where a list is brought in.
pub const IMPORT: &str = "Import";
/// Opens what can be done with a list as it is shown.
pub const EXPORT: &str = "Export";
/// Downloads the list, with cells that look like formulas made harmless.
pub const DOWNLOAD_CSV: &str = "Download as CSV";
/// The same, with every cell as it is.
pub const DOWNLOAD_RAW: &str = "Download as CSV, formulas as they are";
/// Copies the list.
pub const COPY_TABLE: &str = "Copy the table";
/// The browser let nothing be copied.
pub const NOT_COPIED: &str = "The browser let nothing be copied. Download the table instead.";

/// The name of a file with a list of a day.
pub fn file(stem: &str, day: Date) -> String {
    format!("bridgekeeper-{stem}-{day}.csv")
}

/// Said once a list is downloaded; `counted` as in "12 partners".
pub fn downloaded(counted: &str) -> String {
    format!("{counted} downloaded as shown")
}

/// Said once a list is copied; `counted` as in "12 partners".
pub fn copied(counted: &str) -> String {
    format!("{counted} copied, to be pasted into a spreadsheet or a mail")
}
