//! Behind a closed gate the history stays as it was, and what comes after is recorded.

use bridgekeeper::domain::checklist::MarkState;
use bridgekeeper::domain::{Commitment, Id, Partner, Refusal, Stage, Tier, Touchpoint};

use super::given::{chapter, close, ready};
use crate::domain::given::{TODAY, at, commitment, day, line, promise, touchpoint};

/// A partner with a touchpoint and a promise, whose gate was closed today.
fn closed() -> (Partner, Id<Touchpoint>, Id<Commitment>) {
    let (mut partner, number) = ready();
    let (touch, promise) = at(TODAY, |moment| {
        let touch = partner.record(touchpoint("2026-06-01"), moment).unwrap();
        let owed = commitment("Return the badge", promise("2026-06-01", "2026-06-20"));
        (touch, partner.record(owed, moment).unwrap())
    });
    close(&mut partner, number).unwrap();
    (partner, touch, promise)
}

const STAYS: fn() -> Refusal = || Refusal::History { closed_on: day(TODAY) };

#[test]
fn records_of_the_chapter_are_neither_changed_nor_deleted() {
    let (mut partner, touch, _) = closed();
    let before = partner.clone();
    assert_eq!(partner.correct(touch, touchpoint("2026-06-02"), day(TODAY)).unwrap_err(), STAYS());
    assert_eq!(partner.correct(touch, touchpoint(TODAY), day(TODAY)).unwrap_err(), STAYS());
    assert_eq!(partner.remove(touch).unwrap_err(), STAYS());
    assert_eq!(partner, before);
}

#[test]
fn nothing_is_added_to_the_chapter_afterwards() {
    let (mut partner, ..) = closed();
    at(TODAY, |moment| {
        assert_eq!(partner.record(touchpoint("2026-06-14"), moment).unwrap_err(), STAYS());
        let earlier = day("2026-06-14");
        assert_eq!(partner.move_stage(Stage::Paused, earlier, None, moment).unwrap_err(), STAYS());
        assert_eq!(partner.set_tier(Tier::One, earlier, moment).unwrap_err(), STAYS());
    });
    let first = *partner.stage_changes.keys().next().unwrap();
    assert_eq!(partner.remove_stage_change(first).unwrap_err(), STAYS());
}

#[test]
fn what_comes_after_is_recorded() {
    let (mut partner, ..) = closed();
    let later = "2026-06-30";
    at(later, |moment| {
        let touch = partner.record(touchpoint(later), moment).unwrap();
        partner.correct(touch, touchpoint("2026-06-29"), moment.today()).unwrap();
        partner.remove(touch).unwrap();
        partner.move_stage(Stage::Prospect, day(later), None, moment).unwrap();
    });
}

#[test]
fn a_promise_left_open_can_still_be_kept() {
    let (mut partner, _, owed) = closed();
    partner.amend(owed, day(TODAY), |owed| owed.dates.keep(day(TODAY), day(TODAY))).unwrap();
}

#[test]
fn the_clean_up_stays_finished() {
    let (partner, ..) = closed();
    let run = chapter(&partner, 1).ending.run;
    let id = crate::domain::given::id(7);
    let mut workspace = bridgekeeper::domain::Workspace::default();
    workspace.partners.insert(id, std::sync::Arc::new(partner));
    assert_eq!(workspace.reopen_run(Some(id), run).unwrap_err(), STAYS());
    assert_eq!(workspace.remove_run(Some(id), run).unwrap_err(), STAYS());
    let runs = workspace.runs_mut(Some(id)).unwrap();
    let open = runs.set_state(run, "listings", MarkState::Open, day(TODAY)).unwrap_err();
    assert_eq!(open, Refusal::Closed { on: day(TODAY) });
}

#[test]
fn a_partner_that_never_ended_has_no_closed_history() {
    let (mut partner, _) = super::given::begun();
    assert_eq!(partner.history_closed_on(), None);
    at(TODAY, |moment| partner.record(touchpoint("2025-01-01"), moment)).unwrap();
    let reason = Some(line("They asked for it"));
    at(TODAY, |moment| partner.move_stage(Stage::Paused, day(TODAY), reason, moment)).unwrap();
}
