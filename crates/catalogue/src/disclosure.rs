//! The structure of the conformity disclosure.

use crate::{Bilingual, ColumnId, Entry, InformationItemId, RegulationPartId, TableId};

/// A column of a table of the disclosure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisclosureColumn {
    /// Its identifier within the table.
    pub id: ColumnId,
    /// Its heading.
    pub title: Bilingual,
}

/// A fixed row of a table of the disclosure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisclosureRow {
    /// Its identifier within the table.
    pub id: ColumnId,
    /// What it asks.
    pub title: Bilingual,
    /// The requirement of the MHLW guideline it goes back to.
    pub mhlw: Option<String>,
}

/// A table that an item of the disclosure is answered with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisclosureTable {
    /// Its identifier within the disclosure.
    pub id: TableId,
    /// Its title.
    pub title: Bilingual,
    /// The mark within the item, for example `b-ア`.
    pub mark: Option<String>,
    /// The case of storage it holds for, for example `institution` or `network`.
    pub storage: Option<String>,
    /// Its columns.
    pub columns: Vec<DisclosureColumn>,
    /// Its fixed rows; without any, the provider adds rows as needed.
    pub rows: Vec<DisclosureRow>,
}

/// An item of the conformity disclosure (サービス仕様適合開示書), GL 別紙1 part I. It has the identifier
/// of the information item it discloses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisclosureItem {
    /// The information item.
    pub id: InformationItemId,
    /// The part of the form, 1 or 2.
    pub part: u32,
    /// The mark as printed, for example `①`.
    pub mark: String,
    /// Its title.
    pub title: Bilingual,
    /// The section of the guideline.
    pub guideline: String,
    /// What it asks, as a question.
    pub question: Bilingual,
    /// The part of the regulation that says it, if one does.
    pub regulation_part: Option<RegulationPartId>,
    /// Its tables.
    pub tables: Vec<DisclosureTable>,
}

impl Entry for DisclosureItem {
    type Id = InformationItemId;

    fn id(&self) -> &InformationItemId {
        &self.id
    }
}
