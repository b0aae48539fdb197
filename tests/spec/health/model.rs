//! The health model: bounds, editions, and what stands in for a broken one.

use bridgekeeper::domain::health::model::{in_force, in_order};
use bridgekeeper::domain::health::{Component, HealthModel, HealthProfile, ModelEdition, ModelPart};
use bridgekeeper::domain::{Collection, Field, Refusal, Tier, Workspace};

use super::given::{TODAY, ago, today};
use crate::domain::given::{at, id};

fn edition() -> ModelEdition {
    HealthModel::DEFAULT.edition(today())
}

#[test]
fn the_default_is_what_the_rules_name() {
    let weights = |profile| Component::ALL.map(|component| HealthModel::DEFAULT.weight(profile, component));
    assert_eq!(weights(HealthProfile::Active), [30, 20, 15, 10, 10, 10, 5]);
    assert_eq!(weights(HealthProfile::Onboarding), [5, 25, 20, 25, 5, 15, 5]);
    assert_eq!(Tier::ALL.map(|tier| HealthModel::DEFAULT.target(tier)), [6, 4, 2, 1]);
    assert_eq!(Tier::ALL.map(|tier| HealthModel::DEFAULT.cadence(tier).ideal_days), [30, 60, 180, 365]);
    assert_eq!(HealthModel::DEFAULT.limits(), [80, 60, 40]);
    assert_eq!(edition().model(), Ok(HealthModel::DEFAULT));
}

fn refused(edition: &ModelEdition) -> (String, Option<Field>) {
    let refusal = edition.model().unwrap_err();
    (refusal.to_string(), refusal.field())
}

#[test]
fn figures_out_of_bounds_are_refused() {
    let bounds = |sentence: &str, field| (sentence.to_owned(), Some(field));
    let negative = ModelEdition { active: vec![30, -1, 15, 10, 10, 10, 5], ..edition() };
    assert_eq!(refused(&negative), bounds("Use a whole number from 0 to 100", Field::Weight));
    let heavy = ModelEdition { onboarding: vec![101, 0, 0, 0, 0, 0, 0], ..edition() };
    assert_eq!(refused(&heavy), bounds("Use a whole number from 0 to 100", Field::Weight));
    let short = ModelEdition { active: vec![30; 6], ..edition() };
    assert_eq!(refused(&short), bounds("Use a whole number from 0 to 100", Field::Weight));
    let targets = ModelEdition { targets: vec![6, 4, 2, 0], ..edition() };
    assert_eq!(refused(&targets), bounds("Use a whole number from 1 to 999", Field::Target));
    let cadences = ModelEdition { cadences: vec![0, 60, 180, 365], ..edition() };
    assert_eq!(refused(&cadences), bounds("Use a whole number from 1 to 3650", Field::Cadence));
    let limits = ModelEdition { limits: vec![101, 60, 40], ..edition() };
    assert_eq!(refused(&limits), bounds("Use a whole number from 0 to 100", Field::BandLimit));
}

#[test]
fn something_has_to_count_in_either_profile() {
    for nothing in [
        ModelEdition { active: vec![0; 7], ..edition() },
        ModelEdition { onboarding: vec![0; 7], ..edition() },
    ] {
        assert_eq!(refused(&nothing).0, "Give at least one component a weight above 0");
    }
    assert!(ModelEdition { active: vec![0, 0, 0, 0, 0, 0, 1], ..edition() }.model().is_ok());
}

