//! Cards as a list: a row for each, under headings that an import knows.

use crate::interchange::import::{MOST_BYTES, Problem, Table};

use super::read::{Card, read};

/// A list of the cards of a file, numbered from 1: who it is, where they work, how they are reached. Of several addresses
/// or numbers the preferred one has a column of its own, and the others share one.
///
/// # Errors
/// When the file is too large, has no card, or ends within one.
pub fn table_of(bytes: &[u8]) -> Result<Table, Problem> {
    if bytes.len() > MOST_BYTES {
        return Err(Problem::FileTooLarge { bytes: bytes.len() });
    }
    let cards = read(bytes).map_err(|_| Problem::NoCards)?;
    if cards.last().is_some_and(|card| card.is_cut_off) {
        return Err(Problem::CutOff { card: cards.len() });
    }
    let filled = |column: &Column| cards.iter().any(|card| !(column.cell)(card).is_empty());
    let shown: Vec<&Column> = COLUMNS.iter().filter(|column| column.is_always || filled(column)).collect();
    let mut table = Table::new(shown.iter().map(|column| column.heading.to_owned()));
    for (number, card) in (1..).zip(&cards) {
        let cells: Vec<String> = shown.iter().map(|column| (column.cell)(card)).collect();
        table.push(number, cells.iter().map(String::as_str))?;
    }
    Ok(table)
}

/// A column: its heading, whether it is there without a single cell, and what a card has in it.
struct Column {
    heading: &'static str,
    is_always: bool,
    cell: fn(&Card) -> String,
}

const fn column(heading: &'static str, is_always: bool, cell: fn(&Card) -> String) -> Column {
    Column { heading, is_always, cell }
}

const COLUMNS: [Column; 10] = [
    column("Full name", true, |card| card.name.clone()),
    column("Company", true, |card| card.company.clone()),
    column("Job title", false, |card| card.title.clone()),
    column("Email", true, |card| first(&card.emails)),
    column("Other emails", false, |card| others(&card.emails)),
    column("Phone", false, |card| first(&card.phones)),
    column("Other phones", false, |card| others(&card.phones)),
    column("URL", false, |card| first(&card.links)),
    column("Other links", false, |card| others(&card.links)),
    column("Notes", false, |card| card.notes.clone()),
];

fn first(all: &[String]) -> String {
    all.first().cloned().unwrap_or_default()
}

fn others(all: &[String]) -> String {
    all.get(1..).unwrap_or_default().join(", ")
}
