//! Promises: made, due, perhaps moved, done or dropped, and read on any day.

use bridgekeeper::domain::fields::{FromJson, Unreadable};
use bridgekeeper::domain::promise::Outcome;
use bridgekeeper::domain::{Date, Entry, Field, Promise, PromiseState, Refusal};
use proptest::prelude::*;
use serde_json::json;

use super::given::{any_day, commitment, day, line, milestone, near_day, promise};

/// Made on 1 June, due on 30 June.
fn june() -> Promise {
    promise("2026-06-01", "2026-06-30")
}

fn moved(moves: &[(&str, &str)]) -> Promise {
    // As stored, because the verb refuses moves that would not count.
    let moves: Vec<_> = moves.iter().map(|(on, to)| json!({ "on": on, "to": to })).collect();
    stored(&json!({ "moves": moves })).unwrap()
}

fn kept(mut promise: Promise, on: &str) -> Promise {
    promise.keep(day(on), day(on)).unwrap();
    promise
}

fn dropped(mut promise: Promise, on: &str) -> Promise {
    promise.drop_it(day(on), line("They hired somebody"), day(on)).unwrap();
    promise
}

/// Made on 1 June, due on 30 June, with more of its stored fields.
fn stored(more: &serde_json::Value) -> Result<Promise, Unreadable> {
    let mut fields = json!({ "made_on": "2026-06-01", "due": "2026-06-30" });
    for (name, value) in more.as_object().unwrap() {
        fields[name] = value.clone();
    }
    Promise::from_json(&fields.to_string())
}

fn check(promise: &Promise, on: &str, stands: &str) {
    let told = match promise.state_on(day(on)) {
        PromiseState::NotMade => "not made".to_owned(),
        PromiseState::Open { due } => format!("open, due {due}"),
        PromiseState::Done { on, due } => format!("done {on}, due {due}"),
        PromiseState::Dropped { on } => format!("dropped {on}"),
    };
    assert_eq!(told, stands, "on {on}");
}

#[test]
fn before_the_day_it_was_made_a_promise_does_not_exist() {
    check(&june(), "2026-05-31", "not made");
    check(&june(), "2026-06-01", "open, due 2026-06-30");
    check(&kept(june(), "2026-06-01"), "2026-05-31", "not made");
    assert_eq!(june().open_due(day("2026-05-31")), None);
}

#[test]
fn a_promise_may_be_due_on_the_day_it_was_made_but_not_before() {
    assert!(Promise::new(day("2026-06-01"), day("2026-06-01")).is_ok());
    let refusal = Promise::new(day("2026-06-02"), day("2026-06-01")).unwrap_err();
    assert_eq!(refusal.to_string(), "This must not be before 2026-06-02, the day it was promised");
    assert_eq!(refusal.field(), Some(Field::Due));
}

#[test]
fn it_is_overdue_from_the_day_after_it_was_due() {
    assert!(!june().is_overdue(day("2026-06-30")));
    assert!(june().is_overdue(day("2026-07-01")));
    assert!(!kept(june(), "2026-07-05").is_overdue(day("2026-07-05")));
    assert!(kept(june(), "2026-07-05").is_overdue(day("2026-07-04")));
}

#[test]
fn a_move_agreed_before_the_due_day_sets_a_new_one_from_that_day_on() {
    let moved = moved(&[("2026-06-29", "2026-07-15")]);
    check(&moved, "2026-06-28", "open, due 2026-06-30");
    check(&moved, "2026-06-29", "open, due 2026-07-15");
    assert_eq!(moved.first_due(), day("2026-06-30"));
    assert_eq!(moved.times_moved_by(day("2026-06-28")), 0);
    assert_eq!(moved.times_moved_by(day("2026-06-29")), 1);
}

#[test]
fn a_move_agreed_on_the_due_day_changes_nothing() {
    let moved = moved(&[("2026-06-30", "2026-07-15")]);
    check(&moved, "2026-06-30", "open, due 2026-06-30");
    assert_eq!(moved.times_moved_by(Date::MAX), 0);
}

