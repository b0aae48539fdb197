//! Between the domain and the documents.

use bridgekeeper::domain::contact::Role;
use bridgekeeper::domain::fact::{Breach, BreachKind, Deferral, Fact};
use bridgekeeper::domain::listing::{self, Listed};
use bridgekeeper::domain::script::Answer;
use bridgekeeper::domain::{
    Columns, Contact, CustomField, Field, Filter, FiscalStart, HealthModel, Line, Link, LinkAddress, Moment,
    Note, PartnerId, Refusal, SavedView, Settings, Sorting, Tag, Workspace,
};
use bridgekeeper::library::scripts::built_in;
use bridgekeeper::storage::records::{contact_key, partner_key};
use bridgekeeper::storage::{Change, MemoryArea, RecordPath};
use proptest::prelude::*;
use serde_json::value::RawValue;

use super::given::{Clock, add, change, log, new_partner, notes, person, tab, touchpoint};

fn change_of(document: bridgekeeper::storage::DocumentKey, path: &str, text: &str) -> Change {
    Change {
        document,
        path: RecordPath::new(path).unwrap(),
        value: Some(RawValue::from_string(text.to_owned()).unwrap()),
    }
}

#[test]
fn every_kind_of_document_is_read_as_it_was_written() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    let id = add(&mut session, &mut clock, "Northwind");
    change(&mut session, &mut clock, "Add person", |workspace, moment| {
        let mut contact = Contact::new(person("Ana Sample"));
        contact.join(id, None, None, moment);
        contact.play(id, Some(Role::Champion), moment);
        contact.research.said = Note::parse_optional("A talk on handovers")?;
        listing::add(&mut contact.links, Link::new(None, LinkAddress::parse("tel:123")?), moment)?;
        workspace.add_contact(contact, moment);
        hang_on(workspace, id, "Ports", moment)?;
        workspace.save_view(view("Ports")?, moment)?;
        workspace.add_script(&built_in("recap").unwrap(), moment)?;
        let answer = Answer {
            field: "plan".to_owned(),
            text: "Two {moves}\n\"both\"".to_owned(),
            on: moment.today(),
            contact: None,
        };
        workspace.partner_mut(id)?.remember_answer(&answer)?;
        workspace.change_settings(Settings {
            own_name: Some(Line::parse(Field::OwnName, "Me")?),
            company: None,
            fiscal_start: FiscalStart::new(4)?,
        });
        Ok(())
    })
    .unwrap();
    assert_eq!(tab(&area, 2).workspace(), session.workspace());
}

fn view(name: &str) -> Result<SavedView, Refusal> {
    let filter = Filter { tags: vec![Tag::parse(name)?], ..Filter::default() };
    Ok(SavedView::new(Line::parse(Field::Name, name)?, filter, Sorting::default(), Columns::USUAL))
}

/// A tag, a link and a custom field with these words.
fn hang_on(
    workspace: &mut Workspace,
    id: PartnerId,
    words: &str,
    moment: &mut Moment<'_>,
) -> Result<(), Refusal> {
    let partner = workspace.partner_mut(id)?;
    partner.add_tag(Tag::parse(words)?)?;
    let label = Line::parse_optional(Field::Label, words)?;
    listing::add(&mut partner.links, Link::new(label, LinkAddress::parse("example.com")?), moment)?;
    let value = Line::parse(Field::FieldValue, words)?;
    partner.add_field(CustomField::new(Line::parse(Field::FieldName, words)?, value), moment)?;
    Ok(())
}

#[test]
fn two_tabs_that_tag_link_and_note_at_once_keep_what_both_wrote() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut one = tab(&area, 1);
    let id = add(&mut one, &mut clock, "Northwind");
    let mut two = tab(&area, 2);
    // Neither has heard of the other when it writes.
    for (session, words) in [(&mut one, "Ports"), (&mut two, "Rail")] {
        change(session, &mut clock, "Edit partner", |workspace, moment| {
            hang_on(workspace, id, words, moment)?;
            workspace.partner_mut(id)?.add_tag(Tag::parse(&format!("Both {}", words.len() / 6))?)
        })
        .unwrap();
    }
    let now = clock.next();
    one.tend(|vault| vault.rescan(now));
    assert_eq!(one.workspace(), tab(&area, 3).workspace());
    let partner = one.workspace().partner(id).unwrap();
    let tags: Vec<_> = partner.tags_in_order().into_iter().map(Tag::as_str).collect();
    assert_eq!(tags, ["Both 0", "Ports", "Rail"], "one tag given in both tabs is one tag");
    assert_eq!((partner.links.len(), partner.fields.len()), (2, 2));
    assert!(partner.links.values().all(|link| link.place() == 0), "equal places follow the ids");
    one.undo(now).unwrap();
    let partner = one.workspace().partner(id).unwrap();
    assert_eq!(partner.links.len(), 1, "undo takes back what this tab did and nothing else");
    assert!(partner.has_tag(&Tag::parse("Rail").unwrap()));
}

