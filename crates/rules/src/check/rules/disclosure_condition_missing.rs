//! A disclosure names a paper but not how it is shown (GL 4.1).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{DisclosureFact, Said, Words};

/// Method, condition and extent each have a field; without a paper there is nothing to show.
pub const RULE: Rule = Rule {
    code: "disclosure-condition-missing",
    mark: Mark::Should,
    guideline: "GL 4.1",
    title: Words::new(
        "文書の見せ方が書かれていない",
        "How a paper is disclosed is not given",
    ),
    why: Words::new(
        "文書があっても、どうすれば、どんな条件で、どこまで見られるかが分からなければ確かめられません。",
        "A paper helps only those who know how, on what condition and to what extent they can see it.",
    ),
    help: Words::new(
        "services/＜サービス＞/disclosures.csv の method（方法）・condition（条件）・extent（範囲）を埋めてください。条件がなければ「なし」と書きます",
        "Fill in method, condition and extent of services/<service>/disclosures.csv; write none where there is no condition",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    for row in subject
        .service
        .disclosures
        .iter()
        .filter(|row| row.document.is_some())
    {
        let open = [
            ("method", &row.method),
            ("condition", &row.condition),
            ("extent", &row.extent),
        ];
        let Some((field, _)) = open.into_iter().find(|(_, value)| value.is_none()) else {
            continue;
        };
        let title = subject
            .catalogue
            .information_items()
            .get(row.item.as_str())
            .map(|item| &item.title);
        let (ja, en) = title.map_or((row.item.as_str(), row.item.as_str()), |title| {
            (&title.ja, &title.en)
        });
        findings.add(
            About::service::<DisclosureFact>(subject, &row.item).field(field),
            Said::new(
                format!("「{ja}」の文書を、どう・どの条件で・どこまで見せるかが書かれていません"),
                format!(
                    "How, on what condition or to what extent the paper of \"{en}\" is disclosed is not given"
                ),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn a_paper_is_disclosed_with_method_condition_and_extent() {
        let mut case = Case::clean(&RULE);
        let row = &mut case.service().disclosures[0];
        assert!(row.document.is_some());
        row.extent = None;
        let item = row.item.to_string();
        assert_eq!(case.found(), [("warning", "disclosure-fact", item.as_str())]);
        case.service().disclosures[0].document = None;
        assert!(case.found().is_empty());
    }
}
