//! Information items that were not understood in common with an institution (GL 3.2.1).

use crate::assessment::Assessment;
use crate::check::contracts::parties;
use crate::check::listing::listed;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Minutes, Said, Words};
use std::collections::BTreeSet;

/// Looked at in the minutes with every institution under contract; told once for each, naming the items.
pub const RULE: Rule = Rule {
    code: "common-understanding-missing",
    mark: Mark::Must,
    guideline: "GL 3.2.1",
    title: Words::new(
        "理解を共にした記録がない",
        "There is no record of common understanding",
    ),
    why: Words::new(
        "合意は、双方が同じことを同じように理解していて初めて意味を持ちます。",
        "An agreement means something only when both sides understand the same thing by it.",
    ),
    help: Words::new(
        "話し合いの記録を institutions/＜医療機関等＞/minutes.csv に書き、subjects に理解を共にした項目を並べてください",
        "Record the talks in institutions/<institution>/minutes.csv and list the items understood in common in subjects",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    for party in parties(subject) {
        let understood: BTreeSet<&str> = party
            .minutes()
            .flat_map(|row| &row.subjects)
            .map(|item| item.as_str())
            .collect();
        let items = subject.catalogue.information_items().iter();
        let open: Vec<_> = items
            .filter(|item| !understood.contains(item.id.as_str()))
            .collect();
        if open.is_empty() {
            continue;
        }
        let ja = listed(&open.iter().map(|item| &item.title.ja).collect::<Vec<_>>()).ja;
        let en = listed(&open.iter().map(|item| &item.title.en).collect::<Vec<_>>()).en;
        let name = party.name();
        findings.add(
            About::row::<Minutes>(party.scope(), "").field("subjects"),
            Said::new(
                format!("{ja}について、医療機関等「{name}」と理解を共にした記録がありません"),
                format!("There is no record that {en} was understood in common with \"{name}\""),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn every_item_is_understood_in_some_talk() {
        let mut case = Case::clean(&RULE);
        for row in &mut case.institution().minutes {
            row.subjects.retain(|item| item.as_str() != "role-sharing");
        }
        assert_eq!(case.found(), [("error", "minutes", "")]);
        case.institution().minutes.clear();
        assert_eq!(case.found(), [("error", "minutes", "")]);
        case.institution().profile.contract_from = Some("2027-01-01".parse().unwrap());
        assert!(case.found().is_empty());
        case.institution().profile.contract_from = None;
        assert_eq!(case.found(), [("error", "minutes", "")]);
        case.institution().profile.contract_to = Some("2026-10-31".parse().unwrap());
        case.as_of = "2026-10-31".parse().unwrap();
        assert_eq!(case.found(), [("error", "minutes", "")]);
        case.as_of = "2026-11-01".parse().unwrap();
        assert!(case.found().is_empty());
    }
}
