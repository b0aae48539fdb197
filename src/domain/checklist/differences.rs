//! What a run and its template say differently, and taking one change over.
//!
//! Compared by the ids of items: what lost its id was removed, and what has another came anew.

use crate::domain::order::sorted_by_key;

use super::template::{Item, Section, Template};

/// An item that differs, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The item, by its id.
    pub item: String,
    /// How it differs.
    pub differs: Differs,
}

/// How an item of the template differs from that of the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Differs {
    /// The template has it, the run does not.
    Added,
    /// The run has it, the template no longer does.
    Removed,
    /// Its words, day, evidence or conditions are others.
    Reworded,
    /// It stands elsewhere.
    Moved,
}

/// What `now` says otherwise than `copy`: what is new or reworded in the order of the template, then what moved, then
/// what was removed.
pub fn differences(copy: &Template, now: &Template) -> Vec<Difference> {
    let differs = |item: &Item, differs| Difference { item: item.id.clone(), differs };
    let mut found = Vec::new();
    for (_, item) in now.items() {
        match copy.item(&item.id) {
            None => found.push(differs(item, Differs::Added)),
            Some(known) if known != item => found.push(differs(item, Differs::Reworded)),
            Some(_) => {}
        }
    }
    found.extend(moved(copy, now).into_iter().map(|item| differs(item, Differs::Moved)));
    let removed = copy.items().map(|(_, item)| item).filter(|item| now.item(&item.id).is_none());
    found.extend(removed.map(|item| differs(item, Differs::Removed)));
    found
}

/// Makes one item of `copy` what `now` says; headings follow the order they have now. With all differences taken
/// over, both have the same items in the same order under the same headings.
pub fn take_over(copy: &mut Template, now: &Template, difference: &Difference) {
    let id = difference.item.as_str();
    let standing = now.items().find(|(_, item)| item.id == id);
    match (difference.differs, standing) {
        (Differs::Removed, _) | (_, None) => {
            let _ = take_out(copy, id);
        }
        (Differs::Reworded, Some((_, item))) => {
            let known = copy.sections.iter_mut().flat_map(|section| &mut section.items);
            if let Some(known) = known.into_iter().find(|known| known.id == id) {
                *known = item.clone();
            }
            take_questions(copy, now, item);
        }
        (Differs::Added | Differs::Moved, Some((section, item))) => {
            // What only moved keeps the words it had.
            let own = take_out(copy, id).unwrap_or_else(|| item.clone());
            take_questions(copy, now, &own);
            put_in(copy, now, section, own);
        }
    }
    copy.sections.retain(|section| !section.items.is_empty());
    let place = |section: &Section| now.sections.iter().position(|one| one.title == section.title);
    // A heading that is no more stays behind the one it stood behind.
    let mut last = 0;
    let placed = copy.sections.drain(..).map(|section| {
        last = place(&section).unwrap_or(last);
        (last, section)
    });
    copy.sections =
        sorted_by_key(placed.collect(), |(place, _)| *place).into_iter().map(|(_, one)| one).collect();
}

/// Items of both that stand elsewhere: under another heading, or in another order beneath it. As few as explain the order.
fn moved<'now>(copy: &Template, now: &'now Template) -> Vec<&'now Item> {
    let mut moved = Vec::new();
    for section in &now.sections {
        let known = copy.sections.iter().find(|known| known.title == section.title);
        // Where each item that stayed under its heading stood before.
        let mut stayed: Vec<(usize, &Item)> = Vec::new();
        for item in section.items.iter().filter(|item| copy.item(&item.id).is_some()) {
            let place = known.and_then(|known| known.items.iter().position(|one| one.id == item.id));
            match place {
                Some(place) => stayed.push((place, item)),
                None => moved.push(item),
            }
        }
        let in_order = longest_rising(&stayed.iter().map(|(place, _)| *place).collect::<Vec<_>>());
        let crossed = stayed.iter().enumerate().filter(|(at, _)| !in_order.contains(at));
        moved.extend(crossed.map(|(_, (_, item))| *item));
    }
    moved
}

/// The places of a longest rising run through the numbers.
fn longest_rising(numbers: &[usize]) -> Vec<usize> {
    // For each number the length of the best chain that ends with it, and the place before it.
    let mut best: Vec<(usize, Option<usize>)> = Vec::new();
    for (at, number) in numbers.iter().enumerate() {
        let before = numbers
            .iter()
            .zip(&best)
            .enumerate()
            .take(at)
            .filter(|(_, (earlier, _))| *earlier < number)
            .max_by_key(|(_, (_, (length, _)))| *length)
            .map(|(place, (_, (length, _)))| (place, *length));
        best.push((before.map_or(1, |(_, length)| length + 1), before.map(|(place, _)| place)));
    }
    let mut at = best.iter().enumerate().max_by_key(|(_, (length, _))| *length).map(|(place, _)| place);
    let mut places = Vec::new();
    while let Some(place) = at {
        places.push(place);
        at = best.get(place).and_then(|(_, before)| *before);
    }
    places
}

fn take_out(copy: &mut Template, id: &str) -> Option<Item> {
    copy.sections.iter_mut().find_map(|section| {
        let place = section.items.iter().position(|item| item.id == id)?;
        Some(section.items.remove(place))
    })
}

/// Puts an item under the heading it has now, after the nearest item that stands before it there and here.
fn put_in(copy: &mut Template, now: &Template, section: usize, item: Item) {
    let Some(there) = now.sections.get(section) else { return };
    let here = match copy.sections.iter().position(|one| one.title == there.title) {
        Some(here) => here,
        None => {
            copy.sections.push(Section { title: there.title.clone(), items: Vec::new() });
            copy.sections.len() - 1
        }
    };
    let Some(section) = copy.sections.get_mut(here) else { return };
    let before = there.items.iter().take_while(|one| one.id != item.id).collect::<Vec<_>>();
    let after = before.iter().rev().find_map(|one| section.items.iter().position(|known| known.id == one.id));
    section.items.insert(after.map_or(0, |place| place + 1), item);
}

/// The questions that an item's conditions name, as `now` asks them.
fn take_questions(copy: &mut Template, now: &Template, item: &Item) {
    let named = item.only_if.iter().filter_map(|condition| condition.question.as_deref());
    for question in named.filter_map(|id| now.question(id)) {
        match copy.questions.iter_mut().find(|known| known.id == question.id) {
            Some(known) => *known = question.clone(),
            None => copy.questions.push(question.clone()),
        }
    }
}
