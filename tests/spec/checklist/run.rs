//! Runs: started, worked through, finished.

use bridgekeeper::domain::checklist::{
    BuiltIn, Evidence, EvidenceKind, MarkState, Recurrence, RunId, Runs, Template,
};
use bridgekeeper::domain::{Field, LinkAddress, Note, Refusal};
use bridgekeeper::library::checklists;

use super::given::{answered, item_mut, only_if, run, shown, template, with_evidence};
use crate::domain::given::{TODAY, at, day, line};

fn done(evidence: Option<Evidence>) -> MarkState {
    MarkState::Done { on: day(TODAY), by: Some(line("Me")), evidence }
}

fn note(text: &str) -> Note {
    Note::parse_optional(text).unwrap().unwrap()
}

fn finish_all(runs: &mut Runs, id: RunId, template: &Template) {
    for (_, item) in template.items() {
        runs.set_state(id, &item.id, done(None), day(TODAY)).unwrap();
    }
}

#[test]
fn a_run_equals_its_template_when_it_starts() {
    let template = checklists::template(BuiltIn::of_id("offboarding").unwrap()).unwrap();
    let (runs, id) = run(template);
    assert_eq!(runs.sheet(id, None).unwrap().template, template);
}

#[test]
fn required_evidence_blocks_done() {
    for kind in [EvidenceKind::Note, EvidenceKind::Link, EvidenceKind::Written] {
        let (mut runs, id) = run(&with_evidence("a", kind));
        let refusal = runs.set_state(id, "a", done(None), day(TODAY)).unwrap_err();
        assert_eq!(refusal, Refusal::Empty { field: Field::Evidence });
        assert!(runs.marks.is_empty());
    }
}

#[test]
fn words_are_no_link_and_no_written_confirmation() {
    let words = || Some(Evidence::Note(note("It is done, believe me")));
    for (kind, is_fine) in [
        (EvidenceKind::None, true),
        (EvidenceKind::Note, true),
        (EvidenceKind::Link, false),
        (EvidenceKind::Written, false),
    ] {
        let (mut runs, id) = run(&with_evidence("a", kind));
        assert_eq!(runs.set_state(id, "a", done(words()), day(TODAY)).is_ok(), is_fine);
    }
}

#[test]
fn a_link_is_of_a_kind_that_can_do_no_harm() {
    let parse = |typed| Evidence::parse(EvidenceKind::Link, typed, "", day(TODAY));
    for good in ["https://example.com/logo", "http://example.com", "mailto:a@example.com", "tel:+49 30 1"] {
        assert!(parse(good).is_ok(), "{good}");
    }
    for bad in ["", "javascript:alert(1)", "data:text/html,x", "on my desk", "ftp://example.com"] {
        assert!(parse(bad).is_err(), "{bad}");
    }
}

#[test]
fn a_written_confirmation_needs_words_and_a_day_that_has_come() {
    let parse = |typed, on| Evidence::parse(EvidenceKind::Written, typed, on, day(TODAY));
    assert_eq!(parse(" ", TODAY).unwrap_err(), Refusal::Empty { field: Field::Evidence });
    assert_eq!(parse("Deleted, says Kim", "").unwrap_err(), Refusal::Empty { field: Field::On });
    assert_eq!(parse("Deleted", "2030-01-01").unwrap_err(), Refusal::InTheFuture { field: Field::On });
    let evidence = parse("Deleted, says Kim", "2026-06-14").unwrap();
    assert_eq!(evidence, Some(Evidence::Written { on: day("2026-06-14"), words: note("Deleted, says Kim") }));
}

#[test]
fn nothing_is_done_on_a_day_to_come() {
    let (mut runs, id) = run(&template());
    let state = MarkState::Done { on: day(TODAY).plus_days(1), by: None, evidence: None };
    let refusal = runs.set_state(id, "a", state, day(TODAY)).unwrap_err();
    assert_eq!(refusal, Refusal::InTheFuture { field: Field::DoneOn });
}

#[test]
fn an_item_opened_again_leaves_no_trace() {
    let (mut runs, id) = run(&with_evidence("a", EvidenceKind::Link));
    let link = Evidence::Link(LinkAddress::parse("https://example.com").unwrap());
    runs.set_state(id, "a", done(Some(link)), day(TODAY)).unwrap();
    assert_eq!(runs.marks.len(), 1);
    runs.set_state(id, "a", MarkState::Open, day(TODAY)).unwrap();
    assert!(runs.marks.is_empty());
}

