//! The sorted list behaves as the standard library's tree, and one sort serves all.

use std::collections::BTreeMap;

use bridgekeeper::domain::order::{sorted_by, sorted_by_key};
use bridgekeeper::domain::table::{Set, Table};
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Step {
    Insert(u8, u16),
    Remove(u8),
    Change(u8, u16),
    Keep(u8),
    Default(u8),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (any::<u8>(), any::<u16>()).prop_map(|(key, value)| Step::Insert(key, value)),
        2 => any::<u8>().prop_map(Step::Remove),
        1 => (any::<u8>(), any::<u16>()).prop_map(|(key, value)| Step::Change(key, value)),
        1 => any::<u8>().prop_map(Step::Keep),
        1 => any::<u8>().prop_map(Step::Default),
    ]
}

proptest! {
    #[test]
    fn a_table_does_what_a_tree_does(steps in prop::collection::vec(step(), 0..60)) {
        let (mut table, mut tree) = (Table::<u8, u16>::new(), BTreeMap::<u8, u16>::new());
        for step in steps {
            let shared = table.clone();
            let before: Vec<_> = table.iter().map(|(key, value)| (*key, *value)).collect();
            match step {
                Step::Insert(key, value) => prop_assert_eq!(table.insert(key, value), tree.insert(key, value)),
                Step::Remove(key) => prop_assert_eq!(table.remove(&key), tree.remove(&key)),
                Step::Change(key, value) => {
                    if let Some(held) = table.get_mut(&key) { *held = value; }
                    if let Some(held) = tree.get_mut(&key) { *held = value; }
                }
                Step::Keep(least) => {
                    table.retain(|key, _| *key >= least);
                    tree.retain(|key, _| *key >= least);
                }
                Step::Default(key) => prop_assert_eq!(*table.get_or_default(key), *tree.entry(key).or_default()),
            }
            prop_assert!(table.iter().eq(tree.iter()));
            prop_assert_eq!(table.len(), tree.len());
            prop_assert!((0..=u8::MAX).all(|key| table.get(&key) == tree.get(&key)));
            // A copy made before is what it was.
            prop_assert!(shared.iter().map(|(key, value)| (*key, *value)).eq(before));
        }
        let text = serde_json::to_string(&table).unwrap();
        prop_assert_eq!(&text, &serde_json::to_string(&tree).unwrap());
        let read: Table<u8, u16> = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(read, table);
    }

    #[test]
    fn sorting_keeps_the_order_of_equals(things in prop::collection::vec((any::<u8>(), any::<u8>()), 0..50)) {
        let mut expected = things.clone();
        expected.sort_by_key(|(key, _)| *key % 8);
        prop_assert_eq!(sorted_by_key(things.clone(), |(key, _)| *key % 8), expected.clone());
        prop_assert_eq!(sorted_by(things, |one, other| (one.0 % 8).cmp(&(other.0 % 8))), expected);
    }
}

#[test]
fn a_copy_is_the_same_contents_until_it_is_changed() {
    let table: Table<u8, u8> = [(1, 1), (2, 2)].into_iter().collect();
    let mut copy = table.clone();
    assert!(copy.ptr_eq(&table));
    copy.retain(|_, _| true);
    assert!(copy.ptr_eq(&table), "keeping everything changes nothing");
    copy.insert(3, 3);
    assert!(!copy.ptr_eq(&table));
    assert_eq!(table.len(), 2);
}

#[test]
fn a_set_holds_each_key_once_in_order() {
    let mut set: Set<u8> = [3, 1, 2, 3].into_iter().collect();
    assert!(set.iter().eq(&[1, 2, 3]));
    assert!(!set.insert(1));
    assert!(set.remove(&2) && !set.remove(&2));
    assert!(set.into_iter().eq([1, 3]));
}
