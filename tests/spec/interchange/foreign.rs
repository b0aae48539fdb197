//! Files of other programs, and ours for them: run by `tests/foreign/calendars_and_cards.py`, which names a folder.

use std::fs;
use std::path::PathBuf;

use bridgekeeper::catalogue::calendar as words;
use bridgekeeper::domain::health::Board;
use bridgekeeper::domain::occasion::{Kind, Occasion, occasions};
use bridgekeeper::domain::{ContactId, Moment, Workspace};
use bridgekeeper::interchange::calendar::{self, Told};
use bridgekeeper::interchange::card;
use bridgekeeper::library::sample;

use crate::domain::given::line;
use crate::meeting::given::today;

fn folder() -> PathBuf {
    std::env::var_os("BRIDGEKEEPER_FOREIGN").expect("the script names a folder").into()
}

fn filled() -> Workspace {
    let mut bits = 0;
    let mut next_bits = || {
        bits += 1;
        bits
    };
    let mut workspace = Workspace::default();
    sample::fill(&mut workspace, &mut Moment::new(today(), &mut next_bits)).unwrap();
    workspace
}

/// Titles and names that try what a line can take.
const ODD: [&str; 4] = [
    "Comma, semicolon; back\\slash, \"quoted\" and colon: done",
    "Žluťoučký kůň 🌉 úpěl ďábelské ódy, and on and on until the line has to be folded more than once",
    "BEGIN:VEVENT",
    "=1+1",
];

#[test]
#[ignore = "run by tests/foreign/calendars_and_cards.py"]
fn others_read_ours() {
    let mut workspace = filled();
    let ids: Vec<ContactId> = workspace.contacts.keys().copied().collect();
    for (id, odd) in ids.iter().zip(ODD) {
        workspace.contact_mut(*id).unwrap().person.name = line(odd);
    }
    let mut board = Board::default();
    board.refresh(&workspace, today());
    let found = occasions(&workspace, &board, today(), &Kind::ALL);
    let summary = |one: &Occasion| format!("{} {}", ODD[one.bits as usize % ODD.len()], words::summary(one));
    let tell = |one: &Occasion| Told {
        summary: summary(one),
        description: format!("{}\n{}", words::description(one), ODD.join("\n")),
        address: Some("https://example.com/#/today".to_owned()),
    };
    fs::write(folder().join("ours.ics"), calendar::file(&found, words::NAME, &tell)).unwrap();
    fs::write(folder().join("ours.vcf"), card::file(&workspace, &ids, today(), Some(&words::private)))
        .unwrap();
    let people: Vec<String> =
        ids.iter().map(|id| workspace.contacts.get(id).unwrap().person.name.to_string()).collect();
    let wanted =
        serde_json::json!({ "summaries": found.iter().map(summary).collect::<Vec<_>>(), "people": people });
    fs::write(folder().join("ours.json"), wanted.to_string()).unwrap();
}

type Person = (String, String, String, Vec<String>, Vec<String>, String);

#[test]
#[ignore = "run by tests/foreign/calendars_and_cards.py"]
fn we_read_theirs() {
    let people: Vec<Person> =
        serde_json::from_str(&fs::read_to_string(folder().join("theirs.json")).unwrap()).unwrap();
    for version in ["2.1", "3.0"] {
        let cards = card::read(&fs::read(folder().join(format!("theirs-{version}.vcf"))).unwrap()).unwrap();
        assert_eq!(cards.len(), people.len());
        for (card, (name, company, title, emails, phones, notes)) in cards.iter().zip(&people) {
            assert_eq!((&card.name, &card.company, &card.title), (name, company, title), "{version}");
            assert_eq!((&card.emails, &card.phones), (emails, phones), "{version}");
            assert_eq!(card.notes, *notes, "{version}");
        }
    }
}
