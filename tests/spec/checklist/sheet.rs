//! What a day makes of a run: due days, what applies, progress.

use bridgekeeper::domain::checklist::{Condition, MarkState, PartnerField, Progress};
use bridgekeeper::domain::{Date, Stage};

use bridgekeeper::domain::checklist::sheet::due_day;

use super::given::{answered, item_mut, only_if, run, shown, template, traits};
use crate::domain::given::{TODAY, day, line};

#[track_caller]
fn check(anchor: &str, days: i32, working_days: bool, due: &str) {
    assert_eq!(due_day(day(anchor), days, working_days), day(due), "{days} from {anchor}");
}

#[test]
fn calendar_days_count_every_day_either_way() {
    check("2026-06-15", 0, false, "2026-06-15");
    check("2026-06-15", 14, false, "2026-06-29");
    check("2026-06-15", -7, false, "2026-06-08");
    check("2026-12-31", 1, false, "2027-01-01");
}

#[test]
fn working_days_pass_over_saturday_and_sunday_either_way() {
    // 15 June 2026 is a Monday, 19 June a Friday, 20 June a Saturday.
    check("2026-06-15", 4, true, "2026-06-19");
    check("2026-06-15", 5, true, "2026-06-22");
    check("2026-06-19", 1, true, "2026-06-22");
    check("2026-06-20", 1, true, "2026-06-22");
    check("2026-06-21", 1, true, "2026-06-22");
    check("2026-06-15", -1, true, "2026-06-12");
    check("2026-06-21", -1, true, "2026-06-19");
    check("2026-06-15", -7, true, "2026-06-04");
    check("2026-06-15", 365, true, "2027-11-08");
}

#[test]
fn day_0_is_the_anchor_itself_whatever_day_it_is() {
    check("2026-06-20", 0, true, "2026-06-20");
}

#[test]
fn due_days_stop_at_the_edges_of_the_calendar() {
    assert_eq!(due_day(Date::MAX, 365, true), Date::MAX);
    assert_eq!(due_day(Date::MIN, -365, true), Date::MIN);
    assert_eq!(due_day(Date::MAX, 365, false), Date::MAX);
}

#[test]
fn a_day_agreed_in_the_run_stands_above_one_of_the_template() {
    let mut template = template();
    item_mut(&mut template, "a").due = Some(3);
    item_mut(&mut template, "b").due_on = Some(day("2026-09-01"));
    let (mut runs, id) = run(&template);
    let due = |runs: &bridgekeeper::domain::checklist::Runs, item: &str| {
        runs.sheet(id, None).unwrap().standing(item).unwrap().due
    };
    assert_eq!(due(&runs, "a"), Some(day("2026-06-18")));
    assert_eq!(due(&runs, "b"), Some(day("2026-09-01")));
    assert_eq!(due(&runs, "c"), None);
    runs.set_due(id, "a", Some(day("2026-07-01"))).unwrap();
    assert_eq!(due(&runs, "a"), Some(day("2026-07-01")));
    runs.set_due(id, "a", None).unwrap();
    runs.set_days(id, day("2026-06-19"), true).unwrap();
    assert_eq!(due(&runs, "a"), Some(day("2026-06-24")));
}

#[test]
fn hidden_items_are_in_no_count_but_their_own() {
    let mut template = only_if("a", answered("x"));
    for item in ["a", "b", "c", "d", "e"] {
        item_mut(&mut template, item).due = Some(-1);
    }
    let (mut runs, id) = run(&template);
    let done = MarkState::Done { on: day(TODAY), by: None, evidence: None };
    let not = MarkState::NotApplicable { on: day(TODAY), by: None, reason: line("No") };
    // Done while it applied, and hidden since.
    for (item, state) in [("a", done.clone()), ("b", done), ("c", not)] {
        runs.set_state(id, item, state, day(TODAY)).unwrap();
    }
    let progress = runs.sheet(id, None).unwrap().progress(day(TODAY));
    assert_eq!(progress, Progress { done: 1, of: 3, late: 2, not_applicable: 1, hidden: 1 });
}

#[test]
fn what_is_due_today_is_not_late() {
    let mut template = template();
    item_mut(&mut template, "a").due = Some(0);
    let (runs, id) = run(&template);
    let late = |on: &str| runs.sheet(id, None).unwrap().progress(day(on)).late;
    assert_eq!((late(TODAY), late("2026-06-16")), (0, 1));
}

fn partner(field: PartnerField, words: &[&str]) -> Condition {
    Condition {
        question: None,
        partner: Some(field),
        is_one_of: words.iter().map(|word| (*word).to_owned()).collect(),
    }
}

#[test]
fn conditions_look_at_the_kind_the_tier_and_the_stage_of_the_partner() {
    for (condition, applies) in [
        (partner(PartnerField::Kind, &["referral", "reseller"]), true),
        (partner(PartnerField::Kind, &["strategic"]), false),
        (partner(PartnerField::Tier, &["2"]), true),
        (partner(PartnerField::Tier, &["1", "3"]), false),
        (partner(PartnerField::Stage, &["active"]), true),
        (partner(PartnerField::Stage, &["ending"]), false),
    ] {
        let (runs, id) = run(&only_if("a", condition.clone()));
        assert_eq!(shown(&runs, id, traits()).contains(&"a".to_owned()), applies, "{condition:?}");
        assert!(!shown(&runs, id, None).contains(&"a".to_owned()), "our own runs have no partner");
    }
}

#[test]
fn what_applies_follows_the_partner() {
    let (runs, id) = run(&only_if("a", partner(PartnerField::Stage, &["ending"])));
    let ending =
        traits().map(|traits| bridgekeeper::domain::checklist::Traits { stage: Stage::Ending, ..traits });
    assert_eq!((shown(&runs, id, traits()).len(), shown(&runs, id, ending).len()), (4, 5));
}

#[test]
fn all_conditions_of_an_item_have_to_hold() {
    let mut template = only_if("a", answered("x"));
    item_mut(&mut template, "a").only_if.push(partner(PartnerField::Tier, &["1"]));
    let (mut runs, id) = run(&template);
    runs.answer(id, "why", Some("x")).unwrap();
    assert_eq!(shown(&runs, id, traits()).len(), 4);
}
