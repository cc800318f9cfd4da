//! Information without class (GL 5.1.1).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Information, InformationClass, Said, Words};

/// When there is no class at all, that is told once.
pub const RULE: Rule = Rule {
    code: "flow-information-unclassified",
    mark: Mark::Must,
    guideline: "GL 5.1.1",
    title: Words::new(
        "重要度で分類されていない情報がある",
        "Information has no class of importance",
    ),
    why: Words::new(
        "影響の大きさは、情報の分類から決まります。",
        "How grave an effect would be follows from the class of the information.",
    ),
    help: Words::new(
        "分類（classes.csv）を書き、情報（information.csv）の class にそのIDを入れてください",
        "Describe the classes in classes.csv and put their ids into class of information.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let service = subject.service;
    if service.classes.is_empty() && !service.information.is_empty() {
        findings.add(
            About::service::<InformationClass>(subject, ""),
            Said::new(
                "情報の分類が一つも書かれていません",
                "No class of information is described",
            ),
        );
        return;
    }
    for information in service.information.iter().filter(|row| row.class.is_none()) {
        findings.add(
            About::service::<Information>(subject, &information.id).field("class"),
            Said::new(
                format!("情報「{}」が重要度で分類されていません", information.name),
                format!("Information \"{}\" has no class of importance", information.name),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    #[test]
    fn information_without_class_is_found() {
        let mut case = Case::clean(&RULE);
        case.service().information[0].class = None;
        let id = case.service().information[0].id.to_string();
        assert_eq!(case.found(), [("error", "information", id.as_str())]);
        case.service().classes.clear();
        assert_eq!(case.found(), [("error", "class", "")]);
        case.service().information.clear();
        assert!(case.found().is_empty());
    }
}