#[test]
fn a_move_agreed_after_the_due_day_changes_nothing() {
    let moved = moved(&[("2026-07-01", "2026-07-15")]);
    assert!(moved.is_overdue(day("2026-07-01")));
    assert_eq!(moved.times_moved_by(Date::MAX), 0);
}

#[test]
fn the_due_day_that_held_decides_whether_the_next_move_came_in_time() {
    let twice = moved(&[("2026-06-20", "2026-07-15"), ("2026-07-10", "2026-08-01")]);
    check(&twice, "2026-07-10", "open, due 2026-08-01");
    assert_eq!(twice.times_moved_by(day("2026-07-10")), 2);

    let forward_too_late = moved(&[("2026-06-10", "2026-06-15"), ("2026-06-20", "2026-07-15")]);
    check(&forward_too_late, "2026-06-20", "open, due 2026-06-15");
    assert_eq!(forward_too_late.times_moved_by(Date::MAX), 1);
}

#[test]
fn of_several_moves_on_one_day_the_last_counts_once() {
    let moved =
        moved(&[("2026-06-10", "2026-06-10"), ("2026-06-10", "2026-08-01"), ("2026-06-10", "2026-07-20")]);
    check(&moved, "2026-06-10", "open, due 2026-07-20");
    assert_eq!(moved.times_moved_by(day("2026-06-10")), 1);
}

#[test]
fn moves_count_in_the_order_of_their_days_however_they_were_entered() {
    let moved = moved(&[("2026-06-20", "2026-08-01"), ("2026-06-10", "2026-07-01")]);
    check(&moved, "2026-06-10", "open, due 2026-07-01");
    check(&moved, "2026-06-20", "open, due 2026-08-01");
}

#[test]
fn a_move_needs_a_due_day_on_or_after_it() {
    assert!(june().move_to(day("2026-06-10"), day("2026-06-10")).is_ok());
    let refusal = june().move_to(day("2026-06-10"), day("2026-06-09")).unwrap_err();
    assert_eq!(refusal.to_string(), "This must not be before 2026-06-10, the day you agree the new date");
    assert_eq!(refusal.field(), Some(Field::Due));
}

#[test]
fn a_promise_is_not_moved_once_it_is_due() {
    let sentence = "It was due on 2026-06-30. A date agreed that late does not count; finish it, or drop it and promise anew";
    for late in ["2026-06-30", "2026-07-15"] {
        assert_eq!(june().move_to(day(late), day("2026-08-01")).unwrap_err().to_string(), sentence);
    }
    assert!(june().move_to(day("2026-06-29"), day("2026-08-01")).is_ok());
}

#[test]
fn nothing_can_be_agreed_or_done_before_the_promise_was_made() {
    let may = day("2026-05-31");
    let sentence = "This must not be before 2026-06-01, the day it was promised";
    assert_eq!(june().move_to(may, day("2026-07-01")).unwrap_err().to_string(), sentence);
    assert_eq!(june().keep(may, day("2026-06-15")).unwrap_err().to_string(), sentence);
    assert_eq!(june().drop_it(may, line("Late"), day("2026-06-15")).unwrap_err().to_string(), sentence);
}

#[test]
fn a_promise_can_be_kept_or_dropped_today_but_not_tomorrow() {
    let (today, tomorrow) = (day("2026-06-15"), day("2026-06-16"));
    assert!(june().keep(today, today).is_ok());
    assert!(june().drop_it(today, line("Late"), today).is_ok());
    let refusal = june().keep(tomorrow, today).unwrap_err();
    assert_eq!(refusal, Refusal::InTheFuture { field: Field::DoneOn });
    assert_eq!(june().drop_it(tomorrow, line("Late"), today).unwrap_err(), refusal);
}

#[test]
fn a_kept_promise_is_open_until_the_day_it_was_done() {
    let kept = kept(moved(&[("2026-06-10", "2026-07-10")]), "2026-07-08");
    check(&kept, "2026-06-09", "open, due 2026-06-30");
    check(&kept, "2026-07-07", "open, due 2026-07-10");
    check(&kept, "2026-07-08", "done 2026-07-08, due 2026-07-10");
    check(&kept, "2030-01-01", "done 2026-07-08, due 2026-07-10");
    assert_eq!(kept.outcome(), Some(&Outcome::Done(day("2026-07-08"))));
}