#[test]
fn a_note_stays_when_the_state_changes() {
    let (mut runs, id) = run(&template());
    runs.set_note(id, "a", Some(note("Ask Kim"))).unwrap();
    runs.set_state(id, "a", MarkState::Blocked { by: line("Kim is away") }, day(TODAY)).unwrap();
    runs.set_state(id, "a", MarkState::Open, day(TODAY)).unwrap();
    let sheet = runs.sheet(id, None).unwrap();
    assert_eq!(sheet.standing("a").unwrap().mark.unwrap().note, Some(note("Ask Kim")));
}

#[test]
fn two_items_are_two_records_and_one_item_is_one() {
    let (mut runs, id) = run(&template());
    for item in ["a", "b", "a"] {
        runs.set_state(id, item, done(None), day(TODAY)).unwrap();
    }
    assert_eq!(runs.marks.len(), 2);
}

#[test]
fn items_of_two_runs_stand_apart() {
    let template = template();
    let (mut runs, first) = run(&template);
    let second = at(TODAY, |moment| runs.start(super::given::new_run(TODAY), &template, moment));
    runs.set_state(first, "a", done(None), day(TODAY)).unwrap();
    assert_eq!(runs.sheet(first, None).unwrap().progress(day(TODAY)).done, 1);
    assert_eq!(runs.sheet(second, None).unwrap().progress(day(TODAY)).done, 0);
}

#[test]
fn a_run_is_finished_once_no_required_item_is_open() {
    let mut template = template();
    item_mut(&mut template, "e").required = false;
    let (mut runs, id) = run(&template);
    for item in ["a", "b", "c"] {
        runs.set_state(id, item, done(None), day(TODAY)).unwrap();
    }
    assert_eq!(runs.finish(id, None, day(TODAY)).unwrap_err(), Refusal::ItemsOpen { count: 1 });
    let state = MarkState::NotApplicable { on: day(TODAY), by: None, reason: line("There is none") };
    runs.set_state(id, "d", state, day(TODAY)).unwrap();
    assert!(!runs.sheet(id, None).unwrap().is_over());
    runs.finish(id, None, day(TODAY)).unwrap();
    assert!(runs.sheet(id, None).unwrap().is_over());
    let refusal = runs.set_state(id, "e", done(None), day(TODAY)).unwrap_err();
    assert_eq!(refusal, Refusal::Closed { on: day(TODAY) });
    runs.reopen(id).unwrap();
    runs.set_state(id, "e", done(None), day(TODAY)).unwrap();
}

#[test]
fn a_hidden_item_stands_in_nobodys_way() {
    let template = only_if("a", answered("x"));
    let (mut runs, id) = run(&template);
    for item in ["b", "c", "d", "e"] {
        runs.set_state(id, item, done(None), day(TODAY)).unwrap();
    }
    assert!(runs.sheet(id, None).unwrap().is_over());
    runs.answer(id, "why", Some("x")).unwrap();
    assert!(!runs.sheet(id, None).unwrap().is_over());
    assert_eq!(runs.finish(id, None, day(TODAY)).unwrap_err(), Refusal::ItemsOpen { count: 1 });
}

#[test]
fn an_answer_can_be_changed_and_left_open() {
    let (mut runs, id) = run(&only_if("a", answered("x")));
    assert_eq!(shown(&runs, id, None), ["b", "c", "d", "e"]);
    for (answer, count) in [(Some("x"), 5), (Some("y"), 4), (None, 4)] {
        runs.answer(id, "why", answer).unwrap();
        assert_eq!(shown(&runs, id, None).len(), count);
    }
    assert!(runs.runs.get(&id).unwrap().answers.is_empty());
}

#[test]
fn the_next_of_a_run_that_comes_round_is_counted_from_a_month_or_a_quarter_later() {
    for (recurs, anchor, next) in [
        (Recurrence::Monthly, "2026-01-31", "2026-02-28"),
        (Recurrence::Monthly, "2026-12-15", "2027-01-15"),
        (Recurrence::Quarterly, "2026-06-30", "2026-09-30"),
        (Recurrence::Quarterly, "2026-11-30", "2027-02-28"),
        (Recurrence::Monthly, "2200-12-31", "2200-12-31"),
    ] {
        assert_eq!(recurs.next(day(anchor)), day(next), "{anchor}");
    }
}

