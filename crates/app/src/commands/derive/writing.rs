//! Writes JSON, a line to the entry, into memory that is printed by the block.
//!
//! A large service has a hundred thousand entries, and printing them is most of what the command does.
//! Ids are therefore copied without looking for characters to escape, and what many entries share is
//! rendered once.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Place;
use std::io::{Result, Write};

/// Bytes gathered before they are printed: enough that printing costs nothing, few enough to stay in
/// the processor's cache.
const GATHERED: usize = 1 << 17;

/// The lines of lists, printed by the block.
pub(super) struct Lines<'o, W> {
    out: &'o mut W,
    gathered: Vec<u8>,
    first: bool,
}

impl<'o, W: Write> Lines<'o, W> {
    /// Begins the first list with what stands in front of it.
    pub(super) fn begin(out: &'o mut W, before: &str) -> Self {
        let mut gathered = Vec::with_capacity(GATHERED * 2);
        gathered.extend_from_slice(before.as_bytes());
        Lines {
            out,
            gathered,
            first: true,
        }
    }

    /// Begins the next line.
    pub(super) fn next(&mut self) -> Result<&mut Vec<u8>> {
        if self.gathered.len() >= GATHERED {
            self.print()?;
        }
        self.gathered
            .extend_from_slice(if self.first { b"\n" } else { b",\n" });
        self.first = false;
        Ok(&mut self.gathered)
    }

    /// Ends this list and begins the next.
    pub(super) fn turn(&mut self, between: &str) {
        self.first = true;
        self.gathered.extend_from_slice(between.as_bytes());
    }

    /// Ends the last list.
    pub(super) fn end(mut self, after: &str) -> Result<()> {
        self.gathered.extend_from_slice(after.as_bytes());
        self.print()?;
        self.out.flush()
    }

    fn print(&mut self) -> Result<()> {
        self.out.write_all(&self.gathered)?;
        self.gathered.clear();
        Ok(())
    }
}

/// Writes one object, whose fields follow each other.
pub(super) struct Entry<'o> {
    out: &'o mut Vec<u8>,
    first: bool,
}

impl<'o> Entry<'o> {
    /// Begins an object.
    pub(super) fn begin(out: &'o mut Vec<u8>) -> Self {
        out.push(b'{');
        Entry { out, first: true }
    }

    /// Ends it.
    pub(super) fn end(self) {
        self.out.push(b'}');
    }

    /// A field's name; its value is for the caller to write.
    pub(super) fn field(&mut self, name: &str) -> &mut Vec<u8> {
        self.out
            .extend_from_slice(if self.first { b"\"" } else { b",\"" });
        self.first = false;
        self.out.extend_from_slice(name.as_bytes());
        self.out.extend_from_slice(b"\":");
        self.out
    }

    /// A value that is JSON already.
    pub(super) fn rendered(&mut self, name: &str, json: &[u8]) {
        self.field(name).extend_from_slice(json);
    }

    /// An id or another word of ours.
    pub(super) fn id(&mut self, name: &str, value: &str) {
        id(self.field(name), value);
    }

    /// An id, or null.
    pub(super) fn maybe_id(&mut self, name: &str, value: Option<&str>) {
        match value {
            Some(value) => self.id(name, value),
            None => self.rendered(name, b"null"),
        }
    }

    /// Ids as a list.
    pub(super) fn ids<'v>(&mut self, name: &str, values: impl IntoIterator<Item = &'v str>) {
        ids(self.field(name), values);
    }

    /// A text, which may hold anything.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        text(self.field(name), value);
    }

    /// A text, or null.
    pub(super) fn maybe_text(&mut self, name: &str, value: Option<&str>) {
        match value {
            Some(value) => self.text(name, value),
            None => self.rendered(name, b"null"),
        }
    }

    /// A number.
    pub(super) fn number(&mut self, name: &str, value: i16) {
        number(self.field(name), value);
    }

    /// Yes or no.
    pub(super) fn yes(&mut self, name: &str, value: bool) {
        self.rendered(name, if value { b"true" } else { b"false" });
    }
}

/// Writes an id. Ids hold small letters, digits and a few signs that JSON never escapes.
fn id(out: &mut Vec<u8>, value: &str) {
    debug_assert!(!value.contains(|c: char| c.is_control() || c == '"' || c == '\\'));
    out.push(b'"');
    out.extend_from_slice(value.as_bytes());
    out.push(b'"');
}

/// Writes ids as a list.
pub(super) fn ids<'v>(out: &mut Vec<u8>, values: impl IntoIterator<Item = &'v str>) {
    out.push(b'[');
    for (at, value) in values.into_iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        id(out, value);
    }
    out.push(b']');
}

/// Writes a text with what JSON escapes.
pub(super) fn text(out: &mut Vec<u8>, value: &str) {
    // Memory takes everything, and a text is always valid JSON.
    let _ = serde_json::to_writer(out, value);
}

fn number(out: &mut Vec<u8>, value: i16) {
    match u8::try_from(value) {
        Ok(digit @ 0..=9) => out.push(b'0' + digit),
        // Memory takes everything.
        _ => _ = write!(out, "{value}"),
    }
}

/// What many entries share, rendered when it is first met.
pub(super) struct Shared<K> {
    rendered: BTreeMap<K, Vec<u8>>,
}

impl<K: Ord> Shared<K> {
    /// Nothing rendered yet.
    pub(super) fn new() -> Self {
        Shared {
            rendered: BTreeMap::new(),
        }
    }

    /// The JSON of a thing. Its key must tell it from all others; where that is the place it lies at,
    /// the caller keeps it alive as long as this.
    pub(super) fn of(&mut self, key: K, render: impl FnOnce(&mut Vec<u8>)) -> &[u8] {
        match self.rendered.entry(key) {
            Place::Occupied(place) => place.into_mut(),
            Place::Vacant(place) => {
                let mut json = Vec::new();
                render(&mut json);
                place.insert(json)
            }
        }
    }
}
