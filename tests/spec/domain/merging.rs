//! Two records of one partner, or of one person, become one.

use std::collections::BTreeSet;

use bridgekeeper::domain::contact::Role;
use bridgekeeper::domain::script::Answer;
use bridgekeeper::domain::text::EmailAddress;
use bridgekeeper::domain::{
    ContactId, CustomField, Link, LinkAddress, Moment, Note, PartnerId, Refusal, Stage, Workspace, listing,
};
use bridgekeeper::library::sample;
use bridgekeeper::storage::records;

use super::given::{TODAY, at, contact, day, domain, line, new_partner, tag, touchpoint};

fn note(text: &str) -> Option<Note> {
    Note::parse_optional(text).unwrap()
}

fn said(note: &Option<Note>) -> &str {
    note.as_ref().map_or("", Note::as_str)
}

fn mail(text: &str) -> Option<EmailAddress> {
    EmailAddress::parse_optional(text).unwrap()
}

/// Acme stays, Acme Ltd goes.
fn two() -> (Workspace, PartnerId, PartnerId) {
    let mut workspace = Workspace::default();
    let mut add = |name| at(TODAY, |moment| workspace.add_partner(new_partner(name), moment)).unwrap();
    let (stays, gone) = (add("Acme"), add("Acme Ltd"));
    (workspace, stays, gone)
}

fn merge(workspace: &mut Workspace, stays: PartnerId, gone: PartnerId) -> Result<(), Refusal> {
    at(TODAY, |moment| workspace.merge_partners(stays, gone, moment))
}

#[test]
fn every_record_moves_over_under_its_own_id_and_the_other_is_gone() {
    let (mut workspace, stays, gone) = two();
    let ours = at(TODAY, |moment| {
        workspace.partner_mut(stays).unwrap().record(touchpoint("2026-06-01"), moment).unwrap()
    });
    let theirs = at(TODAY, |moment| {
        workspace.partner_mut(gone).unwrap().record(touchpoint("2026-05-01"), moment).unwrap()
    });
    workspace.partner_mut(gone).unwrap().add_tag(tag("cloud")).unwrap();
    merge(&mut workspace, stays, gone).unwrap();
    assert_eq!(workspace.partners.len(), 1);
    let merged = workspace.partner(stays).unwrap();
    assert_eq!(merged.touchpoints.keys().copied().collect::<Vec<_>>(), [ours, theirs]);
    assert_eq!(merged.tags.values().map(|tag| tag.as_str().to_owned()).collect::<Vec<_>>(), ["cloud"]);
}

/// Once a kind of record could be named and not taken, and no test saw it.
#[test]
fn of_every_kind_of_record_in_the_sample_each_moves_over() {
    let mut bits = 0;
    let mut next_bits = || {
        bits += 1;
        bits
    };
    let mut moment = Moment::new(day(TODAY), &mut next_bits);
    let mut workspace = Workspace::default();
    sample::fill(&mut workspace, &mut moment).unwrap();
    let mut kinds = BTreeSet::new();
    for gone in workspace.partners.keys().copied().collect::<Vec<_>>() {
        let stays = workspace.add_partner(new_partner("Acme"), &mut moment).unwrap();
        let before = paths(&workspace, gone);
        let others = ["stages/", "tiers/", "links/", "fields/", "tags/", "endings/"];
        let before: Vec<_> = before.into_iter().filter(|path| path.contains('/')).collect();
        if workspace.merge_partners(stays, gone, &mut moment).is_err() {
            assert!(
                before.iter().any(|path| path.starts_with("endings/")),
                "only an ending stands in the way"
            );
            workspace.partners.remove(&stays);
            continue;
        }
        let after = paths(&workspace, stays);
        for path in before.iter().filter(|path| !others.iter().any(|other| path.starts_with(other))) {
            assert!(after.contains(path), "{path} was left behind");
            kinds.extend(path.split('/').next().map(str::to_owned));
        }
        workspace.partners.remove(&stays);
    }
    // Answers are not in the sample; they have a test of their own.
    let shown = [
        "adjustments",
        "asks",
        "breaches",
        "briefs",
        "commitments",
        "copies",
        "decision",
        "deferrals",
        "escalations",
        "fit",
        "ledger",
        "marks",
        "meetings",
        "milestones",
        "notes",
        "objections",
        "probes",
        "pulses",
        "runs",
        "signals",
        "stakeholders",
        "touchpoints",
        "traction",
    ];
    for kind in shown {
        assert!(
            kinds.contains(kind),
            "the sample shows no {kind}, so nothing is proven of it; seen: {kinds:?}"
        );
    }
}

