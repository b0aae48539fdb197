//! People across partners: moving on, the last touch, and who is waiting to hear from us.

use bridgekeeper::domain::contact::{Employment, Role, RoleHeld};
use bridgekeeper::domain::health::{HealthModel, ModelEdition};
use bridgekeeper::domain::people::{self, Standing, Touch};
use bridgekeeper::domain::{
    Contact, ContactId, Id, PartnerId, Refusal, Stage, StageChange, Tier, TierChange, Touchpoint, Workspace,
};

use super::given::{TODAY, at, contact, day, id, line, partner, touchpoint};

fn acme() -> PartnerId {
    id(1)
}

fn globex() -> PartnerId {
    id(2)
}

/// Acme is Tier 2 and Globex Tier 1, both Active.
fn workspace() -> Workspace {
    let mut workspace = Workspace::default();
    for (id_of, tier) in [(acme(), Tier::Two), (globex(), Tier::One)] {
        let mut partner = partner();
        let on = day("2024-01-01");
        partner.stage_changes.insert(id(1), StageChange { on, to: Stage::Active, reason: None });
        partner.tier_changes.insert(id(1), TierChange { on, to: tier });
        workspace.partners.insert(id_of, partner.into());
    }
    workspace
}

/// Anna, champion at Acme since March 2026.
fn anna() -> Contact {
    let mut anna = contact("Anna");
    at(TODAY, |moment| anna.join(acme(), Some(line("Director")), Some(day("2026-03-01")), moment));
    at(TODAY, |moment| anna.take_role(acme(), Role::Champion, None, moment));
    anna
}

fn moved(anna: &mut Contact, to: PartnerId, on: &str) -> Result<Id<Employment>, Refusal> {
    at(TODAY, |moment| anna.move_to(to, Some(line("Chief")), day(on), moment))
}

fn touched(workspace: &mut Workspace, at: PartnerId, on: &str, with: &[ContactId]) {
    let touch = Touchpoint { with: with.to_vec(), ..touchpoint(on) };
    let all = &mut workspace.partner_mut(at).unwrap().touchpoints;
    all.insert(id(all.len() as u128 + 1), touch);
}

fn titles(contact: &Contact) -> Vec<(String, Option<String>)> {
    let title = |job: &Employment| job.title.as_ref().map(ToString::to_string).unwrap_or_default();
    let jobs = contact.employments_in_order();
    jobs.into_iter().map(|(_, job)| (title(job), job.to.map(|to| to.to_string()))).collect()
}

#[test]
fn moving_on_ends_the_employment_the_day_before_and_the_roles_with_it() {
    let mut anna = anna();
    moved(&mut anna, globex(), "2026-06-01").unwrap();
    assert_eq!(anna.employers_on(day("2026-05-31")), [acme()]);
    assert_eq!(anna.employers_on(day("2026-06-01")), [globex()]);
    assert_eq!(anna.roles_at(acme(), day("2026-05-31")), [Role::Champion]);
    assert!(anna.roles.values().all(|held| held.to == Some(day("2026-05-31"))));
    assert_eq!(
        titles(&anna),
        [("Chief".to_owned(), None), ("Director".to_owned(), Some("2026-05-31".to_owned()))],
        "the history stays, latest first"
    );
}

#[test]
fn a_person_who_comes_back_is_not_a_champion_again_by_themselves() {
    let mut anna = anna();
    moved(&mut anna, globex(), "2026-05-01").unwrap();
    moved(&mut anna, acme(), "2026-06-01").unwrap();
    assert_eq!(anna.roles_at(acme(), day(TODAY)), []);
    assert_eq!(anna.employments.len(), 3);
}

#[test]
fn a_new_title_at_the_same_partner_keeps_the_roles() {
    let mut anna = anna();
    moved(&mut anna, acme(), "2026-06-01").unwrap();
    assert_eq!(anna.roles_at(acme(), day("2026-06-01")), [Role::Champion]);
    assert_eq!(anna.employers_on(day(TODAY)), [acme()]);
}

