//! The papers that go with an agreement: conformity disclosure, SLA, glossary.

use super::record::{Placed, Record};
use super::{Reading, entries, only_list};
use crate::glossary::{Term, TermKind};
use crate::problem::{CatalogueProblems, ProblemKind};
use crate::{
    DisclosureColumn, DisclosureItem, DisclosureRow, DisclosureTable, SlaAnnex, SlaChapter, SlaClause,
    SlaFigure,
};
use std::collections::{BTreeMap, BTreeSet};

/// The SLA before it is known to be whole.
#[derive(Default)]
pub(crate) struct SlaDraft {
    pub(crate) chapters: Vec<Placed<SlaChapter>>,
    pub(crate) clauses: Vec<Placed<SlaClause>>,
    pub(crate) annexes: Vec<Placed<SlaAnnex>>,
}

impl Reading<'_> {
    /// Reads `disclosure.toml`.
    pub(crate) fn disclosure(&mut self) -> Vec<Placed<DisclosureItem>> {
        let document = self.document("disclosure.toml");
        let records = only_list(document, "item", &mut self.problems);
        let mut tables_seen = BTreeSet::new();
        entries(records, &mut self.problems, |record, problems| {
            let id = record.id::<crate::InformationItemId>("id", problems)?;
            let tables = entries(record.list("table"), problems, table);
            for table in &tables {
                if !tables_seen.insert(table.entry.id.to_string()) {
                    let kind = ProblemKind::DuplicateId {
                        id: table.entry.id.to_string(),
                    };
                    problems.add(&table.file, Some(table.line), kind);
                }
            }
            let item = DisclosureItem {
                part: record.figure("part", problems),
                mark: record.text("mark", problems),
                title: record.bilingual("title", problems),
                guideline: record.text("guideline", problems),
                question: record.bilingual("ask", problems),
                regulation_part: record.id_optional("regulation_part", problems),
                tables: tables.into_iter().map(|placed| placed.entry).collect(),
                id,
            };
            Some((item.id.to_string(), item))
        })
    }

    /// Reads `sla.toml`.
    pub(crate) fn sla(&mut self) -> SlaDraft {
        let Some(mut document) = self.document("sla.toml") else {
            return SlaDraft::default();
        };
        let problems = &mut self.problems;
        let chapters = entries(document.list("chapter"), problems, |record, problems| {
            let number = record.figure("number", problems);
            Some((
                number.to_string(),
                SlaChapter {
                    number,
                    title: record.bilingual("title", problems),
                },
            ))
        });
        let clauses = entries(document.list("clause"), problems, clause);
        let annexes = entries(document.list("annex"), problems, annex);
        document.finish(problems);
        SlaDraft {
            chapters,
            clauses,
            annexes,
        }
    }

    /// Reads `glossary.toml`.
    pub(crate) fn glossary(&mut self) -> Vec<Placed<Term>> {
        let document = self.document("glossary.toml");
        let records = only_list(document, "term", &mut self.problems);
        entries(records, &mut self.problems, |record, problems| {
            let id = record.id::<crate::TermId>("id", problems)?;
            let kind = record.word("kind", &TermKind::ALL, TermKind::code, problems)?;
            let term = Term {
                kind,
                term: record.bilingual("term", problems),
                reading: record.text("reading", problems),
                aliases: record.texts("aliases"),
                explanation: record.bilingual("explanation", problems),
                id,
            };
            Some((term.id.to_string(), term))
        })
    }
}

fn table(record: &mut Record, problems: &mut CatalogueProblems) -> Option<(String, DisclosureTable)> {
    let id = record.id::<crate::TableId>("id", problems)?;
    let columns = entries(record.list("columns"), problems, |record, problems| {
        let id = record.id::<crate::ColumnId>("id", problems)?;
        Some((
            id.to_string(),
            DisclosureColumn {
                title: record.bilingual("", problems),
                id,
            },
        ))
    });
    let rows = entries(record.list("rows"), problems, |record, problems| {
        let id = record.id::<crate::ColumnId>("id", problems)?;
        let title = record.bilingual("", problems);
        Some((
            id.to_string(),
            DisclosureRow {
                title,
                mhlw: record.optional("mhlw"),
                id,
            },
        ))
    });
    let table = DisclosureTable {
        title: record.bilingual("title", problems),
        mark: record.optional("mark"),
        storage: record.optional("where"),
        columns: columns.into_iter().map(|placed| placed.entry).collect(),
        rows: rows.into_iter().map(|placed| placed.entry).collect(),
        id,
    };
    Some((table.id.to_string(), table))
}

fn clause(record: &mut Record, problems: &mut CatalogueProblems) -> Option<(String, SlaClause)> {
    let id = record.id::<crate::ClauseId>("id", problems)?;
    let clause = SlaClause {
        chapter: record.figure("chapter", problems),
        number: record.text("number", problems),
        guideline: record.text("guideline", problems),
        title: record.bilingual("title", problems),
        summary: record.bilingual("summary", problems),
        settle: record.bilingual("settle", problems),
        depends_on: record.ids("depends_on", problems),
        information: record.texts("information"),
        annexes: record.ids("annexes", problems),
        disclosure_items: record.ids("disclosure_items", problems),
        figures: figures(record, problems),
        id,
    };
    Some((clause.id.to_string(), clause))
}

/// The table `figures` of a clause: whole numbers, lists of them, or `true` for one left open.
fn figures(record: &mut Record, problems: &mut CatalogueProblems) -> BTreeMap<String, SlaFigure> {
    let mut figures = BTreeMap::new();
    for table in record.list("figures") {
        for (name, value) in &table.values {
            let numbers: Vec<u32> = value.texts.iter().filter_map(|text| text.parse().ok()).collect();
            let figure = match value.texts.as_slice() {
                [one] if one == "true" => SlaFigure::Open,
                [_] if numbers.len() == 1 => SlaFigure::Number(numbers[0]),
                texts if !texts.is_empty() && numbers.len() == texts.len() => SlaFigure::Numbers(numbers),
                texts => {
                    let kind = ProblemKind::BadFigure {
                        field: name.clone(),
                        text: texts.join(" "),
                    };
                    problems.add(&table.file, Some(value.line), kind);
                    continue;
                }
            };
            figures.insert(name.clone(), figure);
        }
    }
    figures
}

fn annex(record: &mut Record, problems: &mut CatalogueProblems) -> Option<(String, SlaAnnex)> {
    let id = record.id::<crate::AnnexId>("id", problems)?;
    let named_by = record.id("named_by", problems)?;
    let annex = SlaAnnex {
        mark: record.text("mark", problems),
        title: record.bilingual("title", problems),
        named_by,
        printed_in_source: record.yes("printed_in_source", problems),
        document: record.optional("document"),
        content: record.bilingual("content", problems),
        measures: record.ids("measures", problems),
        id,
    };
    Some((annex.id.to_string(), annex))
}
