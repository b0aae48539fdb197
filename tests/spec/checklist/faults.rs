//! What a file can get wrong, and the place that is named.

use bridgekeeper::domain::checklist::{BuiltIn, check};
use bridgekeeper::library::checklists;
use proptest::prelude::*;

use super::given::{answered, only_if, template};

/// A good file, one thing to a line.
fn file() -> String {
    serde_json::to_string_pretty(&only_if("b", answered("x"))).unwrap()
}

#[track_caller]
fn refused(text: &str, place: &str, part: &str) {
    let told = check::read(text).unwrap_err().to_string();
    assert!(told.starts_with(place) && told.contains(part), "{told}");
}

/// The file with a part replaced, and the line and column of the part.
fn with(from: &str, to: &str) -> (String, String) {
    let file = file();
    let at = file.find(from).unwrap_or_else(|| panic!("{from}"));
    let line = file[..at].matches('\n').count() + 1;
    (file.replacen(from, to, 1), format!("Line {line}, column "))
}

#[test]
fn a_good_file_is_read() {
    assert_eq!(check::read(&file()).unwrap(), only_if("b", answered("x")));
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    assert!(check::read(&format!("\u{FEFF}{}", file())).is_ok());
}

#[test]
fn bad_json_names_its_line_and_column() {
    refused(
        "{\n  \"format\": \"bridgekeeper-checklist/1\",\n  \"id\": nope\n}",
        "Line 3, column 10: ",
        "JSON",
    );
    refused("", "Line 1, column 1: ", "JSON");
    refused("{\"format\": ", "Line 1, column 11: ", "JSON");
}

#[test]
fn another_form_is_named() {
    let (text, place) = with("bridgekeeper-checklist/1", "bridgekeeper-checklist/9");
    refused(&text, &place, "bridgekeeper-checklist/9");
    refused("[]", "Line 1, column 1: ", "checklist");
    refused(r#"{"title": "x"}"#, "Line 1, column 1: ", "“format” is missing");
}

#[test]
fn one_id_twice_is_refused_where_it_is_given_again() {
    let (text, place) = with("\"id\": \"b\"", "\"id\": \"a\"");
    refused(&text, &place, "an item with the id “a” already");
    let (text, _) = with("\"id\": \"y\"", "\"id\": \"x\"");
    refused(&text, "Line ", "an answer with the id “x” already");
    let (text, _) = with("\"title\": \"Then\"", "\"title\": \"First\"");
    refused(&text, "Line ", "a section with the title “First” already");
}

#[test]
fn a_condition_names_a_question_and_answers_that_are_there() {
    let (text, place) = with("\"question\": \"why\"", "\"question\": \"how\"");
    refused(&text, &place, "no question with the id “how”");
    let file = file();
    let at = file.rfind("\"x\"").unwrap();
    let text = format!("{}\"z\"{}", &file[..at], &file[at + 3..]);
    refused(&text, "Line ", "\"z\" is not one of the answers");
    let (text, _) = with("\"question\": \"why\"", "\"partner\": \"colour\"");
    refused(&text, "Line ", "kind, tier or stage");
    let (text, _) = with("\"question\": \"why\"", "\"partner\": \"tier\"");
    refused(&text, "Line ", "\"x\" is not one of the answers");
    let (text, _) = with("\"question\": \"why\",", "");
    refused(&text, "Line ", "either a question or a field");
}

#[test]
fn texts_have_their_lengths_and_one_line() {
    let (text, place) = with("Do a", &"x".repeat(141));
    refused(&text, &place, "Shorten this to 140 characters; it has 141");
    let (text, place) = with("Do a", "two\\nlines");
    refused(&text, &place, "one line");
    let (text, place) = with("Do a", "  ");
    refused(&text, &place, "Write something here");
    let (text, place) = with("\"Do a\"", "7");
    refused(&text, &place, "words belong");
}

#[test]
fn emoji_and_right_to_left_text_are_words_like_others() {
    let (text, _) = with("Do a", "שלום 👩‍🚀 مرحبا");
    assert_eq!(check::read(&text).unwrap().item("a").unwrap().text, "שלום 👩‍🚀 مرحبا");
}

#[test]
fn fields_are_known_and_there() {
    let (text, place) = with("\"required\": true", "\"requierd\": true");
    refused(&text, &place, "“requierd” is not a field of an item");
    let (text, _) = with("\"required\": true,\n", "");
    refused(&text, "Line ", "“required” is missing");
    let (text, _) = with("\"evidence\": \"none\"", "\"evidence\": \"photo\"");
    refused(&text, "Line ", "none, note, link or written");
}

#[test]
fn days_are_whole_and_within_a_year() {
    for (due, part) in [("366", "-365 to 365"), ("1.5", "-365 to 365"), ("99999999999", "-365 to 365")] {
        let (text, _) = with("\"required\": true", &format!("\"due\": {due}, \"required\": true"));
        refused(&text, "Line ", part);
    }
    let (text, _) = with("\"required\": true", "\"due\": 1, \"due_on\": \"2026-01-01\", \"required\": true");
    refused(&text, "Line ", "not both");
}

#[test]
fn a_file_that_is_far_too_large_is_refused_as_a_whole() {
    refused(&" ".repeat(check::MOST_BYTES + 1), "Line 1, column 1: ", "far larger");
}

#[test]
fn the_editor_learns_which_item_is_meant() {
    let mut template = template();
    template.sections[1].items[1].help = String::new();
    let at = check::check(&template).unwrap_err().at;
    assert_eq!((at.section, at.item, at.field), (Some(1), Some(1), "help"));
}

proptest! {
    #[test]
    fn no_text_brings_the_reading_down(text in ".{0,200}") {
        let _ = check::read(&text);
    }

    #[test]
    fn no_damage_to_a_file_brings_the_reading_down(at in 0..10_000_usize, put in ".{0,3}") {
        let template = checklists::template(BuiltIn::of_id("offboarding").unwrap()).unwrap();
        let mut letters: Vec<char> = serde_json::to_string(template).unwrap().chars().collect();
        let at = at % letters.len();
        letters.splice(at..=at, put.chars());
        let _ = check::read(&letters.into_iter().collect::<String>());
    }
}
