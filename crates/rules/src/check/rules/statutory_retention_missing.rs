//! Medical information without its statutory retention (GL 5.1.5(1)②).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Information, Said, Words};

/// Asked of information that may be medical; 0 says that the law sets no years.
pub const RULE: Rule = Rule {
    code: "statutory-retention-missing",
    mark: Mark::Must,
    guideline: "GL 5.1.5(1)②",
    title: Words::new(
        "法定保存年限が書かれていない",
        "The statutory retention is not given",
    ),
    why: Words::new(
        "ログなどの保存期間は、対象となる情報の法定保存年限を下回らないように決めます。",
        "How long logs are kept is settled so that it is not below the statutory retention of the information.",
    ),
    help: Words::new(
        "情報（information.csv）の retention に年数を書いてください。法定の年限がなければ 0 と書きます",
        "Write the years into retention of information.csv, 0 where the law sets none",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let medical = subject.medical_information();
    for row in subject
        .service
        .information
        .iter()
        .filter(|row| row.retention.is_none() && medical.contains(&row.id))
    {
        findings.add(
            About::service::<Information>(subject, &row.id).field("retention"),
            Said::new(
                format!(
                    "「{}」の法定保存年限が書かれていません。無い場合も「0」と書きます",
                    row.name
                ),
                format!(
                    "The statutory retention of \"{}\" is not given; write 0 where there is none",
                    row.name
                ),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::Years;

    #[test]
    fn medical_information_has_a_statutory_retention_or_says_none() {
        let mut case = Case::clean(&RULE);
        case.service()
            .information
            .iter_mut()
            .for_each(|row| row.retention = None);
        let service = case.service();
        let class = service
            .classes
            .iter()
            .find(|row| row.medical.is_yes())
            .unwrap()
            .id
            .clone();
        let other = service
            .classes
            .iter()
            .find(|row| !row.medical.is_yes())
            .unwrap()
            .id
            .clone();
        service
            .information
            .iter_mut()
            .for_each(|row| row.class = Some(other.clone()));
        service.information[0].class = Some(class);
        let id = service.information[0].id.to_string();
        assert_eq!(case.found(), [("error", "information", id.as_str())]);
        case.service().information[0].retention = Some(Years(0));
        assert!(case.found().is_empty());
    }
}
