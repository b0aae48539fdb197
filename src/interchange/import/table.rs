//! A list as it stands in a file: headings, and rows of cells.

use serde::{Deserialize, Serialize};

use super::problem::Problem;
use super::{MOST_COLUMNS, MOST_IN_CELL, MOST_ROWS};

/// The rows of a file. All cells lie in one text, so that a file of 10 MB takes little more than that.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    headings: Vec<String>,
    text: String,
    /// Where each cell ends in the text.
    ends: Vec<u32>,
    rows: Vec<RowPlace>,
    ragged: Vec<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct RowPlace {
    number: u32,
    /// Its first cell, and how many there are.
    first: u32,
    cells: u32,
}

/// A row of a [`Table`].
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    table: &'a Table,
    place: RowPlace,
}

impl Table {
    /// A table without rows. Headings that are blank or there twice are made distinct.
    pub fn new(headings: impl IntoIterator<Item = String>) -> Self {
        let mut table = Self::default();
        headings.into_iter().for_each(|heading| table.add_heading(heading.trim()));
        table
    }

    /// Adds a row. `number` is its place in the file as a spreadsheet counts, the headings being 1. Cells beyond the
    /// headings get headings of their own.
    ///
    /// # Errors
    /// When there are too many rows or cells, or a cell is too long.
    pub fn push<'c>(&mut self, number: u32, cells: impl IntoIterator<Item = &'c str>) -> Result<(), Problem> {
        if self.rows.len() >= MOST_ROWS {
            return Err(Problem::TooManyRows);
        }
        let first = self.ends.len();
        for (at, cell) in cells.into_iter().enumerate() {
            if cell.len() > MOST_IN_CELL {
                return Err(Problem::CellTooLong { row: number, column: at + 1, has: cell.len() });
            }
            self.text.push_str(cell);
            self.ends.push(short(self.text.len()));
        }
        let cells = self.ends.len() - first;
        if cells > MOST_COLUMNS {
            return Err(Problem::TooManyColumns { row: number, has: cells });
        }
        if cells != self.headings.len() {
            self.ragged.push(number);
        }
        self.rows.push(RowPlace { number, first: short(first), cells: short(cells) });
        Ok(())
    }

    /// Gives every column a heading, once all rows are in.
    pub(super) fn widen(&mut self) {
        let widest = self.rows.iter().map(|row| row.cells as usize).max().unwrap_or_default();
        while self.headings.len() < widest {
            self.add_heading("");
        }
    }

    /// The words above the columns, each but once.
    pub fn headings(&self) -> &[String] {
        &self.headings
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows, in the order of the file.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = Row<'_>> + Clone {
        self.rows.iter().map(|place| Row { table: self, place: *place })
    }

    /// The row at this place, from 0.
    pub fn row(&self, at: usize) -> Option<Row<'_>> {
        self.rows.get(at).map(|place| Row { table: self, place: *place })
    }

    /// The numbers of the rows that have more or fewer cells than there are headings.
    pub fn ragged(&self) -> &[u32] {
        &self.ragged
    }

    /// The cells of a column, from 0, that are not blank.
    pub fn column(&self, at: usize) -> impl Iterator<Item = &str> {
        self.rows().map(move |row| row.cell(at)).filter(|cell| !cell.trim().is_empty())
    }

    fn add_heading(&mut self, heading: &str) {
        const MOST: usize = 200;
        let number = self.headings.len() + 1;
        let heading: String = heading.chars().take(MOST).collect();
        let wanted = if heading.is_empty() { format!("Column {number}") } else { heading };
        let is_taken = |name: &String| self.headings.contains(name);
        let distinct = std::iter::once(wanted.clone())
            .chain((2..=number + 1).map(|count| format!("{wanted} ({count})")))
            .find(|name| !is_taken(name));
        self.headings.push(distinct.unwrap_or(wanted));
    }
}

impl<'a> Row<'a> {
    /// Its place in the file as a spreadsheet counts, the headings usually being 1.
    pub fn number(self) -> u32 {
        self.place.number
    }

    /// The cell of a column, from 0; empty where the row has none.
    pub fn cell(self, column: usize) -> &'a str {
        if column >= self.place.cells as usize {
            return "";
        }
        let at = self.place.first as usize + column;
        let end = |at: usize| self.table.ends.get(at).map_or(0, |end| *end as usize);
        let start = if at == 0 { 0 } else { end(at - 1) };
        self.table.text.get(start..end(at)).unwrap_or_default()
    }

    /// All its cells.
    pub fn cells(self) -> impl Iterator<Item = &'a str> {
        (0..self.place.cells as usize).map(move |column| self.cell(column))
    }
}

/// Files are far smaller than what this counts to.
fn short(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