/// The paths of all records a partner would be stored in.
fn paths(workspace: &Workspace, partner: PartnerId) -> BTreeSet<String> {
    let key = records::partner_key(partner).unwrap();
    let changes = records::changes(&Workspace::default(), workspace, |_, _| None).unwrap();
    changes
        .into_iter()
        .filter(|change| change.document == key)
        .map(|change| change.path.to_string())
        .collect()
}

#[test]
fn the_one_that_stays_keeps_its_words_and_takes_what_it_lacks() {
    let (mut workspace, stays, gone) = two();
    let one = workspace.partner_mut(stays).unwrap();
    one.profile.domain = domain("acme.example");
    one.profile.notes = note("Met at the fair.");
    one.profile.tracked_from = day("2026-03-01");
    let stages = one.stage_changes.clone();
    let other = workspace.partner_mut(gone).unwrap();
    other.profile.domain = domain("acme-ltd.example");
    other.profile.owner = Some(line("Ben"));
    other.profile.notes = note("Old contract.");
    other.profile.tracked_from = day("2026-01-01");
    at(TODAY, |moment| other.move_stage(Stage::Qualifying, day(TODAY), None, moment)).unwrap();
    merge(&mut workspace, stays, gone).unwrap();
    let merged = workspace.partner(stays).unwrap();
    assert_eq!(merged.profile.name.as_str(), "Acme");
    assert_eq!(merged.profile.domain, domain("acme.example"));
    assert_eq!(merged.profile.owner, Some(line("Ben")), "what was missing is filled in");
    assert_eq!(said(&merged.profile.notes), "Met at the fair.\n\nOld contract.\n\nAcme Ltd");
    assert_eq!(merged.profile.tracked_from, day("2026-01-01"));
    assert_eq!(merged.stage_changes, stages, "the stages of one partner cannot be those of two");
    let links: Vec<_> = merged.links.values().map(|link| link.address.as_str().to_owned()).collect();
    assert_eq!(links, ["https://acme-ltd.example"]);
}

#[test]
fn links_and_fields_line_up_behind_and_nothing_stands_twice() {
    let (mut workspace, stays, gone) = two();
    let link = |text: &str| Link::new(None, LinkAddress::parse(text).unwrap());
    for (id, addresses) in [(stays, ["a.example", "b.example"]), (gone, ["b.example", "c.example"])] {
        let partner = workspace.partner_mut(id).unwrap();
        for address in addresses {
            at(TODAY, |moment| listing::add(&mut partner.links, link(address), moment)).unwrap();
        }
    }
    for (id, number) in [(stays, "1"), (gone, "2")] {
        let partner = workspace.partner_mut(id).unwrap();
        let field = CustomField::new(line("Contract"), line(number));
        at(TODAY, |moment| listing::add(&mut partner.fields, field, moment)).unwrap();
    }
    merge(&mut workspace, stays, gone).unwrap();
    let merged = workspace.partner(stays).unwrap();
    let links: Vec<_> = listing::in_order(&merged.links)
        .into_iter()
        .map(|(_, link)| link.address.as_str().to_owned())
        .collect();
    assert_eq!(links, ["https://a.example", "https://b.example", "https://c.example"]);
    assert_eq!(merged.fields.len(), 1, "no partner has two fields of one name");
    assert!(said(&merged.profile.notes).contains("Contract: 2"), "what the other said is not lost");
}

#[test]
fn people_keep_their_places_and_have_none_twice() {
    let (mut workspace, stays, gone) = two();
    let mut ana = contact("Ana");
    at(TODAY, |moment| {
        ana.join(stays, None, None, moment);
        ana.join(gone, Some(line("Partner lead")), None, moment);
        ana.take_role(gone, Role::Champion, None, moment);
    });
    let mut ben = contact("Ben");
    at(TODAY, |moment| ben.join(gone, None, Some(day("2025-01-01")), moment));
    let (ana, ben) =
        at(TODAY, |moment| (workspace.add_contact(ana, moment), workspace.add_contact(ben, moment)));
    merge(&mut workspace, stays, gone).unwrap();
    let today = day(TODAY);
    let ana = workspace.contacts.get(&ana).unwrap();
    assert_eq!(ana.employments.len(), 1);
    let (_, job) = ana.employment_at(stays, today).unwrap();
    assert_eq!(job.title, Some(line("Partner lead")), "a title fills the gap");
    assert_eq!(ana.roles_at(stays, today), [Role::Champion]);
    let ben = workspace.contacts.get(&ben).unwrap();
    assert_eq!(ben.employment_at(stays, today).unwrap().1.from, Some(day("2025-01-01")));
}

