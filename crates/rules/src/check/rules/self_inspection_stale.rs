//! Measures that were not inspected within a year (GL 3.2.2).

use crate::check::age::over_a_year;
use crate::check::given::given;
use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_catalogue::GroupId;
use mamori_domain::{Answer, AnswerStatus, Said, Scope, Words};
use std::collections::BTreeMap;

/// Asked of the provider's own rows that say implemented; told once for each group of measures, at its first row.
pub const RULE: Rule = Rule {
    code: "self-inspection-stale",
    mark: Mark::Must,
    guideline: "GL 3.2.2",
    title: Words::new(
        "対策の自己点検が1年を過ぎている",
        "Measures were not inspected within a year",
    ),
    why: Words::new(
        "決めた対策が今も行われているかは、点検しないと分かりません。",
        "Without inspection nobody knows whether a measure is still carried out.",
    ),
    help: Words::new(
        "対策を点検し、その日を answers.csv の checked に書いてください",
        "Inspect the measures and write the day into checked of answers.csv",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    let catalogue = whole.catalogue;
    let stale = |row: &Answer| {
        row.status == AnswerStatus::Implemented && row.checked.is_none_or(|day| over_a_year(day, whole.as_of))
    };
    let group = |row: &Answer| {
        let item = catalogue.items().get(row.item.as_str()).map(|item| &item.group);
        item.or_else(|| {
            catalogue
                .measures()
                .get(row.item.as_str())
                .map(|measure| &measure.group)
        })
    };
    let mut groups: BTreeMap<(Scope, &GroupId), (&Answer, usize)> = BTreeMap::new();
    for (scope, row) in given(whole).filter(|(_, row)| stale(row)) {
        if let Some(group) = group(row) {
            groups.entry((scope, group)).or_insert((row, 0)).1 += 1;
        }
    }
    for ((scope, group), (first, count)) in groups {
        let title = catalogue.groups().get(group).map(|group| &group.title);
        let (ja, en) = title.map_or(("", ""), |title| (title.ja.as_str(), title.en.as_str()));
        findings.add(
            About::row::<Answer>(scope, first.item.as_str()).field("checked"),
            Said::new(
                format!("「{group} {ja}」の対策の自己点検が1年以上行われていません（{count}件）"),
                format!("Measures of \"{group} {en}\" were not inspected within a year ({count} answers)"),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn implemented_measures_are_inspected_within_a_year_group_by_group() {
        let mut case = Case::clean(&RULE);
        let answers = &mut case.service().answers;
        answers.retain(|row| row.status == AnswerStatus::Implemented);
        answers[0].checked = None;
        let mut fellow = answers[0].clone();
        fellow.status = AnswerStatus::Planned;
        answers.push(fellow);
        let id = answers[0].item.to_string();
        assert_eq!(case.found(), [("error", "answer", id.as_str())]);
        assert!(case.told().contains("（1件）"));
        let checked = "2025-11-01".parse().unwrap();
        case.service().answers.truncate(1);
        case.service().answers[0].checked = Some(checked);
        case.as_of = "2026-11-01".parse().unwrap();
        assert!(case.found().is_empty());
        case.as_of = "2026-11-02".parse().unwrap();
        assert_eq!(case.found(), [("error", "answer", id.as_str())]);
    }
}
