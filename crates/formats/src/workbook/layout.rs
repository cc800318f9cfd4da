//! Which sheets the workbook has, what they are called, and how each is recognised again.

use crate::layout::Layout;
use mamori_domain::description::{FieldDescription, KindDescription, Level, Shape};
use mamori_domain::{Language, Words};

/// Row of the identity, from 0 as the writer counts.
pub(super) const IDENTITY_ROW: u32 = 0;
/// Row of the labels.
pub(super) const LABEL_ROW: u32 = 1;
/// Row of the names of the fields.
pub(super) const NAME_ROW: u32 = 2;
/// First row of values.
pub(super) const FIRST_ROW: u32 = 3;
/// Longest name of a sheet, in UTF-16 units: Excel's limit.
pub(super) const SHEET_NAME_MAX: usize = 31;

/// Headings of the sheets that hold one thing: label, value, help, name of the field.
pub(super) const SINGLE_HEADINGS: [(&str, Words); 4] = [
    ("label", Words::new("項目", "Item")),
    ("value", Words::new("値", "Value")),
    ("help", Words::new("説明", "Explanation")),
    ("field", Words::new("欄の名前", "Field name")),
];

/// A sheet of the workbook.
#[derive(Debug, Clone, Copy)]
pub(super) struct SheetPlan {
    /// The layout it belongs to.
    pub(super) layout: Layout,
    /// What it holds.
    pub(super) kind: &'static KindDescription,
    /// To whom its things belong.
    pub(super) level: Level,
}

impl PartialEq for SheetPlan {
    fn eq(&self, other: &Self) -> bool {
        let identity = |plan: &SheetPlan| (plan.layout.number, plan.level, plan.kind.name);
        identity(self) == identity(other)
    }
}

impl Eq for SheetPlan {}

/// All sheets of the newest layout in their order.
pub(super) fn plans() -> Vec<SheetPlan> {
    plans_of(Layout::NEWEST)
}

/// All sheets of a layout in their order.
pub(super) fn plans_of(layout: Layout) -> Vec<SheetPlan> {
    let levels = [
        Level::Workspace,
        Level::Organisation,
        Level::Service,
        Level::Institution,
    ];
    let of = |level| {
        let kinds = layout.kinds(level).iter();
        kinds.map(move |kind| SheetPlan { layout, kind, level })
    };
    levels.into_iter().flat_map(of).collect()
}

/// The name of a level in an identity.
fn level_code(level: Level) -> &'static str {
    match level {
        Level::Workspace => "workspace",
        Level::Organisation => "organisation",
        Level::Service => "service",
        Level::Institution => "institution",
    }
}

/// What a level is called.
pub(super) fn level_words(level: Level) -> Words {
    match level {
        Level::Workspace => Words::new("全体", "Whole"),
        Level::Organisation => Words::new("事業者", "Provider"),
        Level::Service => Words::new("サービス", "Service"),
        Level::Institution => Words::new("医療機関等", "Institution"),
    }
}

/// Begins the identity of every sheet of ours.
pub(super) const IDENTITY: &str = "mamori workbook";

/// The identity of the sheets that only explain: the instructions and the list of codes.
pub(super) fn guide_identity(layout: Layout) -> String {
    format!("{IDENTITY} {}: guide", layout.number)
}

/// The number of the format an identity names.
pub(super) fn format_of_identity(text: &str) -> Option<i64> {
    let (number, _) = text.trim().strip_prefix(IDENTITY)?.split_once(':')?;
    number.trim().parse().ok()
}

impl SheetPlan {
    /// The text in the hidden first row.
    pub(super) fn identity(self) -> String {
        format!(
            "{IDENTITY} {}: {}/{}",
            self.layout.number,
            level_code(self.level),
            self.kind.name
        )
    }

    /// The sheet of an identity.
    pub(super) fn of_identity(layout: Layout, text: &str) -> Option<SheetPlan> {
        plans_of(layout)
            .into_iter()
            .find(|plan| plan.identity() == text.trim())
    }

