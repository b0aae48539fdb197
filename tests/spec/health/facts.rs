//! The short facts: how they are written down, and what their limits refuse.

use bridgekeeper::domain::fact::{
    AdjustedBand, Adjustment, Ask, AskKind, Breach, BreachKind, DecisionAnswer, DecisionTopic, Deferral,
    Escalation, Fact, FactKind, FitAspect, FitRating, Part, Signal, Stakeholder, Stance, Who,
};
use bridgekeeper::domain::fields::FromJson;
use bridgekeeper::domain::{Entry, Field, Rating};
use expect_test::{Expect, expect};

use super::given::{ago, day, line, person, today};

fn read(kind: FactKind, text: &str) -> Result<Fact, String> {
    let written = FromJson::from_json(text).map_err(|error| error.to_string())?;
    Fact::read(kind, written).map_err(|refusal| refusal.to_string())
}

/// The text of a fact, and that it is read back as the same fact.
fn check(fact: &Fact, text: &Expect) {
    let written = serde_json::to_string(fact).unwrap();
    text.assert_eq(&written);
    assert_eq!(read(fact.kind(), &written).as_ref(), Ok(fact));
    assert_eq!(FactKind::of_collection(fact.kind().collection()), Some(fact.kind()));
}

fn adjustment(days: i64) -> Fact {
    let (on, expires_on) = (today(), today().plus_days(days));
    Fact::Adjustment(Adjustment { on, band: AdjustedBand::AtRisk, reason: line("A merger"), expires_on })
}

fn deferral(days: i64) -> Fact {
    Fact::Deferral(Deferral { on: today(), until: today().plus_days(days), reason: line("A new lead") })
}

fn escalation(level: u8) -> Fact {
    Fact::Escalation(Escalation { on: today(), level, what: None, closed_on: None })
}