#[test]
fn moving_on_ends_every_employment_of_the_time() {
    let mut anna = anna();
    at(TODAY, |moment| anna.join(globex(), None, None, moment));
    moved(&mut anna, id(3), "2026-06-01").unwrap();
    assert_eq!(anna.employers_on(day(TODAY)), [id::<bridgekeeper::domain::Partner>(3)]);
}

#[test]
fn nobody_moves_in_the_future_or_on_the_day_they_began() {
    let mut anna = anna();
    let before = anna.clone();
    assert!(matches!(moved(&mut anna, globex(), "2026-06-16"), Err(Refusal::InTheFuture { .. })));
    let refusal = moved(&mut anna, globex(), "2026-03-01").unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "This must not be before 2026-03-02, the day after the last employment began"
    );
    assert_eq!(anna, before);
}

#[test]
fn a_past_employment_and_a_past_role_can_be_corrected_and_removed() {
    let mut anna = anna();
    let (job, held) = (*anna.employments.keys().next().unwrap(), *anna.roles.keys().next().unwrap());
    let (from, to) = (Some(day("2025-01-01")), Some(day("2025-12-31")));
    let corrected = Employment { partner: acme(), title: None, from, to };
    assert_eq!(anna.correct_employment(job, corrected.clone()), Ok(()));
    let role = RoleHeld { partner: acme(), role: Role::Blocker, from, to: None };
    assert_eq!(anna.correct_role(held, role.clone()), Ok(()));
    assert_eq!(anna.roles_at(acme(), day("2025-06-01")), [Role::Blocker]);
    let backwards = Employment { from: to, to: from, ..corrected };
    assert!(matches!(anna.correct_employment(job, backwards), Err(Refusal::Before { .. })));
    assert!(anna.correct_role(held, RoleHeld { from: to, to: from, ..role.clone() }).is_err());
    assert_eq!((anna.remove_role(held), anna.remove_employment(job)), (Ok(()), Ok(())));
    assert_eq!((anna.employments.len(), anna.roles.len()), (0, 0));
    let gone = |what| Err(Refusal::Gone { what });
    assert_eq!(anna.correct_role(held, role), gone("This role"));
    assert_eq!(anna.remove_employment(job), gone("This employment"));
}

#[test]
fn roles_are_read_latest_first() {
    let mut anna = anna();
    let ended = RoleHeld { partner: acme(), role: Role::Gatekeeper, from: None, to: Some(day("2026-01-01")) };
    anna.roles.insert(id(1), ended);
    let roles: Vec<_> = anna.roles_in_order().into_iter().map(|(_, held)| held.role).collect();
    assert_eq!(roles, [Role::Champion, Role::Gatekeeper]);
}

#[test]
fn the_last_touch_with_a_person_is_found_at_any_partner_and_counts_only_when_they_took_part() {
    let (mut workspace, anna) = (workspace(), id(7));
    touched(&mut workspace, acme(), "2026-04-01", &[anna, id(8)]);
    touched(&mut workspace, globex(), "2026-05-01", &[anna]);
    touched(&mut workspace, globex(), "2026-06-01", &[]);
    touched(&mut workspace, acme(), "2026-06-20", &[anna]);
    let mut mail = Touchpoint { with: vec![anna], ..touchpoint("2026-06-10") };
    mail.two_way = false;
    workspace.partner_mut(acme()).unwrap().touchpoints.insert(id(99), mail);
    let last = |who| people::last_touch(&workspace, who, day(TODAY));
    assert_eq!(last(anna), Some(Touch { on: day("2026-05-01"), partner: globex() }));
    assert_eq!(last(id(8)).map(|touch| touch.partner), Some(acme()));
    assert_eq!(last(id(9)), None);
}

