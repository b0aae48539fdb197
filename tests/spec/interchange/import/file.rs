//! Bytes become a table.

use bridgekeeper::interchange::import::{
    Delimiter, Dialect, Encoding, MOST_BYTES, MOST_COLUMNS, MOST_IN_CELL, MOST_ROWS, Problem, Quote, Table,
    Wanted, read,
};

use bridgekeeper::interchange::import::table::Row;

use super::given::table;

fn rows(table: &Table) -> Vec<Vec<&str>> {
    table.rows().map(|row| row.cells().collect()).collect()
}

fn refused(bytes: &[u8]) -> Problem {
    read(bytes, &Wanted::default()).unwrap_err()
}

#[test]
fn marks_say_the_encoding_and_without_one_it_is_told_from_the_bytes() {
    let text = "Name;Město\r\nŽluť;Brno 🌉\r\n";
    let utf16 = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let with = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    let files = [
        (text.as_bytes().to_vec(), Encoding::Utf8),
        (with(b"\xef\xbb\xbf", text.as_bytes()), Encoding::Utf8),
        (utf16(u16::to_le_bytes), Encoding::Utf16Le),
        (utf16(u16::to_be_bytes), Encoding::Utf16Be),
        (with(b"\xff\xfe", &utf16(u16::to_le_bytes)), Encoding::Utf16Le),
        (with(b"\xfe\xff", &utf16(u16::to_be_bytes)), Encoding::Utf16Be),
    ];
    for (bytes, encoding) in files {
        let (table, found) = read(&bytes, &Wanted::default()).unwrap();
        assert_eq!(found.encoding, encoding);
        assert_eq!((table.headings()[1].as_str(), rows(&table)), ("Město", vec![vec!["Žluť", "Brno 🌉"]]));
    }
}

#[test]
fn what_is_neither_utf_8_nor_utf_16_is_taken_for_windows_1252_until_somebody_says_otherwise() {
    let bytes = b"Name,Fee\nM\xfcller \x96 S\xf6hne,\x80 5\n";
    let (table, found) = read(bytes, &Wanted::default()).unwrap();
    assert_eq!(found.encoding, Encoding::Windows1252);
    assert_eq!(rows(&table), [["Müller – Söhne", "€ 5"]]);
    let wanted = Wanted { encoding: Some(Encoding::Utf8), ..Wanted::default() };
    let (_, found) = read(bytes, &wanted).unwrap();
    assert_eq!(found.unreadable, 4, "characters that could not be read are counted");
}

#[test]
fn the_separator_is_the_one_that_gives_rows_alike() {
    let sniffed = |text| Dialect::sniff(text).delimiter;
    assert_eq!(sniffed("a,b\n1,2\n"), Delimiter::Comma);
    assert_eq!(sniffed("a;b\n1,5;2,5\n3,5;4,5\n"), Delimiter::Semicolon);
    assert_eq!(sniffed("a\tb, c\n1\t2\n"), Delimiter::Tab);
    assert_eq!(sniffed("a|b|c\n1|2|3,4\n"), Delimiter::Pipe);
    assert_eq!(sniffed("name\nAcme\n"), Delimiter::Comma, "one column has none");
    assert_eq!(sniffed("\"a;b;c\",d\n\"e;f\ng;h\",i\n"), Delimiter::Comma, "what is quoted does not count");
    assert_eq!(sniffed("a;b\n\"say \"\"hi\"\", you, and you, and you\";2\n"), Delimiter::Semicolon);
    assert_eq!(Dialect::sniff("'a','b, c'\n'1','2'\n").quote, Quote::Single);
    assert_eq!(Dialect::sniff("name,note\n'+1 555,'=x\n'-y,z\n").quote, Quote::Double, "guards only begin");
}

#[test]
fn a_first_line_may_name_the_separator() {
    for first in ["sep=;", "SEP=;", "\"sep=;\""] {
        let table = table(&format!("{first}\r\na;b\r\n1,2;3\r\n"));
        assert_eq!(
            (table.headings(), rows(&table)),
            (["a", "b"].map(str::to_owned).as_slice(), vec![vec!["1,2", "3"]])
        );
        assert_eq!(table.row(0).unwrap().number(), 3, "it is a row of the file");
    }
}

#[test]
fn line_ends_within_quotes_stay_and_rows_are_numbered_as_spreadsheets_do() {
    let text = "a,b\r\n\"one\r\ntwo\",1\r\n\r\n\r\nx,2\r\ny,3";
    let table = table(text);
    assert_eq!(rows(&table), [["one\r\ntwo", "1"], ["x", "2"], ["y", "3"]]);
    assert_eq!(table.rows().map(Row::number).collect::<Vec<_>>(), [2, 5, 6]);
    let unix = super::given::table(&text.replace("\r\n", "\n"));
    assert_eq!(unix.rows().map(Row::number).collect::<Vec<_>>(), [2, 5, 6]);
}

