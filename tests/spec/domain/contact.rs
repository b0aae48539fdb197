//! People: where they work and what they are to us, on any day.

use bridgekeeper::domain::contact::Role;
use bridgekeeper::domain::{Contact, PartnerId, Refusal};

use super::given::{TODAY, at, contact, day, id, line};

fn acme() -> PartnerId {
    id(1)
}

fn globex() -> PartnerId {
    id(2)
}

fn joined(contact: &mut Contact, partner: PartnerId, title: &str, from: Option<&str>) {
    at(TODAY, |moment| contact.join(partner, Some(line(title)), from.map(day), moment));
}

fn took_role(contact: &mut Contact, partner: PartnerId, role: Role, from: Option<&str>) {
    at(TODAY, |moment| contact.take_role(partner, role, from.map(day), moment));
}

/// Anna, who works at Acme since March 2026.
fn anna() -> Contact {
    let mut anna = contact("Anna");
    joined(&mut anna, acme(), "Head of partnerships", Some("2026-03-01"));
    anna
}

fn check(contact: &Contact, on: &str, roles_at_acme: &[Role]) {
    assert_eq!(contact.roles_at(acme(), day(on)), roles_at_acme, "on {on}");
}

#[test]
fn a_person_works_somewhere_from_the_first_day_to_the_last() {
    let mut anna = anna();
    anna.leave(acme(), day("2026-05-31")).unwrap();
    let works = |on| anna.works_at(acme(), day(on));
    assert_eq!(
        ["2026-02-28", "2026-03-01", "2026-05-31", "2026-06-01"].map(works),
        [false, true, true, false]
    );
}

#[test]
fn an_absent_first_day_means_since_ever_and_an_absent_last_day_until_further_notice() {
    let mut ben = contact("Ben");
    joined(&mut ben, acme(), "Founder", None);
    assert!(ben.works_at(acme(), day("1900-01-01")));
    assert!(ben.works_at(acme(), day("2200-12-31")));
    assert!(!ben.works_at(globex(), day(TODAY)));
}

#[test]
fn of_several_employments_the_one_begun_last_holds() {
    let mut anna = anna();
    joined(&mut anna, acme(), "Founder", None);
    joined(&mut anna, acme(), "Chief executive", Some("2026-05-01"));
    let title =
        |on| anna.employment_at(acme(), day(on)).and_then(|(_, job)| job.title.clone()).unwrap().to_string();
    assert_eq!(title("2026-02-01"), "Founder");
    assert_eq!(title("2026-04-30"), "Head of partnerships");
    assert_eq!(title("2026-05-01"), "Chief executive");
}

#[test]
fn leaving_keeps_the_history() {
    let mut anna = anna();
    took_role(&mut anna, acme(), Role::Champion, None);
    anna.leave(acme(), day("2026-05-31")).unwrap();
    joined(&mut anna, globex(), "Director", Some("2026-06-01"));
    assert_eq!(anna.employments.len(), 2);
    check(&anna, "2026-05-31", &[Role::Champion]);
    assert!(anna.works_at(globex(), day("2026-06-01")));
}

#[test]
fn a_role_is_current_only_while_the_person_works_there() {
    let mut anna = anna();
    took_role(&mut anna, acme(), Role::Champion, None);
    check(&anna, "2026-02-28", &[]);
    check(&anna, "2026-03-01", &[Role::Champion]);
    anna.leave(acme(), day("2026-05-31")).unwrap();
    check(&anna, "2026-05-31", &[Role::Champion]);
    check(&anna, "2026-06-01", &[]);
}

#[test]
fn a_role_without_an_employment_is_never_current() {
    let mut ben = contact("Ben");
    took_role(&mut ben, acme(), Role::Champion, None);
    check(&ben, TODAY, &[]);
    assert_eq!(ben.roles_at(globex(), day(TODAY)), []);
}

#[test]
fn a_role_at_one_partner_is_none_at_another() {
    let mut anna = anna();
    joined(&mut anna, globex(), "Adviser", None);
    took_role(&mut anna, globex(), Role::Blocker, None);
    check(&anna, TODAY, &[]);
    assert_eq!(anna.roles_at(globex(), day(TODAY)), [Role::Blocker]);
}

#[test]
fn a_role_runs_from_its_first_day_to_its_last() {
    let mut anna = anna();
    took_role(&mut anna, acme(), Role::Champion, Some("2026-04-01"));
    anna.give_up_role(acme(), Role::Champion, day("2026-04-30"));
    check(&anna, "2026-03-31", &[]);
    check(&anna, "2026-04-01", &[Role::Champion]);
    check(&anna, "2026-04-30", &[Role::Champion]);
    check(&anna, "2026-05-01", &[]);
    assert_eq!(anna.roles.len(), 1);
}

