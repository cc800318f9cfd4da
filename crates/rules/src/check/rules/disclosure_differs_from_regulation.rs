//! The disclosure says something else than the operation-management regulation (GL 4.1).

use crate::assessment::Assessment;
use crate::check::told::regulation_states;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_catalogue::{InformationItem, InformationPurpose};
use mamori_domain::{DisclosureFact, Said, Words};
use std::collections::BTreeSet;

/// Looked at for the items ⑤–⑭, each of which goes with a part of the regulation: the part must say something, and the paper named must be one of the provider's policies or papers.
pub const RULE: Rule = Rule {
    code: "disclosure-differs-from-regulation",
    mark: Mark::Must,
    guideline: "GL 4.1",
    title: Words::new(
        "開示書が運用管理規程と食い違っている",
        "The disclosure differs from the regulation",
    ),
    why: Words::new(
        "開示書で約束したことが規程にないと、現場では守られません。",
        "What the disclosure promises is not kept where the regulation does not say it.",
    ),
    help: Words::new(
        "services/＜サービス＞/regulation.csv にその部分の定めを書くか、disclosures.csv の document を organisation/policies.csv・papers.csv にある文書名に合わせてください",
        "Write the part into services/<service>/regulation.csv, or make document in disclosures.csv the title of a paper in organisation/policies.csv or papers.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let organisation = &subject.workspace.organisation;
    let policies = organisation.policies.iter().map(|row| &*row.title);
    let titles: BTreeSet<&str> = policies
        .chain(organisation.papers.iter().map(|row| &*row.title))
        .collect();
    for row in &subject.service.disclosures {
        let item = subject.catalogue.information_items().get(row.item.as_str());
        let in_regulation = |item: &&InformationItem| {
            item.purpose == InformationPurpose::CommonUnderstanding && item.regulation_part.is_some()
        };
        let Some(item) = item.filter(in_regulation) else {
            continue;
        };
        let about = About::service::<DisclosureFact>(subject, &row.item);
        let title = &item.title;
        if !regulation_states(assessment, item) {
            findings.add(
                about,
                Said::new(
                    format!(
                        "開示書に「{}」がありますが、運用管理規程にその定めがありません",
                        title.ja
                    ),
                    format!(
                        "The disclosure tells of \"{}\", on which the regulation says nothing",
                        title.en
                    ),
                ),
            );
        } else if let Some(document) = row.document.as_deref().filter(|name| !titles.contains(name)) {
            findings.add(
                about.field("document"),
                Said::new(
                    format!(
                        "開示書の「{}」が示す文書「{document}」は、規程にも様式にもありません",
                        title.ja
                    ),
                    format!(
                        "\"{}\" in the disclosure names \"{document}\", which is no policy or paper",
                        title.en
                    ),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{FieldValue, Text};

    #[test]
    fn an_item_of_the_regulation_rests_on_it() {
        let mut case = Case::clean(&RULE);
        let service = case.service();
        service
            .regulation
            .retain(|row| row.content.as_str() != "incident-response");
        assert!(
            service
                .disclosures
                .iter()
                .any(|row| row.item.as_str() == "incident-response")
        );
        assert_eq!(case.found(), [("error", "disclosure-fact", "incident-response")]);
    }

    #[test]
    fn the_paper_named_exists() {
        let mut case = Case::clean(&RULE);
        let other = Some(Text::read("どこにもない文書").unwrap());
        for row in &mut case.service().disclosures {
            if matches!(row.item.as_str(), "audit-policy" | "treatment-list") {
                row.document.clone_from(&other);
            }
        }
        assert_eq!(case.found(), [("error", "disclosure-fact", "audit-policy")]);
        assert!(case.told().contains("どこにもない文書"));
    }
}
