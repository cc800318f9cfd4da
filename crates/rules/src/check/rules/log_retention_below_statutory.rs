//! Access logs are kept for less than the information itself (GL 5.1.5 (1)②).

use crate::assessment::Assessment;
use crate::check::retention::Statutory;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Equipment, Said, Words};

/// What is viewed counts like what is stored: its log is the only trace of the viewing.
pub const RULE: Rule = Rule {
    code: "log-retention-below-statutory",
    mark: Mark::Must,
    guideline: "GL 5.1.5(1)(イ)②",
    title: Words::new(
        "ログの保存が法定保存年限より短い",
        "Logs are kept for less than the statutory period",
    ),
    why: Words::new(
        "記録が残っているのにログが先に消えると、その記録がいつ誰に書き換えられたか調べられません。",
        "When logs go before the records do, nobody can find out who changed a record and when.",
    ),
    help: Words::new(
        "機器（equipment.csv）の log_retention を、そこで保存・閲覧する情報（information.csv）の retention 以上にしてください",
        "Set log_retention in equipment.csv to at least the retention of the information (information.csv) stored or viewed there",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let statutory = Statutory::of(subject.service);
    for device in &subject.service.equipment {
        let longest = statutory.longest(device);
        let (Some(kept), Some(demanded)) = (device.log_retention.map(|years| years.0), longest) else {
            continue;
        };
        if kept < demanded {
            let name = &device.name;
            findings.add(
                About::service::<Equipment>(subject, &device.id).field("log_retention"),
                Said::new(
                    format!("「{name}」のログの保存（{kept}年）が、情報の法定保存年限（{demanded}年）より短くなっています"),
                    format!("Logs of \"{name}\" are kept for {kept} years, less than the statutory {demanded} of its information"),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::Years;

    #[test]
    fn a_shorter_log_is_found() {
        let mut case = Case::clean(&RULE);
        case.equipment("chart-terminal").log_retention = Some(Years(5));
        assert!(case.found().is_empty());
        case.equipment("chart-terminal").log_retention = Some(Years(4));
        assert_eq!(case.found(), [("error", "equipment", "chart-terminal")]);
    }
}