#[test]
fn ragged_rows_are_kept_and_said() {
    let bytes = b"a,b\n1\n1,2,3\n1,2\n";
    let (table, found) = read(bytes, &Wanted::default()).unwrap();
    assert_eq!(rows(&table), vec![vec!["1"], vec!["1", "2", "3"], vec!["1", "2"]]);
    assert_eq!(table.headings(), ["a", "b", "Column 3"]);
    assert_eq!((found.ragged, found.first_ragged), (2, Some(2)));
    assert_eq!(table.row(0).unwrap().cell(1), "", "a cell that is missing is empty");
}

#[test]
fn headings_that_are_blank_or_there_twice_are_made_distinct() {
    let table = table("Name,,Name, Name ,Name (2)\n1,2,3,4,5\n");
    assert_eq!(table.headings(), ["Name", "Column 2", "Name (2)", "Name (3)", "Name (2) (2)"]);
}

#[test]
fn a_file_may_have_one_column_or_no_headings() {
    let one = table("Partner\nAcme\nGlobex, Inc\n");
    assert_eq!(one.headings()[0], "Partner");
    let wanted = Wanted { is_without_headings: true, ..Wanted::default() };
    let (table, _) = read(b"Acme,acme.example\nGlobex,globex.example\n", &wanted).unwrap();
    assert_eq!(table.headings(), ["Column 1", "Column 2"]);
    assert_eq!((table.len(), table.row(0).unwrap().number()), (2, 1));
}

#[test]
fn notes_before_the_headings_are_passed_over() {
    let text = "Notes:\n\"When exporting your connections, some addresses may be missing, as set by them.\"\n\n\
                First Name,Last Name,URL,Email Address,Company,Position,Connected On\n\
                Ana,Novak,https://www.linkedin.com/in/ana,,Acme,CTO,21 Nov 2026\n";
    let table = table(text);
    assert_eq!(table.headings()[0], "First Name");
    assert_eq!(table.row(0).unwrap().number(), 5);
}

#[test]
fn the_guard_of_our_own_exports_is_taken_off() {
    let table = table("a,b,c,d\n'=cmd|' /C calc'!A0,'+1 555,''quoted,'n plain\n");
    assert_eq!(rows(&table), [["=cmd|' /C calc'!A0", "+1 555", "'quoted", "'n plain"]]);
}

#[test]
fn what_is_too_much_is_refused_with_its_row_and_the_reason() {
    assert_eq!(refused(&vec![b'a'; MOST_BYTES + 1]), Problem::FileTooLarge { bytes: MOST_BYTES + 1 });
    let wide = format!("a,b\n1,2\n{}\n", vec!["x"; 100_000].join(","));
    assert_eq!(refused(wide.as_bytes()), Problem::TooManyColumns { row: 3, has: 100_000 });
    let wide = vec!["x"; MOST_COLUMNS + 1].join(",");
    assert_eq!(refused(wide.as_bytes()), Problem::TooManyColumns { row: 1, has: MOST_COLUMNS + 1 });
    let long = format!("a,b\n1,2\n3,{}\n", "x".repeat(MOST_IN_CELL + 1));
    let problem = refused(long.as_bytes());
    assert_eq!(problem, Problem::CellTooLong { row: 3, column: 2, has: MOST_IN_CELL + 1 });
    let sentence = "Row 3, column 2 has 100001 characters, and 100000 is the most. A quotation mark may not be closed there";
    assert_eq!(problem.to_string(), sentence);
    let many = "x\n".repeat(MOST_ROWS + 2);
    assert_eq!(refused(many.as_bytes()), Problem::TooManyRows);
}

#[test]
fn nothing_and_other_kinds_of_files_are_refused_by_name() {
    for nothing in ["", "\u{feff}", "\n\n", "sep=;", "Name,Domain\n"] {
        assert_eq!(refused(nothing.as_bytes()), Problem::NoRows, "{nothing:?}");
    }
    let excel = Problem::OtherKind { what: "an Excel workbook or an archive".to_owned() };
    assert_eq!(refused(b"PK\x03\x04\x14\x00"), excel);
    assert!(excel.to_string().contains("save the list as CSV"));
}

#[test]
fn zeros_and_stray_quotes_are_characters_like_others() {
    let table = table("a,b\n\0\0,x\"y\n\"open,z\n");
    assert_eq!(rows(&table)[0], ["\0\0", "x\"y"]);
}