#[test]
fn every_figure_that_breaks_a_rule_is_named() {
    let broken = ModelEdition {
        active: vec![30, -1, 15, 10, 10, 10, 101],
        onboarding: vec![0; 7],
        targets: vec![1, 1, 1],
        cadences: vec![1, 3650, 3651, 365],
        limits: vec![60, 60, 40],
        ..edition()
    };
    let named: Vec<_> = broken.faults().into_iter().map(|fault| (fault.part, fault.place)).collect();
    let expected = [
        (ModelPart::Active, Some(1)),
        (ModelPart::Active, Some(6)),
        (ModelPart::Onboarding, None),
        (ModelPart::Targets, None),
        (ModelPart::Cadences, Some(2)),
        (ModelPart::Limits, None),
    ];
    assert_eq!(named, expected);
    assert_eq!(broken.faults()[2].refusal, Refusal::NothingCounts);
    assert_eq!(broken.faults()[5].refusal, Refusal::LimitsDoNotFall);
    assert_eq!(edition().faults(), []);
}

#[test]
fn an_edition_tells_what_it_changed() {
    let later = ModelEdition {
        active: vec![32, 20, 15, 10, 10, 10, 5],
        limits: vec![80, 55, 40],
        on: ago(-1),
        ..edition()
    };
    let changes = later.changes_since(&edition());
    let told: Vec<_> = changes.iter().map(|one| (one.part, one.place, one.from, one.to)).collect();
    assert_eq!(told, [(ModelPart::Active, 0, 30, 32), (ModelPart::Limits, 1, 60, 55)]);
    assert_eq!(edition().changes_since(&edition()), []);
    let mut editions = Collection::new();
    editions.insert(id(1), later.clone());
    editions.insert(id(2), edition());
    assert_eq!(in_order(&editions), [&edition(), &later]);
}

#[test]
fn limits_have_to_fall() {
    for limits in [vec![80, 80, 40], vec![80, 60, 60], vec![40, 60, 80]] {
        let sentence = "Let the limits fall: Healthy above Watch, and Watch above At risk";
        assert_eq!(refused(&ModelEdition { limits, ..edition() }).0, sentence);
    }
    assert!(ModelEdition { limits: vec![2, 1, 0], ..edition() }.model().is_ok());
}

#[test]
fn the_latest_edition_is_in_force_and_a_broken_one_gives_way_to_the_default_as_a_whole() {
    let soft = ModelEdition { on: ago(9), limits: vec![70, 50, 30], ..edition() };
    let broken = ModelEdition { on: ago(1), targets: vec![0; 4], cadences: vec![7; 4], ..edition() };
    let of = |editions: &[ModelEdition]| {
        let numbered = editions.iter().zip(1..).map(|(edition, number)| (id(number), edition.clone()));
        in_force(&numbered.collect::<Collection<ModelEdition>>())
    };
    assert_eq!(of(&[]), (HealthModel::DEFAULT, None));
    assert_eq!(of(std::slice::from_ref(&soft)).0.limits(), [70, 50, 30]);
    let refusal = Refusal::OutOfBounds { field: Field::Target, least: 1, most: 999 };
    assert_eq!(of(&[soft.clone(), broken.clone()]), (HealthModel::DEFAULT, Some(refusal)));
    assert_eq!(of(&[broken, ModelEdition { on: today(), ..soft }]).0.limits(), [70, 50, 30]);
}

#[test]
fn an_edit_is_dated_today_and_the_editions_before_it_stay() {
    let mut workspace = Workspace::default();
    let soft = ModelEdition { on: ago(400), limits: vec![70, 50, 30], ..edition() };
    at(TODAY, |moment| workspace.edit_health_model(soft, moment)).unwrap();
    assert_eq!(workspace.health_model().0.limits(), [70, 50, 30]);
    let nothing = ModelEdition { active: vec![0; 7], ..edition() };
    assert_eq!(at(TODAY, |moment| workspace.edit_health_model(nothing, moment)), Err(Refusal::NothingCounts));
    at(TODAY, |moment| workspace.edit_health_model(edition(), moment)).unwrap();
    assert_eq!(workspace.health_model().0, HealthModel::DEFAULT);
    let days: Vec<_> = workspace.health_editions.values().map(|edition| edition.on).collect();
    assert_eq!(days, [today(), today()]);
}
