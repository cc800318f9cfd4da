//! It is not said how the paper of an item is shown (GL 4.1).

use crate::assessment::Assessment;
use crate::check::covering;
use crate::check::listing::listed;
use crate::check::told::has_content;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_catalogue::InformationItem;
use mamori_domain::{DisclosureFact, Id, Policy, PolicyKind, Said, Words};

/// Method, condition and extent each have a field. Items whose form asks for them and which have content but neither a row nor a paper that says how it is shown are told of together.
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
        "services/＜サービス＞/disclosures.csv にその項目の行を書き、document（文書）・method（方法）・condition（条件）・extent（範囲）を埋めてください。条件がなければ「なし」と書きます",
        "Write a row for the item into services/<service>/disclosures.csv with document, method, condition and extent; write none where there is no condition",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    half_told(assessment, findings);
    untold(assessment, findings);
}

/// Rows that name a paper and leave open how it is shown.
fn half_told(assessment: &Assessment<'_>, findings: &mut Findings) {
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

/// Items that have content, and of which nothing tells how it is shown.
fn untold(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let items = subject.catalogue.information_items().iter();
    let untold: Vec<&InformationItem> = items
        .filter(|item| is_shown_as_paper(assessment, item) && has_content(assessment, item))
        .filter(|item| !has_row(assessment, item) && !is_shown_elsewhere(assessment, item))
        .collect();
    if untold.is_empty() {
        return;
    }
    let ja = listed(&untold.iter().map(|item| &item.title.ja).collect::<Vec<_>>()).ja;
    let en = listed(&untold.iter().map(|item| &item.title.en).collect::<Vec<_>>()).en;
    findings.add(
        About::service::<DisclosureFact>(subject, "").field("item"),
        Said::new(
            format!("{ja}の文書を、どう・どの条件で・どこまで見せるかの行がありません"),
            format!("No row says how, on what condition and to what extent the papers of {en} are disclosed"),
        ),
    );
}

/// Whether the form of an item asks on what condition its paper is shown.
fn is_shown_as_paper(assessment: &Assessment<'_>, item: &InformationItem) -> bool {
    let form = assessment.subject.catalogue.disclosure().get(item.id.as_str());
    let tables = form.into_iter().flat_map(|form| &form.tables);
    tables
        .flat_map(|table| &table.columns)
        .any(|column| column.id.as_str() == "condition")
}

fn has_row(assessment: &Assessment<'_>, item: &InformationItem) -> bool {
    let rows = &assessment.subject.service.disclosures;
    rows.iter().any(|row| row.item.as_str() == item.id.as_str())
}

/// Whether papers of the organisation that answer an item say themselves how they are shown. The form
/// prints them in place of a row.
fn is_shown_elsewhere(assessment: &Assessment<'_>, item: &InformationItem) -> bool {
    let organisation = &assessment.subject.workspace.organisation;
    let policies = || {
        let all = organisation.policies.iter();
        all.filter(|policy| policy.shown_how.is_some())
    };
    match item.id.as_str() {
        "policies-in-place" => policies().next().is_some(),
        "financial-soundness" => organisation.finances.iter().any(|row| row.shown_how.is_some()),
        "evaluation-result" => organisation.evaluations.iter().any(|row| row.shown_how.is_some()),
        "basic-policy" if policies().any(|policy| policy.kind == PolicyKind::BasicPolicy) => true,
        // The form of the audit policy names no paper of the organisation.
        "audit-policy" => false,
        _ => regulation_of(assessment, item).any(|named| policies().any(|policy| policy.id == *named)),
    }
}

/// The policies in which the regulation's rows on an item stand.
fn regulation_of<'a>(
    assessment: &'a Assessment<'_>,
    item: &InformationItem,
) -> impl Iterator<Item = &'a Id<Policy>> {
    let subject = &assessment.subject;
    let facts = covering::regulation(&subject.service.regulation);
    let part = item.regulation_part.as_ref();
    let part = part.and_then(|part| subject.catalogue.regulation_parts().get(part));
    part.into_iter().flat_map(move |part| {
        let contents = part.contents.iter();
        let named =
            contents.filter_map(|content| facts.on(content.id.as_str(), part.id.as_str())?.policy.as_ref());
        named.collect::<Vec<_>>()
    })
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

    #[test]
    fn an_item_of_which_nothing_tells_how_it_is_shown_is_found() {
        let mut case = Case::clean(&RULE);
        case.service().disclosures.clear();
        assert_eq!(case.found(), [("warning", "disclosure-fact", "")]);
        assert!(case.told().contains("リスク対応一覧"), "{}", case.told());
        // A paper of the organisation that says how it is shown is as good as a row.
        assert!(!case.told().contains("基本方針"), "{}", case.told());
        let before = case.told();
        for policy in &mut case.workspace.organisation.policies {
            policy.shown_how = None;
        }
        assert_eq!(case.found().len(), 1);
        assert_ne!(case.told(), before);
        // What has no content at all is told of by information-item-missing.
        *case.service() = mamori_domain::Service::default();
        case.workspace.organisation = mamori_domain::Organisation::default();
        assert!(case.found().is_empty());
    }
}