#[test]
fn giving_up_one_role_keeps_the_others() {
    let mut anna = anna();
    took_role(&mut anna, acme(), Role::Counterpart, None);
    took_role(&mut anna, acme(), Role::Champion, None);
    took_role(&mut anna, acme(), Role::Champion, None);
    check(&anna, TODAY, &[Role::Champion, Role::Counterpart]);
    anna.give_up_role(acme(), Role::Champion, day("2026-06-14"));
    check(&anna, TODAY, &[Role::Counterpart]);
}

/// Only the employment begun last was ended, so the person went on working there.
#[test]
fn leaving_ends_every_employment_there_and_none_elsewhere() {
    let mut anna = anna();
    joined(&mut anna, acme(), "Board member", Some("2026-04-01"));
    joined(&mut anna, globex(), "Adviser", None);
    assert_eq!(anna.leave(acme(), day("2026-05-31")), Ok(()));
    assert!(!anna.works_at(acme(), day("2026-06-01")));
    assert!(anna.works_at(globex(), day("2026-06-01")));
}

/// Roles stayed open, so a person who came back was a champion again without having been asked.
#[test]
fn who_comes_back_has_no_role_until_taking_one_again() {
    let mut anna = anna();
    took_role(&mut anna, acme(), Role::Champion, None);
    took_role(&mut anna, globex(), Role::Champion, None);
    anna.leave(acme(), day("2026-05-31")).unwrap();
    joined(&mut anna, acme(), "Director", Some("2026-06-10"));
    joined(&mut anna, globex(), "Adviser", None);
    check(&anna, "2026-05-31", &[Role::Champion]);
    check(&anna, TODAY, &[]);
    assert_eq!(anna.roles_at(globex(), day(TODAY)), [Role::Champion]);
}

/// All of these were refused as "not here any more, it may have been deleted in another tab".
#[test]
fn one_leaves_on_a_day_one_works_there() {
    let sentence = |contact: &Contact, last_day| {
        contact.clone().leave(acme(), day(last_day)).map_err(|refusal| refusal.to_string())
    };
    let mut left = anna();
    left.leave(acme(), day("2026-05-31")).unwrap();
    assert_eq!(
        sentence(&anna(), "2026-02-28"),
        Err("This must not be before 2026-03-01, the first day".into())
    );
    assert_eq!(
        sentence(&left, "2026-06-01"),
        Err("This must not be after 2026-05-31, the last day there".into())
    );
    assert_eq!(sentence(&left, "2026-05-30"), Ok(()));
    assert_eq!(contact("Ben").leave(acme(), day(TODAY)), Err(Refusal::Gone { what: "This employment" }));
}

#[test]
fn one_can_begin_and_leave_on_the_same_day() {
    let mut anna = anna();
    assert_eq!(anna.leave(acme(), day("2026-03-01")), Ok(()));
    assert!(anna.works_at(acme(), day("2026-03-01")));
    assert!(!anna.works_at(acme(), day("2026-03-02")));
}

#[test]
fn a_person_plays_one_role_from_today_on_and_the_one_before_ends_yesterday() {
    let mut anna = anna();
    took_role(&mut anna, acme(), Role::Counterpart, Some("2026-03-01"));
    at(TODAY, |moment| anna.play(acme(), Some(Role::Champion), moment));
    check(&anna, "2026-06-14", &[Role::Counterpart]);
    check(&anna, TODAY, &[Role::Champion]);
    at(TODAY, |moment| anna.play(acme(), Some(Role::Champion), moment));
    assert_eq!(anna.roles.len(), 2, "the same role again changes nothing");
    at(TODAY, |moment| anna.play(acme(), None, moment));
    check(&anna, TODAY, &[]);
    assert_eq!(anna.roles.len(), 1, "a role taken and given up on one day leaves no trace");
}

#[test]
fn a_title_is_corrected_where_the_person_works_and_nowhere_else() {
    let mut anna = anna();
    anna.retitle(acme(), Some(line("Partner lead")), day(TODAY)).unwrap();
    let (_, job) = anna.employment_at(acme(), day(TODAY)).unwrap();
    assert_eq!(job.title, Some(line("Partner lead")));
    assert_eq!(
        anna.retitle(globex(), None, day(TODAY)),
        Err(Refusal::Gone { what: "This employment" })
    );
}
