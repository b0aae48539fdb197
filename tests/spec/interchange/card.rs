//! People as cards: written for other programs, and read from whatever wrote them.

use bridgekeeper::catalogue::calendar::private;
use bridgekeeper::domain::text::EmailAddress;
use bridgekeeper::domain::{Contact, Line, LinkAddress, Note, Workspace};
use bridgekeeper::interchange::card::{Card, NotCards, file, read, table_of};
use bridgekeeper::interchange::import::headings::{meaning, subject};
use bridgekeeper::interchange::import::{MOST_BYTES, Problem, Subject};
use expect_test::expect;
use proptest::prelude::*;

use super::given::{content_lines, unescaped, values};
use crate::domain::given::line;
use crate::meeting::given::{ANA, act, ago, meeting, today, workspace};

fn given() -> Workspace {
    let mut workspace = workspace(meeting(ago(-1)));
    let ana = workspace.contact_mut(ANA).unwrap();
    let email = EmailAddress::parse_optional("ana@example.com").unwrap();
    ana.person.email = email;
    ana.person.phone = Some(line("+49 421 5550 100"));
    ana.person.notes = Note::parse_optional("SECRET one").unwrap();
    ana.research.said = Note::parse_optional("SECRET two").unwrap();
    let job = *ana.employments.keys().next().unwrap();
    ana.employments.get_mut(&job).unwrap().title = Some(line("Head; of, Alliances"));
    let link = bridgekeeper::domain::Link::new(None, LinkAddress::parse("https://example.com/ana").unwrap());
    act(|moment| bridgekeeper::domain::listing::add(&mut ana.links, link, moment)).unwrap();
    workspace
}

fn one(text: &str) -> Card {
    let mut cards = read(text.as_bytes()).unwrap();
    assert_eq!(cards.len(), 1, "{cards:?}");
    cards.remove(0)
}

// ---------------------------------------------------------------- written

