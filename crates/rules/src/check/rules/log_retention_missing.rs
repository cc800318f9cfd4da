//! It is not written how long access logs are kept (GL 5.1.5 (1)②).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Equipment, Said, Words};
use std::collections::BTreeMap;

/// Only for what stores information the law wants kept.
pub const RULE: Rule = Rule {
    code: "log-retention-missing",
    mark: Mark::Must,
    guideline: "GL 5.1.5(1)(イ)②",
    title: Words::new(
        "ログの保存年数が書かれていない",
        "How long logs are kept is not given",
    ),
    why: Words::new(
        "法令で保存が求められる記録は、その年限のあいだ、誰がいつ触れたかを示せなければなりません。",
        "For as long as the law wants a record kept, it must be possible to show who touched it and when.",
    ),
    help: Words::new(
        "機器（equipment.csv）の log_retention に、アクセスのログを残す年数を書いてください",
        "Write the years access logs are kept into log_retention of equipment.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let statutory: BTreeMap<_, _> = subject
        .service
        .information
        .iter()
        .filter_map(|row| Some((&row.id, row.retention?.0)))
        .collect();
    for device in &subject.service.equipment {
        if device.log_retention.is_none()
            && device
                .stores
                .iter()
                .any(|id| statutory.get(id).is_some_and(|years| *years > 0))
        {
            let name = &device.name;
            findings.add(
                About::service::<Equipment>(subject, &device.id).field("log_retention"),
                Said::new(
                    format!("「{name}」のログをいつまで残すか書かれていません"),
                    format!("How long logs of \"{name}\" are kept is not given"),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn a_server_of_records_without_log_retention_is_found() {
        let mut case = Case::clean(&RULE);
        case.equipment("dev-router").log_retention = None;
        assert!(case.found().is_empty());
        case.equipment("chart-server").log_retention = None;
        assert_eq!(case.found(), [("error", "equipment", "chart-server")]);
    }
}