    /// The sheet of a name in either language.
    pub(super) fn of_name(layout: Layout, name: &str) -> Option<SheetPlan> {
        let is = |plan: &SheetPlan| {
            Language::ALL
                .into_iter()
                .any(|language| plan.name(language) == name.trim())
        };
        plans_of(layout).into_iter().find(is)
    }

    /// The sheet's name: the kind's label; where a label stands for several sheets, with the level.
    pub(super) fn name(self, language: Language) -> String {
        let label = self.kind.label.say(language);
        let alone = plans_of(self.layout)
            .iter()
            .filter(|plan| plan.kind.label.say(language) == label)
            .count()
            == 1;
        let name = match (alone, language) {
            (true, _) => label.to_owned(),
            (false, Language::Japanese) => format!("{label}（{}）", level_words(self.level).say(language)),
            (false, Language::English) => format!("{label} ({})", level_words(self.level).say(language)),
        };
        let name = name.replace(['[', ']', ':', '*', '?', '/', '\\'], "・");
        name.chars().take(SHEET_NAME_MAX).collect()
    }

    /// Whether things of it belong to one of several services or institutions, which the first
    /// column names.
    pub(super) fn scoped(self) -> bool {
        matches!(self.level, Level::Service | Level::Institution)
    }

    /// Whether it stands as a sheet with a row for each field instead of a column.
    pub(super) fn upright(self) -> bool {
        self.kind.shape == Shape::Single && !self.scoped()
    }

    /// Whether a row of it is what makes a service or institution exist.
    pub(super) fn founds(self) -> bool {
        self.scoped() && self.layout.kinds(self.level)[0].name == self.kind.name
    }

    /// The name of the first column of scoped sheets; no field is called so.
    pub(super) fn scope_name(self) -> &'static str {
        match self.level {
            Level::Institution => "of_institution",
            _ => "of_service",
        }
    }

    /// The heading of the first column of scoped sheets.
    pub(super) fn scope_words(self) -> Words {
        match self.level {
            Level::Institution => Words::new("医療機関等のID", "Institution's id"),
            _ => Words::new("サービスのID", "Service's id"),
        }
    }

    /// The columns of a sheet that is not upright: the scope first, then the fields.
    pub(super) fn columns(self) -> Vec<Column> {
        let scope = self.scoped().then_some(Column::Scope(self));
        scope
            .into_iter()
            .chain(self.kind.fields.iter().map(Column::Field))
            .collect()
    }
}

/// A column of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// The service or institution.
    Scope(SheetPlan),
    /// A field.
    Field(&'static FieldDescription),
}

impl Column {
    /// Its machine name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Column::Scope(plan) => plan.scope_name(),
            Column::Field(field) => field.name,
        }
    }

    /// Its heading.
    pub(super) fn label(self) -> Words {
        match self {
            Column::Scope(plan) => plan.scope_words(),
            Column::Field(field) => field.label,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_sheet_has_a_name_of_its_own() {
        for language in Language::ALL {
            let names: Vec<String> = plans()
                .iter()
                .map(|plan| plan.name(language).to_lowercase())
                .collect();
            assert_eq!(
                names.iter().collect::<BTreeSet<_>>().len(),
                names.len(),
                "{names:?}"
            );
            assert!(
                names
                    .iter()
                    .all(|name| !name.is_empty() && !name.starts_with('\''))
            );
        }
        for plan in plans() {
            assert_eq!(
                SheetPlan::of_identity(Layout::NEWEST, &plan.identity()),
                Some(plan)
            );
            for language in Language::ALL {
                assert_eq!(
                    SheetPlan::of_name(Layout::NEWEST, &plan.name(language)),
                    Some(plan)
                );
            }
        }
    }

    #[test]
    fn no_field_has_the_name_of_a_scope_and_labels_differ_within_a_kind() {
        for plan in plans() {
            for language in Language::ALL {
                let columns = plan.columns();
                let labels: BTreeSet<_> = columns
                    .iter()
                    .map(|column| column.label().say(language))
                    .collect();
                assert_eq!(labels.len(), columns.len(), "{}: {labels:?}", plan.kind.name);
            }
            let names: BTreeSet<_> = plan.columns().iter().map(|column| column.name()).collect();
            assert_eq!(names.len(), plan.columns().len());
        }
    }
}
