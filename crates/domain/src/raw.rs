//! The raw tree: every value as text, with the place it came from.
//!
//! All encodings read into this tree and write from it. A list value is its ids joined by single
//! spaces, an integer its decimal digits, an absent value the empty text.

use crate::description::KindDescription;
use crate::workspace::Scope;
use std::fmt;
use std::sync::Arc;

/// Where a value stands in the user's input.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A text file, relative to the workspace; line and column count from 1 (0 = the whole file).
    File {
        /// Path inside the workspace, with `/`.
        file: Arc<str>,
        /// Line, from 1; 0 for the whole file.
        line: u32,
        /// Column of the first character, from 1; 0 for the whole line.
        column: u32,
    },
    /// A cell of a workbook, such as `C7`; empty for the whole sheet.
    Sheet {
        /// The sheet's name.
        sheet: Arc<str>,
        /// The cell.
        cell: String,
    },
    /// A JSON pointer (RFC 6901).
    Pointer(String),
    /// Made by the program, not read from anywhere.
    Made,
}

impl Place {
    /// A place that names a whole file.
    pub fn file(file: &str) -> Self {
        Place::File {
            file: file.into(),
            line: 0,
            column: 0,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::File { file, line: 0, .. } => write!(f, "{file}"),
            Place::File {
                file,
                line,
                column: 0,
            } => write!(f, "{file}:{line}"),
            Place::File { file, line, column } => write!(f, "{file}:{line}:{column}"),
            Place::Sheet { sheet, cell } if cell.is_empty() => write!(f, "{sheet}"),
            Place::Sheet { sheet, cell } => write!(f, "{sheet}!{cell}"),
            Place::Pointer(pointer) => write!(f, "{pointer}"),
            Place::Made => write!(f, "-"),
        }
    }
}

/// A value as text, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawCell {
    /// Name of the field as the input has it.
    pub name: Arc<str>,
    /// The value; never empty (an absent value has no cell).
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

/// One row of a list, or the one set of values of a single thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawRow {
    /// Where the row begins.
    pub place: Place,
    /// Its values, in the order of the input.
    pub cells: Vec<RawCell>,
}

impl RawRow {
    /// The value of a field; empty when absent.
    pub fn text(&self, field: &str) -> &str {
        self.cell(field).map_or("", |cell| cell.text.as_str())
    }

    /// The cell of a field.
    pub fn cell(&self, field: &str) -> Option<&RawCell> {
        self.cells.iter().find(|cell| &*cell.name == field)
    }

    /// The place of a field, or of the row when the field is absent.
    pub fn place_of(&self, field: &str) -> &Place {
        self.cell(field).map_or(&self.place, |cell| &cell.place)
    }
}

/// All rows of one kind in one scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawList {
    /// The kind's description.
    pub kind: &'static KindDescription,
    /// The rows in order; a single thing has at most one.
    pub rows: Vec<RawRow>,
}

/// One scope: the workspace's settings, the organisation, a service or an institution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawScope {
    /// Which one.
    pub scope: Scope,
    /// Its lists that have rows, in the order of the descriptions.
    pub lists: Vec<RawList>,
}

impl RawScope {
    /// The rows of a kind.
    pub fn rows(&self, kind: &str) -> &[RawRow] {
        self.lists
            .iter()
            .find(|list| list.kind.name == kind)
            .map_or(&[], |list| &list.rows)
    }
}

/// A whole workspace as raw values.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RawWorkspace {
    /// The scopes: settings, organisation, services by id, institutions by id.
    pub scopes: Vec<RawScope>,
}

impl RawWorkspace {
    /// One scope.
    pub fn scope(&self, scope: &Scope) -> Option<&RawScope> {
        self.scopes.iter().find(|raw| raw.scope == *scope)
    }

    /// The row of a kind with a key; a single thing has the empty key.
    pub fn row(&self, scope: &Scope, kind: &str, key: &str) -> Option<&RawRow> {
        let list = self
            .scope(scope)?
            .lists
            .iter()
            .find(|list| list.kind.name == kind)?;
        list.rows.iter().find(|row| list.kind.key_of(row) == key)
    }
}
