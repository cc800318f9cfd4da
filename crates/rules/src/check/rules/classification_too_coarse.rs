//! All information lies in one class, or every class may be medical (GL 5.1.1).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{InformationClass, Said, Words};
use std::collections::BTreeSet;

/// Looked at once there is classified information.
pub const RULE: Rule = Rule {
    code: "classification-too-coarse",
    mark: Mark::Must,
    guideline: "GL 5.1.1",
    title: Words::new(
        "情報の分類が粗すぎる",
        "The classes of information are too coarse",
    ),
    why: Words::new(
        "少なくとも、医療情報を含み得るアプリケーションの情報と、機器やOSの設定などそれ以外の情報とを分けます。",
        "At the least, information of the application, which may hold medical information, is kept apart from the rest, such as settings of equipment and operating systems.",
    ),
    help: Words::new(
        "分類（classes.csv）に、医療情報を含まない分類（medical が no）を足し、設定などの情報をそこに入れてください",
        "Add a class that holds no medical information (medical no) to classes.csv and put settings and the like into it",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let used: BTreeSet<_> = subject
        .service
        .information
        .iter()
        .filter_map(|row| row.class.as_ref())
        .collect();
    let apart = |class: &InformationClass| !class.medical.is_yes();
    if !used.is_empty() && (used.len() == 1 || !subject.service.classes.iter().any(apart)) {
        findings.add(
            About::service::<InformationClass>(subject, "").field("medical"),
            Said::new(
                "アプリケーションの情報と機器の設定などが、同じ分類になっています",
                "Application information and equipment settings share one class",
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::YesNo;

    #[test]
    fn one_class_for_everything_is_found_and_so_are_classes_that_are_all_medical() {
        let mut case = Case::clean(&RULE);
        case.service()
            .classes
            .iter_mut()
            .for_each(|class| class.medical = YesNo::Yes);
        assert_eq!(case.found(), [("error", "class", "")]);
        let mut case = Case::clean(&RULE);
        let class = case.service().information[0].class.clone();
        case.service()
            .information
            .iter_mut()
            .for_each(|row| row.class = class.clone());
        assert_eq!(case.found(), [("error", "class", "")]);
        case.service()
            .information
            .iter_mut()
            .for_each(|row| row.class = None);
        assert!(case.found().is_empty());
    }
}