#[test]
fn what_cannot_be_merged_is_refused_and_nothing_changes() {
    let (mut workspace, stays, gone) = two();
    let before = workspace.clone();
    assert_eq!(merge(&mut workspace, stays, stays), Err(Refusal::MergedWithItself));
    let full = "x".repeat(Note::MOST);
    workspace.partner_mut(stays).unwrap().profile.notes = note(&full);
    let with_notes = workspace.clone();
    assert!(matches!(merge(&mut workspace, stays, gone), Err(Refusal::TooLong { .. })));
    assert_eq!(workspace, with_notes);
    workspace = before;
    workspace.remove_partner(gone).unwrap();
    assert_eq!(merge(&mut workspace, stays, gone), Err(Refusal::Gone { what: "This partner" }));
}

/// Two people at one partner, and a touchpoint with both.
fn two_people() -> (Workspace, PartnerId, ContactId, ContactId) {
    let mut workspace = Workspace::default();
    let partner = at(TODAY, |moment| workspace.add_partner(new_partner("Acme"), moment)).unwrap();
    let mut stays = contact("Ana Berg");
    stays.person.email = mail("ana@acme.example");
    let mut gone = contact("A. Berg");
    gone.person.email = mail("berg@acme.example");
    gone.person.phone = Some(line("+49 30 1"));
    gone.person.nurture = true;
    gone.research.path = note("Built the first portal.");
    let (stays, gone) = at(TODAY, |moment| {
        stays.join(partner, None, None, moment);
        gone.join(partner, None, None, moment);
        (workspace.add_contact(stays, moment), workspace.add_contact(gone, moment))
    });
    (workspace, partner, stays, gone)
}

#[test]
fn a_person_keeps_their_words_and_what_differs_goes_into_the_notes() {
    let (mut workspace, partner, stays, gone) = two_people();
    workspace.merge_contacts(stays, gone).unwrap();
    assert_eq!(workspace.contacts.len(), 1);
    let merged = workspace.contacts.get(&stays).unwrap();
    assert_eq!(merged.person.name.as_str(), "Ana Berg");
    assert_eq!(merged.person.email, mail("ana@acme.example"));
    assert_eq!(merged.person.phone, Some(line("+49 30 1")));
    assert!(merged.person.nurture);
    assert_eq!(said(&merged.person.notes), "A. Berg\nberg@acme.example");
    assert_eq!(said(&merged.research.path), "Built the first portal.");
    assert_eq!(merged.employments.len(), 1);
    assert!(merged.works_at(partner, day(TODAY)));
}

#[test]
fn whatever_named_the_person_names_the_one_that_stays() {
    let (mut workspace, partner, stays, gone) = two_people();
    let dossier = workspace.partner_mut(partner).unwrap();
    let mut both = touchpoint("2026-06-01");
    both.with = vec![gone, stays];
    let mut one = touchpoint("2026-06-02");
    one.with = vec![gone];
    let (both, one) =
        at(TODAY, |moment| (dossier.record(both, moment).unwrap(), dossier.record(one, moment).unwrap()));
    let answer = |contact, field: &str, text: &str| Answer {
        field: field.to_owned(),
        text: text.to_owned(),
        on: day(TODAY),
        contact: Some(contact),
    };
    for answer in
        [answer(gone, "hobby", "Sailing"), answer(gone, "city", "Bonn"), answer(stays, "city", "Berlin")]
    {
        dossier.remember_answer(&answer).unwrap();
    }
    workspace.merge_contacts(stays, gone).unwrap();
    let dossier = workspace.partner(partner).unwrap();
    assert_eq!(dossier.entry(both).unwrap().with, [stays]);
    assert_eq!(dossier.entry(one).unwrap().with, [stays]);
    let told = |field| dossier.answer(field, Some(stays)).map(|answer| answer.text);
    assert_eq!(told("hobby").as_deref(), Some("Sailing"));
    assert_eq!(told("city").as_deref(), Some("Berlin"), "what the one that stays said holds");
    let sealed = dossier.answers.values().any(|sealed| sealed.text().contains(&gone.to_string()));
    assert!(!sealed, "nobody is named who is not here");
}
