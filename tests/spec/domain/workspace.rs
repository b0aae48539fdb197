//! The workspace: partners, people and settings together.

use bridgekeeper::domain::health::HealthModel;
use bridgekeeper::domain::view::{Columns, Filter, SavedView, Sorting};
use bridgekeeper::domain::workspace::NewPartner;
use bridgekeeper::domain::{
    Field, FiscalStart, PartnerId, Profile, Refusal, Settings, Stage, Tier, Workspace,
};

use super::given::{TODAY, at, contact, day, domain, id, line, new_partner, partner, profile};

fn added(workspace: &mut Workspace, new: NewPartner) -> PartnerId {
    at(TODAY, |moment| workspace.add_partner(new, moment)).unwrap()
}

fn with_domain(name: &str, text: &str) -> NewPartner {
    NewPartner { domain: domain(text), ..new_partner(name) }
}

/// Whether a second partner with this domain is refused, when the first has `example.com`.
fn check(second: &str, is_taken: bool) {
    let mut workspace = Workspace::default();
    added(&mut workspace, with_domain("Acme", "example.com"));
    let result = at(TODAY, |moment| workspace.add_partner(with_domain("Globex", second), moment));
    assert_eq!(result.is_err(), is_taken, "{second}");
    assert_eq!(workspace.partners.len(), if is_taken { 1 } else { 2 }, "{second}");
}

#[test]
fn a_new_partner_begins_today() {
    let mut workspace = Workspace::default();
    let id = added(
        &mut workspace,
        NewPartner { tier: Tier::One, stage: Stage::Qualifying, ..new_partner("Acme") },
    );
    let partner = workspace.partner(id).unwrap();
    assert_eq!(partner.profile.tracked_from, day(TODAY));
    assert_eq!(partner.in_stage_since(day(TODAY)), Some(day(TODAY)));
    assert_eq!((partner.stage_on(day(TODAY)), partner.tier_on(day(TODAY))), (Stage::Qualifying, Tier::One));
    assert_eq!(partner.profile.launched_on, None);
}

#[test]
fn the_first_tier_is_dated_like_the_first_stage() {
    let mut workspace = Workspace::default();
    let id = added(&mut workspace, new_partner("Acme"));
    let partner = workspace.partner(id).unwrap();
    let stage_days: Vec<_> = partner.stage_changes.values().map(|change| change.on).collect();
    let tier_days: Vec<_> = partner.tier_changes.values().map(|change| change.on).collect();
    assert_eq!(stage_days, tier_days);
}

#[test]
fn a_partner_that_begins_worked_with_is_launched_today() {
    for stage in Stage::ALL {
        let mut workspace = Workspace::default();
        let id = added(&mut workspace, NewPartner { stage, ..new_partner("Acme") });
        let launched_on = workspace.partner(id).unwrap().profile.launched_on;
        assert_eq!(launched_on, stage.is_worked_with().then(|| day(TODAY)), "{}", stage.name());
    }
}

#[test]
fn two_partners_never_share_a_domain_however_it_is_spelled() {
    for same in ["example.com", "https://www.Example.com/path", "EXAMPLE.COM.", "example.com:443"] {
        check(same, true);
    }
    for other in ["shop.example.com", "example.org", ""] {
        check(other, false);
    }
}

#[test]
fn the_refusal_names_the_partner_that_has_the_domain() {
    let mut workspace = Workspace::default();
    added(&mut workspace, with_domain("Acme", "example.com"));
    let refusal =
        at(TODAY, |moment| workspace.add_partner(with_domain("Globex", "example.com"), moment)).unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "Acme already has the domain example.com. Open that partner, or leave the domain empty here"
    );
    assert_eq!(refusal.field(), Some(Field::Domain));
}

#[test]
fn partners_may_share_a_name_and_many_may_have_no_domain() {
    let mut workspace = Workspace::default();
    added(&mut workspace, new_partner("Acme"));
    added(&mut workspace, new_partner("Acme"));
    assert_eq!(workspace.partners.len(), 2);
    assert_eq!(workspace.shared_domains(), []);
}

#[test]
fn a_partner_keeps_its_own_domain_when_its_profile_is_edited_and_cannot_take_another_ones() {
    let mut workspace = Workspace::default();
    let acme = added(&mut workspace, with_domain("Acme", "example.com"));
    let globex = added(&mut workspace, with_domain("Globex", "globex.example"));
    let edited = Profile { name: line("Acme West"), domain: domain("example.com"), ..profile() };
    assert_eq!(at(TODAY, |moment| workspace.edit_profile(acme, edited.clone(), moment)), Ok(()));
    assert_eq!(workspace.partner(acme).unwrap().profile.name, line("Acme West"));
    let before = workspace.clone();
    let refusal = at(TODAY, |moment| workspace.edit_profile(globex, edited, moment)).unwrap_err();
    assert!(matches!(refusal, Refusal::DomainTaken { .. }));
    assert_eq!(workspace, before);
}

