//! What each column becomes: suggested, changed, remembered.

use bridgekeeper::interchange::import::mapping::MatchKey;
use bridgekeeper::interchange::import::words::Meaning;
use bridgekeeper::interchange::import::{
    Complaint, DateOrder, Decisions, Known, Mapping, Outcome, Plan, Problem, Remembered, Subject, Target,
};

use bridgekeeper::domain::Workspace;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::given::{seed, table, today};

#[test]
fn words_of_a_list_are_counted_and_the_unknown_ones_wait_for_a_meaning() {
    let text = "Partner,Status\nA,Live\nB,live\nC,Dating\nD,Live\nE,\n";
    let table = table(text);
    let mut mapping = Mapping::suggest(&table, &[]);
    let words = &mapping.columns[1].words;
    assert_eq!((words[0].word.as_str(), words[0].count, words[0].meaning), ("Live", 3, Meaning::Ours(3)));
    let unknown: Vec<&str> = mapping.unknown_words().map(|(_, choice)| choice.word.as_str()).collect();
    assert_eq!(unknown, ["Dating"]);
    let planned = |mapping: &Mapping| {
        let known = Known::of(&Workspace::default(), today());
        Plan::make(&table, mapping, &known, &Decisions::default(), seed())
    };
    let row = planned(&mapping).rows.remove(2);
    assert_eq!(row.outcome, Outcome::Error);
    let sentence =
        "Row 4, “Status”: “Dating” is not known here. Choose what it stands for, or that it is left out";
    assert_eq!(row.complaints[0].in_row(row.number), sentence);
    for meaning in [Meaning::Ours(1), Meaning::Nothing] {
        mapping.columns[1].words[1].meaning = meaning;
        assert_eq!(planned(&mapping).rows[2].outcome, Outcome::Create);
    }
}

#[test]
fn two_columns_for_one_thing_and_no_name_are_said() {
    let table = table("Partner,Website,Other site,City\nAcme,acme.example,b.example,Rome\n");
    let mut mapping = Mapping::suggest(&table, &[]);
    mapping.aim(&table, 2, Some(Target::Domain));
    let twice = Problem::TargetTwice { other: "Website".to_owned() };
    assert_eq!(mapping.problems(), [Complaint::of_cell("Other site", twice)]);
    mapping.aim(&table, 2, Some(Target::Link));
    mapping.aim(&table, 3, Target::own("City"));
    assert_eq!(mapping.problems(), []);
    mapping.aim(&table, 0, None);
    assert_eq!(mapping.problems(), [Complaint::of_row(Problem::NoNameColumn)]);
}

#[test]
fn a_column_named_like_a_domain_that_holds_none_is_left_out() {
    let mapping = Mapping::suggest(&table("Partner,Site\nAcme,Rome office\nGlobex,Turin office\n"), &[]);
    assert_eq!((mapping.columns[1].target.as_ref(), mapping.key), (None, MatchKey::Name));
}

#[test]
fn a_column_of_free_words_or_of_no_days_is_left_out() {
    let rows: String = (0..20).map(|number| format!("P{number},note {number},later\n")).collect();
    let mapping = Mapping::suggest(&table(&format!("Partner,Status,Launch date\n{rows}")), &[]);
    let targets: Vec<_> = mapping.columns.iter().map(|column| column.target.clone()).collect();
    assert_eq!(targets, [Some(Target::PartnerName), None, None]);
}

#[test]
fn of_two_columns_for_one_thing_the_one_with_cells_is_taken() {
    let mapping = Mapping::suggest(
        &table("First Name,Email,E-mail 2 - Value,Mobile,Phone\nAna,,ana@acme.example,1,2\n"),
        &[],
    );
    let targets: Vec<_> = mapping.columns.iter().map(|column| column.target.clone()).collect();
    assert_eq!(targets, [Some(Target::FirstName), None, Some(Target::Email), None, Some(Target::Phone)]);
}

#[test]
fn a_mapping_is_remembered_by_its_headings_in_whatever_order() {
    let first = table("Firma,Status,Seit\nAcme,Dating,01/02/2026\n");
    let mut mapping = Mapping::of(&first, Subject::Partners);
    mapping.aim(&first, 0, Some(Target::PartnerName));
    mapping.aim(&first, 2, Some(Target::TrackedFrom));
    mapping.columns[1].words[0].meaning = Meaning::Ours(1);
    assert_eq!(mapping.ambiguous_days().count(), 1);
    mapping.read_days(&first, 2, DateOrder::MonthFirst);
    assert_eq!(mapping.ambiguous_days().count(), 0, "what somebody chose is no question");
    let written = serde_json::to_string(&mapping.remember()).unwrap();
    let remembered: Remembered = serde_json::from_str(&written).unwrap();
    let next = table("Seit,Firma,Status\n03/04/2026,Globex,dating\n");
    let suggested = Mapping::suggest(&next, std::slice::from_ref(&remembered));
    assert_eq!(suggested.columns[0].dates.unwrap().order, DateOrder::MonthFirst);
    assert_eq!(suggested.columns[1].target, Some(Target::PartnerName));
    assert_eq!(suggested.columns[2].words[0].meaning, Meaning::Ours(1));
    let other = table("Firma,Status\nAcme,Live\n");
    assert!(!remembered.is_for(&other));
}

#[test]
fn what_goes_between_page_and_worker_comes_back_the_same() {
    let table = table("Partner,Status,Since,Nr\nAcme,Live,2026-01-02,7\n");
    let mut mapping = Mapping::suggest(&table, &[]);
    mapping.aim(&table, 3, Target::own("Nr"));
    let mut workspace = Workspace::default();
    super::given::partner(&mut workspace, "Acme", "acme.example");
    let known = Known::of(&workspace, today());
    let plan = Plan::make(&table, &mapping, &known, &Decisions::default(), seed());
    assert_eq!(through_json(&mapping), mapping);
    assert_eq!(through_json(&known), known);
    assert_eq!(through_json(&plan), plan);
}

fn through_json<T: Serialize + DeserializeOwned>(value: &T) -> T {
    serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
}
