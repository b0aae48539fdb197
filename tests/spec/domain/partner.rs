//! The dossier: records are added, corrected, amended and removed; the rest is read from them.

use bridgekeeper::domain::partner::{Balance, NextStep};
use bridgekeeper::domain::{Date, Direction, Entry, Field, Partner, Profile, Refusal, Side, Touchpoint};

use super::given::{
    TODAY, at, commitment, day, id, ledger_entry, line, milestone, partner, profile, promise, pulse,
    touchpoint, traction,
};

/// A partner with these records, recorded on their own days or later.
fn with<E: Entry>(records: impl IntoIterator<Item = E>) -> Partner {
    let mut partner = partner();
    record_all(&mut partner, records);
    partner
}

fn record_all<E: Entry>(partner: &mut Partner, records: impl IntoIterator<Item = E>) {
    for record in records {
        at("2026-12-31", |moment| partner.record(record, moment)).unwrap();
    }
}

fn check(partner: &Partner, next_step: Option<(&str, &str)>) {
    let found = partner.next_step(day(TODAY)).map(|step| (step.what().to_owned(), step.due().to_string()));
    assert_eq!(found, next_step.map(|(what, due)| (what.to_owned(), due.to_owned())));
}

/// Whether a record is refused for being dated tomorrow, and accepted today.
fn check_future<E: Entry>(tomorrow: E, today: E, field: Field) {
    let mut partner = partner();
    let refusal = at(TODAY, |moment| partner.record(tomorrow.clone(), moment)).unwrap_err();
    assert_eq!(refusal, Refusal::InTheFuture { field }, "{}", E::WHAT);
    let id = at(TODAY, |moment| partner.record(today, moment)).unwrap();
    assert_eq!(partner.correct(id, tomorrow, day(TODAY)), Err(refusal), "{}", E::WHAT);
}

#[test]
fn what_happened_tomorrow_cannot_be_recorded_today() {
    let (today, tomorrow) = (TODAY, "2026-06-16");
    let given = |on| ledger_entry(day(on), Direction::Give, 1);
    let promised = |on| commitment("Send the deck", promise(on, "2026-12-01"));
    let agreed = |on| milestone("First joint call", promise(on, "2026-12-01"));
    check_future(touchpoint(tomorrow), touchpoint(today), Field::On);
    check_future(traction(tomorrow), traction(today), Field::On);
    check_future(pulse(tomorrow), pulse(today), Field::On);
    check_future(given(tomorrow), given(today), Field::On);
    check_future(promised(tomorrow), promised(today), Field::MadeOn);
    check_future(agreed(tomorrow), agreed(today), Field::MadeOn);
}

/// A corrected promise came with the end it already had, and nobody asked on which day that was.
#[test]
fn a_promise_moved_or_closed_tomorrow_cannot_be_recorded_today() {
    let tomorrow = day("2026-06-16");
    let open = || promise(TODAY, "2026-12-01");
    let (mut moved, mut kept, mut dropped) = (open(), open(), open());
    moved.move_to(tomorrow, day("2026-12-24")).unwrap();
    kept.keep(tomorrow, tomorrow).unwrap();
    dropped.drop_it(tomorrow, line("Late"), tomorrow).unwrap();
    for (dates, field) in [(moved, Field::On), (kept, Field::DoneOn), (dropped, Field::DoneOn)] {
        check_future(commitment("Send the deck", dates.clone()), commitment("Send the deck", open()), field);
        check_future(milestone("First joint call", dates), milestone("First joint call", open()), field);
    }
}

#[test]
fn a_recorded_entry_is_found_by_its_id() {
    let mut partner = partner();
    let id = at(TODAY, |moment| partner.record(touchpoint(TODAY), moment)).unwrap();
    assert_eq!(partner.entry(id), Some(&touchpoint(TODAY)));
}

#[test]
fn a_corrected_entry_keeps_its_id() {
    let mut partner = partner();
    let id = at(TODAY, |moment| partner.record(touchpoint(TODAY), moment)).unwrap();
    assert_eq!(partner.correct(id, touchpoint("2026-06-01"), day(TODAY)), Ok(()));
    assert_eq!(partner.entry(id), Some(&touchpoint("2026-06-01")));
    assert_eq!(partner.touchpoints.len(), 1);
}

#[test]
fn what_is_gone_cannot_be_corrected_amended_or_removed() {
    let mut partner = partner();
    let sentence = "This touchpoint is not here any more. It may have been deleted in another tab; look in Recently deleted";
    let gone = Refusal::Gone { what: "This touchpoint" };
    assert_eq!(gone.to_string(), sentence);
    assert_eq!(partner.correct(id(1), touchpoint(TODAY), day(TODAY)), Err(gone.clone()));
    assert_eq!(partner.amend(id::<Touchpoint>(1), day(TODAY), |_| Ok(())), Err(gone.clone()));
    assert_eq!(partner.remove(id::<Touchpoint>(1)), Err(gone));
    assert!(partner.touchpoints.is_empty());
}

