//! Between runs and the documents.

use bridgekeeper::domain::checklist::{Evidence, MarkState, NewRun, RunId};
use bridgekeeper::domain::{Line, LinkAddress, Note, PartnerId, Refusal};
use bridgekeeper::storage::MemoryArea;

use super::given::{key, template};
use crate::state::given::{Clock, add, change, tab, today};

fn new_run() -> NewRun {
    NewRun { template: key(), anchor: today(), working_days: true, answers: Vec::new() }
}

fn states() -> Result<Vec<(&'static str, MarkState)>, Refusal> {
    let field = bridgekeeper::domain::Field::Reason;
    let (on, by) = (today(), Some(Line::parse(field, "Me")?));
    let done = |evidence| MarkState::Done { on, by: by.clone(), evidence };
    let words = Note::parse_optional("Two\nlines")?.unwrap();
    Ok(vec![
        ("a", done(None)),
        ("b", done(Some(Evidence::Note(words.clone())))),
        ("c", MarkState::NotApplicable { on, by: None, reason: Line::parse(field, "There is none")? }),
        ("d", MarkState::Blocked { by: Line::parse(field, "Their list")? }),
    ])
}

fn mark_all(runs: &mut bridgekeeper::domain::checklist::Runs, id: RunId) -> Result<(), Refusal> {
    for (item, state) in states()? {
        runs.set_state(id, item, state, today())?;
    }
    runs.set_due(id, "e", Some(today().plus_days(3)))?;
    runs.set_note(id, "e", Note::parse_optional("Ask first")?)
}

#[test]
fn runs_of_a_partner_and_of_our_own_are_read_as_they_were_written() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    let partner = add(&mut session, &mut clock, "Northwind");
    change(&mut session, &mut clock, "Start", |workspace, moment| {
        workspace.add_template(template(), moment);
        for home in [Some(partner), None] {
            let runs = workspace.runs_mut(home)?;
            let id = runs.start(new_run(), &template(), moment);
            runs.answer(id, "why", Some("x"))?;
            mark_all(runs, id)?;
        }
        Ok(())
    })
    .unwrap();
    let read = tab(&area, 2);
    assert_eq!(read.workspace(), session.workspace());
    assert_eq!(read.unsettled().count(), 0);
    assert_eq!(read.workspace().playbooks.marks.len(), 5);
    assert_eq!(read.workspace().partner(partner).unwrap().playbooks.marks.len(), 5);
}

#[test]
fn every_kind_of_evidence_is_read_as_it_was_written() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    let link = Evidence::Link(LinkAddress::parse("https://example.com/a").unwrap());
    let words = Note::parse_optional("Deleted, says Kim").unwrap().unwrap();
    let kinds = [link.clone(), Evidence::Note(words.clone()), Evidence::Written { on: today(), words }];
    change(&mut session, &mut clock, "Start", |workspace, moment| {
        let id = workspace.playbooks.start(new_run(), &template(), moment);
        for (item, evidence) in ["a", "b", "c"].into_iter().zip(kinds.clone()) {
            let state = MarkState::Done { on: today(), by: None, evidence: Some(evidence) };
            workspace.playbooks.set_state(id, item, state, today())?;
        }
        Ok(())
    })
    .unwrap();
    assert_eq!(tab(&area, 2).workspace(), session.workspace());
}

fn started(area: &MemoryArea, clock: &mut Clock) -> (PartnerId, RunId) {
    let mut session = tab(area, 1);
    let partner = add(&mut session, clock, "Northwind");
    let run = change(&mut session, clock, "Start", |workspace, moment| {
        Ok(workspace.runs_mut(Some(partner))?.start(new_run(), &template(), moment))
    });
    (partner, run.unwrap())
}

#[test]
fn two_tabs_each_finish_another_item_and_both_are_kept() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let (partner, run) = started(&area, &mut clock);
    let (mut one, mut other) = (tab(&area, 2), tab(&area, 3));
    for (session, item) in [(&mut one, "a"), (&mut other, "b")] {
        change(session, &mut clock, "Finish", |workspace, _| {
            let state = MarkState::Done { on: today(), by: None, evidence: None };
            workspace.runs_mut(Some(partner))?.set_state(run, item, state, today())
        })
        .unwrap();
    }
    let read = tab(&area, 4);
    let sheet = read.workspace().runs(Some(partner)).unwrap().sheet(run, None).unwrap();
    assert_eq!(sheet.progress(today()).done, 2);
}

#[test]
fn a_deleted_run_comes_back_with_all_its_items() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let (partner, run) = started(&area, &mut clock);
    let mut session = tab(&area, 2);
    change(&mut session, &mut clock, "Mark", |workspace, _| {
        mark_all(workspace.runs_mut(Some(partner))?, run)
    })
    .unwrap();
    let before = session.workspace().clone();
    change(&mut session, &mut clock, "Delete", |workspace, _| workspace.runs_mut(Some(partner))?.remove(run))
        .unwrap();
    assert!(session.workspace().runs(Some(partner)).unwrap().runs.is_empty());
    session.undo(clock.next()).unwrap();
    assert_eq!(session.workspace(), &before);
}
