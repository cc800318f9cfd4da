//! The operation-management regulation lacks a required content (GL 5.1.6 (2)).

use crate::assessment::Assessment;
use crate::check::covering;
use crate::check::{About, Findings, Mark, Rule, Run, Severity};
use mamori_domain::{RegulationFact, Said, Words};

/// A row on a part covers all its contents. What is missing altogether is told once, a missing part once, so that a new service gets a to-do list; the strength of a content decides the severity.
pub const RULE: Rule = Rule {
    code: "regulation-content-missing",
    mark: Mark::Must,
    guideline: "GL 5.1.6(2)",
    title: Words::new(
        "運用管理規程に定めがない",
        "The regulation lacks something it has to lay down",
    ),
    why: Words::new(
        "運用管理規程は、合意したことを日々守るための決まりです。十の部分のどれが欠けても、誰も決めていないことが残ります。",
        "The regulation is how agreements are kept from day to day. Where one of its ten parts lacks something, nobody has settled it.",
    ),
    help: Words::new(
        "規程に定めたうえで、services/＜サービス＞/regulation.csv に要点を書いてください。content には部分（例：media）か、その中の事項のIDを書きます",
        "Lay it down and write the main points into services/<service>/regulation.csv; content takes the id of a part, such as media, or of a single point of it",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let facts = covering::regulation(&subject.service.regulation);
    let about = || About::service::<RegulationFact>(subject, "").field("content");
    if facts.is_empty() {
        findings.add(
            about(),
            Said::new(
                "運用管理規程の記載がまだ一つもありません",
                "Nothing of the regulation is written yet",
            ),
        );
        return;
    }
    for part in subject.catalogue.regulation_parts() {
        let missing: Vec<_> = part
            .contents
            .iter()
            .filter(|content| facts.on(content.id.as_str(), part.id.as_str()).is_none())
            .collect();
        let (mark, title) = (&part.mark, &part.title);
        if missing.len() == part.contents.len() {
            let Some(strength) = missing.iter().map(|content| content.strength).min() else {
                continue;
            };
            findings.add_as(
                Severity::of(strength),
                about(),
                Said::new(
                    format!("運用管理規程の（{mark}）「{}」が書かれていません", title.ja),
                    format!("Part ({mark}) \"{}\" of the regulation is not written", title.en),
                ),
            );
            continue;
        }
        for content in missing {
            findings.add_as(
                Severity::of(content.strength),
                about(),
                Said::new(
                    format!(
                        "運用管理規程の（{mark}）に「{}」がありません（{}）",
                        content.text.ja, content.id
                    ),
                    format!(
                        "Part ({mark}) of the regulation lacks \"{}\" ({})",
                        content.text.en, content.id
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
    use crate::check::testing::catalogue;
    use mamori_domain::RegulationContentRef;

    #[test]
    fn a_missing_content_is_told_by_its_strength() {
        let mut case = Case::clean(&RULE);
        let part = catalogue().regulation_parts().get("documents").unwrap();
        let rows = &mut case.service().regulation;
        let mut row = rows
            .iter()
            .find(|row| row.content.as_str() == "documents")
            .unwrap()
            .clone();
        rows.retain(|row| row.content.as_str() != "documents");
        assert_eq!(case.found(), [("error", "regulation-fact", "")]);
        assert!(case.told().contains(&part.title.ja));
        row.content = RegulationContentRef("documents-quick-access".into());
        case.service().regulation.push(row);
        assert_eq!(
            case.found(),
            [
                ("error", "regulation-fact", ""),
                ("warning", "regulation-fact", "")
            ]
        );
        assert!(case.told().contains("documents-detection"));
    }

    #[test]
    fn a_service_without_any_fact_is_told_once() {
        let mut case = Case::clean(&RULE);
        case.service().regulation.clear();
        assert_eq!(case.found(), [("error", "regulation-fact", "")]);
    }
}
