//! Records of one kind by id.

use std::sync::Arc;

use super::id::Id;
use super::table::{self, Table};

/// Records of one kind by id, oldest id first. Copies share what they have in common, and a changed
/// record is the only one that is copied.
///
/// A [`Table`] of shared records rather than of records: all kinds then look alike to most of its code.
#[derive(Debug, PartialEq, Eq)]
pub struct Collection<E>(Table<Id<E>, Arc<E>>);

impl<E> Collection<E> {
    /// A collection without records.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The record of an id.
    pub fn get(&self, id: &Id<E>) -> Option<&E> {
        self.0.get(id).map(Arc::as_ref)
    }

    /// The record of an id, to change it.
    pub fn get_mut(&mut self, id: &Id<E>) -> Option<&mut E>
    where
        E: Clone,
    {
        self.0.get_mut(id).map(Arc::make_mut)
    }

    /// Whether the id has a record.
    pub fn contains_key(&self, id: &Id<E>) -> bool {
        self.0.contains_key(id)
    }

    /// Puts a record in, and gives back the one the id had.
    pub fn insert(&mut self, id: Id<E>, record: E) -> Option<Arc<E>> {
        self.0.insert(id, Arc::new(record))
    }

    /// Takes the record of an id out, if there is one.
    pub fn remove(&mut self, id: &Id<E>) -> Option<Arc<E>> {
        self.0.remove(id)
    }

    /// Keeps the records for which `is_kept` says so.
    pub fn retain(&mut self, mut is_kept: impl FnMut(&Id<E>, &E) -> bool) {
        self.0.retain(|id, record| is_kept(id, record));
    }

    /// Ids with their records, oldest id first.
    pub fn iter(&self) -> Iter<'_, E> {
        self.0.iter().map(as_record)
    }

    /// The ids, oldest first.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &Id<E>> + Clone {
        self.0.keys()
    }

    /// The records, oldest id first.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &E> + Clone {
        self.0.values().map(Arc::as_ref)
    }

    /// Whether both are the very same records, told without looking at them.
    pub fn ptr_eq(&self, other: &Self) -> bool {
        self.0.ptr_eq(&other.0)
    }
}

/// Ids with their records.
pub type Iter<'a, E> =
    std::iter::Map<table::Iter<'a, Id<E>, Arc<E>>, fn((&'a Id<E>, &'a Arc<E>)) -> (&'a Id<E>, &'a E)>;

fn as_record<'a, E>((id, record): (&'a Id<E>, &'a Arc<E>)) -> (&'a Id<E>, &'a E) {
    (id, record)
}

impl<E> Clone for Collection<E> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<E> Default for Collection<E> {
    fn default() -> Self {
        Self(Table::default())
    }
}

impl<'a, E> IntoIterator for &'a Collection<E> {
    type Item = (&'a Id<E>, &'a E);
    type IntoIter = Iter<'a, E>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<E> Extend<(Id<E>, E)> for Collection<E> {
    fn extend<T: IntoIterator<Item = (Id<E>, E)>>(&mut self, records: T) {
        for (id, record) in records {
            self.insert(id, record);
        }
    }
}

impl<E> FromIterator<(Id<E>, E)> for Collection<E> {
    fn from_iter<T: IntoIterator<Item = (Id<E>, E)>>(records: T) -> Self {
        let mut collection = Self::new();
        collection.extend(records);
        collection
    }
}
