//! The institution's classification is unknown to the application provider (GL 5.1.1).

use crate::assessment::Assessment;
use crate::check::listing::listed;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Form, Information, Layer, Said, Words};
use std::collections::BTreeSet;

/// Asked of who provides the application and so knows what the information is; told once for a service.
pub const RULE: Rule = Rule {
    code: "institution-classification-not-asked",
    mark: Mark::Should,
    guideline: "GL 5.1.1",
    title: Words::new(
        "医療機関等による情報の分類を尋ねていない",
        "The institution's own classification was not asked for",
    ),
    why: Words::new(
        "医療機関等が付けた重要度は、自社の分類を決める手がかりになります。",
        "How important the institution holds the information is a ground for your own classes.",
    ),
    help: Words::new(
        "医療機関等に尋ね、情報（information.csv）の institution_class に書いてください",
        "Ask the institution and write its answer into institution_class of information.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let provides = |layer, form| layer == Layer::Application && form != Form::InstitutionContracted;
    if !subject
        .service
        .provisions
        .iter()
        .any(|row| provides(row.layer, row.form))
    {
        return;
    }
    let medical: BTreeSet<_> = subject
        .service
        .classes
        .iter()
        .filter(|row| row.medical.is_yes())
        .map(|row| &row.id)
        .collect();

    let unasked = |row: &&Information| {
        row.institution_class.is_none() && row.class.as_ref().is_some_and(|class| medical.contains(class))
    };
    let open: Vec<&Information> = subject.service.information.iter().filter(unasked).collect();
    if let Some(first) = open.first() {
        let names = listed(&open.iter().map(|row| &*row.name).collect::<Vec<_>>());
        findings.add(
            About::service::<Information>(subject, &first.id).field("institution_class"),
            Said::new(
                format!(
                    "医療機関等が行った情報の分類を、まだ尋ねていません（{}）",
                    names.ja
                ),
                format!(
                    "The institution's own classification was not asked for ({})",
                    names.en
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
    fn medical_information_carries_the_institutions_own_class() {
        let mut case = Case::clean(&RULE);
        let service = case.service();
        service
            .information
            .iter_mut()
            .for_each(|row| row.institution_class = None);
        let medical = |row: &&Information| {
            service
                .classes
                .iter()
                .any(|class| row.class.as_ref() == Some(&class.id) && class.medical.is_yes())
        };
        let first = service.information.iter().find(medical).unwrap().id.to_string();
        assert_eq!(case.found(), [("warning", "information", first.as_str())]);
        case.service()
            .provisions
            .retain(|row| row.layer != Layer::Application);
        assert!(case.found().is_empty());
    }
}
