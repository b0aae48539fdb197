//! The board: all partners on a day, and only what an edit touched computed again.

use bridgekeeper::domain::contact::Role;
use bridgekeeper::domain::health::{Badge, Board, Case, HealthModel, ModelEdition, Shift, Trial, people};
use bridgekeeper::domain::{Contact, ContactId, PartnerId, Settings, Stage, Workspace};

use super::given::{TODAY, ago, day, today};
use crate::domain::given::{at, new_partner, person, touchpoint, traction};

/// A workspace with so many Active partners, each with one champion.
fn workspace(partners: usize) -> (Workspace, Vec<PartnerId>, Vec<ContactId>) {
    let mut workspace = Workspace::default();
    let (mut ids, mut people) = (Vec::new(), Vec::new());
    for number in 0..partners {
        let new = bridgekeeper::domain::workspace::NewPartner {
            stage: Stage::Active,
            ..new_partner(&format!("Partner {number}"))
        };
        at("2024-01-01", |moment| {
            let id = workspace.add_partner(new, moment).unwrap();
            let mut contact = Contact::new(person("Somebody"));
            contact.join(id, None, None, moment);
            contact.play(id, Some(Role::Champion), moment);
            people.push(workspace.add_contact(contact, moment));
            ids.push(id);
        });
    }
    (workspace, ids, people)
}

/// A board brought up to a workspace, checked against computing everything anew.
fn refresh(board: &mut Board, workspace: &Workspace, on: &str) -> usize {
    board.refresh(workspace, day(on));
    let mut anew = Board::default();
    anew.refresh(workspace, day(on));
    for id in workspace.partners.keys() {
        assert_eq!(board.health(*id), anew.health(*id));
        assert_eq!(board.people().at(*id), people::at(&workspace.contacts, *id));
    }
    board.computed()
}

#[test]
fn one_edit_computes_one_partner() {
    let (mut workspace, ids, _) = workspace(5);
    let mut board = Board::default();
    assert_eq!(refresh(&mut board, &workspace, TODAY), 5);
    assert_eq!(refresh(&mut board, &workspace, TODAY), 0);
    at(TODAY, |moment| workspace.partner_mut(ids[2]).unwrap().record(touchpoint(TODAY), moment)).unwrap();
    assert_eq!(refresh(&mut board, &workspace, TODAY), 1);
    assert_eq!(board.health(ids[2]).unwrap().figures.engagement.last, Some(today()));
}

#[test]
fn an_edit_of_a_person_computes_the_partners_they_are_known_at() {
    let (mut workspace, ids, people) = workspace(5);
    let mut board = Board::default();
    refresh(&mut board, &workspace, TODAY);
    workspace.contact_mut(people[1]).unwrap().leave(ids[1], ago(3)).unwrap();
    assert_eq!(refresh(&mut board, &workspace, TODAY), 1);
    assert!(board.health(ids[1]).unwrap().rules.champion_left.is_some());
    at(TODAY, |moment| workspace.contact_mut(people[1]).unwrap().join(ids[4], None, None, moment));
    assert_eq!(refresh(&mut board, &workspace, TODAY), 2, "where they were and where they are");
    workspace.remove_contact(people[1]).unwrap();
    assert_eq!(refresh(&mut board, &workspace, TODAY), 2);
    assert_eq!(board.health(ids[1]).unwrap().rules.champion_left, None);
}

#[test]
fn another_day_model_or_fiscal_year_computes_all() {
    let (mut workspace, ..) = workspace(3);
    let mut board = Board::default();
    refresh(&mut board, &workspace, TODAY);
    assert_eq!(refresh(&mut board, &workspace, "2026-11-19"), 3);
    at(TODAY, |moment| {
        let mut edition = HealthModel::DEFAULT.edition(today());
        edition.limits = vec![90, 60, 40];
        workspace.edit_health_model(edition, moment).unwrap();
    });
    assert_eq!(refresh(&mut board, &workspace, "2026-11-19"), 3);
    let fiscal_start = bridgekeeper::domain::FiscalStart::new(4).unwrap();
    workspace.change_settings(Settings { fiscal_start, ..Settings::default() });
    assert_eq!(refresh(&mut board, &workspace, "2026-11-19"), 3);
    workspace.change_settings(Settings {
        company: Some(super::given::line("Us")),
        fiscal_start,
        own_name: None,
    });
    assert_eq!(refresh(&mut board, &workspace, "2026-11-19"), 0, "what health does not look at");
}

#[test]
fn partners_come_and_go() {
    let (mut workspace, ids, _) = workspace(3);
    let mut board = Board::default();
    refresh(&mut board, &workspace, TODAY);
    workspace.remove_partner(ids[0]).unwrap();
    at(TODAY, |moment| workspace.add_partner(new_partner("A prospect"), moment)).unwrap();
    assert_eq!(refresh(&mut board, &workspace, TODAY), 1);
    assert_eq!(board.health(ids[0]), None);
}

