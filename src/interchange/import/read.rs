//! The bytes of a file become a table.

use csv::{ReaderBuilder, StringRecord};
use serde::{Deserialize, Serialize};

use super::dialect::{self, Dialect};
use super::encoding::Encoding;
use super::problem::Problem;
use super::table::Table;
use super::{MOST_BYTES, MOST_COLUMNS};
use crate::interchange::sheet::unguarded;

/// What the user chose about how to read a file; what is absent is told from the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// How its characters are written.
    pub encoding: Option<Encoding>,
    /// How its cells are separated.
    pub dialect: Option<Dialect>,
    /// Whether its first row is one like the others, and not headings.
    pub is_without_headings: bool,
}

/// What a file turned out to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// How its characters are written.
    pub encoding: Encoding,
    /// How its cells are separated.
    pub dialect: Dialect,
    /// Characters that could not be read and stand as `U+FFFD`.
    pub unreadable: usize,
    /// Rows.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    /// Rows that have more or fewer cells than there are headings; they are read all the same.
    pub ragged: usize,
    /// The first of them, as a spreadsheet counts.
    pub first_ragged: Option<u32>,
}

/// Reads a file. Apostrophes that guard a cell of an export of ours are taken off.
///
/// # Errors
/// When the file is too large in one way or another, of another kind, or without rows.
pub fn read(bytes: &[u8], wanted: &Wanted) -> Result<(Table, Found), Problem> {
    if bytes.len() > MOST_BYTES {
        return Err(Problem::FileTooLarge { bytes: bytes.len() });
    }
    if let Some(what) = other_kind(bytes) {
        return Err(Problem::OtherKind { what: what.to_owned() });
    }
    let encoding = wanted.encoding.unwrap_or_else(|| Encoding::sniff(bytes));
    let text = encoding.decode(bytes);
    let dialect = wanted.dialect.unwrap_or_else(|| Dialect::sniff(&text));
    let table = table(&text, dialect, wanted.is_without_headings)?;
    let found = Found {
        encoding,
        dialect,
        unreadable: text.matches(char::REPLACEMENT_CHARACTER).count(),
        rows: table.len(),
        columns: table.headings().len(),
        ragged: table.ragged().len(),
        first_ragged: table.ragged().first().copied(),
    };
    Ok((table, found))
}

/// Files that people drop here by mistake, by their first bytes.
fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 5] = [
        (b"PK\x03\x04", "an Excel workbook or an archive"),
        (b"\xd0\xcf\x11\xe0", "an old Excel workbook"),
        (b"%PDF", "a PDF"),
        (b"\x89PNG", "a picture"),
        (b"\x1f\x8b", "an archive"),
    ];
    KINDS.iter().find(|(begin, _)| bytes.starts_with(begin)).map(|(_, what)| *what)
}

fn table(text: &str, dialect: Dialect, is_without_headings: bool) -> Result<Table, Problem> {
    let named = dialect::named(text);
    let (text, skipped) = named.map_or((text, 0), |(_, rest)| (rest, 1));
    let mut rows = Rows::new(text, dialect, skipped);
    let before_headings = if is_without_headings { 0 } else { preamble(text, dialect) };
    let mut table = if is_without_headings {
        Table::default()
    } else {
        for _ in 0..before_headings {
            rows.next();
        }
        match rows.next() {
            Some((number, record)) => {
                if record.len() > MOST_COLUMNS {
                    return Err(Problem::TooManyColumns { row: number, has: record.len() });
                }
                Table::new(record.iter().map(|cell| unguarded(cell).to_owned()))
            }
            None => return Err(Problem::NoRows),
        }
    };
    while let Some((number, record)) = rows.next() {
        if is_without_headings && table.is_empty() {
            if record.len() > MOST_COLUMNS {
                return Err(Problem::TooManyColumns { row: number, has: record.len() });
            }
            table = Table::new(record.iter().map(|_| String::new()));
        }
        table.push(number, record.iter().map(unguarded))?;
    }
    table.widen();
    if table.is_empty() { Err(Problem::NoRows) } else { Ok(table) }
}

/// Rows that stand before the headings: a title, or notes, as some programs write them. They have one cell where the
/// others have several.
fn preamble(text: &str, dialect: Dialect) -> usize {
    const LOOKED_AT: usize = 40;
    let mut rows = Rows::new(text, dialect, 0);
    let mut filled: Vec<usize> = Vec::new();
    while let Some((_, record)) = rows.next()
        && filled.len() < LOOKED_AT
    {
        filled.push(record.iter().filter(|cell| !cell.trim().is_empty()).count());
    }
    let widest = filled.iter().copied().max().unwrap_or_default();
    if widest < 3 {
        return 0;
    }
    let is_full = |cells: &usize| *cells * 2 > widest;
    let first_full = filled.iter().position(is_full).unwrap_or_default();
    let only_titles = filled.iter().take(first_full).all(|cells| *cells <= 1);
    if only_titles { first_full } else { 0 }
}

/// The rows of a text, with their numbers as a spreadsheet counts: blank lines count, line ends inside of cells do not.
struct Rows<'t> {
    text: &'t str,
    reader: csv::Reader<&'t [u8]>,
    record: StringRecord,
    number: u32,
}

impl<'t> Rows<'t> {
    fn new(text: &'t str, dialect: Dialect, skipped: u32) -> Self {
        let mut builder = ReaderBuilder::new();
        builder.has_headers(false).flexible(true).delimiter(dialect.delimiter.byte());
        match dialect.quote.byte() {
            Some(quote) => builder.quote(quote),
            None => builder.quoting(false),
        };
        let reader = builder.from_reader(text.as_bytes());
        Self { text, reader, record: StringRecord::new(), number: skipped }
    }

    fn next(&mut self) -> Option<(u32, &StringRecord)> {
        let from = usize::try_from(self.reader.position().byte()).ok()?;
        // A row is read up to CR; LF after it is still to come.
        let is_within = self.text.as_bytes().get(from.wrapping_sub(1)..=from) == Some(b"\r\n");
        let from = if is_within { from + 1 } else { from };
        // Cells of a text are texts, and nothing fails that lies in memory.
        if !self.reader.read_record(&mut self.record).unwrap_or(false) {
            return None;
        }
        let rest = self.text.get(from..).unwrap_or_default();
        self.number = self.number.saturating_add(1).saturating_add(blank_lines(rest));
        Some((self.number, &self.record))
    }
}

/// The lines that a text begins with and that have nothing in them.
fn blank_lines(text: &str) -> u32 {
    let (mut lines, mut rest) = (0, text.as_bytes());
    loop {
        rest = match rest {
            [b'\r', b'\n', rest @ ..] | [b'\r' | b'\n', rest @ ..] => rest,
            _ => return lines,
        };
        lines += 1;
    }
}