#[test]
fn a_dropped_promise_leaves_from_the_day_it_was_dropped() {
    let dropped = dropped(june(), "2026-07-05");
    check(&dropped, "2026-07-04", "open, due 2026-06-30");
    check(&dropped, "2026-07-05", "dropped 2026-07-05");
    assert!(dropped.is_overdue(day("2026-07-04")));
    assert!(!dropped.is_overdue(day("2026-07-05")));
}

#[test]
fn a_move_dated_after_the_end_changes_nothing() {
    let done = kept(moved(&[("2026-06-20", "2026-08-01")]), "2026-06-10");
    check(&done, "2026-07-01", "done 2026-06-10, due 2026-06-30");
    assert_eq!(done.times_moved_by(Date::MAX), 0);

    let dropped = dropped(moved(&[("2026-06-20", "2026-08-01")]), "2026-06-10");
    assert_eq!(dropped.due_on(Date::MAX), day("2026-06-30"));
    assert_eq!(dropped.times_moved_by(Date::MAX), 0);
}

#[test]
fn a_move_on_the_day_of_the_end_changes_nothing() {
    let done = kept(moved(&[("2026-06-10", "2026-08-01")]), "2026-06-10");
    check(&done, "2026-06-10", "done 2026-06-10, due 2026-06-30");
    assert_eq!(done.times_moved_by(Date::MAX), 0);
}

#[test]
fn a_closed_promise_is_reopened_before_anything_else_happens_to_it() {
    for mut closed in [kept(june(), "2026-06-10"), dropped(june(), "2026-06-10")] {
        let today = day("2026-06-15");
        let refusal = closed.move_to(today, day("2026-07-15")).unwrap_err();
        assert_eq!(refusal.to_string(), "This was closed on 2026-06-10. Reopen it first");
        assert_eq!(closed.keep(today, today).unwrap_err(), refusal);
        assert_eq!(closed.drop_it(today, line("Late"), today).unwrap_err(), refusal);

        closed.reopen();
        assert!(closed.move_to(today, day("2026-07-15")).is_ok());
        check(&closed, "2026-06-15", "open, due 2026-07-15");
    }
}

#[test]
fn a_reopened_promise_is_as_if_it_had_never_been_closed() {
    let mut promise = kept(moved(&[("2026-06-05", "2026-07-10")]), "2026-06-10");
    promise.reopen();
    assert_eq!(promise, moved(&[("2026-06-05", "2026-07-10")]));
}

#[test]
fn correcting_the_first_days_keeps_moves_and_end() {
    let late_move = kept(moved(&[("2026-06-10", "2026-07-10")]), "2026-07-08");
    let corrected = late_move.corrected(day("2026-06-10"), day("2026-06-12")).unwrap();
    check(&corrected, "2026-06-09", "not made");
    check(&corrected, "2026-07-08", "done 2026-07-08, due 2026-07-10");

    let now_due_before_the_move = late_move.corrected(day("2026-06-01"), day("2026-06-10")).unwrap();
    check(&now_due_before_the_move, "2026-07-08", "done 2026-07-08, due 2026-06-10");
}

#[test]
fn a_promise_cannot_be_made_after_it_was_moved_or_closed() {
    let told = |promise: Promise, made_on| {
        promise.corrected(day(made_on), day("2026-12-31")).map(|_| ()).map_err(|refusal| refusal.to_string())
    };
    let sentence = Err("This must not be after 2026-06-10, when it was moved or closed".to_owned());
    assert_eq!(
        told(moved(&[("2026-06-20", "2026-07-01"), ("2026-06-10", "2026-07-01")]), "2026-06-11"),
        sentence
    );
    assert_eq!(told(kept(june(), "2026-06-10"), "2026-06-11"), sentence);
    assert_eq!(told(dropped(june(), "2026-06-10"), "2026-06-11"), sentence);
    assert_eq!(told(dropped(june(), "2026-06-10"), "2026-06-10"), Ok(()));
    let refusal = june().corrected(day("2026-07-01"), day("2026-06-30")).unwrap_err();
    assert_eq!(refusal.field(), Some(Field::Due));
}

