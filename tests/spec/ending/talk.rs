//! The conversation: booked, held, corrected.

use bridgekeeper::domain::checklist::MarkState;
use bridgekeeper::domain::ending::Held;
use bridgekeeper::domain::{Channel, Field, Refusal};

use super::given::{begun, chapter, closed, held, hold, note, present, talked};
use crate::domain::given::{TODAY, at, day};

#[test]
fn the_clean_up_counts_from_the_day_that_is_booked() {
    let (mut partner, number) = begun();
    partner.book_talk(number, Some(day("2026-07-01"))).unwrap();
    let chapter = chapter(&partner, number);
    assert_eq!(chapter.sheet(&partner, day(TODAY)).unwrap().run.anchor, day("2026-07-01"));
}

#[test]
fn it_is_not_booked_before_the_ending_began_nor_after_it_was_held() {
    let (mut partner, number) = begun();
    let refusal = partner.book_talk(number, Some(day("2026-06-14"))).unwrap_err();
    assert!(matches!(refusal, Refusal::Before { field: Field::Due, .. }));
    hold(&mut partner, number, held()).unwrap();
    assert_eq!(partner.book_talk(number, None).unwrap_err(), Refusal::Closed { on: day(TODAY) });
}

#[test]
fn a_conversation_that_was_held_is_a_two_way_touch() {
    let (partner, number) = talked();
    assert_eq!(partner.last_two_way(day(TODAY)), Some(day(TODAY)));
    let touch = chapter(&partner, number).talk.touch.unwrap();
    assert_eq!(partner.entry(touch).unwrap().channel, Channel::Call);
}

#[test]
fn the_item_that_asks_for_it_is_done_by_it() {
    let (partner, number) = talked();
    let chapter = chapter(&partner, number);
    let sheet = chapter.sheet(&partner, day(TODAY)).unwrap();
    assert!(matches!(sheet.standing("hold-call").unwrap().state(), MarkState::Done { .. }));
    assert_eq!(sheet.run.anchor, day(TODAY));
}

#[test]
fn correcting_it_is_one_touch_still() {
    let (mut partner, number) = talked();
    let how = Some(note("Relieved. They had meant to raise it."));
    hold(&mut partner, number, Held { how: how.clone(), ..held() }).unwrap();
    assert_eq!(partner.touchpoints.len(), 1);
    assert_eq!(partner.touchpoints.values().next().unwrap().note, how);
    partner.unhold_talk(number).unwrap();
    assert_eq!(partner.touchpoints.len(), 0);
    let talk = chapter(&partner, number).talk;
    assert_eq!((talk.done_on, talk.how), (None, how), "what was noted stays");
}

#[test]
fn somebody_was_there_and_the_day_has_come() {
    let (mut partner, number) = begun();
    let refused = [
        (Held { with: Vec::new(), ..held() }, Refusal::Empty { field: Field::Person }),
        (Held { on: day("2026-06-16"), ..held() }, Refusal::InTheFuture { field: Field::On }),
        (
            Held { minutes: Some(0), ..held() },
            Refusal::OutOfBounds { field: Field::Amount, least: 1, most: 1440 },
        ),
    ];
    for (held, refusal) in refused {
        assert_eq!(hold(&mut partner, number, held).unwrap_err(), refusal);
    }
    let early = hold(&mut partner, number, Held { on: day("2026-06-14"), ..held() }).unwrap_err();
    assert!(matches!(early, Refusal::Before { field: Field::On, .. }));
}

#[test]
fn a_name_stays_when_the_person_is_deleted() {
    let mut workspace = bridgekeeper::domain::Workspace::default();
    let (partner, number) = begun();
    let id = crate::domain::given::id(7);
    workspace.partners.insert(id, std::sync::Arc::new(partner));
    let jonas =
        at(TODAY, |moment| workspace.add_contact(crate::domain::given::contact("Jonas Ekberg"), moment));
    let with =
        vec![bridgekeeper::domain::ending::Present { contact: Some(jonas), ..present("Jonas Ekberg") }];
    let partner = workspace.partner_mut(id).unwrap();
    hold(partner, number, Held { with, ..held() }).unwrap();
    workspace.remove_contact(jonas).unwrap();
    let chapter = chapter(workspace.partner(id).unwrap(), number);
    assert_eq!(chapter.kept().unwrap().name.as_str(), "Jonas Ekberg");
}

#[test]
fn nothing_is_changed_behind_a_closed_gate() {
    let (mut partner, number) = closed();
    let refusal = Refusal::History { closed_on: day(TODAY) };
    assert_eq!(hold(&mut partner, number, held()).unwrap_err(), refusal);
    assert_eq!(partner.book_talk(number, None).unwrap_err(), refusal);
    assert_eq!(partner.unhold_talk(number).unwrap_err(), refusal);
}
