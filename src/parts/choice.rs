//! Choosing a word of the domain in a form.

use leptos::prelude::*;

use crate::catalogue::Word;

/// What is chosen among the words of one list. A copy is a pointer to the same choice.
///
/// It keeps the place in the list, so that one kind of signal and one field serve every list.
#[derive(Clone, Copy)]
pub struct Choice<W: 'static> {
    all: &'static [W],
    place: RwSignal<usize>,
}

impl<W: Word + PartialEq> Choice<W> {
    /// A choice among `all`, `chosen` to begin with; the first of them when it is none of them.
    pub fn new(all: &'static [W], chosen: W) -> Self {
        let place = all.iter().position(|one| *one == chosen).unwrap_or(0);
        Self { all, place: RwSignal::new(place) }
    }

    /// The words of the list.
    pub fn words(self) -> Vec<String> {
        self.all.iter().map(|one| one.word().to_owned()).collect()
    }

    /// The place of what is chosen, for the field.
    pub fn place(self) -> RwSignal<usize> {
        self.place
    }

    /// What is chosen now, or `otherwise` should the field name a place beyond the list.
    pub fn chosen_or(self, otherwise: W) -> W {
        self.all.get(self.place.get_untracked()).copied().unwrap_or(otherwise)
    }
}
