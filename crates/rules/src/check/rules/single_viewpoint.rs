//! All measures of a treatment are of one viewpoint (GL 5.1.5 (1)).

use crate::answers::items_named;
use crate::assessment::Assessment;
use crate::check::treated::treated;
use crate::check::{Findings, Mark, Rule, Run};
use mamori_domain::{ItemRef, Said, Words};
use std::collections::BTreeSet;

/// People and organisation, places, technology: the viewpoints of 別紙2.
pub const RULE: Rule = Rule {
    code: "single-viewpoint",
    mark: Mark::Strong,
    guideline: "GL 5.1.5(1)",
    title: Words::new(
        "対策が一つの観点に偏っている",
        "All measures are of one viewpoint",
    ),
    why: Words::new(
        "技術だけ、決まりだけの対策には共通の抜け道があります。人・場所・技術を組み合わせると、どれかが効かなくても守れます。",
        "Measures of technology alone, or of rules alone, share one way round them; together with people and places something still holds.",
    ),
    help: Words::new(
        "別の観点の対策項目を、リスク対応（treatments.csv）の items に加えてください",
        "Add control items of another viewpoint to items in treatments.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let catalogue = assessment.subject.catalogue;
    for row in treated(assessment) {
        let name = &row.treatment.id;
        let named: BTreeSet<&ItemRef> = row.treatment.items.iter().collect();
        let items = items_named(catalogue, &row.treatment.items);
        let groups = items
            .iter()
            .filter_map(|item| catalogue.groups().get(item.group.as_str()));
        let viewpoints: BTreeSet<_> = groups.map(|group| &group.viewpoint).collect();
        if named.len() > 1 && viewpoints.len() == 1 {
            findings.add(
                row.about("items"),
                Said::new(
                    format!("「{name}」の対策が一つの観点に偏っています"),
                    format!("The measures of \"{name}\" lean on one viewpoint"),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn measures_of_one_viewpoint_are_found() {
        let mut case = Case::clean(&RULE);
        case.treatment("viewing").items = vec![ItemRef("3.1.③".into()), ItemRef("3.4.①".into())];
        assert_eq!(case.found(), [("warning", "treatment", "viewing")]);
        case.treatment("viewing").items.truncate(1);
        assert!(case.found().is_empty());
    }
}