#[test]
fn a_person_has_their_own_tier_or_that_of_their_partner() {
    let mut workspace = workspace();
    let mut anna = anna();
    let tier = |workspace: &Workspace, anna: &Contact| people::tier_of(workspace, anna, day(TODAY));
    assert_eq!(tier(&workspace, &anna), Some(Tier::Two));
    at(TODAY, |moment| anna.join(globex(), None, None, moment));
    assert_eq!(tier(&workspace, &anna), Some(Tier::One), "the highest of several");
    anna.person.tier = Some(Tier::Four);
    assert_eq!(tier(&workspace, &anna), Some(Tier::Four));
    let mut ben = contact("Ben");
    assert_eq!(tier(&workspace, &ben), None);
    ben.person.nurture = true;
    assert_eq!(tier(&workspace, &ben), Some(Tier::One), "those to be kept in touch with");
    let mut cleo = contact("Cleo");
    at(TODAY, |moment| cleo.join(acme(), None, None, moment));
    let ended = StageChange { on: day("2026-06-01"), to: Stage::Alumni, reason: None };
    workspace.partner_mut(acme()).unwrap().stage_changes.insert(id(2), ended);
    assert_eq!(tier(&workspace, &cleo), Some(Tier::One), "the people of alumni");
}

#[test]
fn who_should_have_heard_from_us_comes_first_and_the_longest_overdue_leads() {
    let mut workspace = workspace();
    let mut add = |number, name: &str, tier: Option<Tier>| {
        let mut one = contact(name);
        one.person.tier = tier;
        workspace.contacts.insert(id(number), one.into());
    };
    add(1, "Nobody's", None);
    add(2, "Fresh", Some(Tier::One));
    add(3, "Never B", Some(Tier::One));
    add(4, "never a", Some(Tier::One));
    add(5, "Late", Some(Tier::One));
    add(6, "Later", Some(Tier::One));
    add(7, "On the day", Some(Tier::One));
    touched(&mut workspace, acme(), "2026-06-10", &[id(2)]);
    touched(&mut workspace, acme(), "2026-05-01", &[id(5)]);
    touched(&mut workspace, acme(), "2026-01-01", &[id(6)]);
    touched(&mut workspace, acme(), "2026-05-16", &[id(7)]);
    let standings = people::overdue_first(&workspace, day(TODAY));
    let name = |one: &Standing| workspace.contacts.get(&one.id).unwrap().person.name.to_string();
    let names: Vec<_> = standings.iter().map(name).collect();
    assert_eq!(names, ["Later", "Late", "never a", "Never B", "On the day", "Fresh", "Nobody's"]);
    let over: Vec<_> = standings.iter().map(|one| one.days_over(day(TODAY))).collect();
    assert_eq!(over, [Some(135), Some(15), None, None, None, None, None]);
    assert_eq!(standings[4].due, Some(day(TODAY)));
}

#[test]
fn an_edited_cadence_counts_for_people_as_it_does_for_partners() {
    let mut workspace = workspace();
    workspace.contacts.insert(id(7), anna().into());
    touched(&mut workspace, acme(), "2026-06-10", &[id(7)]);
    let due = |workspace: &Workspace| people::overdue_first(workspace, day(TODAY))[0].due;
    assert_eq!(due(&workspace), Some(day("2026-08-09")), "60 days for Tier 2");
    let weekly = ModelEdition { cadences: vec![7; 4], ..HealthModel::DEFAULT.edition(day(TODAY)) };
    at(TODAY, |moment| workspace.edit_health_model(weekly, moment)).unwrap();
    assert_eq!(due(&workspace), Some(day("2026-06-17")));
}

#[test]
fn on_an_earlier_day_the_order_was_that_of_the_day() {
    let mut workspace = workspace();
    workspace.contacts.insert(id(7), anna().into());
    touched(&mut workspace, acme(), "2026-06-10", &[id(7)]);
    assert_eq!(people::overdue_first(&workspace, day("2026-06-09"))[0].last, None);
    assert_eq!(people::overdue_first(&workspace, day("2026-02-28"))[0].tier, None, "not there yet");
}
