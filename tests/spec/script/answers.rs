//! What was asked once: remembered for one partner, or for one person there.

use bridgekeeper::domain::Refusal;
use bridgekeeper::domain::script::Answer;

use super::given::today;
use crate::domain::given::{id, partner};

fn answer(text: &str, contact: Option<u128>) -> Answer {
    Answer { field: "plan".to_owned(), text: text.to_owned(), on: today(), contact: contact.map(id) }
}

#[test]
fn an_answer_is_remembered_and_the_next_takes_its_place() {
    let mut partner = partner();
    partner.remember_answer(&answer("One", None)).unwrap();
    partner.remember_answer(&answer("Two 👋 שלום \\ {x}", None)).unwrap();
    assert_eq!(partner.answer("plan", None), Some(answer("Two 👋 שלום \\ {x}", None)));
    assert_eq!(partner.answers.len(), 1);
    assert_eq!(partner.answer("other", None), None);
}

#[test]
fn what_belongs_to_a_person_is_not_carried_to_another() {
    let mut partner = partner();
    partner.remember_answer(&answer("For one", Some(1))).unwrap();
    assert_eq!(partner.answer("plan", Some(id(1))).unwrap().text, "For one");
    assert_eq!(partner.answer("plan", Some(id(2))), None);
    assert_eq!(partner.answer("plan", None), None);
}

#[test]
fn blank_words_are_forgotten() {
    let mut partner = partner();
    partner.remember_answer(&answer("One", None)).unwrap();
    partner.remember_answer(&answer(" \n", None)).unwrap();
    assert!(partner.answers.is_empty());
}

#[test]
fn an_answer_of_a_hundred_kilobytes_is_refused_and_the_old_one_stays() {
    let mut partner = partner();
    partner.remember_answer(&answer("One", None)).unwrap();
    let refused = partner.remember_answer(&answer(&"x".repeat(100_000), None));
    assert!(matches!(refused, Err(Refusal::TooLong { most: 10_000, has: 100_000, .. })));
    assert_eq!(partner.answer("plan", None).unwrap().text, "One");
}
