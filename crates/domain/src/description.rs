//! What a kind of thing looks like: its fields, their types, labels and help.

use crate::raw::RawRow;
use mamori_words::Words;
use std::borrow::Cow;

/// To whom things of a kind belong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The workspace itself: `mamori.toml`.
    Workspace,
    /// The provider: folder `organisation/`.
    Organisation,
    /// One service: folder `services/<id>/`.
    Service,
    /// One institution: folder `institutions/<id>/`.
    Institution,
}

/// Whether a scope holds one thing of a kind or a list of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One thing, a TOML file; every field may be absent while the description is being written.
    Single,
    /// A list, a CSV file; its rows are told apart by their key.
    List,
}

/// What the rows of a kind say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    /// How things are: part of the revision that institutions agree to.
    Present,
    /// What happened: records of operation. They grow every day and change nothing that was agreed, so
    /// they are no part of a revision.
    Past,
}

/// A kind of thing.
#[derive(Debug, PartialEq, Eq)]
pub struct KindDescription {
    /// Name in singular, `kebab-case`: in diagnostics, `mamori rename`, the workbook and JSON.
    pub name: &'static str,
    /// File name without extension.
    pub file: &'static str,
    /// One thing or a list.
    pub shape: Shape,
    /// The fields that make the key of a row: the first field unless the declaration says otherwise,
    /// none of a single thing.
    pub key: &'static [&'static str],
    /// What its rows say.
    pub tense: Tense,
    /// The levels at which it may stand.
    pub levels: &'static [Level],
    /// What it is called.
    pub label: Words,
    /// What it is for.
    pub help: Words,
    /// The fields in the order they are written.
    pub fields: &'static [FieldDescription],
}

/// A field of a kind.
#[derive(Debug, PartialEq, Eq)]
pub struct FieldDescription {
    /// Name, `snake_case`: the column's name in CSV and the key in TOML and JSON.
    pub name: &'static str,
    /// What values it takes.
    pub value: ValueType,
    /// Whether a row without it cannot be read.
    pub required: bool,
    /// What it is called.
    pub label: Words,
    /// What to write into it.
    pub help: Words,
}

/// What values a field takes.
#[derive(Debug, PartialEq, Eq)]
pub enum ValueType {
    /// One line of free text, at most `max` characters.
    Text {
        /// Most characters.
        max: usize,
    },
    /// Free text that may have several lines, at most `max` characters.
    Prose {
        /// Most characters.
        max: usize,
    },
    /// A whole number between two bounds (both included) in a unit.
    Integer {
        /// Smallest value.
        min: i64,
        /// Largest value.
        max: i64,
        /// What is counted.
        unit: Words,
    },
    /// A civil date, `YYYY-MM-DD`.
    Date,
    /// A civil date, or an instant in RFC 3339 with its offset.
    Moment,
    /// One of a few codes.
    Choice(&'static [Choice]),
    /// The id of a thing of a kind. In the key field: the row's own id.
    Reference(&'static str),
    /// An id of the catalogue in use, such as a threat or a control item.
    Catalogue(CatalogueList),
    /// A pattern over derived ids; a trailing `*` covers a group.
    Pattern,
    /// SHA-256 in 64 lower-case hexadecimal digits.
    Sha256,
    /// ISO 3166-1 country code, two capital letters.
    Country,
    /// A short text of a form of its own, such as hours of a day.
    Formed(&'static Form),
    /// The key of a row of another list of the same scope, whose rows are told apart by a text.
    Key(&'static str),
    /// Several values of a type without spaces in them, separated by spaces.
    Several(&'static ValueType),
}

/// A form that texts of a field have.
#[derive(Debug, PartialEq, Eq)]
pub struct Form {
    /// What a text of this form looks like, as a regular expression; it may let more pass than the
    /// builder takes.
    pub pattern: &'static str,
    /// What is written, in words.
    pub words: Words,
    /// Texts of this form.
    pub examples: &'static [&'static str],
}

/// A code a field may have, and what it is called.
#[derive(Debug, PartialEq, Eq)]
pub struct Choice {
    /// The code in files.
    pub code: &'static str,
    /// What it is called.
    pub words: Words,
}

/// The lists of the catalogue a field may point into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CatalogueList {
    /// Threats, such as `T1`.
    Threat,
    /// A control item (`1.1.①-1`) or a measure (`1.1.①`) that covers its items.
    ItemOrMeasure,
    /// Conditions, such as `wireless_lan`.
    Condition,
    /// Information items of table 4-1.
    InformationItem,
    /// Required contents of the regulation's ten parts.
    RegulationContent,
    /// Clauses of the SLA.
    Clause,
    /// Ready clauses of the clause library.
    ClauseText,
    /// Points of chapter 6.
    LegalPoint,
    /// Standard answers that can be adopted by name.
    StandardAnswers,
}

impl KindDescription {
    /// The key of a row: the value of its key field, or those of several with a space between them,
    /// without the empty ones at the end; nothing for a single thing and for a row whose first key
    /// field is empty.
    pub fn key_of<'a>(&self, row: &'a RawRow) -> Cow<'a, str> {
        match self.key {
            [] => Cow::Borrowed(""),
            [only] => Cow::Borrowed(row.text(only)),
            [first, ..] if row.text(first).is_empty() => Cow::Borrowed(""),
            several => Cow::Owned(
                several
                    .iter()
                    .map(|name| row.text(name))
                    .collect::<Vec<_>>()
                    .join(" ")
                    .trim_end()
                    .to_owned(),
            ),
        }
    }

    /// Whether its things have ids of their own, given by the key field of a list.
    pub fn has_own_ids(&self) -> bool {
        self.shape == Shape::List && self.fields[0].value.referenced_kind() == Some(self.name)
    }

    /// A field by name.
    pub fn field(&self, name: &str) -> Option<&'static FieldDescription> {
        self.fields.iter().find(|field| field.name == name)
    }
}

impl ValueType {
    /// The kind referred to, for references and lists of references.
    pub fn referenced_kind(&self) -> Option<&'static str> {
        match self {
            ValueType::Reference(kind) => Some(kind),
            ValueType::Several(inner) => inner.referenced_kind(),
            _ => None,
        }
    }

    /// The catalogue's list pointed into, for single values and lists.
    pub fn catalogue_list(&self) -> Option<CatalogueList> {
        match self {
            ValueType::Catalogue(list) => Some(*list),
            ValueType::Several(inner) => inner.catalogue_list(),
            _ => None,
        }
    }
}
