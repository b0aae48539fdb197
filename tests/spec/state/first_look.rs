//! A first look at a workspace shows what the vault would show of the same partners, or nothing.

use bridgekeeper::domain::{PartnerId, Workspace};
use bridgekeeper::storage::first_look::first_look;
use bridgekeeper::storage::{MemoryArea, StoredText};

use super::given::{Clock, add, change, log, tab};

const LONG: u64 = 120_000;

/// Three partners whose intents are forgotten, and when.
fn at_rest() -> (MemoryArea, Clock, [PartnerId; 3]) {
    let (area, mut clock) = (MemoryArea::default(), Clock::new());
    let mut session = tab(&area, 1);
    let ids = ["Avonmere", "Brackwater", "Northquay"].map(|name| add(&mut session, &mut clock, name));
    log(&mut session, &mut clock, ids[1], "Call");
    settle(&area, &mut clock);
    (area, clock, ids)
}

fn settle(area: &MemoryArea, clock: &mut Clock) {
    let mut session = tab(area, 2);
    for _ in 0..4 {
        clock.0 += LONG;
        let now = clock.next();
        session.tend(|vault| vault.tick(now));
    }
    assert!(!area.contents().keys().any(|key| key.contains(":i:")), "it came to rest");
}

fn look(area: &MemoryArea, ids: &[PartnerId]) -> Option<Workspace> {
    first_look(&area.store(), "test", ids)
}

fn key_of(area: &MemoryArea, id: PartnerId) -> String {
    area.contents().keys().find(|key| key.ends_with(&id.to_string())).unwrap().clone()
}

#[test]
fn it_shows_the_partners_asked_for_as_the_vault_does() {
    let (area, _, ids) = at_rest();
    let seen = look(&area, &ids[1..]).unwrap();
    let whole = tab(&area, 3).workspace().clone();
    assert_eq!(seen.partners.len(), 2);
    for id in &ids[1..] {
        assert_eq!(seen.partner(*id), whole.partner(*id));
    }
    assert_eq!((seen.settings, seen.views), (whole.settings, whole.views));
}

#[test]
fn who_is_deleted_or_unknown_is_left_out() {
    let (area, mut clock, ids) = at_rest();
    let mut session = tab(&area, 3);
    change(&mut session, &mut clock, "Delete partner", |workspace, _| workspace.remove_partner(ids[0]))
        .unwrap();
    settle(&area, &mut clock);
    let unknown = PartnerId::from_bits(7);
    assert_eq!(
        look(&area, &[ids[0], unknown, ids[2]]).unwrap().partners.keys().collect::<Vec<_>>(),
        [&ids[2]]
    );
    assert_eq!(look(&area, &[ids[0], unknown]), None);
    assert_eq!(look(&area, &[]), None);
    assert_eq!(look(&MemoryArea::default(), &ids), None);
}

#[test]
fn what_the_vault_may_see_otherwise_is_not_shown() {
    let (area, mut clock, ids) = at_rest();
    let mut session = tab(&area, 3);
    log(&mut session, &mut clock, ids[2], "Not in its document yet, for all a first look knows");
    assert_eq!(look(&area, &ids), None, "an intent");

    let (area, _, ids) = at_rest();
    let key = key_of(&area, ids[0]);
    let whole = area.value(&key).unwrap().text().unwrap().to_owned();
    area.put(&key, StoredText::Text(whole[..whole.len() - 3].to_owned())).unwrap();
    assert_eq!(look(&area, &ids), None, "damage");
    assert!(look(&area, &ids[1..]).is_some(), "of another");

    let (area, mut clock, ids) = at_rest();
    let older = area.value(&key_of(&area, ids[0])).unwrap();
    let now = clock.next();
    let mut session = tab(&area, 3);
    let documents = session.documents();
    session.start_anew(|vault| vault.replace(documents, now)).unwrap();
    settle(&area, &mut clock);
    assert!(look(&area, &ids).is_some(), "of the new life");
    area.put(&key_of(&area, ids[0]), older).unwrap();
    assert_eq!(look(&area, &ids), None, "a document of the life before");

    let (area, _, ids) = at_rest();
    area.take("bk1:test:meta");
    assert_eq!(look(&area, &ids), None, "no life at all");
}
