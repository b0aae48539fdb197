//! Merging: one rule, and what follows from it.

use bridgekeeper::storage::document::TRASH_MS;
use bridgekeeper::storage::{Document, Millis, Record, Stamp, TabSuffix};
use proptest::prelude::*;

use super::bench::{NOON, path, raw};

const DAY_MS: u64 = 24 * 60 * 60 * 1000;

fn record(ms: u64, tab: u32, json: Option<&str>, deleted: bool) -> Record {
    Record {
        at: Stamp::at(Millis(ms), TabSuffix::from_random(tab)),
        deleted: deleted || json.is_none(),
        value: json.map(raw),
    }
}

/// Few stamps and few values, so that ties are common.
fn any_record() -> impl Strategy<Value = Record> {
    let json = prop_oneof![
        Just(None),
        Just(Some("1")),
        Just(Some("2")),
        Just(Some(r#"{"a": [1,  2]}"#)),
    ];
    let ms = prop_oneof![0..4_u64, (NOON.0 - 40 * DAY_MS)..NOON.0];
    (ms, 0..3_u32, json, any::<bool>())
        .prop_map(|(ms, tab, json, deleted)| record(ms, tab, json, deleted))
}

fn any_document() -> impl Strategy<Value = Document> {
    let name = prop::sample::select(vec![
        "profile",
        "lifecycle",
        "touchpoints/1",
        "touchpoints/2",
    ]);
    prop::collection::btree_map(name.prop_map(path), any_record(), 0..5).prop_map(|records| {
        Document {
            records: records.into_iter().collect(),
            ..Document::default()
        }
    })
}

fn merged(mut left: Document, right: &Document) -> Document {
    left.merge(right.clone());
    left
}

fn purged(mut document: Document, horizon: Millis) -> Document {
    document.purge(horizon);
    document
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn merging_is_commutative(a in any_document(), b in any_document()) {
        prop_assert_eq!(merged(a.clone(), &b), merged(b, &a));
    }

    #[test]
    fn merging_is_associative(a in any_document(), b in any_document(), c in any_document()) {
        let left = merged(merged(a.clone(), &b), &c);
        let right = merged(a, &merged(b, &c));
        prop_assert_eq!(left, right);
    }

    #[test]
    fn merging_twice_is_merging_once(a in any_document(), b in any_document()) {
        let once = merged(a, &b);
        prop_assert_eq!(merged(once.clone(), &b), once.clone());
        prop_assert_eq!(merged(once.clone(), &once), once);
    }

    #[test]
    fn purging_what_was_merged_does_not_depend_on_the_order(
        a in any_document(), b in any_document(), c in any_document(),
    ) {
        let left = purged(merged(merged(a.clone(), &b), &c), NOON);
        let right = purged(merged(c, &merged(b, &a)), NOON);
        prop_assert_eq!(&left, &right);
        prop_assert_eq!(purged(left.clone(), NOON), left);
    }

    #[test]
    fn one_who_purged_and_one_who_did_not_agree_again(a in any_document(), b in any_document()) {
        // Both have seen everything; one has already dropped what the trash no longer keeps.
        let all = merged(a, &b);
        let early = purged(all.clone(), NOON);
        prop_assert!(early.covers(&all, NOON), "nobody heals back what was purged");
        prop_assert_eq!(purged(merged(early, &all), NOON), purged(all, NOON));
    }

    #[test]
    fn what_was_merged_covers_both_sides(a in any_document(), b in any_document()) {
        let all = merged(a.clone(), &b);
        prop_assert!(all.covers(&a, Millis(0)) && all.covers(&b, Millis(0)));
    }

    #[test]
    fn covering_means_that_merging_changes_nothing(a in any_document(), b in any_document()) {
        prop_assume!(!b.is_expired(Millis(0)));
        let merging_changes = a.clone().merge(b.clone());
        prop_assert_eq!(a.covers(&b, Millis(0)), !merging_changes);
    }

    #[test]
    fn stamps_sort_as_their_text_does(a in any::<(u64, u32)>(), b in any::<(u64, u32)>()) {
        let stamp = |(ms, tab)| Stamp::at(Millis(ms), TabSuffix::from_random(tab));
        let (a, b) = (stamp(a), stamp(b));
        prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        prop_assert_eq!(a.to_string().parse::<Stamp>().unwrap(), a);
    }

    #[test]
    fn no_text_makes_reading_a_stamp_panic(text in "\\PC{0,20}") {
        if let Ok(stamp) = text.parse::<Stamp>() {
            prop_assert_eq!(stamp.to_string(), text);
        }
    }
}

#[test]
fn the_higher_stamp_wins_and_a_tie_is_settled_by_the_text() {
    let older = record(5, 1, Some("2"), false);
    let newer = record(6, 0, Some("1"), false);
    assert!(newer > older);
    assert!(record(5, 1, Some("3"), false) > older);
    assert!(record(5, 1, Some("2"), true) > older);
}

#[test]
fn a_new_version_is_above_the_one_it_replaces_even_when_the_clock_is_a_century_behind() {
    let suffix = TabSuffix::from_random(7);
    let ahead = Stamp::at(Millis(NOON.0 * 2), suffix);
    let next = Stamp::next(NOON, Some(&ahead), TabSuffix::from_random(0));
    assert!(next > ahead);
    assert_eq!(next.millis(), Millis(NOON.0 * 2 + 1));
    assert_eq!(Stamp::next(NOON, None, suffix).millis(), NOON);
}

#[test]
fn a_stamp_is_fourteen_characters_and_clocks_beyond_fifty_bits_are_clamped() {
    let last = Stamp::at(Millis(u64::MAX), TabSuffix::from_random(u32::MAX));
    assert_eq!(last.to_string(), "vvvvvvvvvvvvvv");
    assert_eq!(Stamp::next(NOON, Some(&last), last.suffix()), last);
    for wrong in [
        "",
        "0",
        "0000000000000",
        "000000000000000",
        "0000000000000V",
        "0000000000000w",
        "+000000000000 ",
    ] {
        assert!(wrong.parse::<Stamp>().is_err(), "{wrong:?}");
    }
}

#[test]
fn a_deleted_record_keeps_its_value_for_thirty_days() {
    let mut document = Document::default();
    document.put(path("profile"), record(NOON.0, 1, Some("1"), false));
    document.put(path("touchpoints/1"), record(NOON.0, 1, Some("2"), true));
    assert!(!document.purge(NOON.plus(TRASH_MS)));
    assert!(document.purge(NOON.plus(TRASH_MS + 1)));
    assert_eq!(document.records.len(), 1);
}

#[test]
fn a_document_deleted_for_more_than_thirty_days_goes_whole() {
    let mut document = Document::default();
    document.put(path("lifecycle"), record(NOON.0, 1, Some("1"), true));
    document.put(
        path("profile"),
        record(NOON.0 + 40 * DAY_MS, 2, Some("2"), false),
    );
    assert!(document.is_deleted());
    assert!(!document.is_expired(NOON.plus(TRASH_MS)));
    assert!(document.purge(NOON.plus(TRASH_MS + 1)));
    assert!(document.is_empty());
}

#[test]
fn restoring_a_document_brings_back_what_others_wrote_into_it_meanwhile() {
    let mut document = Document::default();
    document.put(path("lifecycle"), record(1, 1, Some("1"), true));
    document.put(path("profile"), record(2, 2, Some("2"), false));
    document.put(path("lifecycle"), record(3, 1, Some("1"), false));
    assert!(!document.is_deleted());
    assert_eq!(document.records.len(), 2);
}