#[test]
fn views_saved_in_two_tabs_at_once_are_both_kept_and_undo_takes_back_its_own() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let (mut one, mut two) = (tab(&area, 1), tab(&area, 2));
    for (session, name) in [(&mut one, "Ports"), (&mut two, "Rail")] {
        change(session, &mut clock, "Save view", |workspace, moment| {
            workspace.save_view(view(name)?, moment)
        })
        .unwrap();
    }
    let now = clock.next();
    one.tend(|vault| vault.rescan(now));
    assert_eq!(one.workspace().views.len(), 2);
    one.undo(now).unwrap();
    let left: Vec<_> = one.workspace().views.values().map(|view| view.name.as_str().to_owned()).collect();
    assert_eq!(left, ["Rail"]);
    one.redo(clock.next()).unwrap();
    assert_eq!(tab(&area, 3).workspace(), one.workspace());
}

#[test]
fn what_two_tabs_find_out_about_a_person_and_write_of_them_is_all_kept() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut one = tab(&area, 1);
    let ana = change(&mut one, &mut clock, "Add person", |workspace, moment| {
        Ok(workspace.add_contact(Contact::new(person("Ana")), moment))
    })
    .unwrap();
    assert!(one.vault().record(&contact_key(ana).unwrap(), &RecordPath::new("research").unwrap()).is_none());
    let mut two = tab(&area, 2);
    change(&mut one, &mut clock, "Edit person", |workspace, _| {
        workspace.contact_mut(ana)?.research.said = Note::parse_optional("A talk")?;
        Ok(())
    })
    .unwrap();
    change(&mut two, &mut clock, "Edit person", |workspace, _| {
        workspace.contact_mut(ana)?.person.nurture = true;
        Ok(())
    })
    .unwrap();
    let third = tab(&area, 3);
    let ana = third.workspace().contacts.get(&ana).unwrap();
    assert!(ana.person.nurture && ana.research.said.is_some());
}

#[test]
fn a_field_that_this_version_does_not_know_survives_a_correction() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    let id = add(&mut session, &mut clock, "Northwind");
    log(&mut session, &mut clock, id, "Call");
    let touch = *session.workspace().partner(id).unwrap().touchpoints.keys().next().unwrap();
    let key = partner_key(id).unwrap();
    let path = format!("touchpoints/{touch}");
    let newer = r#"{"on":"2026-09-21","channel":"call","two_way":true,"note":"Call","mood":"warm"}"#;
    let now = clock.next();
    session.tend(|vault| {
        vault.commit(vec![change_of(key.clone(), &path, newer)], now);
        vec![key.clone()]
    });
    change(&mut session, &mut clock, "Correct", |workspace, moment| {
        workspace.partner_mut(id)?.correct(touch, touchpoint("Corrected"), moment.today())
    })
    .unwrap();
    let record = session.vault().record(&key, &RecordPath::new(&path).unwrap()).unwrap().clone();
    let value: serde_json::Value = serde_json::from_str(record.text().unwrap()).unwrap();
    assert_eq!(value["note"], "Corrected");
    assert_eq!(value["mood"], "warm");
    change(&mut session, &mut clock, "Correct", |workspace, moment| {
        workspace.partner_mut(id)?.correct(touch, touchpoint(""), moment.today())
    })
    .unwrap();
    let record = session.vault().record(&key, &RecordPath::new(&path).unwrap()).unwrap().clone();
    let value: serde_json::Value = serde_json::from_str(record.text().unwrap()).unwrap();
    assert_eq!(value.get("note"), None, "a known field that was emptied does not come back");
    assert_eq!(value["mood"], "warm");
}

#[test]
fn a_record_that_breaks_its_limits_counts_as_absent_and_stays_as_it_is() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    let id = add(&mut session, &mut clock, "Northwind");
    log(&mut session, &mut clock, id, "Call");
    let key = partner_key(id).unwrap();
    let path = "ledger/00000000000000000000000001";
    let broken = r#"{"on":"2026-09-21","direction":"give","kind":"intel","points":9}"#;
    let now = clock.next();
    session.tend(|vault| {
        vault.commit(vec![change_of(key.clone(), path, broken)], now);
        vec![key.clone()]
    });
    let partner = session.workspace().partner(id).unwrap();
    assert!(partner.ledger.is_empty());
    assert_eq!(notes(partner), ["Call"]);
    let sentences: Vec<_> = session.unsettled().map(ToString::to_string).collect();
    assert_eq!(sentences.len(), 1);
    assert!(sentences[0].contains("from 1 to 5"), "{sentences:?}");
    log(&mut session, &mut clock, id, "Another");
    let record = session.vault().record(&key, &RecordPath::new(path).unwrap()).unwrap();
    assert_eq!(record.text(), Some(broken));
}

