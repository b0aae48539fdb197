//! A small sorted map whose copies share their contents until one of them changes.

use std::sync::Arc;

/// Entries by key, in the order of keys. A copy is a shared pointer, copied when it is changed.
///
/// A sorted list rather than a tree: dossiers hold hundreds of entries, new keys come last, and
/// `imbl`'s tree, compiled once for each of a dozen kinds of record, took a tenth of the page.
#[derive(Debug, PartialEq, Eq)]
pub struct Table<K, V>(Arc<Vec<(K, V)>>);

impl<K: Ord + Clone, V: Clone> Table<K, V> {
    /// A table without entries.
    pub fn new() -> Self {
        Self(Arc::new(Vec::new()))
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The entry of a key.
    pub fn get(&self, key: &K) -> Option<&V> {
        let place = self.place(key).ok()?;
        self.0.get(place).map(|(_, value)| value)
    }

    /// The entry of a key, to change it.
    pub fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        let place = self.place(key).ok()?;
        Arc::make_mut(&mut self.0).get_mut(place).map(|(_, value)| value)
    }

    /// Whether the key has an entry.
    pub fn contains_key(&self, key: &K) -> bool {
        self.place(key).is_ok()
    }

    /// Puts an entry in, in the place of the one the key had.
    pub fn insert(&mut self, key: K, value: V) {
        let place = self.place(&key);
        let entries = Arc::make_mut(&mut self.0);
        match place {
            Ok(place) => {
                if let Some(entry) = entries.get_mut(place) {
                    entry.1 = value;
                }
            }
            Err(place) => entries.insert(place, (key, value)),
        }
    }

    /// Takes the entry of a key out; false when there was none.
    pub fn remove(&mut self, key: &K) -> bool {
        let place = self.place(key);
        if let Ok(place) = place {
            Arc::make_mut(&mut self.0).remove(place);
        }
        place.is_ok()
    }

    /// Keys with their entries, in the order of keys.
    pub fn iter(&self) -> Iter<'_, K, V> {
        self.0.iter().map(as_pair)
    }

    /// The keys, in their order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    /// The entries, in the order of keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    /// Whether both are the very same contents, told without looking at them.
    pub fn ptr_eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    fn place(&self, key: &K) -> Result<usize, usize> {
        // New keys come last nearly always.
        match self.0.last() {
            Some((last, _)) if last < key => Err(self.0.len()),
            _ => self.0.binary_search_by(|(held, _)| held.cmp(key)),
        }
    }
}

/// Keys with their entries.
pub type Iter<'a, K, V> = std::iter::Map<std::slice::Iter<'a, (K, V)>, fn(&'a (K, V)) -> (&'a K, &'a V)>;

fn as_pair<K, V>(entry: &(K, V)) -> (&K, &V) {
    (&entry.0, &entry.1)
}

impl<K, V> Clone for Table<K, V> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<'a, K: Ord + Clone, V: Clone> IntoIterator for &'a Table<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<K: Ord + Clone, V: Clone> Extend<(K, V)> for Table<K, V> {
    fn extend<T: IntoIterator<Item = (K, V)>>(&mut self, entries: T) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<K: Ord + Clone, V: Clone> FromIterator<(K, V)> for Table<K, V> {
    fn from_iter<T: IntoIterator<Item = (K, V)>>(entries: T) -> Self {
        let mut table = Self::new();
        table.extend(entries);
        table
    }
}
