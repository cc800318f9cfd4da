//! An item of table 4-1 has no content (GL 4.1).

use crate::assessment::Assessment;
use crate::check::told::has_content;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_catalogue::InformationPurpose;
use mamori_domain::{DisclosureFact, Said, Words};

/// A disclosure fact or anything the model holds anyway counts as content. Told once for each of the two purposes, naming the items; a new service, which lacks them all, is told so without a list.
pub const RULE: Rule = Rule {
    code: "information-item-missing",
    mark: Mark::Must,
    guideline: "GL 4.1",
    title: Words::new(
        "医療機関等へ知らせる項目が空",
        "An item for the institution is empty",
    ),
    why: Words::new(
        "医療機関等は、この19項目で事業者を選び、サービスを同じように理解してから合意します。",
        "With these 19 items an institution chooses a provider and comes to the same understanding before it agrees.",
    ),
    help: Words::new(
        "方針・責任者・規程など、ほかのファイルに書けば埋まる項目が多くあります。残る項目は、services/＜サービス＞/disclosures.csv に文書名か内容を書いてください",
        "Policies, officers, the regulation and other files fill most items; for the rest name a paper or the content in services/<service>/disclosures.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    for purpose in InformationPurpose::ALL {
        let items: Vec<_> = subject.catalogue.information_for(purpose).collect();
        let empty: Vec<_> = items
            .iter()
            .filter(|item| !has_content(assessment, item))
            .collect();
        let words = purpose.words();
        let message = match empty.len() {
            0 => continue,
            all if all == items.len() => Said::new(
                format!(
                    "医療機関等へ知らせる項目（{}）{all}件が、まだ一つも書かれていません",
                    words.ja
                ),
                format!(
                    "None of {all} items for the institution ({}) is filled yet",
                    words.en
                ),
            ),
            some => {
                let ja = empty
                    .iter()
                    .map(|item| format!("「{}{}」", item.mark, item.title.ja));
                let en = empty
                    .iter()
                    .map(|item| format!("{} {}", item.mark, item.title.en));
                let (ja, en) = (ja.collect::<String>(), en.collect::<Vec<_>>().join("; "));
                Said::new(
                    format!("医療機関等へ知らせる項目（{}）が{some}件空です：{ja}", words.ja),
                    format!("{some} items for the institution ({}) are empty: {en}", words.en),
                )
            }
        };
        let about = About::service::<DisclosureFact>(subject, "").field("item");
        findings.add(about, message);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{InformationItemRef, Organisation, Service};

    #[test]
    fn an_item_is_filled_by_a_disclosure_or_by_what_the_model_holds() {
        let mut case = Case::clean(&RULE);
        case.workspace.organisation.finances.clear();
        let financial = |row: &DisclosureFact| row.item.as_str() == "financial-soundness";
        case.service().disclosures.retain(|row| !financial(row));
        assert_eq!(case.found(), [("error", "disclosure-fact", "")]);
        assert!(case.told().contains("財務") && case.told().contains("1件"));
        let mut fact = case
            .service()
            .disclosures
            .iter()
            .find(|row| row.document.is_some())
            .unwrap()
            .clone();
        fact.item = InformationItemRef("financial-soundness".into());
        case.service().disclosures.push(fact);
        assert!(case.found().is_empty());
    }

    #[test]
    fn a_new_service_is_told_once_for_each_purpose() {
        let mut case = Case::clean(&RULE);
        case.workspace.organisation = Organisation::default();
        *case.service() = Service::default();
        assert_eq!(case.found(), [("error", "disclosure-fact", ""); 2]);
        assert!(case.told().contains("4件") && case.told().contains("15件"));
    }
}
