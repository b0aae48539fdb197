//! The worker's office: errands and answers as the JSON that travels between page and worker.

use std::cell::RefCell;

use bridgekeeper::domain::Id;
use bridgekeeper::domain::Workspace;
use bridgekeeper::errands::messages::{Answer, Becomes, Change, Errand};
use bridgekeeper::errands::office::Office;
use bridgekeeper::interchange::import::{Decisions, Known, Plan, Subject, Target, Wanted};

/// Does one errand and reads what was said.
fn ask(office: &mut Office, errand: &Errand, file: Option<Result<Vec<u8>, String>>) -> Vec<Answer> {
    let said = RefCell::new(Vec::new());
    let say = |text: &str| said.borrow_mut().push(serde_json::from_str(text).unwrap());
    office.run(&serde_json::to_string(errand).unwrap(), file, &say);
    said.into_inner()
}

fn read(office: &mut Office, file: &str) -> Vec<Answer> {
    let errand = Errand::Read { wanted: Wanted::default(), remembered: Vec::new() };
    ask(office, &errand, Some(Ok(file.as_bytes().to_vec())))
}

fn plan(office: &mut Office) -> Vec<Answer> {
    let today = "2026-11-22".parse().unwrap();
    let known = Some(Known::of(&Workspace::default(), today));
    let seed = Id::<Plan>::from_bits(7).to_string();
    ask(office, &Errand::Plan { known, decisions: Decisions::default(), seed }, None)
}

const LIST: &str =
    "Company,Website\nNorthwind,northwind.example\nContoso,not a domain\n,\nFabrikam,fabrikam.example\n";

#[test]
fn a_file_is_read_mapped_and_planned_and_handed_out_in_chunks() {
    let mut office = Office::default();
    let said = read(&mut office, LIST);
    let [Answer::Read(found), Answer::Mapped(mapping, problems)] = said.as_slice() else {
        panic!("{said:?}")
    };
    assert_eq!((found.columns, problems.len()), (2, 0));
    assert_eq!(mapping.columns[0].target, Some(Target::PartnerName));
    let said = plan(&mut office);
    let [Answer::Planned(totals, 1)] = said.as_slice() else { panic!("{said:?}") };
    assert_eq!((totals.created, totals.errors), (2, 1));
    let only = Some(Becomes::Error);
    let said = ask(&mut office, &Errand::Rows { only, from: 0, most: 10 }, None);
    let [Answer::Rows { rows, .. }] = said.as_slice() else { panic!("{said:?}") };
    assert_eq!(rows.iter().map(|row| row.title.as_str()).collect::<Vec<_>>(), ["Contoso"]);
    let said = ask(&mut office, &Errand::Rows { only: None, from: 1, most: 1 }, None);
    let [Answer::Rows { rows, from: 1, .. }] = said.as_slice() else { panic!("{said:?}") };
    assert!(rows.len() == 1 && rows[0].step.is_none());
    let said = ask(&mut office, &Errand::Chunk(0), None);
    let [Answer::Chunk(chunk)] = said.as_slice() else { panic!("{said:?}") };
    assert_eq!(chunk.steps.len(), 2);
}

#[test]
fn what_stands_in_the_way_of_a_plan_is_said_with_the_columns() {
    let mut office = Office::default();
    read(&mut office, LIST);
    let said = ask(&mut office, &Errand::Change(Change::Aim(0, None)), None);
    let [Answer::Mapped(mapping, problems)] = said.as_slice() else { panic!("{said:?}") };
    assert_eq!((mapping.columns[0].target.clone(), problems.len()), (None, 1));
    let said = ask(&mut office, &Errand::Change(Change::Subject(Subject::Contacts)), None);
    assert!(matches!(said.as_slice(), [Answer::Mapped(mapping, _)] if mapping.subject == Subject::Contacts));
}

#[test]
fn a_file_that_cannot_be_read_leaves_nothing_of_the_one_before() {
    let mut office = Office::default();
    read(&mut office, LIST);
    plan(&mut office);
    assert!(matches!(read(&mut office, "").as_slice(), [Answer::NotRead(_)]));
    assert!(plan(&mut office).is_empty(), "there is nothing to compare");
    let said = ask(&mut office, &Errand::Chunk(0), None);
    assert!(matches!(said.as_slice(), [Answer::Chunk(chunk)] if chunk.steps.is_empty()));
    let gone = Err("The file could not be found".to_owned());
    let said =
        ask(&mut office, &Errand::Read { wanted: Wanted::default(), remembered: Vec::new() }, Some(gone));
    assert!(matches!(said.as_slice(), [Answer::NotRead(why)] if why == "The file could not be found"));
}

#[test]
fn what_is_no_errand_is_answered_and_harms_nobody() {
    let mut office = Office::default();
    let said = RefCell::new(Vec::new());
    office.run("{\"Nothing\":1}", None, &|text| said.borrow_mut().push(text.to_owned()));
    assert!(said.into_inner()[0].contains("NotRead"));
}

#[test]
fn address_cards_are_told_from_lists_by_how_they_begin() {
    let mut office = Office::default();
    let card =
        "\u{feff}begin:vcard\r\nVERSION:3.0\r\nFN:Ana Ruiz\r\nEMAIL:ana@northwind.example\r\nEND:VCARD\r\n";
    let said = read(&mut office, card);
    let [Answer::ReadCards(1), Answer::Mapped(mapping, problems)] = said.as_slice() else {
        panic!("{said:?}")
    };
    assert_eq!((mapping.subject, problems.len()), (Subject::Contacts, 0));
    let said = plan(&mut office);
    assert!(matches!(said.as_slice(), [Answer::Planned(totals, 1)] if totals.created == 1), "{said:?}");
    assert!(matches!(read(&mut office, LIST).as_slice(), [Answer::Read(_), _]));
}
