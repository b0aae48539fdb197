//! What the three-tab property has found so far: each story is told once and kept.

use super::faulty::Fault;
use super::tabs::{Act, hold_the_promise};

#[test]
fn a_fresh_workspace_that_is_read_late_is_not_taken_for_an_emptied_one() {
    // The first tab died after writing meta; the second missed that write once and believed the storage cleared.
    hold_the_promise(&[
        Act::Open(2),
        Act::Plan(2, 2, Fault::Kill),
        Act::Commit(2, vec![(0, 0, false)]),
        Act::Open(1),
        Act::Plan(1, 0, Fault::Stale),
        Act::Commit(1, vec![(0, 0, false)]),
    ])
    .unwrap();
}

#[test]
fn a_document_whose_first_write_is_taken_back_is_not_reported_missing() {
    // It had been counted at once; the tab died, and the next start found one document fewer than counted.
    hold_the_promise(&[
        Act::Open(0),
        Act::Plan(0, 10, Fault::TakenBack),
        Act::Commit(0, vec![(0, 0, false), (1, 0, false)]),
        Act::Close(0),
    ])
    .unwrap();
}

#[test]
fn a_tab_that_holds_nothing_joins_the_life_that_another_began() {
    // The first tab's meta was taken back, the clock jumped, and the next tab began a life of its own.
    hold_the_promise(&[Act::Open(2), Act::Plan(2, 1, Fault::TakenBack), Act::Jump(true), Act::Tick(2)])
        .unwrap();
}

#[test]
fn a_tab_that_finds_documents_but_no_meta_joins_their_life() {
    // The first tab's meta was taken back; the second had begun a life of its own, a century later, and wrote meta for it
    // over the first one's documents, which were then leftovers.
    hold_the_promise(&[
        Act::Open(2),
        Act::Plan(2, 1, Fault::TakenBack),
        Act::Jump(true),
        Act::Open(0),
        Act::Commit(2, vec![(0, 0, false)]),
    ])
    .unwrap();
}

#[test]
fn a_workspace_that_is_read_late_twice_is_not_taken_for_an_emptied_one() {
    // The second tab had heard of the first document, then read meta and the list of keys as they were before it.
    hold_the_promise(&[
        Act::Open(1),
        Act::Open(0),
        Act::Plan(1, 2, Fault::Stale),
        Act::Commit(0, vec![(0, 0, false)]),
        Act::Plan(1, 1, Fault::Stale),
        Act::Deliver(1),
        Act::Commit(1, vec![(0, 0, false)]),
    ])
    .unwrap();
}

#[test]
fn a_tab_that_wrote_nothing_but_meta_joins_the_later_life_it_finds() {
    // It had read late, written meta for its own earlier life, and then found documents of a later one.
    hold_the_promise(&[
        Act::Open(2),
        Act::Jump(true),
        Act::Open(0),
        Act::Plan(2, 1, Fault::Stale),
        Act::Commit(0, vec![(0, 0, false)]),
        Act::Plan(2, 0, Fault::Stale),
        Act::Tick(2),
    ])
    .unwrap();
}

#[test]
fn a_deletion_that_came_to_nothing_with_its_tab_and_was_heard_by_another_still_holds() {
    // Its intent was taken back after the other tab had heard of it. The trash was then emptied a century later, and the
    // account no longer knew that anybody had deleted the document.
    hold_the_promise(&[
        Act::Open(1),
        Act::Commit(1, vec![(1, 2, false), (2, 1, false)]),
        Act::Open(0),
        Act::Plan(0, 12, Fault::TakenBack),
        Act::Jump(true),
        Act::Live(500),
        Act::Plan(0, 3, Fault::Kill),
        Act::Commit(0, vec![(1, 2, true)]),
    ])
    .unwrap();
}