#[test]
fn a_card_says_who_somebody_is_and_nothing_private() {
    let written = file(&given(), &[ANA], today(), None);
    expect![[r#"
        BEGIN:VCARD
        VERSION:4.0
        PRODID:-//Bridgekeeper//Bridgekeeper//EN
        UID:urn:uuid:00000000-0000-0000-0000-000000000028
        KIND:individual
        FN:Ana Sample
        N:Sample;Ana;;;
        ORG:Acme
        TITLE:Head\; of\, Alliances
        EMAIL:ana@example.com
        TEL:+49 421 5550 100
        URL:https://example.com/ana
        END:VCARD
    "#]]
    .assert_eq(&written.replace("\r\n", "\n"));
}

#[test]
fn private_notes_are_in_a_card_when_they_are_asked_for() {
    let written = file(&given(), &[ANA], today(), Some(&private));
    let note = unescaped(&values(&content_lines(&written), "NOTE")[0]);
    assert_eq!(note, "SECRET one\nWhat they wrote or said: SECRET two");
}

#[test]
fn our_own_cards_come_back_as_they_were() {
    let cards = read(file(&given(), &[ANA, ANA], today(), Some(&private)).as_bytes()).unwrap();
    let wanted = Card {
        name: "Ana Sample".into(),
        company: "Acme".into(),
        title: "Head; of, Alliances".into(),
        emails: vec!["ana@example.com".into()],
        phones: vec!["+49 421 5550 100".into()],
        links: vec!["https://example.com/ana".into()],
        notes: "SECRET one\nWhat they wrote or said: SECRET two".into(),
        is_cut_off: false,
    };
    assert_eq!(cards, [wanted.clone(), wanted]);
}

#[test]
fn somebody_who_left_has_no_company_on_their_card() {
    let mut workspace = given();
    let ana = workspace.contact_mut(ANA).unwrap();
    ana.leave(crate::meeting::given::HERE, ago(1)).unwrap();
    let lines = content_lines(&file(&workspace, &[ANA], today(), None));
    assert!(values(&lines, "ORG").is_empty() && values(&lines, "TITLE").is_empty());
}

proptest! {
    #[test]
    fn no_name_adds_a_line(name in "\\PC{1,60}", notes in any::<String>()) {
        let mut workspace = given();
        let ana = workspace.contact_mut(ANA).unwrap();
        let Ok(name) = Line::<120>::parse(bridgekeeper::domain::Field::Name, &name) else { return Ok(()) };
        ana.person.name = name.clone();
        let note = move |_: &Contact| notes.clone();
        let written = file(&workspace, &[ANA], today(), Some(&note));
        let lines = content_lines(&written);
        prop_assert_eq!(values(&lines, "BEGIN").len(), 1);
        prop_assert_eq!(values(&lines, "END").len(), 1);
        prop_assert_eq!(unescaped(&values(&lines, "FN")[0]), name.as_str());
        prop_assert_eq!(&read(written.as_bytes()).unwrap()[0].name, name.as_str());
    }
}

// ---------------------------------------------------------------- read

#[test]
fn version_2_1_with_quoted_printable_soft_breaks_and_charsets() {
    let card = one("BEGIN:VCARD\r\nVERSION:2.1\r\n\
        N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg;;Dr.;\r\n\
        ORG;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:Stra=DFenbau;Einkauf\r\n\
        TEL;CELL;PREF:0151 1\r\nTEL;WORK:0421 2\r\n\
        NOTE;ENCODING=QUOTED-PRINTABLE:a long=\r\n line that=20goes=\r\n=0Aon\r\n\
        EMAIL;INTERNET:joerg@example.com\r\nEND:VCARD\r\n");
    assert_eq!(card.name, "Dr. Jörg Müller");
    assert_eq!(card.company, "Straßenbau");
    assert_eq!(card.phones, ["0151 1", "0421 2"]);
    assert_eq!(card.emails, ["joerg@example.com"]);
    assert_eq!(card.notes, "a long line that goes\non");
}

#[test]
fn version_3_0_with_groups_folds_and_escapes() {
    let card = one("BEGIN:VCARD\nVERSION:3.0\nFN:Ana \\, of\n  Bremen\nN:Ruiz;Ana;;;\n\
        item1.EMAIL;type=INTERNET:second@example.com\nitem2.EMAIL;type=INTERNET,PREF:first@example.com\n\
        item2.X-ABLabel:_$!<Work>!$_\nORG:North\\; South;Sales\nROLE:Buyer\n\
        URL:https\\://example.com\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\n SkZJRg\nNOTE:one\\ntwo\nEND:VCARD\n");
    assert_eq!(card.name, "Ana , of Bremen");
    assert_eq!(card.emails, ["first@example.com", "second@example.com"]);
    assert_eq!((card.company.as_str(), card.title.as_str()), ("North; South", "Buyer"));
    assert_eq!(card.links, ["https://example.com"]);
    assert_eq!(card.notes, "one\ntwo");
}

#[test]
fn version_4_0_with_addresses_as_uris_ranks_and_quoted_parameters() {
    let card = one("BEGIN:VCARD\r\nVERSION:4.0\r\nFN;SORT-AS=\"Ruiz;Ana:x\":Ana Ruiz\r\n\
        TEL;VALUE=uri;PREF=2:tel:+49-421-2\r\nTEL;VALUE=uri;PREF=1:TEL:+49-421-1\r\n\
        EMAIL:mailto:ana@example.com\r\nTITLE;LANGUAGE=en:Buyer\r\nEND:VCARD\r\n");
    assert_eq!(card.name, "Ana Ruiz");
    assert_eq!(card.phones, ["+49-421-1", "+49-421-2"]);
    assert_eq!(card.emails, ["ana@example.com"]);
    assert_eq!(card.title, "Buyer");
}

#[test]
fn other_encodings_are_told_from_their_bytes() {
    let text = "BEGIN:VCARD\r\nFN:Jörg Žák\r\nEND:VCARD\r\n";
    let wide = |mark: u16, order: fn(u16) -> [u8; 2]| -> Vec<u8> {
        std::iter::once(mark).chain(text.encode_utf16()).flat_map(order).collect()
    };
    for bytes in [wide(0xFEFF, u16::to_le_bytes), wide(0xFEFF, u16::to_be_bytes)] {
        assert_eq!(read(&bytes).unwrap()[0].name, "Jörg Žák");
    }
    assert_eq!(read(format!("\u{feff}{text}").as_bytes()).unwrap()[0].name, "Jörg Žák");
    assert_eq!(read(b"BEGIN:VCARD\nFN:J\xF6rg \x8E\xE1k\nEND:VCARD\n").unwrap()[0].name, "Jörg Žák");
}

#[test]
fn several_cards_one_within_another_and_one_that_is_cut_off() {
    let text = "BEGIN:VCARD\nN:One;A\nAGENT:\nBEGIN:VCARD\nFN:Their assistant\nEND:VCARD\nEND:VCARD\n\
        junk\nBEGIN:VCARD\nEMAIL:two@example.com\nEND:VCARD\nBEGIN:VCARD\nFN:Three";
    let cards = read(text.as_bytes()).unwrap();
    let names: Vec<_> = cards.iter().map(|card| (card.name.as_str(), card.is_cut_off)).collect();
    assert_eq!(names, [("A One", false), ("", false), ("Three", true)]);
    assert_eq!(cards[1].emails, ["two@example.com"]);
}

#[test]
fn a_file_without_cards_is_refused() {
    for bytes in
        [&b""[..], b"Name,Email\nAna,ana@example.com", b"BEGIN:VCALENDAR\nEND:VCALENDAR", b"\xFF\xFE"]
    {
        assert_eq!(read(bytes), Err(NotCards));
    }
}

// ---------------------------------------------------------------- whatever comes

/// How many cases the hunt for panics takes; `BRIDGEKEEPER_HUNT=5000000` hunts for minutes.
fn cases() -> u32 {
    std::env::var("BRIDGEKEEPER_HUNT").ok().and_then(|cases| cases.parse().ok()).unwrap_or(512)
}

/// Bytes that come close to a card: pieces of them in any order, with anything between.
fn nearly_cards() -> impl Strategy<Value = Vec<u8>> {
    let pieces = [
        "BEGIN:VCARD",
        "END:VCARD",
        "VERSION:2.1",
        "FN",
        "N",
        ":",
        ";",
        "=",
        "=C3=",
        "\\",
        "\\n",
        "\r\n",
        "\n",
        "\r\n ",
        "\n\t",
        "\"",
        "ENCODING=QUOTED-PRINTABLE",
        "CHARSET=ISO-8859-1",
        "EMAIL",
        "TEL",
        "tel:",
        "PREF",
        "item1.",
        "ä",
        "🌉",
    ];
    let piece = prop_oneof![
        8 => proptest::sample::select(pieces.to_vec()).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => proptest::collection::vec(any::<u8>(), 0..6),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop_oneof![nearly_cards(), proptest::collection::vec(any::<u8>(), 0..2000)]) {
        if let Ok(cards) = read(&bytes) {
            prop_assert!(!cards.is_empty());
        }
        let framed = [b"BEGIN:VCARD\r\nX:\r\n", bytes.as_slice(), b"\r\nEND:VCARD\r\n"].concat();
        prop_assert!(read(&framed).is_ok(), "a card is found whatever is in it");
    }
}

// ---------------------------------------------------------------- as a list

#[test]
fn cards_become_a_list_whose_columns_an_import_knows() {
    let text = "BEGIN:VCARD\nFN:Ana Ruiz\nORG:North\nEMAIL:ana@example.com\nEMAIL:second@example.com\n\
        NOTE:one\\ntwo\nEND:VCARD\nBEGIN:VCARD\nFN:Ben Ott\nTEL:1\nEND:VCARD\n";
    let table = table_of(text.as_bytes()).unwrap();
    assert_eq!(table.headings(), ["Full name", "Company", "Email", "Other emails", "Phone", "Notes"]);
    let rows: Vec<Vec<&str>> = table.rows().map(|row| row.cells().collect()).collect();
    assert_eq!(rows[0], ["Ana Ruiz", "North", "ana@example.com", "second@example.com", "", "one\ntwo"]);
    assert_eq!(rows[1], ["Ben Ott", "", "", "", "1", ""]);
    assert_eq!(table.row(1).unwrap().number(), 2);
    let known = ["Full name", "Company", "Job title", "Email", "Phone", "URL", "Notes"];
    for heading in known {
        assert!(meaning(Subject::Contacts, heading).is_some(), "{heading}");
    }
    assert_eq!(subject(table.headings()), Subject::Contacts);
}

#[test]
fn a_file_that_is_no_list_of_cards_is_refused_with_its_reason() {
    assert_eq!(table_of(b"Name\nAna"), Err(Problem::NoCards));
    assert_eq!(
        table_of(b"BEGIN:VCARD\nFN:A\nEND:VCARD\nBEGIN:VCARD\nFN:B"),
        Err(Problem::CutOff { card: 2 })
    );
    let large = vec![b' '; MOST_BYTES + 1];
    assert_eq!(table_of(&large), Err(Problem::FileTooLarge { bytes: MOST_BYTES + 1 }));
}