#[test]
fn the_portfolio_is_counted_by_badge() {
    let (mut workspace, ids, _) = workspace(3);
    at(TODAY, |moment| {
        workspace.partner_mut(ids[0]).unwrap().move_stage(Stage::Paused, today(), None, moment)
    })
    .unwrap();
    let mut board = Board::default();
    refresh(&mut board, &workspace, TODAY);
    let counts = board.counts();
    assert_eq!(counts.iter().sum::<usize>(), 2, "paused partners are not scored");
    assert_eq!(counts[Badge::Zombie as usize], 2);
}

#[test]
fn a_model_can_be_tried_before_it_is_in_force() {
    let (mut workspace, ids, _) = workspace(4);
    for id in &ids[1..] {
        let result = traction(TODAY);
        at(TODAY, |moment| workspace.partner_mut(*id).unwrap().record(result, moment)).unwrap();
    }
    let mut now = Board::default();
    now.refresh(&workspace, today());
    assert_eq!(tried(&workspace, HealthModel::DEFAULT, &now, 3), []);
    let strict = ModelEdition { limits: vec![100, 90, 60], ..HealthModel::DEFAULT.edition(today()) };
    let strict = strict.model().unwrap();
    assert_eq!(now.counts()[Badge::AtRisk as usize], 3);
    let shifts = ids[1..].iter().map(|id| Shift { id: *id, from: Badge::AtRisk, to: Badge::Critical });
    let shifts: Vec<_> = shifts.collect();
    for step in [1, 3, 4, 100] {
        assert_eq!(tried(&workspace, strict, &now, step), shifts, "the Zombie stays what it is");
    }
    let anew = at(TODAY, |moment| {
        workspace.edit_health_model(strict.edition(today()), moment).unwrap();
        let mut anew = Board::default();
        anew.refresh(&workspace, today());
        anew
    });
    for shift in shifts {
        assert_eq!(anew.health(shift.id).unwrap().badge(), shift.to, "what was tried is what comes");
    }
}

#[test]
fn a_trial_passes_over_partners_that_are_not_scored() {
    let (mut workspace, ids, _) = workspace(2);
    at(TODAY, |moment| {
        workspace.partner_mut(ids[0]).unwrap().move_stage(Stage::Paused, today(), None, moment)
    })
    .unwrap();
    let mut board = Board::default();
    board.refresh(&workspace, today());
    let strict = ModelEdition { limits: vec![100, 90, 60], ..HealthModel::DEFAULT.edition(today()) };
    assert_eq!(tried(&workspace, strict.model().unwrap(), &board, 1), []);
    assert_eq!(tried(&Workspace::default(), HealthModel::DEFAULT, &Board::default(), 1), []);
}

/// The shifts that a model would bring, tried in steps of so many partners.
fn tried(workspace: &Workspace, model: HealthModel, now: &Board, step: usize) -> Vec<Shift> {
    let mut trial = Trial::of(workspace, model, today());
    for _ in 0..workspace.partners.len() / step {
        trial.go_on(now, step);
    }
    assert!(trial.go_on(now, step));
    trial.shifts().to_vec()
}

#[test]
fn the_course_of_a_partner_is_what_its_case_says_and_follows_its_edits() {
    let (mut workspace, ids, _) = workspace(2);
    for days in [100, 60, 30, 3] {
        let on = ago(days).to_string();
        at(TODAY, |moment| workspace.partner_mut(ids[0]).unwrap().record(touchpoint(&on), moment)).unwrap();
    }
    let mut board = Board::default();
    assert_eq!(board.course(ids[0]), None, "nothing is known before the first refresh");
    let mut check = |workspace: &Workspace| {
        board.refresh(workspace, today());
        let course = board.course(ids[0]).unwrap();
        let people = people::at(&workspace.contacts, ids[0]);
        let partner = workspace.partner(ids[0]).unwrap();
        let (model, fiscal) = (HealthModel::DEFAULT, workspace.settings.fiscal_start);
        let case = Case { id: ids[0], partner, people: &people, model: &model, fiscal };
        let scores: Vec<u8> = case.sparkline(today()).into_iter().flatten().collect();
        assert_eq!(course.scores().collect::<Vec<_>>(), scores);
        assert_eq!(course.movement(), case.movement(today()));
        assert_eq!(board.course(ids[0]), Some(course), "asked again");
        course
    };
    let before = check(&workspace);
    at(TODAY, |moment| workspace.partner_mut(ids[0]).unwrap().record(traction(TODAY), moment)).unwrap();
    assert_ne!(check(&workspace), before);
}

#[test]
fn who_is_not_scored_has_no_course() {
    let (mut workspace, ids, _) = workspace(1);
    at(TODAY, |moment| {
        workspace.partner_mut(ids[0]).unwrap().move_stage(Stage::Paused, today(), None, moment)
    })
    .unwrap();
    let mut board = Board::default();
    board.refresh(&workspace, today());
    assert_eq!(board.health(ids[0]), None);
    assert_eq!(board.course(ids[0]), None);
}
