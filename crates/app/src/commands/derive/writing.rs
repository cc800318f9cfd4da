//! Writes JSON a line to the entry, straight into the stream.
//!
//! A large service has a hundred thousand entries, and printing them is most of what the command does.
//! Ids are therefore copied without looking for characters to escape, and what many entries share is
//! rendered once.

use std::collections::BTreeMap;
use std::io::{Result, Write};
use std::sync::Arc;

/// Writes one entry: an object whose fields follow each other.
pub(super) struct Entry<'o, W> {
    out: &'o mut W,
    first: bool,
}

impl<'o, W: Write> Entry<'o, W> {
    /// Begins an object.
    pub(super) fn begin(out: &'o mut W) -> Result<Self> {
        out.write_all(b"{")?;
        Ok(Entry { out, first: true })
    }

    /// Ends it.
    pub(super) fn end(self) -> Result<()> {
        self.out.write_all(b"}")
    }

    /// A field's name; its value is for the caller to write.
    pub(super) fn field(&mut self, name: &str) -> Result<&mut W> {
        self.out.write_all(if self.first { b"\"" } else { b",\"" })?;
        self.first = false;
        self.out.write_all(name.as_bytes())?;
        self.out.write_all(b"\":")?;
        Ok(self.out)
    }

    /// An id or another word of ours.
    pub(super) fn id(&mut self, name: &str, value: &str) -> Result<()> {
        id(self.field(name)?, value)
    }

    /// An id, or null.
    pub(super) fn maybe_id(&mut self, name: &str, value: Option<&str>) -> Result<()> {
        match value {
            Some(value) => self.id(name, value),
            None => self.field(name)?.write_all(b"null"),
        }
    }

    /// Ids as a list.
    pub(super) fn ids<'v>(&mut self, name: &str, values: impl IntoIterator<Item = &'v str>) -> Result<()> {
        ids(self.field(name)?, values)
    }

    /// A text, which may hold anything.
    pub(super) fn text(&mut self, name: &str, value: &str) -> Result<()> {
        text(self.field(name)?, value)
    }

    /// A text, or null.
    pub(super) fn maybe_text(&mut self, name: &str, value: Option<&str>) -> Result<()> {
        match value {
            Some(value) => self.text(name, value),
            None => self.field(name)?.write_all(b"null"),
        }
    }

    /// A number.
    pub(super) fn number(&mut self, name: &str, value: i16) -> Result<()> {
        Ok(serde_json::to_writer(self.field(name)?, &value)?)
    }
}

/// Writes an id. Ids hold small letters, digits and a few signs that JSON never escapes.
fn id(out: &mut impl Write, value: &str) -> Result<()> {
    debug_assert!(!value.contains(|c: char| c.is_control() || c == '"' || c == '\\'));
    out.write_all(b"\"")?;
    out.write_all(value.as_bytes())?;
    out.write_all(b"\"")
}

/// Writes ids as a list.
pub(super) fn ids<'v>(out: &mut impl Write, values: impl IntoIterator<Item = &'v str>) -> Result<()> {
    out.write_all(b"[")?;
    for (at, value) in values.into_iter().enumerate() {
        if at > 0 {
            out.write_all(b",")?;
        }
        id(out, value)?;
    }
    out.write_all(b"]")
}

/// Writes a text with what JSON escapes.
fn text(out: &mut impl Write, value: &str) -> Result<()> {
    Ok(serde_json::to_writer(out, value)?)
}

/// Lists that entries share, each rendered when it is first met.
pub(super) struct Shared<T> {
    rendered: BTreeMap<*const T, Vec<u8>>,
}

impl<T> Shared<T> {
    /// Nothing rendered yet.
    pub(super) fn new() -> Self {
        Shared {
            rendered: BTreeMap::new(),
        }
    }

    /// The JSON of a list. Lists are told apart by where they lie, so the caller must keep them alive
    /// as long as this: it borrows them from the register it prints.
    pub(super) fn of(
        &mut self,
        list: &Arc<[T]>,
        render: impl FnOnce(&mut Vec<u8>) -> Result<()>,
    ) -> Result<&[u8]> {
        let place = list.as_ptr();
        if !self.rendered.contains_key(&place) {
            let mut json = Vec::new();
            render(&mut json)?;
            self.rendered.insert(place, json);
        }
        Ok(&self.rendered[&place])
    }
}
