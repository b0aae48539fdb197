//! Fit, Decision clarity and Give first: beside health, never mixed into it.

use bridgekeeper::catalogue::companion as words;
use bridgekeeper::domain::Direction::{Get, Give};
use bridgekeeper::domain::fact::{
    Ask, AskKind, DecisionAnswer, DecisionTopic, Fact, FitAspect, FitRating, Part, Stakeholder, Stance, Who,
};
use bridgekeeper::domain::table::Table;
use bridgekeeper::domain::{ContactId, Rating};

use super::given::{Story, ago, line, person, today};
use crate::domain::given::contact;

fn rated(aspect: FitAspect, rating: u8, days: i64) -> Fact {
    let rating = Rating::new(rating).unwrap();
    Fact::Fit(FitRating { on: ago(days), aspect, rating, evidence: line("What they said") })
}

fn fit(ratings: [u8; 4]) -> Story {
    let rated = FitAspect::ALL.iter().zip(ratings).map(|(aspect, rating)| rated(*aspect, rating, 9));
    rated.fold(Story::active(30), Story::fact)
}

#[test]
fn fit_weighs_capacity_capability_commitment_and_culture() {
    let hundredths = |ratings| fit(ratings).partner.fit(today()).hundredths;
    assert_eq!(hundredths([5, 5, 5, 5]), Some(500));
    assert_eq!(hundredths([1, 1, 1, 1]), Some(100));
    assert_eq!(hundredths([5, 1, 1, 1]), Some(200));
    assert_eq!(hundredths([1, 5, 1, 1]), Some(220));
    assert_eq!(hundredths([1, 1, 5, 1]), Some(200));
    assert_eq!(hundredths([1, 1, 1, 5]), Some(180));
}

#[test]
fn fit_goes_from_3_5_before_rounding() {
    let is_go = |ratings| fit(ratings).partner.fit(today()).is_go();
    assert_eq!(is_go([3, 4, 4, 3]), Some(true), "3.55");
    assert_eq!(is_go([4, 3, 4, 3]), Some(true), "3.50");
    assert_eq!(is_go([3, 4, 3, 4]), Some(true), "3.50");
    assert_eq!(is_go([4, 3, 3, 4]), Some(false), "3.45");
}

#[test]
fn fit_says_nothing_until_all_four_are_rated() {
    let three =
        FitAspect::ALL[..3].iter().fold(Story::active(30), |story, aspect| story.fact(rated(*aspect, 5, 9)));
    let told = three.partner.fit(today());
    assert_eq!((told.hundredths, told.is_go()), (None, None));
    assert_eq!(told.ratings.iter().flatten().count(), 3);
    let tomorrow = three.fact(rated(FitAspect::Culture, 5, -1));
    assert_eq!(tomorrow.partner.fit(today()).hundredths, None);
}

#[test]
fn the_latest_rating_of_a_respect_counts() {
    let story = fit([3, 3, 3, 3]).fact(rated(FitAspect::Culture, 5, 10));
    assert_eq!(story.partner.fit(today()).hundredths, Some(300));
    let story = story.fact(rated(FitAspect::Culture, 5, 9));
    assert_eq!(story.partner.fit(today()).hundredths, Some(340));
    assert_eq!(story.partner.fit(today()).ratings[3], Some((story.last_fact(), 5)));
}

#[test]
fn what_is_missing_and_what_holds_the_fit_back_is_named() {
    let told = |ratings| fit(ratings).partner.fit(today());
    assert_eq!(told([5, 5, 5, 5]).weakest(), None);
    assert_eq!(told([4, 5, 4, 3]).weakest(), Some(FitAspect::Culture), "40 lost against 25");
    assert_eq!(told([3, 5, 3, 5]).weakest(), Some(FitAspect::Capacity), "the first of equal ones");
    assert_eq!(told([4, 4, 4, 4]).weakest(), Some(FitAspect::Capability), "it weighs most");
    let one = Story::active(30).fact(rated(FitAspect::Capability, 2, 9)).partner.fit(today());
    assert_eq!(one.unrated(), [FitAspect::Capacity, FitAspect::Commitment, FitAspect::Culture]);
    assert_eq!(told([1, 1, 1, 1]).unrated(), []);
    assert_eq!(FitAspect::ALL.iter().map(|aspect| aspect.weight()).sum::<u16>(), 100);
}

#[test]
fn the_latest_answer_to_a_question_is_the_answer() {
    let story = Story::active(30)
        .fact(answered(DecisionTopic::Steps, true, 5))
        .fact(answered(DecisionTopic::Steps, false, 9))
        .fact(answered(DecisionTopic::Timeline, true, 1))
        .fact(answered(DecisionTopic::Steps, false, -1));
    let known = |day| story.partner.decision_answer(DecisionTopic::Steps, day).map(|(_, one)| one.known);
    assert_eq!(known(today()), Some(true));
    assert_eq!(known(ago(5)), Some(true));
    assert_eq!(known(ago(6)), Some(false));
    assert_eq!(known(ago(10)), None);
    assert_eq!(known(ago(-1)), Some(false), "tomorrow's answer");
}

fn answered(topic: DecisionTopic, known: bool, days: i64) -> Fact {
    Fact::Decision(DecisionAnswer { on: ago(days), topic, known, answer: None })
}

fn stakeholder(who: Who, part: Part) -> Fact {
    Fact::Stakeholder(Stakeholder { on: ago(5), who, part, stance: Stance::Unknown })
}

fn contacts() -> Table<ContactId, std::sync::Arc<bridgekeeper::domain::Contact>> {
    [(person(1), std::sync::Arc::new(contact("Ana Sample")))].into_iter().collect()
}

