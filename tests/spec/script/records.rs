//! What the records of one partner say, and nothing of another's.

use bridgekeeper::catalogue::letter;
use bridgekeeper::domain::script::records::{RecordField, Subject, people_of};
use bridgekeeper::domain::{Contact, Settings, Touchpoint, Workspace};

use super::given::{Filled, add, filled, today};
use crate::domain::given::{at, day, id, line, new_partner, person, touchpoint};

fn says(filled: &Filled, field: RecordField) -> Option<String> {
    let subject = Subject::of(&filled.workspace, Some(filled.partner), Some(filled.contact), today());
    subject.value(field).map(|value| letter::value(&value))
}

#[test]
fn every_field_is_filled_from_full_records() {
    let filled = filled("A");
    let expected = [
        (RecordField::ContactFirstName, "Ana"),
        (RecordField::Contact, "Dr. Ana Person"),
        (RecordField::ContactTitle, "A lead"),
        (RecordField::Partner, "A Company"),
        (RecordField::Me, "Mara Us"),
        (RecordField::MyCompany, "Our Works"),
        (RecordField::Today, "15 June 2026"),
        (RecordField::Quarter, "Q1 2026"),
        (RecordField::MonthsTogether, "11"),
        (RecordField::LastTouchDate, "10 June 2026"),
        (RecordField::LastTopic, "A hiring"),
        (
            RecordField::OpenCommitments,
            "- A price list (Our Works, by 20 June 2026)\n- A price list (A Ben, by 20 June 2026)",
        ),
        (RecordField::OurOpenCommitments, "- A price list (Our Works, by 20 June 2026)"),
        (RecordField::TheirOpenCommitments, "- A price list (A Ben, by 20 June 2026)"),
        (RecordField::MissedMilestones, "- A pilot (due 1 June 2026)"),
        (RecordField::RecentResults, "- Win: A harbour (2 February 2026)"),
        (RecordField::ZombieDay, "1 October 2026"),
        (RecordField::Ask, "A sells it"),
        (RecordField::SuccessPicture, "A ten customers"),
    ];
    assert_eq!(expected.len(), RecordField::ALL.len());
    for (field, words) in expected {
        assert_eq!(says(&filled, field).as_deref(), Some(words), "{}", field.name());
    }
}

#[test]
fn empty_records_say_that_there_is_nothing_or_leave_the_field_to_be_asked() {
    let mut workspace = Workspace::default();
    let partner =
        at(super::given::TODAY, |moment| workspace.add_partner(new_partner("Bare"), moment)).unwrap();
    let subject = Subject::of(&workspace, Some(partner), None, today());
    let said = |field: RecordField| subject.value(field).map(|value| letter::value(&value));
    for field in RecordField::ALL {
        let is_known = matches!(field, RecordField::Partner | RecordField::Today | RecordField::Quarter);
        assert_eq!(said(*field).is_some(), is_known || field.is_list(), "{}", field.name());
    }
    assert_eq!(said(RecordField::OurOpenCommitments).as_deref(), Some("Nothing is open on our side."));
    assert_eq!(said(RecordField::OpenCommitments).as_deref(), Some("Nothing is open between us."));
}

#[test]
fn without_a_partner_only_the_settings_and_the_calendar_speak() {
    let filled = filled("A");
    let subject = Subject::of(&filled.workspace, None, Some(filled.contact), today());
    for field in RecordField::ALL {
        let is_ours = matches!(
            field,
            RecordField::Me | RecordField::MyCompany | RecordField::Today | RecordField::Quarter
        );
        assert_eq!(subject.value(*field).is_some(), is_ours, "{}", field.name());
    }
}

#[test]
fn no_field_of_another_partner_appears() {
    let mut filled = filled("A");
    let (other, other_person) = add(&mut filled.workspace, "Z");
    let of = |partner, contact, field: RecordField| {
        let subject = Subject::of(&filled.workspace, Some(partner), Some(contact), today());
        subject.value(field).map(|value| letter::value(&value)).unwrap_or_default()
    };
    for field in RecordField::ALL {
        assert!(!of(filled.partner, filled.contact, *field).contains('Z'), "{}", field.name());
        // Somebody of the other partner is nobody here.
        assert!(!of(filled.partner, other_person, *field).contains('Z'), "{}", field.name());
        assert!(!of(other, filled.contact, *field).contains("A "), "{}", field.name());
    }
    assert_eq!(people_of(&filled.workspace, filled.partner, today()), [filled.contact]);
}

#[test]
fn somebody_who_moved_takes_only_their_name_along() {
    let mut filled = filled("A");
    let (other, _) = add(&mut filled.workspace, "Z");
    at(super::given::TODAY, |moment| {
        let contact = filled.workspace.contact_mut(filled.contact).unwrap();
        contact.move_to(other, Some(line("Z chief")), day("2026-06-12"), moment).unwrap();
    });
    assert_eq!(says(&filled, RecordField::ContactFirstName).as_deref(), Some("Ana"));
    assert_eq!(says(&filled, RecordField::ContactTitle), None);
    assert_eq!(people_of(&filled.workspace, filled.partner, today()), [filled.contact]);
}

#[test]
fn a_talk_with_somebody_else_is_not_recalled() {
    let mut filled = filled("A");
    at(super::given::TODAY, |moment| {
        let partner = filled.workspace.partner_mut(filled.partner).unwrap();
        let other = Touchpoint { with: vec![id(77)], ..touchpoint("2026-06-14") };
        partner.record(other, moment).unwrap();
    });
    assert_eq!(says(&filled, RecordField::LastTouchDate).as_deref(), Some("10 June 2026"));
}

#[test]
fn who_is_there_comes_before_who_left_and_the_counterpart_first() {
    let mut filled = filled("M");
    let (former, colleague) = at(super::given::TODAY, |moment| {
        let mut former = Contact::new(person("Aaron Former"));
        former.join(filled.partner, None, None, moment);
        former.leave(filled.partner, day("2026-01-01")).unwrap();
        let mut colleague = Contact::new(person("Bea Colleague"));
        colleague.join(filled.partner, None, None, moment);
        (filled.workspace.add_contact(former, moment), filled.workspace.add_contact(colleague, moment))
    });
    let people = people_of(&filled.workspace, filled.partner, today());
    assert_eq!(people, [filled.contact, colleague, former]);
}

#[test]
fn months_are_whole() {
    let mut filled = filled("A");
    filled.workspace.change_settings(Settings::default());
    let mut months = |on: &str| {
        filled.workspace.partner_mut(filled.partner).unwrap().profile.launched_on = Some(day(on));
        says(&filled, RecordField::MonthsTogether)
    };
    assert_eq!(months("2026-06-15").as_deref(), Some("0"));
    assert_eq!(months("2026-05-15").as_deref(), Some("1"));
    assert_eq!(months("2025-05-16").as_deref(), Some("12"));
    assert_eq!(months("2026-06-16"), None);
}
