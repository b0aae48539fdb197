//! Two partners that turn out to be one, and two people that turn out to be one.
//!
//! One stays. It keeps its own words and takes from the other what it lacks; where both say something else, that goes
//! into its notes or links, so that nothing is lost. Every dated record moves over under its own id. The other is
//! deleted, and whatever named it names the one that stays.
//!
//! References are written anew here, once, and not looked up at every reading: a merge is rare, reading is not, and
//! undoing the deed puts every record back as it was.

mod contacts;
mod partners;

use super::collection::Collection;
use super::link::Link;
use super::listing::{Listed, in_order};
use super::refusal::Refusal;
use super::text::Note;

/// Everything of `other` that is not there already.
fn take_over<E: Clone>(all: &mut Collection<E>, other: &Collection<E>) {
    let missing: Vec<_> = other.iter().filter(|(id, _)| !all.contains_key(id)).collect();
    all.extend(missing.into_iter().map(|(id, record)| (*id, record.clone())));
}

/// Everything of `other` behind what is there, but for what says the same.
fn line_up<L: Listed>(all: &mut Collection<L>, other: &Collection<L>, is_same: impl Fn(&L, &L) -> bool) {
    for (id, entry) in in_order(other) {
        if all.values().any(|known| is_same(known, entry)) {
            continue;
        }
        let mut entry = entry.clone();
        entry.put(all.values().map(Listed::place).max().map_or(0, |last| last.saturating_add(1)));
        all.insert(id, entry);
    }
}

fn line_up_links(all: &mut Collection<Link>, other: &Collection<Link>) {
    line_up(all, other, |one, other| one.address == other.address);
}

/// Both notes and what found no other place, one below the other; what is there already is not said twice. Refuses what
/// is too long for a note.
fn joined(
    note: Option<&Note>,
    other: Option<&Note>,
    more: impl IntoIterator<Item = String>,
) -> Result<Option<Note>, Refusal> {
    let mut all = note.map(|note| note.as_str().to_owned()).unwrap_or_default();
    let more = more.into_iter().collect::<Vec<_>>().join("\n");
    for part in [other.map_or("", Note::as_str), &more] {
        if part.is_empty() || all.contains(part) {
            continue;
        }
        if !all.is_empty() {
            all.push_str("\n\n");
        }
        all.push_str(part);
    }
    Note::parse_optional(&all)
}
