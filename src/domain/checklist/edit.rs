//! Changing a template of one's own: what buttons and dragging do to it.

use super::built_in::BuiltIn;
use super::template::{Condition, EvidenceKind, Format, Item, PartnerField, Section, Template};

impl Template {
    /// A new one to begin with: one section with one item, still without words.
    pub fn blank() -> Self {
        let sections = vec![Section { title: String::new(), items: vec![Item::blank("item-1".to_owned())] }];
        Self {
            format: Format,
            id: "own".to_owned(),
            version: 1,
            title: String::new(),
            purpose: String::new(),
            when: String::new(),
            not_when: String::new(),
            sources: Vec::new(),
            anchor: String::new(),
            recurs: None,
            based_on: None,
            questions: Vec::new(),
            sections,
        }
    }

    /// A copy to change; of a built-in, it remembers which.
    pub fn duplicate(&self, title: String) -> Self {
        let based_on =
            BuiltIn::of_id(&self.id).map(|one| one.id().to_owned()).or_else(|| self.based_on.clone());
        Self { title, version: 1, based_on, ..self.clone() }
    }

    /// What the built-in it began as says, under its own title and with the next version.
    pub fn reset_to(&self, built_in: &Self) -> Self {
        Self {
            title: self.title.clone(),
            version: self.version.saturating_add(1),
            based_on: self.based_on.clone(),
            ..built_in.clone()
        }
    }

    /// An id for an item that no item has.
    pub fn free_item_id(&self) -> String {
        free("item", |id| self.item(id).is_some())
    }

    /// An id for a question that no question has.
    pub fn free_question_id(&self) -> String {
        free("question", |id| self.question(id).is_some())
    }

    /// A further condition of an item, still without answers: about the first question it does not look at yet, or else the
    /// first field of the partner.
    pub fn next_condition(&self, item: &Item) -> Condition {
        let looks_at = |is: &dyn Fn(&Condition) -> bool| item.only_if.iter().any(is);
        let mut ids = self.questions.iter().map(|question| &question.id);
        let question =
            ids.find(|id| !looks_at(&|condition: &Condition| condition.question.as_ref() == Some(*id)));
        let mut fields = PartnerField::ALL.into_iter();
        let field =
            fields.find(|field| !looks_at(&|condition: &Condition| condition.partner == Some(*field)));
        let partner = question.is_none().then(|| field.unwrap_or(PartnerField::Kind));
        Condition { question: question.cloned(), partner, is_one_of: Vec::new() }
    }

    /// Moves an item one place up or down, across headings as well. The first and the last stay.
    pub fn shift_item(&mut self, section: usize, item: usize, is_up: bool) -> Option<(usize, usize)> {
        let count = |template: &Self, place: usize| template.sections.get(place).map(|one| one.items.len());
        let to = if is_up {
            match item.checked_sub(1) {
                Some(above) => (section, above),
                None => {
                    let above = section.checked_sub(1)?;
                    (above, count(self, above)?)
                }
            }
        } else if item + 1 < count(self, section)? {
            (section, item + 1)
        } else {
            (section + 1, count(self, section + 1).map(|_| 0)?)
        };
        self.move_item((section, item), to).then_some(to)
    }

    /// Moves an item to a place; `to` counts without the item itself. Whether it moved.
    pub fn move_item(&mut self, from: (usize, usize), to: (usize, usize)) -> bool {
        if self.sections.get(to.0).is_none() || from == to {
            return false;
        }
        let Some(section) = self.sections.get_mut(from.0) else { return false };
        if from.1 >= section.items.len() {
            return false;
        }
        let item = section.items.remove(from.1);
        if let Some(section) = self.sections.get_mut(to.0) {
            section.items.insert(to.1.min(section.items.len()), item);
        }
        true
    }

    /// Moves a section up or down; the first and the last stay.
    pub fn shift_section(&mut self, section: usize, is_up: bool) {
        let to = if is_up { section.checked_sub(1) } else { Some(section + 1) };
        if let Some(to) = to.filter(|to| *to < self.sections.len() && section < self.sections.len()) {
            self.sections.swap(section, to);
        }
    }

    /// Takes a question away, with the conditions that look at it.
    pub fn remove_question(&mut self, place: usize) {
        if place >= self.questions.len() {
            return;
        }
        let question = self.questions.remove(place);
        for item in self.sections.iter_mut().flat_map(|section| &mut section.items) {
            item.only_if.retain(|condition| condition.question.as_ref() != Some(&question.id));
        }
    }
}

impl Item {
    /// An item without words yet.
    pub fn blank(id: String) -> Self {
        Self {
            id,
            text: String::new(),
            help: String::new(),
            due: None,
            due_on: None,
            required: true,
            evidence: EvidenceKind::None,
            only_if: Vec::new(),
        }
    }
}

/// The first of `stem-1`, `stem-2` … that is not taken.
fn free(stem: &str, is_taken: impl Fn(&str) -> bool) -> String {
    (1_u32..).map(|number| format!("{stem}-{number}")).find(|id| !is_taken(id)).unwrap_or_default()
}
