//! Lists that the user puts in order: links, custom fields, saved views.
//!
//! Each entry is a record of its own and carries its place, so that two tabs may each add, edit or
//! move one and both are kept. Equal places, which two tabs can bring about, follow the ids.

use serde::Serialize;

use crate::domain::fields::reads;

use super::collection::Collection;
use super::id::Id;
use super::moment::Moment;
use super::order::sorted_by_key;
use super::refusal::{Field, Refusal};

/// An entry of a list that the user puts in order.
pub trait Listed: Clone {
    /// What the user calls it, as in "This link".
    const WHAT: &'static str;
    /// Where in a form it is typed.
    const FIELD: Field;
    /// Entries that one list may have. More can only come about by merging, and are kept.
    const MOST: usize = 20;

    /// Its place among the others, from the smallest.
    fn place(&self) -> u32;

    /// Puts it elsewhere.
    fn put(&mut self, place: u32);
}

/// The entries in their order.
pub fn in_order<L: Listed>(all: &Collection<L>) -> Vec<(Id<L>, &L)> {
    sorted_by_key(all.iter().map(|(id, entry)| (*id, entry)).collect(), |(id, entry)| (entry.place(), *id))
}

/// Adds an entry as the last. Refuses more than [`Listed::MOST`].
pub fn add<L: Listed>(
    all: &mut Collection<L>,
    mut entry: L,
    moment: &mut Moment<'_>,
) -> Result<Id<L>, Refusal> {
    Refusal::unless_room(L::FIELD, all.len(), L::MOST)?;
    let last = all.values().map(Listed::place).max();
    entry.put(last.map_or(0, |last| last.saturating_add(1)));
    let id = moment.new_id();
    all.insert(id, entry);
    Ok(id)
}

/// Replaces an entry, which stays in its place. Refuses when it is gone.
pub fn edit<L: Listed>(all: &mut Collection<L>, id: Id<L>, mut entry: L) -> Result<(), Refusal> {
    let place = all.get(&id).map(Listed::place).ok_or(Refusal::Gone { what: L::WHAT })?;
    entry.put(place);
    all.insert(id, entry);
    Ok(())
}

/// Takes an entry out. Refuses when it is gone.
pub fn remove<L: Listed>(all: &mut Collection<L>, id: Id<L>) -> Result<(), Refusal> {
    all.remove(&id).map(|_| ()).ok_or(Refusal::Gone { what: L::WHAT })
}

/// Moves an entry before the one above it, or after the one below; the first and the last stay.
/// Refuses when it is gone.
pub fn shift<L: Listed>(all: &mut Collection<L>, id: Id<L>, is_up: bool) -> Result<(), Refusal> {
    let mut ids: Vec<Id<L>> = in_order(all).into_iter().map(|(id, _)| id).collect();
    let from = ids.iter().position(|one| *one == id).ok_or(Refusal::Gone { what: L::WHAT })?;
    let to = if is_up { from.saturating_sub(1) } else { from.saturating_add(1).min(ids.len() - 1) };
    ids.swap(from, to);
    // Only those whose place changes are written.
    for (id, place) in ids.iter().zip(0_u32..) {
        if all.get(id).is_some_and(|entry| entry.place() != place)
            && let Some(entry) = all.get_mut(id)
        {
            entry.put(place);
        }
    }
    Ok(())
}

/// How tags, links and custom fields are written down: one shape, because the code that reads and
/// writes a shape weighs more than what is special to each.
#[derive(Default, Serialize)]
pub(super) struct Written {
    #[serde(skip_serializing_if = "is_first")]
    pub(super) place: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    pub(super) text: String,
}

reads!(Written { text } or_not { place, name });

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out references")]
fn is_first(place: &u32) -> bool {
    *place == 0
}
