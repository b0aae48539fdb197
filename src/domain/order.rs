//! Putting things in order with one compiled sort.
//!
//! The standard library compiles its sort anew for each type of element, five kilobytes a time;
//! here places are sorted, whose type never changes.

use std::cmp::Ordering;

/// The things in the order of `compare`; equal ones stay in the order they had.
pub fn sorted_by<T>(things: Vec<T>, mut compare: impl FnMut(&T, &T) -> Ordering) -> Vec<T> {
    let mut places: Vec<usize> = (0..things.len()).collect();
    sort_places(&mut places, &mut |one, other| match (things.get(one), things.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    let mut things: Vec<Option<T>> = things.into_iter().map(Some).collect();
    places.into_iter().filter_map(|place| things.get_mut(place)?.take()).collect()
}

/// The things in the order of what `key` says of them; equal ones stay in the order they had.
pub fn sorted_by_key<T, K: Ord>(things: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    sorted_by(things, |one, other| key(one).cmp(&key(other)))
}

fn sort_places(places: &mut [usize], compare: &mut dyn FnMut(usize, usize) -> Ordering) {
    places.sort_unstable_by(|one, other| compare(*one, *other).then(one.cmp(other)));
}