#[test]
fn decision_clarity_is_a_point_for_each_thing_that_is_known() {
    let points = |story: &Story| story.partner.decision_clarity(&contacts(), today()).points();
    let mut story = Story::active(30);
    assert_eq!(points(&story), 0);
    for (topic, so_far) in DecisionTopic::ALL.iter().zip(1..) {
        story = story.fact(answered(*topic, true, 5));
        assert_eq!(points(&story), so_far);
    }
    story = story.fact(stakeholder(Who::Contact(person(1)), Part::Approver));
    assert_eq!(points(&story), 5);
    story = story.fact(stakeholder(Who::Name(line("Legal")), Part::Other));
    assert_eq!(points(&story), 6);
    let no_longer = story.fact(answered(DecisionTopic::Timeline, false, 1));
    assert_eq!(points(&no_longer), 5, "the latest answer counts");
}

#[test]
fn decision_clarity_is_flagged_without_a_precedent() {
    let is_flagged = |story: &Story| story.partner.decision_clarity(&contacts(), today()).is_flagged();
    assert!(is_flagged(&Story::active(30)), "not asked counts as none");
    assert!(is_flagged(&Story::active(30).fact(answered(DecisionTopic::Precedent, false, 1))));
    assert!(is_flagged(&Story::active(30).fact(answered(DecisionTopic::Precedent, true, -1))));
    assert!(!is_flagged(&Story::active(30).fact(answered(DecisionTopic::Precedent, true, 1))));
}

#[test]
fn decision_clarity_is_flagged_when_no_stakeholder_has_a_name() {
    let story = Story::active(30).fact(answered(DecisionTopic::Precedent, true, 1));
    let clarity = |story: &Story| story.partner.decision_clarity(&contacts(), today());
    let unnamed = story.fact(stakeholder(Who::Unnamed, Part::Approver));
    assert!(clarity(&unnamed).is_flagged());
    assert!(!clarity(&unnamed).approver);
    let deleted = unnamed.fact(stakeholder(Who::Contact(person(2)), Part::Other));
    assert!(clarity(&deleted).is_flagged(), "a contact that is gone names nobody");
    assert!(!clarity(&deleted.fact(stakeholder(Who::Name(line("Legal")), Part::Other))).is_flagged());
}

fn ask(days: i64) -> Fact {
    Fact::Ask(Ask { on: ago(days), kind: AskKind::Distribution, specifics: None, success: None })
}

#[test]
fn give_first_is_flagged_when_we_get_or_ask_before_we_give() {
    let is_flagged = |story: Story| story.partner.give_first(today()).is_flagged();
    assert!(!is_flagged(Story::active(30)));
    assert!(!is_flagged(Story::active(30).ledger(ago(9), Give, 1)));
    assert!(!is_flagged(Story::active(30).ledger(ago(9), Give, 1).ledger(ago(9), Get, 1)), "the same day");
    assert!(is_flagged(Story::active(30).ledger(ago(9), Give, 1).ledger(ago(10), Get, 1)));
    assert!(is_flagged(Story::active(30).ledger(ago(9), Get, 1)), "without any give");
    assert!(is_flagged(Story::active(30).fact(ask(9))));
    assert!(!is_flagged(Story::active(30).fact(ask(9)).ledger(ago(9), Give, 1)));
    assert!(is_flagged(Story::active(30).fact(ask(9)).ledger(ago(8), Give, 1)));
    assert!(!is_flagged(Story::active(30).ledger(ago(-1), Get, 1).fact(ask(-1))), "not yet");
}

#[test]
fn the_latest_ask_is_the_ask() {
    let story = Story::active(30).fact(ask(9)).fact(ask(20)).fact(ask(-1));
    assert_eq!(story.partner.ask(today()).unwrap().1.on, ago(9));
    assert_eq!(story.partner.ask(ago(9)).unwrap().1.on, ago(9));
    assert_eq!(story.partner.ask(ago(10)).unwrap().1.on, ago(20));
    assert_eq!(story.partner.ask(ago(21)), None);
}

#[test]
fn fit_and_give_first_say_what_they_rest_on() {
    let said = |story: &Story| words::fit(&story.partner.fit(today()));
    assert!(said(&Story::active(30)).starts_with("Rate all four"));
    let one = Story::active(30).fact(rated(FitAspect::Culture, 2, 9));
    assert!(said(&one).ends_with("Still missing: capacity, capability and commitment."));
    assert!(said(&fit([5, 5, 5, 5])).ends_with("There is nothing to wish for."));
    assert!(said(&fit([4, 4, 3, 3])).starts_with("3.55 of 5: go ahead."));
    assert!(said(&fit([4, 3, 3, 4])).contains("3.45 of 5: not yet"), "never rounded up to a go");

    let said = |story: Story| words::give_first(&story.partner.give_first(today()));
    let day = |days| bridgekeeper::catalogue::day(ago(days));
    let nothing = "Nothing was given, got or asked yet. Giving comes first.";
    assert_eq!(said(Story::active(30)), nothing);
    let got = Story::active(30).ledger(ago(9), Get, 1);
    assert_eq!(
        said(got),
        format!("We got something on {}, and have given nothing yet. Give something of use.", day(9))
    );
    let both = Story::active(30).ledger(ago(9), Give, 1).ledger(ago(3), Get, 1).fact(ask(5));
    assert_eq!(said(both), format!("We gave first, on {}, and asked on {}.", day(9), day(5)));
    let late = Story::active(30).ledger(ago(3), Give, 1).fact(ask(5));
    assert_eq!(said(late), format!("We asked on {}, before our first give on {}.", day(5), day(3)));
}
