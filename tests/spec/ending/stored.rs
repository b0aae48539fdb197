//! Between endings and the documents.

use bridgekeeper::domain::checklist::BuiltIn;
use bridgekeeper::domain::ending::{Held, Part};
use bridgekeeper::domain::{PartnerId, Workspace};
use bridgekeeper::library::checklists;
use bridgekeeper::state::session::Session;
use bridgekeeper::storage::MemoryArea;

use super::given::{action, new_ending, note, present, told};
use crate::domain::given::line;
use crate::state::given::{Clock, add, change, tab, today};

fn begun(session: &mut Session, clock: &mut Clock) -> PartnerId {
    let partner = add(session, clock, "Northwind");
    change(session, clock, "Begin", |workspace, moment| {
        let template = checklists::template(BuiltIn::of_id("offboarding").unwrap()).unwrap();
        let new = bridgekeeper::domain::ending::NewEnding { on: today(), ..new_ending() };
        workspace.partner_mut(partner)?.begin_ending(new, template, moment)
    })
    .unwrap();
    partner
}

fn parts(workspace: &Workspace, partner: PartnerId) -> Vec<Part> {
    workspace.partner(partner).unwrap().ending_parts().map(|(_, part)| part).collect()
}

#[test]
fn every_part_is_read_as_it_was_written() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    let id = begun(&mut session, &mut clock);
    change(&mut session, &mut clock, "Walk", |workspace, moment| {
        let partner = workspace.partner_mut(id)?;
        partner.book_talk(1, Some(today()))?;
        let how = Some(note("Calm.\nTwo promises."));
        let held = Held { on: today(), with: vec![present("Jonas Ekberg")], minutes: Some(25), how };
        partner.hold_talk(1, held, moment)?;
        partner.tell_story(1, told(&"We tried. ".repeat(2_048)))?;
        partner.agree_story(1, today(), line("Jonas Ekberg"), today())?;
        partner.plan_review(1, Some(today()))?;
        let why = partner.answer_why(1, None, line("No opportunity"), moment)?;
        partner.name_cause(1, why, Some(line("Training")))?;
        partner.add_action(1, why, action("2026-10-01"), moment)?;
        partner.keep_person(1, Some(present("Ruth")), None)?;
        partner.set_cause_aside(id, why, today());
        Ok(())
    })
    .unwrap();
    let read = tab(&area, 2);
    assert_eq!(read.workspace(), session.workspace());
    assert_eq!(read.unsettled().count(), 0);
    assert_eq!(parts(read.workspace(), id).len(), 8, "one of each kind");
    let sealed: Vec<_> = parts(session.workspace(), id).iter().map(Part::seal).collect();
    assert_eq!(sealed.len(), 8);
    assert!(sealed.iter().all(Option::is_some));
}

#[test]
fn two_tabs_that_begin_at_once_begin_one_ending() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let partner = add(&mut tab(&area, 1), &mut clock, "Northwind");
    let (mut one, mut other) = (tab(&area, 2), tab(&area, 3));
    for session in [&mut one, &mut other] {
        change(session, &mut clock, "Begin", |workspace, moment| {
            let template = checklists::template(BuiltIn::of_id("offboarding").unwrap()).unwrap();
            let new = bridgekeeper::domain::ending::NewEnding { on: today(), ..new_ending() };
            workspace.partner_mut(partner)?.begin_ending(new, template, moment)
        })
        .unwrap();
    }
    let read = tab(&area, 4);
    assert_eq!(read.workspace().partner(partner).unwrap().chapters().len(), 1);
}

#[test]
fn two_tabs_each_answer_a_why_and_both_are_kept() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let partner = begun(&mut tab(&area, 1), &mut clock);
    let (mut one, mut other) = (tab(&area, 2), tab(&area, 3));
    for (session, what) in [(&mut one, "Nobody owned it"), (&mut other, "The market was another")] {
        change(session, &mut clock, "Answer", |workspace, moment| {
            workspace.partner_mut(partner)?.answer_why(1, None, line(what), moment)
        })
        .unwrap();
    }
    let read = tab(&area, 4);
    assert_eq!(read.workspace().partner(partner).unwrap().chapter().unwrap().whys.len(), 2);
}

#[test]
fn beginning_is_undone_as_one() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    add(&mut session, &mut clock, "Northwind");
    let before = session.workspace().clone();
    let partner = *before.partners.keys().next().unwrap();
    change(&mut session, &mut clock, "Begin", |workspace, moment| {
        let template = checklists::template(BuiltIn::of_id("offboarding").unwrap()).unwrap();
        let new = bridgekeeper::domain::ending::NewEnding { on: today(), ..new_ending() };
        workspace.partner_mut(partner)?.begin_ending(new, template, moment)
    })
    .unwrap();
    session.undo(clock.next()).unwrap();
    assert_eq!(session.workspace(), &before);
}