#[test]
fn a_stored_promise_that_breaks_its_order_is_refused() {
    assert!(stored(&json!({})).is_ok());
    assert!(stored(&json!({ "done_on": "2026-06-01" })).is_ok());
    for broken in [
        json!({ "done_on": "2026-05-31" }),
        json!({ "dropped": { "on": "2026-05-31", "reason": "Late" } }),
        json!({ "moves": [{ "on": "2026-05-31", "to": "2026-07-01" }] }),
        json!({ "due": "2026-05-31" }),
    ] {
        let error = stored(&broken).unwrap_err().to_string();
        assert_eq!(error, "This must not be before 2026-06-01, the day it was promised", "{broken}");
    }
}

#[test]
fn a_stored_move_to_a_day_before_it_was_agreed_is_refused() {
    let error = stored(&json!({ "moves": [{ "on": "2026-06-10", "to": "2026-06-09" }] })).unwrap_err();
    assert_eq!(error.to_string(), "This must not be before 2026-06-10, the day you agree the new date");
    assert!(stored(&json!({ "moves": [{ "on": "2026-06-10", "to": "2026-06-10" }] })).is_ok());
}

#[test]
fn a_stored_promise_is_not_both_done_and_dropped_and_is_not_dropped_without_a_reason() {
    for broken in [
        json!({ "done_on": "2026-06-10", "dropped": { "on": "2026-06-12", "reason": "Late" } }),
        json!({ "dropped": { "on": "2026-06-12" } }),
        json!({ "dropped": { "on": "2026-06-12", "reason": " " } }),
    ] {
        assert!(stored(&broken).is_err(), "{broken}");
    }
}

#[test]
fn commitments_and_milestones_belong_to_the_day_they_were_made() {
    assert_eq!(commitment("Send the deck", june()).on(), day("2026-06-01"));
    assert_eq!(milestone("First joint call", june()).on(), day("2026-06-01"));
}

/// A move, on a day to a day.
type Moved = (Date, Date);

/// Whether it was done, else dropped, and when.
type End = Option<(bool, Date)>;

/// A life as it may be stored: some moves, perhaps an end, all on or after 1 June.
fn any_life() -> impl Strategy<Value = (Vec<Moved>, End)> {
    let any_move = (near_day(), 0..20_i64).prop_map(|(on, days)| (on, on.plus_days(days)));
    (prop::collection::vec(any_move, 0..6), prop::option::of((any::<bool>(), near_day())))
}

fn live(moves: &[Moved], end: End) -> Promise {
    let moves: Vec<_> = moves.iter().map(|(on, to)| json!({ "on": on, "to": to })).collect();
    let mut fields = json!({ "made_on": "2026-06-01", "due": "2026-06-15", "moves": moves });
    match end {
        Some((true, on)) => fields["done_on"] = json!(on),
        Some((false, on)) => fields["dropped"] = json!({ "on": on, "reason": "Late" }),
        None => {}
    }
    Promise::from_json(&fields.to_string()).unwrap()
}

proptest! {
    #[test]
    fn no_later_fact_changes_an_earlier_day((moves, end) in any_life(), today in near_day()) {
        let known: Vec<_> = moves.iter().copied().filter(|(on, _)| *on <= today).collect();
        let (then, now) = (live(&known, end.filter(|(_, on)| *on <= today)), live(&moves, end));
        prop_assert_eq!(now.state_on(today), then.state_on(today));
        prop_assert_eq!(now.times_moved_by(today), then.times_moved_by(today));
        prop_assert_eq!(now.due_on(today), then.due_on(today));
    }

    #[test]
    fn it_is_overdue_only_while_open_and_past_due((moves, end) in any_life(), today in any_day()) {
        let promise = live(&moves, end);
        match promise.state_on(today) {
            PromiseState::Open { due } => prop_assert_eq!(promise.is_overdue(today), due < today),
            _ => prop_assert!(!promise.is_overdue(today)),
        }
    }

    #[test]
    fn a_promise_survives_being_written_and_read((moves, end) in any_life()) {
        let promise = live(&moves, end);
        let text = serde_json::to_string(&promise).unwrap();
        prop_assert_eq!(Promise::from_json(&text).unwrap(), promise);
    }
}
