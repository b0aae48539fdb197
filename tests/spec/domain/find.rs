//! Finding names by a few letters.

use bridgekeeper::domain::Workspace;
use bridgekeeper::domain::find::{Fit, Names, Sought, Who, folded};

use super::given::{TODAY, at, contact, new_partner};

fn fit(typed: &str, text: &str) -> Option<Fit> {
    Sought::new(typed).fit(&folded(text))
}

fn marked(typed: &str, text: &str) -> String {
    let mut shown = String::new();
    let mut done = 0;
    for (from, to) in Sought::new(typed).marks(text) {
        shown += &format!("{}[{}]", &text[done..from], &text[from..to]);
        done = to;
    }
    shown + &text[done..]
}

#[test]
fn a_whole_name_is_better_than_its_start_and_a_start_better_than_the_middle() {
    assert_eq!(fit("north", "North"), Some(Fit::Whole));
    assert_eq!(fit("north", "Northquay"), Some(Fit::Start));
    assert_eq!(fit("roe", "Halden & Roe"), Some(Fit::WordStart));
    assert_eq!(fit("quay", "Northquay"), Some(Fit::Inside));
    assert_eq!(fit("nqy", "Northquay"), Some(Fit::Scattered));
    assert_eq!(fit("xyz", "Northquay"), None);
}

#[test]
fn scattered_letters_begin_at_the_start_of_a_word_and_are_more_than_one() {
    assert_eq!(fit("hr", "Halden & Roe"), Some(Fit::Scattered));
    assert_eq!(fit("ode", "Northquay Design"), None);
    assert_eq!(fit("z", "Northquay"), None);
}

#[test]
fn words_stand_in_any_order_and_all_of_them_are_needed() {
    assert_eq!(fit("roe hal", "Halden & Roe"), Some(Fit::WordStart));
    assert_eq!(fit("halden & roe", "Halden & Roe"), Some(Fit::Whole));
    assert_eq!(fit("halden smith", "Halden & Roe"), None);
}

#[test]
fn capitals_and_accents_do_not_matter() {
    assert_eq!(fit("soren", "Søren Ångström"), Some(Fit::Start));
    assert_eq!(fit("ÅNG", "Søren Ångström"), Some(Fit::WordStart));
    assert_eq!(fit("Ǆ", "ǆ"), Some(Fit::Whole));
}

#[test]
fn nothing_is_found_by_nothing() {
    assert!(Sought::new("  ").is_empty());
    assert_eq!(fit("  ", "Northquay"), None);
    assert_eq!(marked(" ", "Northquay"), "Northquay");
}

#[test]
fn what_was_found_is_marked_in_the_text_as_it_is_written() {
    assert_eq!(marked("nor", "Northquay"), "[Nor]thquay");
    assert_eq!(marked("ang so", "Søren Ångström"), "[Sø]ren [Ång]ström");
    assert_eq!(marked("nor", "Notice letter"), "[No]tice lette[r]");
    assert_eq!(marked("İ", "İzmir"), "[İ]zmir");
    assert_eq!(marked("🌉", "A 🌉 b"), "A [🌉] b");
    assert_eq!(marked("no nor", "Northquay"), "[Nor]thquay");
}

#[test]
fn the_best_come_first_and_short_names_before_long_ones() {
    let mut workspace = Workspace::default();
    at(TODAY, |moment| {
        for name in ["Northquay Holdings", "The Northern Line", "Northquay", "Quillstone"] {
            workspace.add_partner(new_partner(name), moment).unwrap();
        }
        workspace.add_contact(contact("Nora Thom"), moment);
    });
    let names = Names::of(&workspace);
    let found = |typed: &str, most: usize| -> Vec<String> {
        let best = names.best(&Sought::new(typed), most, |_| true);
        best.into_iter().map(|(name, _)| name.shown.to_string()).collect()
    };
    assert_eq!(found("nor", 9), ["Northquay", "Nora Thom", "Northquay Holdings", "The Northern Line"]);
    assert_eq!(found("nor", 2), ["Northquay", "Nora Thom"]);
    let people = names.best(&Sought::new("nor"), 9, |who| matches!(who, Who::Person(_)));
    assert_eq!(people.len(), 1);
}
