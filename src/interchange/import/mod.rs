//! Lists of other programs become partners and people.
//!
//! In the order of the work, most of it off the page: [`read`] takes the bytes of a file apart ([`encoding`], [`dialect`],
//! [`table`]); [`mapping`] says what each column is, suggested by its heading and its cells; [`known`] is what is here already, in
//! a few words; [`plan`] says of each row what would become of it, and changes nothing; [`apply`] carries a plan out in
//! chunks. A [`problem`] is a sentence with its row and column. All of it is plain JSON between page and worker.
//!
//! ```text
//! page                                       worker
//! bytes, Wanted ───────────────────────────▶ read → Table (stays there), Mapping::suggest
//! Found, Mapping ◀──────────────────────────
//! Mapping, Known::of(workspace), Decisions ▶ Plan::make (stays there)
//! Totals, some of plan.rows ◀───────────────
//! next chunk? ─────────────────────────────▶ plan.chunk(n)
//! chunk.apply(workspace, moment) ◀──────────
//! ```

pub mod apply;
pub mod dates;
pub mod dialect;
pub mod encoding;
pub mod headings;
pub mod known;
pub mod mapping;
pub mod plan;
pub mod problem;
pub mod read;
pub mod similar;
pub mod table;
pub mod target;
pub mod words;

pub use apply::{Chunk, Report};
pub use dates::DateOrder;
pub use dialect::{Delimiter, Dialect, Quote};
pub use encoding::Encoding;
pub use known::Known;
pub use mapping::{Column, Mapping, Remembered};
pub use plan::{Choice, Decisions, Outcome, Plan, PlannedRow, Totals};
pub use problem::{Complaint, Problem};
pub use read::{Found, Wanted, read};
pub use table::Table;
pub use target::{Subject, Target};

/// Bytes a file may have.
pub const MOST_BYTES: usize = 25 * 1024 * 1024;
/// Rows a file may have, the headings aside.
pub const MOST_ROWS: usize = 100_000;
/// Columns a file may have.
pub const MOST_COLUMNS: usize = 500;
/// Bytes a cell may have.
pub const MOST_IN_CELL: usize = 100_000;
