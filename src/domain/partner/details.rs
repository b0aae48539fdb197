//! What the user hangs on a partner: tags, links and fields of their own.

use crate::domain::custom_field::CustomField;
use crate::domain::id::Id;
use crate::domain::link::Link;
use crate::domain::listing;
use crate::domain::moment::Moment;
use crate::domain::order::sorted_by_key;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::tag::Tag;

use super::Partner;

impl Partner {
    /// The tags by their words, capitals aside.
    pub fn tags_in_order(&self) -> Vec<&Tag> {
        sorted_by_key(self.tags.values().collect(), |tag| tag.as_str().to_lowercase())
    }

    /// Whether the partner has the tag, capitals aside.
    pub fn has_tag(&self, tag: &Tag) -> bool {
        self.tags.contains_key(&tag.id())
    }

    /// Gives the partner a tag; one it has already is spelled anew. Refuses more than
    /// [`Tag::MOST`].
    pub fn add_tag(&mut self, tag: Tag) -> Result<(), Refusal> {
        let id = tag.id();
        match self.tags.get(&id) {
            Some(standing) if *standing == tag => return Ok(()),
            Some(_) => {}
            None => Refusal::unless_room(Field::Tag, self.tags.len(), Tag::MOST)?,
        }
        self.tags.insert(id, tag);
        Ok(())
    }

    /// Takes a tag off, capitals aside. One it has not is no reason to refuse.
    pub fn remove_tag(&mut self, tag: &Tag) {
        self.tags.remove(&tag.id());
    }

    /// Adds a custom field as the last. Refuses a name that another field has, and more than
    /// 20.
    pub fn add_field(
        &mut self,
        field: CustomField,
        moment: &mut Moment<'_>,
    ) -> Result<Id<CustomField>, Refusal> {
        self.refuse_taken_name(&field, None)?;
        listing::add(&mut self.fields, field, moment)
    }

    /// Corrects a custom field, which stays in its place. Refuses a name that another field has,
    /// and when it is gone.
    pub fn edit_field(&mut self, id: Id<CustomField>, field: CustomField) -> Result<(), Refusal> {
        self.refuse_taken_name(&field, Some(id))?;
        listing::edit(&mut self.fields, id, field)
    }

    /// The links in their order; [`listing`] adds, edits, moves and removes them.
    pub fn links_in_order(&self) -> Vec<(Id<Link>, &Link)> {
        listing::in_order(&self.links)
    }

    /// The custom fields in their order; [`listing`] moves and removes them.
    pub fn fields_in_order(&self) -> Vec<(Id<CustomField>, &CustomField)> {
        listing::in_order(&self.fields)
    }

    fn refuse_taken_name(&self, field: &CustomField, but: Option<Id<CustomField>>) -> Result<(), Refusal> {
        let mut others = self.fields.iter().filter(|(id, _)| Some(**id) != but);
        match others.find(|(_, other)| other.name.has_same_letters(&field.name)) {
            Some((_, other)) => Err(Refusal::NameTaken {
                field: Field::FieldName,
                what: "field",
                name: other.name.to_string(),
            }),
            None => Ok(()),
        }
    }
}