#[test]
fn each_kind_is_written_with_its_own_fields() {
    check(
        &adjustment(90),
        &expect![[r#"{"on":"2026-11-18","expires_on":"2027-02-16","band":"at_risk","reason":"A merger"}"#]],
    );
    check(&deferral(30), &expect![[r#"{"on":"2026-11-18","until":"2026-12-18","reason":"A new lead"}"#]]);
    let breach =
        Breach { on: today(), kind: BreachKind::Data, what: Some(line("A leak")), cleared_on: Some(today()) };
    check(
        &Fact::Breach(breach),
        &expect![[r#"{"on":"2026-11-18","cleared_on":"2026-11-18","kind":"data","what":"A leak"}"#]],
    );
    check(&escalation(3), &expect![[r#"{"on":"2026-11-18","level":3}"#]]);
    let signal = Signal {
        on: today(),
        what: line("Hired a partner lead"),
        expires_on: day("2027-01-01"),
        answered_on: None,
    };
    check(
        &Fact::Signal(signal),
        &expect![[r#"{"on":"2026-11-18","expires_on":"2027-01-01","what":"Hired a partner lead"}"#]],
    );
    let stakeholder =
        Stakeholder { on: today(), who: Who::Contact(person(1)), part: Part::Approver, stance: Stance::For };
    check(
        &Fact::Stakeholder(stakeholder.clone()),
        &expect![[
            r#"{"on":"2026-11-18","part":"approver","stance":"for","contact":"00000000000000000000000001"}"#
        ]],
    );
    check(
        &Fact::Stakeholder(Stakeholder { who: Who::Name(line("Legal")), ..stakeholder.clone() }),
        &expect![[r#"{"on":"2026-11-18","part":"approver","stance":"for","name":"Legal"}"#]],
    );
    check(
        &Fact::Stakeholder(Stakeholder { who: Who::Unnamed, ..stakeholder }),
        &expect![[r#"{"on":"2026-11-18","part":"approver","stance":"for"}"#]],
    );
    let fit = FitRating {
        on: today(),
        aspect: FitAspect::Culture,
        rating: Rating::new(4).unwrap(),
        evidence: line("They answer within a day"),
    };
    check(
        &Fact::Fit(fit),
        &expect![[
            r#"{"on":"2026-11-18","aspect":"culture","rating":4,"evidence":"They answer within a day"}"#
        ]],
    );
    let answer = DecisionAnswer {
        on: today(),
        topic: DecisionTopic::PaperProcess,
        known: true,
        answer: Some(line("Two weeks of legal")),
    };
    check(
        &Fact::Decision(answer),
        &expect![[
            r#"{"on":"2026-11-18","topic":"paper_process","known":true,"answer":"Two weeks of legal"}"#
        ]],
    );
    let ask =
        Ask { on: today(), kind: AskKind::CoMarketing, specifics: None, success: Some(line("40 leads")) };
    check(&Fact::Ask(ask), &expect![[r#"{"on":"2026-11-18","kind":"co_marketing","success":"40 leads"}"#]]);
}

#[test]
fn words_are_read_as_they_were_written_and_no_others() {
    for band in AdjustedBand::ALL {
        assert_eq!(AdjustedBand::read(band.text()), Some(*band));
    }
    for kind in AskKind::ALL {
        assert_eq!(AskKind::read(kind.text()), Some(*kind));
    }
    for topic in DecisionTopic::ALL {
        assert_eq!(DecisionTopic::read(topic.text()), Some(*topic));
    }
    assert_eq!(AdjustedBand::read("zombie"), None, "nobody becomes a Zombie by hand");
    assert!(read(FactKind::Breach, r#"{"on":"2026-11-18","kind":"unheard-of"}"#).is_err());
    assert_eq!(FactKind::of_collection("touchpoints"), None);
}

fn refused(fact: &Fact) -> (String, Option<Field>) {
    let refusal = fact.check_limits().unwrap_err();
    let written = serde_json::to_string(fact).unwrap();
    assert_eq!(read(fact.kind(), &written), Err(refusal.to_string()), "and counts as absent when stored");
    (refusal.to_string(), refusal.field())
}

#[test]
fn an_adjustment_lasts_1_to_90_days() {
    assert_eq!(adjustment(1).check_limits(), Ok(()));
    assert_eq!(adjustment(90).check_limits(), Ok(()));
    let early = "This must not be before 2026-11-19, the day after it begins";
    assert_eq!(refused(&adjustment(0)), (early.to_owned(), Some(Field::Until)));
    let late = "This must not be after 2027-02-16, the longest it can last: plan a new decision by then";
    assert_eq!(refused(&adjustment(91)), (late.to_owned(), Some(Field::Until)));
}

#[test]
fn a_deferral_lasts_1_to_30_days() {
    assert_eq!(deferral(1).check_limits(), Ok(()));
    assert_eq!(deferral(30).check_limits(), Ok(()));
    refused(&deferral(0));
    refused(&deferral(31));
}

#[test]
fn levels_are_1_to_3_and_nothing_ends_before_it_began() {
    assert_eq!([1, 2, 3].map(|level| escalation(level).check_limits()), [Ok(()), Ok(()), Ok(())]);
    assert_eq!(refused(&escalation(0)).0, "Use a whole number from 1 to 3");
    refused(&escalation(4));
    let closed_on = Some(ago(1));
    refused(&Fact::Escalation(Escalation { on: today(), level: 3, what: None, closed_on }));
    refused(&Fact::Breach(Breach { on: today(), kind: BreachKind::Data, what: None, cleared_on: closed_on }));
    let signal = |expires_on, answered_on| {
        Fact::Signal(Signal { on: today(), what: line("Asked about us"), expires_on, answered_on })
    };
    refused(&signal(today(), None));
    refused(&signal(day("2026-12-01"), Some(ago(1))));
    assert_eq!(signal(day("2030-12-01"), Some(today())).check_limits(), Ok(()));
}

#[test]
fn what_lacks_a_reason_or_evidence_counts_as_absent() {
    let sentence = |kind, text: &str| read(kind, text).unwrap_err();
    let adjustment = r#"{"on":"2026-11-18","band":"watch","expires_on":"2026-11-20"}"#;
    assert_eq!(sentence(FactKind::Adjustment, adjustment), "Say why, in a few words");
    let deferral = r#"{"on":"2026-11-18","until":"2026-11-20"}"#;
    assert_eq!(sentence(FactKind::Deferral, deferral), "Say why, in a few words");
    let fit = r#"{"on":"2026-11-18","aspect":"culture","rating":4}"#;
    assert_eq!(sentence(FactKind::Fit, fit), "Say what it rests on");
    let fit = r#"{"on":"2026-11-18","aspect":"culture","rating":6,"evidence":"So"}"#;
    assert_eq!(sentence(FactKind::Fit, fit), "Use a whole number from 1 to 5");
    assert_eq!(sentence(FactKind::Breach, r#"{"kind":"data"}"#), "Choose a day");
}

#[test]
fn facts_of_days_to_come_are_refused_and_expiries_are_not() {
    let check = |fact: Fact, on| fact.check(on);
    assert!(check(adjustment(90), today()).is_ok());
    assert!(check(adjustment(90), ago(1)).is_err());
    let closed_tomorrow =
        Fact::Escalation(Escalation { on: today(), level: 1, what: None, closed_on: Some(ago(-1)) });
    assert!(check(closed_tomorrow.clone(), today()).is_err());
    assert!(check(closed_tomorrow, ago(-1)).is_ok());
}

#[test]
fn a_signal_is_live_until_the_day_before_it_expires() {
    let signal = Signal { on: ago(5), what: line("Hired"), expires_on: ago(0), answered_on: None };
    assert_eq!([6, 5, 1, 0].map(|days| signal.is_live(ago(days))), [false, true, true, false]);
}