#[test]
fn a_domain_that_two_tabs_gave_twice_is_shown_and_nothing_is_lost() {
    let mut workspace = Workspace::default();
    for number in 1..=3 {
        let mut partner = partner();
        partner.profile.domain = domain(if number < 3 { "example.com" } else { "example.org" });
        workspace.partners.insert(id(number), partner.into());
    }
    assert_eq!(workspace.shared_domains(), [(domain("example.com").unwrap(), vec![id(1), id(2)])]);
}

#[test]
fn a_removed_partner_frees_its_domain() {
    let mut workspace = Workspace::default();
    let acme = added(&mut workspace, with_domain("Acme", "example.com"));
    assert_eq!(workspace.remove_partner(acme), Ok(()));
    added(&mut workspace, with_domain("Globex", "example.com"));
}

#[test]
fn what_is_gone_is_refused_by_name() {
    let mut workspace = Workspace::default();
    let partner = Refusal::Gone { what: "This partner" };
    let person = Refusal::Gone { what: "This person" };
    assert_eq!(workspace.partner(id(1)), None);
    assert_eq!(workspace.partner_mut(id(1)).err(), Some(partner.clone()));
    assert_eq!(at(TODAY, |moment| workspace.edit_profile(id(1), profile(), moment)), Err(partner.clone()));
    assert_eq!(workspace.remove_partner(id(1)), Err(partner));
    assert_eq!(workspace.contact_mut(id(1)).err(), Some(person.clone()));
    assert_eq!(workspace.remove_contact(id(1)), Err(person));
}

#[test]
fn a_person_outlives_the_partner_they_worked_for() {
    let mut workspace = Workspace::default();
    let acme = added(&mut workspace, new_partner("Acme"));
    let mut anna = contact("Anna");
    at(TODAY, |moment| anna.join(acme, None, None, moment));
    let anna = at(TODAY, |moment| workspace.add_contact(anna, moment));
    workspace.remove_partner(acme).unwrap();
    assert!(workspace.contacts.get(&anna).unwrap().works_at(acme, day(TODAY)));
    assert_eq!(workspace.remove_contact(anna), Ok(()));
    assert!(workspace.contacts.is_empty());
}

#[test]
fn a_copy_does_not_feel_what_happens_to_the_original() {
    let mut workspace = Workspace::default();
    let acme = added(&mut workspace, new_partner("Acme"));
    let before = workspace.clone();
    workspace.partner_mut(acme).unwrap().profile.name = line("Acme West");
    assert_eq!(before.partner(acme).unwrap().profile.name, line("Acme"));
}

#[test]
fn settings_are_replaced_as_a_whole() {
    let mut workspace = Workspace::default();
    assert_eq!(workspace.settings.fiscal_start, FiscalStart::JANUARY);
    let april = Settings { fiscal_start: FiscalStart::new(4).unwrap(), ..Settings::default() };
    workspace.change_settings(april.clone());
    assert_eq!(*workspace.settings, april);
}

/// The page shows what changed by this; the health model was left out once, and an edit of it would not have been shown.
#[test]
fn a_copy_is_the_same_until_anything_in_it_is_changed() {
    type Edit = fn(&mut Workspace);
    let edits: [(&str, Edit); 5] = [
        ("a partner", |workspace| {
            added(workspace, new_partner("Acme"));
        }),
        ("a person", |workspace| {
            at(TODAY, |moment| workspace.add_contact(contact("Anna"), moment));
        }),
        ("a view", |workspace| {
            let view =
                SavedView::new(line("Mine"), Filter::default(), Sorting::default(), Columns::default());
            at(TODAY, |moment| workspace.save_view(view, moment)).unwrap();
        }),
        ("the settings", |workspace| workspace.change_settings(Settings::default())),
        ("the health model", |workspace| {
            let edition = HealthModel::DEFAULT.edition(day(TODAY));
            at(TODAY, |moment| workspace.edit_health_model(edition, moment)).unwrap();
        }),
    ];
    let before = Workspace::default();
    assert!(before.is_same(&before.clone()));
    for (what, edit) in edits {
        let mut after = before.clone();
        edit(&mut after);
        assert!(!before.is_same(&after), "{what}");
    }
}