#[test]
fn one_save_names_only_what_changed() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    let (one, _) = (add(&mut session, &mut clock, "One"), add(&mut session, &mut clock, "Two"));
    let before: std::collections::BTreeSet<String> = area.contents().into_keys().collect();
    log(&mut session, &mut clock, one, "Call");
    let after = area.contents();
    let new: Vec<_> = after.keys().filter(|key| !before.contains(*key)).collect();
    assert_eq!(new.len(), 1, "one intent: {new:?}");
    let intent = after.get(new[0]).unwrap().text().unwrap();
    assert!(intent.contains("touchpoints/") && !intent.contains("profile"), "{intent}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn whatever_words_are_accepted_another_tab_reads_as_they_are(
        words in prop::collection::vec("\\PC{0,45}|[a-z]{1,8}", 1..6), addresses in prop::collection::vec("\\PC{0,45}|(https://|tel:|)[a-z0-9.]{1,9}", 1..4),
    ) {
        let (area, mut clock) = (MemoryArea::default(), Clock::new());
        let mut session = tab(&area, 1);
        let id = add(&mut session, &mut clock, "Northwind");
        change(&mut session, &mut clock, "Edit partner", |workspace, moment| {
            let mut ana = Contact::new(person("Ana"));
            for words in &words {
                // What is refused leaves nothing behind.
                let _ = hang_on(workspace, id, words, moment);
                let _ = view(words).and_then(|view| workspace.save_view(view, moment));
                ana.research.path = Note::parse_optional(words)?;
            }
            for address in &addresses {
                let Ok(address) = LinkAddress::parse(address) else { continue };
                listing::add(&mut ana.links, Link::new(None, address), moment)?;
            }
            workspace.add_contact(ana, moment);
            Ok(())
        })
        .unwrap();
        let other = tab(&area, 2);
        prop_assert_eq!(other.unsettled().count(), 0);
        prop_assert_eq!(other.workspace(), session.workspace());
    }
}

#[test]
fn a_partner_added_twice_under_one_name_is_two_partners() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    for _ in 0..2 {
        change(&mut session, &mut clock, "Add partner", |workspace, moment| {
            workspace.add_partner(new_partner("Same name"), moment)
        })
        .unwrap();
    }
    assert_eq!(session.workspace().partners.len(), 2);
}

#[test]
fn short_facts_and_models_are_read_as_they_were_written_and_taken_away() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    let id = add(&mut session, &mut clock, "Northwind");
    let fact = change(&mut session, &mut clock, "Put off", |workspace, moment| {
        let on = moment.today();
        let reason = Line::parse(Field::Reason, "A new lead starts")?;
        let breach = Breach { on, kind: BreachKind::Data, what: None, cleared_on: None };
        workspace.edit_health_model(HealthModel::DEFAULT.edition(on), moment)?;
        let partner = workspace.partner_mut(id)?;
        partner.record(Fact::Breach(breach), moment)?;
        partner.record(Fact::Deferral(Deferral { on, until: on.plus_days(3), reason }), moment)
    })
    .unwrap();
    assert_eq!(tab(&area, 2).workspace(), session.workspace());
    assert_eq!(session.workspace().health_editions.len(), 1);
    change(&mut session, &mut clock, "Delete", |workspace, _| workspace.partner_mut(id)?.remove(fact))
        .unwrap();
    let read = tab(&area, 3);
    assert_eq!(read.workspace(), session.workspace());
    assert_eq!(read.workspace().partner(id).unwrap().facts.len(), 1);
}

#[test]
fn a_fact_that_breaks_its_limits_counts_as_absent_and_is_listed() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    let id = add(&mut session, &mut clock, "Northwind");
    let key = partner_key(id).unwrap();
    let path = "deferrals/00000000000000000000000009";
    let endless = r#"{"on":"2026-09-21","until":"2026-12-31","reason":"Later"}"#;
    let now = clock.next();
    session.tend(|vault| {
        vault.commit(vec![change_of(key.clone(), path, endless)], now);
        vec![key.clone()]
    });
    assert!(session.workspace().partner(id).unwrap().facts.is_empty());
    let listed: Vec<String> = session.unsettled().map(ToString::to_string).collect();
    assert_eq!(listed.len(), 1, "{listed:?}");
    assert!(listed[0].contains(path) && listed[0].contains("2026-10-21"), "{listed:?}");
}
