//! Which scripts suit how a partner stands.

use bridgekeeper::domain::health::{Case, Health, people};
use bridgekeeper::domain::script::fits::fitting;
use bridgekeeper::domain::{Stage, StageChange, Workspace};
use bridgekeeper::library::scripts::built_in;

use super::given::{filled, today};
use crate::domain::given::{at, day, id, partner, touchpoint};

fn of_health(workspace: &Workspace, partner: bridgekeeper::domain::PartnerId, on: &str) -> Option<Health> {
    let (model, _) = workspace.health_model();
    let people = people::at(&workspace.contacts, partner);
    let dossier = workspace.partner(partner).unwrap();
    let fiscal = workspace.settings.fiscal_start;
    Case { id: partner, partner: dossier, people: &people, model: &model, fiscal }.health(day(on))
}

fn fitting_on(on: &str) -> Vec<&'static str> {
    let filled = filled("A");
    let health = of_health(&filled.workspace, filled.partner, on);
    fitting(filled.workspace.partner(filled.partner).unwrap(), health.as_ref(), 180, day(on))
}

#[test]
fn a_quarter_that_closed_empty_asks_for_a_warning_and_two_for_the_call() {
    assert_eq!(fitting_on("2026-07-20").first(), Some(&"watch-warning"));
    assert_eq!(fitting_on("2026-10-02").first(), Some(&"request-ending-call"));
}

#[test]
fn the_day_after_a_talk_asks_for_a_recap() {
    assert_eq!(fitting_on("2026-06-11").first(), Some(&"recap"));
    assert!(!fitting_on("2026-06-20").contains(&"recap"));
}

#[test]
fn who_was_not_heard_of_for_longer_than_the_cadence_is_rung() {
    let mut partner = partner();
    at(super::given::TODAY, |moment| partner.record(touchpoint("2026-01-01"), moment)).unwrap();
    assert_eq!(fitting(&partner, None, 30, today()).first(), Some(&"keep-in-touch-tier-3"));
    assert!(!fitting(&partner, None, 365, today()).contains(&"keep-in-touch-tier-3"));
}

#[test]
fn every_stage_has_some_and_all_of_them_are_there() {
    for stage in Stage::ALL {
        let mut partner = partner();
        partner.stage_changes.insert(id(1), StageChange { on: today(), to: stage, reason: None });
        let fitting = fitting(&partner, None, 30, today());
        assert!((1..=4).contains(&fitting.len()), "{stage:?}");
        for id in fitting {
            assert!(built_in(id).is_some(), "{id}");
        }
    }
}
