//! Why a file, a row or a cell is not taken as it is: sentences that say what to change.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{MOST_BYTES, MOST_COLUMNS, MOST_IN_CELL, MOST_ROWS};

/// What stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Problem {
    /// The file is larger than is read.
    #[error("The file has {} MB, and {} MB is the most. Split it, or leave columns out", megabytes(*.bytes), megabytes(MOST_BYTES))]
    FileTooLarge {
        /// Bytes it has.
        bytes: usize,
    },
    /// The file is of another kind.
    #[error("This is {what}, not a list. Open it in its program, save the list as CSV, and import that")]
    OtherKind {
        /// What it is, as in "an Excel workbook".
        what: String,
    },
    /// There is no row in it.
    #[error("There are no rows in this file. Check that it is the one you meant")]
    NoRows,
    /// There is no contact card in it.
    #[error(
        "There are no contact cards in this file. Export the contacts as vCard (.vcf), and choose that file"
    )]
    NoCards,
    /// It ends within a contact card.
    #[error("The file ends in the middle of card {card}, so it is not whole. Export it again")]
    CutOff {
        /// Which, from 1.
        card: usize,
    },
    /// It has more rows than are read.
    #[error("The file has more than {MOST_ROWS} rows. Split it into several files")]
    TooManyRows,
    /// A row has more columns than are read.
    #[error("Row {row} has {has} columns, and {MOST_COLUMNS} is the most. Check the separator")]
    TooManyColumns {
        /// The row, as a spreadsheet counts.
        row: u32,
        /// Columns it has.
        has: usize,
    },
    /// A cell is longer than is read.
    #[error(
        "Row {row}, column {column} has {has} characters, and {MOST_IN_CELL} is the most. A quotation mark may not be closed there"
    )]
    CellTooLong {
        /// The row, as a spreadsheet counts.
        row: u32,
        /// The column, from 1.
        column: usize,
        /// Bytes it has.
        has: usize,
    },
    /// No column gives what nothing can be added without.
    #[error("No column is the name. Choose the column that names them")]
    NoNameColumn,
    /// Two columns for what can be said once.
    #[error("“{other}” is the same already. Choose one of the two columns")]
    TargetTwice {
        /// The heading of the column before.
        other: String,
    },
    /// The name of an own field is blank or too long.
    #[error("{sentence}")]
    Refused {
        /// What the domain said.
        sentence: String,
    },
    /// A row without a name.
    #[error("It has no name")]
    NoName,
    /// A word of a list that is none of ours, and nobody said yet what it means.
    #[error("“{word}” is not known here. Choose what it stands for, or that it is left out")]
    UnknownWord {
        /// The word, as written.
        word: String,
    },
    /// A cell that is no day in the order of its column.
    #[error("“{text}” is not a day written {order}. Correct it, or choose another order of dates")]
    NotADay {
        /// What is written.
        text: String,
        /// The order, as in "2026-11-21".
        order: String,
    },
    /// A row of the file is about the same.
    #[error("It is the same as row {row}")]
    SameAsRow {
        /// The row that came first.
        row: u32,
    },
    /// Another row of the file has the domain.
    #[error("Row {row} has the same domain. Two partners never share one")]
    DomainOfRow {
        /// The row that came first.
        row: u32,
    },
    /// A partner that is here has the domain.
    #[error("{name} already has the domain {domain}")]
    DomainTaken {
        /// The domain.
        domain: String,
        /// Who has it.
        name: String,
    },
    /// All that the row says is known.
    #[error("All of it is here already")]
    NothingNew,
    /// The user said so.
    #[error("You left it out")]
    LeftOut,
    /// Somebody has to say whether it is the same.
    #[error("It may be here already. Decide whether it is the same")]
    Undecided,
    /// What was chosen to be the same is not here.
    #[error("What it was to be joined with is not here any more")]
    Gone,
    /// More employers than titles, or the other way round.
    #[error("It names several employers, and it cannot be told whose title this is. The title is left out")]
    WhoseTitle,
    /// It is called otherwise here.
    #[error("It is called “{name}” here, and keeps that name")]
    NameStays {
        /// The name here.
        name: String,
    },
    /// A cell with several addresses.
    #[error("It holds several addresses, and the first one is taken")]
    OnlyTheFirst,
    /// The row speaks of a person that cannot be named.
    #[error("The person has no name, and is left out")]
    NamelessPerson,
}

/// A problem with a cell, or with a row as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Complaint {
    /// The heading of the column, if it is about one.
    pub column: Option<String>,
    /// What is wrong.
    pub problem: Problem,
}

impl Complaint {
    /// About a row as a whole.
    pub fn of_row(problem: Problem) -> Self {
        Self { column: None, problem }
    }

    /// About the cell of a column.
    pub fn of_cell(heading: &str, problem: Problem) -> Self {
        Self { column: Some(heading.to_owned()), problem }
    }

    /// The sentence with its place: `Row 12, “Website”: Write the domain like example.com, without spaces`.
    pub fn in_row(&self, row: u32) -> String {
        match &self.column {
            Some(column) => format!("Row {row}, “{column}”: {}", self.problem),
            None => format!("Row {row}: {}", self.problem),
        }
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.column {
            Some(column) => write!(f, "“{column}”: {}", self.problem),
            None => write!(f, "{}", self.problem),
        }
    }
}

/// Rounded up, so that what is just too much does not read as the most.
fn megabytes(bytes: usize) -> usize {
    bytes.div_ceil(1024 * 1024)
}