#[test]
fn the_next_begins_with_every_item_open() {
    let mut template = template();
    template.recurs = Some(Recurrence::Monthly);
    let (mut runs, id) = run(&template);
    runs.answer(id, "why", Some("y")).unwrap();
    finish_all(&mut runs, id, &template);
    runs.finish(id, None, day(TODAY)).unwrap();
    let anchor = runs.sheet(id, None).unwrap().next_round(day("2026-07-10")).unwrap();
    let next = at("2026-07-10", |moment| runs.start_next(id, anchor, moment)).unwrap();
    let sheet = runs.sheet(next, None).unwrap();
    assert_eq!((sheet.run.anchor, sheet.run.finished_on), (day("2026-07-15"), None));
    assert_eq!((sheet.run.answer("why"), sheet.progress(day(TODAY)).done), (Some("y"), 0));
}

#[test]
fn what_does_not_come_round_has_no_next() {
    let (mut runs, id) = run(&template());
    assert_eq!(runs.sheet(id, None).unwrap().next_round(day(TODAY)), None);
    assert!(at(TODAY, |moment| runs.start_next(id, day(TODAY), moment)).is_err());
    assert!(runs.pass_over(id, day(TODAY)).is_err());
}

/// A run of every month, counted from the 15th of June, whose first item is due two days before; all of it done.
fn every_month() -> (Runs, RunId) {
    let mut template = template();
    template.recurs = Some(Recurrence::Monthly);
    item_mut(&mut template, "a").due = Some(-2);
    let (mut runs, id) = run(&template);
    finish_all(&mut runs, id, &template);
    (runs, id)
}

/// The days that the rounds due on `on` are counted from.
fn rounds(runs: &Runs, on: &str) -> Vec<String> {
    runs.due_again(None, day(on)).map(|(_, anchor)| anchor.to_string()).collect()
}

#[test]
fn what_comes_round_is_due_again_from_the_day_of_its_first_item() {
    let (mut runs, id) = every_month();
    assert_eq!(rounds(&runs, "2026-07-12"), [""; 0]);
    assert_eq!(rounds(&runs, "2026-07-13"), ["2026-07-15"]);
    assert_eq!(rounds(&runs, "2026-08-12"), ["2026-07-15"], "until the next one begins");
    assert_eq!(rounds(&runs, "2026-08-13"), ["2026-08-15"], "nobody began that of July");
    runs.set_state(id, "b", MarkState::Open, day(TODAY)).unwrap();
    assert_eq!(rounds(&runs, "2026-07-13"), [""; 0], "it is not over");
}

#[test]
fn a_round_that_was_begun_or_left_out_is_not_due_any_more() {
    let (mut runs, id) = every_month();
    let mut left_out = runs.clone();
    left_out.pass_over(id, day("2026-07-15")).unwrap();
    assert_eq!(rounds(&left_out, "2026-07-20"), [""; 0]);
    assert_eq!(rounds(&left_out, "2026-08-13"), ["2026-08-15"]);
    at("2026-07-14", |moment| runs.start_next(id, day("2026-07-15"), moment)).unwrap();
    assert_eq!(rounds(&runs, "2026-08-20"), [""; 0], "the one of July is at work");
}

#[test]
fn at_the_end_of_the_calendar_nothing_comes_round() {
    let (runs, id) = every_month();
    let last = runs.sheet(id, None).unwrap().next_round(bridgekeeper::domain::Date::MAX);
    assert!(last.is_some(), "and the search for it ends");
}

#[test]
fn a_deleted_run_is_refused_whatever_is_asked_of_it() {
    let (mut runs, id) = run(&template());
    runs.remove(id).unwrap();
    assert!(runs.sheet(id, None).is_none());
    assert!(runs.remove(id).is_err() && runs.reopen(id).is_err());
    assert!(runs.set_state(id, "a", done(None), day(TODAY)).is_err());
    assert!(runs.set_note(id, "a", None).is_err() && runs.answer(id, "why", None).is_err());
}