#[test]
fn a_removed_entry_is_gone() {
    let mut partner = partner();
    let id = at(TODAY, |moment| partner.record(touchpoint(TODAY), moment)).unwrap();
    assert_eq!(partner.remove(id), Ok(()));
    assert_eq!(partner.entry(id), None);
}

#[test]
fn a_refused_verb_leaves_the_record_as_it_was() {
    let mut partner = partner();
    let dates = promise("2026-06-01", "2026-06-30");
    let id = at(TODAY, |moment| partner.record(commitment("Send the deck", dates), moment)).unwrap();
    let before = partner.clone();
    let too_early = day("2026-05-01");
    partner.amend(id, day(TODAY), |promise| promise.dates.keep(too_early, day(TODAY))).unwrap_err();
    assert_eq!(partner, before);
    assert_eq!(partner.amend(id, day(TODAY), |promise| promise.dates.keep(day(TODAY), day(TODAY))), Ok(()));
    assert_ne!(partner, before);
}

#[test]
fn known_since_is_the_later_of_launch_and_tracking() {
    let since = |launched_on: Option<&str>, tracked_from| {
        let launched_on = launched_on.map(day);
        Profile { launched_on, tracked_from: day(tracked_from), ..profile() }.known_since()
    };
    assert_eq!(since(None, "2026-01-01"), day("2026-01-01"));
    assert_eq!(since(Some("2025-01-01"), "2026-01-01"), day("2026-01-01"));
    assert_eq!(since(Some("2026-02-01"), "2026-01-01"), day("2026-02-01"));
}

#[test]
fn only_a_two_way_touch_on_or_before_the_day_restarts_the_cadence() {
    let one_way = |on| Touchpoint { two_way: false, ..touchpoint(on) };
    let partner = with([
        touchpoint("2026-06-01"),
        touchpoint("2026-05-01"),
        one_way("2026-06-10"),
        touchpoint("2026-06-16"),
    ]);
    assert_eq!(partner.last_two_way(day(TODAY)), Some(day("2026-06-01")));
    assert_eq!(partner.last_two_way(day("2026-06-16")), Some(day("2026-06-16")));
    assert_eq!(partner.last_two_way(day("2026-05-31")), Some(day("2026-05-01")));
    assert_eq!(partner.last_two_way(day("2026-04-30")), None);
    assert_eq!(with([one_way("2026-06-10")]).last_two_way(day(TODAY)), None);
}

#[test]
fn without_an_open_promise_there_is_no_next_step() {
    let mut done = promise("2026-06-01", "2026-06-10");
    done.keep(day("2026-06-05"), day(TODAY)).unwrap();
    check(&partner(), None);
    check(&with([commitment("Send the deck", done)]), None);
}

#[test]
fn the_next_step_is_the_open_promise_or_milestone_due_first() {
    let mut partner = with([
        commitment("Later", promise("2026-06-01", "2026-07-02")),
        commitment("Sooner", promise("2026-06-01", "2026-07-01")),
    ]);
    check(&partner, Some(("Sooner", "2026-07-01")));
    record_all(&mut partner, [milestone("Soonest", promise("2026-06-01", "2026-06-30"))]);
    check(&partner, Some(("Soonest", "2026-06-30")));
    record_all(&mut partner, [commitment("Overdue", promise("2026-05-01", "2026-05-02"))]);
    check(&partner, Some(("Overdue", "2026-05-02")));
}

#[test]
fn the_next_step_goes_by_the_due_day_that_holds_and_ignores_what_is_not_promised_yet() {
    let mut moved = promise("2026-06-01", "2026-06-20");
    moved.move_to(day("2026-06-10"), day("2026-08-01")).unwrap();
    let partner = with([
        commitment("Moved", moved),
        commitment("Steady", promise("2026-06-01", "2026-07-01")),
        commitment("Not yet promised", promise("2026-06-16", "2026-06-16")),
    ]);
    check(&partner, Some(("Steady", "2026-07-01")));
}

#[test]
fn of_next_steps_due_on_one_day_a_promise_comes_before_a_milestone_and_the_oldest_first() {
    let dates = || promise("2026-06-01", "2026-07-01");
    let mut partner = with([milestone("Milestone", dates())]);
    record_all(&mut partner, [commitment("First", dates()), commitment("Second", dates())]);
    check(&partner, Some(("First", "2026-07-01")));
    let step = partner.next_step(day(TODAY)).unwrap();
    assert!(matches!(step, NextStep::Promise { side: Side::Ours, .. }));
}

#[test]
fn an_empty_dossier_can_be_read_on_the_edges_of_the_calendar() {
    for today in [Date::MIN, Date::MAX] {
        let partner = partner();
        assert_eq!(partner.balance(today), Balance::default());
        assert_eq!((partner.last_two_way(today), partner.next_step(today)), (None, None));
        assert_eq!(partner.profile.name, line("Acme"));
    }
}
