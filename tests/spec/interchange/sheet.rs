//! Tables for other programs.

use bridgekeeper::interchange::sheet::Sheet;
use proptest::prelude::*;

fn sheet(rows: &[&[&str]]) -> Sheet {
    let line = |row: &&[&str]| row.iter().map(|cell| (*cell).to_owned()).collect();
    let mut rows: Vec<Vec<String>> = rows.iter().map(line).collect();
    Sheet { headings: rows.remove(0), rows }
}

#[test]
fn a_file_is_utf_8_with_its_mark_and_quoted_where_needed() {
    let sheet = sheet(&[&["Partner", "Tags"], &["Acme, \"the\" one", "North\nSouth"], &["Žluťoučký 🌉", ""]]);
    let wanted = "\u{feff}Partner,Tags\r\n\"Acme, \"\"the\"\" one\",\"North\nSouth\"\r\nŽluťoučký 🌉,\r\n";
    assert_eq!(sheet.csv(false), wanted);
}

#[test]
fn no_cell_begins_like_a_formula_and_numbers_stay_numbers() {
    let cells =
        ["=cmd|' /C calc'!A0", "+1 555", "-4", "+12.5", "@SUM(A1)", "'quoted", "\tx", "--1", "-", "=1"];
    let guarded: Vec<&str> = vec![
        "'=cmd|' /C calc'!A0",
        "'+1 555",
        "-4",
        "+12.5",
        "'@SUM(A1)",
        "''quoted",
        "'\tx",
        "'--1",
        "'-",
        "'=1",
    ];
    for (cell, guarded) in cells.iter().zip(guarded) {
        assert_eq!(read(&sheet(&[&["a"], &[cell]]).csv(false))[1], [guarded]);
        assert_eq!(
            read(&sheet(&[&["a"], &[cell]]).csv(true))[1],
            [*cell],
            "as it is, when that is asked for"
        );
    }
}

#[test]
fn the_clipboard_gets_a_line_for_each_row_and_no_markup_of_ours() {
    let sheet = sheet(&[&["Partner", "Next step"], &["A <b>&</b>", "=1\nthen\tcall"]]);
    assert_eq!(sheet.tabbed(), "Partner\tNext step\nA <b>&</b>\t'=1 then call");
    let html = "<table><thead><tr><th>Partner</th><th>Next step</th></tr></thead>\
                <tbody><tr><td>A &lt;b&gt;&amp;&lt;/b&gt;</td><td>=1\nthen\tcall</td></tr></tbody></table>";
    assert_eq!(sheet.html(), html);
}

/// The rows of a file, as another program reads them.
fn read(csv: &str) -> Vec<Vec<String>> {
    let text = csv.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

proptest! {
    #[test]
    fn every_cell_comes_back_whatever_it_holds(cells in proptest::collection::vec(any::<String>(), 1..5)) {
        let sheet = Sheet { headings: cells.clone(), rows: vec![cells.clone()] };
        let without_guard = |cell: &String| {
            let rest = cell.strip_prefix('\'');
            rest.map_or_else(|| cell.clone(), str::to_owned)
        };
        let back: Vec<_> = read(&sheet.csv(false))[1].iter().map(without_guard).collect();
        prop_assert_eq!(&back, &cells);
        prop_assert_eq!(&read(&sheet.csv(true))[1], &cells);
    }
}
