//! An ordered list whose entries are found by their identifier.

use std::borrow::Borrow;
use std::collections::BTreeMap;

/// Something with an identifier of its own within an edition.
pub trait Entry {
    /// The type of its identifier.
    type Id: Ord + Clone;

    /// Its identifier.
    fn id(&self) -> &Self::Id;
}

/// Entries in the order of the data, found by identifier. It cannot be changed once made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Register<T: Entry> {
    entries: Vec<T>,
    places: BTreeMap<T::Id, usize>,
}

impl<T: Entry> Default for Register<T> {
    fn default() -> Self {
        Register {
            entries: Vec::new(),
            places: BTreeMap::new(),
        }
    }
}

impl<T: Entry> Register<T> {
    /// Takes entries in their order. Of two with the same identifier the first is found; the reading
    /// reports the second before it comes here.
    pub(crate) fn new(entries: Vec<T>) -> Self {
        let mut places = BTreeMap::new();
        for (place, entry) in entries.iter().enumerate() {
            places.entry(entry.id().clone()).or_insert(place);
        }
        Register { entries, places }
    }

    /// The entry with this identifier; a plain text may be given.
    pub fn get<Q>(&self, id: &Q) -> Option<&T>
    where
        T::Id: Borrow<Q>,
        Q: Ord + ?Sized,
    {
        self.places.get(id).map(|place| &self.entries[*place])
    }

    /// Whether there is an entry with this identifier.
    pub fn contains<Q>(&self, id: &Q) -> bool
    where
        T::Id: Borrow<Q>,
        Q: Ord + ?Sized,
    {
        self.places.contains_key(id)
    }

    /// The place of an entry in the order of the data, counted from 0.
    pub fn place<Q>(&self, id: &Q) -> Option<usize>
    where
        T::Id: Borrow<Q>,
        Q: Ord + ?Sized,
    {
        self.places.get(id).copied()
    }

    /// The entries in the order of the data.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.entries.iter()
    }

    /// The entries in the order of the data.
    pub fn as_slice(&self) -> &[T] {
        &self.entries
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl<'a, T: Entry> IntoIterator for &'a Register<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.iter()
    }
}
