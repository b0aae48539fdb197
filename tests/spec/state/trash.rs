//! What was deleted and can come back.

use bridgekeeper::state::trash::trashed;
use bridgekeeper::storage::MemoryArea;

use super::given::{Clock, add, change, log, names, notes, tab};

#[test]
fn the_trash_lists_records_and_whole_partners_latest_first() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    let id = add(&mut session, &mut clock, "Northwind");
    log(&mut session, &mut clock, id, "First call");
    let other = add(&mut session, &mut clock, "Contoso");
    log(&mut session, &mut clock, other, "Goes with its partner");
    let touch = *session.workspace().partner(id).unwrap().touchpoints.keys().next().unwrap();
    change(&mut session, &mut clock, "Delete record", |workspace, _| {
        workspace.partner_mut(id)?.remove(touch)
    })
    .unwrap();
    change(&mut session, &mut clock, "Delete partner", |workspace, _| workspace.remove_partner(other))
        .unwrap();
    let listed: Vec<_> =
        trashed(session.vault()).into_iter().map(|one| (one.what, one.words, one.belongs_to)).collect();
    assert_eq!(
        listed,
        [
            ("Partner", "Contoso".to_owned(), None),
            ("Touchpoint", "First call · 21 Sep 2026".to_owned(), Some("Northwind".to_owned())),
        ]
    );
}

#[test]
fn what_comes_back_is_whole_and_can_be_undone() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    let id = add(&mut session, &mut clock, "Northwind");
    log(&mut session, &mut clock, id, "Call");
    change(&mut session, &mut clock, "Delete partner", |workspace, _| workspace.remove_partner(id)).unwrap();
    let picked: Vec<_> = trashed(session.vault()).into_iter().map(|one| (one.document, one.path)).collect();
    session.restore("Bring back", &picked, clock.next()).unwrap();
    assert_eq!(notes(session.workspace().partner(id).unwrap()), ["Call"]);
    session.undo(clock.next()).unwrap();
    assert!(names(&session).is_empty());
}

#[test]
fn an_emptied_trash_is_empty_after_a_reload_and_in_the_other_tab() {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let (mut one, mut two) = (tab(&area, 1), tab(&area, 2));
    let id = add(&mut one, &mut clock, "Northwind");
    change(&mut one, &mut clock, "Delete partner", |workspace, _| workspace.remove_partner(id)).unwrap();
    let now = clock.next();
    two.tend(|vault| vault.rescan(now));
    assert_eq!(two.vault().trash().count(), 1);
    one.empty_trash(clock.next()).unwrap();
    assert!(trashed(one.vault()).is_empty());
    let now = clock.next();
    two.tend(|vault| vault.rescan(now));
    assert!(trashed(two.vault()).is_empty());
    assert!(trashed(tab(&area, 3).vault()).is_empty());
}
