//! Tables for other programs: CSV as RFC 4180 has it, and rows for the clipboard.
//!
//! A spreadsheet takes a cell that begins with `=` for a formula and runs it, whoever wrote it. The **guard** puts an
//! apostrophe before such cells, which spreadsheets understand as "this is text"; what begins with an apostrophe itself
//! gets one as well, so that taking one away gives every cell back. A plain number stays as it is.

use csv::{Terminator, WriterBuilder};

/// A table of words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The words above the columns.
    pub headings: Vec<String>,
    /// The cells, row by row, as many as there are headings.
    pub rows: Vec<Vec<String>>,
}

/// Said by the first bytes of a file that it is UTF-8; spreadsheets guess otherwise.
const UTF8_MARK: &str = "\u{feff}";
const GUARD: char = '\'';

impl Sheet {
    /// The table as a CSV file: UTF-8 with its mark, commas, lines ended by CR and LF, quoted where that is needed.
    /// Guarded unless `is_raw`.
    pub fn csv(&self, is_raw: bool) -> String {
        let mut writer =
            WriterBuilder::new().terminator(Terminator::CRLF).flexible(true).from_writer(Vec::new());
        for row in self.all_rows() {
            let cells = row.iter().map(|cell| if is_raw { cell.clone() } else { guarded(cell) });
            // Nothing can go wrong while writing into memory.
            let _ = writer.write_record(cells);
        }
        let bytes = writer.into_inner().unwrap_or_default();
        format!("{UTF8_MARK}{}", String::from_utf8_lossy(&bytes))
    }

    /// The table as spreadsheets take it from the clipboard: guarded cells, a tab between them, a line for each row.
    pub fn tabbed(&self) -> String {
        let in_one_line = |cell: &String| guarded(cell).replace(['\t', '\r', '\n'], " ");
        let line = |row: &Vec<String>| row.iter().map(in_one_line).collect::<Vec<_>>().join("\t");
        self.all_rows().map(line).collect::<Vec<_>>().join("\n")
    }

    /// The table as HTML, for where words are written.
    pub fn html(&self) -> String {
        let line = |row: &Vec<String>, tag: &str| {
            let cells: String = row.iter().map(|cell| format!("<{tag}>{}</{tag}>", escaped(cell))).collect();
            format!("<tr>{cells}</tr>")
        };
        let rows: String = self.rows.iter().map(|row| line(row, "td")).collect();
        format!("<table><thead>{}</thead><tbody>{rows}</tbody></table>", line(&self.headings, "th"))
    }

    fn all_rows(&self) -> impl Iterator<Item = &Vec<String>> {
        std::iter::once(&self.headings).chain(&self.rows)
    }
}

/// A cell that no spreadsheet takes for a formula.
fn guarded(cell: &str) -> String {
    let is_risky = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', GUARD]);
    if is_risky && !is_number(cell) { format!("{GUARD}{cell}") } else { cell.to_owned() }
}

/// A cell without the guard that [`Sheet::csv`] put before it.
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix(GUARD) {
        Some(rest) if guarded(rest).len() > rest.len() => rest,
        _ => cell,
    }
}

/// Whether it is digits alone, with a sign and one point at most.
fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix(['+', '-']).unwrap_or(cell);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, part].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
