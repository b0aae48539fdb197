//! Lists that Python's csv module wrote, and ours for it to read: see `tests/foreign/lists.py`, which runs this.

use std::collections::BTreeMap;
use std::path::PathBuf;

use bridgekeeper::interchange::import::{Delimiter, Encoding, Wanted, read};
use bridgekeeper::interchange::sheet::Sheet;

#[test]
#[ignore = "tests/foreign/lists.py runs it, with a folder of files"]
fn lists_of_others_are_read_and_ours_are_written() {
    let folder = PathBuf::from(std::env::var("BRIDGEKEEPER_FOREIGN").unwrap());
    let about = std::fs::read_to_string(folder.join("lists.json")).unwrap();
    let about: BTreeMap<String, serde_json::Value> = serde_json::from_str(&about).unwrap();
    let names: Vec<String> = serde_json::from_value(about["names"].clone()).unwrap();
    let rows: Vec<Vec<String>> = serde_json::from_value(about["rows"].clone()).unwrap();
    for name in &names {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        let (table, found) =
            read(&bytes, &Wanted::default()).unwrap_or_else(|problem| panic!("{name}: {problem}"));
        let delimiter = match name.split('-').next().unwrap() {
            "comma" => Delimiter::Comma,
            "semicolon" => Delimiter::Semicolon,
            "tab" => Delimiter::Tab,
            _ => Delimiter::Pipe,
        };
        assert_eq!(found.dialect.delimiter, delimiter, "{name}");
        let is_1252 = found.encoding == Encoding::Windows1252;
        assert_eq!((is_1252, found.unreadable), (name.ends_with("cp1252.csv"), 0), "{name}");
        let back: Vec<Vec<&str>> = table.rows().map(|row| row.cells().collect()).collect();
        assert_eq!(back, rows, "{name}");
    }
    let wild: Vec<Vec<String>> = serde_json::from_value(about["wild"].clone()).unwrap();
    let sheet = Sheet { headings: ["Partner", "Notes", "Owner"].map(str::to_owned).into(), rows: wild };
    std::fs::write(folder.join("ours.csv"), sheet.csv(false)).unwrap();
    std::fs::write(folder.join("ours-raw.csv"), sheet.csv(true)).unwrap();
}
