//! Counts of a catalogue.

use crate::{Catalogue, ItemClass};

/// Counts of what a catalogue holds, for the evidence and for the reference pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stats {
    /// Viewpoints.
    pub viewpoints: usize,
    /// Groups (大項目).
    pub groups: usize,
    /// Measures (小項目).
    pub measures: usize,
    /// Control items.
    pub items: usize,
    /// Items printed with ◎.
    pub class_double_circle: usize,
    /// Items printed with ○.
    pub class_circle: usize,
    /// Items whose class is lost in the source.
    pub class_lost: usize,
    /// Items that repeat another.
    pub duplicates: usize,
    /// Items that apply only under a condition.
    pub conditional_items: usize,
    /// Items that are agreed with the institution.
    pub agreed_items: usize,
    /// Items where the institution has to do something itself.
    pub institution_items: usize,
    /// Requirements of the other guideline.
    pub requirements: usize,
    /// Links from items and measures to requirements.
    pub links: usize,
    /// Threats.
    pub threats: usize,
    /// Conditions.
    pub conditions: usize,
    /// Things the institution is told.
    pub information_items: usize,
    /// Parts of the regulation.
    pub regulation_parts: usize,
    /// Uniform requirements.
    pub chapter_six: usize,
    /// Items of the conformity disclosure.
    pub disclosure_items: usize,
    /// Clauses of the example SLA.
    pub sla_clauses: usize,
    /// Terms of the glossary.
    pub terms: usize,
    /// Clauses of the guideline that are mapped to what answers them.
    pub guideline_clauses: usize,
    /// Items whose official wording can be told by its fingerprint.
    pub official_hashes: usize,
}

/// Counts a catalogue.
pub fn stats(catalogue: &Catalogue) -> Stats {
    let count = |test: &dyn Fn(&crate::ControlItem) -> bool| {
        catalogue.items().iter().filter(|item| test(item)).count()
    };
    Stats {
        viewpoints: catalogue.viewpoints().len(),
        groups: catalogue.groups().len(),
        measures: catalogue.measures().len(),
        items: catalogue.items().len(),
        class_double_circle: count(&|item| item.class == ItemClass::DoubleCircle),
        class_circle: count(&|item| item.class == ItemClass::Circle),
        class_lost: count(&|item| item.class == ItemClass::Lost),
        duplicates: count(&|item| item.duplicate_of.is_some()),
        conditional_items: count(&|item| item.condition.is_some()),
        agreed_items: count(&|item| item.duties.agree),
        institution_items: count(&|item| item.institution.is_some()),
        requirements: catalogue.requirements().len(),
        links: catalogue.links().len(),
        threats: catalogue.threats().len(),
        conditions: catalogue.conditions().len(),
        information_items: catalogue.information_items().len(),
        regulation_parts: catalogue.regulation_parts().len(),
        chapter_six: catalogue.chapter_six().len(),
        disclosure_items: catalogue.disclosure().len(),
        sla_clauses: catalogue.sla().clauses.len(),
        terms: catalogue.glossary().len(),
        guideline_clauses: catalogue.guideline().len(),
        official_hashes: catalogue.official().len(),
    }
}
